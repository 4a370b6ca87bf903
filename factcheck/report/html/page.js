"use strict";
(() => {
  const root = document.documentElement;
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const words = JSON.parse(one("#words").textContent);
  const form = one("#filters"), card = one("#card"), keys = one("#keys"), said = one("#said");
  const views = all(".view"), tabs = all(".bar nav a"), articles = all("#articles article");
  const fields = all("select", form).map((select) => select.name);

  // --- what can be filtered: each note with what it is about

  const notes = all("#articles .n").map((element) => {
    const about = one(".h a", element);
    return {
      element,
      article: element.closest("article"),
      flags: all("li", element).map((flag) => ({ rule: flag.dataset.r, severity: severity(flag.className), id: flag.id })),
      certainty: element.dataset.m || "sure",
      claim: about ? about.hash.slice(1) : "",
      source: element.dataset.s || "",
    };
  });
  const byId = new Map(notes.flatMap((note) => note.flags.map((flag) => [flag.id, note])));
  const byArticle = Map.groupBy ? Map.groupBy(notes, (note) => note.article) : grouped();
  let view = "articles", filters = new URLSearchParams(), current = null, shown = notes;

  function severity(letter) { return { e: "error", w: "warning", i: "info" }[letter]; }

  function grouped() {
    const groups = new Map();
    for (const note of notes) groups.set(note.article, [...(groups.get(note.article) || []), note]);
    return groups;
  }

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
      const path = note.article.dataset.p;
      values.article.add(path);
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
    const path = note.article.dataset.p;
    return (
      note.flags.some((flag) => (!rule || flag.rule === rule) && (!grave || flag.severity === grave)) &&
      ["certainty", "claim", "source"].every((name) => !filters.get(name) || note[name] === filters.get(name)) &&
      (!article || path === article || (article.endsWith("/") && path.startsWith(article)) || (article === "./" && !path.includes("/"))) &&
      (filters.get("q") || "").toLowerCase().split(/\s+/).every((word) => text(note).includes(word))
    );
  }

  function text(note) {
    if (note.text === undefined) {
      const beside = note.element.parentElement.previousElementSibling;
      note.text = `${note.element.textContent} ${beside ? beside.textContent : ""} ${note.article.dataset.p}`.toLowerCase();
    }
    return note.text;
  }

  function apply() {
    const active = [...filters.keys()].length > 0;
    shown = active ? notes.filter(fits) : notes;
    const kept = new Set(shown);
    for (const note of notes) {
      const hide = !kept.has(note);
      if (note.element.hidden !== hide) note.element.hidden = hide;
    }
    const there = new Set(shown.map((note) => note.article)), claims = new Set(shown.map((note) => note.claim));
    for (const article of articles) article.hidden = active && !there.has(article);
    for (const row of all(".toc li")) row.hidden = document.getElementById(one("a", row).hash.slice(1)).hidden;
    for (const claim of all("#claims .c")) claim.hidden = active && !claims.has(claim.id);
    for (const name of [...fields, "q"]) form.elements[name].value = filters.get(name) || "";
    one("output", form).textContent = words.shown.replace("{n}", shown.length).replace("{all}", notes.length);
    one("#nothing").hidden = !active || shown.length > 0;
    for (const tab of tabs) tab.href = address(tab.dataset.view);
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
    for (const section of views) section.hidden = section.id !== name;
    for (const tab of tabs) tab.dataset.view === name ? tab.setAttribute("aria-current", "page") : tab.removeAttribute("aria-current");
    form.hidden = name === "overview";
  }

  function route() {
    const hash = location.hash.slice(1), [name, query] = hash.split("?");
    if (!hash || views.some((section) => section.id === name)) {
      filters = new URLSearchParams(query || "");
      show(name || "articles");
      apply();
      return;
    }
    const target = document.getElementById(decodeURIComponent(hash)), section = target && target.closest(".view");
    if (!section) return;
    show(section.id);
    if (target.closest("[hidden]")) (filters = new URLSearchParams()), apply();
    const note = byId.get(target.id);
    if (note) select(note);
    else {
      target.scrollIntoView({ block: target.matches("article") ? "start" : "center" });
      if (target.matches(".t a")) mark(target);
    }
  }

  // --- one note

  function mark(element) {
    for (const old of all(".t .on")) old.classList.remove("on");
    if (element) element.classList.add("on");
  }

  function marked(note) {
    const number = note && one(`sup a[href="#${note.flags[0].id}"]`, note.article);
    return number ? number.parentElement.previousElementSibling : null;
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
    const beside = note.element.parentElement.previousElementSibling.cloneNode(true);
    for (const number of all("sup", beside)) {
      one(`a[href="#${note.flags[0].id}"]`, number) ? number.replaceWith("\u0001") : number.remove();
    }
    const whole = beside.textContent, at = whole.indexOf("\u0001"), plain = whole.replaceAll("\u0001", "");
    if (!Intl.Segmenter || at < 0) return plain;
    const parts = new Intl.Segmenter(beside.lang || note.article.lang || root.lang, { granularity: "sentence" }).segment(plain);
    const part = parts.containing(Math.max(at - 1, 0));
    return part ? part.segment.trim() : plain;
  }

  function inWords(note) {
    const told = (element) => element.textContent.trim().replace(/\s+/g, " ");
    const figure = told(one(".h q", note.element)), about = note.claim ? ` (${told(one(".h a", note.element))})` : "";
    const flags = note.flags.map((flag) => `- ${words["rules." + flag.rule] || flag.rule}. ${words["todos." + flag.rule] || ""}`.trim());
    const facts = all("p:not(.h)", note.element).map((fact) => {
      const label = told(one("i", fact));
      return `${label}: ${told(fact).slice(label.length).trim()}`;
    });
    const place = told(one(".meta", note.article)).split(" · ").slice(1, 3).join(", ");
    return [
      `${words.quote_open}${sentence(note)}${words.quote_close}`, place, "",
      `${words.quote_open}${figure}${words.quote_close}${about}`, ...flags, ...facts, "", permalink(note),
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
    const link = event.target.closest("a"), note = event.target.closest("#articles .n");
    if (card.contains(event.target) && (link || event.target === card)) card.close();
    if (link && link.matches(".t a, .n .h a") && link.hash.startsWith("#c-") && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      if (note) select(notes.find((other) => other.element === note), false);
      if (open(link.hash.slice(1))) event.preventDefault();
    } else if (link && link.hash && link.hash === location.hash) route();
    else if (note && !event.target.closest("button")) select(notes.find((other) => other.element === note), false);
  });
  document.addEventListener("focusin", (event) => {
    const element = event.target.closest("#articles .n");
    if (element && (!current || current.element !== element)) select(notes.find((note) => note.element === element), false);
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
      if (typing) event.target.blur();
      else if ([...filters.keys()].length) form.reset();
      else select(null);
    }
    if (typing) return;
    const does = {
      "/": () => (form.hidden && (location.hash = address("articles")), form.hidden = false, form.elements.q.focus()),
      j: () => step(1),
      k: () => step(-1),
      Enter: () => current && event.target === current.element && current.claim && open(current.claim),
      "?": () => keys.showModal(),
    }[event.key];
    if (does && does() !== null && event.key !== "Enter") event.preventDefault();
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
  for (const link of all("a[data-f]")) link.href = `#articles?${link.dataset.f}`;
  one(".tools").hidden = form.hidden = false;
  fill();
  route();
})();
