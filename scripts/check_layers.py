#!/usr/bin/env python3
"""Checks that the layers include each other, and third parties, only as the table below allows.

Usage: check_layers.py [REPOSITORY]; exit status 1 where an include breaks the rule.
"""
import pathlib
import re
import sys

LAYERS = {
    # layer: (layers it may include, third-party prefixes it may include)
    "base": ((), ("unicode/",)),
    "lang": (("base",), ("unicode/", "nlohmann/")),
    "text": (("base", "lang"), ("unicode/", "uchardet/", "cld2/", "libxml/", "openssl/", "nlohmann/")),
    "syntax": (("base", "lang", "text"), ()),
    "temporal": (("base", "lang", "text", "syntax"), ("unicode/",)),
    "actors": (("base", "lang", "text", "syntax"), ()),
    "events": (("base", "lang", "text", "syntax", "temporal", "actors"), ()),
    "graph": (("base",), ("boost/",)),
    "compare": (("base", "graph"), ()),
    "output": (("base", "graph", "compare"), ("boost/", "nlohmann/", "graphviz/", "libxml/")),
    "report": (("base", "graph", "compare", "output"), ("nlohmann/", "openssl/")),
    "pipeline": (("base", "lang", "text", "syntax", "temporal", "actors", "events", "graph", "compare"), ()),
    "cli": (("base", "lang", "text", "syntax", "temporal", "actors", "events", "graph", "compare", "output", "report", "pipeline"),
            ("CLI/",)),
}
# Value types of lower layers that a layer may include although it may not include the layer.
VALUE_TYPES = {
    "graph": {"actors/actor.hpp", "actors/resolve.hpp", "events/event_mention.hpp", "temporal/time_mention.hpp"},
    "compare": {"actors/actor.hpp", "events/event_mention.hpp"},
    "output": {"actors/actor.hpp", "actors/names.hpp", "actors/overrules.hpp", "events/event_mention.hpp", "temporal/time_mention.hpp"},
    "report": {"actors/actor.hpp", "events/event_mention.hpp"},
}
# Systems headers of POSIX that have a folder.
SYSTEM = ("sys/",)
BANNED = {"regex": "std::regex overflows the stack on long subjects"}

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)


def fault(layer, path, quote, name):
    """What is wrong with one include, or None."""
    below, third_party = LAYERS[layer]
    if name in BANNED:
        return BANNED[name]
    target = name.removeprefix("fabula/") if name.startswith("fabula/") else name
    head = target.split("/")[0]
    if "/" in target and head in LAYERS:
        allowed = head == layer or head in below or target in VALUE_TYPES.get(layer, ())
        return None if allowed else f"{layer} may not include {head}"
    if quote == '"' or "/" not in name or name.startswith(SYSTEM):
        return None
    return None if name.startswith(third_party) else f"{layer} may not include this library"


def files_of(root, layer):
    for folder in (root / "include" / "fabula" / layer, root / "src" / layer):
        yield from sorted(p for p in folder.rglob("*") if p.suffix in (".hpp", ".cpp"))


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent.parent)
    faults = []
    seen = 0
    for layer in LAYERS:
        for path in files_of(root, layer):
            text = path.read_text(encoding="utf-8")
            for match in INCLUDE.finditer(text):
                seen += 1
                why = fault(layer, path, *match.groups())
                if why:
                    line = text.count("\n", 0, match.start(2)) + 1
                    faults.append(f"{path.relative_to(root)}:{line}: {match.group(2)}: {why}")
    unknown = {p.name for base in ("src", "include/fabula") for p in (root / base).iterdir() if p.is_dir()} - set(LAYERS)
    # language packs are data beside src/lang; any other folder must be in the table
    faults += [f"src/{name}: no such layer in the table of check_layers.py" for name in sorted(unknown)]
    if seen == 0:
        faults.append(f"{root}: no includes found; is this the repository?")
    print("\n".join(faults) if faults else f"{seen} includes follow the layers")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
