@echo off
rem Starts makemore. JAVA_HOME chooses the Java (otherwise java on the PATH), unless there is one in
rem runtime, which holds the modules too. MAKEMORE_JAVA_OPTS gives the JVM more options. What is a
rem terminal cmd.exe cannot tell.
setlocal

set "MAKEMORE_MODULES="
set "MAKEMORE_JAVA=%~dp0..\runtime\bin\java.exe"
if exist "%MAKEMORE_JAVA%" goto run

set MAKEMORE_MODULES=-p "%~dp0..\lib"
set "MAKEMORE_JAVA=java.exe"
if not defined JAVA_HOME goto path
set "MAKEMORE_JAVA=%JAVA_HOME%\bin\java.exe"
if exist "%MAKEMORE_JAVA%" goto run
echo makemore: JAVA_HOME names a folder that has no bin\java.exe.>&2
echo Set it to the folder of a Java 17 or newer, or unset it.>&2
exit /b 1

:path
where /q java.exe
if not errorlevel 1 goto run
echo makemore: no Java found.>&2
echo Install Java 17 or newer and put it on the PATH, or set JAVA_HOME to its folder.>&2
exit /b 1

:run
"%MAKEMORE_JAVA%" -XX:+UseSerialGC -XX:InitialRAMPercentage=0.2 -XX:-UsePerfData -Xshare:auto -Xlog:disable -Xlog:all=warning:stderr -XX:+DisplayVMOutputToStderr -XX:ErrorFile=NUL -XX:ReplayDataFile=NUL -XX:CompressedClassSpaceSize=16m -XX:ReservedCodeCacheSize=64m -XX:Tier3MinInvocationThreshold=10 -XX:Tier4MinInvocationThreshold=50 -XX:Tier4BackEdgeThreshold=400000 "-Dmakemore.terminal=" %MAKEMORE_JAVA_OPTS% %MAKEMORE_MODULES% -m dev.makemore.cli/dev.makemore.cli.Main %*
exit /b %errorlevel%
