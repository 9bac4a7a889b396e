// The store by itself: how fast documents go in beside the same batches written raw, how fast claims are found beside a raw
// scan, what a million claims cost on disk and in memory.
//
//   bench_store [DOCUMENTS [TEXT_FILE]]
//
// Documents (default 2,000, of some 25 claims each) are made from a fixed seed; their text is TEXT_FILE's lines where one is
// given, else words drawn by Zipf's law, which compress worse than news. One actor stands in a third of all claims.
// Output: name, items, seconds, items/s, and what the line says about itself, tab-separated.

#include <time.h>

#include <rocksdb/db.h>
#include <rocksdb/options.h>
#include <rocksdb/transaction_log.h>
#include <rocksdb/write_batch.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "store/bulk_load.h"
#include "store/database.h"
#include "store/database_options.h"
#include "store/key_codec.h"
#include "store/rows.h"
#include "store/sorted_rows.h"
#include "store/store.h"
#include "store/verify.h"
#include "tests/support/temporary_folder.h"

namespace {

using namespace isnad;
using store::OpenMode;
using store::Store;
using store::Table;

double now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// Seconds that this thread had of a core: a fair measure where others keep the machine busy.
double thread_seconds() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

/// Seconds that all threads of this process had of a core.
double process_seconds() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

void report(const std::string& name, double items, double seconds, const std::string& note = "") {
  std::printf("%s\t%.0f\t%.4f\t%.0f\t%s\n", name.c_str(), items, seconds, items / seconds, note.c_str());
  std::fflush(stdout);
}

/// Peak resident memory of this process, in MB.
double peak_memory_mb() {
  std::ifstream status("/proc/self/status");
  std::string word;
  while (status >> word) {
    double kilobytes = 0;
    if (word == "VmHWM:" && status >> kilobytes) return kilobytes / 1024;
  }
  return 0;
}

/// Draws 0, 1, 2, ... with probability falling as 1 / (rank + 1).
class Zipf {
 public:
  explicit Zipf(int size) {
    double sum = 0;
    for (int i = 0; i < size; ++i) sums_.push_back(sum += 1.0 / (i + 1));
  }
  template <class Random>
  int operator()(Random& random) const {
    const double at = std::uniform_real_distribution<double>(0, sums_.back())(random);
    return static_cast<int>(std::lower_bound(sums_.begin(), sums_.end(), at) - sums_.begin());
  }

 private:
  std::vector<double> sums_;
};

class News {
 public:
  explicit News(const char* text_file) {
    if (text_file != nullptr) {
      std::ifstream in(text_file);
      for (std::string line; std::getline(in, line);) {
        if (!line.empty()) lines_.push_back(line);
      }
    }
    for (int i = 0; i < 30'000; ++i) {
      std::string word;
      for (int letters = 2 + below(6); letters > 0; --letters) {
        // Alef to yeh, U+0627 to U+064A, in UTF-8.
        const int letter = 0x627 + below(0x24);
        word.push_back(static_cast<char>(0xC0 | (letter >> 6)));
        word.push_back(static_cast<char>(0x80 | (letter & 0x3F)));
      }
      words_.push_back(word);
    }
  }

  Extraction next(int number) {
    Extraction extraction;
    Document& document = extraction.document;
    document.id = DocumentId("outlet-" + std::to_string(number % 5) + "-politics-" + std::to_string(number));
    document.url = "https://news.example/" + std::to_string(number) + "/politics/article";
    document.source = "outlet-" + std::to_string(number % 5);
    document.title = line(8);
    document.lang = "ar";
    document.published = "2018-0" + std::to_string(1 + number % 9) + "-1" + std::to_string(number % 10);
    document.path = "news.jsonl";
    document.line = static_cast<std::uint64_t>(number);
    for (int i = 0; i < 14; ++i) add_sentence(extraction);
    document.sentences = extraction.sentences;
    std::set<int> actors;
    while (actors.size() < 12) actors.insert(zipf_actor_(random_));
    for (const int actor : actors) extraction.entities.push_back(entity(actor));
    std::sort(extraction.entities.begin(), extraction.entities.end(), [](const auto& a, const auto& b) { return a.key < b.key; });
    for (std::uint32_t i = 0; i < extraction.sentences.size(); ++i) add_claims(extraction, i);
    extraction.words = 400;
    extraction.extractor = "isnad 0.1.0 ar 0123456789abcdef en 0123456789abcdef";
    return extraction;
  }

