# Writes the AppStream data to OUTPUT. Included, or run by itself:
# cmake -D OUTPUT=FILE -D PROJECT_VERSION=1.2.3 -D MIAOBU_RELEASE_DATE=2026-11-27 -D MIAOBU_REPOSITORY=OWNER/NAME -P metainfo.cmake
set(METAINFO_LINKS "")
if(MIAOBU_REPOSITORY)
    set(address https://github.com/${MIAOBU_REPOSITORY})
    set(pictures https://raw.githubusercontent.com/${MIAOBU_REPOSITORY}/v${PROJECT_VERSION}/installer/pictures)
    file(READ ${CMAKE_CURRENT_LIST_DIR}/metainfo-links.xml.in METAINFO_LINKS)
    string(CONFIGURE "${METAINFO_LINKS}" METAINFO_LINKS @ONLY)
endif()
configure_file(${CMAKE_CURRENT_LIST_DIR}/com.miaobu.Desktop.metainfo.xml.in ${OUTPUT} @ONLY)
