"""fabula report and compare --format html: pages as files, whole or not at all."""
import unittest

from program import SAMPLES, ProgramTest, fabula

ARTICLES = (SAMPLES / "01-explosion.txt", SAMPLES / "06-aveu.txt")


class Report(ProgramTest):
    def setUp(self):
        super().setUp()
        self.assert_done(fabula("build", *ARTICLES, "-o", self.folder / "out", "--quiet"))
        self.story = self.folder / "out" / "story.json"

    def report(self, *arguments):
        return fabula("report", self.story, *arguments)

    def test_gives_the_page_that_build_writes(self):
        built = (self.folder / "out" / "report.html").read_bytes()
        self.assertTrue(built.startswith(b'<!DOCTYPE html>\n<html lang="fr">'), built[:60])
        self.assertEqual(self.assert_done(self.report()).out, built)
        self.assertEqual(self.assert_done(self.report("-o", self.folder / "new" / "page.html")).out, b"")
        self.assertEqual((self.folder / "new" / "page.html").read_bytes(), built)

    def test_speaks_the_language_it_is_asked_to(self):
        page = self.assert_done(self.report("--ui-lang", "en")).out
        self.assertIn(b'<html lang="en">', page)
        self.assertIn(">Findings</h2>".encode(), page)
        self.assertIn(">Constats</h2>".encode(), self.report().out)

    def test_refuses_a_language_that_there_is_not(self):
        self.assert_fails(self.report("--ui-lang", "tlh"), 2, "--ui-lang", "tlh", "en, fr")

    def test_without_a_story_or_with_a_folder_for_a_file_it_says_what_to_give(self):
        self.assert_fails(fabula("report"), 2, "story.json")
        self.assert_fails(self.report("-o", f"{self.folder}/"), 2, "-o")
        self.assert_fails(fabula("report", self.folder / "none.json"), 1, "none.json")

    def test_a_page_that_cannot_be_written_leaves_the_old_one(self):
        path = self.folder / "page.html"
        path.mkdir()
        self.assert_fails(self.report("-o", path), 1, "page.html")
        with open("/dev/full", "wb") as full:
            self.assertEqual(fabula("report", self.story, stdout=full).status, 1)
        self.assertEqual([p.name for p in self.folder.iterdir() if p.name.startswith(".")], [])

    def test_a_story_without_texts_is_a_page(self):
        self.assert_done(fabula("build", *ARTICLES, "-o", self.folder / "bare", "--quiet", "--no-text"))
        page = self.assert_done(fabula("report", self.folder / "bare" / "story.json")).out
        self.assertNotIn(b"<blockquote", page)

    def test_findings_name_who_tells_them(self):
        self.assert_done(fabula("build", SAMPLES, "-o", self.folder / "all", "--quiet"))
        page = (self.folder / "all" / "report.html").read_text(encoding="utf-8")
        self.assertIn('class="finding"', page)
        self.assertNotRegex(page, r"selon \?")

    def test_a_comparison_is_a_page(self):
        page = self.assert_done(fabula("compare", *ARTICLES, "--format", "html")).out
        self.assertIn(b'id="comparison"', page)


if __name__ == "__main__":
    unittest.main()
