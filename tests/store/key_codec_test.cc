#include "store/key_codec.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>
#include <tuple>
#include <vector>

#include "graph/model/error.h"

namespace {

using isnad::CorruptionError;
using isnad::store::KeyReader;
using isnad::store::KeyWriter;
using isnad::store::prefix_end;

using Tuple = std::tuple<std::string, std::uint64_t, std::string, std::uint64_t>;

std::string encode(const Tuple& tuple) {
  const auto& [a, b, c, d] = tuple;
  return KeyWriter().text(a).number(b).text(c).number(d).take();
}

std::string number_key(std::uint64_t value) { return KeyWriter().number(value).take(); }

/// Numbers at every border of the encoding, and strings that are prefixes of each other and hold its special bytes.
class Tuples {
 public:
  explicit Tuples(std::uint32_t seed) : random_(seed) {}

  std::uint64_t number() {
    static constexpr std::uint64_t kBorders[] = {0, 240, 2287, 67823, 0xFFFFFF, 0xFFFFFFFF, 0xFFFFFFFFFF, 0xFFFFFFFFFFFF, 0xFFFFFFFFFFFFFF};
    const std::uint64_t border = kBorders[random_() % std::size(kBorders)];
    if (random_() % 4 == 0) return random_();
    return border + random_() % 3;
  }

  std::string text() {
    static constexpr std::string_view kBytes("\x00\x01\xFF\xFE" "ab", 6);
    std::string text;
    for (auto size = random_() % 5; size > 0; --size) text.push_back(kBytes[random_() % kBytes.size()]);
    return text;
  }

  Tuple next() { return {text(), number(), text(), number()}; }

 private:
  std::mt19937_64 random_;
};

}  // namespace

TEST_CASE("key codec: numbers have the documented bytes", "[store][codec]") {
  CHECK(number_key(0) == std::string("\x00", 1));
  CHECK(number_key(240) == "\xF0");
  CHECK(number_key(241) == std::string("\xF1\x01", 2));
  CHECK(number_key(2287) == "\xF8\xFF");
  CHECK(number_key(2288) == std::string("\xF9\x00\x00", 3));
  CHECK(number_key(67823) == "\xF9\xFF\xFF");
  CHECK(number_key(67824) == std::string("\xFA\x01\x08\xF0", 4));
  CHECK(number_key(0xFFFFFFFFFFFFFFFF) == "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF");
}

TEST_CASE("key codec: strings have the documented bytes", "[store][codec]") {
  CHECK(KeyWriter().text(std::string_view("a\0b", 3)).take() == std::string("a\x00\xFF" "b\x00\x01", 6));
  CHECK(KeyWriter().text("").take() == std::string("\x00\x01", 2));
  CHECK(KeyWriter().rest("ab").take() == "ab");
}

TEST_CASE("key codec: the order of keys is the order of tuples", "[store][codec]") {
  Tuples tuples(1);
  for (int i = 0; i < 200'000; ++i) {
    const Tuple a = tuples.next();
    Tuple b = tuples.next();
    if (i % 2 == 0) std::get<0>(b) = std::get<0>(a);
    if (i % 4 == 0) std::get<1>(b) = std::get<1>(a);
    const int of_tuples = a < b ? -1 : (b < a ? 1 : 0);
    const int of_keys = encode(a).compare(encode(b));
    if ((of_keys < 0) != (of_tuples < 0) || (of_keys > 0) != (of_tuples > 0)) {
      CAPTURE(std::get<0>(a), std::get<1>(a), std::get<2>(a), std::get<3>(a), std::get<0>(b), std::get<1>(b), std::get<2>(b), std::get<3>(b));
      FAIL("the keys are ordered otherwise");
    }
  }
}

TEST_CASE("key codec: what was written is read", "[store][codec]") {
  Tuples tuples(2);
  for (int i = 0; i < 50'000; ++i) {
    const Tuple tuple = tuples.next();
    const std::string key = encode(tuple);
    KeyReader reader(key);
    const std::string a = reader.text();
    const std::uint64_t b = reader.number();
    const std::string c = reader.text();
    const std::uint64_t d = reader.number();
    reader.expect_end();
    if (Tuple(a, b, c, d) != tuple) FAIL("another tuple came back");
  }
  SUCCEED();
}

TEST_CASE("key codec: hostile bytes are refused or have that one meaning", "[store][codec]") {
  std::mt19937 random(3);
  int accepted = 0;
  for (int i = 0; i < 200'000; ++i) {
    std::string key;
    for (auto size = random() % 12; size > 0; --size) {
      static constexpr unsigned char kBytes[] = {0, 1, 0xFF, 240, 241, 248, 249, 250, 251, 'a'};
      key.push_back(static_cast<char>(kBytes[random() % std::size(kBytes)]));
    }
    try {
      KeyReader reader(key);
      const std::string text = reader.text();
      const std::uint64_t number = reader.number();
      reader.expect_end();
      ++accepted;
      if (KeyWriter().text(text).number(number).take() != key) FAIL("two keys have one meaning");
    } catch (const CorruptionError&) {
      continue;
    }
  }
  CHECK(accepted > 100);
  CHECK_THROWS_AS(KeyReader("").number(), CorruptionError);
  CHECK_THROWS_AS(KeyReader("\xFF\x01").number(), CorruptionError);
  CHECK_THROWS_AS(KeyReader("abc").text(), CorruptionError);
  CHECK_THROWS_AS(KeyReader(std::string_view("\xFA\x00\x00\x01", 4)).number(), CorruptionError);
  CHECK_THROWS_AS(KeyReader(number_key(std::uint64_t{1} << 32)).number32(), CorruptionError);
}

TEST_CASE("key codec: the end of a prefix comes after all that begin with it", "[store][codec]") {
  CHECK(prefix_end("ab") == "ac");
  CHECK(prefix_end("a\xFF") == "b");
  CHECK(prefix_end("\xFF\xFF").empty());
  CHECK(prefix_end("").empty());
}
