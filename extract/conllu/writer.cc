#include "extract/conllu/writer.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace isnad::conllu {

namespace {

bool breaks_line(char c) { return c == '\t' || c == '\n' || c == '\r'; }

void append(std::string& out, std::string_view value) {
  const std::size_t begin = out.size();
  out += value;
  std::replace_if(out.begin() + static_cast<std::ptrdiff_t>(begin), out.end(), breaks_line, ' ');
}

void append_field(std::string& out, std::string_view value) {
  out += '\t';
  append(out, value.empty() ? "_" : value);
}

void append_comments(std::string& out, const Sentence& sentence) {
  const auto line = [&](std::string_view key, std::string_view value) {
    out += "# ";
    out += key;
    append(out, value);
    out += '\n';
  };
  bool id_left = !sentence.id.empty();
  bool text_left = !sentence.text.empty();
  auto comment = sentence.comments.begin();
  for (std::uint32_t number = 0; id_left || text_left || comment != sentence.comments.end(); ++number) {
    const bool others_left = comment != sentence.comments.end();
    if (id_left && (sentence.id_line <= number || (!others_left && (!text_left || sentence.id_line < sentence.text_line)))) {
      line("sent_id = ", sentence.id);
      id_left = false;
    } else if (text_left && (sentence.text_line <= number || !others_left)) {
      line("text = ", sentence.text);
      text_left = false;
    } else if (others_left) {
      line("", *comment++);
    }
  }
}

}  // namespace

void write(std::ostream& output, const Sentence& sentence) {
  std::string out;
  append_comments(out, sentence);
  auto token = sentence.multiword_tokens.begin();
  for (int id = 1; id <= sentence.size(); ++id) {
    if (token != sentence.multiword_tokens.end() && token->first == id) {
      out += std::to_string(token->first) + '-' + std::to_string(token->last);
      append_field(out, token->form);
      out += "\t_\t_\t_";
      append_field(out, token->feats);
      out += "\t_\t_\t_";
      append_field(out, token->misc);
      out += '\n';
      ++token;
    }
    const Word& word = sentence.word(id);
    out += std::to_string(id);
    append_field(out, word.form);
    append_field(out, word.lemma);
    append_field(out, word.upos);
    append_field(out, word.xpos);
    append_field(out, word.feats);
    append_field(out, word.head < 0 ? std::string() : std::to_string(word.head));
    append_field(out, word.deprel);
    append_field(out, word.deps);
    append_field(out, word.misc);
    out += '\n';
  }
  out += '\n';
  output << out;
}

}  // namespace isnad::conllu
