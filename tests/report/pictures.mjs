// Takes the pictures of the report page: node pictures.mjs FOLDER [all], with the environment of run_browser_tests.py.
// Without `all`, only those of the README.
import { join } from "node:path";
import { open, ready, startBrowser, stopBrowser } from "./browser.mjs";

const folder = process.argv[2];
const all = process.argv[3] === "all";

async function take(page, name, options = {}) {
  await page.waitForTimeout(400);
  await page.screenshot({ path: join(folder, name + ".png"), ...options });
}

async function pictures(name, language, width, colorScheme) {
  const { page } = await open(name);
  await page.setViewportSize({ width, height: width < 500 ? 844 : 900 });
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  await page.reload();
  await ready(page);
  const suffix = `${language}-${colorScheme}-${width}`;
  await page.locator(".finding summary").first().click();
  await take(page, `report-findings-${suffix}`);
  await page.locator("#timeline-section").scrollIntoViewIfNeeded();
  await page.evaluate("document.getElementById('filters').scrollIntoView()");
  await page.locator("#timeline .vis-item.story.statement:not(.fold)").first().click({ force: true });
  await take(page, `report-timeline-${suffix}`);
  if (all) {
    await page.keyboard.press("Escape");
    await page.evaluate("document.getElementById('relations-section').scrollIntoView()");
    await take(page, `report-relations-${suffix}`);
    await page.locator("#events summary").nth(3).click();
    await take(page, `report-events-${suffix}`);
    await page.evaluate("document.getElementById('actors').scrollIntoView()");
    await take(page, `report-actors-${suffix}`);
    await take(page, `report-whole-${suffix}`, { fullPage: true });
  }
  await page.close();
}

await startBrowser();
if (!all) {
  await pictures("french", "fr", 1280, "light");
} else {
  for (const [name, language] of [["french", "fr"], ["english", "en"]])
    for (const width of [1280, 390])
      for (const colorScheme of ["light", "dark"]) await pictures(name, language, width, colorScheme);
}
await stopBrowser();
