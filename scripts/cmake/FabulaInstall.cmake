# Installs the layers as a CMake package: find_package(fabula) gives fabula::fabula and each layer as fabula::<name>.
include(CMakePackageConfigHelpers)

function(fabula_install)
  get_property(layers GLOBAL PROPERTY FABULA_LAYERS)
  list(REMOVE_ITEM layers fabula_cli)
  add_library(fabula_all INTERFACE)
  add_library(fabula::fabula ALIAS fabula_all)
  set_target_properties(fabula_all PROPERTIES EXPORT_NAME fabula)
  target_link_libraries(fabula_all INTERFACE ${layers})

  set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/fabula)
  set(lang_dir ${CMAKE_INSTALL_DATADIR}/fabula/lang)
  install(TARGETS ${layers} fabula_all EXPORT fabula_targets)
  install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/fabula DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
  install(EXPORT fabula_targets NAMESPACE fabula:: DESTINATION ${package_dir} FILE fabulaTargets.cmake)
  configure_package_config_file(${PROJECT_SOURCE_DIR}/scripts/cmake/fabulaConfig.cmake.in fabulaConfig.cmake
                                INSTALL_DESTINATION ${package_dir} PATH_VARS lang_dir)
  write_basic_package_version_file(fabulaConfigVersion.cmake COMPATIBILITY SameMinorVersion)
  install(FILES ${CMAKE_CURRENT_BINARY_DIR}/fabulaConfig.cmake ${CMAKE_CURRENT_BINARY_DIR}/fabulaConfigVersion.cmake
          DESTINATION ${package_dir})
  install(FILES ${PROJECT_SOURCE_DIR}/LICENSE ${PROJECT_SOURCE_DIR}/NOTICES DESTINATION ${CMAKE_INSTALL_DOCDIR})
endfunction()
