"""fabula parse: CoNLL-U of articles, and of words that are given."""
import unittest

from program import ARTICLE, SAMPLES, ProgramTest, fabula


def columns(conllu, *numbers):
    return [tuple(line.split("\t")[n] for n in numbers) for line in conllu.decode().splitlines() if line[:1].isdigit()]


class Parse(ProgramTest):
    def test_every_sentence_is_one_tree(self):
        out = self.assert_done(fabula("parse", SAMPLES / "01-explosion.txt")).out.decode()
        for sentence in out.strip().split("\n\n"):
            rows = [line.split("\t") for line in sentence.splitlines() if not line.startswith("#")]
            self.assertEqual({len(row) for row in rows}, {10})
            words = [row for row in rows if row[0].isdigit()]
            self.assertEqual(sum(row[6] == "0" for row in words), 1)

    def test_articles_come_in_the_order_they_are_named_whatever_the_threads(self):
        files = [SAMPLES / "07-accord.txt", SAMPLES / "01-explosion.txt"]
        one = self.assert_done(fabula("parse", *files, "--jobs", "1")).out
        self.assertEqual(self.assert_done(fabula("parse", *files, "--jobs", "2")).out, one)
        self.assertEqual(b"".join(fabula("parse", file).out for file in files), one)

    def test_ids_of_sentences_are_unique_over_several_files(self):
        out = self.assert_done(fabula("parse", SAMPLES / "07-accord.txt", SAMPLES / "01-explosion.txt")).out.decode()
        ids = [line for line in out.splitlines() if line.startswith("# sent_id = ")]
        self.assertEqual(len(ids), len(set(ids)))
        self.assertEqual(out.count("# newdoc id = "), 2)
        self.assertGreater(out.count("# newpar\n"), 2)

    def test_words_that_are_given_are_kept(self):
        made = fabula("parse", "-", stdin=ARTICLE.encode()).out
        # our own division is not what is tested: two words are joined that no tokenizer would join
        given = "\n".join("\t".join([str(i), form, *"_" * 4, str(i - 1), "dep", "_", "_"])
                          for i, form in enumerate(["Le", "ministre", "a nié", "."], 1)) + "\n\n"
        out = self.assert_done(fabula("parse", "--from", "conllu", "-", stdin=given.encode())).out
        self.assertEqual([form for (form,) in columns(out, 1)], ["Le", "ministre", "a nié", "."])
        again = self.assert_done(fabula("parse", "--from", "conllu", "-", stdin=made)).out
        self.assertEqual(columns(again, 0, 1), columns(made, 0, 1))

    def test_broken_conllu_is_told_with_its_line(self):
        bad = self.file("bad.conllu", "# text = x\n1\tx\n\n")
        self.assert_fails(fabula("parse", "--from", "conllu", bad), 1, f"{bad}:2")

    def test_a_bad_article_stops_no_other(self):
        good = self.file("good.txt", ARTICLE)
        result = self.assert_fails(fabula("parse", self.folder / "missing.txt", good), 1, "missing.txt")
        self.assertIn(b"ministre", result.out)

    def test_a_full_disk_is_an_error(self):
        with open("/dev/full", "wb") as full:
            self.assert_fails(fabula("parse", "-", stdin=ARTICLE.encode(), stdout=full), 1, "standard output")


if __name__ == "__main__":
    unittest.main()
