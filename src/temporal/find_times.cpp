#include <algorithm>
#include <utility>

#include "chart.hpp"
#include "fabula/base/edtf.hpp"
#include "fabula/base/unicode.hpp"
#include "fabula/temporal/time_mention.hpp"
#include "grammar.hpp"
#include "resolve.hpp"
#include "scan.hpp"
#include "tense.hpp"

namespace fabula::temporal {
namespace {

/// A reading that was kept.
struct Match {
  Span span;
  NodePtr node;
  bool none = false;  ///< words that only look like a time
  bool genitive = false;
};

bool is_word(const Atom& atom) { return atom.digits || is_letter(to_utf32(atom.form).front()); }

/// Whether a match may begin at an atom: not inside a number, a decimal or a joined code such as 138-2010.
bool may_begin(const std::vector<Atom>& atoms, std::size_t at) {
  if (at == 0 || !atoms[at].glued) return true;
  const Atom& before = atoms[at - 1];
  if (before.form.back() == '\'') return true;
  if (is_word(before)) return false;
  const bool joins = before.form == "." || before.form == "," || before.form == "-" || before.form == "/" || before.form == ":";
  return !(joins && atoms[at].digits && before.glued && at >= 2 && atoms[at - 2].digits);
}

bool may_end(const std::vector<Atom>& atoms, std::size_t end) {
  if (end >= atoms.size() || !atoms[end].glued) return true;
  if (is_word(atoms[end])) return !is_word(atoms[end - 1]) || atoms[end - 1].form.back() == '\'';
  const bool joins = atoms[end].form == "." || atoms[end].form == "," || atoms[end].form == "-" || atoms[end].form == "/";
  const bool digits_follow = end + 1 < atoms.size() && atoms[end + 1].glued && atoms[end + 1].digits;
  if (atoms[end].form == "%" || atoms[end].form == "€") return false;
  return !(joins && digits_follow && atoms[end - 1].digits);
}

/// Ids of the categories that results are taken from.
struct Outputs {
  explicit Outputs(const Grammar& grammar) : none(grammar.category("X")) {
    for (const char* name : {"T", "D", "S"}) result.push_back(grammar.category(name));
  }
  bool is_result(int category) const { return std::find(result.begin(), result.end(), category) != result.end(); }
  std::vector<int> result;
  int none;
};

Match trimmed(const Grammar& grammar, const std::vector<Atom>& atoms, const Item& item) {
  Match match;
  std::size_t begin = item.begin;
  while (begin + 1 < item.end && grammar.is_lead(grammar.word(atoms[begin]))) ++begin;
  std::size_t end = item.end;
  while (end > begin + 1 && (atoms[end - 1].form == "." || atoms[end - 1].form == ",")) --end;
  match.span = {atoms[begin].span.begin, atoms[end - 1].span.end};
  match.node = item.node;
  match.genitive = begin > 0 && grammar.is_genitive(grammar.word(atoms[begin - 1]));
  return match;
}

/// The longest readings that do not overlap; of equal ones the heavier.
std::vector<Match> select(const Grammar& grammar, const std::vector<Atom>& atoms, std::vector<Item> items) {
  const Outputs outputs(grammar);
  std::erase_if(items, [&](const Item& item) {
    if (item.category == outputs.none) return false;
    return !outputs.is_result(item.category) || !may_begin(atoms, item.begin) || !may_end(atoms, item.end);
  });
  std::stable_sort(items.begin(), items.end(), [](const Item& a, const Item& b) {
    const std::uint32_t x = a.end - a.begin, y = b.end - b.begin;
    if (x != y) return x > y;
    return a.score != b.score ? a.score > b.score : a.begin < b.begin;
  });
  std::vector<bool> taken(atoms.size(), false);
  std::vector<Match> matches;
  for (const Item& item : items) {
    const auto first = taken.begin() + item.begin, last = taken.begin() + item.end;
    if (std::find(first, last, true) != last) continue;
    std::fill(first, last, true);
    matches.push_back(trimmed(grammar, atoms, item));
    matches.back().none = item.category == outputs.none;
  }
  std::erase_if(matches, [](const Match& m) { return m.none; });
  std::sort(matches.begin(), matches.end(), [](const Match& a, const Match& b) { return a.span < b.span; });
  return matches;
}

TimeValue time_value(const Moment& moment) {
  TimeValue value;
  value.basis = moment.relative ? TimeBasis::relative : TimeBasis::explicit_;
  value.range = {moment.first, moment.last};
  value.edtf = moment.set.size() > 1 ? edtf_of_set(moment.set) : edtf_of(value.range);
  return value;
}

std::optional<Days> days_of(const TimeValue& value) {
  if (!value.range.earliest || !value.range.latest) return std::nullopt;
  return Days{*value.range.earliest, *value.range.latest};
}

/// The words that a span touches.
void place(const text::Doc& doc, TimeMention& mention) {
  const auto after = std::partition_point(doc.words.begin(), doc.words.end(),
                                          [&](const text::Word& w) { return w.span.end <= mention.span.begin; });
  auto last = after;
  while (last != doc.words.end() && last->span.begin < mention.span.end) ++last;
  if (last == after) return;
  mention.first = WordId(static_cast<std::size_t>(after - doc.words.begin()));
  mention.last = WordId(static_cast<std::size_t>(last - doc.words.begin()) - 1);
  mention.sentence = doc.sentence_of(mention.first);
}

/// The word of a span that the rest of the sentence hangs it on.
WordId head_word(const text::Doc& doc, const TimeMention& mention) {
  for (std::uint32_t i = mention.first.value; i <= mention.last.value; ++i) {
    const WordId head = doc.words[i].head;
    if (!head || head < mention.first || head > mention.last) return WordId(i);
  }
  return mention.first;
}

/// Keeps the date that the text is at, for "la veille" and "trois jours plus tôt".
class Discourse {
 public:
  /// A date of this or the last paragraph; one further off is too far away to count from.
  std::optional<Days> then(std::size_t paragraph) const { return paragraph <= paragraph_ + 1 ? then_ : std::nullopt; }
  void saw(const TimeMention& mention, std::size_t paragraph) {
    if (mention.type != TimexType::date && mention.type != TimexType::time) return;
    const auto days = days_of(mention.when);
    if (!days || mention.value == "PRESENT_REF") return;
    then_ = days;
    paragraph_ = paragraph;
  }

