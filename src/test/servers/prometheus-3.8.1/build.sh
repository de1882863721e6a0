#!/bin/sh
# build.sh OUT VERSION: Prometheus and promtool. Release 3.8.1 is module version 0.308.1. It is built as a tool of a
# module of ours, since its go.mod has exclude directives that `go install` refuses. No web page inside; complete API.
set -eu
export GOWORK=off CGO_ENABLED=0
module=github.com/prometheus/prometheus
go build -mod=readonly -trimpath -buildvcs=false -ldflags "-s -w -X github.com/prometheus/common/version.Version=$2" \
    -o "$1/" "$module/cmd/prometheus" "$module/cmd/promtool"
