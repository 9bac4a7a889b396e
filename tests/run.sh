#!/bin/sh
# Installs what is missing, builds everything with warnings as errors, checks that every header compiles alone, runs all tests.
set -eu
root="$(cd "$(dirname "$0")/.." && pwd)"
"$root/cmake/install_debian_packages.sh"
cd "$root"
cmake --preset release
cmake --build --preset release
cmake --build --preset release --target all_verify_interface_header_sets
ctest --preset release -j "$(nproc)"
