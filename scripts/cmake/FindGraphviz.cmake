# Finds Graphviz's cgraph and gvc and makes Graphviz::cgraph and Graphviz::gvc.
find_package(PkgConfig REQUIRED)
pkg_check_modules(GRAPHVIZ REQUIRED IMPORTED_TARGET libcgraph libgvc)
if(NOT TARGET Graphviz::gvc)
  add_library(Graphviz::gvc ALIAS PkgConfig::GRAPHVIZ)
endif()
