#!/bin/sh
# build.sh OUT VERSION: Jaeger of the second architecture (cmd/jaeger, an OpenTelemetry collector with query service).
# The replacement in go.mod stands in Jaeger's own go.mod too, and is not inherited from there.
set -eu
export GOWORK=off CGO_ENABLED=0
module=github.com/jaegertracing/jaeger
go build -mod=readonly -trimpath -buildvcs=false -ldflags "-s -w -X $module/pkg/version.latestVersion=v$2" \
    -o "$1/jaeger" "$module/cmd/jaeger"
