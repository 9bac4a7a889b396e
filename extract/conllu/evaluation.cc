#include "extract/conllu/evaluation.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

#include "extract/text/utf8.h"
#include "graph/model/error.h"

namespace isnad::conllu {

namespace {

bool is_space(char32_t c) {
  return c == U' ' || (c >= 0x09 && c <= 0x0D) || (c >= 0x1C && c <= 0x1F) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_diacritic(char32_t c) { return (c >= 0x64B && c <= 0x652) || c == 0x670 || c == 0x640; }

/// Returns: what is compared of a form or lemma.
std::u32string clean(std::string_view bytes) {
  std::u32string out;
  for (std::size_t at = 0; at < bytes.size();) {
    const char32_t c = text::next_code_point(bytes, at);
    if (!is_space(c) && !is_diacritic(c)) out.push_back(c);
  }
  return out;
}

using Range = std::pair<std::size_t, std::size_t>;

struct Place {
  std::size_t begin;
  std::size_t end;
  bool in_multiword;
  std::size_t sentence;
  const Word* word;
  int id;
};

/// A whole file laid out over its letters.
struct Layout {
  std::u32string text;
  std::vector<Range> sentences;
  std::vector<Range> tokens;
  std::vector<Place> words;

  explicit Layout(const std::vector<Sentence>& file) {
    for (std::size_t number = 0; number < file.size(); ++number) add(file[number], number);
  }

 private:
  void add(const Sentence& sentence, std::size_t number) {
    const std::size_t start = text.size();
    auto token = sentence.multiword_tokens.begin();
    for (int id = 1; id <= sentence.size();) {
      const bool multiword = token != sentence.multiword_tokens.end() && token->first == id;
      const int last = multiword ? token->last : id;
      const std::size_t begin = text.size();
      text += clean(multiword ? token->form : sentence.word(id).form);
      tokens.emplace_back(begin, text.size());
      for (; id <= last; ++id) words.push_back({begin, text.size(), multiword, number, &sentence.word(id), id});
      if (multiword) ++token;
    }
    sentences.emplace_back(start, text.size());
  }
};

using Pair = std::pair<const Place*, const Place*>;

void align_by_forms(const Place* gold, std::size_t rows, const Place* system, std::size_t columns, std::vector<Pair>& pairs) {
  std::vector<std::u32string> a;
  std::vector<std::u32string> b;
  for (std::size_t i = 0; i < rows; ++i) a.push_back(clean(gold[i].word->form));
  for (std::size_t j = 0; j < columns; ++j) b.push_back(clean(system[j].word->form));
  std::vector<unsigned> table((rows + 1) * (columns + 1));
  const auto at = [&](std::size_t i, std::size_t j) -> unsigned& { return table[i * (columns + 1) + j]; };
  for (std::size_t i = rows; i-- > 0;) {
    for (std::size_t j = columns; j-- > 0;) at(i, j) = a[i] == b[j] ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
  }
  for (std::size_t i = 0, j = 0; i < rows && j < columns;) {
    if (a[i] == b[j]) {
      pairs.emplace_back(&gold[i++], &system[j++]);
    } else if (at(i + 1, j) >= at(i, j + 1)) {
      ++i;
    } else {
      ++j;
    }
  }
}

std::vector<Pair> align(const std::vector<Place>& gold, const std::vector<Place>& system) {
  std::vector<Pair> pairs;
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < gold.size() && j < system.size()) {
    const Place& g = gold[i];
    const Place& s = system[j];
    if (g.in_multiword || s.in_multiword) {
      if (g.end <= s.begin && !s.in_multiword) {
        ++i;
        continue;
      }
      if (s.end <= g.begin && !g.in_multiword) {
        ++j;
        continue;
      }
      const std::size_t first_gold = i;
      const std::size_t first_system = j;
      std::size_t end = std::max(g.end, s.end);
      for (bool moved = true; moved;) {
        moved = false;
        for (; i < gold.size() && gold[i].begin < end; ++i, moved = true) end = std::max(end, gold[i].end);
        for (; j < system.size() && system[j].begin < end; ++j, moved = true) end = std::max(end, system[j].end);
      }
      align_by_forms(&gold[first_gold], i - first_gold, &system[first_system], j - first_system, pairs);
      // Words without a letter cover nothing and would never be passed.
      if (i == first_gold && j == first_system) ++i, ++j;
    } else if (g.begin == s.begin && g.end == s.end) {
      pairs.emplace_back(&g, &s);
      ++i, ++j;
    } else if (g.begin < s.begin || (g.begin == s.begin && g.end < s.end)) {
      ++i;
    } else {
      ++j;
    }
  }
  return pairs;
}

double f1(double correct, double gold, double system) {
  if (gold + system == 0) return 0;
  char digits[32];
  std::snprintf(digits, sizeof digits, "%.4f", 2 * correct / (gold + system));
  return std::strtod(digits, nullptr);
}

double range_f1(std::vector<Range> gold, std::vector<Range> system) {
  const auto gold_size = static_cast<double>(gold.size());
  const auto system_size = static_cast<double>(system.size());
  const auto make_set = [](std::vector<Range>& ranges) {
    std::sort(ranges.begin(), ranges.end());
    ranges.erase(std::unique(ranges.begin(), ranges.end()), ranges.end());
  };
  make_set(gold);
  make_set(system);
  std::vector<Range> both;
  std::set_intersection(gold.begin(), gold.end(), system.begin(), system.end(), std::back_inserter(both));
  return f1(static_cast<double>(both.size()), gold_size, system_size);
}

void require_same_text(const std::u32string& gold, const std::u32string& system) {
  if (gold == system) return;
  std::size_t at = 0;
  while (at < gold.size() && at < system.size() && gold[at] == system[at]) ++at;
  const auto around = [&](const std::u32string& text) {
    const std::size_t begin = std::min(text.size(), at > 20 ? at - 20 : 0);
    return text::encode_utf8(text.substr(begin, at + 20 - begin));
  };
  throw Error("the texts differ at character " + std::to_string(at) + ": gold …" + around(gold) + "… system …" + around(system) +
              "…");
}

/// Which system word stands for each gold word.
class HeadJudge {
 public:
  HeadJudge(const Layout& gold, const std::vector<Pair>& pairs) : first_(&gold.words), partner_(gold.words.size(), nullptr) {
    for (const Place& place : gold.words) {
      if (place.sentence >= sentence_start_.size()) sentence_start_.resize(place.sentence + 1, index(place));
    }
    for (const auto& [g, s] : pairs) partner_[index(*g)] = s;
  }

