"""fabula names and fabula actors: formats, where the files go, wrong use."""
import csv
import io
import json
import pathlib
import tempfile
import unittest

from program import SAMPLES, SOURCE, ProgramTest, fabula


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

    def test_articles_that_would_share_a_file_are_an_error(self):
        for folder in ("east", "west"):
            self.file(f"{folder}/a.txt", "Berne, 3 mai 2021\n\nLa ministre Clara Wüthrich a rencontré Jonas Ekström à Berne.\n")
        result = fabula("names", self.folder / "east" / "a.txt", self.folder / "west" / "a.txt", "--format", "brat", "-o", self.folder / "out")
        self.assert_fails(result, 1, "a.ann", "east/a.txt", "west/a.txt")
        self.assertEqual([p.name for p in (self.folder / "out").iterdir()], ["a.ann"])

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


class Overrules(ProgramTest):
    """fabula --actors FILE: an analyst's word on actors."""

    ARTICLE = ("Berne, 3 mai 2021. – La ministre Clara Wüthrich a accusé Jonas Ekström. Ekström a nié les faits.\n"
               "\nLe porte-parole Klara Wüthrich-Mey a démissionné.\n")

    def build(self, rules, *more, name="list.json"):
        article = self.file("a.txt", self.ARTICLE)
        listed = self.file(name, rules if isinstance(rules, str) else json.dumps(rules))
        result = fabula("build", article, "--lang", "fr", "-o", self.folder / "out", "--actors", listed, *more)
        story = self.folder / "out" / "story.json"
        return result, json.loads(story.read_text(encoding="utf-8")) if result.status == 0 else None

    def test_names_are_merged_and_the_story_says_why(self):
        result, story = self.build({"merge": [["Clara Wüthrich", "Klara Wüthrich-Mey"]]})
        self.assert_done(result)
        actor, = [a for a in story["actors"] if a["name"] == "Clara Wüthrich"]
        self.assertIn("Klara Wüthrich-Mey", actor["aliases"])
        self.assertIn(f"Klara Wüthrich-Mey = Clara Wüthrich: overruled by {self.folder / 'list.json'}", actor["merged_because"])

    def test_csv_renames_and_keeps_apart(self):
        result, story = self.build("rule;name;other\napart;Jonas Ekström;Ekström\nrename;Clara Wüthrich;Clara W.\n", name="list.csv")
        self.assert_done(result)
        names = [a["name"] for a in story["actors"]]
        for name in ("Jonas Ekström", "Ekström", "Clara W."):
            self.assertIn(name, names)

    def test_names_of_nobody_are_told(self):
        result, story = self.build({"merge": [["Clara Wüthrich", "Nobody At All"]]})
        self.assertEqual(result.status, 0)
        self.assertIn("list.json:1: no actor of the story is called 'Nobody At All'", result.err)
        self.assert_done(self.build({"merge": [["Clara Wüthrich", "Nobody At All"]]}, "--quiet")[0])

    def test_a_faulty_list_ends_the_work(self):
        for rules, words in (("{\n \"merge\": [[\"a\"]]}", ("list.json:2", "two names")), ("{", ("list.json:1", "not JSON")),
                             ({"merge": [["a", "b"]], "apart": [["b", "a"]]}, ("kept apart", "remove one")),
                             ({"add": [{"name": "a", "kind": "ship"}]}, ("'ship'", "person"))):
            result, _ = self.build(rules)
            self.assert_fails(result, 1, *words)
        self.assert_fails(fabula("build", SAMPLES, "-o", self.folder / "x", "--actors", self.folder / "none.json"), 1, "none.json")

    def test_a_finished_story_is_merged_under_the_list(self):
        self.assert_done(self.build({}, "--quiet")[0])
        story = self.folder / "out" / "story.json"
        listed = self.file("more.json", json.dumps({"merge": [["Jonas Ekström", "Clara Wüthrich"]]}))
        merged = json.loads(self.assert_done(fabula("merge", story, "--actors", listed)).out)
        actor, = [a for a in merged["actors"] if a["name"] == "Jonas Ekström"]
        self.assertIn("Clara Wüthrich", actor["aliases"])
        shown = json.loads(self.assert_done(fabula("actors", story, "--actors", listed, "--format", "json")).out)
        self.assertIn("Clara Wüthrich", next(a for a in shown if a["name"] == "Jonas Ekström")["aliases"])
        apart = self.file("apart.json", json.dumps({"apart": [["Jonas Ekström", "Ekström"]]}))
        self.assertIn("build the story anew", fabula("merge", story, "--actors", apart).err)

    def test_the_sample_list_fits_the_samples(self):
        result = fabula("build", SAMPLES, "-o", self.folder, "--actors", SOURCE / "samples" / "actors.json")
        self.assertEqual(result.status, 0)
        self.assertNotIn("actors.json", result.err)


class HostileNames(ProgramTest):
    """Names that break formats: commas, quotes, line ends, formulas, control characters, right-to-left text."""

    NAMES = ['=HYPERLINK("http://x","y")', "+cmd|' /C calc'!A0", "a,b;c", 'say "hi"', "two\nlines", "tab\there", "مریم", "\u202eevil", "", "é" * 500]

    def story(self):
        with tempfile.TemporaryDirectory() as folder:
            article = self.file("a.txt", Overrules.ARTICLE)
            self.assert_done(fabula("build", article, "--lang", "fr", "-o", folder, "--quiet"))
            story = json.loads((pathlib.Path(folder) / "story.json").read_text(encoding="utf-8"))
        model = story["actors"][0]
        story["actors"] = [{**model, "id": f"p{i}", "name": name, "aliases": [name + "!"], "roles": [], "mentions": []} for i, name in enumerate(self.NAMES, 1)]
        for key in ("events", "links", "positions", "findings", "extractions"):
            story[key] = []
        del story["extractions"]
        return self.file("story.json", json.dumps(story))

    def test_json_gives_them_back(self):
        listed = json.loads(self.assert_done(fabula("actors", self.story(), "--format", "json")).out)
        self.assertEqual([a["name"] for a in listed], self.NAMES)

    def test_csv_gives_them_back_and_holds_no_formula(self):
        out = self.assert_done(fabula("actors", self.story(), "--format", "csv")).out.decode()
        rows = list(csv.DictReader(io.StringIO(out, newline="")))
        self.assertEqual([r["name"].lstrip("'") for r in rows], self.NAMES)
        for row in rows:
            for cell in row.values():
                self.assertNotIn(cell[:1], ("=", "+", "-", "@", "\t", "\r"))

    def test_text_keeps_one_actor_a_paragraph(self):
        out = self.assert_done(fabula("actors", self.story())).out.decode()
        heads = [line for line in out.split("\n") if line and not line.startswith("    ")]
        self.assertEqual(len(heads), len(self.NAMES))


if __name__ == "__main__":
    unittest.main()
