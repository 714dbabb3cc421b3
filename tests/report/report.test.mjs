// The page as its readers use it.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { axe, has, on, oneIsShown, shownEvents, someAreHidden, startBrowser, stopBrowser, storyOf } from "./browser.mjs";

const everyPage = ["french", "english", "article", "story", "pair", "comparison", "iran-russia"].filter(has);

before(() => startBrowser());
after(stopBrowser);

describe("every page", () => {
  for (const name of everyPage)
    it(name + " loads without an error or a request, and shows both widgets", () => on(name, async (page) => {
      await page.locator("#timeline .vis-item").first().waitFor();
      await page.locator("#relations").scrollIntoViewIfNeeded();
      await page.locator("#relations canvas").first().waitFor();
      assert.equal(await page.evaluate("window.pwned"), undefined);
    }));

  for (const name of everyPage)
    it(name + " has no violation that axe-core finds, in light and dark", () => on(name, async (page) => {
      for (const colorScheme of ["light", "dark"]) {
        await page.emulateMedia({ colorScheme });
        await page.evaluate("document.querySelectorAll('details').forEach((d, i) => { if (i < 12) d.open = true; })");
        await page.evaluate(axe);
        const { violations } = await page.evaluate("axe.run(document, { resultTypes: ['violations'] })");
        assert.deepEqual(violations.map((v) => [v.id, v.nodes[0].html.slice(0, 200), v.nodes[0].failureSummary]), []);
      }
    }));

  for (const name of everyPage)
    it(name + " is not wider than a telephone", () => on(name, async (page) => {
      await page.setViewportSize({ width: 390, height: 800 });
      assert.ok(await page.evaluate("document.documentElement.scrollWidth") <= 390);
    }));
});

describe("hostile text", () => {
  for (const name of ["article", "story"])
    it(`does not run: ${name}`, () => on(name, async (page) => {
      await page.locator("#events summary").first().click();
      await page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })");
      await page.locator("#timeline .vis-item.story").first().click({ force: true });
      await page.waitForTimeout(200);
      assert.equal(await page.evaluate("window.pwned"), undefined);
      assert.equal(await page.locator("[onerror], [onload], a[href^='javascript:']").count(), 0);
      const scripts = await page.evaluate("Array.from(document.scripts, (s) => s.textContent.slice(0, 20)).filter((t) => t.startsWith('window.pwned'))");
      assert.deepEqual(scripts, []);
    }));

  it("is shown as it is", () => on("story", async (page) => {
    assert.ok((await page.locator("main").innerText()).includes("<script>window.pwned=1</script>"));
  }));
});

describe("filters", () => {
  it("by actor show the events of that actor, in the list and on the timeline", () => on("french", async (page) => {
    const story = storyOf("french");
    const actor = story.actors.find((a) => a.name === "Étienne Maurel");
    const wanted = story.events.filter((e) => e.participants.some((p) => p.actor === actor.id) || e.mentions.some((m) => m.claimed_by === actor.id)).length;
    await page.selectOption("#filter-actor", actor.id);
    await page.waitForFunction((n) => document.querySelectorAll("#events .event-list > li:not([hidden])").length === n, wanted);
    assert.match(await page.locator("#filter-count").innerText(), new RegExp(`^${wanted} `));
  }));

  it("by kind, certainty, article and period", () => on("french", async (page) => {
    const { events } = storyOf("french");
    const shows = async (wanted) => {
      await page.waitForFunction((n) => document.querySelectorAll("#events .event-list > li:not([hidden])").length === n, wanted.length);
      await page.click("#filters button[type=reset]");
      await page.waitForFunction((n) => document.querySelectorAll("#events .event-list > li:not([hidden])").length === n, events.length);
    };
    await page.selectOption("#filter-kind", "type:statement");
    await shows(events.filter((e) => e.type === "statement"));
    await page.selectOption("#filter-kind", "act:deny");
    await shows(events.filter((e) => e.act === "deny"));
    await page.selectOption("#filter-factuality", "claimed");
    await shows(events.filter((e) => e.factuality === "claimed"));
    await page.selectOption("#filter-article", "a3");
    await shows(events.filter((e) => e.mentions.some((m) => m.article === "a3")));
    await page.fill("#filter-from", "2024-04-01");
    await shows(events.filter((e) => (e.time.earliest || e.time.latest) && (!e.time.latest || e.time.latest >= "2024-04-01")));
  }));

  it("that nothing passes say so", () => on("french", async (page) => {
    await page.fill("#filter-text", "xylophone");
    await page.locator("#none-left").waitFor();
    assert.equal(await shownEvents(page), 0);
  }));
});

