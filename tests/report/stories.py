"""Stories for the browser tests: hostile ones, a large one and a pair of articles that disagree."""
import json
import pathlib

# Each would set window.pwned if it ever became markup or script.
PAYLOADS = [
    "<script>window.pwned=1</script>",
    "</script><script>window.pwned=2</script>",
    "<img src=x onerror=\"window.pwned=3\">",
    "\"><svg onload=window.pwned=4>",
    "</title></style><script>window.pwned=5</script>",
    "<!--<script>window.pwned=6//-->",
    "javascript:window.pwned=7",
    "{{constructor.constructor('window.pwned=8')()}}",
]


def write_hostile_article(folder):
    """An article whose title, text and file name hold scripts, in the midst of sentences that tell something."""
    folder.mkdir()
    name = "<img src=x onerror=window.pwned=9>.txt"
    sentences = [f"Le ministre Jean Valois {PAYLOADS[i % len(PAYLOADS)]} a nié le 3 mai 2024 avoir signé l'accord avec la Suisse." for i in range(4)]
    text = f"Jean Valois {PAYLOADS[0]} nie tout\n\nParis, 3 mai 2024. – " + "\n\n".join(sentences) + "\n"
    (folder / name).write_text(text, encoding="utf-8")


def write_hostile_story(source, target):
    """A story with scripts in every field that people may have written."""
    story = json.loads(pathlib.Path(source).read_text(encoding="utf-8"))
    story.pop("extractions", None)
    payload = iter(range(10**9))
    bad = lambda: PAYLOADS[next(payload) % len(PAYLOADS)]
    for article in story["articles"]:
        article["title"] = bad() + (article["title"] or "")
        article["source"] = bad()
        article["file"] = bad()
        article["url"] = "javascript:window.pwned=10"
        text = article["text"]
        article["text"] = (PAYLOADS[0] + text)[:len(text)]
    for actor in story["actors"]:
        actor["name"] = bad() + actor["name"]
        actor["aliases"] = sorted({bad(), "alias"})
        for role in actor["roles"]:
            role["title"] = bad()
    for event in story["events"]:
        event["label"] = bad() + event["label"]
        event["location"] = bad()
        for mention in event["mentions"]:
            mention["label"] = bad()
    for finding in story["findings"]:
        finding["text"] = bad() + finding["text"]
    pathlib.Path(target).write_text(json.dumps(story), encoding="utf-8")


class Writer:
    """Builds a story.json article by article, with spans that fit."""

    def __init__(self):
        self.story = {"format": "fabula.story", "version": 1, "generator": {"name": "test", "version": "0"}, "articles": [],
                      "actors": [], "events": [], "links": [], "positions": [], "findings": []}

    def article(self, published, language="fr"):
        number = len(self.story["articles"]) + 1
        self.story["articles"].append({"id": f"a{number}", "file": f"{number}.txt", "title": f"Article {number}", "source": f"Journal {number % 7}",
                                       "language": language, "published": published, "published_basis": "head",
                                       "sha256": f"{number:064x}", "characters": 0, "text": ""})
        return self.story["articles"][-1]

    def actor(self, name, kind="person"):
        number = len(self.story["actors"]) + 1
        self.story["actors"].append({"id": f"p{number}", "kind": kind, "name": name, "aliases": [], "roles": [], "mentions": []})
        return f"p{number}"

    def mention(self, article, sentence, trigger, time, factuality="asserted"):
        begin = len(article["text"])
        at = begin + sentence.index(trigger)
        article["text"] += sentence + "\n\n"
        article["characters"] = len(article["text"])
        return {"article": article["id"], "begin": at, "end": at + len(trigger), "sentence": [begin, begin + len(sentence)], "quotes": [],
                "factuality": factuality, "claimed_by": None, "claim_event": None, "time": time}

    def event(self, mentions, label, who, act=None, code=None):
        number = len(self.story["events"]) + 1
        self.story["events"].append({"id": f"e{number}", "type": "statement" if act else "action", "act": act, "predicate": label.split()[0],
                                     "label": label, "code": code, "factuality": mentions[0]["factuality"], "participants": who,
                                     "time": mentions[0]["time"], "mentions": mentions})
        return f"e{number}"

    def link(self, source, target, kind, mention):
        self.story["links"].append({"from": source, "to": target, "type": kind, "article": mention["article"],
                                    "begin": mention["sentence"][0], "end": mention["sentence"][1]})

    def write(self, path):
        pathlib.Path(path).write_text(json.dumps(self.story), encoding="utf-8")


