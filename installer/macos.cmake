# macOS, a bundle in a disk image. Not run: nobody has built the program there yet. Signing and notarizing are the publisher's:
# codesign --deep --options runtime --sign ID Miaobu.app, then xcrun notarytool submit --wait and xcrun stapler staple.
set_target_properties(miaobu PROPERTIES
    MACOSX_BUNDLE ON
    OUTPUT_NAME Miaobu
    MACOSX_BUNDLE_INFO_PLIST ${CMAKE_CURRENT_SOURCE_DIR}/macos/Info.plist.in
    MACOSX_BUNDLE_GUI_IDENTIFIER com.miaobu.Desktop
    MACOSX_BUNDLE_BUNDLE_NAME Miaobu
    MACOSX_BUNDLE_SHORT_VERSION_STRING ${PROJECT_VERSION})
install(TARGETS miaobu BUNDLE DESTINATION .)
install(CODE "execute_process(COMMAND macdeployqt \${CMAKE_INSTALL_PREFIX}/Miaobu.app COMMAND_ERROR_IS_FATAL ANY)")

set(CPACK_GENERATOR DragNDrop)
set(CPACK_DMG_VOLUME_NAME Miaobu)
set(CPACK_DMG_FORMAT UDBZ)
