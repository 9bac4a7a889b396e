#include "graph/render/embedded_fonts.h"

#include <fontconfig/fontconfig.h>
#include <hb-subset.h>
#include <libxml/xmlreader.h>

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <sstream>
#include <tuple>
#include <utility>
#include <vector>

#include "graph/model/error.h"
#include "graph/model/plain_text.h"
#include "graph/render/cairo_wrap.h"

namespace isnad::render {

namespace {

using Letters = std::set<std::uint32_t>;
using Pattern = std::unique_ptr<FcPattern, Freed<FcPatternDestroy>>;
using Blob = std::unique_ptr<hb_blob_t, Freed<hb_blob_destroy>>;
using Face = std::unique_ptr<hb_face_t, Freed<hb_face_destroy>>;
using Set = std::unique_ptr<hb_set_t, Freed<hb_set_destroy>>;
using Input = std::unique_ptr<hb_subset_input_t, Freed<hb_subset_input_destroy>>;

/// What some text of the drawing is set in.
struct Look {
  /// The list of families as the attribute has it.
  std::string families;
  bool bold = false;
  bool operator<(const Look& other) const { return std::tie(families, bold) < std::tie(other.families, other.bold); }
};

std::string attribute(xmlTextReader* reader, const char* name) {
  xmlChar* value = xmlTextReaderGetAttribute(reader, reinterpret_cast<const xmlChar*>(name));
  if (value == nullptr) return {};
  std::string out(reinterpret_cast<const char*>(value));
  xmlFree(value);
  return out;
}

/// The letters of all text by their look; elements hand their look down.
std::map<Look, Letters> letters_of(std::string_view svg) {
  const std::unique_ptr<xmlTextReader, Freed<xmlFreeTextReader>> reader(
      xmlReaderForMemory(svg.data(), static_cast<int>(svg.size()), "", nullptr, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING));
  std::map<Look, Letters> out;
  std::vector<Look> looks = {{}};
  while (xmlTextReaderRead(reader.get()) == 1) {
    const int kind = xmlTextReaderNodeType(reader.get());
    const auto depth = static_cast<std::size_t>(xmlTextReaderDepth(reader.get()));
    if (kind == XML_READER_TYPE_ELEMENT) {
      looks.resize(depth + 1);
      Look look = looks.back();
      if (auto families = attribute(reader.get(), "font-family"); !families.empty()) look.families = std::move(families);
      if (const auto weight = attribute(reader.get(), "font-weight"); !weight.empty()) look.bold = weight == "bold" || weight == "700";
      looks.push_back(std::move(look));
    } else if (kind == XML_READER_TYPE_TEXT) {
      looks.resize(depth + 1);
      const xmlChar* value = xmlTextReaderConstValue(reader.get());
      std::string_view text = value == nullptr ? std::string_view() : reinterpret_cast<const char*>(value);
      Letters& letters = out[looks.back()];
      while (!text.empty()) letters.insert(next_code_point(text));
    }
  }
  return out;
}

std::vector<std::string> families_of(const std::string& list) {
  std::vector<std::string> out;
  std::istringstream in(list);
  for (std::string name; std::getline(in, name, ',');) {
    const auto begin = name.find_first_not_of(" '\"");
    if (begin == std::string::npos) continue;
    out.push_back(name.substr(begin, name.find_last_not_of(" '\"") - begin + 1));
  }
  return out;
}

const FcChar8* fc(const std::string& text) { return reinterpret_cast<const FcChar8*>(text.c_str()); }

/// Returns: the face of exactly that family; nothing when it is not installed, as generic names such as sans-serif are not.
Face face_of(const std::string& family, bool bold) {
  const Pattern wanted(FcPatternCreate());
  FcPatternAddString(wanted.get(), FC_FAMILY, fc(family));
  FcPatternAddInteger(wanted.get(), FC_WEIGHT, bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR);
  FcPatternAddInteger(wanted.get(), FC_SLANT, FC_SLANT_ROMAN);
  FcConfigSubstitute(nullptr, wanted.get(), FcMatchPattern);
  FcDefaultSubstitute(wanted.get());
  FcResult result = FcResultMatch;
  const Pattern found(FcFontMatch(nullptr, wanted.get(), &result));
  if (found == nullptr) return nullptr;
  bool same = false;
  FcChar8* name = nullptr;
  for (int i = 0; FcPatternGetString(found.get(), FC_FAMILY, i, &name) == FcResultMatch; ++i) {
    same = same || FcStrCmpIgnoreCase(name, fc(family)) == 0;
  }
  FcChar8* file = nullptr;
  if (!same || FcPatternGetString(found.get(), FC_FILE, 0, &file) != FcResultMatch) return nullptr;
  int index = 0;
  FcPatternGetInteger(found.get(), FC_INDEX, 0, &index);
  const std::string path = reinterpret_cast<const char*>(file);
  const Blob blob(hb_blob_create_from_file_or_fail(path.c_str()));
  if (blob == nullptr) throw Error(path + ": cannot be read");
  return Face(hb_face_create(blob.get(), static_cast<unsigned>(index)));
}

/// Takes those that the face has out of `letters`.
Letters taken(hb_face_t* face, Letters& letters) {
  const Set has(hb_set_create());
  hb_face_collect_unicodes(face, has.get());
  Letters out;
  for (const auto letter : letters) {
    if (hb_set_has(has.get(), letter) != 0) out.insert(letter);
  }
  for (const auto letter : out) letters.erase(letter);
  return out;
}

/// Returns: the font with those letters alone, and all that joins them.
std::string subset(hb_face_t* face, const Letters& letters, const std::string& family) {
  const Input input(hb_subset_input_create_or_fail());
  if (input == nullptr) throw Error("out of memory");
  hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING);
  hb_set_t* wanted = hb_subset_input_unicode_set(input.get());
  for (const auto letter : letters) hb_set_add(wanted, letter);
  const Face cut(hb_subset_or_fail(face, input.get()));
  if (cut == nullptr) throw Error("the font " + family + " cannot be cut down to what a drawing needs");
  const Blob blob(hb_face_reference_blob(cut.get()));
  unsigned length = 0;
  const char* data = hb_blob_get_data(blob.get(), &length);
  return {data, length};
}

std::string base64(const std::string& bytes) {
  gchar* text = g_base64_encode(reinterpret_cast<const guchar*>(bytes.data()), bytes.size());
  std::string out(text);
  g_free(text);
  return out;
}

}  // namespace

std::string with_embedded_fonts(std::string_view svg) {
  // Several looks may share a family.
  std::map<std::pair<std::string, bool>, Letters> needed;
  std::map<std::pair<std::string, bool>, Face> faces;
  for (auto& [look, all] : letters_of(svg)) {
    Letters letters = all;
    for (const auto& family : families_of(look.families)) {
      const std::pair key(family, look.bold);
      if (!faces.contains(key)) faces.emplace(key, face_of(family, look.bold));
      if (faces.at(key) == nullptr) continue;
      needed[key].merge(taken(faces.at(key).get(), letters));
    }
  }
  std::string rules;
  for (const auto& [key, letters] : needed) {
    if (letters.empty()) continue;
    rules += "@font-face{font-family:\"" + xml_text(key.first) + "\";font-weight:" + (key.second ? "700" : "400") + ";src:url(data:font/ttf;base64," +
             base64(subset(faces.at(key).get(), letters, key.first)) + ")}\n";
  }
  std::string out(svg);
  const auto root = out.find("<svg");
  const auto end = root == std::string::npos ? root : out.find('>', root);
  if (rules.empty() || end == std::string::npos) return out;
  out.insert(end + 1, "\n<style>" + rules + "</style>");
  return out;
}

}  // namespace isnad::render
