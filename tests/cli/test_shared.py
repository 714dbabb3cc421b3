"""fabula build on the shared articles, which are no part of the repository."""
import json
import sys
import unittest

from program import RESULTS, SOURCE, ProgramTest, fabula

ARTICLES = SOURCE.parent / "shared" / "articles"


class Shared(ProgramTest):
    def test_every_shared_article_is_built_with_its_date(self):
        self.assert_done(fabula("build", ARTICLES, "-o", self.folder / "out", "--quiet"))
        self.assertEqual(sorted(p.name for p in (self.folder / "out").iterdir()), RESULTS)
        story = json.loads((self.folder / "out" / "story.json").read_bytes())
        self.assertEqual(len(story["articles"]), len(list(ARTICLES.iterdir())))
        for article in story["articles"]:
            self.assertNotIn(article["published_basis"], ("unknown", "option"), article["file"])
            if article["file"].rsplit("/", 1)[1].startswith(("000_", "001_")):
                self.assertEqual(article["published_basis"], "head", article["file"])

    def test_the_two_articles_on_iran_and_russia_are_compared(self):
        pair = sorted(ARTICLES.glob("00[01]_*"))
        result = json.loads(self.assert_done(fabula("compare", *pair, "--format", "json")).out)
        across = {f["kind"]: f for f in result["findings"] if f["scope"] == "across"}
        names = {a["id"]: a["name"] for a in result["actors"]}
        self.assertEqual(names[across["position_change"]["actor"]], "Iran")
        self.assertIn("Iravan", across["position_change"]["text"])
        self.assertIn("Washington Post", across["time_conflict"]["text"])
        codes = {e["id"]: e["code"] for e in result["events"]}
        shared = {codes[s["event"]] for s in result["alignment"]["shared"]}
        self.assertLessEqual({"AID", "COOPERATE", "MOBILIZE", "SANCTION"}, shared)


if __name__ == "__main__":
    if not ARTICLES.is_dir():
        print(f"SKIP: there is no {ARTICLES}")
        sys.exit(77)
    unittest.main()
