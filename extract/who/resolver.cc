#include "extract/who/resolver.h"

#include <map>

#include "extract/who/draft.h"
#include "extract/who/entities.h"
#include "extract/who/held_posts.h"
#include "extract/who/lexicon.h"
#include "extract/who/name_recogniser.h"

namespace isnad::who {

struct Resolver::Impl {
  explicit Impl(const UserLexicon& user) : lexicon(user) {}

  Lexicon lexicon;
  NameRecogniser recogniser;
};

Resolver::Resolver(const UserLexicon& user) : impl_(std::make_unique<Impl>(user)) {}
Resolver::~Resolver() = default;

Resolver::Resolution Resolver::resolve(const Document& document, const std::vector<conllu::Sentence>& sentences) const {
  Draft draft(impl_->lexicon, document, sentences);
  find_lexicon_names(draft);
  draft.recognised = impl_->recogniser.recognise(draft);
  find_unknown_names(draft);
  compose_actors(draft);
  resolve_titles(draft);
  resolve_descriptions(draft);
  resolve_metonyms(draft);
  join_appositions(draft);
  resolve_introductions(draft);
  return build_resolution(draft);
}

std::vector<Resolver::Name> Resolver::recognise(const Document& document, const std::vector<conllu::Sentence>& sentences) const {
  Draft draft(impl_->lexicon, document, sentences);
  find_lexicon_names(draft);
  std::vector<Name> out;
  const auto found = impl_->recogniser.recognise(draft);
  for (std::size_t s = 0; s < found.size(); ++s) {
    for (const names::NameSpan& name : found[s]) {
      const Span span{sentences[s].word(name.first).span.begin, sentences[s].word(name.last).span.end};
      out.push_back({span, static_cast<std::uint32_t>(s), name.type, name.margin});
    }
  }
  return out;
}

std::string Resolver::fingerprint() const { return impl_->recogniser.fingerprint(); }

std::vector<Mention> Resolver::held_posts(const std::vector<conllu::Sentence>& sentences, Resolution& resolution) const {
  return find_held_posts(impl_->lexicon, sentences, resolution);
}

namespace {

/// The mention that a word stands for, and how surely.
struct Candidate {
  const Mention* mention = nullptr;
  /// 0: the word is the mention's head; larger: only one of a name's words.
  std::size_t rank = 0;
};

bool is_better(const Candidate& a, const Candidate& b) {
  const bool a_head = a.rank <= 1;
  const bool b_head = b.rank <= 1;
  if (a_head != b_head) return a_head;
  // Of two that the word heads the longer says more; of two names it is only part of, the shorter is nearer.
  const auto a_size = a.mention->span.size_bytes();
  const auto b_size = b.mention->span.size_bytes();
  return a_head ? a_size > b_size : a_size < b_size;
}

}  // namespace

void Resolver::link(const Resolution& resolution, std::vector<Claim>& claims) const {
  std::map<std::uint32_t, Candidate> by_word;
  for (std::size_t i = 0; i < resolution.mentions.size(); ++i) {
    for (std::size_t rank = 0; rank < resolution.heads[i].size(); ++rank) {
      const Candidate candidate{&resolution.mentions[i], rank};
      const auto [at, added] = by_word.try_emplace(resolution.heads[i][rank].begin, candidate);
      if (!added && is_better(candidate, at->second)) at->second = candidate;
    }
  }
  const auto link_slot = [&](Slot& slot) {
    if (slot.head.empty()) return;
    if (const auto at = by_word.find(slot.head.begin); at != by_word.end()) slot.entity = at->second.mention->entity;
  };
  for (Claim& claim : claims) {
    link_slot(claim.subject);
    link_slot(claim.object);
    for (Attribution& attribution : claim.attribution) link_slot(attribution.speaker);
  }
}

}  // namespace isnad::who
