#!/bin/sh
# Installs what is missing, builds Isnad, builds a graph from samples/news and draws who does what to whom around Turkey.
# Leaves build/release/cli/isnad, demo.db and turkey.svg, turkey.png in the folder it was called from.
set -eu
root="$(cd "$(dirname "$0")/.." && pwd)"
"$root/cmake/install_debian_packages.sh"
(cd "$root" && cmake --preset release >/dev/null && cmake --build --preset release --target isnad)
isnad="$root/build/release/cli/isnad"
"$isnad" build "$root/samples/news" --db demo.db
"$isnad" query --db demo.db --subject Kremlin --object Turkey --type ACCUSE
"$isnad" render --db demo.db --around تركيا --lang ar -o turkey.svg
"$isnad" render --db demo.db --around Turkey --lang en -o turkey.png
echo "See turkey.svg (Arabic) and turkey.png (English)"
