#include "graph/report/dossier.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "graph/model/error.h"
#include "graph/model/plain_text.h"
#include "graph/query/evidence.h"
#include "graph/query/search.h"
#include "graph/render/claim_reader.h"
#include "graph/render/words.h"

namespace isnad::report {

namespace {

constexpr std::size_t kClaimsRead = 200;
constexpr std::size_t kOtherNames = 12;

/// An edge with those of its claims that can be shown, the most certain first.
struct KnownEdge {
  Edge edge;
  std::vector<Claim> claims;
};

class Builder {
 public:
  Builder(const query::EdgeReader& reader, const EntityKey& about, const DossierOptions& options)
      : reader_(reader), source_(reader.source()), about_(about), options_(options), claims_(source_, options.lang), words_(options.lang) {}

  Dossier run() {
    out_.lang = options_.lang;
    describe();
    read_edges();
    count();
    add_posts_and_sections();
    add_disputes();
    add_timeline();
    return std::move(out_);
  }

 private:
  void describe() {
    const auto entity = source_.entity(about_);
    if (!entity) throw UsageError("nothing is known of '" + about_.str() + "'");
    out_.name = clean_text(entity->name(options_.lang));
    if (out_.name.empty()) out_.name = about_.str();
    out_.second_name = clean_text(options_.lang == "ar" ? entity->name_en : entity->name_ar);
    if (out_.second_name == out_.name) out_.second_name.clear();
    out_.type = entity->type;
    std::vector<Alias> aliases = entity->aliases;
    std::stable_sort(aliases.begin(), aliases.end(), [](const Alias& a, const Alias& b) { return a.mentions > b.mentions; });
    for (const auto& alias : aliases) {
      const std::string name = clean_text(alias.name);
      if (alias.mentions == 0 || name == out_.name || name == out_.second_name || out_.other_names.size() == kOtherNames) continue;
      out_.other_names.push_back(name);
    }
  }

  void read_edges() {
    reader_.visit_edges_of(about_, [&](const Edge& edge) {
      KnownEdge known{edge, {}};
      for (auto& claim : claims_.claims(edge, kClaimsRead)) {
        if (reader_.filter().period.contains(query::date_of(claim, *claims_.document(claim.document)))) known.claims.push_back(std::move(claim));
      }
      if (known.claims.empty()) return true;
      std::stable_sort(known.claims.begin(), known.claims.end(), [](const Claim& a, const Claim& b) {
        return std::tie(b.confidence, a.id) < std::tie(a.confidence, b.id);
      });
      edges_.push_back(std::move(known));
      return true;
    });
    std::sort(edges_.begin(), edges_.end(), [](const KnownEdge& a, const KnownEdge& b) { return query::stronger(a.edge, b.edge); });
  }

  void count() {
    std::set<DocumentId> documents;
    std::set<std::string> sources;
    std::set<std::string> dates;
    for (const auto& known : edges_) {
      out_.claims += known.edge.claims;
      for (const auto& claim : known.claims) {
        const Document& doc = *claims_.document(claim.document);
        documents.insert(doc.id);
        sources.insert(doc.source);
        const std::string& date = query::date_of(claim, doc);
        if (!date.empty()) dates.insert(date);
      }
    }
    out_.documents = documents.size();
    out_.sources = sources.size();
    if (!dates.empty()) out_.first_date = *dates.begin(), out_.last_date = *dates.rbegin();
  }

  std::string label_of(const Edge& edge, const std::vector<Claim>& claims) const {
    std::map<std::string, int> votes;
    for (const auto& claim : claims) {
      const std::string label = clean_text(options_.lang == "ar" ? claim.label_ar : claim.label_en);
      if (!label.empty()) ++votes[label];
    }
    const auto& type = info(edge.key.type);
    std::string label = render::most_frequent(votes);
    if (label.empty()) label = words_.pick(type.label_ar, type.label_en);
    return edge.key.polarity == Polarity::kDenied ? words_.denied(label) : label;
  }

  Statement statement(const Edge& edge, const std::vector<Claim>& claims, std::size_t notes) {
    Statement out;
    out.subject = claims_.name(edge.key.source);
    out.object = claims_.name(edge.key.target);
    out.label = label_of(edge, claims);
    out.type = edge.key.type;
    out.polarity = edge.key.polarity;
    std::map<Modality, int> votes;
    for (const auto& claim : claims) ++votes[claim.modality];
    out.modality = render::most_frequent(votes);
    out.claims = edge.claims;
    out.sources = edge.sources;
    out.first_date = edge.first_date;
    out.last_date = edge.last_date;
    std::set<std::pair<DocumentId, std::uint32_t>> sentences;
    for (const auto& claim : claims) {
      if (sentences.size() == notes) break;
      if (sentences.insert({claim.document, claim.sentence}).second) out.notes.push_back(note(claim));
    }
    std::sort(out.notes.begin(), out.notes.end());
    return out;
  }

