"use strict";
(() => {
  const LISTED = 500; // articles to choose from: of more, only their folders
  const root = document.documentElement;
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const words = JSON.parse(one("#words").textContent);
  const form = one("#filters"), card = one("#card"), keys = one("#keys"), said = one("#said");
  const views = all(".view"), tabs = all(".bar nav a"), articles = all(".with article");
  const fields = all("select", form).map((select) => select.name);

  const rules = new Map(Object.entries(words).flatMap(([key, told]) => (key.startsWith("rules.") ? [[told, key.slice(6)]] : [])));

  // --- what can be filtered: each note with what it is about; read when the page has come to rest, or when needed

  let notes = [], noteOf = new Map();
  let view = "articles", filters = new URLSearchParams(), current = null, shown = notes, narrowed = false;

  function ready() {
    if (notes.length) return;
    notes = shown = articles.flatMap((article) => {
      const path = one(".meta code", article).textContent;
      return [...article.getElementsByClassName("n")].map((element) => about(element, article, path));
    });
    noteOf = new Map(notes.map((note) => [note.element, note]));
    fill();
    count();
  }

  function about(element, article, path) {
    const claim = [...element.children].find((child) => child.localName === "a");
    return {
      element, article, path,
      flags: [...element.getElementsByTagName("li")].map((flag) => ({ rule: rule(flag), severity: severity(flag.className), id: flag.id })),
      certainty: element.classList.contains("p") ? "possible" : "sure",
      claim: claim ? claim.hash.slice(1) : "",
      source: source(element.getElementsByClassName("by")[0]),
    };
  }

  function rule(flag) {
    const told = flag.firstChild.textContent.trim();
    return rules.get(told) || told;
  }

  function source(fact) { return fact ? fact.lastChild.textContent.trim() : ""; }

  function severity(letter) { return { e: "error", w: "warning", i: "info" }[letter]; }

  function fill() {
    const labels = {
      rule: (key) => words["rules." + key] || key,
      severity: (key) => words["severities." + key],
      certainty: (key) => words["certainties." + key],
      claim: (key) => title(key),
      source: (key) => key,
      article: (key) => key,
    };
    const values = Object.fromEntries(fields.map((name) => [name, new Set()]));
    for (const note of notes) {
      for (const flag of note.flags) values.rule.add(flag.rule), values.severity.add(flag.severity);
      values.certainty.add(note.certainty);
      if (note.claim) values.claim.add(note.claim);
      if (note.source) values.source.add(note.source);
      const path = note.path;
      if (articles.length <= LISTED) values.article.add(path);
      if (path.includes("/")) values.article.add(path.slice(0, path.lastIndexOf("/") + 1));
    }
    for (const name of fields) {
      const rows = [...values[name]].map((key) => [labels[name](key), key]).sort((a, b) => (a[0] < b[0] ? -1 : 1));
      one(`[name=${name}]`, form).append(...rows.map(([label, key]) => new Option(label, key)));
    }
  }

  function title(id) {
    const element = document.getElementById(id), head = element && one("h3", element);
    return head ? head.firstChild.textContent.trim() : id.slice(2);
  }

  // --- filtering

  function fits(note) {
    const rule = filters.get("rule"), grave = filters.get("severity"), article = filters.get("article");
    const path = note.path;
    return (
      note.flags.some((flag) => (!rule || flag.rule === rule) && (!grave || flag.severity === grave)) &&
      ["certainty", "claim", "source"].every((name) => !filters.get(name) || note[name] === filters.get(name)) &&
      (!article || path === article || (article.endsWith("/") && path.startsWith(article)) || (article === "./" && !path.includes("/"))) &&
      (filters.get("q") || "").toLowerCase().split(/\s+/).every((word) => text(note).includes(word))
    );
  }

  function beside(note) {
    let element = note.element.closest(".m") || note.element;
    while (element && element.matches(".m, .n")) element = element.previousElementSibling;
    return element;
  }

  function text(note) {
    if (note.text === undefined) {
      const before = beside(note);
      note.text = `${note.element.textContent} ${before ? before.textContent : ""} ${note.path}`.toLowerCase();
    }
    return note.text;
  }

  function apply() {
    const active = [...filters.keys()].length > 0;
    for (const tab of tabs) tab.href = address(tab.dataset.view);
    form.elements.q.value = filters.get("q") || "";
    one("[type=reset]", form).hidden = !active;
    if (active || narrowed) narrow(active);
    one("#nothing").hidden = !active || shown.length > 0;
    narrowed = active;
  }

  function narrow(active) {
    ready();
    for (const name of fields) choose(form.elements[name], filters.get(name) || "");
    if ([...filters.keys()].some((name) => name !== "q")) one("details", form).open = true;
    shown = active ? notes.filter(fits) : notes;
    const kept = new Set(shown);
    const there = new Set(shown.map((note) => note.article)), claims = new Set(shown.map((note) => note.claim));
    for (const article of articles) {
      const hide = active && !there.has(article);
      if (article.hidden !== hide) article.hidden = hide;
    }
    for (const note of notes) {
      const hide = !kept.has(note); // of an article that is hidden itself the notes may stay as they are
      if (note.element.hidden !== hide && there.has(note.article)) note.element.hidden = hide;
    }
    for (const row of all(".toc li")) row.hidden = document.getElementById(one("a", row).hash.slice(1)).hidden;
    for (const claim of all(".view .c")) claim.hidden = active && !claims.has(claim.id);
    count();
  }

  function choose(select, value) {
    if (![...select.options].some((option) => option.value === value)) select.append(new Option(value, value));
    select.value = value;
  }

  function count() {
    one("output", form).textContent = words.shown.replace("{n}", shown.length).replace("{all}", notes.length);
  }

  function address(name) { return `#${name}${[...filters.keys()].length ? "?" + filters : ""}`; }

  function chosen() {
    const found = new URLSearchParams();
    for (const name of [...fields, "q"]) {
      const value = form.elements[name].value.trim();
      if (value) found.set(name, value);
    }
    filters = found;
    history.replaceState(null, "", address(view));
    apply();
  }

  // --- where we are

  function show(name) {
    view = name;
    for (const section of views) section.hidden = section.id !== `view-${name}`;
    for (const tab of tabs) tab.dataset.view === name ? tab.setAttribute("aria-current", "page") : tab.removeAttribute("aria-current");
    form.hidden = name === "overview";
  }

  function route() {
    const hash = location.hash.slice(1), [name, query] = hash.split("?");
    if (!hash || tabs.some((tab) => tab.dataset.view === name)) {
      filters = new URLSearchParams(query || "");
      show(name || "articles");
      apply();
      scrollTo(0, 0);
      return;
    }
    const target = document.getElementById(decodeURIComponent(hash)), section = target && target.closest(".view");
    if (!section) return;
    show(section.id.slice(5));
    if (target.closest("[hidden]")) (filters = new URLSearchParams()), apply();
    const within = target.closest(".n");
    if (within) ready(), select(noteOf.get(within));
    else {
      target.scrollIntoView({ block: target.matches("article") ? "start" : "center" });
      if (target.matches(".t > :not(.n, .m) *")) mark(target);
    }
  }

  // --- one note

  function mark(element) {
    for (const old of all(".t .on")) old.classList.remove("on");
    if (element) element.classList.add("on");
  }

  function numbered(note, within) {
    const told = one("b", note.element).textContent;
    return all("sup", within).find((number) => number.textContent === told);
  }

  function marked(note) {
    const number = note && numbered(note, note.article);
    return number ? number.previousElementSibling : null;
  }

  function select(note, scroll = true) {
    if (current && current !== note) current.element.classList.remove("at");
    current = note;
    mark(marked(note));
    if (!note) return void actions.remove();
    note.element.classList.add("at");
    note.element.tabIndex = -1;
    note.element.append(actions);
    one("[data-do=open]", actions).hidden = !note.claim;
    if (!scroll) return;
    note.element.focus({ preventScroll: true });
    note.element.scrollIntoView({ block: "center" });
  }

  function step(by) {
    ready();
    if (!shown.length) return;
    if (view !== "articles") show("articles");
    const at = shown.indexOf(current);
    select(shown[at < 0 ? 0 : Math.min(Math.max(at + by, 0), shown.length - 1)]);
  }

  const actions = document.createElement("div");
  actions.className = "do";
  for (const [name, label] of [["words", "copy"], ["link", "copy_link"], ["open", "open_claim"]]) {
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.do = name;
    button.textContent = words[label];
    actions.append(button);
  }

  function sentence(note) {
    const before = beside(note).cloneNode(true), own = numbered(note, before);
    if (own) own.replaceWith("\u0001");
    for (const number of all("sup", before)) number.remove();
    const whole = before.textContent, at = whole.indexOf("\u0001"), plain = whole.replaceAll("\u0001", "");
    if (!Intl.Segmenter || at < 0) return plain;
    const parts = new Intl.Segmenter(before.lang || one(".t", note.article).lang || root.lang, { granularity: "sentence" }).segment(plain);
    const part = parts.containing(Math.max(at - 1, 0));
    return part ? part.segment.trim() : plain;
  }

  function inWords(note) {
    const told = (element) => element.textContent.trim().replace(/\s+/g, " ");
    const mark = one(":scope > q", note.element) || marked(note);
    const figure = mark ? told(mark) : "", about = note.claim ? ` (${told(one(":scope > a", note.element))})` : "";
    const flags = note.flags.map((flag) => `- ${words["rules." + flag.rule] || flag.rule}. ${words["todos." + flag.rule] || ""}`.trim());
    const facts = all("p", note.element).map((fact) => {
      const label = told(one("i", fact));
      return `${label}: ${told(fact).slice(label.length).trim()}`;
    });
    const place = told(one(".meta", note.article)).split(" · ").filter((part, at) => part === note.path || at).slice(0, 2).join(", ");
    return [
      `${words.quote_open}${sentence(note)}${words.quote_close}`, place, "",
      (figure && words.quote_open + figure + words.quote_close) + about, ...flags, ...facts, "", permalink(note),
    ].join("\n");
  }

  function permalink(note) { return `${location.href.split("#")[0]}#${note.flags[0].id}`; }

  async function copy(what) {
    try {
      await navigator.clipboard.writeText(what);
    } catch {
      const area = document.createElement("textarea");
      area.value = what;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
    said.textContent = words.copied;
    setTimeout(() => (said.textContent = ""), 2000);
  }

  function open(id) {
    const from = document.getElementById(id);
    if (!from || !from.matches(".c")) return false;
    const copied = from.cloneNode(true);
    for (const element of [copied, ...all("[id]", copied)]) element.removeAttribute("id");
    copied.hidden = false;
    const close = document.createElement("button");
    close.type = "button";
    close.textContent = words.close;
    close.addEventListener("click", () => card.close());
    card.replaceChildren(close, copied);
    card.showModal();
    return true;
  }

  // --- what a reader does

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a"), note = event.target.closest(".n");
    if (card.contains(event.target) && (link || event.target === card)) card.close();
    if (link && link.matches(".t > :not(.n, .m) a, .n > a") && link.hash.startsWith("#c-") && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      if (note) ready(), select(noteOf.get(note), false);
      if (open(link.hash.slice(1))) event.preventDefault();
    } else if (link && link.hash && link.hash === location.hash) route();
    else if (note && !event.target.closest("button")) ready(), select(noteOf.get(note), false);
  });
  document.addEventListener("focusin", (event) => {
    const element = event.target.closest(".n");
    if (element && (!current || current.element !== element)) ready(), select(noteOf.get(element), false);
  });
  actions.addEventListener("click", (event) => {
    const what = event.target.dataset.do;
    if (what === "words") copy(inWords(current));
    if (what === "link") copy(permalink(current));
    if (what === "open") open(current.claim);
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || card.open || keys.open) return;
    const typing = event.target.matches("input, select, textarea");
    if (event.key === "Escape") {
      if (typing) event.preventDefault(), event.target.blur(); // else a browser empties the field
      else if ([...filters.keys()].length) form.reset();
      else select(null);
    }
    if (typing) return;
    const does = {
      "/": () => (form.hidden && (location.hash = address("articles")), form.hidden = false, form.elements.q.focus()),
      j: () => step(1),
      k: () => step(-1),
      Enter: () => (current && event.target === current.element && open(current.claim)) || null,
      "?": () => keys.showModal(),
    }[event.key];
    if (does && does() !== null) event.preventDefault();
  });
  let waiting = 0;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(chosen, 120);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(chosen));
  one("#help").addEventListener("click", () => keys.showModal());
  one("#theme").addEventListener("click", () => {
    const dark = root.classList.contains("dark") || (!root.classList.contains("light") && matchMedia("(prefers-color-scheme: dark)").matches);
    root.classList.toggle("dark", !dark);
    root.classList.toggle("light", dark);
    try { localStorage.setItem("factcheck-theme", dark ? "light" : "dark"); } catch { /* a sandbox has no storage */ }
  });
  addEventListener("hashchange", route);

  try {
    const theme = localStorage.getItem("factcheck-theme");
    if (theme === "light" || theme === "dark") root.classList.add(theme);
  } catch { /* the same */ }
  root.classList.add("js");
  for (const tab of tabs) tab.dataset.view = tab.hash.slice(1);
  for (const section of views) section.id = `view-${section.id}`; // so that the browser itself does not scroll there
  for (const link of all("a[data-f]")) link.href = `#articles?${link.dataset.f}`;
  one(".tools").hidden = form.hidden = false;
  route();
  addEventListener("load", () => setTimeout(ready, 300));
})();
