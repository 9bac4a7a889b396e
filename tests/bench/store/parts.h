#pragma once

#include <filesystem>
#include <vector>

#include "graph/model/claim.h"

namespace isnad::bench {

// The parts of bench_store. Each prints its lines.

/// Puts few enough documents that all lie in the log, then writes the log's batches raw: five times each, by turns.
void bench_put(const std::vector<Extraction>& extractions);

/// A bulk load beside the rows that it makes, sorted already and written into tables raw, and beside the store's batches
/// written raw and compacted: core time of all threads, as packing the tables is most of it.
void bench_bulk(const std::vector<Extraction>& extractions);

/// Triples alone, in three orders and no order of arrival: what a bulk load does beside batches and beside files of sorted rows.
void bench_triples(int count);

/// Opening, pages and edges of actors, all there is, `verify`.
void bench_look_up(const std::filesystem::path& path);

/// Rows of single subjects: the store's decoded triples beside a bare iterator.
void bench_subjects(const std::filesystem::path& path);

/// What each table has on disk.
void report_sizes(const std::filesystem::path& path, double claims);

/// A database of so many claims: opening it, the first page of an actor with about 10,000 claims, memory.
void bench_large(int claims);

}  // namespace isnad::bench
