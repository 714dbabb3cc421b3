// Opens report pages in Chromium and watches what they must not do.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { readFileSync, existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const require = createRequire(join(process.env.FABULA_MODULES, "package.json"));
const { chromium } = require("playwright-core");
export const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const pages = process.env.FABULA_PAGES;
export const has = (name) => existsSync(join(pages, name + ".html"));
export const urlOf = (name) => pathToFileURL(join(pages, name + ".html")).href;
export const storyOf = (name) => JSON.parse(readFileSync(join(pages, name + ".json"), "utf8"));

let context, profile;

export async function startBrowser(options = {}) {
  profile = mkdtempSync(join(tmpdir(), "fabula-browser-"));
  const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
  context = await chromium.launchPersistentContext(profile, { executablePath: process.env.FABULA_CHROMIUM, headless: true, args, viewport: { width: 1280, height: 900 }, ...options });
  return context;
}

export async function stopBrowser() {
  await context.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
}

/* A page that is open, and everything that it should not have done. */
export async function open(name, hash = "") {
  const page = await context.newPage();
  const faults = [];
  page.on("request", (request) => { if (request.url().split("#")[0] !== urlOf(name)) faults.push("request " + request.url()); });
  page.on("console", (message) => { if (["error", "warning"].includes(message.type())) faults.push("console " + message.text()); });
  page.on("pageerror", (error) => faults.push("error " + error.message));
  page.on("dialog", (dialog) => { faults.push("dialog " + dialog.message()); dialog.dismiss(); });
  await page.goto(urlOf(name) + hash);
  return { page, faults };
}

export const ready = (page) => page.waitForSelector("html[data-ready=yes]", { state: "attached" });
export const shownEvents = (page) => page.locator("#events .event-list > li:not([hidden])").count();

/* The page's policy forbids to evaluate strings within it while it waits; functions it may. */
export const someAreHidden = () => document.querySelectorAll("#events .event-list > li[hidden]").length > 0;
export const oneIsShown = () => document.querySelectorAll("#events .event-list > li:not([hidden])").length === 1;

/* Opens a page, does something with it, and sees that nothing went wrong meanwhile. */
export async function on(name, action, hash) {
  const { page, faults } = await open(name, hash);
  try {
    await ready(page);
    await action(page);
    assert.deepEqual(faults, []);
  } finally {
    await page.close();
  }
}
