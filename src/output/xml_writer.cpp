#include "xml_writer.hpp"

#include <libxml/xmlwriter.h>

#include "fabula/base/error.hpp"
#include "legal_text.hpp"

namespace fabula::output {
namespace {

const xmlChar* xml(const char* text) { return reinterpret_cast<const xmlChar*>(text); }

}  // namespace

void XmlWriter::Free::operator()(_xmlBuffer* buffer) const { xmlBufferFree(buffer); }
void XmlWriter::Free::operator()(_xmlTextWriter* writer) const { xmlFreeTextWriter(writer); }

XmlWriter::XmlWriter() : buffer_(xmlBufferCreate()), writer_(xmlNewTextWriterMemory(buffer_.get(), 0)) {
  check(writer_ ? 0 : -1);
  xmlTextWriterSetIndent(writer_.get(), 1);
  check(xmlTextWriterStartDocument(writer_.get(), nullptr, "UTF-8", nullptr));
}

void XmlWriter::check(int result) {
  if (result < 0) throw OutputError("FAB-OUT-012", "XML could not be written: out of memory");
}

void XmlWriter::open(const char* element) { check(xmlTextWriterStartElement(writer_.get(), xml(element))); }

void XmlWriter::attribute(const char* name, std::string_view value) {
  check(xmlTextWriterWriteAttribute(writer_.get(), xml(name), xml(legal_text(value).c_str())));
}

void XmlWriter::attribute_if(const char* name, std::string_view value) {
  if (!value.empty()) attribute(name, value);
}

void XmlWriter::close() { check(xmlTextWriterEndElement(writer_.get())); }

void XmlWriter::text(std::string_view text) { check(xmlTextWriterWriteString(writer_.get(), xml(legal_text(text).c_str()))); }

std::string XmlWriter::finish() {
  check(xmlTextWriterEndDocument(writer_.get()));
  writer_.reset();
  return {reinterpret_cast<const char*>(xmlBufferContent(buffer_.get())), static_cast<std::size_t>(xmlBufferLength(buffer_.get()))};
}

}  // namespace fabula::output
