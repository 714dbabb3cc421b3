#!/usr/bin/env python3
"""Compares what the program makes of the samples, and the exports of a kept story, with what is kept beside this file.

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
# Of exports/story.json, which stays as it is: only a change of a format shows here.
EXPORTS = {
    "story.gexf": ("graph", "--format", "gexf"),
    "relations.gexf": ("graph", "--view", "relations", "--format", "gexf"),
    "story.graphml": ("graph", "--format", "graphml"),
    "nodes.csv": ("graph", "--format", "csv", "--table", "nodes"),
    "edges.csv": ("graph", "--format", "csv", "--table", "edges"),
    "story.ndjson": ("graph", "--format", "ndjson"),
    "story.ftm": ("graph", "--format", "ftm"),
    "relations.ftm": ("graph", "--view", "relations", "--format", "ftm"),
    "timelinejs.json": ("timeline", "--format", "timelinejs"),
    "timeline.csv": ("timeline", "--format", "csv"),
    "timeline.ndjson": ("timeline", "--format", "ndjson"),
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


def made_exports(program, source):
    """(exports/file, content) of each."""
    kept = pathlib.Path(source) / "tests" / "golden" / "exports" / "story.json"
    for name, (command, *arguments) in EXPORTS.items():
        done = subprocess.run([program, "-q", command, kept, *arguments], stdout=subprocess.PIPE, check=True)
        yield f"exports/{name}", done.stdout.decode("utf-8")


def main():
    program, source, *options = sys.argv[1:]
    folder = pathlib.Path(source) / "tests" / "golden"
    status = 0
    for make in (made_stories, made_comparisons, made_exports):
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
