#!/bin/sh
# build.sh OUT VERSION: OpenSearch's own jars and a main class that starts one node of it.
set -eu
mvn -B -q -f pom.xml dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory="$1/lib"
"$JAVA_HOME/bin/javac" -nowarn -proc:none --release 21 -cp "$1/lib/*" -d "$1/classes" SearchNode.java
