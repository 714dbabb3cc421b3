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

/// A reading that may be kept.
struct Match {
  std::uint32_t begin, end;  ///< atoms, half open, with the words that the span leaves out
  std::uint32_t core;        ///< first atom of the span
  std::uint32_t core_end;
  int score;
  NodePtr node;
  bool none;                 ///< words that only look like a time
  bool genitive;
};

/// What a text is at is told to the month at least: nothing counts from "la saison 2018".
constexpr auto kScene = std::chrono::days{31};
constexpr auto kYear = std::chrono::days{366};
constexpr auto kNews = std::chrono::days{7};

bool is_word(const Atom& atom) { return atom.digits || is_letter(to_utf32(atom.form).front()); }

/// Whether two words are joined by a hyphen or dash at `at`, and neither is a number: "Midi-Pyrénées".
bool is_compound(const std::vector<Atom>& atoms, std::size_t at) {
  if (at == 0 || at + 1 >= atoms.size() || atoms[at].form != "-" || !atoms[at].glued || !atoms[at + 1].glued) return false;
  return is_word(atoms[at - 1]) && is_word(atoms[at + 1]) && !atoms[at - 1].digits && !atoms[at + 1].digits;
}

/// Whether a match may begin at an atom: not inside a number, a decimal, a joined code such as 138-2010 or a compound name.
bool may_begin(const std::vector<Atom>& atoms, std::size_t at) {
  if (at == 0 || !atoms[at].glued) return true;
  const Atom& before = atoms[at - 1];
  if (is_compound(atoms, at - 1)) return false;
  if (before.form.back() == '\'') return true;
  if (is_word(before)) return false;
  const bool joins = before.form == "." || before.form == "," || before.form == "-" || before.form == "/" || before.form == ":";
  return !(joins && atoms[at].digits && before.glued && at >= 2 && atoms[at - 2].digits);
}

