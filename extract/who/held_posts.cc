#include "extract/who/held_posts.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "extract/text/name_key.h"
#include "extract/who/word_fold.h"

namespace isnad::who {

namespace {

/// How many words before a name a title may begin.
constexpr int kReachBack = 4;

struct Title {
  std::uint32_t office = 0;
  int first = 0;
  int last = 0;
};

/// The longest title that begins at a word.
std::optional<Title> title_at(const Lexicon& lexicon, const conllu::Sentence& sentence, int first) {
  const NameIndex& index = lexicon.index();
  NameIndex::Node node = NameIndex::kRoot;
  std::optional<Title> found;
  for (int id = first; id <= sentence.size(); ++id) {
    for (const Atom& atom : fold_atoms(sentence.word(id).form)) {
      const std::uint32_t number = index.atom_id(atom.text);
      node = number == NameIndex::kNone ? NameIndex::kNone : index.next(node, number);
      if (node == NameIndex::kNone) return found;
    }
    if (node == NameIndex::kRoot) return found;
    for (const Sense& sense : index.senses(node)) {
      if (sense.kind == Sense::Kind::kOffice) found = Title{sense.index, first, id};
    }
  }
  return found;
}

/// Of what the tables give this person that post, if of one thing only.
std::optional<int> post_of(const Lexicon& lexicon, int person, std::uint32_t office) {
  std::string target;
  for (const OfficeTerm& term : lexicon.terms()) {
    if (term.person != person || term.office != office) continue;
    if (!target.empty() && target != term.target) return std::nullopt;
    target = term.target;
  }
  return target.empty() ? std::nullopt : lexicon.find(target);
}

Entity entity_of(const LexiconEntry& entry) {
  Entity entity;
  entity.key = EntityKey(entry.key);
  entity.type = entry.type;
  entity.name_ar = entry.name_ar;
  entity.name_en = entry.name_en;
  entity.from_lexicon = true;
  std::map<std::pair<std::string, std::string>, int> names;
  const auto add = [&](const char* lang, const std::string& name) {
    if (!name.empty()) names.try_emplace({lang, name}, 0);
  };
  add("ar", entry.name_ar);
  add("en", entry.name_en);
  for (const std::string& name : entry.aliases_ar) add("ar", name);
  for (const std::string& name : entry.aliases_en) add("en", name);
  for (const auto& [name, count] : names) {
    std::string key = text::name_key(name.second);
    if (!key.empty()) entity.aliases.push_back({name.second, std::move(key), name.first, 0});
  }
  return entity;
}

}  // namespace

std::vector<Mention> find_held_posts(const Lexicon& lexicon, const std::vector<conllu::Sentence>& sentences,
                                     Resolver::Resolution& resolution) {
  std::vector<Mention> posts;
  for (const Mention& mention : resolution.mentions) {
    if (!mention.entity.str().starts_with("per:") || mention.sentence >= sentences.size()) continue;
    const auto person = lexicon.find(mention.entity.str());
    if (!person) continue;
    const conllu::Sentence& sentence = sentences[mention.sentence];
    int name = 0;
    int last = 0;
    for (int id = 1; id <= sentence.size(); ++id) {
      if (!mention.span.overlaps(sentence.word(id).span)) continue;
      if (name == 0) name = id;
      last = id;
    }
    if (name == 0) continue;
    for (int first = std::max(1, name - kReachBack); first <= last; ++first) {
      const auto title = title_at(lexicon, sentence, first);
      // A title of its own stands at the name, not somewhere before it.
      if (!title || title->last > last || (title->last + 1 < name && sentence.word(title->last + 1).upos != "ADJ")) continue;
      if (title->last + 2 < name) continue;
      const auto target = post_of(lexicon, *person, title->office);
      if (!target) continue;
      posts.push_back({{sentence.word(title->first).span.begin, sentence.word(title->last).span.end},
                       EntityKey(lexicon.entry(*target).key),
                       mention.sentence,
                       "post"});
      break;
    }
  }
  for (const Mention& post : posts) {
    const auto at = std::lower_bound(resolution.entities.begin(), resolution.entities.end(), post.entity,
                                     [](const Entity& entity, const EntityKey& key) { return entity.key < key; });
    if (at != resolution.entities.end() && at->key == post.entity) continue;
    resolution.entities.insert(at, entity_of(lexicon.entry(*lexicon.find(post.entity.str()))));
  }
  return posts;
}

}  // namespace isnad::who