 private:
  std::optional<Days> then_;
  std::size_t paragraph_ = 0;
};

std::vector<text::Paragraph> analysed(const text::Doc& doc) {
  std::vector<text::Paragraph> all;
  for (const text::Paragraph& p : doc.article.paragraphs)
    if (is_analysed(p.kind)) all.push_back(p);
  if (doc.article.paragraphs.empty()) all.push_back({{0, doc.article.text.size()}, text::ParagraphKind::prose});
  return all;
}

}  // namespace

struct Finder::Impl {
  Grammar grammar;
};

Finder::Finder(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Finder::Finder(Finder&&) noexcept = default;
Finder& Finder::operator=(Finder&&) noexcept = default;
Finder::~Finder() = default;

Finder Finder::load(const lang::Pack& pack) { return Finder(std::make_unique<Impl>(Impl{Grammar::load(pack)})); }

std::vector<TimeMention> Finder::find(const text::Doc& doc, const TimeValue& published) const {
  std::vector<TimeMention> mentions;
  const text::Children children(doc);
  Context context;
  context.published = days_of(published);
  Discourse discourse;
  const auto paragraphs = analysed(doc);
  for (std::size_t p = 0; p < paragraphs.size(); ++p) {
    const Span span = paragraphs[p].span;
    const auto atoms = scan(doc.slice(span), span.begin);
    for (const Match& match : select(impl_->grammar, atoms, parse(impl_->grammar, atoms))) {
      TimeMention mention;
      mention.span = match.span;
      mention.genitive = match.genitive;
      place(doc, mention);
      context.then = discourse.then(p);
      context.direction = mention.first ? direction_of(doc, children, head_word(doc, mention)) : Direction::unknown;
      const Moment moment = resolve(*match.node, context);
      mention.type = moment.type;
      mention.value = moment.value;
      mention.when = time_value(moment);
      discourse.saw(mention, p);
      mentions.push_back(std::move(mention));
    }
  }
  return mentions;
}

std::vector<TimeMention> find_times(const text::Doc& doc, const lang::Pack& pack, const TimeValue& published) {
  return Finder::load(pack).find(doc, published);
}

}  // namespace fabula::temporal
