#!/bin/sh
# build.sh OUT VERSION: Alertmanager and amtool. The module embeds a built web page that it does not contain, so the
# sources are vendored and a page of ours takes its place; without -X the status API would report an empty version.
set -eu
export GOWORK=off CGO_ENABLED=0
module=github.com/prometheus/alertmanager
go mod vendor -e
mkdir -p "vendor/$module/ui/app/dist"
cp index.html "vendor/$module/ui/app/dist/"
go build -mod=vendor -trimpath -buildvcs=false -ldflags "-s -w -X github.com/prometheus/common/version.Version=$2" \
    -o "$1/" "$module/cmd/alertmanager" "$module/cmd/amtool"
