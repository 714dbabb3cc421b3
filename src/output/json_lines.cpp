#include "json_lines.hpp"

#include <iterator>
#include <nlohmann/json.hpp>

#include "fabula/base/error.hpp"

namespace fabula::output {
namespace {

using Json = nlohmann::json;

/// Reads characters and counts the lines that the parser has seen.
struct LineCounter {
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  const char* at;
  std::uint32_t* line;

  reference operator*() const { return *at; }
  LineCounter& operator++() {
    if (*at++ == '\n') ++*line;
    return *this;
  }
  bool operator==(const LineCounter& other) const { return at == other.at; }
  bool operator!=(const LineCounter& other) const { return at != other.at; }
};

/// Builds nodes from the parser's events; open values stand in a list of positions, so nothing recurses.
class Builder final : public nlohmann::json_sax<Json> {
 public:
  Builder(const std::uint32_t& line, const std::string& file, std::size_t max_depth) : line_(line), file_(file), max_depth_(max_depth) {}

  JsonNode take() { return std::move(open_.front()); }

  bool null() override { return leaf({}); }
  bool boolean(bool) override { return leaf({}); }
  bool number_integer(number_integer_t) override { return leaf({}); }
  bool number_unsigned(number_unsigned_t) override { return leaf({}); }
  bool number_float(number_float_t, const string_t&) override { return leaf({}); }
  bool binary(binary_t&) override { return leaf({}); }
  bool string(string_t& text) override { return leaf({JsonNode::Type::string, std::move(text), {}, {}, line_}); }
  bool start_object(std::size_t) override { return open(JsonNode::Type::object); }
  bool start_array(std::size_t) override { return open(JsonNode::Type::array); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool key(string_t& name) override {
    open_.back().keys.push_back(std::move(name));
    return true;
  }
  bool parse_error(std::size_t, const std::string& token, const nlohmann::detail::exception&) override {
    fail("this is not JSON" + (token.empty() ? std::string() : ", at '" + token.substr(0, 40) + "'"));
  }

 private:
  [[noreturn]] void fail(const std::string& what) const { throw InputError("FAB-IN-054", what, file_, line_); }

  bool leaf(JsonNode node) {
    node.line = line_;
    if (open_.empty()) open_.push_back(std::move(node));
    else open_.back().items.push_back(std::move(node));
    return true;
  }
  bool open(JsonNode::Type type) {
    if (open_.size() >= max_depth_) fail("the JSON nests too deep");
    open_.push_back({type, {}, {}, {}, line_});
    return true;
  }
  bool close() {
    if (open_.size() == 1) return true;
    JsonNode done = std::move(open_.back());
    open_.pop_back();
    open_.back().items.push_back(std::move(done));
    return true;
  }

  const std::uint32_t& line_;
  const std::string& file_;
  std::size_t max_depth_;
  std::vector<JsonNode> open_;  // from the outermost to the innermost value
};

}  // namespace

JsonNode read_json_lines(std::string_view text, const std::string& file, std::size_t max_depth) {
  std::uint32_t line = 1;
  Builder builder(line, file, max_depth);
  Json::sax_parse(LineCounter{text.data(), &line}, LineCounter{text.data() + text.size(), &line}, &builder);
  return builder.take();
}

}  // namespace fabula::output
