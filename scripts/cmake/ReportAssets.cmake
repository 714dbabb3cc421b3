# Puts the files of the report page into the program: its own script and style, and the widgets' libraries from npm with
# their licences. Without npm or network the program is built without the widgets, and says so.

set(FABULA_REPORT_ASSETS AUTO CACHE STRING
    "Libraries of the report's widgets: AUTO (npm ci while configuring), OFF, or a folder that holds node_modules")

# Fetches what package-lock.json names into <folder>/node_modules, again only where the lock file changed.
function(report_fetch_libraries web folder)
  file(SHA256 "${web}/package-lock.json" lock)
  set(stamp "${folder}/fetched-${lock}")
  if(EXISTS "${stamp}")
    return()
  endif()
  find_program(NPM_PROGRAM npm)
  if(NOT NPM_PROGRAM)
    return()
  endif()
  file(COPY "${web}/package.json" "${web}/package-lock.json" DESTINATION "${folder}")
  message(STATUS "report: fetching the widgets' libraries with npm")
  execute_process(COMMAND "${NPM_PROGRAM}" ci --ignore-scripts --legacy-peer-deps --no-audit --no-fund
                  WORKING_DIRECTORY "${folder}" RESULT_VARIABLE failed OUTPUT_QUIET ERROR_VARIABLE why TIMEOUT 120)
  if(failed)
    message(STATUS "report: npm failed: ${why}")
    file(REMOVE_RECURSE "${folder}/node_modules")
    return()
  endif()
  file(TOUCH "${stamp}")
endfunction()

# An inline script or style ends where its end tag is, whatever the library meant by it; npm's files hold no such text.
function(report_check_library path)
  file(READ "${path}" content)
  string(TOLOWER "${content}" content)
  foreach(forbidden "</script" "</style" "<!--")
    string(FIND "${content}" "${forbidden}" at)
    if(NOT at EQUAL -1)
      message(FATAL_ERROR "report: ${path} holds ${forbidden} and cannot stand within a page")
    endif()
  endforeach()
endfunction()

# report_assets(<folder> <out>) makes <folder>/asset_table.{hpp,cpp} and names the sources to compile in <out>.
function(report_assets folder out)
  set(web "${CMAKE_CURRENT_SOURCE_DIR}/web")
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${web}/package-lock.json")
  set(libraries "${folder}/web")
  if(FABULA_REPORT_ASSETS STREQUAL "AUTO")
    report_fetch_libraries("${web}" "${libraries}")
  elseif(FABULA_REPORT_ASSETS)
    set(libraries "${FABULA_REPORT_ASSETS}")
  endif()
  set(modules "${libraries}/node_modules")
  set(names report.js report.css no_styles.js)
  set(paths "${web}/report.js" "${web}/report.css" "${web}/no_styles.js")
  if(FABULA_REPORT_ASSETS AND EXISTS "${modules}/cytoscape" AND EXISTS "${modules}/vis-timeline")
    list(APPEND names cytoscape.min.js cytoscape.LICENSE vis-timeline-graph2d.min.js vis-timeline-graph2d.min.css vis-timeline.LICENSE)
    list(APPEND paths "${modules}/cytoscape/dist/cytoscape.min.js" "${modules}/cytoscape/LICENSE"
         "${modules}/vis-timeline/standalone/umd/vis-timeline-graph2d.min.js"
         "${modules}/vis-timeline/styles/vis-timeline-graph2d.min.css" "${modules}/vis-timeline/LICENSE.MIT.txt")
    message(STATUS "report: with the timeline and graph widgets (${modules})")
  else()
    message(STATUS "report: WITHOUT the timeline and graph widgets: pages show pictures and lists (FABULA_REPORT_ASSETS, npm)")
  endif()

  # The assembler reads the files when the program is compiled: long string literals would be slow and are limited.
  set(symbols "")
  set(entries "")
  foreach(name path IN ZIP_LISTS names paths)
    report_check_library("${path}")
    string(MAKE_C_IDENTIFIER "fabula_asset_${name}" id)
    string(APPEND symbols "__asm__(\".section .rodata\\n.global ${id}\\n${id}:\\n.incbin \\\"${path}\\\"\\n.global ${id}_end\\n${id}_end:\\n.byte 0\\n.previous\\n\");\n"
                          "extern \"C\" const char ${id}[], ${id}_end[];\n")
    string(APPEND entries "      Asset{\"${name}\", {${id}, static_cast<std::size_t>(${id}_end - ${id})}},\n")
  endforeach()
  list(LENGTH names count)
  file(CONFIGURE OUTPUT "${folder}/asset_table.hpp" @ONLY CONTENT [[
#pragma once

#include <array>

#include "assets.hpp"

namespace fabula::report {
/// The files by name. Made by ReportAssets.cmake.
const std::array<Asset, @count@>& asset_table();
}  // namespace fabula::report
]])
  file(CONFIGURE OUTPUT "${folder}/asset_table.cpp" @ONLY CONTENT [[
#include "asset_table.hpp"

#include <cstddef>

@symbols@
namespace fabula::report {

const std::array<Asset, @count@>& asset_table() {
  static const std::array<Asset, @count@> table = {{
@entries@  }};
  return table;
}

}  // namespace fabula::report
]])
  set_source_files_properties("${folder}/asset_table.cpp" PROPERTIES OBJECT_DEPENDS "${paths}")
  set(${out} "${folder}/asset_table.cpp" PARENT_SCOPE)
endfunction()
