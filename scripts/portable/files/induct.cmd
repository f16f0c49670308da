@echo off
rem induct with a Node of its own. Opened by a double click, it shows what comes next and waits for commands; with words
rem behind it, it runs those and ends. It installs nothing and changes no setting of Windows.
setlocal DisableDelayedExpansion
rem Programs of Windows are named in full: cmd.exe would look into the current folder first.
"%SystemRoot%\System32\chcp.com" 65001 >nul 2>nul
if not exist "%~dp0node\node.exe" goto missing
if not "%~1"=="" goto run
rem A window is made wide enough, and keeps its scroll bar; Windows Terminal has its own size.
if not defined WT_SESSION "%SystemRoot%\System32\mode.com" con cols=100 >nul 2>nul
title induct
"%~dp0node\node.exe" "%~dp0app\bin\window.js"
if %ERRORLEVEL% EQU 0 exit /b 0
echo.
echo induct could not go on. The part "For ICT" in README.txt, in this folder, may help.
pause
exit /b 4

:run
"%~dp0node\node.exe" "%~dp0app\bin\induct.js" %*
exit /b %ERRORLEVEL%

:missing
echo induct is not unpacked yet. Right-click the zip, choose "Extract All", and open induct.cmd in the new folder.
pause
exit /b 4
