"""fabula timeline and fabula graph: what they print of a story, and files that are none."""
import json
import os
import subprocess
import tempfile
import pathlib
import unittest

from program import ARTICLE, SAMPLES, ProgramTest, fabula

NOT_STORIES = {
    "text": ARTICLE,
    "empty": "",
    "another JSON": '{"format": "fabula.timeline", "version": 1}',
    "a list": "[1, 2]",
    "a newer version": '{"format": "fabula.story", "version": 99}',
    "nested deeply": "[" * 100_000,
    "nested deeply in a field": '{"format": "fabula.story", "version": 1, "x": ' + '{"x":' * 100_000 + "1" + "}" * 100_000 + "}",
    "broken UTF-8": b'{"format": "\xff\xfe"}',
    "cut off": '{"format": "fabula.story", "version": 1, "articles": [',
}


class StoryCommands(ProgramTest):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        result = fabula("build", SAMPLES, "-o", folder.name, "--quiet")
        assert result.status == 0, result.err
        cls.built = pathlib.Path(folder.name)
        cls.story = cls.built / "story.json"

    def test_a_timeline_and_diagrams_from_the_story_are_those_of_build(self):
        self.assertEqual(self.assert_done(fabula("timeline", self.story)).out, (self.built / "timeline.json").read_bytes())
        for view in ("story", "relations"):
            for form in ("dot", "svg"):
                drawn = self.assert_done(fabula("graph", self.story, "--view", view, "--format", form)).out
                self.assertEqual(drawn, (self.built / f"{view}.{form}").read_bytes(), (view, form))

    def test_pictures_have_their_formats(self):
        for form, magic in (("png", b"\x89PNG"), ("pdf", b"%PDF")):
            self.assertTrue(self.assert_done(fabula("graph", self.story, "--format", form)).out.startswith(magic))

    def test_every_format_goes_to_a_file_named_with_o_as_to_standard_output(self):
        formats = {"graph": ("dot", "svg", "graphml", "gexf", "csv", "ndjson", "ftm"), "timeline": ("json", "timelinejs", "csv", "ndjson")}
        for command, names in formats.items():
            for form in names:
                path = self.folder / f"x.{form}"
                self.assertEqual(self.assert_done(fabula(command, self.story, "-q", "--format", form, "-o", path)).out, b"")
                self.assertEqual(path.read_bytes(), self.assert_done(fabula(command, self.story, "-q", "--format", form)).out, form)

    def test_the_name_of_a_file_says_its_format(self):
        self.assert_done(fabula("graph", self.story, "-o", self.folder / "x.gexf"))
        self.assertIn(b"<gexf", (self.folder / "x.gexf").read_bytes())
        self.assert_done(fabula("timeline", self.story, "-o", self.folder / "x.csv"))
        self.assertTrue((self.folder / "x.csv").read_bytes().startswith(b"event,"))

    def test_csv_of_a_graph_is_two_tables(self):
        self.assert_done(fabula("graph", self.story, "--format", "csv", "-o", self.folder / "tables"))
        for table in ("nodes", "edges"):
            self.assertEqual((self.folder / "tables" / f"{table}.csv").read_bytes(),
                             self.assert_done(fabula("graph", self.story, "--format", "csv", "--table", table)).out)

    def test_timelinejs_says_how_many_events_it_cannot_show(self):
        result = fabula("timeline", self.story, "--format", "timelinejs")
        timeline = json.loads(self.assert_done(fabula("timeline", self.story)).out)
        sent = json.loads(result.out)["events"]
        self.assertEqual(len(sent), len(timeline["entries"]))
        self.assertIn(f"{len(sent)} of {len(sent) + len(timeline['undated'])} events", result.err)

    def test_a_timeline_without_any_date_is_an_error_for_timelinejs(self):
        story = json.loads(self.story.read_bytes())
        story["events"] = []
        story["links"] = story["positions"] = story["findings"] = []
        self.assert_fails(fabula("timeline", self.file("empty.json", json.dumps(story)), "--format", "timelinejs"), 1, "date")

    def test_a_pipe_is_written_to_and_not_replaced(self):
        pipe = self.folder / "pipe"
        os.mkfifo(pipe)
        with open(self.folder / "read", "wb") as out, subprocess.Popen(["cat", pipe], stdout=out) as reader:
            self.assert_done(fabula("timeline", self.story, "-o", pipe))
            reader.wait(timeout=60)
        self.assertEqual((self.folder / "read").read_bytes(), (self.built / "timeline.json").read_bytes())
        self.assertTrue(pipe.is_fifo())

    def test_reads_the_story_from_standard_input(self):
        self.assert_done(fabula("timeline", "-", stdin=self.story.read_bytes()))

    def test_a_story_may_be_called_like_a_command(self):
        self.file("graph", self.story.read_bytes())
        self.assert_done(fabula("timeline", "graph", cwd=self.folder))

    def test_filters_keep_what_they_say(self):
        def entries(*options):
            timeline = json.loads(self.assert_done(fabula("timeline", self.story, *options)).out)
            return timeline["entries"] + timeline["undated"]

        everything = entries()
        statements = entries("--kind", "statement")
        self.assertEqual({e["type"] for e in statements}, {"statement"})
        self.assertLess(len(statements), len(everything))
        april = entries("--from", "2024-04-10", "--to", "2024-04-12")
        self.assertTrue(april)
        for entry in april:
            self.assertLessEqual(entry["time"]["earliest"] or "", "2024-04-12")
            self.assertGreaterEqual(entry["time"]["latest"] or "9999", "2024-04-10")
        self.assertEqual(len(entries("--top", "5")), 5)
        self.assertTrue(all(e["code"] == "AID" for e in entries("--code", "AID")))
        some_actor = next(e["participants"][0] for e in everything if e["participants"])
        for entry in entries("--actor", some_actor["actor"]):
            self.assertIn(some_actor["actor"], [p["actor"] for p in entry["participants"]])

    def test_relations_can_be_thinned_out(self):
        def actors(*options):
            out = self.assert_done(fabula("graph", self.story, "--view", "relations", "--format", "ndjson", *options)).out
            records = [json.loads(line) for line in out.splitlines()]
            relations = [r for r in records if r["record"] == "edge" and r["type"] != "affiliation"]
            return {r["id"] for r in records if r["record"] == "node"}, relations

        everyone, relations = actors()
        heavy, kept = actors("--min-weight", "2")
        self.assertTrue(kept and all(r["weight"] >= 2 for r in kept))
        self.assertLess(heavy, everyone)
        centre = max(relations, key=lambda r: r["weight"])["from"]
        near, _ = actors("--around", centre)
        further, _ = actors("--around", centre, "--depth", "3")
        self.assertIn(centre, near)
        self.assertLess(near, further)

    def test_a_story_folds_and_has_lanes(self):
        def dot(*options):
            return self.assert_done(fabula("graph", self.story, *options)).out

        nodes = [dot("--collapse", period).count(b"fixedsize=shape") for period in ("none", "day", "week", "month")]
        self.assertEqual(nodes, sorted(nodes, reverse=True))
        self.assertIn(b"fold_", dot("--collapse", "month"))
        self.assertIn(b"lane0", dot("--lanes"))
        self.assertIn(b"span", dot())  # the bracket of an uncertain date

    def test_an_unknown_actor_is_wrong_usage(self):
        self.assert_fails(fabula("timeline", self.story, "--actor", "Personne Inconnue"), 2, "Personne Inconnue")

    def test_a_date_that_is_none_is_wrong_usage(self):
        self.assert_fails(fabula("timeline", self.story, "--from", "demain"), 2, "--from", "demain")

    def test_without_a_story_they_say_what_to_give(self):
        for command in ("timeline", "graph"):
            self.assert_fails(fabula(command), 2, "story.json")

    def test_what_is_no_story_is_an_error_that_names_the_file(self):
        for what, content in NOT_STORIES.items():
            path = self.file("story.json", content)
            for command in ("timeline", "graph"):
                with self.subTest(what, command=command):
                    self.assert_fails(fabula(command, path), 1, path)

    def test_a_missing_story_is_an_error(self):
        self.assert_fails(fabula("graph", self.folder / "missing.json"), 1, "missing.json")

    def test_a_full_disk_is_an_error(self):
        with open("/dev/full", "wb") as full:
            for command in ("timeline", "graph"):
                self.assert_fails(fabula(command, self.story, stdout=full), 1, "standard output")

    def test_graphviz_reads_both_diagrams_without_a_warning_also_with_hostile_names(self):
        hostile = 'A "quoted" back\\ <b>&amp;&lt;\n漢字 Ω \\N \\'
        story = json.loads(self.story.read_bytes())
        for actor in story["actors"]:
            actor["name"] = hostile
        for event in story["events"]:
            event["label"] = hostile
        path = self.file("hostile.json", json.dumps(story))
        for view in ("story", "relations"):
            for source in (self.story, path):
                dot = self.assert_done(fabula("graph", source, "--view", view)).out
                for tool in (["dot", "-Tsvg"], ["gvpr", "N{}"]):
                    read = subprocess.run(tool, input=dot, capture_output=True, timeout=300, check=False)
                    self.assertEqual((read.returncode, read.stderr), (0, b""), (view, tool))


if __name__ == "__main__":
    unittest.main()
