#!/usr/bin/env python3
"""Checks that no word of a language stands in C++ code: language knowledge is data.

Usage: check_words.py [REPOSITORY]; exit status 1 where a string literal of src/ or include/ holds a letter beyond ASCII,
or is a verb or a function word of the tables.
"""
import pathlib
import re
import sys

TABLES = {  # table: columns that hold verbs and function words; nouns are too often English words as well
    "event_connectives": ("words",), "event_verbs": ("lemma",), "light_verbs": ("lemma",), "say_verbs": ("lemma",),
    "verb_phrases": ("lemma", "prep"), "event_prepositions": ("word",), "actor_words": ("word",),
    "tokens_clitics": ("form",), "tokens_multiword": ("form", "words"),
}
# Words of a table that are something else in the code.
OUR_OWN = {
    "al": "particle of Arabic names, read as such in any language", "au": "the same letters in English sounds",
    "aux": "relation of Universal Dependencies", "passage": "English word", "place": "kind of an actor word",
}
LETTER = re.compile(r"[^\W\d_]")
LITERAL = re.compile(r'//[^\n]*|/\*.*?\*/|R"(?P<d>[^(]*)\((?P<raw>.*?)\)(?P=d)"|"(?P<text>(?:\\.|[^"\\\n])*)"|\'(?:\\.|[^\'\\\n])+\'', re.S)
FOLDERS_OF_MESSAGES = ("cli",)  # examples in help texts name actors of the samples


def literals(code):
    for match in LITERAL.finditer(code):
        text = match["text"] if match["text"] is not None else match["raw"]
        if text is not None:
            yield code.count("\n", 0, match.start()) + 1, text


def words_of_tables(lang):
    words = set()
    for name, columns in TABLES.items():
        for path in lang.glob(f"*/{name}.tsv"):
            rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()
                    if line and not line.startswith("#")]
            for column in columns:
                if column in rows[0]:
                    at = rows[0].index(column)
                    words |= {word for row in rows[1:] if len(row) > at for word in row[at].split("|")}
    for path in lang.glob("*/frames.tsv"):
        for slot in re.findall(r"[\t|]([^=|\t]+?)\+?=", path.read_text(encoding="utf-8")):
            words.add(slot)
    return words - {"", "subj", "obj", "adj", "poss", "theme", "inf"}


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent.parent)
    words = words_of_tables(root / "src" / "lang") - set(OUR_OWN)
    faults = []
    for folder in ("src", "include"):
        for path in sorted((root / folder).rglob("*.[ch]pp")):
            if path.parent.name in FOLDERS_OF_MESSAGES:
                continue
            for line, text in literals(path.read_text(encoding="utf-8")):
                beyond = "".join(c for c in text if ord(c) > 127)
                if LETTER.search(beyond):
                    faults.append(f"{path.relative_to(root)}:{line}: \"{text}\" holds letters of a language")
                elif text in words:
                    faults.append(f"{path.relative_to(root)}:{line}: \"{text}\" is a word of a language's tables")
    print("\n".join(faults) or f"no word of {len(words)} in the code")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
