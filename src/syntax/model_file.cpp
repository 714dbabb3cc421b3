#include "syntax/model_file.hpp"

#include <algorithm>
#include <fstream>

#include "fabula/base/error.hpp"

namespace fabula::syntax {
namespace {

constexpr std::string_view kMagic = "FABSYNTX";
constexpr std::uint32_t kVersion = 2;
constexpr std::size_t kHeader = 8 + 4 + 8 + 8;

// Eight bytes at a time, so that checking ten megabytes costs a few milliseconds.
std::uint64_t checksum(std::string_view body) {
  std::uint64_t sum = 0x9E3779B97F4A7C15ull ^ body.size();
  for (std::size_t at = 0; at < body.size(); at += 8) {
    std::uint64_t block = 0;
    std::memcpy(&block, body.data() + at, std::min<std::size_t>(8, body.size() - at));
    sum = (sum ^ block) * 0xFF51AFD7ED558CCDull;
    sum ^= sum >> 32;
  }
  return sum;
}

template <class T>
void put(std::string& out, T v) {
  out.append(reinterpret_cast<const char*>(&v), sizeof v);
}

template <class T>
T get(const std::string& data, std::size_t at) {
  T v;
  std::memcpy(&v, data.data() + at, sizeof v);
  return v;
}

}  // namespace

std::string ModelWriter::file() const {
  std::string out(kMagic);
  put(out, kVersion);
  put(out, static_cast<std::uint64_t>(body_.size()));
  put(out, checksum(body_));
  return out + body_;
}

ModelReader::ModelReader(const std::filesystem::path& path) : path_(path.string()) {
  std::ifstream in(path, std::ios::binary);
  if (!in) refuse("the model cannot be opened");
  in.seekg(0, std::ios::end);
  data_.resize(static_cast<std::size_t>(std::max<std::streamoff>(0, in.tellg())));
  in.seekg(0);
  in.read(data_.data(), static_cast<std::streamsize>(data_.size()));
  if (!in) refuse("the model cannot be read");
  if (data_.size() < kHeader || data_.compare(0, kMagic.size(), kMagic) != 0) refuse("this is not a syntax model");
  if (get<std::uint32_t>(data_, 8) != kVersion) refuse("the model is of another version; train it again");
  if (get<std::uint64_t>(data_, 12) != data_.size() - kHeader) refuse("the model is truncated or too long");
  if (get<std::uint64_t>(data_, 20) != checksum(std::string_view(data_).substr(kHeader)))
    refuse("the model is damaged: its checksum does not match");
  at_ = kHeader;
}

std::vector<std::string> ModelReader::texts() {
  const auto n = value<std::uint32_t>();
  expect(n <= data_.size(), "the model is damaged: a list is longer than the file");
  std::vector<std::string> items;
  items.reserve(n);
  for (std::uint32_t i = 0; i < n; ++i) items.push_back(text());
  return items;
}

void ModelReader::refuse(std::string_view why) const { throw PackError("FAB-PACK-010", why, path_); }

std::string_view ModelReader::take(std::size_t size) {
  if (size > data_.size() - at_) refuse("the model is damaged: it ends too early");
  const std::string_view piece = std::string_view(data_).substr(at_, size);
  at_ += size;
  return piece;
}

}  // namespace fabula::syntax
