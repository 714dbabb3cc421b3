"""Runs the fabula program for the tests of this folder."""
import dataclasses
import os
import pathlib
import subprocess
import tempfile
import unittest

PROGRAM = os.environ["FABULA_PROGRAM"]
SOURCE = pathlib.Path(os.environ["FABULA_SOURCE_DIR"])
SAMPLES = SOURCE / "samples" / "fr"
RESULTS = ["relations.dot", "relations.svg", "report.html", "story.dot", "story.json", "story.svg", "timeline.json"]
ARTICLE = "Paris, 3 mai 2024. – Le ministre Jean Valois a nié mardi avoir signé l'accord avec la Suisse.\n"


@dataclasses.dataclass
class Result:
    status: int
    out: bytes
    err: str


def fabula(*arguments, stdin=b"", cwd=None, stdout=subprocess.PIPE, env=None):
    done = subprocess.run([PROGRAM, *map(str, arguments)], input=stdin, stdout=stdout, stderr=subprocess.PIPE, cwd=cwd,
                          env={**os.environ, **(env or {})}, timeout=1800, check=False)
    return Result(done.returncode, done.stdout or b"", done.stderr.decode("utf-8", "replace"))


class ProgramTest(unittest.TestCase):
    """A test with a folder of its own."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def file(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def assert_done(self, result):
        """Status 0, and nothing on standard error."""
        self.assertEqual((result.status, result.err), (0, ""))
        return result

    def assert_fails(self, result, status, *words):
        """That status, and a short message that holds the words."""
        self.assertEqual(result.status, status, result.err)
        self.assertTrue(result.err.startswith("fabula: "), result.err)
        self.assertLess(len(result.err), 600, result.err)
        for word in words:
            self.assertIn(str(word), result.err)
        return result
