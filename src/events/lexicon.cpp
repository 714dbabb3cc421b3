#include "events/lexicon.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <set>
#include <utility>

#include "events/verb_stem.hpp"
#include "fabula/base/error.hpp"

namespace fabula::events {
namespace {

constexpr std::array<std::pair<std::string_view, Needs>, 10> kNeeds = {{{"any", Needs::any},
                                                                       {"content", Needs::content},
                                                                       {"infinitive", Needs::infinitive},
                                                                       {"speechobj", Needs::speech_object},
                                                                       {"topic", Needs::topic},
                                                                       {"appeal", Needs::appeal},
                                                                       {"quote", Needs::quote},
                                                                       {"actor", Needs::actor},
                                                                       {"arg", Needs::argument},
                                                                       {"weak", Needs::weak}}};
constexpr std::array<std::string_view, 24> kCues = {"aspect",   "modal",    "intent",   "avoid",   "stative", "generic",
                                                    "negation", "hearsay",  "possible", "future",  "speaker", "impersonal",
                                                    "particle", "echo",     "restriction", "passive", "anyone",  "money",
                                                    "unaccusative", "subjectless", "means", "already", "meanwhile", "at_once"};
constexpr std::array<std::string_view, 6> kCases = {"genitive", "dative", "agent", "linking", "topic", "purpose"};
constexpr std::array<std::string_view, 14> kConnectives = {"source", "cause",  "response", "turn",      "before",   "after",
                                                           "during", "purpose", "condition", "question", "without", "comparison", "then", "idiom"};
constexpr std::array<std::string_view, 7> kLinks = {"causes", "caused_by", "responds", "anaphor", "anaphor_event", "saying", "falsity"};
constexpr std::array<std::string_view, 16> kPlover = {"AGREE",    "CONSULT", "SUPPORT",  "CONCEDE",    "COOPERATE", "AID",
                                                      "RETREAT",  "REQUEST", "ACCUSE",   "REJECT",     "THREATEN",  "PROTEST",
                                                      "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"};

template <std::size_t N>
std::optional<std::size_t> index_of(const std::array<std::string_view, N>& names, std::string_view name) {
  const auto it = std::find(names.begin(), names.end(), name);
  if (it == names.end()) return std::nullopt;
  return static_cast<std::size_t>(it - names.begin());
}

std::vector<std::string> split_words(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const auto blank = text.find(' ');
    if (blank != 0) words.emplace_back(text.substr(0, blank));
    if (blank == std::string_view::npos) break;
    text.remove_prefix(blank + 1);
  }
  return words;
}

}  // namespace

/// Reads the tables row by row; a fault names file and line.
class LexiconReader {
 public:
  LexiconReader(const lang::Pack& pack, Lexicon& lexicon, std::vector<Diagnostic>* faults)
      : pack_(pack), lexicon_(lexicon), faults_(faults) {}

  void read() {
    each("frames", {"name", "slots"}, [this](const auto& c) {
      if (!lexicon_.frames_.emplace(c[0], parse_frame(c[0], c[1])).second) fail("FAB-PACK-007", "frame named twice: " + c[0]);
    });
    each("say_verbs", {"lemma", "act", "class", "code", "frame", "needs"}, [this](const auto& c) {
      Entry e = entry(c[0], c[2], c[3], c[4], c[5]);
      e.act = act(c[1]);
      if (!e.act) fail("FAB-PACK-006", "a verb of speech needs an act");
      add(lexicon_.say_verbs_, std::move(e));
    });
    each("event_verbs", {"lemma", "class", "code", "frame", "needs"},
         [this](const auto& c) { add(lexicon_.event_verbs_, entry(c[0], c[1], c[2], c[3], c[4])); });
    each("event_nouns", {"lemma", "class", "code", "frame", "needs", "act"}, [this](const auto& c) {
      Entry e = entry(c[0], c[1], c[2], c[3], c[4]);
      e.act = act(c[5]);
      add(lexicon_.event_nouns_, std::move(e));
    });
    each("verb_phrases", {"lemma", "prep", "word", "act", "class", "code", "frame"}, [this](const auto& c) {
      Entry e = entry(c[0], c[4], c[5], c[6], "any");
      e.preposition = c[1];
      e.word = c[2];
      e.act = act(c[3]);
      add(lexicon_.verb_phrases_, std::move(e));
    });
    each("light_verbs", {"lemma", "slot", "frame"}, [this](const auto& c) {
      for (const LightVerb& other : lexicon_.light_verbs_[c[0]])
        if (other.slot == c[1]) fail("FAB-PACK-007", "the same entry stands at " + other.source);
      lexicon_.light_verbs_[c[0]].push_back({c[0], c[1], parse_frame("light", c[2]), source()});
    });
    each("event_cues", {"kind", "word"}, [this](const auto& c) { read_cue(c[0], c[1]); });
    each("event_prepositions", {"kind", "word"}, [this](const auto& c) {
      const auto use = index_of(kCases, c[0]);
      if (!use) fail("FAB-PACK-006", "unknown kind of preposition: " + c[0]);
      set_bit(lexicon_.cases_, c[1], *use);
    });
    each("event_connectives", {"kind", "words", "act"}, [this](const auto& c) { add_connective(c[0], c[1], act(c[2])); });
    each("event_links", {"lemma", "kind", "prep"}, [this](const auto& c) {
      const auto kind = index_of(kLinks, c[1]);
      if (!kind) fail("FAB-PACK-006", "unknown kind of link: " + c[1]);
      for (const LinkEntry& other : lexicon_.links_[c[0]])
        if (other.kind == static_cast<LinkWord>(*kind)) fail("FAB-PACK-007", "the same entry stands at " + other.source);
      lexicon_.links_[c[0]].push_back({static_cast<LinkWord>(*kind), c[2], source()});
    });
    collect_verbs();
    each("verb_endings", {"infinitive", "endings", "participles", "mute", "open"},
         [this](const auto& c) { endings_[c[0]] = {c[1], c[2], c[3], c[4]}; });
    for (const std::string& verb : verbs_) inflect(verb);
    for (auto& [first, list] : lexicon_.connectives_)
      std::stable_sort(list.begin(), list.end(), [](const auto& a, const auto& b) { return a.words.size() > b.words.size(); });
  }

