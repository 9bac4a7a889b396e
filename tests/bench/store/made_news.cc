#include "tests/bench/store/made_news.h"

#include <fstream>
#include <set>
#include <utility>

#include "store/rows.h"

namespace isnad::bench {

News::News(const char* text_file) {
  if (text_file != nullptr) {
    std::ifstream in(text_file);
    for (std::string line; std::getline(in, line);) {
      if (!line.empty()) lines_.push_back(line);
    }
  }
  for (int i = 0; i < 30'000; ++i) {
    std::string word;
    for (int letters = 2 + below(6); letters > 0; --letters) {
      // Alef to yeh, U+0627 to U+064A, in UTF-8.
      const int letter = 0x627 + below(0x24);
      word.push_back(static_cast<char>(0xC0 | (letter >> 6)));
      word.push_back(static_cast<char>(0x80 | (letter & 0x3F)));
    }
    words_.push_back(word);
  }
}

Extraction News::next(int number) {
  Extraction extraction;
  Document& document = extraction.document;
  document.id = DocumentId("outlet-" + std::to_string(number % 5) + "-politics-" + std::to_string(number));
  document.url = "https://news.example/" + std::to_string(number) + "/politics/article";
  document.source = "outlet-" + std::to_string(number % 5);
  document.title = line(8);
  document.lang = "ar";
  document.published = "2018-0" + std::to_string(1 + number % 9) + "-1" + std::to_string(number % 10);
  document.path = "news.jsonl";
  document.line = static_cast<std::uint64_t>(number);
  for (int i = 0; i < 14; ++i) add_sentence(extraction);
  document.sentences = extraction.sentences;
  std::set<int> actors;
  while (actors.size() < 12) actors.insert(zipf_actor_(random_));
  for (const int actor : actors) extraction.entities.push_back(entity(actor));
  std::sort(extraction.entities.begin(), extraction.entities.end(), [](const auto& a, const auto& b) { return a.key < b.key; });
  for (std::uint32_t i = 0; i < extraction.sentences.size(); ++i) add_claims(extraction, i);
  extraction.words = 400;
  extraction.extractor = "isnad 0.1.0 ar 0123456789abcdef en 0123456789abcdef";
  return extraction;
}

EntityKey News::key(int actor) { return EntityKey("name:ORG:actor number " + std::to_string(actor)); }

std::string News::line(int words) {
  if (!lines_.empty()) {
    const std::string& line = lines_[next_line_++ % lines_.size()];
    return line;
  }
  std::string text;
  for (int i = 0; i < words; ++i) text += (i > 0 ? " " : "") + words_[static_cast<std::size_t>(zipf_word_(random_))];
  return text;
}

void News::add_sentence(Extraction& extraction) {
  std::string& text = extraction.document.text;
  if (!text.empty()) text += '\n';
  const auto begin = static_cast<std::uint32_t>(text.size());
  text += line(28);
  extraction.sentences.push_back({{begin, static_cast<std::uint32_t>(text.size())},
                                  extraction.document.id.str() + '#' + std::to_string(extraction.sentences.size()),
                                  "ar"});
}

Entity News::entity(int actor) {
  Entity entity;
  entity.key = key(actor);
  entity.type = static_cast<EntityType>(actor % 8);
  entity.name_ar = words_[static_cast<std::size_t>(actor) % words_.size()];
  entity.name_en = "Actor number " + std::to_string(actor);
  entity.aliases = {{entity.name_ar, entity.name_ar, "ar", static_cast<std::uint32_t>(1 + below(4))},
                    {entity.name_en, "actor number " + std::to_string(actor), "en", 0}};
  return entity;
}

/// Some words that follow each other in the sentence.
Slot News::slot(const Extraction& extraction, std::uint32_t sentence, int words, bool with_entity) {
  const Span span = extraction.sentences[sentence].span;
  const std::string& text = extraction.document.text;
  std::vector<std::uint32_t> begins = {span.begin};
  for (std::uint32_t i = span.begin; i < span.end; ++i) {
    if (text[i] == ' ') begins.push_back(i + 1);
  }
  const int first = below(static_cast<int>(begins.size()));
  const auto last = std::min(begins.size(), static_cast<std::size_t>(first + words));
  const std::uint32_t end = last == begins.size() ? span.end : begins[last] - 1;
  const std::uint32_t begin = begins[static_cast<std::size_t>(first)];
  Slot slot;
  slot.spans = {{begin, end}};
  slot.text = slot.spans.front().of(text);
  slot.head = {begin, std::min(end, static_cast<std::uint32_t>(text.find_first_of(" \n", begin)))};
  if (with_entity)
    slot.entity = extraction.entities[static_cast<std::size_t>(below(static_cast<int>(extraction.entities.size())))].key;
  return slot;
}

void News::add_claims(Extraction& extraction, std::uint32_t sentence) {
  for (int number = 0; number < 1 + below(2) + below(2); ++number) {
    Claim claim;
    claim.id = store::claim_id(extraction.document.id, sentence, static_cast<std::uint32_t>(number));
    claim.document = extraction.document.id;
    claim.sentence = sentence;
    claim.subject = slot(extraction, sentence, 1 + below(3), true);
    claim.relation = slot(extraction, sentence, 1 + below(2), false);
    claim.object = slot(extraction, sentence, 1 + below(5), below(2) == 0);
    claim.relation_lemma = words_[static_cast<std::size_t>(below(300))];
    claim.label_en = "relates " + std::to_string(below(100));
    claim.label_ar = claim.relation_lemma;
    claim.type = static_cast<RelationType>(below(24));
    if (below(3) == 0) claim.attribution.push_back({slot(extraction, sentence, 2, true), words_[1]});
    claim.confidence = static_cast<float>(50 + below(50)) / 100.0F;
    claim.rule = "verb";
    extraction.claims.push_back(std::move(claim));
  }
}

}  // namespace isnad::bench
