// Marks in an editor's page what `factcheck serve` finds in its text. No framework, nothing loaded.
//
//   import { watch } from "https://facts.example/factcheck.js";
//   const watched = watch(document.querySelector("#body"), { date: "2025-11-12" });
//
// `watch(element, options)` takes a textarea, an input or any element that is edited. Options, each with its default:
//   server    the address of `factcheck serve` (where this module comes from)
//   token     what it asks for (none); whoever sees the page sees it
//   date, language   of the text (today; found by its words)
//   wait      milliseconds without a change before it is asked (600)
//   list      an element for the list of findings; false: no list (one behind the element)
//   words     { none, some(n), failed }: what the list says
// It returns { check(), stop() }. After each answer the element gets an event "factcheck", its detail
// { findings, error }. What comes from the server is only ever set as text.

const LEVELS = ["error", "warning", "info"];
const COLOURS = { error: "177 34 26", warning: "180 110 0", info: "26 90 158" };
const WORDS = {
  none: "Nothing to look at",
  some: (n) => (n === 1 ? "1 figure to look at" : `${n} figures to look at`),
  failed: "Could not be checked",
};
const marks = globalThis.CSS?.highlights && globalThis.Highlight ? new Map(LEVELS.map((level) => [level, new Highlight()])) : null;

function style() {
  if (style.done) return;
  const rules = LEVELS.map((level) => {
    const colour = COLOURS[level];
    return `::highlight(factcheck-${level}) { background-color: rgb(${colour} / 0.16); text-decoration: underline wavy rgb(${colour}); }
      .factcheck li[data-severity=${level}] { border-left: 3px solid rgb(${colour}); }
      .factcheck-box[data-severity=${level}] { background: rgb(${colour} / 0.16); border-bottom: 2px solid rgb(${colour}); }`;
  });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`${rules.join("\n")}
    .factcheck { font: 0.875rem/1.45 system-ui, sans-serif; }
    .factcheck p { margin: 0.4rem 0; }
    .factcheck ul { list-style: none; margin: 0; padding: 0; }
    .factcheck li { margin: 0 0 0.4rem; padding: 0.1rem 0.6rem; }
    .factcheck li span { display: block; }
    .factcheck button { font: inherit; font-weight: 600; color: inherit; background: none; border: 0; padding: 0; cursor: pointer; text-decoration: underline; }
    .factcheck-box { position: absolute; pointer-events: none; }`);
  document.adoptedStyleSheets.push(sheet);
  for (const [level, mark] of marks || []) CSS.highlights.set(`factcheck-${level}`, mark);
  style.done = true;
}

// --- the text of an element, and the way back into it

const ODD = /[\0\r\ufeff]/g; // what the server refuses, or counts otherwise

function typed(field) { return { text: field.value.replace(ODD, " "), parts: [] }; }

function edited(root) {
  const parts = [];
  let text = "";
  const part = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      parts.push({ node, from: text.length });
      text += node.data.replace(ODD, " ").replace(/\n/g, preserved(node) ? "\n" : " ");
    } else if (node.nodeName === "BR") text += "\n";
    else if (node.nodeType === Node.ELEMENT_NODE) {
      const display = node === root ? "block" : getComputedStyle(node).display;
      if (display === "none" || node.matches("script, style")) return;
      const apart = !/^(inline|contents)/.test(display);
      if (apart && text.trim() && !text.endsWith("\n\n")) text += "\n\n";
      node.childNodes.forEach(part);
      if (apart && text.trim() && !text.endsWith("\n\n")) text += "\n\n";
    }
  };
  part(root);
  return { text, parts };
}

function preserved(node) { return getComputedStyle(node.parentElement).whiteSpace.startsWith("pre"); }

/** The offset, in UTF-16, of a line and a column, which count code points from 1. */
function offset(text, starts, line, column) {
  let at = starts[line - 1] ?? text.length;
  for (let left = column - 1; left > 0 && at < text.length; left -= 1) at += text.codePointAt(at) > 0xffff ? 2 : 1;
  return at;
}

/** The findings by figure: where each begins and ends, and its gravest severity. */
function figures(findings, text) {
  const starts = [0], found = new Map();
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  for (const finding of findings) {
    const start = offset(text, starts, finding.line, finding.column), end = offset(text, starts, finding.end_line, finding.end_column);
    const figure = found.get(`${start} ${end}`) || { start, end, text: finding.text, findings: [], severity: "info" };
    figure.findings.push(finding);
    if (LEVELS.indexOf(finding.severity) < LEVELS.indexOf(figure.severity)) figure.severity = finding.severity;
    found.set(`${start} ${end}`, figure);
  }
  return [...found.values()].sort((one, other) => one.start - other.start);
}

