#include "extract/nlp/network/model_file.h"

#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <fstream>
#include <string_view>

#include "graph/model/error.h"

namespace isnad::nlp {
namespace {

constexpr std::string_view kMagic = "ISNADNET";
constexpr std::size_t kHeaderBytes = 32;

static_assert(std::endian::native == std::endian::little, "model files are little-endian and read as they lie");

/// Takes the payload apart; every step checks what is left. Both visitors share `visit_model` below, so that writing and reading
/// cannot part ways.
class PayloadReader {
 public:
  PayloadReader(std::string_view bytes, std::string name) : bytes_(bytes), name_(std::move(name)) {}

  void tag(std::string_view expected) {
    if (take(expected.size()) != expected) fail("part " + std::string(expected) + " is missing");
  }
  void number(std::uint32_t& value) { std::memcpy(&value, take(sizeof(value)).data(), sizeof(value)); }
  void byte(std::uint8_t& value) { std::memcpy(&value, take(1).data(), 1); }
  void string(std::string& value) {
    const std::size_t size = count(1);
    value.assign(take(size));
  }
  template <class T>
  void array(std::vector<T>& values, std::size_t n) {
    if (n > left() / sizeof(T)) fail("it is truncated");
    values.resize(n);
    if (n > 0) std::memcpy(values.data(), take(n * sizeof(T)).data(), n * sizeof(T));
  }
  template <class T, class Each>
  void list(std::vector<T>& values, const Each& each) {
    values.resize(count(1));
    for (T& value : values) each(value);
  }
  void end() const {
    if (!bytes_.empty()) fail("it has more bytes than parts");
  }

 private:
  [[noreturn]] void fail(const std::string& what) const { throw ModelError(name_ + ": not a usable model: " + what); }
  [[nodiscard]] std::size_t left() const { return bytes_.size(); }
  std::string_view take(std::size_t n) {
    if (n > bytes_.size()) fail("it is truncated");
    const std::string_view taken = bytes_.substr(0, n);
    bytes_.remove_prefix(n);
    return taken;
  }
  /// A count whose items take at least `least` bytes each: a wrong one cannot make us reserve more than the file is long.
  std::size_t count(std::size_t least) {
    std::uint32_t n = 0;
    number(n);
    if (n > left() / least) fail("it is truncated");
    return n;
  }

  std::string_view bytes_;
  std::string name_;
};

class PayloadWriter {
 public:
  void tag(std::string_view name) { bytes_.append(name); }
  void number(const std::uint32_t& value) { raw(&value, sizeof(value)); }
  void byte(const std::uint8_t& value) { raw(&value, 1); }
  void string(const std::string& value) {
    number(static_cast<std::uint32_t>(value.size()));
    bytes_.append(value);
  }
  template <class T>
  void array(const std::vector<T>& values, std::size_t) {
    raw(values.data(), values.size() * sizeof(T));
  }
  template <class T, class Each>
  void list(const std::vector<T>& values, const Each& each) {
    number(static_cast<std::uint32_t>(values.size()));
    for (const T& value : values) each(value);
  }
  [[nodiscard]] const std::string& bytes() const { return bytes_; }

