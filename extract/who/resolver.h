#pragma once

#include <memory>
#include <vector>

#include "extract/conllu/sentence.h"
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

  /// Throws: IoError, FormatError from reading its tables.
  Resolver();
  ~Resolver();
  Resolver(const Resolver&) = delete;
  Resolver& operator=(const Resolver&) = delete;

  [[nodiscard]] Resolution resolve(const Document& document, const std::vector<conllu::Sentence>& sentences) const;

  /// Returns: `find_held_posts` by this resolver's tables.
  [[nodiscard]] std::vector<Mention> held_posts(const std::vector<conllu::Sentence>& sentences, Resolution& resolution) const;

  /// Sets `entity` of every slot (speakers too) whose head word is the head of a mention.
  void link(const Resolution& resolution, std::vector<Claim>& claims) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace isnad::who
