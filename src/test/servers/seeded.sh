#!/bin/sh
# seeded.sh FILE: starts the seeded NovaCron installation on real servers, writes a configuration for the console that
# names them to FILE, and runs until its input ends (Ctrl+D). Then try: ./oncall run --config FILE
# JAVA_HOME must name a JDK 25, and ./oncall servers must have installed the servers.
set -eu
[ $# = 1 ] || { echo "usage: $0 FILE" >&2; exit 2; }
case $1 in /*) file=$1 ;; *) file=$PWD/$1 ;; esac
cd "$(dirname -- "$0")/../../.."
mvn -B -q -pl src/test -am test-compile dependency:build-classpath \
    -Dmdep.outputFile=target/class-path.txt -Dmdep.includeScope=test >&2
exec "$JAVA_HOME/bin/java" -cp "src/test/target/test-classes:$(cat src/test/target/class-path.txt)" \
    io.novacron.oncall.servers.seed.SeededStack "$file"
