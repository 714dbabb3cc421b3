#!/usr/bin/env python3
"""Every export of a story, read back by programs that are not fabula.

Usage: check_exports.py FABULA STORY [--modules FOLDER] [--only NAME,NAME] [--browser PROGRAM]

Checks the story and one with the same shape and hostile labels, whole and filtered. A consumer that is not installed is
skipped by name. Exit status 0 all that ran agreed, 1 one did not, 77 none could run.
"""
import argparse
import collections
import csv
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from hostile import hostile

HERE = pathlib.Path(__file__).parent
OUTPUT_SCHEMAS = HERE.parent.parent / "src" / "output" / "schema"
GEXF_NAMESPACE = b'xmlns="http://gexf.net/1.3"'
FORMULA_STARTS = tuple("=+-@\t\r\n|＝＋－＠")


class Skip(Exception):
    """The consumer is not installed."""


def need(program):
    if shutil.which(program) is None:
        raise Skip(f"{program} is not installed")
    return program


def run(*command, data=None, quiet=True):
    done = subprocess.run([str(part) for part in command], input=data, capture_output=True, timeout=600, check=False)
    words = done.stderr.decode("utf-8", "replace").strip()
    assert done.returncode == 0, f"{command[0]} exits with {done.returncode}: {words[-2000:]} {done.stdout[-2000:]}"
    assert not (quiet and words), f"{command[0]} complains: {words[:2000]}"
    return done.stdout


class Exports:
    """What the program writes of one story, by view and format, in a folder."""

    def __init__(self, program, story, folder, options):
        self.program, self.story, self.folder, self.options = program, story, folder, options

    def graph(self, view, form, *more):
        path = self.folder / f"{view}{''.join(more)}.{form}"
        run(self.program, "graph", self.story, "--view", view, "--format", form, "-o", path, *self.options, *more)
        return path

    def timeline(self, form):
        path = self.folder / f"timeline.{form}.json"
        # TimelineJS: the program says how many events have no date
        run(self.program, "--quiet", "timeline", self.story, "--format", form, "-o", path, *self.options)
        return path

    def records(self, view):
        return [json.loads(line) for line in self.graph(view, "ndjson").read_text(encoding="utf-8").splitlines()]


def counts(exports, view):
    records = exports.records(view)
    return (sum(r["record"] == "node" for r in records), sum(r["record"] == "edge" for r in records))


VIEWS = ("story", "relations")


def check_dot(exports, _):
    """Graphviz lays out and draws every diagram without a word."""
    need("dot")
    for view in VIEWS:
        drawn = run("dot", "-Tsvg", exports.graph(view, "dot"))
        assert b"</svg>" in drawn
        for form, magic in (("svg", b"<?xml"), ("png", b"\x89PNG"), ("pdf", b"%PDF")):
            assert exports.graph(view, form).read_bytes().startswith(magic), (view, form)


def check_gvpr(exports, _):
    """gvpr finds a node for every event and every actor."""
    need("gvpr")
    for view, letter, of_type in (("story", "e", "event"), ("relations", "p", "actor")):
        names = run("gvpr", f'N [name == "{letter}[0-9]*"] {{ print($.name) }}', exports.graph(view, "dot")).decode().split()
        wanted = [r["id"] for r in exports.records(view) if r["record"] == "node" and r["type"] == of_type]
        assert sorted(names) == sorted(wanted), (view, set(names) ^ set(wanted))


def check_xmllint(exports, _):
    """GraphML and GEXF are well formed and follow their schemas."""
    need("xmllint")
    for view in VIEWS:
        for form in ("graphml", "gexf"):
            # xmllint tells of success on standard error
            run("xmllint", "--nonet", "--noout", "--relaxng", HERE / "schema" / f"{form}.rng", exports.graph(view, form), quiet=False)


