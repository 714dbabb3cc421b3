"""Inputs far larger, longer or deeper than any article."""
import json
import unittest

from program import ARTICLE, SAMPLES, ProgramTest, fabula


class Large(ProgramTest):
    def build(self, content, name="large.txt"):
        return fabula("build", self.file(name, content), "-o", self.folder / "out", "--quiet")

    def test_a_text_of_five_megabytes_becomes_a_story(self):
        text = (SAMPLES / "01-explosion.txt").read_text(encoding="utf-8")
        self.assert_done(self.build(text * (5_000_000 // len(text.encode()) + 1)))
        self.assertTrue(json.loads((self.folder / "out" / "story.json").read_bytes())["events"])

    def test_one_word_of_five_megabytes_is_read(self):
        self.assert_done(self.build("a" * 5_000_000))

    def test_a_sentence_without_end_is_read(self):
        self.assert_done(self.build("le ministre nie que " * 20_000))

    def test_a_page_nested_deeply_is_read_or_refused(self):
        result = self.build("<html><body>" + "<div>" * 100_000 + f"<p>{ARTICLE * 10}</p>", "deep.html")
        self.assertIn(result.status, (0, 1), result.err)


if __name__ == "__main__":
    unittest.main()