function rangeOf(figure, parts) {
  const first = parts.findLast((part) => part.from <= figure.start), last = parts.findLast((part) => part.from < figure.end);
  if (!first || !last) return null;
  const range = document.createRange();
  range.setStart(first.node, Math.min(figure.start - first.from, first.node.length));
  range.setEnd(last.node, Math.min(figure.end - last.from, last.node.length));
  return range;
}

// --- what is shown

function element(name, text, data = {}) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  Object.assign(made.dataset, data);
  return made;
}

/** Boxes over the text, for browsers without highlights of one's own. */
function boxes(marked) {
  const layer = element("div");
  layer.setAttribute("aria-hidden", "true");
  for (const { range, severity } of marked) {
    for (const { left, top, width, height } of range.getClientRects()) {
      const box = element("div", "", { severity });
      box.className = "factcheck-box";
      Object.assign(box.style, { left: `${left + scrollX}px`, top: `${top + scrollY}px`, width: `${width}px`, height: `${height}px` });
      layer.append(box);
    }
  }
  document.body.append(layer);
  return layer;
}

export function watch(root, options = {}) {
  const { server = new URL(".", import.meta.url).href, token, date, language, wait = 600 } = options;
  const words = { ...WORDS, ...options.words }, field = "value" in root;
  const list = options.list === false ? null : options.list || element("div");
  let timer = 0, asking = null, marked = [], layer = null;

  style();
  list?.classList.add("factcheck");
  if (list && !list.isConnected) root.after(list);

  function clear() {
    for (const { range, severity } of marked) marks?.get(severity).delete(range);
    layer?.remove();
    marked = [];
    layer = null;
  }

  function draw() {
    layer?.remove();
    layer = marks || !marked.length ? null : boxes(marked);
  }

  function show(found, parts, error) {
    clear();
    if (!field) {
      marked = found.flatMap((figure) => {
        const range = rangeOf(figure, parts);
        return range ? [{ range, severity: figure.severity }] : [];
      });
      for (const { range, severity } of marked) marks?.get(severity).add(range);
      draw();
    }
    if (!list) return;
    const said = element("p", error ? `${words.failed}: ${error}` : found.length ? words.some(found.length) : words.none);
    said.setAttribute("role", "status");
    const rows = element("ul");
    for (const figure of found) {
      const row = element("li", "", { severity: figure.severity }), button = element("button", figure.text);
      button.type = "button";
      button.addEventListener("click", () => select(figure, parts));
      row.append(button, ...figure.findings.map((finding) => element("span", finding.message)));
      rows.append(row);
    }
    list.replaceChildren(said, rows);
  }

  function select(figure, parts) {
    root.focus();
    if (field) return root.setSelectionRange(figure.start, figure.end);
    const range = rangeOf(figure, parts);
    if (!range || !root.contains(range.startContainer)) return;
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  }

  async function ask(text, signal) {
    const headers = { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) };
    const body = JSON.stringify({ text, name: "draft.txt", date, language });
    const answer = await fetch(new URL("api/scan", server.replace(/\/?$/, "/")), { method: "POST", headers, body, signal });
    const told = await answer.json();
    if (!answer.ok) throw new Error(told.error);
    if (told.summary.errors?.length) throw new Error(told.summary.errors[0]);
    return told.findings;
  }

  async function check() {
    clearTimeout(timer);
    asking?.abort(); // what was asked before is overtaken
    const own = (asking = new AbortController());
    const { text, parts } = field ? typed(root) : edited(root);
    let findings = [], error = "";
    try {
      if (text.trim()) findings = await ask(text, own.signal);
    } catch (failed) {
      error = failed.message || String(failed);
    }
    if (own.signal.aborted) return;
    const now = field ? typed(root) : edited(root);
    if (now.text !== text) return changed(); // by another hand than the reader's
    show(figures(findings, text), now.parts, error);
    root.dispatchEvent(new CustomEvent("factcheck", { detail: { findings, error } }));
  }

  function changed() {
    if (layer) draw();
    asking?.abort();
    clearTimeout(timer);
    timer = setTimeout(check, wait);
  }

  function stop() {
    asking?.abort();
    clearTimeout(timer);
    clear();
    list?.replaceChildren();
    root.removeEventListener("input", changed);
    removeEventListener("scroll", draw, true);
    removeEventListener("resize", draw);
  }

  root.addEventListener("input", changed);
  if (!field && !marks) {
    addEventListener("scroll", draw, true);
    addEventListener("resize", draw);
  }
  check();
  return { check, stop };
}
