"""Makes report pages and runs the browser tests on them; exit status 77 where the machine has no browser for it.

With the argument `large` only those of a page of many events, else all others.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import stories

HERE = pathlib.Path(__file__).parent
SOURCE = pathlib.Path(os.environ["FABULA_SOURCE_DIR"])
PROGRAM = os.environ["FABULA_PROGRAM"]
NODE_FOLDER = pathlib.Path(os.environ["FABULA_NODE_FOLDER"])
IRAN_RUSSIA = ("000_5b97cbcc9cc71c7a.txt", "001_b9e2cd9a1a80cba3.txt")


def skip(why):
    print(f"SKIPPED report tests: {why}")
    sys.exit(77)


def fabula(*arguments):
    subprocess.run([PROGRAM, *map(str, arguments), "--quiet"], check=True, stderr=subprocess.DEVNULL)


def fetch_modules():
    """npm ci beside the build, again only where the lock file changed."""
    lock = (HERE / "package-lock.json").read_bytes()
    stamp = NODE_FOLDER / "fetched-package-lock.json"
    if stamp.exists() and stamp.read_bytes() == lock:
        return
    NODE_FOLDER.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(HERE / name, NODE_FOLDER / name)
    done = subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=NODE_FOLDER,
                          stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False, timeout=180)
    if done.returncode != 0:
        skip(f"npm cannot fetch playwright-core and axe-core: {done.stderr.strip()[-300:]}")
    stamp.write_bytes(lock)


def make_pages(folder):
    """The stories that the tests look at: name.html, each with name.json beside it."""
    fabula("build", SOURCE / "samples" / "fr", "-o", folder / "samples")
    shutil.copy(folder / "samples" / "story.json", folder / "french.json")
    shutil.copy(folder / "french.json", folder / "english.json")
    stories.write_hostile_article(folder / "hostile")
    fabula("build", folder / "hostile", "-o", folder / "hostile-out")
    shutil.copy(folder / "hostile-out" / "story.json", folder / "article.json")
    stories.write_hostile_story(folder / "french.json", folder / "story.json")
    stories.write_pair(folder / "pair.json")
    shared = [SOURCE.parent / "shared" / "articles" / name for name in IRAN_RUSSIA]
    if all(path.exists() for path in shared):
        fabula("build", *shared, "-o", folder / "shared")
        shutil.copy(folder / "shared" / "story.json", folder / "iran-russia.json")
    write_reports(folder)
    write_bare_page((folder / "pair.html").read_text(encoding="utf-8"), folder / "bare.html")
    page = subprocess.run([PROGRAM, "compare", str(folder / "pair.json"), "--format", "html"], check=True, stdout=subprocess.PIPE)
    (folder / "comparison.html").write_bytes(page.stdout)


def make_large_page(folder):
    stories.write_large_story(folder / "large.json")
    write_reports(folder)


def write_reports(folder):
    for path in sorted(folder.glob("*.json")):
        language = "en" if path.stem == "english" else "fr"
        fabula("report", path, "-o", path.with_suffix(".html"), "--ui-lang", language)


def write_bare_page(page, target):
    """The page as a program makes it that was built without the libraries."""
    scripts = re.findall(r"<script>.*?</script>", page, flags=re.S)
    for library in scripts[:-1]:
        page = page.replace(library, "")
    target.write_text(page, encoding="utf-8")


def main():
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if not chromium:
        skip("no chromium")
    for tool in ("node", "npm"):
        if not shutil.which(tool):
            skip(f"no {tool}")
    fetch_modules()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        large = sys.argv[1:] == ["large"]
        (make_large_page if large else make_pages)(folder)
        environment = {**os.environ, "FABULA_PAGES": str(folder), "FABULA_CHROMIUM": chromium, "FABULA_MODULES": str(NODE_FOLDER)}
        tests = [str(path) for path in sorted(HERE.glob("*.test.mjs")) if (path.name == "large.test.mjs") == large]
        sys.exit(subprocess.run(["node", "--test", *tests], env=environment, check=False).returncode)


if __name__ == "__main__":
    main()
