# Windows, an installer by NSIS. Not run: the program does not build on Windows yet (its processes, its emulator and its
# memory protection speak POSIX). Kept so that the names and places are decided once.
install(TARGETS miaobu RUNTIME DESTINATION .)
install(CODE "execute_process(COMMAND windeployqt --no-translations --no-opengl-sw \${CMAKE_INSTALL_PREFIX}/miaobu.exe COMMAND_ERROR_IS_FATAL ANY)")
install(FILES ${CMAKE_SOURCE_DIR}/LICENSE ${CMAKE_SOURCE_DIR}/THIRD_PARTY_NOTICES.md DESTINATION .)

set(CPACK_GENERATOR NSIS)
set(CPACK_PACKAGE_INSTALL_DIRECTORY Miaobu)
set(CPACK_NSIS_DISPLAY_NAME Miaobu)
set(CPACK_NSIS_PACKAGE_NAME Miaobu)
set(CPACK_NSIS_INSTALLED_ICON_NAME miaobu.exe)
set(CPACK_NSIS_ENABLE_UNINSTALL_BEFORE_INSTALL ON)
set(CPACK_NSIS_MODIFY_PATH ON)
set(CPACK_NSIS_MUI_FINISHPAGE_RUN miaobu.exe)
set(CPACK_PACKAGE_EXECUTABLES miaobu Miaobu)
# miaobu://… for this user alone: no administrator is needed.
set(CPACK_NSIS_EXTRA_INSTALL_COMMANDS [[
  WriteRegStr HKCU "Software\Classes\miaobu" "" "URL:Miaobu"
  WriteRegStr HKCU "Software\Classes\miaobu" "URL Protocol" ""
  WriteRegStr HKCU "Software\Classes\miaobu\shell\open\command" "" '"$INSTDIR\miaobu.exe" "%1"'
]])
set(CPACK_NSIS_EXTRA_UNINSTALL_COMMANDS [[
  DeleteRegKey HKCU "Software\Classes\miaobu"
]])
