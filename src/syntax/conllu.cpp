#include "fabula/syntax/conllu.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "fabula/base/error.hpp"
#include "fabula/base/unicode.hpp"

namespace fabula::syntax {
namespace {

constexpr std::size_t kColumns = 10;

std::string or_blank(const std::string& cell) { return cell.empty() ? "_" : cell; }

std::string sentence_text(const text::Doc& doc, const text::Sentence& sentence) {
  std::string out;
  for (std::uint32_t t = sentence.first_token; t < sentence.end_token; ++t) {
    out += doc.tokens[t].form;
    if (doc.tokens[t].space_after && t + 1 < sentence.end_token) out += ' ';
  }
  return out;
}

void write_word(std::string& out, const text::Word& word, std::uint32_t index, std::uint32_t first, bool glued) {
  out += std::to_string(index - first + 1) + '\t' + word.form + '\t' + or_blank(word.lemma) + '\t';
  out += std::string(text::name(word.upos)) + "\t_\t" + or_blank(word.feats) + '\t';
  const bool analysed = word.head || !word.deprel.empty();
  out += !analysed ? "_" : word.head ? std::to_string(word.head.value - first + 1) : "0";
  out += '\t' + or_blank(word.deprel) + "\t_\t" + (glued ? "SpaceAfter=No" : "_") + '\n';
}

void write_token(std::string& out, const text::Doc& doc, const text::Token& token, std::uint32_t first) {
  const bool multiword = token.end_word - token.first_word > 1;
  if (multiword)
    out += std::to_string(token.first_word - first + 1) + '-' + std::to_string(token.end_word - first) + '\t' +
           token.form + "\t_\t_\t_\t_\t_\t_\t_\t" + (token.space_after ? "_" : "SpaceAfter=No") + '\n';
  for (std::uint32_t w = token.first_word; w < token.end_word; ++w)
    write_word(out, doc.words[w], w, first, !multiword && !token.space_after);
}

// Whether the lines hold a comment `# key = …`.
bool has_comment(std::string_view lines, std::string_view key) {
  for (; !lines.empty(); lines.remove_prefix(std::min(lines.find('\n'), lines.size() - 1) + 1)) {
    std::string_view line = lines.substr(1);
    while (line.starts_with(' ')) line.remove_prefix(1);
    if (!line.starts_with(key)) continue;
    line.remove_prefix(key.size());
    while (line.starts_with(' ')) line.remove_prefix(1);
    if (line.starts_with('=')) return true;
  }
  return false;
}

struct Id {
  enum Kind { word, range, empty } kind = word;
  std::uint32_t begin = 0, end = 0;
};

/// Builds a Doc sentence by sentence; knows the file and line for its errors.
class Reader {
 public:
  Reader(std::string_view conllu, std::string_view file) : rest_(conllu), file_(file) {}

  text::Doc read() {
    if (rest_.substr(0, 3) == "\xEF\xBB\xBF") rest_.remove_prefix(3);
    while (!rest_.empty()) line(next_line());
    end_sentence();
    doc_.article.file = file_;
    doc_.article.text = text::Text(std::move(text_));
    return std::move(doc_);
  }

 private:
  std::string_view next_line() {
    ++line_;
    const std::size_t end = rest_.find('\n');
    std::string_view found = rest_.substr(0, end);
    rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
    if (!found.empty() && found.back() == '\r') found.remove_suffix(1);
    return found;
  }

  void line(std::string_view content) {
    if (content.empty()) return end_sentence();
    if (content.front() == '#') return;
    if (!open_) begin_sentence();
    std::string_view cells[kColumns];
    split(content, cells);
    const Id id = read_id(cells[0]);
    if (id.kind == Id::empty) return;
    if (cells[1].empty()) fail("the form is empty");
    if (id.kind == Id::range) return begin_range(id, cells);
    add_word(id, cells);
  }

