#pragma once

// Inside graph/render only: cgraph's calls as this folder needs them.

#include <graphviz/cgraph.h>

#include <memory>
#include <string>
#include <string_view>

namespace isnad::render {

struct CloseGraph {
  void operator()(Agraph_t* graph) const { agclose(graph); }
};
using Graph = std::unique_ptr<Agraph_t, CloseGraph>;

/// From now on Graphviz's warnings and errors are kept for `check` instead of being printed.
void keep_messages();

/// Throws: Error with Graphviz's own words when `good` is false.
void check(bool good, std::string_view what);

/// cgraph takes writable strings that it does not write to.
[[nodiscard]] inline char* c(const std::string& text) { return const_cast<char*>(text.c_str()); }

/// Sets an attribute of one node or edge, declaring it where it is new.
template <class Object>
void set(Object* object, const std::string& name, const std::string& value) {
  agsafeset(object, c(name), c(value), c(std::string()));
}

/// Makes an HTML-like text the node's label.
void set_html(Agraph_t* graph, Agnode_t* node, const std::string& label);

/// Returns: the value of an attribute; empty when there is none.
template <class Object>
[[nodiscard]] std::string get(Object* object, const std::string& name) {
  const char* value = agget(object, c(name));
  return value == nullptr ? std::string() : std::string(value);
}

}  // namespace isnad::render