  [[nodiscard]] bool same_head(const Place& g, const Place& s) const {
    if (g.word->head == 0 || s.word->head == 0) return g.word->head == s.word->head;
    const Place* head = partner_[sentence_start_[g.sentence] + static_cast<std::size_t>(g.word->head - 1)];
    return head != nullptr && head->sentence == s.sentence && head->id == s.word->head;
  }

 private:
  [[nodiscard]] std::size_t index(const Place& place) const { return static_cast<std::size_t>(&place - first_->data()); }

  const std::vector<Place>* first_;
  std::vector<std::size_t> sentence_start_;
  std::vector<const Place*> partner_;
};

}  // namespace

Scores evaluate(const std::vector<Sentence>& gold_file, const std::vector<Sentence>& system_file) {
  const Layout gold(gold_file);
  const Layout system(system_file);
  require_same_text(gold.text, system.text);
  const std::vector<Pair> pairs = align(gold.words, system.words);
  const HeadJudge judge(gold, pairs);

  std::size_t upos = 0;
  std::size_t lemmas = 0;
  std::size_t heads = 0;
  std::size_t labelled = 0;
  for (const auto& [g, s] : pairs) {
    upos += g->word->upos == s->word->upos;
    lemmas += clean(g->word->lemma) == clean(s->word->lemma);
    if (g->word->head < 0 || !judge.same_head(*g, *s)) continue;
    ++heads;
    labelled += base_deprel(g->word->deprel) == base_deprel(s->word->deprel);
  }
  const auto in_trees = static_cast<double>(
      std::count_if(gold.words.begin(), gold.words.end(), [](const Place& place) { return place.word->head >= 0; }));
  const auto n = static_cast<double>(gold.words.size());
  const auto m = static_cast<double>(system.words.size());
  const double scale = n > 0 ? in_trees / n : 0;

  Scores scores;
  scores.tokens = range_f1(gold.tokens, system.tokens);
  scores.sentences = range_f1(gold.sentences, system.sentences);
  scores.words = f1(static_cast<double>(pairs.size()), n, m);
  scores.upos = f1(static_cast<double>(upos), n, m);
  scores.lemmas = f1(static_cast<double>(lemmas), n, m);
  scores.uas = f1(static_cast<double>(heads), in_trees, m * scale);
  scores.las = f1(static_cast<double>(labelled), in_trees, m * scale);
  scores.gold_words = gold.words.size();
  return scores;
}

}  // namespace isnad::conllu
