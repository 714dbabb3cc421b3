"""fabula compare and fabula merge: groups, formats, exit status, and the laws of merging."""
import json
import pathlib
import re
import tempfile
import unittest

from program import SAMPLES, ProgramTest, fabula

ARTICLES = sorted(p for p in SAMPLES.iterdir() if p.suffix == ".txt")


class CompareCommand(ProgramTest):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.built = pathlib.Path(folder.name)
        for name, inputs in {"all": [SAMPLES], "first": ARTICLES[:2], "rest": ARTICLES[2:]}.items():
            result = fabula("build", *inputs, "-o", cls.built / name, "--quiet")
            assert result.status == 0, result.err
        cls.story = cls.built / "all" / "story.json"

    def compared(self, *arguments):
        return json.loads(self.assert_done(fabula("compare", *arguments, "--format", "json")).out)

    def test_articles_of_a_story_are_compared_one_by_one(self):
        result = self.compared(self.story)
        self.assertEqual(len(result["groups"]), len(ARTICLES))
        self.assertEqual([g["id"] for g in self.compared(self.story, "--articles", "a1,a3")["groups"]], ["A", "B"])

    def test_groups_by_a_property(self):
        names = {g["name"] for g in self.compared(self.story, "--by", "published")["groups"]}
        self.assertIn("2024-03-14", names)

    def test_texts_folders_and_stories_are_groups(self):
        self.assertEqual(len(self.compared(ARTICLES[0], ARTICLES[1])["groups"]), 2)
        groups = self.compared(self.built / "first" / "story.json", self.built / "rest" / "story.json")["groups"]
        self.assertEqual([len(g["articles"]) for g in groups], [2, len(ARTICLES) - 2])

    def test_an_article_differs_from_itself_in_nothing(self):
        for article in ARTICLES:
            twin = self.file("twin/" + article.name, article.read_bytes())
            result = self.compared(article, twin, "--quiet")  # one is not UTF-8, which is told
            self.assertEqual([f["text"] for f in result["findings"] if f["scope"] == "across"], [], article.name)

    def test_the_order_of_the_groups_changes_no_finding(self):
        texts = [sorted(f["text"] for f in self.compared(*pair)["findings"])
                 for pair in (ARTICLES[:2], ARTICLES[1::-1])]
        self.assertEqual(*texts)

    def test_kinds_and_confidence_select(self):
        everything = self.compared(self.story)["findings"]
        kinds = {f["kind"] for f in everything}
        for kind in kinds:
            self.assertEqual({f["kind"] for f in self.compared(self.story, "--kinds", kind)["findings"]}, {kind})
        self.assertEqual(self.compared(self.story, "--min-confidence", "1")["findings"], [])

    def test_exit_code_tells_findings_across(self):
        across = any(f["scope"] == "across" for f in self.compared(self.story)["findings"])
        result = fabula("compare", self.story, "--exit-code")
        self.assertEqual((result.status, result.err), (3 if across else 0, ""))
        self.assertEqual(fabula("compare", self.story, "--exit-code", "--min-confidence", "1").status, 0)

    def test_the_report_fits_its_width_and_has_no_colours_in_a_file(self):
        for width in (40, 80, 200):
            text = self.assert_done(fabula("compare", self.story, env={"COLUMNS": str(width)})).out.decode()
            self.assertNotIn("\033", text)
            long = [line for line in text.splitlines() if len(line) > width and " " in line.strip()]
            self.assertEqual([line for line in long if not re.search(r"\S{30}", line)], [])

    def test_pictures_have_their_formats(self):
        for form, magic in (("dot", b"digraph"), ("svg", b"<?xml"), ("png", b"\x89PNG"), ("pdf", b"%PDF")):
            self.assertTrue(self.assert_done(fabula("compare", self.story, "--format", form)).out.startswith(magic), form)

    def test_wrong_usage(self):
        self.assert_fails(fabula("compare", ARTICLES[0]), 2, "compare")
        self.assert_fails(fabula("compare", self.story, "--articles", "a1,a99"), 2, "a99")
        self.assert_fails(fabula("compare", self.story, "--by", "colour"), 2, "--by")
        self.assert_fails(fabula("compare", self.story, "--kinds", "gossip"), 2, "--kinds")

    def test_merging_gives_the_bytes_of_building_together(self):
        first, rest = self.built / "first" / "story.json", self.built / "rest" / "story.json"
        together = self.story.read_bytes()
        self.assertEqual(self.assert_done(fabula("merge", first, rest)).out, together)
        self.assertEqual(self.assert_done(fabula("merge", rest, first, self.story)).out, together)
        merged = self.folder / "deep" / "merged.json"
        self.assert_done(fabula("merge", first, rest, "-o", merged))
        self.assertEqual(merged.read_bytes(), together)

    def test_what_is_no_story_is_not_merged(self):
        self.assert_fails(fabula("merge", self.file("x.json", "{}")), 1, "x.json")
        self.assert_fails(fabula("merge"), 2, "story.json")


if __name__ == "__main__":
    unittest.main()
