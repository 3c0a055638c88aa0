# SPDX-License-Identifier: MIT
# What `cmake --install` puts where: the program and its two helpers, the library with its headers,
# CMake package and pkg-config file, the schemas, manual pages and completions.
install(TARGETS program RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(TARGETS entente-layout entente-raster
        RUNTIME DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/entente)
install(TARGETS entente EXPORT entente-targets LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(DIRECTORY ${CMAKE_SOURCE_DIR}/include/entente DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(FILES ${ENT_SCHEMA_FILES} DESTINATION ${CMAKE_INSTALL_DATADIR}/entente)

install(EXPORT entente-targets NAMESPACE entente:: FILE entente-targets.cmake
        DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/entente)
file(WRITE ${CMAKE_BINARY_DIR}/entente-config.cmake
"include(CMakeFindDependencyMacro)
find_dependency(PkgConfig)
pkg_check_modules(GLIB REQUIRED IMPORTED_TARGET glib-2.0)
include(\${CMAKE_CURRENT_LIST_DIR}/entente-targets.cmake)
")
write_basic_package_version_file(${CMAKE_BINARY_DIR}/entente-config-version.cmake
                                 COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_BINARY_DIR}/entente-config.cmake
              ${CMAKE_BINARY_DIR}/entente-config-version.cmake
        DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/entente)

# Relative to the file itself, so that `cmake --install --prefix` may put it anywhere.
file(RELATIVE_PATH PC_TO_PREFIX /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/entente.pc @ONLY CONTENT
"prefix=\${pcfiledir}/@PC_TO_PREFIX@
includedir=\${prefix}/@CMAKE_INSTALL_INCLUDEDIR@
libdir=\${prefix}/@CMAKE_INSTALL_LIBDIR@

Name: entente
Description: @PROJECT_DESCRIPTION@
Version: @PROJECT_VERSION@
Requires: glib-2.0
Libs: -L\${libdir} -lentente
Cflags: -I\${includedir}
")
install(FILES ${CMAKE_BINARY_DIR}/entente.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)

# Manual pages and completions are printed by the program from its own tables.
find_program(SCDOC scdoc REQUIRED)
file(GLOB command_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/cli/*.c)
set(man_pages entente)
foreach(path ${command_sources})
    file(STRINGS ${path} descriptor REGEX "^const EntCommand ent_command_")
    get_filename_component(command ${path} NAME_WE)
    if(descriptor AND NOT command STREQUAL "generate")
        list(APPEND man_pages entente-${command})
    endif()
endforeach()
set(generated "")
foreach(page ${man_pages})
    string(REGEX REPLACE "^entente" "man" what ${page})
    add_custom_command(OUTPUT man/${page}.1
        COMMAND program generate ${what} > ${page}.scd
        COMMAND ${CMAKE_COMMAND} -E env SOURCE_DATE_EPOCH=0 ${SCDOC} < ${page}.scd > man/${page}.1
        DEPENDS program VERBATIM)
    list(APPEND generated man/${page}.1)
endforeach()
file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/man ${CMAKE_BINARY_DIR}/completions)
foreach(shell bash zsh fish)
    add_custom_command(OUTPUT completions/${shell}
        COMMAND program generate ${shell} > completions/${shell} DEPENDS program VERBATIM)
    list(APPEND generated completions/${shell})
endforeach()
add_custom_target(generated ALL DEPENDS ${generated})
install(DIRECTORY ${CMAKE_BINARY_DIR}/man/ DESTINATION ${CMAKE_INSTALL_MANDIR}/man1
        FILES_MATCHING PATTERN "*.1")
install(FILES ${CMAKE_BINARY_DIR}/completions/bash RENAME entente
        DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${CMAKE_BINARY_DIR}/completions/zsh RENAME _entente
        DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
install(FILES ${CMAKE_BINARY_DIR}/completions/fish RENAME entente.fish
        DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
