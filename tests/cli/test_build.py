"""fabula build: what it writes, and what it does with input and folders that cannot be used."""
import json
import os
import pathlib
import random
import shutil
import unittest

from program import ARTICLE, RESULTS, SAMPLES, ProgramTest, fabula

BINARY = bytes(range(256)) * 4


class Build(ProgramTest):
    def results(self, folder):
        return {name: (folder / name).read_bytes() for name in sorted(os.listdir(folder))}

    def build(self, *arguments, out="out", **options):
        return fabula("build", *arguments, "-o", self.folder / out, **options)

    def story(self, out="out"):
        return json.loads((self.folder / out / "story.json").read_bytes())

    def test_writes_data_timeline_and_diagrams_and_says_what_was_found(self):
        result = self.build(SAMPLES)
        self.assertEqual(result.status, 0, result.err)
        self.assertEqual(sorted(os.listdir(self.folder / "out")), RESULTS)
        articles = len(list(SAMPLES.iterdir()))
        self.assertRegex(result.out.decode(),
                         rf"^{articles} articles: \d+ actors?, \d+ statements?, \d+ actions? \(\d+ of \d+ dated\), \d+ links?\n$")
        self.assertEqual(len(self.story()["articles"]), articles)

    def test_is_silent_where_it_is_told_so(self):
        result = self.assert_done(self.build(SAMPLES, "--quiet"))
        self.assertEqual(result.out, b"")

    def test_says_nothing_on_standard_error_where_all_is_well(self):
        self.assert_done(self.build(SAMPLES / "01-explosion.txt"))

    def test_without_a_folder_it_says_what_to_give(self):
        self.assert_fails(fabula("build", SAMPLES), 2, "-o DIR")

    def test_same_bytes_from_two_runs_any_order_and_any_number_of_threads(self):
        files = sorted(SAMPLES.iterdir())
        self.build(*files, "--jobs", "1")
        wanted = self.results(self.folder / "out")
        for seed in (1, 2):
            random.Random(seed).shuffle(files)
            self.build(*files, "--jobs", "3", env={"LC_ALL": "C", "TZ": "Asia/Tokyo"})
            self.assertEqual(self.results(self.folder / "out"), wanted)
        self.build(SAMPLES, files[0])
        self.assertEqual(self.results(self.folder / "out"), wanted)

    def test_folders_are_read_recursively_without_hidden_files(self):
        for name in ("in/b.txt", "in/deep/a.txt", "in/.hidden.txt", "in/.git/c.txt"):
            self.file(name, ARTICLE + name)
        self.assert_done(self.build("in", cwd=self.folder))
        self.assertEqual([a["file"] for a in self.story()["articles"]], ["in/b.txt", "in/deep/a.txt"])

    def test_reads_standard_input(self):
        for arguments in (["-"], []):
            self.assert_done(self.build(*arguments, stdin=ARTICLE.encode()))
            self.assertEqual(self.story()["articles"][0]["file"], "-")

    def test_the_date_given_wins(self):
        self.assert_done(self.build("-", "--published", "2021-02", stdin=ARTICLE.encode()))
        article = self.story()["articles"][0]
        self.assertEqual((article["published"], article["published_basis"]), ("2021-02", "option"))

    def test_texts_can_be_left_out(self):
        self.assert_done(self.build("-", "--no-text", stdin=ARTICLE.encode()))
        self.assertNotIn("text", self.story()["articles"][0])

    def test_spans_count_code_points_of_the_text_as_it_arrived(self):
        self.build(SAMPLES)
        story = self.story()
        for article in story["articles"]:
            raw = pathlib.Path(article["file"]).read_bytes()
            text = raw.decode("utf-8-sig") if not article["file"].endswith("04-revelations.txt") else raw.decode("cp1252")
            self.assertEqual(article["text"], text)
            self.assertEqual(article["characters"], len(text))
        texts = {a["id"]: a["text"] for a in story["articles"]}
        words = [texts[m["article"]][m["begin"]:m["end"]] for e in story["events"] for m in e["mentions"]]
        self.assertTrue(words)
        self.assertEqual([w for w in words if not w.strip()], [])

    def test_typographic_variation_does_not_change_what_is_found(self):
        plain = (SAMPLES / "01-explosion.txt").read_text(encoding="utf-8").replace("\u202f", " ").replace("’", "'")
        curly = plain.replace("'", "’").replace("« ", "«\u202f").replace(" »", "\u202f»").replace("\n", "\r\n")
        found = []
        for text in (plain, curly):
            self.assert_done(self.build("-", stdin=text.encode()))
            story = self.story()
            texts = {a["id"]: a["text"] for a in story["articles"]}
            found.append([(e["type"], e["act"], texts[m["article"]][m["begin"]:m["end"]].replace("’", "'"))
                          for e in story["events"] for m in e["mentions"]])
        self.assertEqual(*found)

    def test_articles_that_cannot_be_read_stop_no_other(self):
        good = self.file("good.txt", ARTICLE)
        bad = [self.file("empty.txt", ""), self.file("binary.dat", BINARY),
               self.file("broken.txt", ARTICLE.encode() * 20 + b"\xc3 \xe2\x82 \xff" + ARTICLE.encode() * 20),
               self.folder / "missing.txt"]
        for path in bad:
            with self.subTest(path.name):
                self.assert_fails(self.build(path, good), 1, path)
                self.assertEqual([a["file"] for a in self.story()["articles"]], [str(good)])

    def test_without_any_article_nothing_is_written(self):
        for path in (self.file("empty.txt", "  \n"), self.file("binary.dat", BINARY), self.folder / "missing.txt"):
            self.assert_fails(self.build(path), 1, path, "nothing is written")
            self.assertFalse((self.folder / "out").exists())

    def test_earlier_results_are_replaced_and_nothing_is_left_beside_them(self):
        self.build(SAMPLES)
        self.build("-", stdin=ARTICLE.encode())
        self.assertEqual(sorted(os.listdir(self.folder / "out")), RESULTS)
        self.assertEqual(len(self.story()["articles"]), 1)

    def test_a_file_in_the_way_of_the_folder_is_an_error(self):
        self.file("out", "mine")
        self.assert_fails(self.build("-", stdin=ARTICLE.encode()), 1, "out")
        self.assertEqual((self.folder / "out").read_text(), "mine")

    def test_a_folder_that_cannot_be_written_is_an_error(self):
        self.assert_fails(fabula("build", "-", "-o", "/proc/fabula", stdin=ARTICLE.encode()), 1, "/proc/fabula")

    def test_a_result_that_cannot_be_replaced_leaves_the_earlier_ones(self):
        for name in ("story.dot", "story.svg", "timeline.json"):
            with self.subTest(name):
                out = self.folder / "out"
                (out / name).mkdir(parents=True)
                (out / "story.json").write_text("earlier")
                self.assert_fails(self.build("-", stdin=ARTICLE.encode()), 1, name)
                self.assertEqual(sorted(os.listdir(out)), sorted(["story.json", name]))
                self.assertEqual((out / "story.json").read_text(), "earlier")
                shutil.rmtree(out)

    def test_a_full_disk_under_the_summary_is_an_error(self):
        with open("/dev/full", "wb") as full:
            self.assert_fails(self.build("-", stdin=ARTICLE.encode(), stdout=full), 1, "standard output")


if __name__ == "__main__":
    unittest.main()
