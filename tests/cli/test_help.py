"""Manual pages and completions: every command and option stands in each, and shells and man take them."""
import re
import shutil
import subprocess
import unittest

from program import ProgramTest, fabula

OPTION = re.compile(r"^  (-[\w,-]+)", re.M)
COMMAND = re.compile(r"^  ([a-z]+) ", re.M)


def help_of(*command):
    return fabula(*command, "--help").out.decode()


def commands():
    return COMMAND.findall(help_of().split("Subcommands:")[1])


def options_of(*command):
    names = [name for group in OPTION.findall(help_of(*command)) for name in group.split(",")]
    assert "--help" in names
    return names


def plain(roff):
    return re.sub(r"\\f[BIR]", "", roff).replace("\\-", "-").replace("\\e", "\\")


class Help(ProgramTest):
    def test_every_command_and_option_has_its_place_in_a_manual_page(self):
        self.assert_done(fabula("man", "-o", self.folder))
        main = plain((self.folder / "fabula.1").read_text(encoding="utf-8"))
        self.assertEqual(len(list(self.folder.iterdir())), len(commands()) + 1)
        for name in options_of():
            self.assertRegex(main, rf"(?m)^(.*, )?{name}\b")
        for command in commands():
            self.assertIn(f"fabula-{command} (1)", main)
            page = plain((self.folder / f"fabula-{command}.1").read_text(encoding="utf-8"))
            for name in options_of(command):
                self.assertRegex(page, rf"(?m)^(.*, )?{name}\b", command)

    def test_one_page_goes_to_standard_output(self):
        self.assertIn(b".TH FABULA\\-GRAPH 1", self.assert_done(fabula("man", "graph")).out)
        self.assert_fails(fabula("man", "grahp"), 2, "grahp")

    def test_man_takes_the_pages_without_a_warning(self):
        if not shutil.which("man"):
            self.skipTest("man is not installed")
        self.assert_done(fabula("man", "-o", self.folder))
        for page in sorted(self.folder.iterdir()):
            shown = subprocess.run(["man", "--warnings", "-E", "UTF-8", "-l", page], capture_output=True, text=True, check=False,
                                   env={"LC_ALL": "C.UTF-8", "MANWIDTH": "100", "PATH": "/usr/bin:/bin"})
            self.assertEqual((shown.returncode, shown.stderr), (0, ""), page.name)
            self.assertIn("EXIT STATUS", shown.stdout)

    def test_every_command_and_option_can_be_completed_in_every_shell(self):
        for shell in ("bash", "zsh", "fish"):
            script = self.assert_done(fabula("completion", shell)).out.decode()
            for command in commands():
                self.assertRegex(script, rf"\b{command}\b", shell)
                for name in options_of(command):
                    wanted = name if shell != "fish" else ("-l " + name[2:] if name.startswith("--") else "-s " + name[1:])
                    self.assertRegex(script, rf"(?<![\w-]){re.escape(wanted)}(?![\w-])", (shell, command))
            if shutil.which(shell):
                path = self.file(f"completion.{shell}", script)
                read = subprocess.run([shell, "-n", path], capture_output=True, text=True, check=False)
                self.assertEqual((read.returncode, read.stderr), (0, ""), shell)

    def completed(self, *words):
        """What bash offers for the last of the words."""
        script = self.file("completion.bash", fabula("completion", "bash").out)
        quoted = " ".join(f"'{word}'" for word in words)
        command = f"source {script}; COMP_WORDS=(fabula {quoted}); COMP_CWORD={len(words)}; _fabula; printf '%s\\n' \"${{COMPREPLY[@]}}\""
        return subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True).stdout.split()

    def test_bash_offers_what_fits(self):
        if not shutil.which("bash"):
            self.skipTest("bash is not installed")
        self.assertEqual(sorted(self.completed("")), sorted(commands()))
        self.assertEqual(self.completed("gr"), ["graph"])
        self.assertIn("gexf", self.completed("graph", "story.json", "--format", ""))
        self.assertEqual(self.completed("graph", "--format", "=", "gr"), ["graphml"])
        self.assertEqual(self.completed("timeline", "--ki"), ["--kind"])
        self.assertEqual(self.completed("timeline", "--from", "2"), [])
        self.assertEqual(self.completed("completion", "z"), ["zsh"])


if __name__ == "__main__":
    unittest.main()
