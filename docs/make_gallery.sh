#!/bin/sh
# Runs the commands of docs/gallery.md and takes the pictures of its two pages with Chromium.
#   docs/make_gallery.sh ISNAD
set -eu
isnad=$(realpath "$1")
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
grep '^    isnad ' docs/gallery.md | sed "s#^    isnad#\"$isnad\"#; s#demo\.db#$work/demo.db#g; s#before\.svg#$work/before.svg#g; s#-o turkey\.html#-o $work/turkey.html#; s#-o erdogan\.html#-o $work/erdogan.html#" > "$work/commands"
sh -e "$work/commands"
# The page as it is after a click on its first arrow.
sed -i "s#</body>#<script>isnad.choose('edge', 0)</script></body>#" "$work/turkey.html"
shoot() {
  chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size="$3" --virtual-time-budget=4000 --screenshot="docs/images/$2" "file://$work/$1" > "$work/chromium.log" 2>&1
}
shoot turkey.html page.png 1300,760
shoot erdogan.html dossier-ar.png 900,1100
