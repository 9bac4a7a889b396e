#pragma once

#include <cstdint>
#include <string_view>

namespace isnad::nlp {

/// The languages that Isnad reads.
enum class Language : std::uint8_t { kArabic, kEnglish };

/// Returns: `ar`, `en`.
[[nodiscard]] std::string_view to_string(Language language);

/// How many words of a text are written in each script; links, digits and signs count for neither.
struct ScriptCounts {
  std::uint32_t arabic = 0;
  std::uint32_t latin = 0;
};

/// Cost: linear in the text, one table look-up a character.
[[nodiscard]] ScriptCounts count_scripts(std::string_view text);

/// Returns: the language that most words are written in; English for a text without words of either script.
[[nodiscard]] Language document_language(std::string_view text);

/// Returns: the language of a part of a document: its own where one script clearly leads (3 words of 5), else that of the
/// document, so that a line of numbers, or of names in the other script, does not flip it.
[[nodiscard]] Language part_language(std::string_view part, Language document);

}  // namespace isnad::nlp
