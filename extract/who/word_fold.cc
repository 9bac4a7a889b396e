#include "extract/who/word_fold.h"

#include "extract/text/arabic.h"
#include "extract/text/char_class.h"
#include "extract/text/utf8.h"

namespace isnad::who {

namespace {

/// Base letters of U+00C0 to U+017F.
constexpr std::string_view kLatinBase =
    "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
    "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

constexpr char32_t kFirstCombining = 0x300;
constexpr char32_t kLastCombining = 0x36F;

bool is_mark(char32_t c) {
  return text::is_arabic_diacritic(c) || text::is_invisible(c) || (c >= kFirstCombining && c <= kLastCombining);
}

constexpr bool is_silent(char32_t c) {
  return c == U'.' || c == U'\'' || c == 0x2019 || c == 0x2018 || c == 0x02BC || c == 0x02BF;
}

/// Of U+00C0 to U+017F. Latin-1 has its capitals before ß; Latin Extended-A has them on even code points but in two runs, and ĸ
/// has none.
constexpr bool is_latin_capital(char32_t c) {
  const bool on_odd = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
  return c < 0xDF || (c >= 0x100 && c != 0x138 && c != 0x149 && c != 0x17F && (c % 2 == 0) != on_odd);
}

constexpr bool is_times_or_divide(char32_t c) { return c == 0xD7 || c == 0xF7; }

/// Besides what every key folds, letters for g, p and v, which some write with the nearest Arabic one.
char32_t fold_arabic(char32_t c) {
  switch (c) {
    case U'ڤ':
      return U'ف';
    case U'گ':
      return U'غ';
    case U'پ':
      return U'ب';
    default:
      return text::fold_arabic_letter(c, text::ArabicFold::kHamza);
  }
}

bool is_article(std::string_view atom) { return atom == "al" || atom == "el"; }

}  // namespace

void fold_atoms(std::string_view form, std::vector<Atom>& out) {
  Atom atom;
  bool small = false;
  const auto close = [&](bool hyphen) {
    if (!atom.text.empty() && !(hyphen && is_article(atom.text))) {
      atom.all_caps = !small;
      out.push_back(std::move(atom));
    }
    atom = {};
    small = false;
  };
  for (std::size_t at = 0; at < form.size();) {
    char32_t c = text::next_code_point(form, at);
    if (is_mark(c) || is_silent(c)) continue;
    const bool first = atom.text.empty();
    if (c >= U'A' && c <= U'Z') {
      if (first) atom.upper = true;
      c += 0x20;
    } else if (c >= U'a' && c <= U'z') {
      small = true;
    } else if (c >= U'0' && c <= U'9') {
      if (first) atom.upper = true;
    } else if (c >= 0x0660 && c <= 0x0669) {
      c = U'0' + (c - 0x0660);
      if (first) atom.upper = true;
    } else if (c >= 0xC0 && c < 0x180 && !is_times_or_divide(c)) {
      const bool capital = is_latin_capital(c);
      if (first) atom.upper = capital;
      small = small || !capital;
      c = static_cast<char32_t>(static_cast<unsigned char>(kLatinBase[c - 0xC0]));
    } else if (text::is_arabic_letter(c)) {
      if (first) atom.upper = true;
      c = fold_arabic(c);
    } else if (c == 0x0621) {
      continue;
    } else if (c < 0x80 || (c >= 0x2000 && c < 0x2070) || c == 0x60C || c == 0x61B || c == 0x61F || c == 0xAB || c == 0xBB ||
               is_times_or_divide(c)) {
      close(c == U'-' || c == 0x2010 || c == 0x2011 || c == 0x2013);
      continue;
    } else if (first) {
      atom.upper = true;
    }
    text::append_utf8(atom.text, c);
  }
  close(false);
}

std::vector<Atom> fold_atoms(std::string_view form) {
  std::vector<Atom> atoms;
  fold_atoms(form, atoms);
  return atoms;
}

bool is_arabic(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text::next_code_point(text, at);
    if (text::is_arabic_letter(c)) return true;
    if ((c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z')) return false;
  }
  return false;
}

std::string_view without_tanwin(std::string_view form) {
  for (const std::string_view ending : {"\u0627\u064B", "\u064B\u0627"}) {
    if (form.size() > ending.size() && form.ends_with(ending)) return form.substr(0, form.size() - ending.size());
  }
  return form;
}

std::size_t proclitic_bytes(std::string_view form) {
  constexpr std::size_t kLetter = 2;
  if (form.size() < 5 * kLetter) return 0;
  for (const std::string_view clitic : {"و", "ف", "ب", "ل", "ك"}) {
    if (form.starts_with(clitic)) return kLetter;
  }
  return 0;
}

}  // namespace isnad::who
