#include "extract/what/event_dates.h"

#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace {

using isnad::Claim;
using isnad::Document;
using isnad::Slot;
using isnad::Span;
using isnad::what::DateFinder;

const DateFinder& finder() {
  static const DateFinder instance;
  return instance;
}

Document document_of(const std::string& text, const std::string& published) {
  Document document;
  document.text = text;
  document.published = published;
  return document;
}

/// The slot whose words are `words` in the text; its head is `head`, or all of it.
Slot slot(const Document& document, const std::string& words, const std::string& head = "") {
  Slot out;
  if (words.empty()) return out;
  const auto at = document.text.find(words);
  REQUIRE(at != std::string::npos);
  const auto begin = static_cast<std::uint32_t>(at);
  out.text = words;
  out.spans = {{begin, begin + static_cast<std::uint32_t>(words.size())}};
  out.head = out.spans.front();
  if (!head.empty()) {
    const auto inner = static_cast<std::uint32_t>(words.find(head));
    out.head = {begin + inner, begin + inner + static_cast<std::uint32_t>(head.size())};
  }
  return out;
}

Claim claim(const Document& document, const std::string& subject, const std::string& relation, Slot object,
            const std::string& rule = "verb") {
  Claim out;
  out.subject = slot(document, subject);
  out.relation = slot(document, relation);
  out.object = std::move(object);
  out.relation_lemma = relation;
  out.rule = rule;
  return out;
}

std::vector<std::string> dates(const Document& document, std::vector<Claim> claims) {
  isnad::what::date_events(document, finder(), claims);
  std::vector<std::string> out;
  for (const auto& c : claims) out.push_back(c.event_date);
  return out;
}

using Dates = std::vector<std::string>;

}  // namespace

TEST_CASE("event dates: a time beside the verb dates it", "[extract][what][date]") {
  const Document document = document_of("اتهم الكرملين أنقرة الأربعاء بعدم الوفاء.", "2020-02-13");
  CHECK(dates(document, {claim(document, "الكرملين", "اتهم", slot(document, "أنقرة"))}) == Dates{"2020-02-12"});
}

TEST_CASE("event dates: a time that is an argument dates every claim of its predicate", "[extract][what][date]") {
  const Document document = document_of("The army attacked the town on 3 August 2018.", "2018-09-19");
  const std::vector<Claim> claims = {claim(document, "The army", "attacked", slot(document, "the town")),
                                     claim(document, "The army", "attacked", slot(document, "3 August 2018", "August"))};
  CHECK(dates(document, claims) == Dates{"2018-08-03", "2018-08-03"});
}

TEST_CASE("event dates: saying and what is said have their own", "[extract][what][date]") {
  const Document document = document_of("أكدت القوات، الأحد، أن القائد قتل في هجوم قبل يومين.", "2018-09-03");
  const std::vector<Claim> claims = {claim(document, "القوات", "أكدت", {}), claim(document, "القائد", "قتل", {})};
  CHECK(dates(document, claims) == Dates{"2018-09-02", "2018-09-01"});
}

TEST_CASE("event dates: a time that opens a reported clause belongs to it", "[extract][what][date]") {
  const Document document = document_of("He said that on Monday the army shelled the town.", "2018-09-19");
  const std::vector<Claim> claims = {claim(document, "He", "said", {}),
                                     claim(document, "the army", "shelled", slot(document, "the town"))};
  CHECK(dates(document, claims) == Dates{"", "2018-09-17"});
}

TEST_CASE("event dates: the date of a thing is not the date of a deed", "[extract][what][date]") {
  const Document document = document_of("Turkey broke the deal of September 2018.", "2020-02-13");
  const Slot deal = slot(document, "the deal of September 2018", "deal");
  CHECK(dates(document, {claim(document, "Turkey", "broke", deal)}) == Dates{""});
}

TEST_CASE("event dates: posts have none", "[extract][what][date]") {
  const Document document = document_of("وصل الرئيس التركي أردوغان الاثنين.", "2018-09-19");
  Claim post = claim(document, "أردوغان", "الرئيس", slot(document, "التركي"), "title");
  post.type = isnad::RelationType::kRole;
  CHECK(dates(document, {post, claim(document, "أردوغان", "وصل", {})}) == Dates{"", "2018-09-17"});
}

TEST_CASE("event dates: what is still to come looks ahead", "[extract][what][date]") {
  const Document document = document_of("The leaders will meet on Friday.", "2018-09-19");
  Claim meeting = claim(document, "The leaders", "meet", {});
  CHECK(dates(document, {meeting}) == Dates{"2018-09-14"});
  meeting.modality = isnad::Modality::kFuture;
  CHECK(dates(document, {meeting}) == Dates{"2018-09-21"});
}

TEST_CASE("event dates: other sentences' times are not borrowed", "[extract][what][date]") {
  const Document document = document_of("The army left on Monday. Rebels took the town.", "2018-09-19");
  CHECK(dates(document, {claim(document, "Rebels", "took", slot(document, "the town"))}) == Dates{""});
}

TEST_CASE("event dates: sentences given by the document are used", "[extract][what][date]") {
  Document document = document_of("Monday\nThe army left town", "2018-09-19");
  document.sentences = {{{0, static_cast<std::uint32_t>(document.text.size())}, "d#0", "en"}};
  CHECK(dates(document, {claim(document, "The army", "left", {})}) == Dates{"2018-09-17"});
}
