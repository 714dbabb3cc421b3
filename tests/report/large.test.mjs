// A page of many events: how fast it opens and answers. Nothing else runs beside it.
import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { on, oneIsShown, startBrowser, stopBrowser } from "./browser.mjs";

before(() => startBrowser());
after(stopBrowser);

it("3000 events open in less than ten seconds and can be filtered", { timeout: 60000 }, async () => {
  const start = Date.now();
  await on("large", async (page) => {
    await page.locator("#timeline .vis-item").first().waitFor();
    const opened = Date.now() - start;
    assert.ok(opened < 10000, `opened in ${opened} ms`);
    const searched = Date.now();
    await page.fill("#filter-text", "numero 2999");
    await page.waitForFunction(oneIsShown);
    assert.ok(Date.now() - searched < 5000, `searched in ${Date.now() - searched} ms`);
    console.log(`3000 events: opened in ${opened} ms, searched in ${Date.now() - searched} ms`);
  });
});
