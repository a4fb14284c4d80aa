# Linux: files in the places of the freedesktop.org specifications, and a Debian package.
include(GNUInstallDirs)
set(files ${CMAKE_CURRENT_BINARY_DIR}/files)
set(id com.miaobu.Desktop)

install(TARGETS miaobu RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES linux/${id}.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)

set(OUTPUT ${files}/${id}.metainfo.xml)
include(linux/metainfo.cmake)
install(FILES ${files}/${id}.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)

# The program itself writes what describes its command line, so that this cannot say anything else.
set(plain ${CMAKE_COMMAND} -E env LC_ALL=C.UTF-8 LANGUAGE= MIAOBU_HOME=${files}/home)
set(chinese ${CMAKE_COMMAND} -E env LC_ALL=zh_CN.UTF-8 LANGUAGE=zh_CN MIAOBU_HOME=${files}/home)
foreach(shell bash zsh fish)
    add_custom_command(OUTPUT ${files}/completion.${shell} DEPENDS miaobu VERBATIM
        COMMAND ${plain} $<TARGET_FILE:miaobu> completion ${shell} > ${files}/completion.${shell})
endforeach()
add_custom_command(OUTPUT ${files}/miaobu.1 DEPENDS miaobu VERBATIM
    COMMAND ${plain} $<TARGET_FILE:miaobu> manual > ${files}/miaobu.1)
add_custom_command(OUTPUT ${files}/zh_CN/miaobu.1 DEPENDS miaobu VERBATIM
    COMMAND ${CMAKE_COMMAND} -E make_directory ${files}/zh_CN
    COMMAND ${chinese} $<TARGET_FILE:miaobu> manual > ${files}/zh_CN/miaobu.1)
foreach(page miaobu.1 zh_CN/miaobu.1)
    add_custom_command(OUTPUT ${files}/${page}.gz DEPENDS ${files}/${page} COMMAND gzip -9nkf ${files}/${page})
endforeach()
set(hicolor ${CMAKE_CURRENT_BINARY_DIR}/hicolor)
add_custom_command(OUTPUT ${hicolor}/drawn DEPENDS application_icon_files
    COMMAND application_icon_files ${hicolor}
    COMMAND ${CMAKE_COMMAND} -E touch ${hicolor}/drawn)

install(FILES ${files}/completion.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME miaobu)
install(FILES ${files}/completion.zsh DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions RENAME _miaobu)
install(FILES ${files}/completion.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d RENAME miaobu.fish)
install(FILES ${files}/miaobu.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${files}/zh_CN/miaobu.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/zh_CN/man1)
install(DIRECTORY ${hicolor} DESTINATION ${CMAKE_INSTALL_DATADIR}/icons FILES_MATCHING PATTERN *.png)
install(FILES ${CMAKE_SOURCE_DIR}/icons/miaobu.svg
    DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps RENAME ${id}.svg)

# /usr/share/doc/miaobu as Debian wants it.
set(doc ${CMAKE_INSTALL_DATADIR}/doc/miaobu)
execute_process(COMMAND date -u -R -d ${MIAOBU_RELEASE_DATE} OUTPUT_VARIABLE MIAOBU_RELEASE_TIME OUTPUT_STRIP_TRAILING_WHITESPACE)
configure_file(debian/changelog.in ${files}/changelog @ONLY)
add_custom_command(OUTPUT ${files}/changelog.gz DEPENDS ${files}/changelog COMMAND gzip -9nkf ${files}/changelog)
install(FILES debian/copyright ${CMAKE_SOURCE_DIR}/THIRD_PARTY_NOTICES.md DESTINATION ${doc})
install(FILES ${files}/changelog.gz DESTINATION ${doc})

# A build for tests makes them when they are asked for: the program would be run by every build.
if(NOT BUILD_TESTING)
    set(always ALL)
endif()
add_custom_target(package_files ${always} DEPENDS
    ${files}/completion.bash ${files}/completion.zsh ${files}/completion.fish ${files}/miaobu.1.gz ${files}/zh_CN/miaobu.1.gz
    ${hicolor}/drawn ${files}/changelog.gz)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# What nothing links: the database's and the pictures' plugins, the library behind the keychain, and Node.js, which serves
# the sites of this computer.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite, libqt6svg6, libsecret-1-0, nodejs (>= 18), ca-certificates")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS
    "npm, git, qt6-wayland, qt6-translations-l10n, gnome-keyring | kwalletmanager | keepassxc, xdg-utils")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "docker.io | podman, python3, chromium, fonts-noto-cjk")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION "Point it at a folder or a Git repository: it finds out how the site is
built, builds it here, and gives an address that answers. The first target
is this computer, without any account; the same deployment goes to Alibaba
Cloud (OSS, ESA) once an account of your own is connected. A window and a
command line do the same work.")
