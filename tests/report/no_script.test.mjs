// The page where JavaScript is off.
import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { open, startBrowser, stopBrowser } from "./browser.mjs";

before(() => startBrowser({ javaScriptEnabled: false }));
after(stopBrowser);

it("without JavaScript pictures, findings and events with their evidence remain", async () => {
  const { page, faults } = await open("pair");
  assert.ok(await page.locator("#timeline-picture svg").isVisible());
  assert.ok(await page.locator("#relations-picture svg").isVisible());
  assert.ok(await page.locator("#filters").isHidden());
  assert.ok(await page.locator("noscript p").isVisible());
  await page.locator(".finding summary").first().click();
  assert.equal(await page.locator(".finding .side:visible").count(), 2);
  await page.locator("#events summary").first().click();
  assert.ok(await page.locator("#events blockquote").first().isVisible());
  assert.deepEqual(faults, []);
});

it("without JavaScript a link to an event opens it", async () => {
  const { page } = await open("pair", "#e3");
  assert.ok(await page.locator("#e3 blockquote").first().isVisible());
});
