#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "extract/who/user_lexicon.h"

namespace isnad::who {

/// Makes rows of a user's lexicon of the lines of others' dumps. A line gives a row when it names an actor or place of a kind
/// that the lexicon has, in Arabic or English; names of a single word count only where the tagger sees a proper name.
///
/// Threads: none but one at a time.
class ForeignRecords {
 public:
  virtual ~ForeignRecords() = default;
  ForeignRecords(const ForeignRecords&) = delete;
  ForeignRecords& operator=(const ForeignRecords&) = delete;

  /// Returns: the row of a line; nothing when the line holds nothing of use.
  /// Throws: Error when the line is none of such a dump; the message names neither file nor line.
  [[nodiscard]] virtual std::optional<UserRow> row_of(std::string_view line) = 0;

 protected:
  ForeignRecords() = default;
};

/// A line of Wikidata's JSON dump, or of any file with an entity as JSON a line: labels and aliases in Arabic and English, and
/// instance-of (P31) as type.
///
/// Source: https://www.mediawiki.org/wiki/Wikibase/DataModel/JSON
class WikidataRecords : public ForeignRecords {
 public:
  [[nodiscard]] std::optional<UserRow> row_of(std::string_view line) override;
};

/// A line of GeoNames' `allCountries.txt` or of one country's file. Arabic names are those of its alternate names in Arabic
/// script that have no letter that Arabic lacks; or those that `add_name` was told of.
///
/// Source: https://download.geonames.org/export/dump/readme.txt
class GeoNamesRecords : public ForeignRecords {
 public:
  /// `country_of`: what the lexicon calls the countries of ISO 3166's two letters.
  explicit GeoNamesRecords(std::unordered_map<std::string, std::string> country_of) : country_of_(std::move(country_of)) {}

  /// Takes a line of `alternateNamesV2.txt`, before any `row_of`.
  /// Throws: Error when it is none.
  /// Cost: keeps the Arabic and English names, some 100 bytes each.
  void add_name(std::string_view line);

  [[nodiscard]] std::optional<UserRow> row_of(std::string_view line) override;

 private:
  struct Names {
    std::string ar;
    std::string en;
  };
  std::unordered_map<std::string, std::string> country_of_;
  std::unordered_map<std::string, Names> names_;
};

}  // namespace isnad::who
