/* The report page: filters, timeline, graph and panel over what the program wrote. Every text that is shown was written by
   the program or is set as text; nothing here makes markup of it. */
"use strict";
(function () {
  delete document.createElement;  // no_styles.js
  const data = JSON.parse(document.getElementById("data").textContent);
  const words = data.words;
  const byId = (id) => document.getElementById(id);
  const events = new Map(data.events.map((event) => [event.id, event]));
  const actors = new Map(data.nodes.map((node) => [node.id, node]));
  const fill = (template, values) => template.replace(/\{(\w+)\}/g, (all, name) => (name in values ? values[name] : all));
  const prefersDark = window.matchMedia("(prefers-color-scheme: dark)");
  const color = (name) => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();

  function element(tag, className, text) {
    const made = document.createElement(tag);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  /* ---- the list of events ---- */

  const items = new Map();
  for (const event of data.events) items.set(event.id, byId(event.id).closest("li"));

  /* Opens an event in the list and goes there. */
  function openInList(id) {
    const item = items.get(id);
    if (!item) return;
    if (item.hidden) showAll();
    item.querySelector("details").open = true;
    const summary = item.querySelector("summary");
    item.scrollIntoView({ block: "center" });
    summary.focus({ preventScroll: true });
  }

  function followHash() {
    const id = location.hash.slice(1);
    if (events.has(id)) openInList(id);
    else if (/^f\d+$/.test(id) && byId(id)) {
      byId(id).closest("details").open = true;
      byId(id).scrollIntoView({ block: "center" });
    }
  }

  /* ---- filters ---- */

  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const form = byId("filters");
  const field = (name) => byId("filter-" + name);
  const texts = new Map();
  let chosenEdge = null;

  /* What a search looks through: the event's own words and its passages, not what it is linked with. Made when first
     searched. */
  function textOf(id) {
    if (!texts.has(id)) {
      const parts = items.get(id).querySelectorAll("summary, dl.facts, .mention");
      texts.set(id, plain(Array.from(parts, (part) => part.textContent).join(" ")));
    }
    return texts.get(id);
  }

  function isOfKind(event, kind) {
    const [family, value] = kind.split(":");
    return event[family] === value;
  }

  /* Undated events are left out where a period is asked for, as in the program's own filters. */
  function liesWithin(event, from, to) {
    if (!from && !to) return true;
    if (!event.earliest && !event.latest) return false;
    return (!from || !event.latest || event.latest >= from) && (!to || !event.earliest || event.earliest <= to);
  }

  function passing() {
    const wanted = plain(field("text").value).split(/\s+/).filter(Boolean);
    const actor = field("actor").value, kind = field("kind").value, article = field("article").value;
    const factuality = field("factuality").value, from = field("from").value, to = field("to").value;
    return data.events.filter((event) =>
      (!actor || event.actors.includes(actor)) && (!kind || isOfKind(event, kind)) && (!article || event.articles.includes(article)) &&
      (!factuality || event.factuality === factuality) && liesWithin(event, from, to) && wanted.every((word) => textOf(event.id).includes(word)));
  }

  const listeners = [];
  let shown = new Set(events.keys());
  function applyFilters() {
    shown = new Set(passing().map((event) => event.id));
    for (const [id, item] of items) item.hidden = !shown.has(id);
    byId("none-left").hidden = shown.size > 0;
    byId("filter-count").textContent = fill(words.shown, { n: shown.size, total: data.events.length });
    for (const listener of listeners) listener();
  }

  function showAll() {
    form.reset();
    applyFilters();
  }

  function startFilters() {
    const days = data.events.flatMap((event) => [event.earliest, event.latest]).filter(Boolean).sort();
    for (const name of ["from", "to"]) {
      if (!days.length) continue;
      field(name).min = days[0];
      field(name).max = days[days.length - 1];
    }
    let waiting = 0;
    const later = () => { clearTimeout(waiting); waiting = setTimeout(applyFilters, 120); };
    form.addEventListener("input", later);
    form.addEventListener("submit", (event) => { event.preventDefault(); applyFilters(); });
    form.addEventListener("reset", () => setTimeout(applyFilters, 0));
    form.hidden = false;
    applyFilters();
  }

  /* ---- the panel beside the widgets ---- */

  const panel = byId("panel"), content = byId("panel-content");
  let cameFrom = null;

  function openPanel(title, children) {
    const heading = element("h2", "", title);
    content.replaceChildren(heading, ...children);
    if (panel.hidden) cameFrom = document.activeElement;
    panel.hidden = false;
    panel.scrollTop = 0;
    panel.focus({ preventScroll: true });
  }

  function closePanel() {
    if (panel.hidden) return;
    panel.hidden = true;
    if (cameFrom && cameFrom.focus) cameFrom.focus({ preventScroll: true });
  }

  function showEvent(id) {
    const copy = byId(id).cloneNode(true);
    copy.removeAttribute("id");
    const tags = items.get(id).querySelector(".tags").cloneNode(true);
    const link = element("a", "", "↓ " + byId("events-title").textContent);
    link.href = "#" + id;
    const line = element("p");
    line.append(tags, " ", link);
    openPanel(events.get(id).label, [line, copy]);
  }

  function eventList(ids) {
    const list = element("ul");
    for (const id of ids) {
      const entry = element("li"), link = element("a", "", events.get(id).label);
      link.href = "#" + id;
      link.dataset.event = id;
      entry.append(element("small", "", items.get(id).querySelector(".when").textContent), " ", link);
      list.append(entry);
    }
    return list;
  }

  function showActor(id) {
    const row = byId(id), heads = row.closest("table").querySelectorAll("thead th");
    const facts = element("dl", "facts");
    Array.from(row.cells).forEach((cell, i) => {
      if (i > 0 && cell.textContent) facts.append(element("dt", "", heads[i].textContent), element("dd", "", cell.textContent));
    });
    const only = element("button", "", words.only_these);
    only.type = "button";
    only.addEventListener("click", () => {
      form.reset();
      field("actor").value = id;
      applyFilters();
      closePanel();
      form.scrollIntoView();
    });
    const own = data.events.filter((event) => event.actors.includes(id)).map((event) => event.id);
    openPanel(row.cells[0].textContent, [facts, only, eventList(own)]);
  }

  /* Events are shown in the panel from pictures and from the panel's own lists, else in their place in the list; actors
     always in the panel. */
  function follow(click) {
    const link = click.target.closest("a[href^='#']");
    if (!link) return;
    const id = link.getAttribute("href").slice(1);
    const besides = link.dataset.event || link.closest("svg");
    if (events.has(id) && besides) showEvent(id);
    else if (/^p\d+$/.test(id) && byId(id)) showActor(id);
    else {
      if (panel.contains(link)) closePanel();
      if (id === location.hash.slice(1)) followHash();  // the same place once more
      return;
    }
    click.preventDefault();
  }

  function startPanel() {
    byId("panel-close").addEventListener("click", closePanel);
    document.addEventListener("keydown", (event) => { if (event.key === "Escape") closePanel(); });
    document.addEventListener("click", follow);
    window.addEventListener("hashchange", followHash);
  }

  /* ---- the timeline ---- */

  const kDay = 86400000;
  const dayOf = (iso) => Date.UTC(+iso.slice(0, 4), +iso.slice(5, 7) - 1, +iso.slice(8, 10));

  /* Bounds of all dates; a date that is open on one side is drawn a share of that long, fading out. */
  function extent(dated) {
    const days = dated.flatMap((event) => [event.earliest, event.latest]).filter(Boolean).map(dayOf);
    const first = Math.min(...days), last = Math.max(...days);
    return { first, last, open: Math.max(3 * kDay, (last - first) * 0.06) };
  }

  /* The shortest time that holds nine tenths of the events: a few that lie far off would make all others one line. */
  function denseWindow(dated, margin) {
    const days = dated.map((event) => dayOf(event.earliest || event.latest)).sort((a, b) => a - b);
    const count = Math.ceil(days.length * 0.9), spans = days.slice(0, days.length - count + 1).map((day, i) => days[i + count - 1] - day);
    const i = spans.indexOf(Math.min(...spans)), padding = Math.max(margin, spans[i] * 0.06);
    return { start: days[i] - padding, end: days[i + count - 1] + kDay + padding };
  }

  function timelineItem(event, bounds) {
    const classes = ["story", event.type, event.factuality];
    const item = { id: event.id, group: event.type, content: event.label };
    if (event.earliest && event.earliest === event.latest) {
      item.start = new Date(dayOf(event.earliest) + kDay / 2);
      item.type = "box";
    } else {
      item.start = new Date(event.earliest ? dayOf(event.earliest) : dayOf(event.latest) - bounds.open);
      item.end = new Date(event.latest ? dayOf(event.latest) + kDay : dayOf(event.earliest) + bounds.open);
      item.type = "range";
      classes.push("uncertain");
      if (!event.earliest) classes.push("open-left");
      if (!event.latest) classes.push("open-right");
    }
    item.className = classes.join(" ");
    return item;
  }

  /* Calendar periods that events are folded into, short ones first: the begin of the one that a time lies in, and of the next. */
  const kPeriods = [
    { days: 1, begin: (d) => Date.UTC(d.getUTCFullYear(), d.getUTCMonth(), d.getUTCDate()) },
    { days: 7, begin: (d) => Date.UTC(d.getUTCFullYear(), d.getUTCMonth(), d.getUTCDate() - (d.getUTCDay() + 6) % 7) },
    { days: 31, begin: (d) => Date.UTC(d.getUTCFullYear(), d.getUTCMonth(), 1) },
    { days: 92, begin: (d) => Date.UTC(d.getUTCFullYear(), d.getUTCMonth() - d.getUTCMonth() % 3, 1) },
    { days: 366, begin: (d) => Date.UTC(d.getUTCFullYear(), 0, 1) },
    { days: 3653, begin: (d) => Date.UTC(d.getUTCFullYear() - d.getUTCFullYear() % 10, 0, 1) }
  ];
  const kMostBars = 70;     // events of the visible time that are drawn one by one
  const kMostPeriods = 26;  // of the visible time, where they are folded
  const kMostLoose = 2;     // events of one period and type that are not worth folding

  const middle = (item) => (+item.start + +(item.end || item.start)) / 2;

  /* What the timeline draws: each event of the visible time, or, where these are too many, those of one period and type as
     one bar. What lies beside the visible time is drawn too, so that it can be moved into view. */
  function barsOf(items, window) {
    const width = window.end - window.start;
    const near = items.filter((item) => +(item.end || item.start) > window.start - width && +item.start < window.end + width);
    const inView = near.filter((item) => middle(item) >= window.start && middle(item) <= window.end).length;
    if (inView <= kMostBars) return near;
    const period = kPeriods.find((p) => width / (p.days * kDay) <= kMostPeriods) || kPeriods[kPeriods.length - 1];
    const folds = new Map();
    for (const item of near) {
      const begin = period.begin(new Date(middle(item))), key = "fold " + item.group + " " + period.days + " " + begin;
      if (!folds.has(key)) folds.set(key, { begin, items: [] });
      folds.get(key).items.push(item);
    }
    return Array.from(folds).flatMap(([key, fold]) => fold.items.length <= kMostLoose ? fold.items : [foldedBar(key, fold, period)]);
  }

  function foldedBar(key, fold, period) {
    const end = period.begin(new Date(fold.begin + (period.days + 0.5) * kDay));
    return {
      id: key, group: fold.items[0].group, type: "range", start: new Date(fold.begin), end: new Date(end), events: fold.items.map((item) => item.id),
      className: "story fold " + fold.items[0].group, content: fill(words.several_events, { n: fold.items.length })
    };
  }

  function itemLabel(item) {
    const label = item ? item.content : "";
    return element("span", "", label.length > 60 ? label.slice(0, 58).trimEnd() + "…" : label);
  }

  function button(id, action) { byId(id).addEventListener("click", action); }

  /* Changes only what changed, so that the rest stays where it is. */
  function replaceItems(set, items) {
    const wanted = new Map(items.map((item) => [item.id, item]));
    const gone = set.getIds().filter((id) => !wanted.has(id) || set.get(id).content !== wanted.get(id).content);
    set.remove(gone);
    set.add(items.filter((item) => !set.get(item.id)));
  }

  function startTimeline() {
    const dated = data.events.filter((event) => event.earliest || event.latest);
    if (typeof vis === "undefined" || !dated.length) return;
    byId("timeline-widget").hidden = false;
    closePicture("timeline");
    const bounds = extent(dated);
    const all = dated.map((event) => timelineItem(event, bounds));
    let kept = all;
    const margin = Math.max(kDay, (bounds.last - bounds.first) * 0.04);
    const whole = { start: bounds.first - bounds.open - margin, end: bounds.last + bounds.open + margin };
    const first = denseWindow(dated, 2 * kDay);
    const set = new vis.DataSet(barsOf(all, first));
    const groups = new vis.DataSet([{ id: "statement", content: words.statements }, { id: "action", content: words.actions }]);
    const timeline = new vis.Timeline(byId("timeline"), set, groups, {
      moment: (date) => vis.moment.utc(date), locale: data.language, start: first.start, end: first.end,
      min: whole.start - margin * 10, max: whole.end + margin * 10, zoomMin: kDay, zoomKey: "ctrlKey",
      maxHeight: Math.min(560, Math.round(window.innerHeight * 0.75)), verticalScroll: true, orientation: { axis: "top", item: "top" },
      selectable: true, multiselect: false, showCurrentTime: false, showTooltips: false, template: itemLabel,
      margin: { item: { horizontal: 4, vertical: 4 } }
    });
    const redraw = () => {
      const range = timeline.getWindow();
      replaceItems(set, barsOf(kept, { start: +range.start, end: +range.end }));
    };
    const go = (range) => timeline.setWindow(range.start, range.end, { animation: false });
    timeline.on("rangechanged", redraw);
    timeline.on("click", (properties) => {
      const item = properties.item && set.get(properties.item);
      if (!item) return;
      if (events.has(item.id)) showEvent(item.id);
      else showFold(item, go);
    });
    const scale = (factor, share) => {
      const range = timeline.getWindow(), width = range.end - range.start, middle = +range.start + width * (0.5 + share);
      go({ start: middle - width * factor / 2, end: middle + width * factor / 2 });
    };
    button("timeline-in", () => scale(0.5, 0));
    button("timeline-out", () => scale(2, 0));
    button("timeline-left", () => scale(1, -0.3));
    button("timeline-right", () => scale(1, 0.3));
    button("timeline-fit", () => go(whole));
    listeners.push(() => {
      kept = all.filter((item) => shown.has(item.id));
      redraw();
    });
    timelineLegend(data.events.length - dated.length);
  }

  /* A folded bar opens into its time, and lists its events. */
  function showFold(item, go) {
    const padding = (item.end - item.start) * 0.04;
    go({ start: item.start - padding, end: +item.end + padding });
    openPanel(item.content, [eventList(item.events)]);
  }

  function timelineLegend(undated) {
    const legend = byId("timeline-legend");
    for (const kind of ["certain", "uncertain", "open"]) {
      const sample = element("i", "bar-" + kind), entry = element("span");
      entry.append(sample, words["bar." + kind]);
      legend.append(entry);
    }
    if (undated) legend.append(element("span", "", fill(words.undated_left_out, { n: undated })));
  }

  /* The picture says what the widget shows; it stays at hand. */
  function closePicture(name) {
    const picture = byId(name + "-picture");
    if (picture) picture.open = false;
  }

  /* ---- the graph of relations ---- */

  const kShapes = { person: "ellipse", organization: "rectangle", media: "tag", state: "hexagon", group: "round-rectangle" };
  const kLines = { cooperation: ["#0072B2", "#56B4E9", "solid"], conflict: ["#C04F00", "#FF9A5C", "dashed"], other: ["#444444", "#BBBBBB", "solid"], statement: ["#6E6E6E", "#8D95A3", "dotted"], affiliation: ["#A8A8A8", "#5E6672", "solid"] };

  const kReadable = 0.8;  // zoom at which names can be read

  function graphElements() {
    const weight = new Map();
    for (const edge of data.edges) for (const end of [edge.from, edge.to]) weight.set(end, (weight.get(end) || 0) + edge.events.length);
    const most = Math.max(1, ...weight.values());
    const nodes = data.nodes.map((node) => ({
      group: "nodes", data: { id: node.id, name: node.name, shape: kShapes[node.kind], size: 12 + 8 * Math.sqrt((weight.get(node.id) || 0) / most) },
      position: { x: node.x * 1.1, y: node.y * 1.1 }
    }));
    const edges = data.edges.map((edge, i) => ({
      group: "edges", data: { id: "r" + i, source: edge.from, target: edge.to, kind: edge.kind, mutual: edge.mutual ? 1 : 0, width: 1.5 + Math.min(5, Math.log2(edge.events.length)), style: kLines[edge.kind][2], index: i }
    }));
    const affiliations = data.affiliations.map((edge, i) => ({ group: "edges", data: { id: "b" + i, source: edge.from, target: edge.to, kind: "affiliation", mutual: 0, width: 1, style: "solid", title: edge.title } }));
    return nodes.concat(edges, affiliations);
  }

  function graphStyle() {
    const dark = prefersDark.matches ? 1 : 0;
    const kinds = Object.keys(kLines).map((kind) => ({ selector: "edge[kind='" + kind + "']", style: { "line-color": kLines[kind][dark], "target-arrow-color": kLines[kind][dark], "source-arrow-color": kLines[kind][dark] } }));
    return [
      { selector: "node", style: { label: "data(name)", shape: "data(shape)", width: "data(size)", height: "data(size)", "font-size": "data(size)", "text-wrap": "wrap", "text-max-width": 110, "text-valign": "bottom", "text-margin-y": 2, color: color("ink"), "background-color": color("plain-ground"), "border-width": 1.5, "border-color": color("faint"), "text-outline-color": color("ground"), "text-outline-width": 2, "min-zoomed-font-size": 5 } },
      { selector: "edge", style: { width: "data(width)", "line-style": "data(style)", "curve-style": "bezier", "target-arrow-shape": "triangle", "arrow-scale": 0.8, opacity: 0.85 } },
      { selector: "edge[kind='affiliation']", style: { "target-arrow-shape": "diamond", label: "data(title)", "font-size": 9, color: color("faint"), "text-outline-color": color("ground"), "text-outline-width": 2, "min-zoomed-font-size": 7 } },
      { selector: "edge[mutual=1]", style: { "source-arrow-shape": "triangle" } }
    ].concat(kinds, [
      { selector: ".away", style: { opacity: 0.08, "text-opacity": 0.15 } },
      { selector: ":selected", style: { "border-width": 4, "border-color": color("link"), "line-color": color("link"), "target-arrow-color": color("link"), "source-arrow-color": color("link") } }
    ]);
  }

  /* All of it where names can be read then; else the most connected actor in the middle, or all of it that fits sideways. */
  function showReadable(cy) {
    cy.fit(undefined, 20);
    if (cy.zoom() >= kReadable) return;
    cy.zoom(kReadable);
    cy.center(cy.nodes().max((node) => node.degree()).ele);
    const box = cy.elements().renderedBoundingBox();
    if (box.w <= cy.width()) cy.panBy({ x: cy.width() / 2 - (box.x1 + box.x2) / 2, y: 0 });
  }

  /* The graph is made when the reader comes near it: a large one takes seconds. */
  function startGraph() {
    if (typeof cytoscape === "undefined" || !data.nodes.length) return;
    byId("relations-widget").hidden = false;
    closePicture("relations");
    const watch = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      watch.disconnect();
      makeGraph();
    }, { rootMargin: "300px" });
    watch.observe(byId("relations"));
  }

  function makeGraph() {
    const cy = cytoscape({ container: byId("relations"), elements: graphElements(), style: graphStyle(), layout: { name: "preset" }, minZoom: 0.05, maxZoom: 4, boxSelectionEnabled: false, userZoomingEnabled: false });
    showReadable(cy);
    prefersDark.addEventListener("change", () => cy.style(graphStyle()));
    byId("relations").addEventListener("wheel", (event) => cy.userZoomingEnabled(event.ctrlKey), { capture: true, passive: true });
    byId("relations").addEventListener("touchstart", (event) => cy.userZoomingEnabled(event.touches.length > 1), { capture: true, passive: true });
    cy.on("tap", "node", (tap) => showActor(tap.target.id()));
    cy.on("tap", "edge[index]", (tap) => {
      const edge = data.edges[tap.target.data("index")];
      openPanel(actors.get(edge.from).name + (edge.mutual ? " ↔ " : " → ") + actors.get(edge.to).name, [element("p", "", words["relation." + edge.kind]), eventList(edge.events)]);
    });
    const zoom = (factor) => cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
    button("relations-in", () => zoom(1.4));
    button("relations-out", () => zoom(1 / 1.4));
    button("relations-fit", () => cy.fit(undefined, 20));
    button("relations-left", () => cy.panBy({ x: cy.width() / 4, y: 0 }));
    button("relations-right", () => cy.panBy({ x: -cy.width() / 4, y: 0 }));
    const fade = () => cy.batch(() => {
      const present = new Set();
      cy.edges("[index]").forEach((edge) => {
        const relation = data.edges[edge.data("index")], kept = relation.events.some((id) => shown.has(id));
        edge.toggleClass("away", !kept);
        if (kept) { present.add(relation.from); present.add(relation.to); }
      });
      const all = shown.size === data.events.length;
      cy.nodes().forEach((node) => node.toggleClass("away", !all && !present.has(node.id())));
      cy.edges("[title]").forEach((edge) => edge.toggleClass("away", edge.connectedNodes(".away").nonempty()));
    });
    listeners.push(fade);
    fade();
    const legend = byId("relations-legend");
    for (const kind of Object.keys(kLines)) {
      const entry = element("span");
      entry.append(element("i", "line " + kLines[kind][2] + " line-" + kind), words["relation." + kind]);
      legend.append(entry);
    }
    window.fabulaGraph = cy;  // for the tests, and for the curious
  }

  startPanel();
  startTimeline();
  startGraph();
  startFilters();
  followHash();
  document.documentElement.dataset.ready = "yes";
})();
