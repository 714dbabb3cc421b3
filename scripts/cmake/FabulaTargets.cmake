# The interface targets and the one function that every layer's CMakeLists.txt uses.

add_library(fabula_options INTERFACE)
target_compile_features(fabula_options INTERFACE cxx_std_20)
target_compile_options(fabula_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor
                       $<$<BOOL:${FABULA_WERROR}>:-Werror>
                       # GCC 12 sees impossible overlaps, sizes and offsets in std::string::operator+ (GCC bugs 105329, 105651)
                       $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict -Wno-stringop-overflow -Wno-array-bounds>)
if(FABULA_SANITIZE)
  target_compile_options(fabula_options INTERFACE -fsanitize=address,undefined -fno-omit-frame-pointer)
  target_link_options(fabula_options INTERFACE -fsanitize=address,undefined)
endif()

# The headers that nearly every source includes; parsing them takes most of a build's time otherwise.
set(FABULA_PRECOMPILED <algorithm> <array> <cstdint> <filesystem> <functional> <map> <memory> <optional> <set> <span>
    <string> <string_view> <tuple> <unordered_map> <utility> <vector>)

# fabula_layer(<name> SOURCES ... [LINK public layers ...] [PRIVATE_LINK third party ...] [PRECOMPILE large headers ...])
# makes the library fabula_<name>, alias fabula::<name>.
function(fabula_layer name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINK;PRIVATE_LINK;PRECOMPILE" ${ARGN})
  add_library(fabula_${name} STATIC ${ARG_SOURCES})
  add_library(fabula::${name} ALIAS fabula_${name})
  target_include_directories(fabula_${name}
    PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include> $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>
    PRIVATE ${PROJECT_SOURCE_DIR}/src)
  target_link_libraries(fabula_${name} PUBLIC ${ARG_LINK}
                        PRIVATE $<BUILD_INTERFACE:fabula_options> ${ARG_PRIVATE_LINK})
  target_compile_features(fabula_${name} PUBLIC cxx_std_20)
  target_precompile_headers(fabula_${name} PRIVATE ${FABULA_PRECOMPILED} ${ARG_PRECOMPILE})
  set_target_properties(fabula_${name} PROPERTIES EXPORT_NAME ${name} POSITION_INDEPENDENT_CODE ON)
  set_property(GLOBAL APPEND PROPERTY FABULA_LAYERS fabula_${name})
endfunction()

# The headers of all tests, precompiled once: a source of its own, so that no test waits for another.
function(fabula_test_headers)
  set(source ${CMAKE_CURRENT_BINARY_DIR}/test_headers.cpp)
  file(CONFIGURE OUTPUT ${source} CONTENT "// Holds no code: its target carries the precompiled headers of the tests.\n")
  add_library(test_headers OBJECT ${source})
  target_link_libraries(test_headers PRIVATE fabula_options GTest::gmock)
  target_compile_options(test_headers PRIVATE -O0)
  target_precompile_headers(test_headers PRIVATE <gmock/gmock.h> ${FABULA_PRECOMPILED})
endfunction()

# fabula_test(<name> SOURCES ... LINK ...) makes a GoogleTest program whose cases CTest lists one by one.
function(fabula_test name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINK" ${ARGN})
  add_executable(test_${name} ${ARG_SOURCES})
  target_include_directories(test_${name} PRIVATE ${PROJECT_SOURCE_DIR}/src ${PROJECT_SOURCE_DIR}/tests)
  # Optimizing assertions takes most of a build's time and finds nothing more; the libraries stay optimized.
  target_compile_options(test_${name} PRIVATE -O0)
  target_precompile_headers(test_${name} REUSE_FROM test_headers)
  target_link_libraries(test_${name} PRIVATE fabula_options ${ARG_LINK} GTest::gmock GTest::gtest_main)
  target_compile_definitions(test_${name} PRIVATE FABULA_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
                             FABULA_LANG_DIR="${PROJECT_SOURCE_DIR}/src/lang")
  gtest_discover_tests(test_${name} TEST_PREFIX "${name}." DISCOVERY_TIMEOUT 60
                       PROPERTIES TIMEOUT 300)
endfunction()
