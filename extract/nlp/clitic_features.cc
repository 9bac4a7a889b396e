#include "extract/nlp/clitic_features.h"

#include <algorithm>

namespace isnad::nlp {

namespace {

constexpr std::uint64_t kSeed = 0x243F6A8885A308D3ULL;

std::uint64_t mix(std::uint64_t hash, std::uint64_t value) {
  hash = (hash ^ value) * 0x9DDFEA08EB382D69ULL;
  return hash ^ (hash >> 29U);
}

/// Spreads into the high bits, which index the tables.
std::uint64_t finish(std::uint64_t hash) {
  hash *= 0xBF58476D1CE4E5B9ULL;
  return hash ^ (hash >> 31U);
}

/// Starts of code points in the first and last `count` letters.
std::string_view front_of(std::string_view bytes, int count) {
  std::size_t at = 0;
  for (; count > 0 && at < bytes.size(); --count) {
    ++at;
    while (at < bytes.size() && (static_cast<unsigned char>(bytes[at]) & 0xC0U) == 0x80U) ++at;
  }
  return bytes.substr(0, at);
}

std::string_view back_of(std::string_view bytes, int count) {
  std::size_t at = bytes.size();
  for (; count > 0 && at > 0; --count) {
    --at;
    while (at > 0 && (static_cast<unsigned char>(bytes[at]) & 0xC0U) == 0x80U) --at;
  }
  return bytes.substr(at);
}

std::uint64_t hash_bytes(std::string_view bytes) {
  std::uint64_t hash = kSeed + bytes.size();
  for (const char c : bytes) hash = mix(hash, static_cast<unsigned char>(c));
  return hash;
}

std::uint64_t hash_letters(std::u16string_view letters) {
  std::uint64_t hash = kSeed;
  for (const char16_t c : letters) hash = mix(hash, c);
  return hash;
}

/// What the longest words are hashed by: the neighbour's identity does not need a megabyte.
constexpr std::size_t kMostHashed_bytes = 64;

}  // namespace

NeighbourHashes hash_neighbour(std::string_view clean) {
  return {hash_bytes(clean.substr(0, kMostHashed_bytes)), hash_bytes(front_of(clean, 2)), hash_bytes(back_of(clean, 2))};
}

std::uint64_t hash_form(std::u16string_view letters) { return finish(mix(hash_letters(letters), 0x77)); }

CliticContext clitic_context(const ArabicLetters& token, std::string_view before, std::string_view after,
                             const std::vector<CliticCandidate>& candidates, const CliticModel& counts) {
  CliticContext context;
  context.token = token;
  context.token_hash = hash_form(token.view());
  context.token_count = counts.log_count(context.token_hash);
  for (const CliticCandidate& candidate : candidates) {
    context.best_host_count = std::max(context.best_host_count, counts.log_count(hash_form(candidate.host.view())));
  }
  context.before = hash_neighbour(before);
  context.after = hash_neighbour(after);
  return context;
}

void clitic_features(const CliticContext& context, const CliticCandidate& candidate, const CliticModel& counts,
                     CliticFeatures& out) {
  const std::u16string_view host = candidate.host.view();
  const std::uint64_t p = candidate.proclitic;
  const std::uint64_t e = 0x100 + candidate.enclitic;
  const std::uint64_t r = 0x200 + candidate.restoration;
  const std::uint64_t all = p | e << 10U | r << 20U;
  const std::uint64_t both = p | e << 10U;
  const std::uint64_t whole = hash_letters(host);
  const auto front = [&](std::size_t n) { return hash_letters(host.substr(0, std::min(n, host.size()))); };
  const auto back = [&](std::size_t n) { return hash_letters(host.substr(host.size() - std::min(n, host.size()))); };
  const std::uint64_t host_count = counts.log_count(hash_form(host));
  const std::uint64_t token_count = context.token_count;
  const std::uint64_t more_than_token = host_count + 16 - token_count;
  // How often the word is seen with its enclitic alone, and with its last proclitic too: `بحث` speaks against `ب` + `حث`.
  const std::size_t proclitic_size = kProclitics[candidate.proclitic].letters.size();
  const std::u16string_view token = context.token.view();
  const std::uint64_t rest_count = counts.log_count(hash_form(token.substr(proclitic_size)));
  const std::uint64_t attached_count = proclitic_size == 0 ? 16 : counts.log_count(hash_form(token.substr(proclitic_size - 1)));
  const std::uint64_t less_than_best = context.best_host_count - host_count;
  const std::uint64_t size = std::min<std::size_t>(host.size(), 7);
  const std::uint64_t definite = host.starts_with(u"ال") ? 1 : 0;

  std::size_t number = 0;
  const auto add = [&](auto... values) {
    std::uint64_t hash = mix(kSeed, number);
    ((hash = mix(hash, static_cast<std::uint64_t>(values))), ...);
    out[number++] = finish(hash);
  };
  add(p);
  add(e);
  add(all);
  add(p, whole);
  add(e, whole);
  add(all, whole);
  add(all, context.token_hash);
  add(p, front(2));
  add(p, front(3));
  add(p, front(4));
  add(e, r, back(2));
  add(e, r, back(3));
  add(e, r, back(4));
  add(p, host_count);
  add(e, r, host_count);
  add(all, host_count, size);
  add(all, more_than_token);
  add(both, token_count);
  add(both, token_count, host_count);
  add(p, size, front(1));
  add(e, size, back(1));
  add(p, definite, context.before.back);
  add(both, context.before.form);
  add(both, context.after.form);
  add(p, context.before.back);
  add(e, context.before.back);
  add(p, context.after.front);
  add(e, r, context.after.front);
  add(all, context.token_hash, context.before.form);
  add(all, context.token_hash, context.after.form);
  add(both, front(2), context.before.back);
  add(both, back(2), context.after.front);
  add(both, front(3), back(3));
  add(p, host_count, attached_count);
  add(e, r, host_count, rest_count);
  add(all, less_than_best);
  add(both, rest_count, attached_count);
}

}  // namespace isnad::nlp
