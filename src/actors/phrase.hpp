#pragma once

#include <string>
#include <string_view>

#include "actors/lexicon.hpp"
#include "fabula/text/doc.hpp"

namespace fabula::actors::detail {

/// Whether the phrase that a word heads acts, is acted upon, or is only where something happens.
enum class Standing { acting, place, other };

/// What the tree and the preposition say of the phrase; conjuncts and appositions stand where their first word stands.
Standing standing(const text::Doc& doc, const text::Children& children, const Lexicon& lexicon, WordId head);

/// The word of [first, end) whose head lies outside; the first word where the tree gives none.
WordId phrase_head(const text::Doc& doc, std::uint32_t first, std::uint32_t end);

/// The text of a span with single blanks, plain apostrophes and no blank after one.
std::string clean_text(const text::Doc& doc, Span span);
/// Whether a form or name begins with a capital: of actors, it is no description such as "commandant de la place".
bool capitalised(const std::string& form);
/// Whether there is no small letter.
bool is_in_capitals(const std::string& text);

/// The determiner of a noun, none if it has none.
WordId determiner(const text::Doc& doc, const text::Children& children, WordId noun);
bool is_definite(const text::Word& determiner);

/// The first word of a conjunction or apposition chain that a word is in.
WordId chain_head(const text::Doc& doc, WordId word);

}  // namespace fabula::actors::detail
