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

file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/entente.pc @ONLY CONTENT
"prefix=@CMAKE_INSTALL_PREFIX@
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
