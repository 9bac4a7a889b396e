#include "graph/render/web_sentence.h"

#include <algorithm>
#include <utility>

#include "graph/model/plain_text.h"

namespace isnad::render {

namespace {

struct Part {
  Span span;
  char slot;
};

/// Stretches of the claim inside the sentence, first come first where they overlap.
std::vector<Part> parts_in(const Claim& claim, Span sentence) {
  std::vector<Part> parts;
  for (const auto& [slot, name] : {std::pair{&claim.relation, 'r'}, std::pair{&claim.subject, 's'}, std::pair{&claim.object, 'o'}}) {
    for (const Span span : slot->spans) {
      const bool taken = std::any_of(parts.begin(), parts.end(), [&](const Part& part) { return part.span.overlaps(span); });
      if (sentence.contains(span) && !span.empty() && !taken) parts.push_back({span, name});
    }
  }
  std::sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) { return a.span < b.span; });
  return parts;
}

}  // namespace

WebSentence web_sentence(const Claim& claim, Span sentence, std::string_view document_text) {
  const auto parts = parts_in(claim, sentence);
  WebSentence out;
  std::size_t units = 0;
  std::string_view rest = sentence.of(document_text);
  const std::size_t size = rest.size();
  auto part = parts.begin();
  bool open = false;
  bool space = false;
  while (true) {
    const auto at = static_cast<std::uint32_t>(sentence.begin + (size - rest.size()));
    if (open && at >= part->span.end) {
      out.marks.back().end = units;
      open = false;
      ++part;
    }
    if (rest.empty()) break;
    if (!open && part != parts.end() && at >= part->span.begin) {
      if (space) out.text += ' ', ++units, space = false;
      out.marks.push_back({units, units, part->slot});
      open = true;
    }
    const std::size_t before = rest.size();
    const std::string_view here = rest;
    const std::uint32_t code = next_code_point(rest);
    const std::string clean = clean_text(here.substr(0, before - rest.size()));
    if (clean.empty()) {
      space = space || (code <= ' ' && !out.text.empty()) || code == 0xA0 || code == 0x2028 || code == 0x2029;
      continue;
    }
    if (space) out.text += ' ', ++units, space = false;
    out.text += clean;
    units += code > 0xFFFF ? 2 : 1;
  }
  out.marks.erase(std::remove_if(out.marks.begin(), out.marks.end(), [](const WebMark& mark) { return mark.begin >= mark.end; }), out.marks.end());
  return out;
}

}  // namespace isnad::render
