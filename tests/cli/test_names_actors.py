"""fabula names and fabula actors: formats, where the files go, wrong use."""
import csv
import io
import json
import pathlib
import tempfile
import unittest

from program import SAMPLES, ProgramTest, fabula


class NamesAndActors(ProgramTest):
    def test_brat_files_lie_as_the_articles_lie(self):
        with tempfile.TemporaryDirectory() as folder:
            self.assert_done(fabula("names", SAMPLES, "--format", "brat", "-o", folder, "--quiet"))
            wanted = {p.relative_to(SAMPLES).with_suffix(".ann") for p in pathlib.Path(SAMPLES).rglob("*.txt")}
            found = {p.relative_to(folder) for p in pathlib.Path(folder).rglob("*.ann")}
            self.assertLessEqual(wanted, found)

    def test_names_point_at_their_characters(self):
        article = self.file("a.txt", "Berne, 3 mai 2021\n\nLa ministre Clara Wüthrich a rencontré Jonas Ekström à Berne.\n")
        text = pathlib.Path(article).read_text(encoding="utf-8")
        listed = json.loads(self.assert_done(fabula("names", article, "--lang", "fr", "--format", "json")).out)
        self.assertIn("Clara Wüthrich", [n["text"] for n in listed["names"]])
        for name in listed["names"]:
            self.assertEqual(text[name["begin"]:name["end"]], name["text"])

    def test_brat_needs_a_folder(self):
        self.assert_fails(fabula("names", SAMPLES, "--format", "brat"), 2, "-o DIR")

    def test_the_lists_of_actors_agree(self):
        with tempfile.TemporaryDirectory() as folder:
            self.assert_done(fabula("build", SAMPLES, "-o", folder, "--quiet"))
            story = pathlib.Path(folder) / "story.json"
            listed = json.loads(self.assert_done(fabula("actors", story, "--format", "json")).out)
            rows = list(csv.DictReader(io.StringIO(self.assert_done(fabula("actors", story, "--format", "csv")).out.decode())))
            self.assertEqual([a["id"] for a in listed], [r["id"] for r in rows])
            self.assertEqual(len(listed), len(json.loads(story.read_text(encoding="utf-8"))["actors"]))
            text = self.assert_done(fabula("actors", story)).out.decode()
            for actor in listed:
                self.assertIn(actor["name"], text)


if __name__ == "__main__":
    unittest.main()
