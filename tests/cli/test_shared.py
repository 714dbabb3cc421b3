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


if __name__ == "__main__":
    if not ARTICLES.is_dir():
        print(f"SKIP: there is no {ARTICLES}")
        sys.exit(77)
    unittest.main()
