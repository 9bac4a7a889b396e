#include "extract/what/date.h"

#include <utility>

#include "extract/what/arabic_time_reader.h"
#include "extract/what/calendar.h"
#include "extract/what/date_words.h"
#include "extract/what/english_time_reader.h"

namespace isnad::what {

struct DateFinder::Impl {
  DateWords arabic{"lexicon/what/ar_dates.tsv"};
  DateWords english{"lexicon/what/en_dates.tsv"};
};

DateFinder::DateFinder() : impl_(std::make_unique<Impl>()) {}
DateFinder::~DateFinder() = default;

std::vector<TimeExpression> DateFinder::find(std::string_view text, std::string_view lang, std::string_view published) const {
  std::vector<TimeToken> tokens = time_tokens(text);
  (lang == "ar" ? impl_->arabic : impl_->english).mark(tokens);
  const auto day = parse_day(published);
  std::unique_ptr<TimeReader> reader;
  if (lang == "ar") {
    reader = std::make_unique<ArabicTimeReader>(impl_->arabic, tokens, day);
  } else {
    reader = std::make_unique<EnglishTimeReader>(impl_->english, tokens, day);
  }
  std::vector<TimeExpression> out;
  for (std::size_t at = 0; at < tokens.size();) {
    auto reading = tokens[at].known ? reader->read(at) : std::nullopt;
    if (!reading || reading->length == 0) {
      ++at;
      continue;
    }
    TimeExpression expression;
    expression.span = {tokens[at].span.begin, tokens[at + reading->length - 1].span.end};
    expression.value = std::move(reading->value);
    expression.until = std::move(reading->until);
    expression.granularity = reading->granularity;
    expression.if_future = std::move(reading->if_future);
    out.push_back(std::move(expression));
    at += reading->length;
  }
  return out;
}

}  // namespace isnad::what