def check_networkx(exports, _):
    """networkx reads as many nodes and edges as were written, with their labels and parallel edges."""
    try:
        import networkx
    except ImportError:
        raise Skip("python3-networkx is not installed") from None
    for view in VIEWS:
        labels = {r["id"]: r["label"] for r in exports.records(view) if r["record"] == "node"}
        graphml = networkx.read_graphml(exports.graph(view, "graphml"), force_multigraph=True)
        assert (len(graphml), graphml.number_of_edges()) == counts(exports, view), view
        for node, data in graphml.nodes(data=True):
            assert spaced(data["label"]) == spaced(legal(labels[node])), (node, data["label"], labels[node])
        gexf = exports.graph(view, "gexf").read_bytes()
        assert GEXF_NAMESPACE in gexf
        # networkx 2.8 knows GEXF up to 1.2
        old = exports.folder / "old.gexf"
        old.write_bytes(gexf.replace(GEXF_NAMESPACE, b'xmlns="http://www.gexf.net/1.2draft"').replace(b'version="1.3"', b'version="1.2"'))
        read = networkx.read_gexf(old)
        assert (len(read), read.number_of_edges()) == counts(exports, view), view


def legal(text):
    """What XML does not allow is written as U+FFFD."""
    return "".join(c if c in "\t\n\r" or (" " <= c and c not in "\ufffe\uffff") else "\ufffd" for c in text)


def spaced(text):
    return " ".join(text.split())


def check_jsonschema(exports, _):
    """TimelineJS and NDJSON follow their schemas, days that do not exist refused."""
    try:
        import jsonschema
    except ImportError:
        raise Skip("python3-jsonschema is not installed") from None

    def validator(path):
        schema = json.loads(path.read_text(encoding="utf-8"))
        return jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())

    validator(HERE / "schema" / "timelinejs.schema.json").validate(json.loads(exports.timeline("timelinejs").read_bytes()))
    record = validator(HERE / "schema" / "graph_record.schema.json")
    for view in VIEWS:
        for entry in exports.records(view):
            record.validate(entry)
    whole = validator(OUTPUT_SCHEMAS / "timeline.schema.json")
    lines = [json.loads(line) for line in exports.timeline("ndjson").read_text(encoding="utf-8").splitlines()]
    whole.validate({"format": "fabula.timeline", "version": 1, "entries": lines, "undated": []})


def check_csv(exports, _):
    """Python's csv reads rectangular tables whose edges name nodes; no cell is a formula."""
    csv.field_size_limit(10_000_000)

    def rows(path):
        with open(path, encoding="utf-8", newline="") as file:
            table = list(csv.reader(file, strict=True))
        assert len({len(row) for row in table}) == 1, path
        assert not [cell for row in table for cell in row if cell.startswith(FORMULA_STARTS)], path
        return [dict(zip(table[0], row)) for row in table[1:]]

    for view in VIEWS:
        nodes, edges = (rows(exports.graph(view, "csv", "--table", table)) for table in ("nodes", "edges"))
        assert (len(nodes), len(edges)) == counts(exports, view)
        ids = collections.Counter(node[":ID"] for node in nodes)
        assert max(ids.values(), default=1) == 1
        assert all(edge[":START_ID"] in ids and edge[":END_ID"] in ids and edge[":TYPE"] for edge in edges)
    timeline = json.loads(exports.timeline("json").read_bytes())
    assert len(rows(exports.timeline("csv"))) == len(timeline["entries"]) + len(timeline["undated"])


def check_sqlite3(exports, _):
    """sqlite3 imports as many rows as there are events."""
    need("sqlite3")
    path = exports.timeline("csv")
    count = run("sqlite3", ":memory:", "-cmd", f'.import --csv "{path}" events', "select count(*), count(distinct event) from events")
    timeline = json.loads(exports.timeline("json").read_bytes())
    events = len(timeline["entries"]) + len(timeline["undated"])
    assert count.decode().strip() == f"{events}|{events}"


def check_jq(exports, _):
    """jq reads every line."""
    need("jq")
    for path in [exports.graph(view, form) for view in VIEWS for form in ("ndjson", "ftm")] + [exports.timeline("ndjson")]:
        assert len(run("jq", "-c", ".", path).splitlines()) == len(path.read_bytes().splitlines())


