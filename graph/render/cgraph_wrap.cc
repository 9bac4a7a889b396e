#include "graph/render/cgraph_wrap.h"

#include <algorithm>

#include "graph/model/error.h"

namespace isnad::render {

namespace {

std::string& last_message() {
  static std::string message;
  return message;
}

int keep_message(char* message) {
  last_message() += message;
  return 0;
}

}  // namespace

void keep_messages() {
  last_message().clear();
  agseterrf(keep_message);
  agseterr(AGWARN);
}

void check(bool good, std::string_view what) {
  if (good) return;
  std::string message = last_message().empty() ? "no reason given" : last_message();
  std::replace(message.begin(), message.end(), '\n', ' ');
  throw Error("Graphviz cannot " + std::string(what) + ": " + message);
}

void set_html(Agraph_t* graph, Agnode_t* node, const std::string& label) {
  char* text = agstrdup_html(graph, c(label));
  agsafeset(node, c(std::string("label")), text, c(std::string()));
  agstrfree(graph, text);
}

}  // namespace isnad::render
