#include "extract/evaluation/tagged_text.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>
#include <string_view>
#include <utility>

#include "extract/text/char_class.h"
#include "extract/text/utf8.h"
#include "graph/model/error.h"

namespace isnad::evaluation {

namespace {

/// A line of the file.
struct Token {
  std::string form;
  std::vector<std::string> tags;
};

constexpr TypeSet kPlaces = type_set(EntityType::kGpe) | type_set(EntityType::kLocation) | type_set(EntityType::kFacility);
constexpr TypeSet kOthers = type_set(EntityType::kNorp) | type_set(EntityType::kEvent) | type_set(EntityType::kMisc);

/// What labels of the usual schemes mean; no types for what is no name of ours.
struct Label {
  std::string_view name;
  TypeSet types = 0;
};

Label label_of(std::string_view type, bool fine) {
  const auto is_one_of = [type](std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), type) != names.end();
  };
  if (is_one_of({"PER", "PERS", "PERSON", "person"})) return {"PER", type_set(EntityType::kPerson)};
  if (is_one_of({"ORG", "group", "corporation"})) return {"ORG", type_set(EntityType::kOrganisation)};
  if (is_one_of({"LOC", "location"})) return {"LOC", fine ? type_set(EntityType::kLocation) : kPlaces};
  if (is_one_of({"MISC", "MIS"})) return {"MISC", fine ? type_set(EntityType::kMisc) : kOthers};
  if (is_one_of({"product", "creative-work"})) return {"MISC", type_set(EntityType::kMisc)};
  if (type == "GPE") return {"GPE", type_set(EntityType::kGpe)};
  if (type == "FAC") return {"FAC", type_set(EntityType::kFacility)};
  if (type == "NORP") return {"NORP", type_set(EntityType::kNorp)};
  if (type == "EVENT") return {"EVENT", type_set(EntityType::kEvent)};
  return {};
}

bool is_visible(std::string_view form) {
  for (std::size_t at = 0; at < form.size();) {
    if (!text::is_invisible(text::next_code_point(form, at))) return true;
  }
  return false;
}

bool is_mostly_arabic(const std::vector<TaggedSentence>& sentences) {
  std::size_t arabic = 0;
  std::size_t latin = 0;
  for (const auto& sentence : sentences) {
    for (const std::string& token : sentence.tokens) {
      for (std::size_t at = 0; at < token.size();) {
        const text::CharClass c = text::char_class(text::next_code_point(token, at));
        arabic += c == text::CharClass::kArabic ? 1 : 0;
        latin += c == text::CharClass::kLatin ? 1 : 0;
      }
    }
  }
  return arabic > latin;
}

/// The tags of a token that count, and whether they begin a name there.
struct Reading {
  bool begins = false;
  Label label;
};

Reading reading_of(const Token& token, bool fine) {
  for (const std::string& tag : token.tags) {
    if (tag.size() < 3) continue;
    if (const Label label = label_of(std::string_view(tag).substr(2), fine); label.types != 0) return {tag.front() == 'B', label};
  }
  return {};
}

TaggedSentence to_sentence(const std::vector<Token>& tokens, bool fine) {
  TaggedSentence sentence;
  std::string_view open;
  for (std::size_t k = 0; k < tokens.size(); ++k) {
    sentence.tokens.push_back(tokens[k].form);
    const Reading reading = reading_of(tokens[k], fine);
    if (reading.label.types != 0) {
      if (!reading.begins && reading.label.name == open) {
        sentence.names.back().last = k;
      } else {
        sentence.names.push_back({k, k, reading.label.types, std::string(reading.label.name)});
      }
    }
    open = reading.label.name;
  }
  return sentence;
}

Token parse_line(const std::string& line, const std::string& path, std::uint64_t number) {
  if (text::first_invalid_utf8(line)) throw FormatError(path, number, "not UTF-8");
  std::istringstream columns(line);
  Token token;
  columns >> token.form;
  for (std::string tag; columns >> tag;) {
    if (tag != "O" && !tag.starts_with("B-") && !tag.starts_with("I-")) throw FormatError(path, number, "not a tag: " + tag);
    token.tags.push_back(std::move(tag));
  }
  if (token.tags.empty()) throw FormatError(path, number, "a token without a tag");
  return token;
}

}  // namespace

std::vector<TaggedSentence> read_tagged(const std::filesystem::path& path) {
  std::ifstream in(path);
  if (!in) throw IoError(path.string() + ": " + std::strerror(errno));
  std::vector<std::vector<Token>> sentences(1);
  bool fine = false;
  std::uint64_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string::npos) {
      if (!sentences.back().empty()) sentences.emplace_back();
      continue;
    }
    if (line.starts_with("-DOCSTART-")) continue;
    Token token = parse_line(line, path.string(), number);
    if (!is_visible(token.form)) continue;
    for (const std::string& tag : token.tags) fine = fine || tag.ends_with("-GPE");
    sentences.back().push_back(std::move(token));
  }
  if (in.bad()) throw IoError(path.string() + ": cannot be read");
  if (sentences.back().empty()) sentences.pop_back();
  std::vector<TaggedSentence> out;
  out.reserve(sentences.size());
  for (const auto& tokens : sentences) out.push_back(to_sentence(tokens, fine));
  return out;
}

std::vector<TaggedDocument> to_documents(const std::vector<TaggedSentence>& sentences) {
  const std::string lang = is_mostly_arabic(sentences) ? "ar" : "en";
  std::vector<TaggedDocument> documents;
  for (std::size_t begin = 0; begin < sentences.size(); begin += kSentencesEach) {
    TaggedDocument& made = documents.emplace_back();
    made.document.id = DocumentId(std::to_string(documents.size()));
    made.document.lang = lang;
    std::string& text = made.document.text;
    for (std::size_t k = begin; k < std::min(begin + kSentencesEach, sentences.size()); ++k) {
      std::vector<Span>& spans = made.spans.emplace_back();
      const auto start = static_cast<std::uint32_t>(text.size());
      for (const std::string& token : sentences[k].tokens) {
        if (!spans.empty()) text += ' ';
        const auto at = static_cast<std::uint32_t>(text.size());
        text += token;
        spans.push_back({at, static_cast<std::uint32_t>(text.size())});
      }
      made.document.sentences.push_back({{start, static_cast<std::uint32_t>(text.size())}, std::to_string(k + 1), lang});
      text += '\n';
      made.sentences.push_back(sentences[k]);
    }
  }
  return documents;
}

}  // namespace isnad::evaluation
