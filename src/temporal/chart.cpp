#include "chart.hpp"

#include <algorithm>
#include <cstdlib>
#include <deque>

#include "fabula/base/unicode.hpp"

namespace fabula::temporal {
namespace {

constexpr std::uint32_t kLongest = 28;
constexpr std::size_t kReadings = 4;

class Chart {
 public:
  Chart(const Grammar& grammar, const std::vector<Atom>& atoms)
      : grammar_(grammar), atoms_(atoms), starting_(atoms.size()), live_(atoms.size(), false) {
    for (const Atom& atom : atoms) words_.push_back(grammar.word(atom));
  }

  std::vector<Item> run() {
    for (std::uint32_t at = 0; at < atoms_.size(); ++at) {
      add_digits(at);
      for (const int rule : grammar_.starting_with_word(words_[at])) try_rule(rule, at);
    }
    while (!agenda_.empty()) {
      const std::size_t next = agenda_.front();
      agenda_.pop_front();
      // copies: items_ may grow
      const Item item = items_[next];
      for (const int rule : grammar_.starting_with_category(item.category)) try_rule(rule, item.begin);
      retry_before(item);
    }
    return std::move(items_);
  }

 private:
  void add_digits(std::uint32_t at) {
    const Atom& atom = atoms_[at];
    if (!atom.digits || atom.form.size() > 9) return;
    const NodePtr number = make_number(std::atof(atom.form.c_str()));
    add({at, at + 1, grammar_.category("int"), 0, number});
    if (atom.form.size() == 2) add({at, at + 1, grammar_.category("dd"), 0, number});
    if (atom.form.size() <= 2) add({at, at + 1, grammar_.category("d2"), 0, number});
    if (atom.form.size() == 1) add({at, at + 1, grammar_.category("d1"), 0, number});
    if (atom.form.size() == 3) add({at, at + 1, grammar_.category("ddd"), 0, number});
    if (atom.form.size() == 4) add({at, at + 1, grammar_.category("d4"), 0, number});
  }

  void add(Item item) {
    std::size_t readings = 0;
    const std::string text = canonical(*item.node);
    for (const std::size_t other : starting_[item.begin]) {
      Item& known = items_[other];
      if (known.end != item.end || known.category != item.category) continue;
      if (canonical(*known.node) == text) {
        known.score = std::max(known.score, item.score);
        return;
      }
      if (++readings == kReadings) return;
    }
    starting_[item.begin].push_back(items_.size());
    std::fill(live_.begin() + item.begin, live_.begin() + item.end, true);
    agenda_.push_back(items_.size());
    items_.push_back(std::move(item));
  }

  /// A new item may complete rules that began before it: every rule that begins within reach is tried again.
  void retry_before(const Item& item) {
    const std::uint32_t from = item.begin > kLongest ? item.begin - kLongest : 0;
    for (std::uint32_t at = from; at < item.begin; ++at) {
      if (!reaches(at, item.begin)) continue;
      for (const int rule : grammar_.starting_with_word(words_[at]))
        if (mentions(rule, item.category)) try_rule(rule, at);
      std::vector<int> tried;
      for (std::size_t k = 0; k < starting_[at].size(); ++k) {
        const int category = items_[starting_[at][k]].category;
        if (std::find(tried.begin(), tried.end(), category) != tried.end()) continue;
        tried.push_back(category);
        for (const int rule : grammar_.starting_with_category(category))
          if (mentions(rule, item.category)) try_rule(rule, at);
      }
    }
  }

  /// A pattern can only bridge words it knows.
  bool reaches(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t at = from; at < to; ++at)
      if (words_[at] < 0 && !live_[at]) return false;
    return true;
  }

  bool mentions(int rule, int category) const {
    for (const Element& element : grammar_.rules()[static_cast<std::size_t>(rule)].pattern)
      for (const Choice& choice : element.choices)
        if (choice.category == category) return true;
    return false;
  }

