@echo off
rem Starts makemore. JAVA_HOME chooses the Java (otherwise java on the PATH), unless there is one in
rem runtime, which holds the modules too. MAKEMORE_JAVA_OPTS gives the JVM more options. What is a
rem terminal cmd.exe cannot tell.
setlocal EnableExtensions DisableDelayedExpansion

call :home
set "MAKEMORE_MODULES="
set "MAKEMORE_JAVA=%MAKEMORE_HOME%\runtime\bin\java.exe"
if exist "%MAKEMORE_JAVA%" goto run

set MAKEMORE_MODULES=-p "%MAKEMORE_HOME%\lib"
if not defined JAVA_HOME goto path
rem Some write it with quotes.
set "MAKEMORE_JAVA=%JAVA_HOME:"=%\bin\java.exe"
if exist "%MAKEMORE_JAVA%" goto version
echo makemore: JAVA_HOME names a folder that has no bin\java.exe.>&2
echo Set it to the folder of a Java 17 or newer, or unset it.>&2
exit /b 1

:path
set "MAKEMORE_JAVA="
for %%j in (java.exe) do set "MAKEMORE_JAVA=%%~$PATH:j"
if defined MAKEMORE_JAVA goto version
echo makemore: no Java found.>&2
echo Install Java 17 or newer and put it on the PATH, or set JAVA_HOME to its folder.>&2
exit /b 1

rem The folder of this file. Outside of a call, cmd.exe takes the current folder for it if "makemore" was
rem typed with quotes and found on the PATH.
:home
set "MAKEMORE_HOME=%~dp0.."
exit /b 0

rem An old Java would only complain about an option. A Java says its version in a file beside its bin;
rem where there is none, as beside a java.exe that only calls another, or where it says nothing, Java
rem speaks for itself. Java 8 calls itself 1.8, which is less than 17, too.
:version
set "MAKEMORE_VERSION=17"
for %%j in ("%MAKEMORE_JAVA%") do set "MAKEMORE_RELEASE=%%~dpj..\release"
if not exist "%MAKEMORE_RELEASE%" goto run
for /f "usebackq tokens=1,2 delims==" %%k in ("%MAKEMORE_RELEASE%") do if "%%k"=="JAVA_VERSION" for /f "tokens=1 delims=.+-_ " %%v in ("%%~l") do set "MAKEMORE_VERSION=%%v"
if %MAKEMORE_VERSION% geq 17 goto run
echo makemore: this Java is too old, but Java 17 or newer is needed:>&2
echo "%MAKEMORE_JAVA%">&2
echo Set JAVA_HOME to the folder of a newer one.>&2
exit /b 1

rem makemore writes UTF-8. A console shows that if its code page is 65001; afterwards it gets its own back,
rem unless it is interrupted: cmd.exe asks "Terminate batch job?", and after a yes nothing more is run.
:run
set "MAKEMORE_PAGE="
for /f "tokens=2 delims=:." %%p in ('chcp') do set "MAKEMORE_PAGE=%%p"
chcp 65001 >nul
"%MAKEMORE_JAVA%" -XX:+UseSerialGC -XX:InitialRAMPercentage=0.2 -XX:-UsePerfData -Xshare:auto -Xlog:disable -Xlog:all=warning:stderr -XX:+DisplayVMOutputToStderr -XX:ErrorFile=NUL -XX:ReplayDataFile=NUL -XX:CompressedClassSpaceSize=16m -XX:ReservedCodeCacheSize=64m -XX:Tier3MinInvocationThreshold=10 -XX:Tier4MinInvocationThreshold=50 -XX:Tier4BackEdgeThreshold=400000 "-Dmakemore.terminal=" %MAKEMORE_JAVA_OPTS% %MAKEMORE_MODULES% -m dev.makemore.cli/dev.makemore.cli.Main %*
set "MAKEMORE_EXIT=%errorlevel%"
if defined MAKEMORE_PAGE chcp %MAKEMORE_PAGE% >nul
exit /b %MAKEMORE_EXIT%