  static EntityKey key(int actor) { return EntityKey("name:ORG:actor number " + std::to_string(actor)); }

 private:
  int below(int end) { return std::uniform_int_distribution<int>(0, end - 1)(random_); }

  std::string line(int words) {
    if (!lines_.empty()) {
      const std::string& line = lines_[next_line_++ % lines_.size()];
      return line;
    }
    std::string text;
    for (int i = 0; i < words; ++i) text += (i > 0 ? " " : "") + words_[static_cast<std::size_t>(zipf_word_(random_))];
    return text;
  }

  void add_sentence(Extraction& extraction) {
    std::string& text = extraction.document.text;
    if (!text.empty()) text += '\n';
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += line(28);
    extraction.sentences.push_back({{begin, static_cast<std::uint32_t>(text.size())},
                                    extraction.document.id.str() + '#' + std::to_string(extraction.sentences.size()), "ar"});
  }

  Entity entity(int actor) {
    Entity entity;
    entity.key = key(actor);
    entity.type = static_cast<EntityType>(actor % 8);
    entity.name_ar = words_[static_cast<std::size_t>(actor) % words_.size()];
    entity.name_en = "Actor number " + std::to_string(actor);
    entity.aliases = {{entity.name_ar, entity.name_ar, "ar", static_cast<std::uint32_t>(1 + below(4))},
                      {entity.name_en, "actor number " + std::to_string(actor), "en", 0}};
    return entity;
  }

  /// Some words that follow each other in the sentence.
  Slot slot(const Extraction& extraction, std::uint32_t sentence, int words, bool with_entity) {
    const Span span = extraction.sentences[sentence].span;
    const std::string& text = extraction.document.text;
    std::vector<std::uint32_t> begins = {span.begin};
    for (std::uint32_t i = span.begin; i < span.end; ++i) {
      if (text[i] == ' ') begins.push_back(i + 1);
    }
    const int first = below(static_cast<int>(begins.size()));
    const auto last = std::min(begins.size(), static_cast<std::size_t>(first + words));
    const std::uint32_t end = last == begins.size() ? span.end : begins[last] - 1;
    const std::uint32_t begin = begins[static_cast<std::size_t>(first)];
    Slot slot;
    slot.spans = {{begin, end}};
    slot.text = slot.spans.front().of(text);
    slot.head = {begin, std::min(end, static_cast<std::uint32_t>(text.find_first_of(" \n", begin)))};
    if (with_entity) slot.entity = extraction.entities[static_cast<std::size_t>(below(static_cast<int>(extraction.entities.size())))].key;
    return slot;
  }

  void add_claims(Extraction& extraction, std::uint32_t sentence) {
    for (int number = 0; number < 1 + below(2) + below(2); ++number) {
      Claim claim;
      claim.id = store::claim_id(extraction.document.id, sentence, static_cast<std::uint32_t>(number));
      claim.document = extraction.document.id;
      claim.sentence = sentence;
      claim.subject = slot(extraction, sentence, 1 + below(3), true);
      claim.relation = slot(extraction, sentence, 1 + below(2), false);
      claim.object = slot(extraction, sentence, 1 + below(5), below(2) == 0);
      claim.relation_lemma = words_[static_cast<std::size_t>(below(300))];
      claim.label_en = "relates " + std::to_string(below(100));
      claim.label_ar = claim.relation_lemma;
      claim.type = static_cast<RelationType>(below(24));
      if (below(3) == 0) claim.attribution.push_back({slot(extraction, sentence, 2, true), words_[1]});
      claim.confidence = static_cast<float>(50 + below(50)) / 100.0F;
      claim.rule = "verb";
      extraction.claims.push_back(std::move(claim));
    }
  }

