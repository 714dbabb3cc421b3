"""fabula explain: events and actors, the places they were read from, and ids that are none."""
import json
import pathlib
import tempfile
import unittest

from program import SAMPLES, ProgramTest, fabula

TEXT = ("Oslo, 12 mars 2024. – La ministre Claire Aubin a annoncé mardi que la Norvège avait livré des camions à l'Estonie.\n\n"
        "L'Estonie a nié cette livraison.\n")


class ExplainCommand(ProgramTest):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.built = pathlib.Path(folder.name)
        article = cls.built / "a.txt"
        article.write_text(TEXT, encoding="utf-8")
        for name, inputs in {"one": [article], "all": [SAMPLES], "bare": [article, "--no-text"]}.items():
            result = fabula("build", *inputs, "-o", cls.built / name, "--quiet")
            assert result.status == 0, result.err
        cls.path = cls.built / "one" / "story.json"
        cls.story = json.loads(cls.path.read_text(encoding="utf-8"))

    def event(self, words):
        return next(e for e in self.story["events"]
                    if any(TEXT[m["begin"]:m["end"]] == words for m in e["mentions"]))

    def explained(self, *arguments):
        return json.loads(self.assert_done(fabula("explain", *arguments, "--format", "json")).out)

    def text(self, *arguments):
        return self.assert_done(fabula("explain", *arguments)).out.decode()

    def test_a_statement_shows_its_sentence_tree_rule_and_date(self):
        text = self.text(self.path, self.event("annoncé")["id"])
        for part in ("[annoncé|trigger]", "Claire Aubin|agent]", "verb:annoncer", "say_verbs.tsv:", "act=announce",
                     "its own expression: \"mardi\"", "a.txt, 2024-03-12", "root VERB annoncer", "◀ trigger"):
            self.assertIn(part, text)

    def test_the_tree_has_one_root_and_every_word_a_place_in_the_text(self):
        for event in self.story["events"]:
            for place in self.explained(self.path, event["id"])["evidence"]:
                words = place["tree"]["words"]
                self.assertEqual([w["head"] for w in words].count(None), 1)
                for word in words:
                    self.assertTrue(place["sentence"][0] <= word["begin"] < word["end"] <= place["sentence"][1])
                self.assertEqual(TEXT[slice(*place["sentence"])], place["text"])
                self.assertIn("trigger", [m["what"] for m in place["marks"]])

    def test_every_event_of_the_samples_has_a_rule_and_a_reason_for_its_date(self):
        story = self.built / "all" / "story.json"
        for event in json.loads(story.read_text(encoding="utf-8"))["events"]:
            for mention in event["mentions"]:
                self.assertTrue(mention["rule"], mention)
                self.assertTrue(mention["dated_because"], mention)

    def test_an_actor_by_id_and_by_name(self):
        actor = next(a for a in self.story["actors"] if a["name"] == "Claire Aubin")
        by_id, by_name = (self.explained(self.path, key) for key in (actor["id"], "Claire Aubin"))
        self.assertEqual(by_id, by_name)
        self.assertEqual((by_id["kind"], by_id["title"]), ("person", "Claire Aubin"))
        self.assertIn(self.event("annoncé")["id"], " ".join(by_id["facts"]["events"]))
        self.assertEqual({m["what"] for e in by_id["evidence"] for m in e["marks"]} & {"name"}, {"name"})

    def test_most_limits_the_places_of_the_text(self):
        story = self.built / "all" / "story.json"
        actor = max(json.loads(story.read_text(encoding="utf-8"))["actors"], key=lambda a: len(a["mentions"]))
        self.assertIn("more places", self.text(story, actor["id"], "--most", "1"))
        self.assertNotIn("more places", self.text(story, actor["id"], "--most", "0"))

    def test_no_colours_in_a_pipe_and_from_standard_input(self):
        result = self.assert_done(fabula("explain", "-", "e1", stdin=self.path.read_bytes()))
        self.assertNotIn(b"\033", result.out)

    def test_a_story_without_texts_says_so(self):
        text = self.text(self.built / "bare" / "story.json", "e1")
        self.assertIn("without texts", text)
        self.assertIn("rule", text)

    def test_unknown_ids_are_told_with_what_there_is(self):
        last = self.story["events"][-1]["id"]
        self.assert_fails(fabula("explain", self.path, "e999"), 2, "e999", f"e1 to {last}", "fabula timeline", "fabula actors")
        self.assert_fails(fabula("explain", self.path, "Claire Aubain"), 2, "Claire Aubin")
        self.assert_fails(fabula("explain", self.path), 2, "id")
        self.assert_fails(fabula("explain"), 2, "story")
        self.assert_fails(fabula("explain", self.file("x.json", "{}"), "e1"), 1, "x.json")


if __name__ == "__main__":
    unittest.main()