  void split(std::string_view content, std::string_view (&cells)[kColumns]) {
    std::size_t n = 0;
    while (true) {
      const std::size_t tab = content.find('\t');
      if (n < kColumns) cells[n] = content.substr(0, tab);
      ++n;
      if (tab == std::string_view::npos) break;
      content.remove_prefix(tab + 1);
    }
    if (n != kColumns) fail("expected 10 columns separated by tabs, found " + std::to_string(n));
  }

  std::uint32_t number(std::string_view cell, std::string_view what) {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (error != std::errc() || end != cell.data() + cell.size())
      fail(std::string(what) + " is not a number: \"" + std::string(cell) + '"');
    return value;
  }

  Id read_id(std::string_view cell) {
    const std::size_t dot = cell.find('.');
    if (dot != std::string_view::npos) {
      number(cell.substr(0, dot), "the id");
      number(cell.substr(dot + 1), "the id");
      return {Id::empty, 0, 0};
    }
    const std::size_t dash = cell.find('-');
    if (dash == std::string_view::npos) {
      const std::uint32_t id = number(cell, "the id");
      return {Id::word, id, id};
    }
    return {Id::range, number(cell.substr(0, dash), "the id"), number(cell.substr(dash + 1), "the id")};
  }

  std::uint32_t words_so_far() const {
    return static_cast<std::uint32_t>(doc_.words.size()) - sentence_.first_word;
  }

  void begin_sentence() {
    open_ = true;
    if (!text_.empty()) append(" ");
    sentence_ = {};
    sentence_.span.begin = at_;
    sentence_.first_token = static_cast<std::uint32_t>(doc_.tokens.size());
    sentence_.first_word = static_cast<std::uint32_t>(doc_.words.size());
    sentence_.paragraph = static_cast<std::uint32_t>(doc_.article.paragraphs.size());
    first_line_ = line_;
    range_end_ = 0;
    heads_.clear();
  }

  void append(std::string_view piece) {
    text_ += piece;
    at_ += static_cast<std::uint32_t>(code_points(piece));
  }

  void add_token(std::string_view form, std::string_view misc) {
    const bool follows = doc_.tokens.size() > sentence_.first_token;
    if (follows && doc_.tokens.back().space_after) append(" ");
    text::Token token;
    token.form = std::string(form);
    token.span.begin = at_;
    append(form);
    token.span.end = at_;
    token.space_after = misc.find("SpaceAfter=No") == std::string_view::npos;
    token.first_word = token.end_word = static_cast<std::uint32_t>(doc_.words.size());
    doc_.tokens.push_back(std::move(token));
  }

  void begin_range(const Id& id, const std::string_view (&cells)[kColumns]) {
    if (id.begin != words_so_far() + 1 || id.end < id.begin || id.begin <= range_end_)
      fail("misplaced multiword token " + std::string(cells[0]));
    range_end_ = id.end;
    add_token(cells[1], cells[9]);
  }

  void add_word(const Id& id, const std::string_view (&cells)[kColumns]) {
    if (id.begin != words_so_far() + 1)
      fail("expected the id " + std::to_string(words_so_far() + 1) + ", found " + std::string(cells[0]));
    if (id.begin > range_end_) add_token(cells[1], cells[9]);
    const auto cell = [&](std::size_t i) { return cells[i] == "_" ? std::string() : std::string(cells[i]); };
    text::Word word;
    word.form = std::string(cells[1]);
    word.lemma = cells[1] == "_" ? "_" : cell(2);
    word.upos = text::upos_of(cells[3]);
    word.feats = cell(5);
    word.deprel = cell(7);
    word.token = static_cast<std::uint32_t>(doc_.tokens.size() - 1);
    word.span = doc_.tokens.back().span;
    heads_.push_back(cells[6] == "_" ? 0 : number(cells[6], "the head"));
    doc_.words.push_back(std::move(word));
    ++doc_.tokens.back().end_word;
  }

