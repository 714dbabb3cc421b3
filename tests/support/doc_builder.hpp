#pragma once

#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "fabula/base/unicode.hpp"
#include "fabula/text/doc.hpp"

namespace fabula::testing {

/// Makes an analysed Doc from a few lines, so that a test of a later layer needs no model.
///
/// One line a word, cells separated by blanks: form, lemma, UPOS, feats (`_` for none), head (1-based in its sentence, 0
/// for the root), deprel. An empty line ends a sentence; `#title`, `#heading`, `#prose` on a line of its own begins a
/// paragraph of that kind (prose is the default). `[du 2]` says that the next two words are the one token "du". The text
/// is the tokens joined by blanks, without one after an apostrophe and before a comma or full stop; paragraphs are joined
/// by a line feed.
///
/// @code
///   doc_of(R"(
///     Moscou Moscou PROPN _ 2 nsubj
///     nie nier VERB Mood=Ind|Tense=Pres 0 root
///     . . PUNCT _ 2 punct
///   )");
/// @endcode
class DocBuilder {
 public:
  text::Doc build(std::string_view lines) {
    std::istringstream in{std::string(lines)};
    begin_paragraph(text::ParagraphKind::prose);
    for (std::string line; std::getline(in, line);) add_line(line);
    end_sentence();
    end_paragraph();
    doc_.article.language = "fr";
    doc_.article.text = text::Text(text_);
    return std::move(doc_);
  }

 private:
  void add_line(const std::string& line) {
    std::istringstream cells{line};
    std::string first;
    if (!(cells >> first)) return end_sentence();
    if (first == "#title") return begin_paragraph(text::ParagraphKind::title);
    if (first == "#heading") return begin_paragraph(text::ParagraphKind::heading);
    if (first == "#prose") return begin_paragraph(text::ParagraphKind::prose);
    if (first.front() == '[' && first.size() > 1) {
      cells >> words_of_token_;
      return add_token(first.substr(1));
    }
    text::Word word;
    std::size_t head = 0;
    std::string upos;
    cells >> word.lemma >> upos >> word.feats >> head >> word.deprel;
    word.form = first;
    word.upos = text::upos_of(upos);
    if (word.feats == "_") word.feats.clear();
    if (head > 0) word.head = WordId(sentence_first_word_ + head - 1);
    if (words_of_token_ == 0) {
      words_of_token_ = 1;
      add_token(first);
    }
    --words_of_token_;
    word.token = static_cast<std::uint32_t>(doc_.tokens.size() - 1);
    word.span = doc_.tokens.back().span;
    doc_.words.push_back(word);
    doc_.tokens.back().end_word = static_cast<std::uint32_t>(doc_.words.size());
  }

  void add_token(const std::string& form) {
    const bool glued = form == "," || form == "." || text_.empty() || text_.back() == '\n' || ends_with_apostrophe(text_);
    if (!glued) {
      text_ += ' ';
      ++size_;
    }
    text::Token token;
    token.form = form;
    token.span.begin = size_;
    text_ += form;
    size_ += static_cast<std::uint32_t>(code_points(form));
    token.span.end = size_;
    token.first_word = token.end_word = static_cast<std::uint32_t>(doc_.words.size());
    if (!doc_.tokens.empty()) doc_.tokens.back().space_after = !glued;
    doc_.tokens.push_back(token);
  }

  void end_sentence() {
    if (doc_.words.size() == sentence_first_word_) return;
    text::Sentence sentence;
    sentence.first_token = sentence_first_token_;
    sentence.end_token = static_cast<std::uint32_t>(doc_.tokens.size());
    sentence.first_word = static_cast<std::uint32_t>(sentence_first_word_);
    sentence.end_word = static_cast<std::uint32_t>(doc_.words.size());
    sentence.span = {doc_.tokens[sentence.first_token].span.begin, doc_.tokens.back().span.end};
    sentence.paragraph = static_cast<std::uint32_t>(doc_.article.paragraphs.size());
    doc_.sentences.push_back(sentence);
    sentence_first_word_ = doc_.words.size();
    sentence_first_token_ = sentence.end_token;
  }

  void begin_paragraph(text::ParagraphKind kind) {
    end_sentence();
    end_paragraph();
    kind_ = kind;
    if (!text_.empty()) {
      text_ += '\n';
      ++size_;
    }
    paragraph_begin_ = size_;
  }

  void end_paragraph() {
    if (size_ > paragraph_begin_) doc_.article.paragraphs.push_back({{paragraph_begin_, size_}, kind_});
  }

  static bool ends_with_apostrophe(const std::string& text) {
    return text.back() == '\'' || (text.size() > 2 && text.compare(text.size() - 3, 3, "’") == 0);
  }

  text::Doc doc_;
  std::string text_;
  std::uint32_t size_ = 0, paragraph_begin_ = 0;
  std::uint32_t sentence_first_token_ = 0;
  std::size_t sentence_first_word_ = 0;
  std::size_t words_of_token_ = 0;
  text::ParagraphKind kind_ = text::ParagraphKind::prose;
};

inline text::Doc doc_of(std::string_view lines) { return DocBuilder().build(lines); }

}  // namespace fabula::testing