def days(first, last):
    edtf = first if first == last else f"{first or '..'}/{last or '..'}"
    return {"edtf": edtf, "earliest": first, "latest": last, "basis": "explicit"}


def write_large_story(path, events=3000, actors=400, articles=60):
    writer = Writer()
    people = [writer.actor(f"Personne {i}", ("person", "organization", "state", "media")[i % 4]) for i in range(actors)]
    tellers = [writer.article(f"2024-{1 + i % 12:02}-{1 + i % 28:02}") for i in range(articles)]
    before = None
    for i in range(events):
        day = f"{2020 + i * 5 // events}-{1 + i * 7 % 12:02}-{1 + i * 11 % 28:02}"
        time = days(day, day) if i % 3 else days(day, day[:8] + "28")
        sentence = f"Le responsable numéro {i} a livré des caisses à son partenaire et personne n'a su d'où elles venaient ce jour-là."
        mention = writer.mention(tellers[i % articles], sentence, "livré", time)
        who = [{"role": "agent", "actor": people[i % actors]}, {"role": "patient", "actor": people[(i * 7 + 3) % actors]}]
        event = writer.event([mention], f"Le responsable {i} livre des caisses", sorted(who, key=lambda p: (p["role"], p["actor"])),
                             act="say" if i % 4 == 0 else None, code=None if i % 4 == 0 else "AID")
        if before:
            writer.link(before, event, "before", mention)
        before = event
    writer.write(path)


def write_pair(path):
    """Two articles, one event that both tell, a denial and an admission: something to find and to compare."""
    writer = Writer()
    ana, state = writer.actor("Ana Morel"), writer.actor("Nordanie", "state")
    first, second = writer.article("2024-03-02"), writer.article("2024-05-04")
    told = [writer.mention(first, "La Nordanie a livré douze chars.", "livré", days("2024-03-01", "2024-03-01"), "claimed"),
            writer.mention(second, "La Nordanie a livré vingt chars.", "livré", days("2024-02-10", "2024-02-20"))]
    supply = writer.event(told, "La Nordanie livre des chars", [{"role": "agent", "actor": state}], code="AID")
    no = writer.mention(first, "Ana Morel a nié la livraison.", "nié", days("2024-03-02", "2024-03-02"))
    yes = writer.mention(second, "Ana Morel a reconnu la livraison.", "reconnu", days("2024-05-03", "2024-05-03"))
    denial = writer.event([no], "Ana Morel nie la livraison", [{"role": "agent", "actor": ana}], act="deny")
    admission = writer.event([yes], "Ana Morel reconnaît la livraison", [{"role": "agent", "actor": ana}], act="confirm")
    writer.link(denial, supply, "denies", no)
    writer.link(admission, supply, "confirms", yes)
    for statement, stance, day in ((denial, "denies", "2024-03-02"), (admission, "confirms", "2024-05-03")):
        writer.story["positions"].append({"event": supply, "actor": ana, "stance": stance, "statement": statement, "earliest": day, "latest": day})
    writer.story["findings"].append({"kind": "position_change", "actor": ana, "events": [supply], "statements": [denial, admission],
                                     "articles": ["a1", "a2"], "text": "Ana Morel a changé de position sur la livraison."})
    writer.write(path)
