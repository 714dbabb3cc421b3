#include "text/charset.hpp"

#include <uchardet/uchardet.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/ucsdet.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

namespace fabula::text {
namespace {

constexpr std::size_t kGuessBytes = std::size_t{1} << 18;  // enough for either detector; keeps guessing linear and fast
constexpr std::string_view kWindows1252 = "windows-1252";
constexpr std::string_view kLatin9 = "ISO-8859-15";

struct ConverterCloser {
  void operator()(UConverter* c) const { ucnv_close(c); }
};
using Converter = std::unique_ptr<UConverter, ConverterCloser>;

Converter open_converter(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(name.c_str(), &status));
  if (U_FAILURE(status)) return nullptr;
  return converter;
}

std::string ascii_lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

bool is_western(const std::string& lower_name) {
  constexpr std::array<std::string_view, 8> kNames = {"windows-1252", "cp1252",      "iso-8859-1", "latin1",
                                                      "latin-1",      "iso-8859-15", "us-ascii",   "ascii"};
  return std::find(kNames.begin(), kNames.end(), lower_name) != kNames.end();
}

std::string uchardet_guess(std::string_view bytes) {
  const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(), &uchardet_delete);
  if (uchardet_handle_data(detector.get(), bytes.data(), bytes.size()) != 0) return {};
  uchardet_data_end(detector.get());
  return ascii_lower(uchardet_get_charset(detector.get()));
}

std::string icu_guess(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status), &ucsdet_close);
  ucsdet_setText(detector.get(), bytes.data(), static_cast<int32_t>(bytes.size()), &status);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || match == nullptr) return {};
  const char* name = ucsdet_getName(match, &status);
  return U_FAILURE(status) ? std::string() : ascii_lower(name);
}

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Latin-9's own characters in places where Latin-1's would be absurd: a currency sign for the euro, a fraction or a
/// cedilla within a word for œ, Œ, Ÿ, š, ž. Bytes 80-9F are letters in windows-1252 only.
bool looks_like_latin9(std::string_view bytes) {
  bool found = false;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto c = static_cast<unsigned char>(bytes[i]);
    if (c >= 0x80 && c <= 0x9F) return false;
    if (c == 0xA4) found = true;
    if (c != 0xBC && c != 0xBD && c != 0xBE) continue;
    if (i + 1 < bytes.size() && is_ascii_letter(bytes[i + 1])) found = true;
  }
  return found;
}

void stop_at_bad(const void*, UConverterToUnicodeArgs*, const char*, int32_t, UConverterCallbackReason reason, UErrorCode* error) {
  if (reason <= UCNV_IRREGULAR) return;  // leave the error as it is: conversion ends here
  *error = U_ZERO_ERROR;
}

std::optional<std::size_t> first_unassigned_1252(std::string_view bytes) {
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto c = static_cast<unsigned char>(bytes[i]);
    if (c == 0x81 || c == 0x8D || c == 0x8F || c == 0x90 || c == 0x9D) return i;
  }
  return std::nullopt;
}

void append_utf8(std::string& out, const UChar* from, const UChar* end) {
  for (const UChar* p = from; p < end;) {
    char32_t c = *p++;
    if (U16_IS_LEAD(c) && p < end && U16_IS_TRAIL(*p)) c = static_cast<char32_t>(U16_GET_SUPPLEMENTARY(c, *p++));
    std::array<char, 4> buffer;
    int32_t size = 0;
    U8_APPEND_UNSAFE(buffer.data(), size, c);
    out.append(buffer.data(), static_cast<std::size_t>(size));
  }
}

}  // namespace

Utf8Check check_utf8(std::string_view bytes) {
  Utf8Check result;
  const auto size = static_cast<int32_t>(bytes.size());
  for (int32_t i = 0; i < size;) {
    const int32_t begin = i;
    UChar32 c = 0;
    U8_NEXT(bytes.data(), i, size, c);
    if (c < 0) {
      if (!result.first_bad) result.first_bad = static_cast<std::size_t>(begin);
      result.bad += static_cast<std::size_t>(i - begin);
    } else if (i - begin > 1) {
      ++result.multibyte;
    }
  }
  return result;
}

std::optional<Bom> find_bom(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\xEF\xBB\xBF"sv)) return Bom{"UTF-8", 3};
  if (bytes.starts_with("\xFF\xFE\0\0"sv)) return Bom{"UTF-32LE", 4};
  if (bytes.starts_with("\0\0\xFE\xFF"sv)) return Bom{"UTF-32BE", 4};
  if (bytes.starts_with("\xFF\xFE"sv)) return Bom{"UTF-16LE", 2};
  if (bytes.starts_with("\xFE\xFF"sv)) return Bom{"UTF-16BE", 2};
  return std::nullopt;
}

std::string guess_encoding(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, kGuessBytes);
  const std::string western(looks_like_latin9(bytes) ? kLatin9 : kWindows1252);
  const std::string first = uchardet_guess(sample);
  if (first.empty() || is_western(first)) return western;
  const std::string second = icu_guess(sample);
  if (is_western(second)) return western;
  return open_converter(first) ? first : western;
}

std::optional<std::string> encoding_of_label(std::string_view label) {
  const std::string name = ascii_lower(label);
  if (name == "iso-8859-15") return std::string(kLatin9);
  if (is_western(name)) return std::string(kWindows1252);
  const Converter converter = open_converter(name);
  if (!converter || name.empty()) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  return std::string(ucnv_getName(converter.get(), &status));
}

Converted convert(std::string_view bytes, const std::string& encoding) {
  Converted result;
  const Converter converter = open_converter(encoding);
  if (!converter) {
    result.first_bad = 0;
    return result;
  }
  if (encoding == kWindows1252) result.first_bad = first_unassigned_1252(bytes);
  if (result.first_bad) return result;

  UErrorCode status = U_ZERO_ERROR;
  ucnv_setToUCallBack(converter.get(), stop_at_bad, nullptr, nullptr, nullptr, &status);
  result.utf8.reserve(bytes.size());
  std::vector<UChar> buffer(1 << 14);
  const char* source = bytes.data();
  const char* const end = source + bytes.size();
  do {
    status = U_ZERO_ERROR;
    UChar* target = buffer.data();
    ucnv_toUnicode(converter.get(), &target, target + buffer.size(), &source, end, nullptr, true, &status);
    append_utf8(result.utf8, buffer.data(), target);
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  if (U_FAILURE(status)) {
    std::array<char, 8> bad{};
    auto size = static_cast<int8_t>(bad.size());
    UErrorCode ignored = U_ZERO_ERROR;
    ucnv_getInvalidChars(converter.get(), bad.data(), &size, &ignored);
    const auto read = static_cast<std::size_t>(source - bytes.data());
    result.first_bad = read - std::min<std::size_t>(read, static_cast<std::size_t>(std::max<int8_t>(size, 0)));
  }
  return result;
}

}  // namespace fabula::text
