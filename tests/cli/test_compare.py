"""fabula compare and fabula merge: groups, formats, exit status, and the laws of merging."""
import itertools
import json
import os
import pathlib
import pty
import re
import tempfile
import unittest

from program import PROGRAM, SAMPLES, SOURCE, ProgramTest, fabula

try:
    import jsonschema
except ImportError:
    jsonschema = None

ARTICLES = sorted(p for p in SAMPLES.iterdir() if p.suffix == ".txt")
UNRELATED = """Lisbonne rouvre son musée des tramways

LISBONNE, 5 juin 2019 (Gazette du Tage) – Le musée des tramways a rouvert mercredi après deux ans de travaux. Le maire,
Rui Salgado, a promis l'entrée gratuite aux écoliers. « Nous sauvons notre mémoire », a déclaré la conservatrice, Inês Prata.
"""


def strict(schema):
    """The schema without room for fields that it does not name."""
    if isinstance(schema, list):
        return [strict(x) for x in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {"additionalProperties": False} if "properties" in schema and schema.get("type") == "object" else {}
    return {k: strict(v) for k, v in schema.items()} | closed


def on_terminal(*arguments, env):
    """Standard output of the program where that is a terminal."""
    child, terminal = pty.fork()
    if child == 0:
        os.execve(PROGRAM, [PROGRAM, *map(str, arguments)], {"PATH": os.environ["PATH"], **env})
    out = b""
    while True:
        try:
            more = os.read(terminal, 65536)
        except OSError:  # the other end was closed
            break
        if not more:
            break
        out += more
    os.close(terminal)
    os.waitpid(child, 0)
    return out.decode()


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
        articles = json.loads(self.story.read_bytes())["articles"]
        for by in ("source", "language", "published"):
            groups = self.compared(self.story, "--by", by)["groups"] if len({a[by] for a in articles}) > 1 else None
            if groups is None:
                self.assert_fails(fabula("compare", self.story, "--by", by), 2, "nothing to compare")
                continue
            expected = {}
            for a in articles:
                expected.setdefault(a[by], []).append(a["id"])
            self.assertEqual({g["name"]: g["articles"] for g in groups}, expected)

    def test_groups_by_language(self):
        story = json.loads(self.story.read_bytes())
        story["articles"][0]["language"] = "en"
        groups = self.compared(self.file("two.json", json.dumps(story)), "--by", "language")["groups"]
        self.assertEqual({g["name"]: len(g["articles"]) for g in groups}, {"en": 1, "fr": len(ARTICLES) - 1})

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
        for pair in itertools.pairwise(ARTICLES):
            ab, ba = self.compared(*pair, "--quiet"), self.compared(*reversed(pair), "--quiet")
            self.assertEqual(*(sorted(f["text"] for f in c["findings"]) for c in (ab, ba)))
            self.assertEqual(*(sorted((d["event"], d["aspect"]) for d in c["differences"]) for c in (ab, ba)))
            self.assertEqual(*([p["score"] for p in c["alignment"]["pairs"]] for c in (ab, ba)))

    def test_an_unrelated_article_changes_no_finding_among_the_others(self):
        other = self.file("lisbonne.txt", UNRELATED)
        alone, wider = self.compared(*ARTICLES, "--quiet"), self.compared(*ARTICLES, other, "--quiet")
        told = [[(f["kind"], f["scope"], f["confidence"], f["weight"], f["text"]) for f in c["findings"]] for c in (alone, wider)]
        self.assertEqual(*told)
        shared = [[{e["id"]: e["label"] for e in c["events"]}[s["event"]] for s in c["alignment"]["shared"]] for c in (alone, wider)]
        self.assertEqual(*map(sorted, shared))

    def test_the_findings_of_the_story_are_there_but_for_an_order_told_as_an_inversion(self):
        fields = ("kind", "actor", "events", "statements", "articles", "text")
        found = [[f[k] for k in fields] for f in self.compared(self.story)["findings"]]
        inverted = [f[2] for f in found if f[0] == "order_inversion"]
        for finding in json.loads(self.story.read_bytes())["findings"]:
            if finding["kind"] != "time_conflict" or finding["events"] not in inverted:
                self.assertIn([finding[k] for k in fields], found)

    @unittest.skipUnless(jsonschema, "python3-jsonschema is not installed")
    def test_the_json_has_what_its_schema_names_and_nothing_else(self):
        schema = strict(json.loads((SOURCE / "src/output/schema/comparison.schema.json").read_bytes()))
        jsonschema.Draft202012Validator.check_schema(schema)
        for arguments in ([self.story], [self.story, "--by", "published"], [*ARTICLES[:2], "--quiet"]):
            errors = list(jsonschema.Draft202012Validator(schema).iter_errors(self.compared(*arguments)))
            self.assertEqual([e.message for e in errors[:3]], [])

    def test_kinds_and_confidence_select(self):
        everything = self.compared(self.story)["findings"]
        for kind in ("position_change", "contradiction", "time_conflict", "fact_conflict", "order_inversion", "omission"):
            self.assertEqual(self.compared(self.story, "--kinds", kind)["findings"], [f for f in everything if f["kind"] == kind])
        some = self.compared(self.story, "--kinds", "fact_conflict,contradiction", "--min-confidence", "0.7")
        self.assertEqual(some["findings"], [f for f in everything if f["kind"] in ("fact_conflict", "contradiction") and f["confidence"] >= 0.7])
        self.assertEqual([d for d in some["differences"] if d["confidence"] < 0.7], [])
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
            self.assertGreater(max(map(len, text.splitlines())), width - 15)

    def test_only_a_terminal_gets_colours(self):
        self.assertIn("\033[", on_terminal("compare", self.story, env={"TERM": "xterm"}))
        for env in ({"TERM": "xterm", "NO_COLOR": "1"}, {"TERM": "dumb"}, {}):
            self.assertNotIn("\033[", on_terminal("compare", self.story, env=env), env)
        self.assertIn("\033[", on_terminal("compare", self.story, env={"TERM": "xterm", "NO_COLOR": ""}))

    def test_pictures_have_their_formats(self):
        for form, magic in (("dot", b"digraph"), ("svg", b"<?xml"), ("png", b"\x89PNG"), ("pdf", b"%PDF")):
            self.assertTrue(self.assert_done(fabula("compare", self.story, "--format", form)).out.startswith(magic), form)

    def test_wrong_usage(self):
        self.assert_fails(fabula("compare", ARTICLES[0]), 2, "compare")
        self.assert_fails(fabula("compare", self.story, "--articles", "a1,a99"), 2, "a99")
        self.assert_fails(fabula("compare", self.story, "--by", "colour"), 2, "--by")
        self.assert_fails(fabula("compare", self.story, "--kinds", "gossip"), 2, "--kinds")
        self.assert_fails(fabula("compare", self.story, "--min-confidence", "1.5"), 2, "--min-confidence")
        self.assert_fails(fabula("compare", self.story, "--articles", "a1"), 2, "nothing to compare")
        self.assert_fails(fabula("compare", self.file("x.json", "{}"), self.story), 1, "x.json")
        self.assert_fails(fabula("compare", ARTICLES[0], self.folder / "absent.txt"), 1, "absent.txt")

    def test_merging_gives_the_bytes_of_building_together(self):
        first, rest = self.built / "first" / "story.json", self.built / "rest" / "story.json"
        together = self.story.read_bytes()
        self.assertEqual(self.assert_done(fabula("merge", first, rest)).out, together)
        self.assertEqual(self.assert_done(fabula("merge", rest, first, self.story)).out, together)
        merged = self.folder / "deep" / "merged.json"
        self.assert_done(fabula("merge", first, rest, "-o", merged))
        self.assertEqual(merged.read_bytes(), together)

    def test_merging_is_associative_commutative_and_idempotent(self):
        parts = []
        for i, group in enumerate((ARTICLES[:2], ARTICLES[2:3], ARTICLES[3:])):
            self.assertEqual(fabula("build", *group, "-o", self.folder / str(i), "--quiet").status, 0)
            parts.append(self.folder / str(i) / "story.json")
        merge = lambda name, *stories: (self.assert_done(fabula("merge", *stories, "-o", self.folder / name)), self.folder / name)[1]
        left = merge("left.json", merge("ab.json", parts[0], parts[1]), parts[2])
        right = merge("right.json", parts[0], merge("bc.json", parts[2], parts[1]))
        for merged in (left, right, merge("twice.json", left, right, parts[1]), merge("one.json", left)):
            self.assertEqual(merged.read_bytes(), self.story.read_bytes(), merged)

    def test_what_is_no_story_is_not_merged(self):
        self.assert_fails(fabula("merge", self.file("x.json", "{}")), 1, "x.json")
        self.assert_fails(fabula("merge"), 2, "story.json")


if __name__ == "__main__":
    unittest.main()
