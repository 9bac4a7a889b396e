#include "tests/extract/who/testing.h"

#include <sstream>
#include <stdexcept>

namespace isnad::who::testing {

namespace {

/// The last word clings to the one before: both are one token of the text.
void join_with_last(conllu::Sentence& sentence, const std::string& text) {
  const int last = sentence.size();
  if (!sentence.multiword_tokens.empty() && sentence.multiword_tokens.back().last == last - 1) {
    sentence.multiword_tokens.back().last = last;
  } else {
    conllu::MultiwordToken token;
    token.first = last - 1;
    token.last = last;
    token.span.begin = sentence.word(last - 1).span.begin;
    sentence.multiword_tokens.push_back(token);
  }
  conllu::MultiwordToken& token = sentence.multiword_tokens.back();
  token.span.end = sentence.word(last).span.end;
  token.form = text.substr(token.span.begin, token.span.size_bytes());
}

}  // namespace

Parsed parse(std::string_view lang, const std::vector<std::string>& sentences, std::string published) {
  Parsed parsed;
  parsed.document.id = DocumentId("test");
  parsed.document.published = std::move(published);
  std::string& text = parsed.document.text;
  for (const std::string& rows : sentences) {
    conllu::Sentence sentence;
    sentence.lang = std::string(lang);
    if (!text.empty()) text += "\n";
    const auto begin = static_cast<std::uint32_t>(text.size());
    std::istringstream lines(rows);
    for (std::string line; std::getline(lines, line);) {
      conllu::Word word;
      std::istringstream fields(line);
      std::string head;
      if (!(fields >> word.form)) continue;
      if (!(fields >> word.upos >> head >> word.deprel)) throw std::invalid_argument("test tree: " + line);
      word.head = std::stoi(head);
      const bool clings = word.form.size() > 1 && word.form.front() == '+';
      if (clings) word.form.erase(0, 1);
      word.lemma = word.form;
      if (!clings && text.size() > begin) text += " ";
      word.span.begin = static_cast<std::uint32_t>(text.size());
      text += word.form;
      word.span.end = static_cast<std::uint32_t>(text.size());
      sentence.words.push_back(word);
      if (clings) join_with_last(sentence, text);
    }
    sentence.span = {begin, static_cast<std::uint32_t>(text.size())};
    sentence.text = text.substr(begin);
    parsed.sentences.push_back(std::move(sentence));
  }
  return parsed;
}

std::vector<std::string> describe(const Parsed& parsed, const Resolver::Resolution& resolution) {
  std::vector<std::string> lines;
  for (const Mention& mention : resolution.mentions) {
    lines.push_back(std::string(mention.span.of(parsed.document.text)) + " -> " + mention.entity.str() + " [" + mention.rule +
                    "]");
  }
  return lines;
}

std::string key_of(const Parsed& parsed, const Resolver::Resolution& resolution, std::string_view surface) {
  for (const Mention& mention : resolution.mentions) {
    if (mention.span.of(parsed.document.text) == surface) return mention.entity.str();
  }
  return "";
}

std::string linked(const Resolver& resolver, const Parsed& parsed, const Resolver::Resolution& resolution, std::string_view word,
                   int nth) {
  std::vector<Claim> claims(1);
  for (const auto& sentence : parsed.sentences) {
    for (const auto& candidate : sentence.words) {
      if (candidate.form != word || nth-- > 0) continue;
      claims[0].subject.head = candidate.span;
      resolver.link(resolution, claims);
      return claims[0].subject.entity ? claims[0].subject.entity->str() : "";
    }
  }
  throw std::invalid_argument("no such word in the test");
}

const Resolver& resolver() {
  static const Resolver the_resolver;
  return the_resolver;
}

}  // namespace isnad::who::testing
