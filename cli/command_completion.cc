#include "cli/command_completion.h"

#include <CLI/CLI.hpp>
#include <iostream>

#include "cli/command_lines.h"
#include "cli/open_store.h"
#include "graph/model/error.h"
#include "store/store.h"

namespace isnad::cli {

namespace {

constexpr std::size_t kMostNames = 40;

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

/// One branch a verb: its options, which of them take names, folders, files, and the values of the others.
void write_tables(std::ostream& out) {
  const auto verbs = verb_words();
  std::vector<std::string> names;
  for (const auto& verb : verbs) names.push_back(verb.verb);
  out << "_isnad_verbs=" << '\'' << joined(names) << "'\n\n";
  out << "# Sets options, of_names, of_folders, of_files, positional_names and values (lines OPTION:VALUE VALUE...) for a verb.\n";
  out << "_isnad_table() {\n  options='--help' of_names='' of_folders='' of_files='' positional_names='' values=''\n  case \"$1\" in\n";
  for (const auto& verb : verbs) {
    std::vector<std::string> options;
    std::vector<std::string> of_names;
    std::vector<std::string> of_folders;
    std::vector<std::string> of_files;
    std::string values;
    for (const auto& option : verb.options) {
      for (const auto& name : option.names) {
        options.push_back(name);
        if (option.takes == "NAME") of_names.push_back(name);
        if (option.takes == "DIR") of_folders.push_back(name);
        if (option.takes == "FILE") of_files.push_back(name);
        if (!option.values.empty()) values += name + ":" + joined(option.values) + "\n";
      }
    }
    out << "    " << verb.verb << ")\n      options='" << joined(options) << "'\n      of_names='" << joined(of_names) << "' of_folders='"
        << joined(of_folders) << "' of_files='" << joined(of_files) << "' positional_names='" << (verb.takes_names ? "yes" : "")
        << "'\n      values='" << values << "' ;;\n";
  }
  out << "  esac\n}\n\n";
}

constexpr const char* kBash = R"SH(
_isnad() {
  local current="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD-1]}" verb='' db="${ISNAD_DB:-}" word i
  local options of_names of_folders of_files positional_names values line
  for ((i = 1; i < COMP_CWORD; i++)); do
    word="${COMP_WORDS[i]}"
    [ -z "$verb" ] && [[ "$word" != -* ]] && verb="$word"
    [ "$word" = --db ] && db="${COMP_WORDS[i+1]}"
  done
  COMPREPLY=()
  if [ -z "$verb" ]; then
    mapfile -t COMPREPLY < <(compgen -W "$_isnad_verbs --help --version" -- "$current")
    return
  fi
  _isnad_table "$verb"
  while IFS= read -r line; do
    if [ "${line%%:*}" = "$previous" ] && [ -n "$line" ]; then
      mapfile -t COMPREPLY < <(compgen -W "${line#*:}" -- "$current")
      return
    fi
  done <<<"$values"
  if [[ " $of_folders " == *" $previous "* ]]; then
    mapfile -t COMPREPLY < <(compgen -d -- "$current")
  elif [[ " $of_names " == *" $previous "* ]]; then
    _isnad_names "$db" "$current"
  elif [[ "$current" == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$options" -- "$current")
  elif [[ " $of_files " == *" $previous "* ]] || [ -z "$positional_names" ]; then
    mapfile -t COMPREPLY < <(compgen -f -- "$current")
  else
    _isnad_names "$db" "$current"
  fi
}

# Names may have blanks: each is quoted as the shell reads it.
_isnad_names() {
  local name prefix="${2#[\"\']}"
  [ -n "$1" ] || return
  while IFS= read -r name; do
    COMPREPLY+=("$(printf '%q' "$name")")
  done < <(isnad completion names "${prefix//\\/}" --db "$1" 2>/dev/null)
}

complete -F _isnad isnad
)SH";

constexpr const char* kZsh = R"SH(
_isnad() {
  local current="${words[CURRENT]}" previous="${words[CURRENT-1]}" verb='' db="${ISNAD_DB:-}" word i line
  local options of_names of_folders of_files positional_names values
  for ((i = 2; i < CURRENT; i++)); do
    word="${words[i]}"
    [[ -z "$verb" && "$word" != -* ]] && verb="$word"
    [[ "$word" == --db ]] && db="${(Q)words[i+1]}"
  done
  if [[ -z "$verb" ]]; then
    compadd -- ${=_isnad_verbs} --help --version
    return
  fi
  _isnad_table "$verb"
  for line in ${(f)values}; do
    if [[ "${line%%:*}" == "$previous" ]]; then
      compadd -- ${=line#*:}
      return
    fi
  done
  if [[ " $of_folders " == *" $previous "* ]]; then
    _path_files -/
  elif [[ " $of_names " == *" $previous "* ]]; then
    _isnad_names "$db" "${(Q)current}"
  elif [[ "$current" == -* ]]; then
    compadd -- ${=options}
  elif [[ " $of_files " == *" $previous "* || -z "$positional_names" ]]; then
    _path_files
  else
    _isnad_names "$db" "${(Q)current}"
  fi
}

# Names need not begin as they were typed: with hamza or without, with the article or without.
_isnad_names() {
  [[ -n "$1" ]] || return
  local -a names
  names=("${(@f)$(isnad completion names "$2" --db "$1" 2>/dev/null)}")
  compadd -U -- $names
}

compdef _isnad isnad
)SH";

}  // namespace

void CommandCompletion::setup(CLI::App& app) {
  app.add_option("WHAT", what_, "bash, zsh: the script; names: names in a database that begin with PREFIX")
      ->required()
      ->check(CLI::IsMember({"bash", "zsh", "names"}));
  app.add_option("PREFIX", prefix_, "How the names begin");
  app.add_option("--db", db_, "Database folder, for names")->type_name("DIR");
}

int CommandCompletion::run() {
  if (what_ == "names") {
    if (db_.empty()) throw UsageError("names come from a database: give --db");
    const auto store = open_store(db_);
    for (const auto& name : names_beginning(*store, prefix_, kMostNames)) std::cout << name << '\n';
    return 0;
  }
  const bool zsh = what_ == "zsh";
  std::cout << (zsh ? "#compdef isnad\n" : "") << "# Completion of isnad for " << what_ << ". Names come from the database that --db names, or $ISNAD_DB.\n";
  write_tables(std::cout);
  std::cout << (zsh ? kZsh : kBash);
  return 0;
}

}  // namespace isnad::cli
