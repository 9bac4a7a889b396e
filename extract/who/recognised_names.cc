#include "extract/who/recognised_names.h"

#include <algorithm>

namespace isnad::who {

namespace {

/// A name that no proper-noun tag supports must be at least so sure, in hundredths of log-likelihood.
constexpr int kSure = 150;

bool makes_actors(EntityType type) {
  return type != EntityType::kMisc && type != EntityType::kNorp && type != EntityType::kEvent;
}

bool overlap(const NameRun& run, const names::NameSpan& name) { return run.first <= name.last && name.first <= run.last; }

/// No name and no noun of the tables covers the words, but perhaps those of `run`.
bool is_free(const Draft& draft, int sentence, const names::NameSpan& name, const NameRun* run) {
  const auto& covered = draft.name_at[static_cast<std::size_t>(sentence)];
  for (int id = name.first; id <= name.last; ++id) {
    if (run != nullptr && run->first <= id && id <= run->last) continue;
    if (covered[static_cast<std::size_t>(id)] >= 0) return false;
    // An adverb in -an is no name.
    if (draft.sentence(sentence).word(id).form.find("\u064B") != std::string::npos) return false;
    for (const NounMatch& noun : draft.nouns[static_cast<std::size_t>(sentence)]) {
      if (noun.first <= id && id <= noun.last) return false;
    }
  }
  return true;
}

/// A capital at the start of an English sentence says nothing.
bool is_only_first_word(const Draft& draft, int sentence, const names::NameSpan& name) {
  return name.last == 1 && draft.sentence(sentence).lang == "en";
}

NameRun make_run(const Draft& draft, int sentence, int first, int last) {
  NameRun run{sentence, first, last, {}};
  for (int id = first; id <= last; ++id) {
    for (Atom& atom : fold_atoms(draft.sentence(sentence).word(id).form)) run.atoms.push_back(std::move(atom.text));
  }
  return run;
}

}  // namespace

void add_recognised_names(const Draft& draft, std::vector<NameRun>& runs) {
  if (draft.recognised.empty()) return;
  std::vector<NameRun> added;
  // Runs and sentences are both in text order.
  auto begin = runs.begin();
  for (int s = 0; s < static_cast<int>(draft.sentences.size()); ++s) {
    begin = std::find_if(begin, runs.end(), [s](const NameRun& run) { return run.sentence >= s; });
    const auto end = std::find_if(begin, runs.end(), [s](const NameRun& run) { return run.sentence > s; });
    for (const names::NameSpan& name : draft.recognised[static_cast<std::size_t>(s)]) {
      if (name.margin < kSure || !makes_actors(name.type)) continue;
      const auto touches = [&name](const NameRun& run) { return overlap(run, name); };
      const auto run = std::find_if(begin, end, touches);
      if (run == end) {
        NameRun made = make_run(draft, s, name.first, name.last);
        if (!made.atoms.empty() && !is_only_first_word(draft, s, name) && is_free(draft, s, name, nullptr))
          added.push_back(std::move(made));
        continue;
      }
      const bool inside = name.first <= run->first && run->last <= name.last;
      if (inside && std::find_if(run + 1, end, touches) == end && is_free(draft, s, name, &*run))
        *run = make_run(draft, s, name.first, name.last);
    }
    begin = end;
  }
  const auto middle = runs.insert(runs.end(), added.begin(), added.end());
  std::inplace_merge(runs.begin(), middle, runs.end(), [](const NameRun& a, const NameRun& b) {
    return std::pair(a.sentence, a.first) < std::pair(b.sentence, b.first);
  });
}

const names::NameSpan* recognised_at(const Draft& draft, const NameRun& run) {
  if (draft.recognised.empty()) return nullptr;
  for (const names::NameSpan& name : draft.recognised[static_cast<std::size_t>(run.sentence)]) {
    if (name.first == run.first && name.last == run.last) return &name;
  }
  return nullptr;
}

void add_recognised_type(const Draft& draft, const NameRun& run, TypeEvidence& evidence) {
  const names::NameSpan* name = recognised_at(draft, run);
  if (name == nullptr || !makes_actors(name->type)) return;
  // Few examples have taught it which places are none of people's making or rule.
  const bool english = draft.sentence(run.sentence).lang == "en";
  const bool doubtful = name->type == EntityType::kLocation || name->type == EntityType::kFacility || english;
  // English firms and people look alike to it.
  if (english && name->type == EntityType::kPerson && !draft.lexicon.is_given_name(run.atoms.front())) return;
  // As much as a title or a kind of place beside the name, when it is sure.
  const float vote = std::clamp(static_cast<float>(name->margin) / 100.0F, 0.5F, 3.0F);
  evidence[static_cast<std::size_t>(name->type)] += doubtful ? 0.5F * vote : vote;
}

}  // namespace isnad::who