it("search finds words of the evidence, accents and case aside", () => on("french", async (page) => {
  await page.fill("#filter-text", "PREFETE chlorate");
  await page.waitForFunction(someAreHidden);
  const count = await shownEvents(page);
  await page.fill("#filter-text", "préfète chlorate");
  await page.waitForTimeout(300);
  assert.equal(await shownEvents(page), count);
  const texts = await page.locator("#events .event-list > li:not([hidden])").allTextContents();
  for (const text of texts) assert.match(text, /chlorate/i);
}));

it("an event of the timeline shows its evidence", () => on("pair", async (page) => {
  await page.locator("#timeline .vis-item.vis-box.statement").first().click();
  await page.locator("#panel blockquote mark.in-trigger").first().waitFor();
  assert.ok(await page.locator("#panel figcaption a").count() > 0);
  await page.keyboard.press("Escape");
  assert.ok(await page.locator("#panel").isHidden());
}));

it("evidence is the sentence of the story, with the trigger marked", () => on("french", async (page) => {
  const story = storyOf("french"), event = story.events[10], mention = event.mentions[0];
  const text = Array.from(story.articles.find((a) => a.id === mention.article).text);
  await page.evaluate((id) => { location.hash = id; }, event.id);
  const passage = page.locator(`#${event.id} blockquote`).first();
  await passage.waitFor();
  const marked = await passage.locator("mark.in-sentence").allTextContents();
  assert.equal(marked.join(""), text.slice(...mention.sentence).join(""));
  assert.equal((await passage.locator("mark.in-trigger").allTextContents()).join(""), text.slice(mention.begin, mention.end).join(""));
}));

it("an actor of the graph shows what it takes part in, and an event of it its evidence", () => on("french", async (page) => {
  await page.locator("#relations").scrollIntoViewIfNeeded();
  await page.locator("#relations canvas").first().waitFor();
  const at = await page.evaluate("(() => { const p = fabulaGraph.nodes()[0].renderedPosition(); return { x: p.x, y: p.y }; })()");
  await page.locator("#relations").click({ position: at });
  await page.locator("#panel a[data-event]").first().click();
  await page.locator("#panel blockquote").first().waitFor();
}));

it("a finding opens both passages side by side and leads to the statements", () => on("pair", async (page) => {
  const finding = page.locator(".finding").first();
  await finding.locator("summary").click();
  const sides = finding.locator(".side");
  assert.equal(await sides.count(), 2);
  const boxes = [await sides.nth(0).boundingBox(), await sides.nth(1).boundingBox()];
  assert.equal(boxes[0].y, boxes[1].y);
  assert.ok(boxes[0].x < boxes[1].x);
  assert.deepEqual(await finding.locator("blockquote mark.in-trigger").allTextContents(), ["nié", "reconnu"]);
  await sides.nth(1).locator(".claim a").click();
  await page.locator("#e3 blockquote").first().waitFor();
  assert.ok(await page.locator("#e3").isVisible());
}));

it("positions on an event are a table over time", () => on("pair", async (page) => {
  await page.evaluate("location.hash = 'e1'");
  const table = page.locator("#e1 table.positions");
  await table.waitFor();
  assert.deepEqual(await table.locator("thead th").allTextContents(), ["Acteur", "2 mars 2024", "3 mai 2024"]);
  assert.deepEqual(await table.locator("tbody td").allTextContents(), ["dément", "confirme"]);
}));

