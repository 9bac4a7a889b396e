#!/bin/bash
# kill -9 at random moments during build, delete, merge, restore and compact, of the whole program: the database opens, verifies and holds every
# finished document, and doing it again gives what an undisturbed run gives. (store_crash_test does the same to the library, at finer
# moments.) ISNAD_CRASH_ROUNDS sets how often (20).
#   killed_test.sh ISNAD ARTICLES_FOLDER
set -u
isnad="$1"
articles="$2"
rounds="${ISNAD_CRASH_ROUNDS:-20}"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
faults=0
RANDOM=7

fault() {
  echo "$*" >&2
  faults=$((faults + 1))
}

hash_of() { "$isnad" verify --db "$1" --hash 2>&1 | tail -1; }

# Runs a verb and kills it after a random time below the given milliseconds.
killed() {
  local most="$1"
  shift
  "$isnad" "$@" > "$work/out" 2>&1 &
  local process=$!
  sleep "$(printf '0.%03d' $((RANDOM % most)))"
  kill -9 "$process" 2> /dev/null && kills=$((kills + 1))
  wait "$process" 2> /dev/null
}

check_whole() {
  if [ -e "$2" ] && ! "$isnad" verify --db "$2" > "$work/verified" 2>&1; then
    grep -q 'no database here' "$work/verified" || fault "$1: $(cat "$work/verified")"
  fi
}

"$isnad" build "$articles" --db "$work/whole" --quiet > "$work/out" 2>&1 || fault "cannot build: $(cat "$work/out")"
whole=$(hash_of "$work/whole")
document=$("$isnad" export --db "$work/whole" --what claims --format jsonl | head -1 | sed 's/.*"doc": *"\([^"]*\)".*/\1/')
cp -r "$work/whole" "$work/other"
"$isnad" delete --db "$work/other" "$document" > "$work/out" 2>&1 || fault "cannot delete: $(cat "$work/out")"
without=$(hash_of "$work/other")
rm -rf "$work/other" && cp -r "$work/whole" "$work/other"
"$isnad" merge --db "$work/other" Kremlin Russia > "$work/out" 2>&1 || fault "cannot merge: $(cat "$work/out")"
merged=$(hash_of "$work/other")
[ "$whole" != "$without" ] && [ "$whole" != "$merged" ] || fault "the changes change nothing"
"$isnad" backup "$work/backups" --db "$work/whole" > "$work/out" 2>&1 || fault "cannot back up: $(cat "$work/out")"

kills=0
for ((round = 0; round < rounds; ++round)); do
  rm -rf "$work/db" "$work/restored"
  killed 250 build "$articles" --db "$work/db" --quiet
  check_whole "build, round $round" "$work/db"
  "$isnad" build "$articles" --db "$work/db" --quiet > "$work/out" 2>&1 || fault "build again, round $round: $(cat "$work/out")"
  [ "$(hash_of "$work/db")" = "$whole" ] || fault "build, round $round: something else than an undisturbed build"

  killed 60 delete --db "$work/db" "$document"
  now=$(hash_of "$work/db")
  [ "$now" = "$whole" ] || [ "$now" = "$without" ] || fault "delete, round $round: half of it: $now"
  check_whole "delete, round $round" "$work/db"

  rm -rf "$work/db" && cp -r "$work/whole" "$work/db"
  killed 60 merge --db "$work/db" Kremlin Russia
  "$isnad" merge --db "$work/db" Kremlin Russia > "$work/out" 2>&1  # says so where it is merged already
  [ "$(hash_of "$work/db")" = "$merged" ] || fault "merge, round $round: not what an undisturbed merge gives"
  check_whole "merge, round $round" "$work/db"

  killed 60 compact --db "$work/db"
  [ "$(hash_of "$work/db")" = "$merged" ] || fault "compact, round $round: changed something"

  killed 60 restore "$work/backups" --db "$work/restored"
  check_whole "restore, round $round" "$work/restored"
  if [ "$(hash_of "$work/restored")" != "$whole" ]; then
    "$isnad" restore "$work/backups" --db "$work/restored" > "$work/out" 2>&1 || fault "restore again, round $round: $(cat "$work/out")"
    [ "$(hash_of "$work/restored")" = "$whole" ] || fault "restore, round $round: something else than the backup"
  fi
done
[ "$kills" -ge "$rounds" ] || fault "only $kills of $((5 * rounds)) were killed in time: nothing is tested"
[ "$faults" = 0 ] && echo "killed $kills times, and lost nothing"
exit $((faults > 0))