  void end_sentence() {
    if (!open_) return;
    open_ = false;
    const std::uint32_t n = words_so_far();
    if (n == 0) fail("a sentence without words");
    if (range_end_ > n) fail("a multiword token reaches past the end of the sentence");
    for (std::uint32_t i = 0; i < n; ++i) {
      if (heads_[i] > n) fail_at(i, "the head " + std::to_string(heads_[i]) + " is outside the sentence");
      if (heads_[i] > 0) doc_.words[sentence_.first_word + i].head = WordId(sentence_.first_word + heads_[i] - 1);
    }
    refuse_cycles();
    sentence_.span.end = at_;
    sentence_.end_token = static_cast<std::uint32_t>(doc_.tokens.size());
    sentence_.end_word = static_cast<std::uint32_t>(doc_.words.size());
    doc_.article.paragraphs.push_back({sentence_.span, text::ParagraphKind::prose});
    doc_.sentences.push_back(sentence_);
  }

  // Every word is walked once: 0 not seen, 1 on the way up that is being walked, 2 known to reach a root.
  void refuse_cycles() {
    std::vector<char> state(heads_.size() + 1, 0);
    state[0] = 2;
    for (std::uint32_t i = 1; i <= heads_.size(); ++i) {
      std::uint32_t at = i;
      while (state[at] == 0) {
        state[at] = 1;
        at = heads_[at - 1];
      }
      if (state[at] == 1) fail_at(at - 1, "the heads form a cycle");
      for (at = i; state[at] == 1; at = heads_[at - 1]) state[at] = 2;
    }
  }

  [[noreturn]] void fail(std::string_view message) const { throw InputError("FAB-IN-010", message, file_, line_); }
  [[noreturn]] void fail_at(std::uint32_t word, const std::string& message) const {
    throw InputError("FAB-IN-010", "word " + std::to_string(word + 1) + ": " + message, file_, first_line_);
  }

  std::string_view rest_;
  std::string file_;
  std::uint32_t line_ = 0, first_line_ = 0;
  text::Doc doc_;
  std::string text_;
  std::uint32_t at_ = 0;
  text::Sentence sentence_;
  bool open_ = false;
  std::uint32_t range_end_ = 0;
  std::vector<std::uint32_t> heads_;
};

}  // namespace

std::string write_conllu(const text::Doc& doc, const ConlluComments& comments) {
  std::string out;
  for (std::size_t s = 0; s < doc.sentences.size(); ++s) {
    const text::Sentence& sentence = doc.sentences[s];
    const std::string given = s < comments.given.size() ? comments.given[s] : "";
    if (!comments.document.empty() && given.empty()) {
      if (s == 0) out += "# newdoc id = " + comments.document + '\n';
      if (s == 0 || doc.sentences[s - 1].paragraph != sentence.paragraph) out += "# newpar\n";
    }
    out += given;
    if (!has_comment(given, "sent_id"))
      out += "# sent_id = " + (comments.document.empty() ? "" : comments.document + '-') + std::to_string(s + 1) + '\n';
    if (!has_comment(given, "text")) out += "# text = " + sentence_text(doc, sentence) + '\n';
    for (std::uint32_t t = sentence.first_token; t < sentence.end_token; ++t)
      write_token(out, doc, doc.tokens[t], sentence.first_word);
    out += '\n';
  }
  return out;
}

std::string document_id(std::string_view file) {
  if (file == "-") return "stdin";
  std::string id(file);
  for (char& c : id)
    if (c == '/' || c == '\\' || static_cast<unsigned char>(c) <= ' ') c = '_';
  return id;
}

std::vector<std::string> read_comments(std::string_view conllu) {
  std::vector<std::string> out;
  std::string comments;
  bool in_words = false;
  if (conllu.starts_with("\xEF\xBB\xBF")) conllu.remove_prefix(3);
  while (!conllu.empty()) {
    const std::size_t end = std::min(conllu.find('\n'), conllu.size());
    std::string_view line = conllu.substr(0, end);
    conllu.remove_prefix(std::min(end + 1, conllu.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) {
      in_words = false;
    } else if (line.front() != '#') {
      if (!in_words) out.push_back(std::exchange(comments, {}));
      in_words = true;
    } else if (!in_words) {
      comments += std::string(line) + '\n';
    }
  }
  return out;
}

text::Doc read_conllu(std::string_view conllu, std::string_view file) { return Reader(conllu, file).read(); }

}  // namespace fabula::syntax