it("a comparison shows shared events by article and what differs", () => on("comparison", async (page) => {
  const shared = page.locator("#comparison .event-list > li").first();
  await shared.locator("summary").click();
  assert.equal(await shared.locator("thead th").count(), 2);
  assert.match(await shared.locator("tbody").innerText(), /douze[\s\S]*vingt/);
}));

it("the timeline zooms by its buttons and by Ctrl and wheel, not by the wheel alone", () => on("french", async (page) => {
  // words and places: months far apart and near each other can have the same words
  const labels = () => [...document.querySelectorAll("#timeline .vis-time-axis.vis-foreground .vis-text")]
    .map((label) => label.textContent + label.style.transform).join(" ");
  const shown = () => page.evaluate(labels);
  const changes = async (was) => {
    for (let tries = 0; tries < 100 && (await shown()) === was; ++tries) await page.waitForTimeout(100);
    assert.notEqual(await shown(), was);
  };
  await page.locator("#timeline").scrollIntoViewIfNeeded();
  await changes("");
  const first = await shown();
  await page.click("#timeline-in");
  await changes(first);
  const nearer = await shown();
  await page.locator("#timeline").hover();
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, -300);
  await changes(nearer);
  await page.keyboard.up("Control");
  const still = await shown();
  await page.mouse.wheel(0, 10);
  await page.waitForTimeout(500);
  assert.equal(await shown(), still);
  await page.click("#timeline-fit");
  await changes(still);
}));

it("many events of one time are one bar, which opens into its time and lists them", () => on("french", async (page) => {
  const fold = page.locator("#timeline .vis-item.fold", { hasText: /[0-9]/ }).first();
  const count = Number.parseInt(await fold.textContent(), 10);
  await fold.click();
  assert.equal(await page.locator("#panel a[data-event]").count(), count);
}));

it("the keyboard reaches search, findings and events, and opens them", () => on("french", async (page) => {
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate("document.activeElement.className"), "skip");
  await page.locator("#filter-text").focus();
  await page.keyboard.type("Maurel");
  await page.waitForFunction(someAreHidden);
  const summary = page.locator("#events .event-list > li:not([hidden]) summary").first();
  await summary.focus();
  await page.keyboard.press("Enter");
  await page.locator("#events .event-list > li:not([hidden]) blockquote").first().waitFor();
  await page.keyboard.press("Tab");
  assert.ok(await page.evaluate("Boolean(document.activeElement.closest('#events'))"));
}));

it("a link to an event opens it", () => on("french", async (page) => {
  await page.locator("#e5 blockquote").first().waitFor();
}, "#e5"));

it("in print findings are open and widgets are pictures", () => on("pair", async (page) => {
  await page.emulateMedia({ media: "print" });
  assert.ok(await page.locator(".finding blockquote").first().isVisible());
  assert.ok(await page.locator("#timeline").isHidden());
  assert.ok(await page.locator("#timeline-picture svg").isVisible());
}));

it("without the libraries pictures take the widgets' places, and filters work", () => on("bare", async (page) => {
  for (const name of ["timeline", "relations"]) {
    assert.ok(await page.locator(`#${name}-picture svg`).isVisible());
    assert.ok(await page.locator(`#${name}-widget`).isHidden());
  }
  await page.fill("#filter-text", "reconnu");
  await page.waitForFunction(oneIsShown);
  await page.locator("#timeline-picture a[href='#e2']").first().click();
  await page.locator("#panel blockquote").waitFor();
}));

it("speaks the language it was asked to", async () => {
  await on("french", async (page) => assert.equal(await page.locator("#findings-title").innerText(), "Constats"));
  await on("english", async (page) => assert.equal(await page.locator("#findings-title").innerText(), "Findings"));
});
