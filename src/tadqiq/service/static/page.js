// The page works without this script. With it, answers replace what is shown without a reload,
// findings are chosen by keys, and the text is copied.
"use strict";

const said = (name) => document.body.dataset[name];
const live = document.getElementById("live");
const main = () => document.getElementById("main");
const announce = (text) => { live.textContent = ""; requestAnimationFrame(() => { live.textContent = text; }); };
const stored = (name, value) => {
  try {
    if (value !== undefined) localStorage.setItem(name, value);
    return localStorage.getItem(name);
  } catch { return null; } // a browser that keeps nothing
};

document.documentElement.classList.add("script");

// Choosing a finding

const marks = () => [...document.querySelectorAll("a.mark[id]")]
  .filter((mark) => mark.checkVisibility() && getComputedStyle(mark).pointerEvents !== "none");
const chosen = () => document.querySelector(".card.chosen");

function clear() {
  document.querySelectorAll(".chosen").forEach((one) => one.classList.remove("chosen"));
}

function choose(number, { focus = true } = {}) {
  clear();
  const card = document.getElementById(`card-${number}`);
  if (!card) return;
  card.classList.add("chosen");
  card.querySelector("details").open = true;
  document.querySelectorAll(`a.mark[data-finding="${number}"]`)
    .forEach((mark) => mark.classList.add("chosen"));
  const mark = document.getElementById(`mark-${number}`);
  if (focus && mark) mark.focus({ preventScroll: true });
  mark?.scrollIntoView({ block: matchMedia("(max-width: 60rem)").matches ? "start" : "nearest" });
  const box = card.closest(".cards");
  if (box.scrollHeight > box.clientHeight) {
    box.scrollTop += card.getBoundingClientRect().top - box.getBoundingClientRect().top - 16;
  }
  announce(`${card.querySelector(".label").textContent}: ${card.querySelector(".reason").textContent}`);
}

function close() {
  const card = chosen();
  if (!card) return;
  card.querySelector("details").open = false;
  clear();
  document.getElementById(`mark-${card.dataset.finding}`)?.focus();
}

function step(by) {
  const all = marks();
  if (!all.length) return;
  const number = chosen()?.dataset.finding ?? document.activeElement?.dataset?.finding;
  const at = all.findIndex((mark) => mark.dataset.finding === number);
  const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : (at + by + all.length) % all.length;
  choose(all[next].dataset.finding);
}

// Sending the form

async function send(form, submitter) {
  const body = new FormData(form, submitter);
  const chosenPlace = marks().findIndex((mark) => mark.dataset.finding === chosen()?.dataset.finding);
  form.setAttribute("aria-busy", "true");
  announce(said("working"));
  try {
    const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const problem = page.querySelector("[data-problem]");
    if (problem) fail(problem.querySelector("p").textContent);
    else show(page, chosenPlace, submitter?.value ?? "");
  } catch {
    fail(said("unreachable"));
  } finally {
    form.removeAttribute("aria-busy");
  }
}

function fail(text) {
  document.getElementById("note")?.remove();
  const note = Object.assign(document.createElement("p"), { className: "note bad", id: "note", tabIndex: -1, textContent: text });
  note.setAttribute("role", "alert");
  main().prepend(note);
  note.scrollIntoView({ block: "nearest" });
}

function show(page, place, action) {
  const hidden = [...document.querySelectorAll(".family input:not(:checked)")].map((box) => box.id);
  const top = scrollY;
  document.title = page.title;
  main().replaceWith(document.adoptNode(page.getElementById("main")));
  const language = document.querySelector(".top .language");
  const other = page.querySelector(".top .language");
  if (language && !other) language.remove();
  else if (!language && other) document.querySelector(".top").append(document.adoptNode(other));
  for (const id of hidden) {
    const box = document.getElementById(id);
    if (box) box.checked = false;
  }
  ready();
  const note = document.getElementById("note");
  if (note) announce(note.textContent);
  const correcting = /^(accept|safe|undo)/.test(action);
  if (!correcting) {
    scrollTo({ top: 0, behavior: "instant" });
    (document.querySelector("textarea:not([hidden]):not([readonly])") ?? main()).focus({ preventScroll: true });
    return;
  }
  scrollTo({ top, behavior: "instant" });
  const all = marks();
  const next = all[Math.min(Math.max(place, 0), all.length - 1)];
  if (action.startsWith("accept") && next) choose(next.dataset.finding);
  else main().focus({ preventScroll: true });
  if (note) announce(note.textContent);
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  const action = event.submitter?.value ?? "";
  // A download and another language are left to the browser.
  if (!form.matches("[data-live]") || action.startsWith("report:") || event.submitter?.name === "switch") return;
  event.preventDefault();
  if (form.getAttribute("aria-busy") !== "true") send(form, event.submitter);
});

// Copying

async function copy() {
  const text = document.querySelector("textarea[data-corrected]");
  if (!text) return;
  try {
    await navigator.clipboard.writeText(text.value);
    announce(said("copied"));
    note(said("copied"));
  } catch {
    document.getElementById("now").open = true;
    text.focus();
    text.select();
    announce(said("notCopied"));
  }
}

function note(text) {
  document.getElementById("note")?.remove();
  main().prepend(Object.assign(document.createElement("p"), { className: "note", id: "note", textContent: text }));
}

// Clicks

document.addEventListener("click", (event) => {
  const mark = event.target.closest("a.mark");
  const summary = event.target.closest(".card summary");
  if (mark) {
    event.preventDefault();
    choose(mark.dataset.finding);
  } else if (summary) {
    event.preventDefault();
    const card = summary.closest(".card");
    if (card.classList.contains("chosen")) close();
    else choose(card.dataset.finding, { focus: false });
  } else if (event.target.closest("[data-shut]")) close();
  else if (event.target.closest("[data-copy]")) copy();
});

// Keys, by their place on the keyboard, so that they hold in an Arabic layout too

const keys = {
  KeyJ: () => step(1),
  KeyK: () => step(-1),
  KeyA: () => chosen()?.querySelector("[data-accept]")?.click(),
  KeyS: () => document.querySelector('[data-key="safe"]')?.click(),
  KeyU: () => document.querySelector('[data-key="undo"]')?.click(),
  KeyE: () => document.querySelector('[data-key="edit"]')?.click(),
  KeyC: copy,
};

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && chosen()) { close(); return; }
  const typing = event.target.closest("textarea, select, input:not([type=checkbox])");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (!document.getElementById("keys-on")?.checked || !keys[event.code]) return;
  event.preventDefault();
  keys[event.code]();
});

// A file dropped on the sheet is as good as one chosen

for (const type of ["dragover", "dragleave", "drop"]) {
  document.addEventListener(type, (event) => {
    const sheet = event.target.closest?.("[data-drop]");
    if (!sheet || !event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    sheet.classList.toggle("over", type === "dragover");
    if (type !== "drop") return;
    const input = sheet.querySelector("input[type=file]");
    input.files = event.dataTransfer.files;
    named(input);
  });
}

document.addEventListener("change", (event) => {
  if (event.target.matches("input[type=file]")) named(event.target);
});

function named(input) {
  const names = [...input.files].map((file) => `\u2068${file.name}\u2069`);
  input.parentElement.querySelector("output").textContent = names.join(" · ");
}

function ready() {
  const box = document.getElementById("keys-on");
  if (!box) return;
  box.checked = stored("tadqiq-keys") !== "off";
  box.addEventListener("change", () => stored("tadqiq-keys", box.checked ? "on" : "off"));
}

ready();
