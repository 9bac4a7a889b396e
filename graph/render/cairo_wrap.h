#pragma once

// Inside graph/render and graph/report only: handles of cairo and GObject that free themselves.

#include <cairo.h>
#include <glib-object.h>

#include <memory>
#include <string>

#include "graph/model/error.h"

namespace isnad::render {

template <auto Free>
struct Freed {
  template <class Object>
  void operator()(Object* object) const {
    Free(object);
  }
};
using CairoSurface = std::unique_ptr<cairo_surface_t, Freed<cairo_surface_destroy>>;
using CairoContext = std::unique_ptr<cairo_t, Freed<cairo_destroy>>;
template <class Object>
using GObjectHandle = std::unique_ptr<Object, Freed<g_object_unref>>;

/// cairo's writer into a `std::string`.
inline cairo_status_t append_bytes(void* string, const unsigned char* data, unsigned int length) {
  static_cast<std::string*>(string)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

/// Throws: Error with GLib's words, which are freed.
[[noreturn]] inline void fail(const std::string& what, GError* error) {
  const std::string why = error == nullptr ? "unknown" : error->message;
  g_clear_error(&error);
  throw Error(what + ": " + why);
}

/// Throws: Error with cairo's words when the surface has failed.
inline void check(cairo_surface_t* surface) {
  const auto status = cairo_surface_status(surface);
  if (status != CAIRO_STATUS_SUCCESS) throw Error(std::string("cannot draw: ") + cairo_status_to_string(status));
}

}  // namespace isnad::render