  void try_rule(int rule, std::uint32_t at) {
    const Rule& tried = grammar_.rules()[static_cast<std::size_t>(rule)];
    caught_.assign(tried.skipped, nullptr);
    match(tried, 0, at, at, 0);
  }

  void match(const Rule& rule, std::size_t place, std::uint32_t begin, std::uint32_t at, int score) {
    if (place == rule.pattern.size()) {
      add({begin, at, rule.category, score + rule.weight, rule.action.build(caught_)});
      return;
    }
    const Element& element = rule.pattern[place];
    if (element.absent) {
      if (stands_here(element, at)) return;
      caught_.push_back(nullptr);
      match(rule, place + 1, begin, at, score);
      caught_.pop_back();
      return;
    }
    if (element.optional) {
      caught_.push_back(nullptr);
      match(rule, place + 1, begin, at, score);
      caught_.pop_back();
    }
    if (at >= atoms_.size() || (element.glued && !atoms_[at].glued) || (element.capital && !atoms_[at].capital)) return;
    for (const Choice& choice : element.choices) {
      if (choice.any_word) {
        if (!is_word(at)) continue;
        caught_.push_back(nullptr);
        match(rule, place + 1, begin, at + 1, score);
        caught_.pop_back();
      } else if (choice.words.empty()) {
        match_category(rule, place, begin, at, score, choice);
      } else if (words_stand(choice, at)) {
        const auto end = at + static_cast<std::uint32_t>(choice.words.size());
        if (end - begin > kLongest) continue;
        caught_.push_back(nullptr);
        match(rule, place + 1, begin, end, score);
        caught_.pop_back();
      }
    }
  }

  void match_category(const Rule& rule, std::size_t place, std::uint32_t begin, std::uint32_t at, int score,
                      const Choice& choice) {
    for (std::size_t k = 0; k < starting_[at].size(); ++k) {
      const Item item = items_[starting_[at][k]];
      if (!fits(choice, item) || item.end - begin > kLongest) continue;
      caught_.push_back(item.node);
      match(rule, place + 1, begin, item.end, score + item.score);
      caught_.pop_back();
    }
  }

  static bool fits(const Choice& choice, const Item& item) {
    if (item.category != choice.category) return false;
    if (item.node->op != Op::number) return true;
    return item.node->number >= choice.least && item.node->number <= choice.most;
  }

  bool is_word(std::uint32_t at) const { return !atoms_[at].digits && is_letter(to_utf32(atoms_[at].form).front()); }

  bool words_stand(const Choice& choice, std::uint32_t at) const {
    if (at + choice.words.size() > atoms_.size()) return false;
    for (std::size_t i = 0; i < choice.words.size(); ++i)
      if (words_[at + i] != choice.words[i]) return false;
    return true;
  }

  bool stands_here(const Element& element, std::uint32_t at) const {
    if (at >= atoms_.size() || (element.glued && !atoms_[at].glued) || (element.capital && !atoms_[at].capital)) return false;
    for (const Choice& choice : element.choices) {
      if (choice.any_word && is_word(at)) return true;
      if (!choice.words.empty() && words_stand(choice, at)) return true;
      if (choice.any_word || !choice.words.empty()) continue;
      for (const std::size_t k : starting_[at])
        if (fits(choice, items_[k])) return true;
    }
    return false;
  }

  const Grammar& grammar_;
  const std::vector<Atom>& atoms_;
  std::vector<int> words_;
  std::vector<Item> items_;
  std::vector<std::vector<std::size_t>> starting_;
  std::vector<bool> live_;  // part of some item
  std::deque<std::size_t> agenda_;
  std::vector<NodePtr> caught_;
};

}  // namespace

std::vector<Item> parse(const Grammar& grammar, const std::vector<Atom>& atoms) { return Chart(grammar, atoms).run(); }

}  // namespace fabula::temporal
