#!/bin/sh
# Installs or builds the real servers that the tests run against, one line per server.
#
#   install.sh [NAME-VERSION ...]     without a name: all of them
#
# Two come from Debian's packages, the others are built from pinned sources into
# ${XDG_CACHE_HOME:-$HOME/.cache}/oncall/servers/NAME-VERSION/ and are kept there: delete a folder to build it anew.
# A folder appears only when it is complete (built beside it, then renamed), so an interrupted run leaves nothing half.
# JAVA_HOME should name a JDK 21 or newer (`./oncall servers` sets a JDK 25). Exit 1 if any server is missing.
set -u

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/oncall/servers
wanted=" $* "
missing=0
work=

cleanup() { [ -z "$work" ] || rm -rf "$work"; }
trap cleanup EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# report NAME VERSION PATH STATE
report() { printf '%-14s %-8s %-60s %s\n' "$1" "$2" "$3" "$4"; }
absent() { report "$1" "$2" - "missing: $3"; missing=1; }
chosen() { case $wanted in "  ") true ;; *" $1 "*) true ;; *) false ;; esac; }

# debian NAME VERSION PACKAGE PROGRAM TOOL: the distribution's program, if it is that version
debian() {
    chosen "$1-$2" || return 0
    started=$(date +%s)
    state=ready
    if ! command -v "$4" >/dev/null 2>&1 || ! command -v "$5" >/dev/null 2>&1; then
        if ! why=$(apt_install "$3"); then
            absent "$1" "$2" "$why"
            return 0
        fi
        state="installed in $(($(date +%s) - started)) s"
    fi
    found=$("$4" --version 2>&1 | sed -n 's/^[a-z]*, version \([0-9.]*\).*/\1/p')
    case $found in
        "$2") report "$1" "$2" "$(command -v "$4")" "$state" ;;
        *) absent "$1" "$2" "$4 on the PATH is ${found:-of unknown version}, the tests want $2 (Debian 12)" ;;
    esac
}

# apt_install PACKAGE: says in one line why not
apt_install() {
    if ! command -v apt-get >/dev/null 2>&1; then
        echo "no apt-get here; put Debian 12's $1 on the PATH"
        return 1
    fi
    if [ "$(id -u)" = 0 ]; then
        asroot=
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
        asroot="sudo -n"
    else
        echo "not root; run: sudo apt-get install --no-install-recommends $1"
        return 1
    fi
    # RUNLEVEL=1: the tests start processes of their own, so the package need not start its service
    get="$asroot env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get -q -y"
    log=$(mktemp)
    if $get install --no-install-recommends "$1" >"$log" 2>&1 \
        || { $get update >"$log" 2>&1 && $get install --no-install-recommends "$1" >"$log" 2>&1; }; then
        rm -f "$log"
        return 0
    fi
    echo "apt-get install $1 failed: $(tail -n 1 "$log")"
    rm -f "$log"
    return 1
}

# build NAME VERSION PROGRAM NEED: runs the recipe NAME-VERSION/build.sh in a copy of its folder
build() {
    id=$1-$2
    chosen "$id" || return 0
    target=$cache/$id
    if [ -e "$target/$3" ]; then
        report "$1" "$2" "$target" ready
        return 0
    fi
    if ! why=$("$4"); then
        absent "$1" "$2" "$why"
        return 0
    fi
    started=$(date +%s)
    mkdir -p "$cache"
    work=$(mktemp -d "$cache/.building-$id.XXXXXX")
    cp -R "$here/$id" "$work/recipe"
    mkdir "$work/out"
    if (cd "$work/recipe" && sh ./build.sh "$work/out" "$2") >"$work/log" 2>&1 && [ -e "$work/out/$3" ]; then
        rm -rf "$target"
        mv "$work/out" "$target"
        report "$1" "$2" "$target" "built in $(($(date +%s) - started)) s"
    else
        echo "The recipe of $id failed; its last lines:" >&2
        tail -n 20 "$work/log" >&2
        absent "$1" "$2" "build failed: $(tail -n 1 "$work/log" | cut -c 1-160)"
    fi
    rm -rf "$work"
    work=
}

need_go() {
    if ! command -v go >/dev/null 2>&1; then
        echo "Go 1.26 or newer is not on the PATH nor in /usr/local/go (Debian 12's golang package is 1.19: too old)"
        return 1
    fi
    minor=$(GOTOOLCHAIN=local go version | sed -n 's/^go version go1\.\([0-9]*\).*/\1/p')
    if [ "${minor:-0}" -lt 21 ] || { [ "$minor" -lt 26 ] && [ "$(go env GOTOOLCHAIN)" = local ]; }; then
        echo "Go 1.$minor is too old, 1.26 or newer is needed (Debian 12's golang package is too old as well)"
        return 1
    fi
}

need_jdk() {
    if [ ! -x "${JAVA_HOME:-/nowhere}/bin/javac" ]; then
        echo "JAVA_HOME does not name a JDK (run ./oncall servers, which finds one)"
        return 1
    fi
    if ! command -v mvn >/dev/null 2>&1; then
        echo "Maven is not on the PATH (apt-get install maven)"
        return 1
    fi
}

cd "$here" || exit 1
# what a run left behind that was ended by force
[ ! -d "$cache" ] || find "$cache" -maxdepth 1 -name '.building-*' -mmin +600 -exec rm -rf {} +
command -v go >/dev/null 2>&1 || PATH=$PATH:/usr/local/go/bin
export PATH

debian prometheus 2.42.0 prometheus prometheus promtool
debian alertmanager 0.25.0 prometheus-alertmanager prometheus-alertmanager amtool
build elasticsearch 7.17.29 lib need_jdk
build opensearch 3.8.0 lib need_jdk
build alertmanager 0.34.2 alertmanager need_go
build jaeger 1.48.0 jaeger-all-in-one need_go
build jaeger 1.62.0 jaeger need_go
build prometheus 3.8.1 prometheus need_go
exit "$missing"
