"""fabula timeline and fabula graph: what they print of a story, and files that are none."""
import json
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

    def test_reads_the_story_from_standard_input(self):
        self.assert_done(fabula("timeline", "-", stdin=self.story.read_bytes()))

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
        some_actor = next(e["participants"][0] for e in everything if e["participants"])
        for entry in entries("--actor", some_actor["actor"]):
            self.assertIn(some_actor["actor"], [p["actor"] for p in entry["participants"]])

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