 private:
  template <class Read>
  void each(std::string_view name, std::vector<std::string_view> columns, Read read_row) {
    table_ = &pack_.table(name);
    std::vector<std::size_t> at;
    for (const auto column : columns) at.push_back(table_->column(column));
    for (const lang::Row& row : table_->rows) {
      line_ = row.line;
      std::vector<std::string> cells;
      for (const auto column : at) cells.push_back(table_->cell(row, column));
      try {
        if (cells[0].empty()) fail("FAB-PACK-006", "the first cell is empty");
        read_row(cells);
      } catch (const PackError& error) {
        if (!faults_) throw;
        faults_->push_back({error.code(), fault_, table_->file, line_});
      }
    }
  }

  Entry entry(const std::string& lemma, const std::string& cls, const std::string& code, const std::string& frame,
              const std::string& needs) {
    Entry e;
    e.lemma = lemma;
    e.predicate_class = cls;
    e.code = code;
    if (!code.empty() && !index_of(kPlover, code)) fail("FAB-PACK-006", "no PLOVER type: " + code);
    const auto f = lexicon_.frames_.find(frame);
    if (f == lexicon_.frames_.end()) fail("FAB-PACK-006", "no such frame: " + frame);
    e.frame = &f->second;
    const auto n = std::find_if(kNeeds.begin(), kNeeds.end(), [&](const auto& p) { return p.first == needs; });
    if (n == kNeeds.end()) fail("FAB-PACK-006", "unknown need: " + needs);
    e.needs = n->second;
    e.source = source();
    return e;
  }

  std::optional<Act> act(const std::string& name) {
    if (name.empty()) return std::nullopt;
    const auto a = act_of(name);
    if (!a) fail("FAB-PACK-006", "unknown act: " + name);
    return a;
  }

  void add(ByLemma<Entry>& map, Entry e) {
    auto& list = map[e.lemma];
    for (const Entry& other : list)
      if (other.needs == e.needs && other.preposition == e.preposition && other.word == e.word)
        fail("FAB-PACK-007", "the same entry stands at " + other.source);
    list.push_back(std::move(e));
  }

  Slot parse_slot(std::string_view name) {
    Slot slot;
    if (name.ends_with('+')) {
      slot.owner = true;
      name.remove_suffix(1);
    }
    if (name == "subj") slot.kind = Slot::Kind::subject;
    else if (name == "obj") slot.kind = Slot::Kind::object;
    else if (name == "adj") slot.kind = Slot::Kind::adjective;
    else if (name == "poss") slot.kind = Slot::Kind::possessive;
    else if (name == "theme") slot.kind = Slot::Kind::theme;
    else {
      slot.kind = Slot::Kind::preposition;
      slot.preposition = name;
    }
    return slot;
  }

  Frame parse_frame(const std::string& name, const std::string& cell) {
    Frame frame;
    frame.name = name;
    for (const std::string& part : lang::split_cell(cell)) {
      const auto eq = part.find('=');
      if (eq == std::string::npos) fail("FAB-PACK-006", "expected slot=role: " + part);
      const std::string value = part.substr(eq + 1);
      if (part.compare(0, eq, "inf") == 0) {
        frame.infinitive_subject = parse_slot(value);
        continue;
      }
      Slot slot = parse_slot(std::string_view(part).substr(0, eq));
      const auto role = participant_role_of(value);
      if (!role) fail("FAB-PACK-006", "unknown role: " + value);
      slot.role = *role;
      frame.slots.push_back(std::move(slot));
    }
    return frame;
  }