bool may_end(const std::vector<Atom>& atoms, std::size_t end) {
  if (end >= atoms.size() || !atoms[end].glued) return true;
  if (is_compound(atoms, end)) return false;
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

/// "trois jours après que …", "un mois avant son …", "le lendemain de son …": it counts from what the text names, not from
/// publication.
bool counts_from_event(const Grammar& grammar, const std::vector<Atom>& atoms, const Match& match) {
  const Node& node = *match.node;
  if (match.core_end >= atoms.size()) return false;
  const auto next = grammar.word(atoms[match.core_end]);
  if (node.op == Op::then_cycle) return grammar.is_genitive(next);
  if (node.op != Op::shift || node.args.empty() || node.args[0]->op != Op::then) return false;
  return grammar.is_anchor(next) || is_upper(to_utf32(atoms[match.core_end].form).front());
}

/// How many days lie between the event that an expression counts from and the day it means; none where it means no one day.
std::optional<int> days_counted(const Node& node) {
  const Day origin{};
  Context context;
  context.then = Days{origin, origin};
  const Moment moment = resolve(node, context);
  if (!moment.first || !moment.last || *moment.first != *moment.last) return std::nullopt;
  return static_cast<int>((*moment.first - origin).count());
}

/// "après" goes before a date, but not off "après-demain".
bool may_leave_out(const Grammar& grammar, const std::vector<Atom>& atoms, std::size_t at) {
  return grammar.is_lead(grammar.word(atoms[at])) && !(atoms[at + 1].glued && atoms[at + 1].form == "-");
}

/// "la foire de mars", "la foire de l'an dernier": the preposition may have an article behind it.
bool follows_genitive(const Grammar& grammar, const std::vector<Atom>& atoms, std::uint32_t core) {
  if (core == 0) return false;
  const int before = grammar.word(atoms[core - 1]);
  return grammar.is_genitive(before) || (core > 1 && grammar.is_lead(before) && grammar.is_genitive(grammar.word(atoms[core - 2])));
}

Match match_of(const Grammar& grammar, const std::vector<Atom>& atoms, const Item& item, bool none) {
  Match match{item.begin, item.end, item.begin, item.end, item.score, item.node, none, false};
  if (none) return match;
  while (match.core + 1 < match.end && may_leave_out(grammar, atoms, match.core)) ++match.core;
  while (match.core_end > match.core + 1 && (atoms[match.core_end - 1].form == "." || atoms[match.core_end - 1].form == ","))
    --match.core_end;
  // "de 2012 à 2016": the preposition is the range's own
  match.genitive = !(item.node->op == Op::range && match.core > match.begin) && follows_genitive(grammar, atoms, match.core);
  return match;
}

/// Longer spans first; of equal ones the one read with more of its context, then the heavier.
bool goes_first(const Match& a, const Match& b) {
  if (a.core_end - a.core != b.core_end - b.core) return a.core_end - a.core > b.core_end - b.core;
  if (a.end - a.begin != b.end - b.begin) return a.end - a.begin > b.end - b.begin;
  return a.score != b.score ? a.score > b.score : a.begin < b.begin;
}

/// For each full stop whether a sentence ends with it: "le 3 février. Mardi, …" are two dates, though months have short forms.
std::vector<bool> ends_of(const text::Doc& doc, const std::vector<Atom>& atoms) {
  std::vector<bool> ends(atoms.size(), false);
  if (atoms.empty()) return ends;
  auto sentence = std::lower_bound(doc.sentences.begin(), doc.sentences.end(), atoms.front().span.end,
                                   [](const text::Sentence& s, std::uint32_t end) { return s.span.end < end; });
  for (std::size_t i = 0; i < atoms.size(); ++i) {
    while (sentence != doc.sentences.end() && sentence->span.end < atoms[i].span.end) ++sentence;
    ends[i] = sentence != doc.sentences.end() && atoms[i].form == "." && sentence->span.end == atoms[i].span.end;
  }
  return ends;
}

bool runs_over_end(const std::vector<bool>& ends, const Item& item) {
  for (std::uint32_t i = item.begin; i + 1 < item.end; ++i)
    if (ends[i]) return true;
  return false;
}

/// The best readings that do not overlap, in text order.
std::vector<Match> select(const Grammar& grammar, const std::vector<Atom>& atoms, const std::vector<bool>& ends,
                          const std::vector<Item>& items) {
  const Outputs outputs(grammar);
  std::vector<Match> candidates;
  for (const Item& item : items) {
    const bool none = item.category == outputs.none;
    if (runs_over_end(ends, item)) continue;
    if (none || (outputs.is_result(item.category) && may_begin(atoms, item.begin) && may_end(atoms, item.end)))
      candidates.push_back(match_of(grammar, atoms, item, none));
  }
  std::stable_sort(candidates.begin(), candidates.end(), goes_first);
  std::vector<bool> taken(atoms.size(), false);
  std::vector<Match> matches;
  for (const Match& match : candidates) {
    const auto first = taken.begin() + match.core, last = taken.begin() + match.core_end;
    if (std::find(first, last, true) != last) continue;
    std::fill(first, last, true);
    if (!match.none) matches.push_back(match);
  }
  std::sort(matches.begin(), matches.end(), [](const Match& a, const Match& b) { return a.core < b.core; });
  return matches;
}

TimeValue time_value(const Moment& moment) {
  TimeValue value;
  value.basis = moment.relative ? TimeBasis::relative : TimeBasis::explicit_;
  value.range = {moment.first, moment.last};
  value.edtf = moment.set.size() > 1 ? edtf_of_set(moment.set) : edtf_of(value.range);
  return value;
}

bool has_op(const Node& node, Op op) {
  return node.op == op || std::any_of(node.args.begin(), node.args.end(), [op](const NodePtr& arg) { return arg && has_op(*arg, op); });
}

/// What an expression means if it lies ahead of publication, where it was taken to lie behind and the coming one is no
/// further off than the last, or within a week.
std::optional<TimeValue> ahead_of(const Node& node, Context context, const Moment& behind) {
  if (has_op(node, Op::nearest)) return std::nullopt;  // "ce vendredi" is this week's
  if (!context.published || !behind.last || *behind.last >= context.published->first) return std::nullopt;
  context.direction = Direction::future;
  const Moment coming = resolve(node, context);
  if (!coming.first || !coming.last || *coming.first <= context.published->last) return std::nullopt;
  const auto off = *coming.first - context.published->last;
  if (off > kNews && off > context.published->first - *behind.last) return std::nullopt;
  return time_value(coming);
}

/// Whether an expression would mean the next day, had the article come out a day later.
bool moves_with_publication(const Node& node, Context context, const Moment& moment) {
  if (!context.published || !moment.first || !moment.last || *moment.last - *moment.first > std::chrono::days{1}) return false;
  context.published = Days{context.published->first + std::chrono::days{1}, context.published->last + std::chrono::days{1}};
  const Moment next = resolve(node, context);
  return next.first && next.last && *next.first - *moment.first == std::chrono::days{1} && *next.last - *moment.last == std::chrono::days{1};
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

/// The hour that a TIMEX3 value tells: 18 for T18:30, for a part of day the hour it begins at; none without a time.
std::optional<int> hour_of(std::string_view value) {
  const auto at = value.find('T');
  if (at == std::string_view::npos || at + 2 >= value.size()) return std::nullopt;
  const std::string_view time = value.substr(at + 1, 2);
  if (time == "MO") return 6;
  if (time == "EV") return 18;
  if (time == "NI") return 22;
  if (time[0] < '0' || time[0] > '2' || time[1] < '0' || time[1] > '9') return std::nullopt;
  return 10 * (time[0] - '0') + (time[1] - '0');
}

bool is_evening(std::string_view value) { return hour_of(value).value_or(0) >= 18; }
bool is_morning(std::string_view value) { return hour_of(value).value_or(24) < 12; }

/// Keeps the date that the text is at, for "la veille", "trois jours plus tôt" and "vers 15 heures".
class Discourse {
 public:
  explicit Discourse(const std::optional<Days>& published) : published_(published) {}

  /// A date of this or the last paragraph; one further off is too far away to count from. What was told in a pluperfect is
  /// counted from in a pluperfect only, as long as there is another.
  std::optional<Days> then(std::size_t paragraph, bool behind) const {
    if (!behind && then_is_behind_ && main_ && paragraph <= main_paragraph_ + 1) return main_;
    return paragraph <= paragraph_ + 1 ? then_ : std::nullopt;
  }
  /// Whether that date was told in a sentence: then what else it names is another.
  bool then_is_in(SentenceId sentence) const { return sentence && then_sentence_ == sentence; }
  std::optional<Days> then_year(std::size_t paragraph) const { return paragraph <= year_paragraph_ + 1 ? then_year_ : std::nullopt; }
  /// The day that this paragraph is at, else the first that the article told of the week before publication.
  std::optional<Day> scene(std::size_t paragraph) const {
    if (then_ && paragraph == paragraph_) return then_->first == then_->last ? std::optional(then_->first) : std::nullopt;
    return story_;
  }
  /// Whether that day was told as an evening or a night: a morning after it is the next day's.
  bool is_late(std::size_t paragraph) const { return then_ && paragraph == paragraph_ ? then_late_ : story_late_; }
  void saw(const TimeMention& mention, std::size_t paragraph, bool behind) {
    if (mention.type != TimexType::date && mention.type != TimexType::time) return;
    const auto days = days_of(mention.when);
    if (!days || days->last - days->first > kYear || mention.value == "PRESENT_REF") return;
    then_year_ = days;
    year_paragraph_ = paragraph;
    if (days->last - days->first > kScene) return;
    then_ = days;
    then_is_behind_ = behind;
    if (!behind) main_ = days, main_paragraph_ = paragraph;
    then_late_ = is_evening(mention.value);
    then_sentence_ = mention.sentence;
    paragraph_ = paragraph;
    if (story_ || mention.genitive || !is_news(*days)) return;
    story_ = days->first;
    story_late_ = then_late_;
  }

 private:
  bool is_news(Days d) const {
    return published_ && published_->first == published_->last && d.first == d.last && d.last <= published_->last &&
           published_->first - d.first <= kNews;
  }

  std::optional<Days> published_;
  std::optional<Days> then_, then_year_, main_;  ///< the last date told, year told, date not told in a pluperfect
  SentenceId then_sentence_;
  std::optional<Day> story_;
  bool then_late_ = false, story_late_ = false, then_is_behind_ = false;
  std::size_t paragraph_ = 0, year_paragraph_ = 0, main_paragraph_ = 0;
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
  Discourse discourse(days_of(published));
  const auto paragraphs = analysed(doc);
  for (std::size_t p = 0; p < paragraphs.size(); ++p) {
    const Span span = paragraphs[p].span;
    const auto atoms = scan(doc.slice(span), span.begin);
    for (const Match& match : select(impl_->grammar, atoms, ends_of(doc, atoms), parse(impl_->grammar, atoms))) {
      TimeMention mention;
      mention.span = {atoms[match.core].span.begin, atoms[match.core_end - 1].span.end};
      mention.genitive = match.genitive;
      place(doc, mention);
      const bool behind = mention.first && lies_behind(doc, children, head_word(doc, mention));
      context.then = discourse.then(p, behind);
      context.direction = mention.first ? direction_of(doc, children, head_word(doc, mention)) : Direction::unknown;
      // An expression that stands alone is asked for, not told: it looks ahead.
      if (match.begin == 0 && match.end == atoms.size()) context.direction = Direction::future;
      context.then_year = discourse.then_year(p);
      context.scene = context.direction == Direction::future ? std::nullopt : discourse.scene(p);
      const bool from_event = counts_from_event(impl_->grammar, atoms, match);
      if (from_event && discourse.then_is_in(mention.sentence)) {
        context.then.reset();
        context.scene.reset();
      }
      if (from_event) mention.days_from = days_counted(*match.node);
      context.published = from_event ? std::nullopt : days_of(published);
      Moment moment = resolve(*match.node, context);
      if (context.scene && moment.relative && moment.first == context.scene && discourse.is_late(p) && is_morning(moment.value)) {
        *context.scene += std::chrono::days{1};
        moment = resolve(*match.node, context);
      }
      mention.ahead = ahead_of(*match.node, context, moment);
      mention.from_publication = moves_with_publication(*match.node, context, moment);
      mention.type = moment.type;
      mention.value = moment.value;
      mention.when = time_value(moment);
      discourse.saw(mention, p, behind);
      mentions.push_back(std::move(mention));
    }
  }
  return mentions;
}

std::vector<TimeMention> find_times(const text::Doc& doc, const lang::Pack& pack, const TimeValue& published) {
  return Finder::load(pack).find(doc, published);
}

}  // namespace fabula::temporal
