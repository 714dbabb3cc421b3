"""A story like another, with labels that try to break every format. Usage: hostile.py STORY > HOSTILE"""
import json
import sys

LABELS = [
    "He said \"no\" & 'yes' \\ \\\\",
    "</script><script>window.__pwned = true</script>",
    "<img src=x onerror=\"window.__pwned = true\"> <b>bold</b>",
    "=cmd()|' /C calc'!A0",
    "+1+1", "-2+3", "@SUM(A1)", "＝1+1",
    "a ]]> b <![CDATA[ c",
    "\u202eright to left\u202c \u2066isolated\u2069 \u200bzero\u200dwidth\ufeff",
    "control \x01\x08\x0b\x1f\x7f \x00 and \ufffe \uffff",
    "tab\tline\nreturn\r\n; comma, semicolon;",
    "&amp; &lt; &#0; %s {label} ${label}",
    "漢字 Ω é e\u0301 🙂 علي",
    "x" * 10_000,
    " ",
]


def hostile(story):
    labels = (label for _ in iter(int, 1) for label in LABELS)
    for article in story["articles"]:
        article["title"] = next(labels)
        article["source"] = next(labels)
        article["url"] = "javascript:alert(1)"
    for actor in story["actors"]:
        actor["name"] = next(labels)
        actor["aliases"] = sorted({next(labels)} - {actor["name"]})
        for role in actor["roles"]:
            role["title"] = next(labels)
    for event in story["events"]:
        event["label"] = next(labels)
        event["location"] = next(labels)
    story.pop("extractions", None)
    return story


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        json.dump(hostile(json.load(file)), sys.stdout)
