"""The program as a whole: help, version, usage errors, streams."""
import os
import re
import shlex
import shutil
import subprocess
import unittest

from program import ARTICLE, PROGRAM, SAMPLES, ProgramTest, fabula


def commands():
    text = fabula("--help").out.decode()
    return re.findall(r"^  ([a-z]+) ", text.split("Subcommands:")[1], re.M)


def examples(*command):
    text = fabula(*command, "--help").out.decode()
    block = text.split("Examples:\n")[1].split("\n\n")[0]
    return [re.split(r"\s{2,}", line.strip())[0] for line in block.splitlines()]


class Program(ProgramTest):
    def test_version_is_printed(self):
        self.assertRegex(self.assert_done(fabula("--version")).out.decode(), r"^fabula \d+\.\d+\.\d+\n$")

    def test_help_of_every_command_begins_with_its_examples(self):
        self.assertLessEqual({"build", "parse", "timeline", "graph", "compare", "merge"}, set(commands()))
        for command in commands():
            text = self.assert_done(fabula(command, "--help")).out.decode()
            self.assertLess(text.index("Examples:"), text.index("Options:"), command)
            self.assertGreaterEqual(len(examples(command)), 2, command)

    def test_every_example_of_the_help_runs(self):
        os.symlink(SAMPLES.parent, self.folder / "samples")
        for name in ("article.txt", "monday.txt", "tuesday.txt"):
            self.file(name, ARTICLE)
        paragraphs = (SAMPLES / "01-explosion.txt").read_text(encoding="utf-8").split("\n\n")
        self.file("page.html", "<html lang=fr><article>" + "".join(f"<p>{p}</p>" for p in paragraphs) + "</article></html>")
        self.file("feed.jsonl", '{"id": "1", "text": "Le ministre a nié mardi les faits.", "published": "2024-05-03"}\n')
        self.file("lines.jsonl", '{"id": "1", "text": "Il est venu mardi.", "reference": "2024-05-03"}\n')
        self.file("gold.conllu", fabula("parse", "-", "--lang", "fr", stdin=ARTICLE.encode()).out)
        self.assert_done(fabula("build", SAMPLES, "-o", "story", "--quiet", cwd=self.folder))
        self.file("new/story.json", (self.folder / "story" / "story.json").read_bytes())
        for completions in (".local/share/bash-completion/completions", ".zfunc", ".config/fish/completions"):
            (self.folder / completions).mkdir(parents=True)
        home = {**os.environ, "HOME": str(self.folder)}
        for command in [[], *([name] for name in commands())]:
            for example in examples(*command):
                with self.subTest(example):
                    shutil.copytree(self.folder / "story", self.folder / "out", dirs_exist_ok=True)
                    line = re.sub(r"\bfabula ", shlex.quote(PROGRAM) + " ", example)
                    done = subprocess.run(["sh", "-c", line], cwd=self.folder, env=home, capture_output=True, timeout=300, check=False)
                    self.assertEqual(done.returncode, 0, done.stderr.decode())

    def test_without_a_command_it_says_which_there_are(self):
        self.assert_fails(fabula(), 2, "build", "--help")

    def test_a_mistyped_command_is_guessed(self):
        self.assert_fails(fabula("biuld"), 2, "biuld", "did you mean 'build'?")

    def test_a_mistyped_option_is_guessed(self):
        self.assert_fails(fabula("build", "--quite", "-"), 2, "--quite", "--quiet")

    def test_an_option_without_its_value_is_wrong_usage(self):
        self.assert_fails(fabula("build", "x.txt", "-o"), 2, "needs a value")

    def test_values_out_of_range_are_wrong_usage(self):
        self.assert_fails(fabula("parse", "--jobs", "0", "x"), 2, "--jobs")
        self.assert_fails(fabula("parse", "--from", "docx", "x"), 2, "--from")
        self.assert_fails(fabula("parse", "--lang", "xx", "x"), 2, "xx", "fr")
        self.assert_fails(fabula("parse", "--published", "hier soir", "x"), 2, "hier soir")

    def test_a_full_disk_under_standard_output_is_an_error(self):
        with open("/dev/full", "wb") as full:
            self.assert_fails(fabula("--version", stdout=full), 1, "standard output")
            self.assert_fails(fabula("--help", stdout=full), 1, "standard output")

    def test_a_reader_that_leaves_early_ends_it_silently(self):
        text = self.file("a.txt", ARTICLE * 500)
        done = subprocess.run(["sh", "-c", f"{shlex.quote(PROGRAM)} parse {text} | head -n 1"], capture_output=True,
                              timeout=300, check=False)
        self.assertEqual(done.stderr, b"")

    def test_messages_show_no_control_characters(self):
        self.assertNotIn("\x1b", fabula("parse", "a\x1b[31mb").err)


if __name__ == "__main__":
    unittest.main()
