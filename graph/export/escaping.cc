#include "graph/export/escaping.h"

namespace isnad::exporting {

namespace {

char hexadecimal(unsigned value) { return "0123456789ABCDEF"[value & 0xFU]; }

}  // namespace

std::string rdf_literal(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        if (const auto byte = static_cast<unsigned char>(c); byte < 0x20 || byte == 0x7F) {
          out += "\\u00";
          out += {hexadecimal(byte >> 4U), hexadecimal(byte)};
        } else {
          out.push_back(c);
        }
    }
  }
  return out + "\"";
}

std::string percent_encoded(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool unreserved = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
                            c == '_' || c == '~';
    if (unreserved) {
      out.push_back(c);
    } else {
      out += {'%', hexadecimal(byte >> 4U), hexadecimal(byte)};
    }
  }
  return out;
}

}  // namespace isnad::exporting
