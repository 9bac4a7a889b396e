#!/bin/bash
# Every verb has a man page, and each page names exactly the options of the verb's --help, with the same choices
# and defaults.
#   man_pages_test.sh ISNAD MAN_FOLDER
set -u
isnad="$1"
pages="$2"
faults=0

fault() {
  echo "$*" >&2
  faults=$((faults + 1))
}

# The option column of CLI11's help: "  -k,--count N [1]   Paths at most".
options_of_help() { sed -nE 's/^  (-[^ ]*).*/\1/p' | tr ',' '\n' | sort -u; }

# What stands in bold before the colon of an entry of OPTIONS: "**-k** *N*, **\--count** *N*".
options_of_page() {
  sed -n '/^# OPTIONS$/,/^# EXIT STATUS$\|^# ARTICLES$/p' "$1" | tr -d '\\' | grep -E '^\*\*-' | grep -oE '\*\*-[^*]+\*\*' | tr -d '*' | sort -u
}

# An entry of OPTIONS: from the line that names the option to the next blank line.
entry_of_page() { tr -d '\\' <"$1" | awk -v option="**$2**" '/^# /{on=(/^# OPTIONS$/)} on && /^\*\*-/ && index($0, option){found=1} found && /^$/{exit} found'; }

check() {
  local name="$1" page="$2" help="$3"
  [ -f "$page" ] || { fault "$name: no man page $page"; return; }
  local in_help in_page option values value
  in_help="$(options_of_help <<<"$help")"
  in_page="$(options_of_page "$page")"
  while read -r option; do
    [ -n "$option" ] && fault "$page: does not name $option, which $name --help does"
  done < <(comm -23 <(echo "$in_help") <(echo "$in_page"))
  while read -r option; do
    [ -n "$option" ] && fault "$page: names $option, which $name --help does not"
  done < <(comm -13 <(echo "$in_help") <(echo "$in_page"))
  # "  --lang LANG:{ar,en}=en   Language of labels": what may be given, and what is taken when nothing is.
  while IFS=$'\t' read -r option values; do
    for value in $values; do
      entry_of_page "$page" "$option" | grep -qwF -- "$value" || fault "$page: the entry of $option does not say $value"
    done
  done < <(sed -E 's/ (Excludes|Needs):.*//' <<<"$help" | sed -nE 's/^  ([^ ]*,)?(-[^ ,]+) ([^ ]+( in \[[^]]*\])?[^ ]*).*/\2\t\3/p' |
    sed -E 's/\t[A-Z]+(:INT|:FLOAT|:UINT)?( in \[[^]]*\])?/\t/; s/[:{},=]/ /g')
}

help="$("$isnad" --help)" || fault "$isnad --help fails"
check isnad "$pages/isnad.1.md" "$help"
verbs="$(awk '/^Subcommands:/{on=1; next} on && /^  [a-z]/{print $1}' <<<"$help")"
[ -n "$verbs" ] || fault "$isnad --help names no verbs"
for verb in $verbs; do
  help="$("$isnad" "$verb" --help)" || fault "$isnad $verb --help fails"
  check "isnad $verb" "$pages/isnad-$verb.1.md" "$help"
  grep -q "isnad-$verb(1)" "$pages/isnad.1.md" || fault "$pages/isnad.1.md: does not name the verb $verb"
done
for page in "$pages"/isnad-*.1.md; do
  verb="$(basename "$page" .1.md)"
  verb="${verb#isnad-}"
  grep -qx "$verb" <<<"$verbs" || fault "$page: there is no verb $verb"
done
echo "$(wc -w <<<"$verbs") verbs looked at, $faults faults"
[ "$faults" = 0 ]
