#include "cli/display_width.h"

#include <locale.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

#include <charconv>
#include <cstdint>
#include <cstdlib>

#include "graph/model/plain_text.h"

namespace isnad::cli {

namespace {

/// wcwidth asks the locale; this one is UTF-8 whatever the user's is.
class Utf8Locale {
 public:
  Utf8Locale() : locale_(newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)) {}
  ~Utf8Locale() {
    if (locale_ != nullptr) freelocale(locale_);
  }
  Utf8Locale(const Utf8Locale&) = delete;
  Utf8Locale& operator=(const Utf8Locale&) = delete;

  [[nodiscard]] locale_t get() const { return locale_; }

 private:
  locale_t locale_;
};

class LocaleInUse {
 public:
  explicit LocaleInUse(locale_t locale) : before_(locale == nullptr ? nullptr : uselocale(locale)) {}
  ~LocaleInUse() {
    if (before_ != nullptr) uselocale(before_);
  }
  LocaleInUse(const LocaleInUse&) = delete;
  LocaleInUse& operator=(const LocaleInUse&) = delete;

 private:
  locale_t before_;
};

std::size_t width_of(std::uint32_t code_point) {
  if (code_point >= 0x20 && code_point < 0x7F) return 1;
  const int width = wcwidth(static_cast<wchar_t>(code_point));
  return width < 0 ? 0 : static_cast<std::size_t>(width);
}

/// Hebrew, Arabic and their neighbours with presentation forms, and the scripts of the supplementary plane.
bool runs_right_to_left(std::uint32_t c) {
  return (c >= 0x0590 && c <= 0x08FF) || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFF) || (c >= 0x10800 && c <= 0x10FFF) ||
         (c >= 0x1E800 && c <= 0x1EFFF);
}

/// Calls `use(code point, bytes before it)` until it returns false.
template <class Use>
void for_each_code_point(std::string_view text, const Use& use) {
  const LocaleInUse in_use([] {
    static const Utf8Locale locale;
    return locale.get();
  }());
  for (std::string_view rest = text; !rest.empty();) {
    const std::size_t at = text.size() - rest.size();
    if (!use(next_code_point(rest), at)) return;
  }
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for_each_code_point(text, [&](std::uint32_t c, std::size_t) {
    width += width_of(c);
    return true;
  });
  return width;
}

std::string cut_to_width(std::string_view text, std::size_t cells) {
  if (display_width(text) <= cells) return std::string(text);
  if (cells == 0) return {};
  std::size_t end = 0;
  std::size_t width = 1;  // the dots
  for_each_code_point(text, [&](std::uint32_t c, std::size_t at) {
    end = at;
    width += width_of(c);
    return width <= cells;
  });
  return std::string(text.substr(0, end)) + "…";
}

std::string isolated(std::string_view text) {
  bool turns = false;
  for_each_code_point(text, [&](std::uint32_t c, std::size_t) { return !(turns = runs_right_to_left(c)); });
  return turns ? "\u2068" + std::string(text) + "\u2069" : std::string(text);
}

std::size_t terminal_width(int fd) {
  winsize size{};
  if (isatty(fd) != 0 && ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  const char* columns = std::getenv("COLUMNS");
  if (columns == nullptr) return 0;
  const std::string_view text = columns;
  std::size_t width = 0;
  std::from_chars(text.data(), text.data() + text.size(), width);
  return width;
}

bool shows_colours(int fd) {
  const char* off = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  return isatty(fd) != 0 && (off == nullptr || *off == '\0') && terminal != nullptr && std::string_view(terminal) != "dumb";
}

}  // namespace isnad::cli
