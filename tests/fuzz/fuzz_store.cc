// Everything that the store decodes, fed with bytes that nobody vouches for: decoders return or throw CorruptionError, and what
// they accept they write again as it was.
//
//   fuzz_store [-n MUTATIONS] [FILE...]
//
// The first byte of an input chooses the decoder, the rest is what it reads. The plain program replays files, then mutates
// values of random documents MUTATIONS times (default 100,000) from a fixed seed. Built with `-fsanitize=fuzzer` and
// `-DISNAD_LIBFUZZER` it is a target for libFuzzer.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/error.h"
#include "store/bag.h"
#include "store/claim_list.h"
#include "store/contribution.h"
#include "store/entity_tally.h"
#include "store/format_1.h"
#include "store/format_2.h"
#include "store/key_codec.h"
#include "store/rows.h"
#include "store/value_codec.h"
#include "tests/support/random_extraction.h"

namespace {

using namespace isnad::store;

constexpr std::string_view kText = "روسيا تتهم تركيا بعدم الالتزام. Russia accuses Turkey.";
constexpr int kDecoders = 12;

isnad::EntityKey key_of(EntityNumber number) {
  if (number > 1000) throw isnad::CorruptionError("no such entity");
  return isnad::EntityKey(std::to_string(number));
}

/// Some words are labels: three strings.
std::string word_of(WordNumber number) {
  if (number > 1000) throw isnad::CorruptionError("no such word");
  return number % 2 == 0 ? std::string("\x01x\x01y\x01z") : std::to_string(number);
}

EntityNumber number_of(const isnad::EntityKey& key) { return static_cast<EntityNumber>(std::strtoul(key.str().c_str(), nullptr, 10)); }

void expect_same(const std::string& again, std::string_view bytes, const char* what) {
  if (again == bytes) return;
  std::cerr << what << " was read from bytes that it is not written as\n";
  std::abort();
}

void decode(int decoder, std::string_view bytes) {
  const isnad::DocumentId id("doc");
  switch (decoder) {
    case 0: expect_same(encode_record(decode_record(bytes)), bytes, "a record"); break;
    case 1: expect_same(encode_name(decode_name(bytes)), bytes, "a name"); break;
    // Sentences, mentions, claims have optional parts, which an encoder leaves out and a decoder accepts.
    case 2: static_cast<void>(encode_sentences(id, decode_sentences(id, bytes))); break;
    case 3: {
      const DocumentMentions mentions = decode_mentions(bytes, key_of);
      static_cast<void>(encode_mentions(mentions.entities, {}, number_of));
      break;
    }
    case 4: {
      const KeyOf keys = key_of;
      const WordOf words = word_of;
      const ClaimList list(bytes, kText, keys, words);
      for (std::size_t i = 0; i < list.size(); ++i) static_cast<void>(list.claim(i));
      break;
    }
    case 5: static_cast<void>(merged_entity(isnad::EntityKey("e"), Bag(bytes))); break;
    case 6:
    case 7:
    case 8: {
      const Table permutation = decoder == 6 ? Table::kSpo : (decoder == 7 ? Table::kPos : Table::kOsp);
      const std::size_t key_size = bytes.size() * 3 / 4;
      const std::string_view key = bytes.substr(0, key_size);
      const Triple triple = decode_triple(permutation, key, bytes.substr(key_size));
      expect_same(triple_key(permutation, triple), key, "a triple's key");
      expect_same(triple_value(triple), bytes.substr(key_size), "a triple's value");
      break;
    }
    case 9: static_cast<void>(format_1::decode_claim(bytes, kText, key_of)); break;
    case 11: {
      const KeyOf keys = key_of;
      const WordOf words = word_of;
      const format_2::ClaimList list(bytes, kText, keys, words);
      for (std::size_t i = 0; i < list.size(); ++i) static_cast<void>(list.claim(i));
      break;
    }
    default: {
      KeyReader reader(bytes);
      const std::string text = reader.text();
      const std::uint64_t number = reader.number();
      expect_same(KeyWriter().text(text).number(number).rest(reader.rest()).take(), bytes, "a key");
    }
  }
}

void run_one(std::string_view input) {
  if (input.empty()) return;
  try {
    decode(static_cast<unsigned char>(input.front()) % kDecoders, input.substr(1));
  } catch (const isnad::CorruptionError&) {
    return;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  run_one({reinterpret_cast<const char*>(data), size});
  return 0;
}

#ifndef ISNAD_LIBFUZZER

namespace {

std::vector<std::string> seeds() {
  isnad::testing::RandomExtractions extractions(1);
  std::vector<std::string> inputs;
  const auto add = [&](int decoder, const std::string& bytes) { inputs.push_back(static_cast<char>(decoder) + bytes); };
  const NumberOf numbers = [](const isnad::EntityKey& key) { return static_cast<EntityNumber>(key.str().size()); };
  // The claim of the example that docs/store_format.md had for format 1.
  constexpr std::string_view kOldClaim(
      "\x01\x40\x07\x00\x00\x40\x3f\x08\xd8\xa7\xd8\xaa\xd9\x87\xd9\x85\x07"
      "accuses\x08\xd9\x8a\xd8\xaa\xd9\x87\xd9\x85\x04verb\x05\x00\x14\x01\x04\x02\x10\x05\x02\x14\x02",
      45);
  add(9, std::string(kOldClaim));
  // The claim list that it had for format 2.
  constexpr std::string_view kOldClaims(
      "\x02\x02\x01\x02\x02\x01\x02\x03\x05\x00\x14\x00\x04\x02\x10\x05\x02\x14\x01\x01\x00\x07\x00\x01"
      "\x00\x00\x40\x3f\x01\x00\x00\x00\x00\x00\x01\x00\x00\x00",
      38);
  add(11, std::string(kOldClaims));
  for (int i = 0; i < 40; ++i) {
    const isnad::Extraction extraction = extractions.next();
    DocumentRecord record;
    record.document = extraction.document;
    record.extractor = extraction.extractor;
    add(0, encode_record(record));
    add(1, encode_name({extraction.document.id, extraction.document.source, extraction.document.published, extraction.document.agency}));
    add(2, encode_sentences(extraction.document.id, extraction.sentences));
    add(3, encode_mentions(extraction.entities, extraction.mentions, numbers));
    for (const auto& entity : extraction.entities) add(5, tally_of(entity).encode());
    add(4, encode_claim_list(contribution_of(extraction).encoded_claims, numbers,
                             [](const std::string& word) { return static_cast<WordNumber>(word.size()); }));
    for (const auto& claim : extraction.claims) {
      const ClaimPlace place{7, claim.sentence, 300};
      const Triple triple = triple_of(claim, place, numbers);
      add(6, triple_key(Table::kSpo, triple) + triple_value(triple));
      add(7, triple_key(Table::kPos, triple));
      add(8, triple_key(Table::kOsp, triple));
      add(10, KeyWriter().text(claim.relation.text).number(extraction.words).take());
    }
  }
  return inputs;
}

std::string mutated(std::string input, std::mt19937& random) {
  for (auto changes = 1 + random() % 4; changes > 0; --changes) {
    const std::size_t at = random() % (input.size() + 1);
    switch (random() % 5) {
      case 0: input.insert(at, 1, static_cast<char>(random())); break;
      case 1: input.resize(at); break;
      case 2: input.insert(at, std::string("\xFF\xFF\xFF\xFF\x0F", 1 + random() % 5)); break;
      case 3:
        if (at < input.size()) input.erase(at, 1 + random() % 3);
        break;
      default:
        if (at < input.size()) input[at] = static_cast<char>(input[at] ^ (1 << (random() % 8)));
    }
  }
  return input;
}

}  // namespace

int main(int argc, char** argv) {
  long mutations = 100'000;
  int files = 0;
  for (int i = 1; i < argc; ++i) {
    if (std::string_view(argv[i]) == "-n" && i + 1 < argc) {
      mutations = std::atol(argv[++i]);
      continue;
    }
    std::ifstream in(argv[i], std::ios::binary);
    if (!in) {
      std::cerr << argv[i] << ": cannot be read\n";
      return 1;
    }
    run_one(std::string((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>()));
    ++files;
  }
  const std::vector<std::string> inputs = seeds();
  for (const auto& input : inputs) run_one(input);
  std::mt19937 random(20200213);
  for (long i = 0; i < mutations; ++i) run_one(mutated(inputs[random() % inputs.size()], random));
  std::printf("%d files, %zu seeds, %ld mutations\n", files, inputs.size(), mutations);
  return 0;
}

#endif
