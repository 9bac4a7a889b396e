#!/bin/sh
# Installs those packages of debian_packages.txt that this machine lacks; asks for root only when something is missing.
set -eu
list="$(dirname "$0")/debian_packages.txt"
missing=""
for package in $(grep -v '^#' "$list"); do
  [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing="$missing $package"
done
[ -z "$missing" ] && exit 0
as_root=""
[ "$(id -u)" = 0 ] || as_root=sudo
$as_root apt-get update -q
# shellcheck disable=SC2086  # a list of words
DEBIAN_FRONTEND=noninteractive $as_root apt-get install -q -y --no-install-recommends $missing
