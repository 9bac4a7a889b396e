#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/conllu/sentence.h"
#include "graph/model/claim.h"
#include "graph/model/document.h"

namespace isnad::claims::testing {

/// A document and its trees.
struct Parsed {
  Document document;
  std::vector<conllu::Sentence> sentences;
};

/// Makes a document of trees written as `form lemma UPOS head deprel` a line, an empty line between sentences. Words whose
/// form ends in `+` are written together with the next one.
[[nodiscard]] Parsed parse(std::string_view lang, std::string_view trees);

/// Claims of such trees, each as `subject | relation | object` with ` !` when denied, ` ?modality` when no fact, and
/// ` @speaker` when attributed.
[[nodiscard]] std::vector<std::string> claims_of(std::string_view lang, std::string_view trees);

/// Returns: true when `lines` has `line`.
[[nodiscard]] bool has(const std::vector<std::string>& lines, std::string_view line);

/// All lines, for messages.
[[nodiscard]] std::string joined(const std::vector<std::string>& lines);

}  // namespace isnad::claims::testing

/// Checks that one of the claims reads so, and prints them all when none does.
#define CHECK_CLAIM(claims, line)                     \
  do {                                                \
    INFO("claims:\n" << joined(claims));              \
    CHECK(isnad::claims::testing::has(claims, line)); \
  } while (false)

#define CHECK_NO_CLAIM(claims, line)                        \
  do {                                                      \
    INFO("claims:\n" << joined(claims));                    \
    CHECK_FALSE(isnad::claims::testing::has(claims, line)); \
  } while (false)
