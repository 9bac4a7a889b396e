#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "extract/conllu/sentence.h"
#include "extract/who/user_lexicon.h"
#include "graph/model/claim.h"
#include "graph/model/document.h"
#include "graph/model/entity.h"

namespace isnad::who {

/// Finds the mentions of one document and says which entity each names: lexicon names, aliases and metonyms, titles with
/// their holders, name parts within the document, and names unknown to the lexicon as entities of their own.
///
/// Entity keys depend on the document alone, never on what other documents said.
/// Threads: one `Resolver` serves any number of threads at once.
class Resolver {
 public:
  struct Resolution {
    /// Ordered by key.
    std::vector<Entity> entities;
    /// Ordered by span; the longest mention first where they nest.
    std::vector<Mention> mentions;
    /// For each mention the words by which a slot may mean it: its head word first, then for names their other words.
    std::vector<std::vector<Span>> heads;
  };

  /// A name as the trained recogniser sees it, before entities are made of names.
  struct Name {
    Span span;
    std::uint32_t sentence = 0;
    EntityType type = EntityType::kMisc;
    /// How much better the sentence's reading is than the best without this name, in hundredths of log-likelihood.
    int margin = 0;
  };

  /// `user`: rows beside the project's own tables.
  /// Throws: IoError, FormatError from reading its tables.
  explicit Resolver(const UserLexicon& user = {});
  ~Resolver();
  Resolver(const Resolver&) = delete;
  Resolver& operator=(const Resolver&) = delete;

  [[nodiscard]] Resolution resolve(const Document& document, const std::vector<conllu::Sentence>& sentences) const;

  /// Returns: the names of the sentences, in text order, disjoint.
  /// Throws: IoError, ModelError from loading the recogniser's models, as `resolve` does.
  [[nodiscard]] std::vector<Name> recognise(const Document& document, const std::vector<conllu::Sentence>& sentences) const;

  /// Returns: name and checksum of each of the recogniser's models.
  [[nodiscard]] std::string fingerprint() const;

  /// Returns: `find_held_posts` by this resolver's tables.
  [[nodiscard]] std::vector<Mention> held_posts(const std::vector<conllu::Sentence>& sentences, Resolution& resolution) const;

  /// Sets `entity` of every slot (speakers too) whose head word is the head of a mention.
  void link(const Resolution& resolution, std::vector<Claim>& claims) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace isnad::who
