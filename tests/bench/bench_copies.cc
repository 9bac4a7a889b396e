// How well altered copies of articles are found, and what looking for them costs.
//   bench_copies PATH... [--show N]     articles as `isnad build` takes them, the first 3,000; --show prints N pairs of originals that were linked
//
// Each article is altered in the ways of outlets, and each copy looked for among all articles: recall. Articles that are linked to one another
// though nothing was altered are copies that the corpus has, or mistakes: they are counted, and some shown for a person to judge.

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <functional>
#include <map>
#include <random>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "extract/corpus/corpus_reader.h"
#include "extract/diagnostics.h"
#include "graph/model/near_duplicate.h"

namespace {

using namespace isnad;

constexpr std::size_t kDocuments = 3000;
constexpr std::size_t kLeastWords = 60;

double now_s() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

struct Article {
  std::string text;
  std::vector<std::uint64_t> shingles;
};

std::vector<std::string> split(const std::string& text, const std::string& marks) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = text.find_first_of(marks, begin);
    end = end == std::string::npos ? text.size() : end + 1;
    parts.push_back(text.substr(begin, end - begin));
    begin = end;
  }
  return parts;
}

std::string joined(const std::vector<std::string>& parts, std::size_t begin, std::size_t end) {
  std::string out;
  for (std::size_t k = begin; k < end; ++k) out += parts[k];
  return out;
}

/// The text in sentences: paragraphs are not marked in every corpus.
std::vector<std::string> sentences(const std::string& text) { return split(text, ".\n"); }

struct Alteration {
  const char* name;
  std::function<std::string(const Article&, const Article& other, std::mt19937&)> alter;
};

std::vector<Alteration> alterations() {
  const auto cut = [](double share) {
    return [share](const Article& article, const Article&, std::mt19937&) {
      const auto parts = sentences(article.text);
      return joined(parts, 0, std::max<std::size_t>(1, static_cast<std::size_t>(static_cast<double>(parts.size()) * (1 - share))));
    };
  };
  return {
      {"as it is", [](const Article& article, const Article&, std::mt19937&) { return article.text; }},
      {"headline and credit changed",
       [](const Article& article, const Article& other, std::mt19937&) {
         const auto parts = sentences(article.text);
         return "خاص - " + sentences(other.text)[0] + "\n" + joined(parts, std::min<std::size_t>(1, parts.size()), parts.size()) + " المصدر: وكالات";
       }},
      {"last fifth cut", cut(0.2)},
      {"last two fifths cut", cut(0.4)},
      {"last three fifths cut", cut(0.6)},
      {"every fourth sentence dropped",
       [](const Article& article, const Article&, std::mt19937&) {
         std::string out;
         const auto parts = sentences(article.text);
         for (std::size_t k = 0; k < parts.size(); ++k) {
           if (k % 4 != 3) out += parts[k];
         }
         return out;
       }},
      {"one word of twenty changed",
       [](const Article& article, const Article&, std::mt19937& random) {
         std::string out;
         for (const auto& word : split(article.text, " ")) out += random() % 20 == 0 ? std::string("كلمة ") : word;
         return out;
       }},
      {"a third of another article added",
       [](const Article& article, const Article& other, std::mt19937&) {
         const auto parts = sentences(other.text);
         return article.text + "\n" + joined(parts, 0, parts.size() / 3);
       }},
      {"only the first fifth kept, in another article",
       [](const Article& article, const Article& other, std::mt19937&) {
         const auto parts = sentences(article.text);
         return joined(parts, 0, parts.size() / 5) + other.text;
       }},
  };
}

using Index = std::array<std::unordered_map<std::uint32_t, std::vector<std::size_t>>, kShingleBands>;

/// Returns: the first article in each band that the text is a near duplicate of, but for `self`.
std::vector<std::size_t> found(const Index& index, const std::vector<Article>& articles, const std::vector<std::uint64_t>& shingles, std::size_t self) {
  std::vector<std::size_t> out;
  if (shingles.size() < kLeastShingles) return out;
  const auto bands = shingle_bands(shingles);
  for (std::size_t k = 0; k < bands.size(); ++k) {
    const auto bucket = index[k].find(bands[k]);
    if (bucket == index[k].end()) continue;
    const std::size_t first = bucket->second.front();
    if (first == self || std::find(out.begin(), out.end(), first) != out.end()) continue;
    if (are_near_duplicates(shingles, articles[first].shingles)) out.push_back(first);
  }
  return out;
}

int run(const std::vector<std::filesystem::path>& paths, int show) {
  std::vector<Article> articles;
  Diagnostics diagnostics;
  corpus::read_corpus(paths, diagnostics, [&](Document&& document) {
    if (static_cast<std::size_t>(std::count(document.text.begin(), document.text.end(), ' ')) >= kLeastWords) articles.push_back({std::move(document.text), {}});
    return articles.size() < kDocuments;
  });
  std::uint64_t bytes = 0;
  const double start = now_s();
  Index index;
  for (std::size_t n = 0; n < articles.size(); ++n) {
    bytes += articles[n].text.size();
    articles[n].shingles = shingles_of(articles[n].text);
    if (articles[n].shingles.size() < kLeastShingles) continue;
    const auto bands = shingle_bands(articles[n].shingles);
    for (std::size_t k = 0; k < bands.size(); ++k) index[k][bands[k]].push_back(n);
  }
  const double seconds = now_s() - start;
  std::printf("shingles and bands\t%zu articles\t%.3f s\t%.0f us an article\t%.0f ns a byte\n", articles.size(), seconds,
              seconds / static_cast<double>(articles.size()) * 1e6, seconds / static_cast<double>(bytes) * 1e9);

  std::size_t linked = 0;
  for (std::size_t n = 0; n < articles.size(); ++n) {
    const auto others = found(index, articles, articles[n].shingles, n);
    linked += others.empty() ? 0 : 1;
    if (others.empty() || show-- <= 0) continue;
    std::printf("---\n%s\n===\n%s\n", articles[n].text.substr(0, 600).c_str(), articles[others.front()].text.substr(0, 600).c_str());
  }
  std::printf("articles of the corpus that are copies of others in it\t%zu\n", linked);

  std::mt19937 random(20200213);
  for (const auto& alteration : alterations()) {
    std::size_t hits = 0;
    std::size_t wrong = 0;
    std::size_t tried = 0;
    for (std::size_t n = 0; n < articles.size(); ++n) {
      const std::size_t partner = (n + 1 + random() % (articles.size() - 1)) % articles.size();
      const Article& other = articles[partner];
      const auto shingles = shingles_of(alteration.alter(articles[n], other, random));
      if (shingles.size() < kLeastShingles) continue;
      ++tried;
      bool hit = false;
      for (const std::size_t original : found(index, articles, shingles, articles.size())) {
        // The corpus' own copies of the original are right too, and so is the article that most was taken from in the last alteration.
        const bool right = original == n || original == partner || are_near_duplicates(articles[original].shingles, articles[n].shingles);
        hit |= right && original != partner;
        wrong += right ? 0 : 1;
      }
      hits += hit ? 1 : 0;
    }
    std::printf("%s\t%zu copies\tfound %.1f %%\twrong links %zu\n", alteration.name, tried, 100.0 * static_cast<double>(hits) / static_cast<double>(tried), wrong);
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::filesystem::path> paths;
  int show = 0;
  for (int i = 1; i < argc; ++i) {
    if (std::string(argv[i]) == "--show" && i + 1 < argc) {
      show = std::atoi(argv[++i]);
    } else {
      paths.emplace_back(argv[i]);
    }
  }
  try {
    return run(paths, show);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}
