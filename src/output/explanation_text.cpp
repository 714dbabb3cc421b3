#include <algorithm>

#include "fabula/base/unicode.hpp"
#include "fabula/output/explanation.hpp"
#include "paragraphs.hpp"

namespace fabula::output {
namespace {

/// The sentence with "[words|what]" around every mark; marks within marks stay within.
std::string marked(const Evidence& e) {
  const std::u32string text = to_utf32(e.text);
  std::vector<std::string> before(text.size() + 1), after(text.size() + 1);
  for (const Mark& mark : e.marks) {
    if (!e.sentence.contains(mark.span) || mark.span.empty()) continue;
    const std::size_t begin = mark.span.begin - e.sentence.begin, end = mark.span.end - e.sentence.begin;
    if (end > text.size()) continue;
    before[begin] += "[";
    after[end] += "|" + mark.what + "]";
  }
  std::string out;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    out += after[i] + before[i];
    if (i < text.size()) out += to_utf8(text[i]);
  }
  return out;
}

std::string joined(const std::vector<std::string>& parts, const char* between) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : between) + part;
  return text;
}

class Text {
 public:
  Text(const Explanation& explanation, const ExplanationTextOptions& options)
      : explanation_(explanation), options_(options), out_(options.width, options.colors) {}

  std::string write() {
    out_.add("", explanation_.id + "  " + explanation_.kind + "  " + explanation_.title, kBold);
    facts(explanation_.facts);
    const std::size_t count = explanation_.evidence.size();
    const std::size_t shown = options_.most == 0 ? count : std::min(count, options_.most);
    for (std::size_t i = 0; i < shown; ++i) evidence(explanation_.evidence[i], i + 1, count);
    if (shown < count) out_.heading("… and " + std::to_string(count - shown) + " more places (--most 0 shows all)");
    return out_.take();
  }

 private:
  static constexpr std::size_t kNames = 14;  // columns of the names of facts

  void facts(const std::vector<Fact>& list) {
    for (const Fact& fact : list)
      for (std::size_t i = 0; i < fact.values.size(); ++i) {
        std::string name = i == 0 ? fact.name : "";
        name.resize(std::max(kNames, name.size() + 1), ' ');
        out_.add("  " + name, fact.values[i]);
      }
  }

  void evidence(const Evidence& e, std::size_t number, std::size_t count) {
    out_.heading(std::to_string(number) + "/" + std::to_string(count) + "  " + e.where);
    out_.add("  ", e.text.empty() ? "(the story was written without texts)" : marked(e), kRed);
    facts(e.facts);
    for (const LexiconRow& row : e.rows) {
      std::vector<std::string> cells;
      for (const auto& [column, cell] : row.cells) cells.push_back(column + "=" + cell);
      facts({{"lexicon", {row.place + ": " + joined(cells, "  ")}}});
    }
    if (e.tree) tree(*e.tree, e.marks);
  }

  struct Node {
    std::size_t word;
    std::string indent;
    bool last;
    bool root;
  };

  void tree(const SentenceTree& tree, const std::vector<Mark>& marks) {
    std::vector<std::vector<std::size_t>> children(tree.words.size());
    std::vector<Node> stack;
    for (std::size_t w = tree.words.size(); w-- > 0;) {
      if (const auto head = tree.words[w].head) children[*head].push_back(w);  // last first
      else stack.push_back({w, "  ", true, true});
    }
    while (!stack.empty()) {
      const Node node = stack.back();
      stack.pop_back();
      const TreeWord& word = tree.words[node.word];
      const std::string branch = node.root ? "" : node.last ? "└─ " : "├─ ";
      const std::string role = role_of(word, marks);
      out_.line(printable(node.indent + branch + word.form + "  " + word.relation + " " + word.tag + " " + word.lemma + role),
                role.empty() ? kDim : kBold);
      const std::string below = node.indent + (node.root ? "" : node.last ? "   " : "│  ");
      for (std::size_t i = 0; i < children[node.word].size(); ++i)
        stack.push_back({children[node.word][i], below, i == 0, false});
    }
  }

  /// What marks the word; a quotation marks none.
  static std::string role_of(const TreeWord& word, const std::vector<Mark>& marks) {
    std::string roles;
    for (const Mark& mark : marks)
      if (mark.what != "quote" && mark.span.contains(word.span)) roles += (roles.empty() ? "  ◀ " : ", ") + mark.what;
    return roles;
  }

  const Explanation& explanation_;
  const ExplanationTextOptions& options_;
  Paragraphs out_;
};

}  // namespace

std::string write_explanation_text(const Explanation& explanation, const ExplanationTextOptions& options) {
  return Text(explanation, options).write();
}

}  // namespace fabula::output