  std::uint32_t note(const Claim& claim) {
    const std::string speaker = claims_.speaker(claim);
    const auto [it, fresh] = numbers_.try_emplace({claim.document, claim.sentence, speaker}, static_cast<std::uint32_t>(out_.notes.size() + 1));
    if (!fresh) return it->second;
    const Document& doc = *claims_.document(claim.document);
    const auto& sentence = doc.sentences[claim.sentence];
    Note note;
    note.number = it->second;
    note.sentence = render::web_sentence(claim, sentence.span, doc.text);
    note.lang = (sentence.lang.empty() ? doc.lang : sentence.lang) == "ar" ? "ar" : "en";
    note.speaker = speaker;
    note.title = clean_text(doc.title);
    note.source = clean_text(doc.source);
    note.published = clean_text(doc.published);
    note.document = clean_text(doc.id.str());
    if (doc.url.rfind("http://", 0) == 0 || doc.url.rfind("https://", 0) == 0) note.url = clean_text(doc.url);
    out_.notes.push_back(std::move(note));
    return it->second;
  }

  void add_posts_and_sections() {
    std::map<RelationFamily, Section> sections;
    for (const auto& known : edges_) {
      const bool post = known.edge.key.type == RelationType::kRole && known.edge.key.polarity == Polarity::kAffirmed;
      if (post && out_.posts.size() < options_.per_section) {
        out_.posts.push_back(statement(known.edge, known.claims, options_.notes_per_statement));
        continue;
      }
      Section& section = sections[info(known.edge.key.type).family];
      if (section.statements.size() == options_.per_section) {
        ++section.left_out;
      } else {
        section.statements.push_back(statement(known.edge, known.claims, options_.notes_per_statement));
      }
    }
    for (auto& [family, section] : sections) {
      section.family = family;
      out_.sections.push_back(std::move(section));
    }
  }

  void add_disputes() {
    for (const auto& denied : edges_) {
      if (denied.edge.key.polarity != Polarity::kDenied) continue;
      EdgeKey key = denied.edge.key;
      key.polarity = Polarity::kAffirmed;
      const auto said = std::find_if(edges_.begin(), edges_.end(), [&](const KnownEdge& other) { return other.edge.key == key; });
      if (said == edges_.end()) continue;
      out_.disputes.push_back({statement(said->edge, said->claims, options_.notes_per_statement),
                               statement(denied.edge, denied.claims, options_.notes_per_statement)});
    }
  }

  /// One row for each relation and day, the best attested relations first when there are too many.
  void add_timeline() {
    std::vector<DatedStatement> rows;
    for (const auto& known : edges_) {
      if (known.edge.key.type == RelationType::kOther) continue;
      std::map<std::string, std::vector<Claim>> days;
      for (const auto& claim : known.claims) {
        const std::string& date = query::date_of(claim, *claims_.document(claim.document));
        if (!date.empty()) days[date].push_back(claim);
      }
      for (const auto& [date, claims] : days) {
        if (rows.size() == options_.timeline_rows) {
          ++out_.timeline_left_out;
          continue;
        }
        Statement row = statement(known.edge, claims, 1);
        row.claims = static_cast<std::uint32_t>(claims.size());
        rows.push_back({date, std::move(row)});
      }
    }
    std::stable_sort(rows.begin(), rows.end(), [](const DatedStatement& a, const DatedStatement& b) { return a.date < b.date; });
    out_.timeline = std::move(rows);
  }

  const query::EdgeReader& reader_;
  const ClaimSource& source_;
  const EntityKey& about_;
  const DossierOptions& options_;
  render::ClaimReader claims_;
  render::Words words_;
  Dossier out_;
  std::vector<KnownEdge> edges_;
  std::map<std::tuple<DocumentId, std::uint32_t, std::string>, std::uint32_t> numbers_;
};

}  // namespace

Dossier build_dossier(const query::EdgeReader& reader, const EntityKey& about, const DossierOptions& options) {
  return Builder(reader, about, options).run();
}

}  // namespace isnad::report
