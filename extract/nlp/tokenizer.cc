#include "extract/nlp/tokenizer.h"

#include "extract/nlp/token_scan.h"

namespace isnad::nlp {

void Tokenizer::tokenize(std::string_view text, Span range, Language language, std::vector<Token>& tokens) const {
  TokenScan(tables_, text, range, language == Language::kArabic, tokens).run();
}

}  // namespace isnad::nlp
