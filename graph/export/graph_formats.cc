#include "graph/export/graph_formats.h"

#include <ostream>
#include <string>
#include <string_view>

#include "graph/model/plain_text.h"

namespace isnad::exporting {

namespace {

std::string_view polarity(const Edge& edge) { return to_string(edge.key.polarity); }

void graphml_data(std::ostream& out, std::string_view key, std::string_view value) {
  if (!value.empty()) out << "      <data key=\"" << key << "\">" << xml_text(value) << "</data>\n";
}

void gexf_value(std::ostream& out, int attribute, std::string_view value) {
  out << "          <attvalue for=\"" << attribute << "\" value=\"" << xml_text(value) << "\"/>\n";
}

/// GEXF wants whole days.
std::string whole_day(std::string_view date, std::string_view rest) {
  return date.size() >= 10 ? std::string(date) : std::string(date) + std::string(rest.substr(date.size()));
}

}  // namespace

void write_graphml(const ClaimSource& source, std::ostream& out) {
  out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
         "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"\n"
         "         xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
         "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n";
  for (const std::string_view name : {"label", "type", "name_ar", "name_en"}) {
    out << "  <key id=\"n_" << name << "\" for=\"node\" attr.name=\"" << name << "\" attr.type=\"string\"/>\n";
  }
  for (const std::string_view name : {"label", "type", "family", "polarity", "first", "last"}) {
    out << "  <key id=\"e_" << name << "\" for=\"edge\" attr.name=\"" << name << "\" attr.type=\"string\"/>\n";
  }
  for (const std::string_view name : {"weight", "documents", "sources"}) {
    out << "  <key id=\"e_" << name << "\" for=\"edge\" attr.name=\"" << name << "\" attr.type=\"int\"/>\n";
  }
  out << "  <graph id=\"isnad\" edgedefault=\"directed\">\n";
  source.visit_entities([&](const Entity& entity) {
    out << "    <node id=\"" << xml_text(entity.key.str()) << "\">\n";
    graphml_data(out, "n_label", entity.name("en"));
    graphml_data(out, "n_type", to_string(entity.type));
    graphml_data(out, "n_name_ar", entity.name_ar);
    graphml_data(out, "n_name_en", entity.name_en);
    out << "    </node>\n";
    return static_cast<bool>(out);
  });
  std::uint64_t number = 0;
  source.visit_edges([&](const Edge& edge) {
    out << "    <edge id=\"e" << number++ << "\" source=\"" << xml_text(edge.key.source.str()) << "\" target=\""
        << xml_text(edge.key.target.str()) << "\">\n";
    graphml_data(out, "e_label", info(edge.key.type).label_en);
    graphml_data(out, "e_type", to_string(edge.key.type));
    graphml_data(out, "e_family", to_string(info(edge.key.type).family));
    graphml_data(out, "e_polarity", polarity(edge));
    graphml_data(out, "e_first", edge.first_date);
    graphml_data(out, "e_last", edge.last_date);
    graphml_data(out, "e_weight", std::to_string(edge.claims));
    graphml_data(out, "e_documents", std::to_string(edge.documents));
    graphml_data(out, "e_sources", std::to_string(edge.sources));
    out << "    </edge>\n";
    return static_cast<bool>(out);
  });
  out << "  </graph>\n</graphml>\n";
}

void write_gexf(const ClaimSource& source, std::ostream& out) {
  out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
         "<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n"
         "  <graph mode=\"dynamic\" defaultedgetype=\"directed\" timeformat=\"date\" timerepresentation=\"interval\">\n"
         "    <attributes class=\"node\">\n"
         "      <attribute id=\"0\" title=\"type\" type=\"string\"/>\n"
         "      <attribute id=\"1\" title=\"name_ar\" type=\"string\"/>\n"
         "      <attribute id=\"2\" title=\"name_en\" type=\"string\"/>\n"
         "    </attributes>\n"
         "    <attributes class=\"edge\">\n"
         "      <attribute id=\"0\" title=\"type\" type=\"string\"/>\n"
         "      <attribute id=\"1\" title=\"family\" type=\"string\"/>\n"
         "      <attribute id=\"2\" title=\"polarity\" type=\"string\"/>\n"
         "      <attribute id=\"3\" title=\"documents\" type=\"integer\"/>\n"
         "      <attribute id=\"4\" title=\"sources\" type=\"integer\"/>\n"
         "    </attributes>\n    <nodes>\n";
  source.visit_entities([&](const Entity& entity) {
    out << "      <node id=\"" << xml_text(entity.key.str()) << "\" label=\"" << xml_text(entity.name("en"))
        << "\">\n        <attvalues>\n";
    gexf_value(out, 0, to_string(entity.type));
    gexf_value(out, 1, entity.name_ar);
    gexf_value(out, 2, entity.name_en);
    out << "        </attvalues>\n      </node>\n";
    return static_cast<bool>(out);
  });
  out << "    </nodes>\n    <edges>\n";
  std::uint64_t number = 0;
  source.visit_edges([&](const Edge& edge) {
    out << "      <edge id=\"" << number++ << "\" source=\"" << xml_text(edge.key.source.str()) << "\" target=\""
        << xml_text(edge.key.target.str()) << "\" label=\"" << xml_text(info(edge.key.type).label_en) << "\" weight=\""
        << edge.claims << '"';
    if (!edge.first_date.empty()) out << " start=\"" << whole_day(edge.first_date, "0000-01-01") << '"';
    if (!edge.last_date.empty()) out << " end=\"" << whole_day(edge.last_date, "0000-12-31") << '"';
    out << ">\n        <attvalues>\n";
    gexf_value(out, 0, to_string(edge.key.type));
    gexf_value(out, 1, to_string(info(edge.key.type).family));
    gexf_value(out, 2, polarity(edge));
    gexf_value(out, 3, std::to_string(edge.documents));
    gexf_value(out, 4, std::to_string(edge.sources));
    out << "        </attvalues>\n      </edge>\n";
    return static_cast<bool>(out);
  });
  out << "    </edges>\n  </graph>\n</gexf>\n";
}

void write_dot(const ClaimSource& source, std::ostream& out) {
  out << "digraph isnad {\n  graph [charset=\"UTF-8\"]\n";
  source.visit_entities([&](const Entity& entity) {
    out << "  " << dot_string(entity.key.str()) << " [label=" << dot_string(entity.name("en"))
        << " type=" << dot_string(to_string(entity.type)) << " name_ar=" << dot_string(entity.name_ar) << "]\n";
    return static_cast<bool>(out);
  });
  source.visit_edges([&](const Edge& edge) {
    out << "  " << dot_string(edge.key.source.str()) << " -> " << dot_string(edge.key.target.str())
        << " [label=" << dot_string(info(edge.key.type).label_en) << " type=" << dot_string(to_string(edge.key.type))
        << " style=" << (edge.key.polarity == Polarity::kDenied ? "dashed" : "solid") << " claims=" << edge.claims
        << " sources=" << edge.sources << "]\n";
    return static_cast<bool>(out);
  });
  out << "}\n";
}

}  // namespace isnad::exporting
