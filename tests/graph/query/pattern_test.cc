#include "graph/query/pattern.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "graph/query/pattern_search.h"
#include "tests/graph/support/graph_builder.h"
#include "tests/graph/support/idlib_graph.h"

using namespace isnad;
using query::parse_pattern;
using query::Pattern;
using query::PatternError;
using query::PatternOptions;
using query::PatternRow;
using query::PatternSearch;

namespace {

std::string folded(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

PatternOptions options_for(const ClaimSource& source) {
  PatternOptions options;
  options.fold_words = folded;
  options.entity_named = [&source](const std::string& name) {
    if (source.entity(EntityKey(name))) return EntityKey(name);
    const auto found = source.find_by_name(folded(name));
    if (found.empty()) throw UsageError("nothing here is called '" + name + "'");
    return found.front();
  };
  return options;
}

std::string text_of(const query::PatternValue& value) {
  if (const auto* key = std::get_if<EntityKey>(&value)) return key->str();
  return std::string(to_string(std::get<RelationType>(value)));
}

/// Rows as `a b c`, sorted.
std::vector<std::string> rows(const ClaimSource& source, const std::string& pattern, PatternOptions options) {
  std::vector<std::string> out;
  PatternSearch search(source, parse_pattern(pattern), std::move(options));
  search.run([&](const PatternRow& row) {
    std::string line;
    for (const auto& value : row.values) line += (line.empty() ? "" : " ") + text_of(value);
    for (const auto* edge : row.edges) CHECK_FALSE(edge->claim_ids.empty());
    out.push_back(line);
    return true;
  });
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<std::string> rows(const ClaimSource& source, const std::string& pattern) { return rows(source, pattern, options_for(source)); }

/// The place and message of the error.
std::string blamed(const std::string& pattern) {
  try {
    const auto source = testing::idlib_graph();
    PatternSearch search(source, parse_pattern(pattern), options_for(source));
    return "none";
  } catch (const PatternError& error) {
    return pattern.substr(error.offset(), error.size()) + "|" + error.what();
  }
}

}  // namespace

TEST_CASE("pattern: reads triples, quotations, alternatives and conditions", "[graph][query]") {
  const Pattern pattern = parse_pattern(
      "?x accuses|THREATEN Turkey . «هيئة تحرير الشام» not 'x ?y [date >= 2020-02, confidence >= 0.5] where kind ?x = PER | ORG, ?x != ?y");
  REQUIRE(pattern.triples.size() == 2);
  CHECK(pattern.variables == std::vector<std::string>{"x", "y"});
  CHECK(pattern.triples[0].subject.is_variable);
  REQUIRE(pattern.triples[0].relation.words.size() == 2);
  CHECK(pattern.triples[0].relation.words[1].text == "THREATEN");
  CHECK(pattern.triples[0].object.words.text == "Turkey");
  CHECK(pattern.triples[1].subject.words.text == "هيئة تحرير الشام");
  CHECK(pattern.triples[1].relation.denied);
  CHECK(pattern.triples[1].conditions.size() == 2);
  REQUIRE(pattern.conditions.size() == 2);
  CHECK(pattern.conditions[0].values.size() == 2);
  CHECK(parse_pattern("?x * United_Nations.").triples[0].object.words.text == "United Nations");
  CHECK(parse_pattern("?x * U.S. . ?x ?r ?y").triples[0].object.words.text == "U.S.");
  CHECK(parse_pattern("?س يتهم ?ص").variables == std::vector<std::string>{"س", "ص"});
}

TEST_CASE("pattern: errors point at what is wrong", "[graph][query]") {
  CHECK(blamed("").rfind("|a pattern needs a triple", 0) == 0);
  CHECK(blamed("?x").rfind("|a relation is missing", 0) == 0);
  CHECK(blamed("?x accuses").rfind("|an object is missing", 0) == 0);
  CHECK(blamed("?x accuses ?y ?z").rfind("?z|a triple ends here", 0) == 0);
  CHECK(blamed("? accuses ?y").rfind("?|a variable needs a name", 0) == 0);
  CHECK(blamed("?x accuses \"Turkey").rfind("\"|this quotation", 0) == 0);
  CHECK(blamed("?x accuses ?y [date > 2020]").rfind(">|write", 0) == 0);
  CHECK(blamed("?x accuses ?y [date >= 2020-13]").rfind("2020-13|", 0) == 0);
  CHECK(blamed("?x accuses ?y [colour = red]").rfind("colour|a condition", 0) == 0);
  CHECK(blamed("?x accuses ?y [confidence = 1]").rfind("=|confidence is compared", 0) == 0);
  CHECK(blamed("?x accuses ?y [confidence >= high]").rfind("high|'high' is no number", 0) == 0);
  CHECK(blamed("?x accuses ?y where kind ?z = PER").rfind("?z|no triple", 0) == 0);
  CHECK(blamed("?x accuses ?y where kind ?x = CAT").rfind("CAT|", 0) == 0);
  CHECK(blamed("?x accuses Turkish").rfind("Turkish|nothing here is called", 0) == 0);
  CHECK(blamed("?x ?y ?z . ?y accuses ?z").rfind("?y|?y stands for a relation", 0) == 0);
  CHECK(blamed("?x accuses ?y where date >= 2020 . ?x").rfind("?x|nothing may follow", 0) == 0);
  CHECK(blamed("?x accuses ?y") == "none");
}

TEST_CASE("pattern: joins triples over shared variables", "[graph][query]") {
  const auto source = testing::idlib_graph();
  CHECK(rows(source, "?x accuses Turkey") == std::vector<std::string>{"gpe:russia", "org:kremlin"});
  CHECK(rows(source, "?x يتهم تركيا") == std::vector<std::string>{"gpe:russia", "org:kremlin"});
  CHECK(rows(source, "?x accuses ?y . ?y supports ?z") == std::vector<std::string>{"per:erdogan gpe:russia org:syrian-regime"});
  CHECK(rows(source, "?x ASSAULT ?y . ?y controls ?place") ==
        std::vector<std::string>{"org:syrian-regime org:hts gpe:idlib", "per:erdogan org:syrian-regime fac:m5", "per:erdogan org:syrian-regime gpe:saraqib"});
  CHECK(rows(source, "Turkey not agrees Russia") == std::vector<std::string>{""});
  CHECK(rows(source, "Turkey not agrees \"Syrian regime\"").empty());
  CHECK(rows(source, "Turkey ?r Russia") == std::vector<std::string>{"AGREE"});
  CHECK(rows(source, "Erdogan * ?y").size() == 3);
  CHECK(rows(source, "Erdogan conflict ?y") == std::vector<std::string>{"gpe:russia", "org:syrian-regime"});
  CHECK(rows(source, "?x backs ?y [lang = en]") == std::vector<std::string>{"gpe:russia org:syrian-regime"});
  CHECK(rows(source, "?x accuses Turkey [source = \"levant wire\"]").empty());
  CHECK(rows(source, "?x accuses ?y where kind ?x = PER") == std::vector<std::string>{"per:erdogan gpe:russia"});
  CHECK(rows(source, "?x accuses ?y where kind ?x != PER, date >= 2020-02-13").size() == 2);
  CHECK(rows(source, "?x * ?y where modality = possible") == std::vector<std::string>{"per:erdogan org:syrian-regime"});
  CHECK(rows(source, "?x controls ?y where said-by = per:borenkov").size() == 2);
}

TEST_CASE("pattern: shows distinct rows of the chosen variables and can be stopped", "[graph][query]") {
  const auto source = testing::idlib_graph();
  auto options = options_for(source);
  options.select = {"y"};
  CHECK(rows(source, "?x accuses ?y", options) == std::vector<std::string>{"gpe:russia", "gpe:turkey"});
  CHECK(rows(source, "?_x accuses ?y") == std::vector<std::string>{"gpe:russia", "gpe:turkey"});
  options.select = {"nobody"};
  CHECK_THROWS_AS(PatternSearch(source, parse_pattern("?x accuses ?y"), options), UsageError);
  PatternSearch search(source, parse_pattern("?x * ?y"), options_for(source));
  std::size_t seen = 0;
  search.run([&](const PatternRow&) { return ++seen < 3; });
  CHECK(seen == 3);
}

TEST_CASE("pattern: the rarest triple is looked up first", "[graph][query]") {
  testing::GraphBuilder graph;
  for (int i = 0; i < 30; ++i) graph.entity("n" + std::to_string(i), EntityType::kPerson, "", "n" + std::to_string(i));
  graph.document("d", "s", "2020-01-01", "en");
  for (int i = 1; i < 30; ++i) graph.edge("n0", RelationType::kAccuse, "n" + std::to_string(i));
  graph.edge("n7", RelationType::kOwn, "n8");
  const auto source = graph.build();
  PatternSearch search(source, parse_pattern("?x ACCUSE ?y . ?y OWN ?z"), options_for(source));
  CHECK(search.order() == std::vector<std::size_t>{1, 0});
}

TEST_CASE("pattern: agrees with trying all edges for all triples, on random graphs", "[graph][query]") {
  const std::vector<std::string> patterns = {"?x ACCUSE ?y . ?y SUPPORT ?z", "?x * ?y . ?y * ?x", "?x ?r ?y . ?y ?r ?z", "n0 * ?x . ?x not ACCUSE ?y",
                                             "?x ACCUSE|SUPPORT ?y . ?z ACCUSE ?y where ?x != ?z"};
  for (unsigned seed = 1; seed <= 25; ++seed) {
    std::mt19937 random(seed);
    testing::GraphBuilder graph;
    for (int i = 0; i < 6; ++i) graph.entity("n" + std::to_string(i), EntityType::kPerson, "", "n" + std::to_string(i));
    graph.document("d", "s", "2020-01-01", "en");
    for (int e = 0; e < 14; ++e) {
      const auto a = random() % 6;
      const auto b = random() % 6;
      if (a == b) continue;
      graph.edge("n" + std::to_string(a), random() % 2 == 0 ? RelationType::kAccuse : RelationType::kSupport, "n" + std::to_string(b),
                 random() % 4 == 0 ? Polarity::kDenied : Polarity::kAffirmed);
    }
    graph.edge("n0", RelationType::kAccuse, "n1");
    const auto source = graph.build();
    std::vector<EdgeKey> edges;
    source.visit_edges([&](const Edge& edge) {
      edges.push_back(edge.key);
      return true;
    });
    for (const auto& text : patterns) {
      const Pattern pattern = parse_pattern(text);
      REQUIRE(pattern.triples.size() == 2);
      std::set<std::string> expected;
      for (const auto& first : edges) {
        for (const auto& second : edges) {
          std::map<std::string, std::string> bound;
          const auto bind = [&](const std::string& name, const std::string& value) { return bound.try_emplace(name, value).first->second == value; };
          bool fits = true;
          for (std::size_t i = 0; i < 2 && fits; ++i) {
            const EdgeKey& edge = i == 0 ? first : second;
            const auto& triple = pattern.triples[i];
            fits = (edge.polarity == Polarity::kDenied) == triple.relation.denied;
            const auto end = [&](const query::PatternTerm& term, const EntityKey& key) {
              return term.is_variable ? bind(term.words.text, key.str()) : term.words.text == key.str();
            };
            fits = fits && end(triple.subject, edge.source) && end(triple.object, edge.target);
            const std::string type(to_string(edge.type));
            if (triple.relation.is_variable) {
              fits = fits && bind(triple.relation.words[0].text, type);
            } else if (!triple.relation.any) {
              fits = fits && std::any_of(triple.relation.words.begin(), triple.relation.words.end(), [&](const auto& word) { return word.text == type; });
            }
          }
          if (!pattern.conditions.empty()) fits = fits && bound["x"] != bound["z"];
          if (!fits) continue;
          std::string line;
          for (const auto& name : pattern.variables) line += (line.empty() ? "" : " ") + bound[name];
          expected.insert(line);
        }
      }
      CAPTURE(seed, text);
      CHECK(rows(source, text) == std::vector<std::string>(expected.begin(), expected.end()));
    }
  }
}
