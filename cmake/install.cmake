# cmake --install: program, libraries, headers and data, and the package that find_package() reads.
include(CMakePackageConfigHelpers)

# Every library of extract/, graph/ and export/ becomes newsgraph::NAME for others, as within.
function(newsgraph_libraries_of folder result)
  get_property(targets DIRECTORY ${folder} PROPERTY BUILDSYSTEM_TARGETS)
  get_property(subfolders DIRECTORY ${folder} PROPERTY SUBDIRECTORIES)
  set(found)
  foreach(target IN LISTS targets)
    get_target_property(type ${target} TYPE)
    if(type MATCHES "_LIBRARY$" AND target MATCHES "^newsgraph_")
      list(APPEND found ${target})
    endif()
  endforeach()
  foreach(subfolder IN LISTS subfolders)
    newsgraph_libraries_of(${subfolder} more)
    list(APPEND found ${more})
  endforeach()
  set(${result} ${found} PARENT_SCOPE)
endfunction()

set(newsgraph_installed newsgraph_options newsgraph_rapidjson)
foreach(folder extract graph export)
  newsgraph_libraries_of(${PROJECT_SOURCE_DIR}/${folder} libraries)
  list(APPEND newsgraph_installed ${libraries})
endforeach()
foreach(target IN LISTS newsgraph_installed)
  string(REPLACE "newsgraph_" "" name ${target})
  set_target_properties(${target} PROPERTIES EXPORT_NAME ${name})
endforeach()

install(TARGETS ${newsgraph_installed} EXPORT newsgraph
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}
  LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}
  OBJECTS DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/extract ${PROJECT_SOURCE_DIR}/graph ${PROJECT_SOURCE_DIR}/export
  DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/newsgraph FILES_MATCHING PATTERN "*.hpp")
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE ${PROJECT_SOURCE_DIR}/NOTICE ${PROJECT_SOURCE_DIR}/README.md
  DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(newsgraph_package ${CMAKE_INSTALL_LIBDIR}/cmake/newsgraph)
set(newsgraph_models ${CMAKE_INSTALL_DATADIR}/newsgraph/models)
install(EXPORT newsgraph FILE newsgraphTargets.cmake NAMESPACE newsgraph::
  DESTINATION ${newsgraph_package})
configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/newsgraphConfig.cmake.in
  ${PROJECT_BINARY_DIR}/newsgraphConfig.cmake
  INSTALL_DESTINATION ${newsgraph_package} PATH_VARS newsgraph_models)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/newsgraphConfigVersion.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/newsgraphConfig.cmake ${PROJECT_BINARY_DIR}/newsgraphConfigVersion.cmake
  DESTINATION ${newsgraph_package})
