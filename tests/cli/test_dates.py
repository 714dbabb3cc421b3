"""fabula dates: the time expressions of articles and of single texts."""
import json
import unittest

from program import ARTICLE, ProgramTest, fabula

LINES = [{"id": "a", "text": "Elle est partie hier soir.", "reference": "2019-05-08"},
         {"id": "b", "text": "Rien à signaler.", "reference": "2019-05-08"},
         {"id": "c", "text": "Le 3 mars, il pleuvait.", "reference": "2019-05-08"}]


def jsonl(*lines):
    return "".join((line if isinstance(line, str) else json.dumps(line, ensure_ascii=False)) + "\n" for line in lines)


class Dates(ProgramTest):
    def test_text_gives_one_expression_a_line(self):
        out = self.assert_done(fabula("dates", "-", stdin=ARTICLE.encode())).out.decode()
        (line,) = out.splitlines()
        begin = ARTICLE.index("mardi")
        self.assertIn(f"{begin}-{begin + 5}", line)
        for part in ("DATE", "2024-04-30", "relative", "mardi"):
            self.assertIn(part, line)

    def test_json_gives_spans_values_and_bounds(self):
        out = json.loads(self.assert_done(fabula("dates", "-", "--format", "json", stdin=ARTICLE.encode())).out)
        self.assertEqual(out["published"], "2024-05-03")
        (time,) = out["times"]
        self.assertEqual(ARTICLE[time["begin"]:time["end"]], time["text"])
        self.assertEqual((time["text"], time["type"], time["value"], time["earliest"], time["latest"], time["basis"]),
                         ("mardi", "DATE", "2024-04-30", "2024-04-30", "2024-04-30", "relative"))

    def test_a_weekday_under_a_month_is_a_set_of_days(self):
        out = json.loads(self.assert_done(fabula("dates", "-", "--format", "json", "--published", "2022-12",
                                                 stdin="Le ministre a parlé dimanche à la presse.\n".encode())).out)
        self.assertEqual(out["times"][0]["edtf"], "[2022-12-04,2022-12-11,2022-12-18,2022-12-25]")

    def test_lines_give_lines(self):
        out = self.assert_done(fabula("dates", "--jsonl", self.file("l.jsonl", jsonl(*LINES)))).out.decode()
        found = [json.loads(line) for line in out.splitlines()]
        self.assertEqual([line["id"] for line in found], ["a", "b", "c"])
        self.assertEqual([[(t["value"], t["earliest"], t["latest"]) for t in line["timexes"]] for line in found],
                         [[("2019-05-07TEV", "2019-05-07", "2019-05-07")], [], [("2019-03-03", "2019-03-03", "2019-03-03")]])
        self.assertEqual(fabula("dates", "--jsonl", "-", stdin=jsonl(*LINES).encode()).out.decode(), out)

    def test_the_language_is_taken_as_told(self):
        line = {"id": "e", "text": "She left the day before yesterday.", "reference": "2019-05-08"}
        out = self.assert_done(fabula("dates", "--jsonl", "-", "--lang", "en", stdin=jsonl(line).encode())).out
        self.assertEqual(json.loads(out)["timexes"][0]["value"], "2019-05-06")
        self.assert_fails(fabula("dates", "--jsonl", "-", "--lang", "xx", stdin=jsonl(line).encode()), 2, "xx")

    def test_a_bad_line_is_told_and_stops_no_other(self):
        bad = self.file("bad.jsonl", jsonl(LINES[0], "{broken", "", LINES[2]))
        result = self.assert_fails(fabula("dates", "--jsonl", bad), 1, f"{bad}:2")
        self.assertEqual([json.loads(line)["id"] for line in result.out.decode().splitlines()], ["a", "c"])
        for line in ('{"id": 3, "text": "hier"}', '{"id": "x"}', '[1]', '{"id": "x", "text": "hier", "reference": "2019-02-30"}'):
            with self.subTest(line):
                self.assert_fails(fabula("dates", "--jsonl", "-", stdin=jsonl(line).encode()), 1, ":1")

    def test_what_is_missing_is_named(self):
        missing = self.folder / "missing.jsonl"
        self.assert_fails(fabula("dates", "--jsonl", missing), 1, missing)
        good = self.file("good.txt", ARTICLE)
        result = self.assert_fails(fabula("dates", self.folder / "missing.txt", good), 1, "missing.txt")
        self.assertIn(b"2024-04-30", result.out)

    def test_an_unknown_format_is_wrong_usage(self):
        self.assertEqual(fabula("dates", "-", "--format", "xml", stdin=ARTICLE.encode()).status, 2)


if __name__ == "__main__":
    unittest.main()
