#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace isnad::corpus {

/// Reads the calendar day of a date as machines write it: ISO 8601 with or without time and zone (`2020-02-13T09:40:00+03:00`,
/// `20200213`, `2020/02/13`), with the month's name in English or Arabic (`Thu, 13 Feb 2020 09:40:00 GMT`, `February 13, 2020`,
/// `13 فبراير/شباط 2020`), and with the year last (`13/02/2020`, `13-2-2020`, `13.02.2020`) where it cannot be mistaken: one of
/// the numbers is over 12, or both are the same. The day is the one that is written, in the zone of whoever wrote it.
///
/// Returns: `YYYY-MM-DD`; nothing when `text` is no such date (`03/02/2020` is two of them) or the day does not exist.
[[nodiscard]] std::optional<std::string> iso_date(std::string_view text);

/// Returns: the date that a file name starts with (`2020-02-13-headline.txt`), when nothing that could continue a number follows.
[[nodiscard]] std::optional<std::string> leading_date(std::string_view file_name);

/// Returns: the date in a URL's path (`/2020/02/13/`, `/2020-02-13-`).
[[nodiscard]] std::optional<std::string> date_in_url(std::string_view url);

}  // namespace isnad::corpus
