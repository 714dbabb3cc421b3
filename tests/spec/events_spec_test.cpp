#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "fabula/pipeline/language.hpp"

namespace fabula::pipeline {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

text::Doc analysed(const Language& language, const std::string& utf8) {
  text::Article article;
  article.language = language.pack().language();
  article.text = text::Text(utf8);
  article.paragraphs = {{{0, article.text.size()}, text::ParagraphKind::prose}};
  return language.analyzer().analyze(std::move(article));
}

/// "say déclaré agent=Claire Aubin", "AID livré agent=Norvège recipient=Estonie", "- arrivé": act or code, trigger, and who
/// takes part.
std::string line_of(const text::Doc& doc, const actors::ArticleActors& cast, const events::EventMention& m) {
  std::string line = m.act ? std::string(name(*m.act)) : m.code.empty() ? "-" : m.code;
  line += " " + std::string(doc.slice(m.span));
  std::vector<std::string> parts;
  for (const events::Participant& p : m.participants) parts.push_back(std::string(name(p.role)) + "=" + cast.actors[p.actor.value].name);
  std::sort(parts.begin(), parts.end());
  for (const std::string& part : parts) line += " " + part;
  if (m.factuality != events::Factuality::asserted) line += " (" + std::string(name(m.factuality)) + ")";
  return line;
}

struct Told {
  std::vector<std::string> events, labels, links;
};

Told told_in(const Language& language, const std::string& utf8) {
  const text::Doc doc = analysed(language, utf8);
  const auto times = language.time_finder().find(doc, doc.article.published);
  const actors::ArticleActors cast = language.actor_finder().find(doc);
  Told told;
  const events::ArticleEvents found = language.event_extractor().find(doc, cast, times);
  for (const events::EventMention& m : found.mentions) {
    told.events.push_back(line_of(doc, cast, m));
    told.labels.push_back(m.label);
  }
  const auto trigger = [&](MentionId id) { return std::string(doc.slice(found.mentions[id.value].span)); };
  for (const events::EventLink& link : found.links)
    told.links.push_back(trigger(link.from) + " " + std::string(name(link.type)) + " " + trigger(link.to));
  return told;
}

/// Every tests/spec/<language>/events*.json: a list of {"text", "events"}, all events of the text in its order, read by
/// the shipped model; "labels" gives their labels, "links" what ties them ("rejeté responds_to proposé").
TEST(EventsSpec, EveryTextYieldsItsEvents) {
  int texts = 0;
  const Languages languages(FABULA_LANG_DIR);
  for (const auto& folder : fs::directory_iterator(fs::path(FABULA_SOURCE_DIR) / "tests" / "spec")) {
    if (!folder.is_directory()) continue;
    for (const auto& file : fs::directory_iterator(folder.path())) {
      if (file.path().filename().string().rfind("events", 0) != 0) continue;
      std::ifstream in(file.path());
      for (const json& spec : json::parse(in)) {
        ++texts;
        const Told told = told_in(languages.get(folder.path().filename().string()), spec.at("text"));
        EXPECT_EQ(told.events, spec.at("events").get<std::vector<std::string>>()) << spec.at("text");
        for (const auto& [key, value] : {std::pair("labels", told.labels), std::pair("links", told.links)})
          if (spec.contains(key)) { EXPECT_EQ(value, spec.at(key).get<std::vector<std::string>>()) << spec.at("text"); }
      }
    }
  }
  EXPECT_GT(texts, 60);
}

}  // namespace
}  // namespace fabula::pipeline
