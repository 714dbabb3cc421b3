#include "actors/train/brat.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>
#include <set>
#include <sstream>

#include "fabula/base/error.hpp"
#include "fabula/base/unicode.hpp"

namespace fabula::actors::train {
namespace fs = std::filesystem;
namespace {

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw InputError("FAB-IN-001", "cannot be opened", path.string());
  return std::string(std::istreambuf_iterator<char>(in), {});
}

std::optional<NameType> type_named(const std::string& type) {
  for (std::size_t t = 0; t < detail::kNameTypes; ++t)
    if (name(static_cast<NameType>(t)) == type) return static_cast<NameType>(t);
  if (type == "Hour") return NameType::date;
  return std::nullopt;
}

std::vector<Entity> read_entities(const fs::path& path) {
  std::vector<Entity> all;
  std::istringstream lines(read_file(path));
  for (std::string line; std::getline(lines, line);) {
    std::istringstream cells(line);
    std::string id, type;
    Entity entity;
    if (!(cells >> id >> type >> entity.span.begin >> entity.span.end) || id.front() != 'T') continue;
    if (cells.peek() == ';') continue;  // in pieces
    const auto known = type_named(type);
    if (!known || entity.span.empty()) continue;
    entity.type = *known;
    all.push_back(entity);
  }
  std::sort(all.begin(), all.end(), [](const Entity& a, const Entity& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  std::vector<Entity> outermost;
  for (const Entity& entity : all)
    if (outermost.empty() || !entity.span.overlaps(outermost.back().span)) outermost.push_back(entity);
  return outermost;
}

/// Letters and digits only, so that layout and typography make no difference.
std::string essence(const std::string& text) {
  std::u32string out;
  for (const char32_t c : to_utf32(fold_accents(text)))
    if (is_letter(c) || is_digit(c)) out += c;
  return to_utf8(out).substr(0, 4000);
}

}  // namespace

std::vector<BratDocument> read_brat(const fs::path& folder) {
  std::vector<BratDocument> documents;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".txt") continue;
    fs::path annotations = entry.path();
    annotations.replace_extension(".ann");
    if (!fs::exists(annotations)) continue;
    documents.push_back({entry.path(), read_file(entry.path()), read_entities(annotations)});
  }
  std::sort(documents.begin(), documents.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  return documents;
}

std::vector<detail::Label> gold_labels(const text::Doc& doc, const std::vector<Entity>& entities) {
  using detail::LabelPart;
  std::vector<detail::Label> labels(doc.tokens.size(), detail::kOutside);
  for (const Entity& entity : entities) {
    std::uint32_t first = 0;
    while (first < doc.tokens.size() && doc.tokens[first].span.end <= entity.span.begin) ++first;
    std::uint32_t end = first;
    while (end < doc.tokens.size() && doc.tokens[end].span.begin < entity.span.end) ++end;
    if (end == first || labels[first] != detail::kOutside) continue;
    if (doc.sentence_of(WordId(std::size_t{doc.tokens[first].first_word})) !=
        doc.sentence_of(WordId(std::size_t{doc.tokens[end - 1].first_word})))
      continue;  // cut in two by the segmentation
    for (std::uint32_t t = first; t < end; ++t) labels[t] = detail::label_of(entity.type, LabelPart::inner);
    labels[end - 1] = detail::label_of(entity.type, LabelPart::last);
    labels[first] = detail::label_of(entity.type, end - first == 1 ? LabelPart::only : LabelPart::first);
  }
  return labels;
}

void refuse_known_articles(const std::vector<BratDocument>& documents, const fs::path& folder) {
  std::set<std::string> names, texts;
  for (const auto& entry : fs::directory_iterator(folder)) {
    names.insert(entry.path().filename().string());
    texts.insert(essence(read_file(entry.path())));
  }
  for (const BratDocument& document : documents)
    if (names.count(document.path.filename().string()) != 0 || texts.count(essence(document.text)) != 0)
      throw InputError("FAB-IN-011", "this document is an article that fabula is tested on; leave it out of the training",
                       document.path.string());
}

}  // namespace fabula::actors::train