  std::mt19937 random_{20180218};
  std::vector<std::string> words_;
  std::vector<std::string> lines_;
  std::size_t next_line_ = 0;
  Zipf zipf_word_{30'000};
  Zipf zipf_actor_{50'000};
};

struct RawDatabase {
  std::unique_ptr<rocksdb::DB> db;
  std::vector<rocksdb::ColumnFamilyHandle*> handles;

  RawDatabase(const std::filesystem::path& path, bool keep_log) {
    rocksdb::DBOptions options;
    store::set_database_options(options, OpenMode::kCreate);
    options.create_if_missing = true;
    options.create_missing_column_families = true;
    options.avoid_flush_during_recovery = false;
    if (keep_log) options.WAL_ttl_seconds = 3600;
    std::vector<rocksdb::ColumnFamilyDescriptor> families;
    const auto cache = rocksdb::NewLRUCache(std::size_t{64} << 20);
    for (std::size_t i = 0; i < store::kTableCount; ++i) {
      families.emplace_back(std::string(store::kTableNames[i]), rocksdb::ColumnFamilyOptions());
      store::set_table_options(families.back().options, static_cast<Table>(i), cache);
    }
    rocksdb::DB* opened = nullptr;
    need(rocksdb::DB::Open(options, path.string(), families, &handles, &opened));
    db.reset(opened);
  }
  ~RawDatabase() {
    for (auto* handle : handles) need(db->DestroyColumnFamilyHandle(handle));
  }
  RawDatabase(const RawDatabase&) = delete;
  RawDatabase& operator=(const RawDatabase&) = delete;

  static void need(const rocksdb::Status& status) {
    if (status.ok()) return;
    std::cerr << status.ToString() << '\n';
    std::exit(1);
  }
};

/// The batches that the store wrote, from a copy of its log.
std::vector<std::string> batches_of(const std::filesystem::path& path, const std::filesystem::path& copy) {
  std::filesystem::copy(path, copy, std::filesystem::copy_options::recursive);
  const RawDatabase raw(copy, true);
  std::unique_ptr<rocksdb::TransactionLogIterator> log;
  std::vector<std::string> batches;
  RawDatabase::need(raw.db->GetUpdatesSince(1, &log));
  for (; log->Valid(); log->Next()) batches.push_back(log->GetBatch().writeBatchPtr->Data());
  return batches;
}

/// Puts few enough documents that all lie in the log, then writes the log's batches raw: three times each, by turns.
void bench_put(const std::vector<Extraction>& extractions) {
  double claims = 0;
  for (const auto& extraction : extractions) claims += static_cast<double>(extraction.claims.size());
  double best_put = 1e9;
  double best_raw = 1e9;
  std::vector<std::string> batches;
  for (int round = 0; round < 3; ++round) {
    const testing::TemporaryFolder folder;
    {
      Store store(folder.path() / "store", OpenMode::kCreate);
      const double begin = thread_seconds();
      for (const auto& extraction : extractions) store.put(extraction);
      best_put = std::min(best_put, thread_seconds() - begin);
    }
    if (batches.empty()) batches = batches_of(folder.path() / "store", folder.path() / "copy");
    const RawDatabase raw(folder.path() / "raw", false);
    std::vector<rocksdb::WriteBatch> written;
    written.reserve(batches.size());
    for (const auto& batch : batches) written.emplace_back(batch);
    const double begin = thread_seconds();
    for (auto& batch : written) RawDatabase::need(raw.db->Write(rocksdb::WriteOptions(), &batch));
    best_raw = std::min(best_raw, thread_seconds() - begin);
  }
  report("put (core time)", claims, best_put, "claims, " + std::to_string(extractions.size()) + " documents");
  report("raw batches (core time)", claims, best_raw, "claims in " + std::to_string(batches.size()) + " batches");
  std::printf("put / raw\t\t\t%.2f\tspeed of the store in parts of raw batches' speed\n", best_raw / best_put);
}

/// All rows of a database, table by table.
std::vector<std::vector<std::pair<std::string, std::string>>> rows_of(const std::filesystem::path& path) {
  const store::Database database(path, OpenMode::kReadOnly);
  const store::Database::Snapshot snapshot(database);
  std::vector<std::vector<std::pair<std::string, std::string>>> tables(store::kTableCount);
  for (std::size_t i = 0; i < store::kTableCount; ++i) {
    for (auto row = database.scan(static_cast<Table>(i), {}, snapshot); row.valid(); row.next()) tables[i].emplace_back(row.key(), row.value());
  }
  return tables;
}

/// Triples alone, in three orders and no order of arrival: what a bulk load does beside batches and beside files of sorted rows.
void bench_triples(int count) {
  constexpr std::array<Table, 3> kOrders = {Table::kSpo, Table::kPos, Table::kOsp};
  std::mt19937 random(5);
  std::vector<store::Triple> triples(static_cast<std::size_t>(count));
  for (auto& triple : triples) {
    triple.source = 1 + random() % 100'000;
    triple.target = 1 + random() % 100'000;
    triple.type = static_cast<RelationType>(random() % 24);
    triple.place = {static_cast<store::DocumentNumber>(1 + random() % 200'000), static_cast<std::uint32_t>(random() % 20), 0};
  }
  const testing::TemporaryFolder folder;
  double seconds = 0;
  {
    const RawDatabase raw(folder.path() / "batches", false);
    const double begin = process_seconds();
    rocksdb::WriteBatch batch;
    for (std::size_t i = 0; i < triples.size(); ++i) {
      for (const Table order : kOrders) {
        RawDatabase::need(batch.Put(raw.handles[static_cast<std::size_t>(order)], store::triple_key(order, triples[i]), ""));
      }
      if (i % 30 != 29 && i + 1 != triples.size()) continue;
      RawDatabase::need(raw.db->Write(rocksdb::WriteOptions(), &batch));
      batch.Clear();
    }
    RawDatabase::need(raw.db->Flush(rocksdb::FlushOptions(), raw.handles));
    for (const Table order : kOrders) {
      RawDatabase::need(raw.db->CompactRange(rocksdb::CompactRangeOptions(), raw.handles[static_cast<std::size_t>(order)], nullptr, nullptr));
    }
    seconds = process_seconds() - begin;
  }
  const double batches = seconds;
  report("triples, raw batches (core time)", count, batches);
  {
    store::Database database(folder.path() / "loaded", OpenMode::kCreate);
    const std::filesystem::path files = folder.path() / "files";
    std::filesystem::create_directory(files);
    const double begin = process_seconds();
    store::SortedRows rows;
    for (const auto& triple : triples) {
      for (const Table order : kOrders) rows.add(order, store::RowKind::kPut, store::triple_key(order, triple), {});
    }
    rows.move_into(database, files);
    seconds = process_seconds() - begin;
    double bytes = 0;
    for (const Table order : kOrders) bytes += static_cast<double>(database.size_bytes(order));
    report("triples, bulk load (core time)", count, seconds, std::to_string(bytes / count) + " bytes each");
  }
  const auto tables = rows_of(folder.path() / "loaded");
  store::Database raw(folder.path() / "raw", OpenMode::kCreate);
  const std::filesystem::path files = folder.path() / "raw files";
  std::filesystem::create_directory(files);
  const double begin = process_seconds();
  std::vector<store::TableFile> made;
  for (const Table order : kOrders) {
    store::TableFileWriter writer(raw, order, files);
    for (const auto& [key, value] : tables[static_cast<std::size_t>(order)]) writer.add(store::RowKind::kPut, key, value);
    for (auto& file : writer.finish()) made.push_back(std::move(file));
  }
  raw.ingest(made);
  const double sorted = process_seconds() - begin;
  report("triples, raw tables (core time)", count, sorted);
  std::printf("triples, bulk load / raw tables\t\t\t%.2f\tspeed in parts of raw tables' speed\n", sorted / seconds);
  std::printf("triples, bulk load / raw batches\t\t\t%.2f\tspeed in parts of raw batches' speed\n", batches / seconds);
}

/// A bulk load beside the rows that it makes, sorted already and written into tables raw, and beside the store's batches
/// written raw and compacted: core time of all threads, as packing the tables is most of it.
void bench_bulk(const std::vector<Extraction>& extractions) {
  double claims = 0;
  for (const auto& extraction : extractions) claims += static_cast<double>(extraction.claims.size());
  const testing::TemporaryFolder folder;
  double best_load = 1e9;
  double best_raw = 1e9;
  for (int round = 0; round < 3; ++round) {
    const std::string name = std::to_string(round);
    {
      Store store(folder.path() / ("load" + name), OpenMode::kCreate);
      const double begin = process_seconds();
      store::BulkLoad load(store);
      for (const auto& extraction : extractions) load.put(extraction);
      load.finish();
      best_load = std::min(best_load, process_seconds() - begin);
    }
    const auto tables = rows_of(folder.path() / ("load" + name));
    store::Database raw(folder.path() / ("raw" + name), OpenMode::kCreate);
    const std::filesystem::path files = folder.path() / ("files" + name);
    std::filesystem::create_directory(files);
    const double begin = process_seconds();
    std::vector<store::TableFile> made;
    for (std::size_t i = 0; i < store::kTableCount; ++i) {
      store::TableFileWriter writer(raw, static_cast<Table>(i), files);
      for (const auto& [key, value] : tables[i]) writer.add(store::RowKind::kPut, key, value);
      for (auto& file : writer.finish()) made.push_back(std::move(file));
    }
    raw.ingest(made);
    best_raw = std::min(best_raw, process_seconds() - begin);
  }
  double batches_time = 0;
  {
    {
      Store store(folder.path() / "store", OpenMode::kCreate);
      for (const auto& extraction : extractions) store.put(extraction);
    }
    const std::vector<std::string> batches = batches_of(folder.path() / "store", folder.path() / "copy");
    const RawDatabase raw(folder.path() / "batches", false);
    const double begin = process_seconds();
    for (const auto& batch : batches) {
      rocksdb::WriteBatch written(batch);
      RawDatabase::need(raw.db->Write(rocksdb::WriteOptions(), &written));
    }
    RawDatabase::need(raw.db->Flush(rocksdb::FlushOptions(), raw.handles));
    for (auto* handle : raw.handles) RawDatabase::need(raw.db->CompactRange(rocksdb::CompactRangeOptions(), handle, nullptr, nullptr));
    batches_time = process_seconds() - begin;
  }
  report("bulk load (core time)", claims, best_load, "claims");
  report("raw tables, ingested (core time)", claims, best_raw, "claims");
  report("raw batches, compacted (core time)", claims, batches_time, "claims");
  std::printf("bulk load / raw tables\t\t\t%.2f\tspeed in parts of raw tables' speed\n", best_raw / best_load);
  std::printf("bulk load / raw batches\t\t\t%.2f\tspeed in parts of raw batches' speed\n", batches_time / best_load);
}

template <class Body>
double best_of(int rounds, const Body& body) {
  double best = 1e9;
  for (int i = 0; i < rounds; ++i) {
    const double begin = now();
    body();
    best = std::min(best, now() - begin);
  }
  return best;
}

void bench_look_up(const std::filesystem::path& path, int documents) {
  const double opening = best_of(5, [&] { const Store store(path, OpenMode::kReadOnly); });
  report("open read-only", 1, opening);
  const double opening_to_write = best_of(3, [&] { const Store store(path, OpenMode::kReadWrite); });
  report("open to write", 1, opening_to_write);

  std::unique_ptr<Store> store;
  const EntityKey hub = News::key(0);
  int hub_claims = 0;
  const auto reopen = [&] { store = std::make_unique<Store>(path, OpenMode::kReadOnly); };
  reopen();
  store->visit_claims_of(hub, store::Role::kAny, [&](const Claim&) { return ++hub_claims > 0; });
  double first_page = 1e9;
  double first_page_cold = 0;
  for (int round = 0; round < 3; ++round) {
    if (round == 0) reopen();
    int left = 20;
    const double begin = now();
    store->visit_claims_of(hub, store::Role::kAny, [&](const Claim&) { return --left > 0; });
    (round == 0 ? first_page_cold : first_page) = now() - begin;
  }
  report("first page of a hub, cold", 20, first_page_cold, std::to_string(hub_claims) + " claims");
  report("first page of a hub, warm", 20, first_page, std::to_string(hub_claims) + " claims");
  reopen();
  int edges = 0;
  const double edge_time = best_of(1, [&] { store->visit_edges_of(hub, [&](const Edge&) { return ++edges > 0; }); });
  report("edges of a hub, cold", edges, edge_time);
  edges = 0;
  report("all edges", 0, best_of(1, [&] { store->visit_edges([&](const Edge&) { return ++edges > 0; }); }), std::to_string(edges) + " edges");
  int claims = 0;
  report("all claims", 0, best_of(1, [&] { store->visit_claims([&](const Claim&) { return ++claims > 0; }); }), std::to_string(claims) + " claims");
  int entities = 0;
  report("all entities", 0, best_of(1, [&] { store->visit_entities([&](const Entity&) { return ++entities > 0; }); }), std::to_string(entities) + " entities");

  std::mt19937 random(7);
  std::vector<DocumentId> ids;
  store->visit_documents([&](const store::DocumentSummary& summary) {
    ids.push_back(summary.document.id);
    return true;
  });
  std::shuffle(ids.begin(), ids.end(), random);
  ids.resize(std::min<std::size_t>(ids.size(), 1000));
  report("documents by id", static_cast<double>(ids.size()), best_of(1, [&] {
           for (const auto& id : ids) static_cast<void>(store->document(id));
         }));
  store::Stats stats;
  const double stats_time = best_of(1, [&] { stats = store->stats(); });
  report("stats", static_cast<double>(stats.edges), stats_time, "edges");
  const double verify_time = best_of(1, [&] {
    for (const auto& problem : store::verify(*store)) std::cerr << problem << '\n';
  });
  report("verify", static_cast<double>(stats.claims), verify_time, "claims");
  report("digest", static_cast<double>(stats.claims), best_of(1, [&] { static_cast<void>(store::digest(*store)); }), "claims");
  static_cast<void>(documents);
}

/// Rows of single subjects: the store's decoded triples beside a bare iterator.
void bench_subjects(const std::filesystem::path& path) {
  const store::Database database(path, OpenMode::kReadOnly);
  const store::Database::Snapshot snapshot(database);
  std::mt19937 random(11);
  std::vector<std::string> prefixes;
  for (int i = 0; i < 5000; ++i) prefixes.push_back(store::entity_prefix(1 + random() % 20'000));
  double rows = 0;
  const auto raw = [&] {
    rows = 0;
    for (const auto& prefix : prefixes) {
      for (auto row = database.scan(Table::kSpo, prefix, snapshot); row.valid(); row.next()) rows += row.key().empty() ? 0 : 1;
    }
  };
  const auto decoded = [&] {
    for (const auto& prefix : prefixes) {
      for (auto row = database.scan(Table::kSpo, prefix, snapshot); row.valid(); row.next()) {
        static_cast<void>(store::decode_triple(Table::kSpo, row.key(), row.value()));
      }
    }
  };
  raw();
  const double raw_time = best_of(3, raw);
  const double decoded_time = best_of(3, decoded);
  report("subjects, raw scan", static_cast<double>(prefixes.size()), raw_time, std::to_string(rows / 5000) + " rows each");
  report("subjects, triples", static_cast<double>(prefixes.size()), decoded_time);
  std::printf("subjects / raw\t\t\t%.2f\ttime in parts of a raw scan's\n", decoded_time / raw_time);
}

void report_sizes(const std::filesystem::path& path, double claims) {
  const store::Database database(path, OpenMode::kReadOnly);
  double text = 0;
  double all = 0;
  double permutations = 0;
  for (std::size_t i = 0; i < store::kTableCount; ++i) {
    const auto bytes = static_cast<double>(database.size_bytes(static_cast<Table>(i)));
    std::printf("table %s\t%.0f\t\t\tbytes, %.1f a claim\n", std::string(store::kTableNames[i]).c_str(), bytes, bytes / claims);
    all += bytes;
    if (static_cast<Table>(i) == Table::kTexts) text = bytes;
    if (static_cast<Table>(i) == Table::kSpo || static_cast<Table>(i) == Table::kPos || static_cast<Table>(i) == Table::kOsp) permutations += bytes;
  }
  std::printf("permutations\t%.0f\t\t\tbytes, %.1f a claim\n", permutations, permutations / claims);
  std::printf("all but text\t%.0f\t\t\tbytes, %.2f times the compressed text\n", all - text, (all - text) / text);
}

}  // namespace

int main(int argc, char** argv) {
  const int documents = argc > 1 ? std::atoi(argv[1]) : 2000;
  News news(argc > 2 ? argv[2] : nullptr);
  {
    std::vector<Extraction> extractions;
    for (int i = 0; i < std::min(documents, 1000); ++i) extractions.push_back(news.next(i));
    bench_put(extractions);
    bench_bulk(extractions);
    bench_triples(documents * 500);
  }
  const testing::TemporaryFolder folder;
  double claims = 0;
  {
    Store store(folder.path() / "db", OpenMode::kCreate);
    double seconds = 0;
    for (int i = 0; i < documents; ++i) {
      const Extraction extraction = news.next(i);
      claims += static_cast<double>(extraction.claims.size());
      const double begin = now();
      store.put(extraction);
      seconds += now() - begin;
    }
    const double begin = now();
    store.flush();
    report("put with flushes", claims, seconds + now() - begin, "claims");
    const double compact_time = best_of(1, [&] { store.compact(); });
    report("compact", claims, compact_time, "claims");
  }
  report_sizes(folder.path() / "db", claims);
  bench_look_up(folder.path() / "db", documents);
  bench_subjects(folder.path() / "db");
  std::printf("peak memory\t%.0f\t\t\tMB, the made documents included\n", peak_memory_mb());
  return 0;
}