def node_module(arguments, name):
    need("node")
    if not arguments.modules or not (pathlib.Path(arguments.modules) / name).exists():
        raise Skip(f"npm package {name} is not installed (scripts/check-exports installs it)")
    return {**os.environ, "FABULA_MODULES": str(pathlib.Path(arguments.modules).resolve())}


def run_node(environment, script, *arguments):
    done = subprocess.run(["node", str(HERE / script), *map(str, arguments)], env=environment, capture_output=True, text=True,
                          timeout=600, check=False)
    assert done.returncode == 0, (done.stderr + done.stdout)[-3000:]
    return json.loads(done.stdout)


def check_followthemoney(exports, arguments):
    """The FollowTheMoney model takes every entity; dates and references are checked besides, which it does not."""
    environment = node_module(arguments, "@alephdata/followthemoney")
    for view in VIEWS:
        path = exports.graph(view, "ftm")
        read = run_node(environment, "read_ftm.mjs", path)
        assert read["entities"] == len(path.read_bytes().splitlines()), read


def check_graphology(exports, arguments):
    """graphology reads the GEXF with its parallel edges."""
    environment = node_module(arguments, "graphology-gexf")
    for view in VIEWS:
        read = run_node(environment, "read_gexf.mjs", exports.graph(view, "gexf"))
        assert (read["nodes"], read["edges"]) == counts(exports, view), read


def check_timelinejs(exports, arguments):
    """TimelineJS in Chromium keeps every event that was sent, shows the words of its date and runs nothing."""
    environment = node_module(arguments, "@knight-lab/timelinejs")
    node_module(arguments, "playwright-core")
    browser = arguments.browser or shutil.which("chromium")
    if not browser:
        raise Skip("chromium is not installed")
    path = exports.timeline("timelinejs")
    read = run_node(environment, "read_timelinejs.mjs", path, browser)
    sent = json.loads(path.read_bytes())["events"]
    dated = json.loads(exports.timeline("json").read_bytes())["entries"]
    assert read["kept"] == len(sent) == len(dated), (read["kept"], len(sent), len(dated))
    assert not read["requests"] and not read["pwned"] and not read["errors"], read
    assert read["shown"] == read["wanted"], (read["shown"], read["wanted"])


CHECKS = {name.removeprefix("check_"): check for name, check in list(globals().items()) if name.startswith("check_")}


def variants(story, folder):
    """The stories and options to check: name, story file, options."""
    path = folder / "hostile.json"
    path.write_text(json.dumps(hostile(json.loads(story.read_bytes()))), encoding="utf-8")
    yield "whole", story, []
    yield "filtered", story, ["--kind", "statement", "--top", "12"]
    yield "hostile", path, []


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("story", type=pathlib.Path)
    parser.add_argument("--modules", help="folder node_modules with the npm packages of package.json")
    parser.add_argument("--only", help="names of checks, divided by commas")
    parser.add_argument("--browser", help="Chromium to run TimelineJS in")
    arguments = parser.parse_args()
    chosen = arguments.only.split(",") if arguments.only else list(CHECKS)
    ran = failed = 0
    with tempfile.TemporaryDirectory() as scratch:
        stories = list(variants(arguments.story, pathlib.Path(scratch)))
        for name in chosen:
            try:
                for what, story, options in stories:
                    folder = pathlib.Path(scratch) / what
                    folder.mkdir(exist_ok=True)
                    CHECKS[name](Exports(arguments.program, story, folder, options), arguments)
                ran += 1
                print(f"ok    {name}: {CHECKS[name].__doc__}")
            except Skip as reason:
                print(f"SKIP  {name}: {reason}")
            except Exception as error:  # whatever a consumer's library throws is its verdict
                failed += 1
                print(f"FAIL  {name} ({what}): {type(error).__name__}: {error}")
    if failed:
        return 1
    return 0 if ran else 77


if __name__ == "__main__":
    sys.exit(main())