 private:
  void raw(const void* from, std::size_t n) {
    if (n > 0) bytes_.append(static_cast<const char*>(from), n);
  }
  std::string bytes_;
};

template <class Visitor, class Matrix>
void visit_matrix(Visitor& v, Matrix& m) {
  v.number(m.outputs);
  v.number(m.inputs);
  v.array(m.scale, m.outputs);
  v.array(m.bias, m.outputs);
  v.array(m.weights, std::size_t{m.outputs} * m.inputs);
}

template <class Visitor, class Table>
void visit_table(Visitor& v, Table& t) {
  v.number(t.rows);
  v.number(t.columns);
  v.array(t.scale, t.rows);
  v.array(t.values, std::size_t{t.rows} * t.columns);
}

template <class Visitor, class Values>
void visit_floats(Visitor& v, Values& values) {
  std::uint32_t n = static_cast<std::uint32_t>(values.size());
  v.number(n);
  v.array(values, n);
}

template <class Visitor, class Model>
void visit_model(Visitor& v, Model& m) {
  const auto string = [&](auto& s) { v.string(s); };
  v.tag("LANG");
  v.string(m.language);
  v.list(m.schemes, string);
  v.tag("TAGS");
  v.list(m.upos, string);
  v.list(m.features, [&](auto& f) {
    v.string(f.name);
    v.list(f.values, string);
  });
  v.list(m.lemma_scripts, string);
  v.list(m.labels, string);
  v.tag("WORD");
  v.list(m.vocabulary, string);
  visit_table(v, m.words);
  v.tag("CHAR");
  visit_table(v, m.ngrams);
  visit_matrix(v, m.characters);
  v.tag("SCHM");
  visit_table(v, m.scheme_vectors);
  v.tag("LSTM");
  v.list(m.lstm, [&](auto& layer) {
    for (int direction = 0; direction < 2; ++direction) {
      visit_matrix(v, layer.input[direction]);
      visit_matrix(v, layer.recurrent[direction]);
    }
  });
  v.tag("TAGR");
  visit_floats(v, m.mix);
  visit_matrix(v, m.tag_hidden);
  visit_matrix(v, m.upos_scores);
  visit_matrix(v, m.feature_scores);
  visit_matrix(v, m.lemma_scores);
  v.tag("TREE");
  visit_matrix(v, m.arc_dependent);
  visit_matrix(v, m.arc_head);
  visit_matrix(v, m.arc_product);
  visit_matrix(v, m.label_dependent);
  visit_matrix(v, m.label_head);
  visit_matrix(v, m.label_scores);
  visit_floats(v, m.root_arc);
  visit_floats(v, m.root_label);
  const auto lemma = [&](auto& l) {
    v.string(l.form);
    v.byte(l.upos);
    v.string(l.lemma);
  };
  v.tag("LEMM");
  v.list(m.lemmas, lemma);
  v.tag("VOCL");
  v.list(m.vocalised, lemma);
}

std::string slurp(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary | std::ios::ate);
  if (!in) throw IoError("cannot open model " + path.string());
  const auto size = in.tellg();
  if (size < 0) throw IoError("cannot read model " + path.string());
  std::string bytes(static_cast<std::size_t>(size), '\0');
  in.seekg(0);
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!in) throw IoError("cannot read model " + path.string());
  return bytes;
}

template <class T>
T at(std::string_view bytes, std::size_t offset) {
  T value{};
  std::memcpy(&value, bytes.data() + offset, sizeof(value));
  return value;
}

}  // namespace

StoredModel read_model(const std::filesystem::path& path) {
  const std::string bytes = slurp(path);
  const auto fail = [&](const std::string& what) { throw ModelError(path.string() + ": not a usable model: " + what); };
  if (bytes.size() < kHeaderBytes) fail("it is shorter than a header");
  if (std::string_view(bytes).substr(0, kMagic.size()) != kMagic) fail("it does not start as one");
  if (const auto version = at<std::uint32_t>(bytes, 8); version != kModelVersion) {
    fail("its version is " + std::to_string(version) + ", this program reads " + std::to_string(kModelVersion));
  }
  if (at<std::uint32_t>(bytes, 12) != 0) fail("its reserved bytes are not zero");
  const std::string_view payload = std::string_view(bytes).substr(kHeaderBytes);
  if (at<std::uint64_t>(bytes, 16) != payload.size()) fail("it is truncated or has bytes too many");
  if (at<std::uint64_t>(bytes, 24) != XXH64(payload.data(), payload.size(), 0)) fail("its checksum is wrong");
  StoredModel model;
  PayloadReader reader(payload, path.string());
  visit_model(reader, model);
  reader.end();
  if (const std::string problem = inconsistency(model); !problem.empty()) fail(problem);
  return model;
}

void write_model(const std::filesystem::path& path, const StoredModel& model) {
  if (const std::string problem = inconsistency(model); !problem.empty())
    throw ModelError(path.string() + ": cannot be written: " + problem);
  PayloadWriter writer;
  visit_model(writer, model);
  const std::string& payload = writer.bytes();
  std::string header(kMagic);
  const auto append = [&](auto value) { header.append(reinterpret_cast<const char*>(&value), sizeof(value)); };
  append(kModelVersion);
  append(std::uint32_t{0});
  append(static_cast<std::uint64_t>(payload.size()));
  append(static_cast<std::uint64_t>(XXH64(payload.data(), payload.size(), 0)));
  std::filesystem::path part = path;
  part += ".part";
  {
    std::ofstream out(part, std::ios::binary | std::ios::trunc);
    out.write(header.data(), static_cast<std::streamsize>(header.size()));
    out.write(payload.data(), static_cast<std::streamsize>(payload.size()));
    out.close();
    if (!out) throw IoError("cannot write model " + part.string());
  }
  std::error_code error;
  std::filesystem::rename(part, path, error);
  if (error) throw IoError("cannot write model " + path.string() + ": " + error.message());
}

}  // namespace isnad::nlp
