// What dividing text into sentences, tokens and words costs, beside a plain loop that decodes the same text.
//   bench_text [FILE]     FILE: UTF-8 text; without it a paragraph in Arabic and one in English, over and over

#include <sys/resource.h>

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "extract/data_files.h"
#include "extract/nlp/document_splitter.h"
#include "extract/nlp/sentence_builder.h"
#include "extract/text/normalizer.h"
#include "extract/text/utf8.h"

namespace {

using namespace isnad;

constexpr std::size_t kSample_bytes = 16U << 20U;

const char kArabic[] =
    "وقالت وزارة الخارجية في بيان أصدرته مساء الأربعاء إن الوفد سيزور العاصمة الأسبوع المقبل لبحث تنفيذ الاتفاق الذي وقعه "
    "الطرفان عام 2018، "
    "مؤكدة أنها لن تتراجع عن التزاماتها. وأضاف المتحدث باسمها أن قواتهم المنتشرة قرب الحدود تلقت أوامر بضبط النفس، وأن بلاده "
    "\"ستفعل كل ما هو "
    "ضروري\" لحماية مواطنيها. من جهته، اتهم رئيس الحكومة المعارضة بعرقلة المفاوضات، مما أدى إلى تأجيل الجلسة للمرة الثالثة.\n";

const char kEnglish[] =
    "The foreign ministry said on Wednesday that its delegation would visit the capital next week to discuss the agreement that "
    "the two sides "
    "signed in 2018. The government's spokesman added that troops near the border hadn't received new orders, and that the "
    "country would do "
    "\"whatever is necessary\" to protect its citizens. The U.S. welcomed the non-binding statement.\n";

std::string repeated(const char* paragraph) {
  std::string text;
  while (text.size() < kSample_bytes) text += paragraph;
  return text;
}

double now_s() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

long peak_memory_kb() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

double yardstick_s = 1;

void report(const char* name, const char* sample, std::uint64_t items, const char* unit, double seconds) {
  std::printf("%s\t%s\t%llu %s\t%.3f s\t%.0f %s/s\t%.1f times the decode loop\t%ld KB peak\n", name, sample,
              static_cast<unsigned long long>(items), unit, seconds, static_cast<double>(items) / seconds, unit,
              seconds / yardstick_s, peak_memory_kb());
}

template <class Work>
void measure(const char* name, const char* sample, const char* unit, const Work& work) {
  const double start = now_s();
  const std::uint64_t items = work();
  report(name, sample, items, unit, now_s() - start);
}

void bench(const char* sample, const std::string& text) {
  double start = now_s();
  std::uint64_t sum = 0;
  for (std::size_t at = 0; at < text.size();) sum += text::next_code_point(text, at);
  yardstick_s = now_s() - start;
  report("decode loop", sample, text.size(), "bytes", yardstick_s);
  if (sum == 0) std::puts("empty");

  measure("validate UTF-8", sample, "bytes", [&] { return text::first_invalid_utf8(text).value_or(text.size()); });
  measure("normalise", sample, "bytes", [&] { return text::normalize(text).origin.back(); });

  const nlp::WordTables tables = nlp::WordTables::load();
  const nlp::DocumentSplitter splitter(tables);
  Document document;
  document.text = text;
  std::vector<nlp::RawSentence> sentences;
  measure("sentences and tokens", sample, "tokens", [&] {
    sentences = splitter.split(document);
    std::uint64_t tokens = 0;
    for (const auto& sentence : sentences) tokens += sentence.tokens.size();
    return tokens;
  });
  const auto segmenter = nlp::CliticSegmenter::load(data_file("models/ar-segment.model"));
  measure("words with clitics", sample, "tokens", [&] {
    std::uint64_t tokens = 0;
    for (const auto& sentence : sentences) {
      tokens += sentence.tokens.size();
      sum += nlp::build_sentence(text, sentence, tables, &segmenter).words.size();
    }
    return tokens;
  });
}

}  // namespace

int main(int argc, char** argv) {
  if (argc > 1) {
    std::ifstream input(argv[1], std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(input)), std::istreambuf_iterator<char>());
    if (text.empty() || text::first_invalid_utf8(text)) {
      std::fprintf(stderr, "bench_text: %s: cannot be read as UTF-8\n", argv[1]);
      return 1;
    }
    bench(argv[1], text);
    return 0;
  }
  bench("Arabic", repeated(kArabic));
  bench("English", repeated(kEnglish));
  return 0;
}
