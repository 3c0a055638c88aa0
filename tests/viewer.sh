#!/bin/sh
# SPDX-License-Identifier: MIT
# The page's sources:   tests/viewer.sh unit|check|built
set -eu
cd "$(dirname "$0")/../src/viewer"
[ -d node_modules/esbuild ] || {
    echo 'skipped: src/viewer/node_modules is not there: scripts/setup test'
    exit 77
}
case $1 in
unit) npm test --silent ;;
check) npm run --silent check && npm run --silent lint ;;
built)
    made=$(mktemp -d)
    trap 'rm -r "$made"' EXIT
    cp built/viewer.js "$made/committed.js"
    npm run --silent build -- --outfile="$made/viewer.js" --log-level=warning
    cmp "$made/committed.js" "$made/viewer.js" && echo 'built/viewer.js is what its sources make' ;;
esac
