"use strict";
(() => {
  // --- a file is dropped anywhere on the page, and checked at once

  const form = document.querySelector("form.text");
  if (form) {
    const held = (event) => event.dataTransfer && [...event.dataTransfer.types].includes("Files");
    const over = (is) => document.body.classList.toggle("over", is);
    addEventListener("dragover", (event) => held(event) && (event.preventDefault(), over(true)));
    addEventListener("dragleave", (event) => event.relatedTarget || over(false));
    addEventListener("drop", (event) => {
      if (!held(event)) return;
      event.preventDefault();
      over(false);
      form.elements.file.files = event.dataTransfer.files;
      form.requestSubmit();
    });
    form.addEventListener("submit", () => form.classList.add("busy"));
    addEventListener("pageshow", () => form.classList.remove("busy"));
  }

  // --- an answer is written, and shown in its place with the way back

  async function ask(address, fields) {
    const answer = await fetch(address, { method: "POST", headers: { accept: "application/json" }, body: fields });
    const told = await answer.json();
    if (!answer.ok) throw new Error(told.error);
    return told;
  }

  async function tried(where, asking) {
    where.querySelector("output")?.remove();
    for (const button of where.querySelectorAll("button")) button.disabled = true;
    try {
      await asking();
    } catch (error) {
      const told = document.createElement("output");
      told.textContent = error.message;
      where.append(told);
    }
    for (const button of where.querySelectorAll("button")) button.disabled = false;
  }

  function written(question, told) {
    const shown = document.createElement("div"), back = document.createElement("button");
    shown.className = "ask";
    shown.setAttribute("role", "status");
    for (const line of told.told.split("\n").filter(Boolean)) {
      const code = document.createElement("code");
      code.textContent = line;
      shown.append(code);
    }
    back.type = "button";
    back.textContent = question.dataset.undo;
    back.hidden = !told.number;
    back.addEventListener("click", () => tried(shown, async () => {
      await ask(`${question.action}/undo`, new URLSearchParams({ key: question.elements.key.value, number: told.number }));
      shown.remove();
      question.hidden = false;
    }));
    shown.append(back);
    question.after(shown);
    question.hidden = true;
  }

  document.addEventListener("submit", (event) => {
    const question = event.target.closest("form.ask");
    if (!question) return;
    event.preventDefault();
    const fields = new URLSearchParams(new FormData(question, event.submitter)); // before its buttons are disabled
    tried(question, async () => written(question, await ask(question.action, fields)));
  });
})();
