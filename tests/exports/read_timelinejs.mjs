// read_timelinejs.mjs FILE CHROMIUM: loads a timeline into TimelineJS; says what it kept, showed, asked for and ran.
import { readFileSync, writeFileSync, mkdtempSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

const modules = process.env.FABULA_MODULES;
const require = createRequire(modules + "/");
const { chromium } = require("playwright-core");
const [file, executablePath] = process.argv.slice(2);
const data = readFileSync(file, "utf8").replaceAll("<", "\\u003c");
const library = join(modules, "@knight-lab/timelinejs/dist");
const page_file = join(mkdtempSync(join(tmpdir(), "fabula-timeline-")), "page.html");
writeFileSync(page_file, `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="file://${library}/css/timeline.css">
<div id="timeline" style="width:1000px;height:600px"></div><script src="file://${library}/js/timeline.js"></script>
<script>window.data = ${data}; window.sent = JSON.parse(JSON.stringify(data));
window.timeline = new TL.Timeline("timeline", data, {font: null, script_path: "file://${library}/js/", language: "en"});</script>`);

const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--allow-file-access-from-files"] });
const page = await browser.newPage();
const requests = [], errors = [];
page.on("request", (request) => { if (!request.url().startsWith("file:") && !request.url().startsWith("data:")) requests.push(request.url()); });
page.on("pageerror", (error) => errors.push(String(error)));
await page.goto("file://" + page_file);
await page.waitForFunction(() => window.timeline.config && document.querySelector(".tl-timemarker"), null, { timeout: 120000 });
const result = await page.evaluate(() => {
  const decoded = (html) => new DOMParser().parseFromString(html, "text/html").body.textContent.replace(/\s+/g, " ").trim();
  const config = window.timeline.config;
  const first = config.events[0];
  window.timeline.goToId(first.unique_id);
  const sent = window.sent.events.find((event) => event.unique_id === first.unique_id);
  const slide = window.timeline._storyslider._slides.find((candidate) => candidate.data.unique_id === first.unique_id);
  const text = (selector) => slide._el.container.querySelector(selector)?.textContent.replace(/\s+/g, " ").trim() ?? "";
  return {
    kept: config.events.length,
    errors: config.messages.errors.map(String),
    shown: [text(".tl-headline-date"), text(".tl-headline")],
    wanted: [decoded(sent.display_date), decoded(sent.text.headline)],
    pwned: Boolean(window.__pwned),
  };
});
await browser.close();
console.log(JSON.stringify({ ...result, requests, errors: [...errors, ...result.errors] }));
