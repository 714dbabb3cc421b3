#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "fabula/graph/story_graph.hpp"

namespace fabula::output {

/// A word of a dependency tree.
struct TreeWord {
  Span span;
  std::string form, lemma, tag, relation;
  std::optional<std::size_t> head;  ///< position in the sentence; none for a root
};

/// A sentence as the syntax layer reads it.
struct SentenceTree {
  Span span;
  std::vector<TreeWord> words;
};

/// A row of a language pack's table: column and cell, empty cells left out.
struct LexiconRow {
  std::string place;  ///< "say_verbs.tsv:12"
  std::vector<std::pair<std::string, std::string>> cells;
};

/// What an explanation shows that no story holds. Either may be left empty: then it is left out.
struct ExplanationSources {
  /// The sentence that holds a span of an article, nothing where there is none (a story without texts).
  std::function<std::optional<SentenceTree>(ArticleId, Span)> sentence;
  /// The row that a rule names ("say_verbs.tsv:12"), in the pack of an article's language.
  std::function<std::optional<LexiconRow>(ArticleId, std::string_view)> row;
};

/// Something said of an event, actor or mention: "factuality: disputed". At least one value.
struct Fact {
  std::string name;
  std::vector<std::string> values;
};

/// A stretch of a sentence and what it is: "trigger", "quote", an actor's form.
struct Mark {
  Span span;
  std::string what;
};

/// One place that the thing explained was read from.
struct Evidence {
  ArticleId article;
  std::string where;        ///< "a1 (Izvestia, 2022-10), characters 100–107"
  Span sentence;
  std::string text;         ///< of the sentence; empty in a story without texts
  std::vector<Mark> marks;  ///< within the sentence, in text order
  std::vector<Fact> facts;
  std::vector<LexiconRow> rows;
  std::optional<SentenceTree> tree;
};

/// Why a story holds an event or an actor as it does.
struct Explanation {
  std::string id, kind, title;  ///< kind: "statement", "action", or the actor's
  std::vector<Fact> facts;
  std::vector<Evidence> evidence;  ///< by article, then place
};

/// @pre the id is one of the story
Explanation explain(const graph::StoryGraph& story, EventId id, const ExplanationSources& sources = {});
Explanation explain(const graph::StoryGraph& story, ActorId id, const ExplanationSources& sources = {});

struct ExplanationTextOptions {
  std::size_t width = 80;  ///< columns of the terminal; at least 40 are used
  bool colors = false;     ///< ANSI colours
  std::size_t most = 0;    ///< places shown; 0 for all
};

/// For people: what is known, then place by place the sentence with its marks, the rule, the rows, and the tree.
std::string write_explanation_text(const Explanation& explanation, const ExplanationTextOptions& options = {});

/// For programs (schema explanation.schema.json): the same, with every place.
std::string write_explanation_json(const Explanation& explanation);

}  // namespace fabula::output
