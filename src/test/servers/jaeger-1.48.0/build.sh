#!/bin/sh
# build.sh OUT VERSION: Jaeger all-in-one of the first architecture, with the legacy dialect only.
set -eu
export GOWORK=off CGO_ENABLED=0
module=github.com/jaegertracing/jaeger
go build -mod=readonly -trimpath -buildvcs=false -ldflags "-s -w -X $module/pkg/version.latestVersion=v$2" \
    -o "$1/jaeger-all-in-one" "$module/cmd/all-in-one"
