# embed_text(TARGET HEADER NAME FILE...): adds to TARGET a source that defines, as declared in HEADER,
# std::string_view newsgraph::embedded::NAME with the content of FILE, for each pair NAME FILE.
# Changes of a file rebuild only that source.
function(embed_text target header)
  list(LENGTH ARGN count)
  math(EXPR last "${count} - 1")
  foreach(i RANGE 0 ${last} 2)
    math(EXPR j "${i} + 1")
    list(GET ARGN ${i} EMBED_NAME)
    list(GET ARGN ${j} file)
    cmake_path(ABSOLUTE_PATH file BASE_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR} NORMALIZE)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
    file(READ ${file} EMBED_TEXT)
    set(EMBED_HEADER ${header})
    configure_file(${CMAKE_CURRENT_FUNCTION_LIST_DIR}/embed_text.cpp.in
                   ${CMAKE_CURRENT_BINARY_DIR}/embedded/${EMBED_NAME}.cpp @ONLY)
    target_sources(${target} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/embedded/${EMBED_NAME}.cpp)
  endforeach()
endfunction()
