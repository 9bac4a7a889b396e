#include "extract/nlp/network/lemma_script.h"

#include <algorithm>
#include <optional>

#include "extract/nlp/network/word_features.h"

namespace isnad::nlp {
namespace {

std::u32string lowered(std::u32string_view text) {
  std::u32string out(text);
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

void append_number(std::u32string& out, std::size_t n) {
  for (const char digit : std::to_string(n)) out.push_back(static_cast<char32_t>(digit));
}

std::u32string affix_script(char32_t letter_case, std::u32string_view form, std::u32string_view lemma) {
  std::size_t best = 0;
  std::size_t form_at = 0;
  std::size_t lemma_at = 0;
  for (std::size_t i = 0; i < form.size(); ++i) {
    for (std::size_t j = 0; j < lemma.size(); ++j) {
      std::size_t n = 0;
      while (i + n < form.size() && j + n < lemma.size() && form[i + n] == lemma[j + n]) ++n;
      if (n > best) {
        best = n;
        form_at = i;
        lemma_at = j;
      }
    }
  }
  std::u32string script = {U'a', letter_case};
  append_number(script, form_at);
  script.push_back(',');
  append_number(script, form.size() - form_at - best);
  script.push_back(',');
  script += lemma.substr(0, lemma_at);
  script.push_back(',');
  script += lemma.substr(lemma_at + best);
  return script;
}

std::u32string template_script(char32_t letter_case, std::u32string_view form, std::u32string_view lemma) {
  // Longest common subsequence, ties towards keeping letters early, so that one pattern gets one script.
  const std::size_t columns = lemma.size() + 1;
  std::vector<std::size_t> length((form.size() + 1) * columns, 0);
  for (std::size_t i = form.size(); i-- > 0;) {
    for (std::size_t j = lemma.size(); j-- > 0;) {
      length[i * columns + j] = form[i] == lemma[j] ? length[(i + 1) * columns + j + 1] + 1
                                                    : std::max(length[(i + 1) * columns + j], length[i * columns + j + 1]);
    }
  }
  std::u32string script = {U't', letter_case};
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < form.size() || j < lemma.size()) {
    if (i < form.size() && j < lemma.size() && form[i] == lemma[j]) {
      script.push_back('k');
      ++i;
      ++j;
    } else if (j == lemma.size() || (i < form.size() && length[(i + 1) * columns + j] >= length[i * columns + j + 1])) {
      script.push_back('d');
      ++i;
    } else {
      script.push_back('i');
      script.push_back(lemma[j]);
      ++j;
    }
  }
  return script;
}

struct Affix {
  std::size_t drop_front = 0;
  std::size_t drop_back = 0;
  std::u32string_view front;
  std::u32string_view back;
};

std::optional<std::size_t> take_number(std::u32string_view& text) {
  std::size_t n = 0;
  std::size_t digits = 0;
  while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') {
    if (digits == 4) return std::nullopt;
    n = n * 10 + (text[digits++] - U'0');
  }
  if (digits == 0 || digits == text.size() || text[digits] != ',') return std::nullopt;
  text.remove_prefix(digits + 1);
  return n;
}

std::optional<Affix> parse_affix(std::u32string_view body) {
  Affix affix;
  const auto front = take_number(body);
  if (!front) return std::nullopt;
  const auto back = take_number(body);
  if (!back) return std::nullopt;
  affix.drop_front = *front;
  affix.drop_back = *back;
  // The last comma divides, since only <front> of a lemma that is a comma itself could hold one.
  const std::size_t comma = body.rfind(',');
  if (comma == std::u32string_view::npos) return std::nullopt;
  affix.front = body.substr(0, comma);
  affix.back = body.substr(comma + 1);
  return affix;
}

}  // namespace

std::vector<std::u32string> lemma_scripts(std::u32string_view form, std::u32string_view lemma) {
  const std::u32string low = lowered(form);
  const bool kept = std::any_of(lemma.begin(), lemma.end(), [](char32_t c) { return lower(c) != c; });
  const char32_t letter_case = kept ? U'k' : U'l';
  const std::u32string_view base = kept ? form : std::u32string_view(low);
  return {affix_script(letter_case, base, lemma), template_script(letter_case, base, lemma)};
}

bool is_lemma_script(std::u32string_view script) {
  if (script.size() < 2 || (script[1] != 'l' && script[1] != 'k')) return false;
  const std::u32string_view body = script.substr(2);
  if (script[0] == 'a') return parse_affix(body).has_value();
  if (script[0] != 't') return false;
  for (std::size_t at = 0; at < body.size(); ++at) {
    if (body[at] == 'i') {
      if (++at == body.size()) return false;
    } else if (body[at] != 'k' && body[at] != 'd') {
      return false;
    }
  }
  return true;
}

std::u32string apply_lemma_script(std::u32string_view script, std::u32string_view form) {
  std::u32string base = script[1] == 'l' ? lowered(form) : std::u32string(form);
  const std::u32string_view body = script.substr(2);
  std::u32string lemma;
  if (script[0] == 'a') {
    const Affix affix = parse_affix(body).value_or(Affix{});
    if (affix.drop_front + affix.drop_back > base.size()) return base;
    lemma.append(affix.front);
    lemma.append(base, affix.drop_front, base.size() - affix.drop_front - affix.drop_back);
    lemma.append(affix.back);
  } else {
    std::size_t at = 0;
    for (std::size_t k = 0; k < body.size(); ++k) {
      if (body[k] == 'i') {
        lemma.push_back(body[++k]);
        continue;
      }
      if (at == base.size()) return base;
      if (body[k] == 'k') lemma.push_back(base[at]);
      ++at;
    }
    if (at != base.size()) return base;
  }
  return lemma.empty() ? base : lemma;
}

}  // namespace isnad::nlp
