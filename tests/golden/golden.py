#!/usr/bin/env python3
"""Compares the story of one sample with the one kept beside this file.

Usage: golden.py FABULA SOURCE_DIR [--refresh]; --refresh writes it anew (target refresh-goldens): read the difference
before you commit it.
"""
import difflib
import pathlib
import subprocess
import sys
import tempfile

CASES = {"fr/explosion": "samples/fr/01-explosion.txt"}
FILES = ("story.json", "timeline.json", "story.dot", "relations.dot")


def main():
    program, source, *options = sys.argv[1:]
    status = 0
    for case, article in CASES.items():
        kept = pathlib.Path(source) / "tests" / "golden" / case
        with tempfile.TemporaryDirectory() as made:
            subprocess.run([program, "build", article, "-o", made, "--no-text", "--quiet"], cwd=source, check=True)
            for name in FILES:
                new = (pathlib.Path(made) / name).read_text(encoding="utf-8")
                if options == ["--refresh"]:
                    (kept / name).write_text(new, encoding="utf-8")
                    continue
                old = (kept / name).read_text(encoding="utf-8")
                if new != old:
                    status = 1
                    lines = difflib.unified_diff(old.splitlines(), new.splitlines(), f"{case}/{name}", "now", lineterm="", n=1)
                    print("\n".join(list(lines)[:60]))
    if status:
        print("If this is meant: cmake --build build/release --target refresh-goldens, and review the difference.")
    return status


if __name__ == "__main__":
    sys.exit(main())
