#!/bin/bash
# Writes that fail, at whatever moment: files that may not grow beyond a limit, and, where this user may mount one, a small disk that
# is full. Each verb ends with one line and status 1, the database opens, verifies, and has every finished document; doing it
# again where there is room gives what an undisturbed run gives.
#   failing_writes_test.sh ISNAD ARTICLES_FOLDER
set -u
isnad="$1"
articles="$2"
work=$(mktemp -d)
faults=0
mounted=""
tidy() {
  [ -z "$mounted" ] || umount "$mounted"
  rm -rf "$work"
}
trap tidy EXIT

fault() {
  echo "$*" >&2
  faults=$((faults + 1))
}

hash_of() { "$isnad" verify --db "$1" --hash 2>&1 | tail -1; }

# Runs a verb whose files may have so many blocks of 1,024 bytes; the signal of the limit is ignored, so that writing fails instead.
limited() {
  local blocks="$1"
  shift
  (
    trap '' XFSZ
    ulimit -f "$blocks"
    "$isnad" "$@"
  ) > "$work/out" 2> "$work/err"
}

# One line, status 1, and a database that is none yet or is whole.
check_failure() {
  local what="$1" status="$2" db="$3"
  [ "$status" = 1 ] || fault "$what: status $status: $(cat "$work/err")"
  [ "$(grep -c '^isnad: ' "$work/err")" = 1 ] || fault "$what: not one line: $(cat "$work/err")"
  if [ -e "$db" ] && ! "$isnad" verify --db "$db" > "$work/verified" 2>&1; then
    grep -q 'no database here' "$work/verified" || fault "$what: $(cat "$work/verified")"
  fi
}

"$isnad" build "$articles" --db "$work/whole" --quiet > "$work/out" 2>&1 || fault "cannot build: $(cat "$work/out")"
whole=$(hash_of "$work/whole")
document=$("$isnad" export --db "$work/whole" --what claims --format jsonl | head -1 | sed 's/.*"doc": *"\([^"]*\)".*/\1/')
cp -r "$work/whole" "$work/without"
"$isnad" delete --db "$work/without" "$document" > "$work/out" 2>&1 || fault "cannot delete: $(cat "$work/out")"
without=$(hash_of "$work/without")
[ "$whole" != "$without" ] || fault "nothing was deleted"
"$isnad" backup "$work/backups" --db "$work/whole" > "$work/out" 2>&1 || fault "cannot back up: $(cat "$work/out")"

failures=0
for blocks in 2 4 8 16 32 64 128 256; do
  rm -rf "$work/db"
  limited "$blocks" build "$articles" --db "$work/db" --quiet
  status=$?
  [ "$status" = 0 ] || { failures=$((failures + 1)); check_failure "build in $blocks blocks" "$status" "$work/db"; }
  "$isnad" build "$articles" --db "$work/db" --quiet > "$work/out" 2>&1 || fault "build after $blocks blocks: $(cat "$work/out")"
  [ "$(hash_of "$work/db")" = "$whole" ] || fault "build after $blocks blocks gives something else"

  limited "$blocks" delete --db "$work/db" "$document"
  status=$?
  [ "$status" = 0 ] || { failures=$((failures + 1)); check_failure "delete in $blocks blocks" "$status" "$work/db"; }
  now=$(hash_of "$work/db")
  [ "$now" = "$whole" ] || [ "$now" = "$without" ] || fault "delete in $blocks blocks did half of it"

  rm -rf "$work/db" "$work/restored"
  cp -r "$work/whole" "$work/db"
  limited "$blocks" compact --db "$work/db"
  status=$?
  [ "$status" = 0 ] || { failures=$((failures + 1)); check_failure "compact in $blocks blocks" "$status" "$work/db"; }
  [ "$(hash_of "$work/db")" = "$whole" ] || fault "compact in $blocks blocks changed something"

  limited "$blocks" merge --db "$work/db" Turkey Russia
  status=$?
  [ "$status" = 0 ] || { failures=$((failures + 1)); check_failure "merge in $blocks blocks" "$status" "$work/db"; }

  limited "$blocks" restore "$work/backups" --db "$work/restored"
  status=$?
  [ "$status" = 0 ] || { failures=$((failures + 1)); check_failure "restore in $blocks blocks" "$status" "$work/restored"; }
done
[ "$failures" -ge 10 ] || fault "only $failures writes failed: the limits test nothing"

mkdir "$work/disk"
for kilobytes in 100 300 500; do
  if [ "$(id -u)" != 0 ] || ! mount -t tmpfs -o "size=${kilobytes}k" isnad-test "$work/disk" 2> /dev/null; then
    echo "no small disk may be mounted: left out"
    break
  fi
  mounted="$work/disk"
  "$isnad" build "$articles" --db "$work/disk/db" --quiet > "$work/out" 2> "$work/err"
  check_failure "build on a disk of $kilobytes KB" $? "$work/disk/db"
  grep -qi 'no space' "$work/err" || fault "the message does not say that the disk is full: $(cat "$work/err")"
  umount "$work/disk" && mounted=""
done

[ "$faults" = 0 ] && echo "$failures writes failed, and lost nothing"
exit $((faults > 0))
