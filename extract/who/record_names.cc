#include "extract/who/record_names.h"

#include <algorithm>

#include "extract/text/arabic.h"
#include "extract/text/utf8.h"
#include "extract/who/word_fold.h"

namespace isnad::who {

namespace {

// Nobody is called so often; dumps that say so are no use.
constexpr std::size_t kMostNames = 40;
constexpr std::size_t kMaxNameBytes = 200;

bool fits(std::string_view name) {
  return !name.empty() && name.size() <= kMaxNameBytes && name.front() != '#' && name.front() != '-' &&
         std::none_of(name.begin(), name.end(), [](unsigned char c) { return c < 0x20 || c == '|' || c == ';' || c == 0x7F; }) &&
         !fold_atoms(name).empty();
}

/// Letters and marks of Arabic itself; Persian, Urdu and others have more.
bool is_plain_arabic(std::string_view name) {
  for (std::size_t at = 0; at < name.size();) {
    const char32_t c = text::next_code_point(name, at);
    const bool plain = c == U' ' || c == U'-' || c == U'(' || c == U')' || c == 0x60C || (c >= U'0' && c <= U'9') ||
                       (c >= 0x621 && c <= 0x63A) || (c >= 0x640 && c <= 0x652);
    if (!plain) return false;
  }
  return is_arabic(name);
}

bool is_latin(std::string_view name) {
  for (std::size_t at = 0; at < name.size();) {
    const char32_t c = text::next_code_point(name, at);
    if (c >= 0x250 && !(c >= 0x1E00 && c < 0x1F00) && !(c >= 0x2010 && c <= 0x201F)) return false;
  }
  return true;
}

void add(std::vector<std::string>& names, std::string_view name) {
  while (name.starts_with('~') || name.starts_with('!') || name.starts_with(' ')) name.remove_prefix(1);
  while (name.ends_with(' ')) name.remove_suffix(1);
  if (fits(name) && names.size() < kMostNames && std::find(names.begin(), names.end(), name) == names.end())
    names.emplace_back(name);
}

/// A single word may be one of the language too.
std::string marked(const std::string& name) { return fold_atoms(name).size() == 1 ? "!" + name : name; }

std::string aliases(const std::vector<std::string>& names) {
  std::string out;
  for (std::size_t i = 1; i < names.size(); ++i) out += (i == 1 ? "" : "|") + marked(names[i]);
  return out;
}

}  // namespace

void RecordNames::add_arabic(std::string_view name) {
  if (is_plain_arabic(name)) add(arabic_, name);
}

void RecordNames::add_english(std::string_view name) {
  if (is_latin(name) && !is_arabic(name)) add(english_, name);
}

UserRow RecordNames::row(const std::string& key, std::string_view type, const std::string& country) const {
  const auto first = [](const std::vector<std::string>& names) { return names.empty() ? std::string() : marked(names.front()); };
  return {UserRow::Kind::kActor,
          {key, std::string(type), first(arabic_), first(english_), aliases(arabic_), aliases(english_), country}};
}

}  // namespace isnad::who