  void read_cue(const std::string& kind, const std::string& word) {
    if (const auto cue = index_of(kCues, kind)) {
      set_bit(lexicon_.cues_, word, *cue);
      return;
    }
    add_connective(kind, word, std::nullopt);
  }

  void set_bit(std::unordered_map<std::string, std::uint32_t>& map, const std::string& key, std::size_t bit) {
    const std::uint32_t mask = 1u << bit;
    if ((map[key] & mask) != 0) fail("FAB-PACK-007", "the same kind and word stand twice: " + key);
    map[key] |= mask;
  }

  void add_connective(const std::string& kind, const std::string& words, std::optional<Act> act) {
    const auto k = index_of(kConnectives, kind);
    if (!k) fail("FAB-PACK-006", "unknown kind: " + kind);
    Connective c{static_cast<Connective::Kind>(*k), split_words(words), act, source()};
    if (c.words.empty()) fail("FAB-PACK-006", "no words");
    lexicon_.connectives_[c.words.front()].push_back(std::move(c));
  }

  std::string source() const {
    return std::filesystem::path(table_->file).filename().string() + ":" + std::to_string(line_);
  }

  /// Sorted, so that a form of two verbs always goes to the same one.
  void collect_verbs() {
    const auto base = [this](const std::string& key) {
      return key.starts_with(lexicon_.reflexive_prefix_) ? key.substr(lexicon_.reflexive_prefix_.size()) : key;
    };
    for (const auto* table : {&lexicon_.say_verbs_, &lexicon_.event_verbs_})
      for (const auto& [key, rows] : *table) verbs_.insert(base(key));
    lexicon_.known_verbs_.insert(verbs_.begin(), verbs_.end());
    for (const auto& [key, rows] : lexicon_.light_verbs_) lexicon_.known_verbs_.insert(base(key));
    for (const auto& [key, rows] : lexicon_.verb_phrases_) lexicon_.known_verbs_.insert(base(key));
    for (const auto& [key, bits] : lexicon_.cues_) lexicon_.known_verbs_.insert(base(key));
  }

  void inflect(const std::string& verb) {
    const Endings* endings = nullptr;
    std::string stem;
    for (const auto& [infinitive, cells] : endings_)
      if (verb.ends_with(infinitive) && (!endings || verb.size() - infinitive.size() < stem.size())) {
        endings = &cells;
        stem = verb.substr(0, verb.size() - infinitive.size());
      }
    if (!endings) return;
    for (const std::string& e : lang::split_cell(endings->all)) lexicon_.verb_forms_.emplace(stem + e, verb);
    for (const std::string& e : lang::split_cell(endings->participles)) {
      lexicon_.verb_forms_.emplace(stem + e, verb);
      lexicon_.participles_.emplace(stem + e, verb);
    }
    for (const std::string& e : lang::split_cell(endings->mute)) {
      lexicon_.verb_forms_.emplace(stem + e, verb);
      lexicon_.verb_forms_.emplace(open_stem(stem, endings->open) + e, verb);
    }
  }

  [[noreturn]] void fail(std::string code, const std::string& message) {
    fault_ = message;
    throw PackError(std::move(code), message, table_->file, line_);
  }

  const lang::Pack& pack_;
  Lexicon& lexicon_;
  std::vector<Diagnostic>* faults_;
  std::string fault_;
  const lang::Table* table_ = nullptr;
  std::uint32_t line_ = 0;
  std::set<std::string> verbs_;
  struct Endings {
    std::string all, participles, mute, open;
  };
  std::map<std::string, Endings> endings_;
};

Lexicon::Lexicon(const lang::Pack& pack, std::vector<Diagnostic>* faults)
    : reflexive_prefix_(pack.setting("reflexive")), passive_auxiliary_(pack.setting("passive_auxiliary")) {
  if (!reflexive_prefix_.empty()) reflexive_prefix_ += ' ';
  LexiconReader(pack, *this, faults).read();
}

const std::string* Lexicon::verb_of_form(const std::string& form) const {
  const auto it = verb_forms_.find(form);
  return it == verb_forms_.end() ? nullptr : &it->second;
}

const std::string* Lexicon::verb_of_participle(const std::string& form) const {
  const auto it = participles_.find(form);
  return it == participles_.end() ? nullptr : &it->second;
}

const Frame& Lexicon::frame(std::string_view name) const {
  const auto it = frames_.find(std::string(name));
  if (it == frames_.end()) throw PackError("FAB-PACK-006", "frames.tsv lacks the frame " + std::string(name));
  return it->second;
}

}  // namespace fabula::events
