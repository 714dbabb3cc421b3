#pragma once

#include <memory>
#include <string>
#include <string_view>

struct _xmlBuffer;
struct _xmlTextWriter;

namespace fabula::output {

/// Writes an indented XML document with libxml2's writer. Any text is made legal (legal_text) and escaped.
class XmlWriter {
 public:
  XmlWriter();

  void open(const char* element);
  void attribute(const char* name, std::string_view value);
  /// Nothing where the value is empty.
  void attribute_if(const char* name, std::string_view value);
  void close();
  void text(std::string_view text);

  /// The document; the writer is done with it.
  /// @throws OutputError FAB-OUT-012 libxml2 could not write it (out of memory)
  std::string finish();

 private:
  void check(int result);

  struct Free {
    void operator()(_xmlBuffer* buffer) const;
    void operator()(_xmlTextWriter* writer) const;
  };
  std::unique_ptr<_xmlBuffer, Free> buffer_;
  std::unique_ptr<_xmlTextWriter, Free> writer_;
};

}  // namespace fabula::output
