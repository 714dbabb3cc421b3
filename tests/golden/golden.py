#!/usr/bin/env python3
"""Compares what the program makes of the samples with what is kept beside this file.

Usage: golden.py FABULA SOURCE_DIR [--refresh]; --refresh writes it anew (target refresh-goldens): read the difference
before you commit it.
"""
import difflib
import os
import pathlib
import subprocess
import sys
import tempfile

STORIES = {"fr/explosion": "samples/fr/01-explosion.txt"}
STORY_FILES = ("story.json", "timeline.json", "story.dot", "relations.dot")
COMPARISONS = {  # a denial and the admission; two death tolls; two countries that tell who began, and an arrest left out
    "fr/denial-admission": ("samples/fr/02-dementi.txt", "samples/fr/06-aveu.txt"),
    "fr/tolls": ("samples/fr/01-explosion.txt", "samples/fr/2024_03_20-riposte.txt", "samples/fr/06-aveu.txt"),
    "fr/who-began": ("samples/fr/08-effondrement.txt", "samples/fr/09-annemasse.txt"),
}


def made_stories(program, source):
    """(case/file, content) of each."""
    for case, article in STORIES.items():
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([program, "build", article, "-o", folder, "--no-text", "--quiet"], cwd=source, check=True)
            for name in STORY_FILES:
                yield f"{case}/{name}", (pathlib.Path(folder) / name).read_text(encoding="utf-8")


def made_comparisons(program, source):
    environment = {**os.environ, "COLUMNS": "100"}
    for case, articles in COMPARISONS.items():
        for form, name in (("text", "comparison.txt"), ("json", "comparison.json")):
            done = subprocess.run([program, "compare", *articles, "--format", form, "--quiet"], cwd=source, check=True,
                                  env=environment, stdout=subprocess.PIPE)
            yield f"{case}/{name}", done.stdout.decode("utf-8")


def main():
    program, source, *options = sys.argv[1:]
    folder = pathlib.Path(source) / "tests" / "golden"
    status = 0
    for make in (made_stories, made_comparisons):
        for name, new in make(program, source):
            kept = folder / name
            if options == ["--refresh"]:
                kept.parent.mkdir(parents=True, exist_ok=True)
                kept.write_text(new, encoding="utf-8")
                continue
            old = kept.read_text(encoding="utf-8")
            if new != old:
                status = 1
                lines = difflib.unified_diff(old.splitlines(), new.splitlines(), name, "now", lineterm="", n=1)
                print("\n".join(list(lines)[:60]))
    if status:
        print("If this is meant: cmake --build build/release --target refresh-goldens, and review the difference.")
    return status


if __name__ == "__main__":
    sys.exit(main())
