#!/bin/sh
# SPDX-License-Identifier: MIT
# Installs the build into a private folder and builds the example against that alone, by the CMake
# package and by pkg-config; only ent_ symbols are seen.   test.sh BUILD
set -eu
build=$1
here=$(cd "$(dirname "$0")" && pwd)
facts=$here/../../graphs/korea-singapore-ai-2026/facts.json
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
prefix=$scratch/usr

DESTDIR='' cmake --install "$build" --prefix "$prefix" >"$scratch/install.log"
flags=''
grep -q 'ENT_SANITIZE:BOOL=ON' "$build/CMakeCache.txt" && flags='-fsanitize=address,undefined'

cmake -G Ninja -S "$here" -B "$scratch/cmake" -DCMAKE_PREFIX_PATH="$prefix" -DCMAKE_C_FLAGS="$flags" >/dev/null
cmake --build "$scratch/cmake" >/dev/null
library=$(dirname "$(find "$prefix" -name libentente.so)")
export LD_LIBRARY_PATH="$library"
"$scratch/cmake/example" "$facts" >"$scratch/by-cmake"

export PKG_CONFIG_PATH="$library/pkgconfig"
cc $flags "$here/example.c" -o "$scratch/example" $(pkg-config --cflags --libs entente)
"$scratch/example" "$facts" >"$scratch/by-pkg-config"

cmp "$scratch/by-cmake" "$scratch/by-pkg-config"
grep -q 'undirected' "$scratch/by-cmake"
[ "$(wc -l <"$scratch/by-cmake")" = 6 ]

foreign=$(nm -D --defined-only "$library/libentente.so" | awk '{print $3}' |
          grep -v '^ent_' | grep -v '^_\(init\|fini\)$' || true)
[ -z "$foreign" ] || { echo "symbols that are not ours to show: $foreign"; exit 1; }

"$prefix/bin/entente" draw -o "$scratch/out.svg" "$facts"
[ -s "$scratch/out.svg" ]
ls "$prefix/share/entente/facts.schema.json" "$prefix/share/man/man1/entente.1" \
   "$prefix/share/bash-completion/completions/entente" >/dev/null
