// A draft of the answers, in this browser's own storage and nowhere else.

import { inWords } from "./dates.js";

const PAUSE = 400;

// `today` gives the reader's day, YYYY-MM-DD; `redraw` shows anew what follows from the answers. Returns
// what marks the draft as sent.
export function keepDraft(form, today, redraw) {
  const key = `application:${location.pathname}`;
  const bar = document.querySelector("[data-draft]");
  const words = bar.querySelector("[data-draft-words]");
  const undo = bar.querySelector("[data-draft-undo]");
  const clears = [...document.querySelectorAll("[data-draft-clear]")];
  let timer = 0;
  let cleared = null;

  const save = (more = {}) => {
    clearTimeout(timer);
    timer = 0;
    write(key, { saved: today(), ...more, answers: answersOf(form) });
    offerClearing(true);
  };
  const offerClearing = (isOffered) => {
    for (const clear of clears) clear.hidden = !isOffered;
  };
  const tell = (said, { canUndo = false } = {}) => {
    bar.hidden = false;
    words.textContent = said;
    undo.hidden = !canUndo;
    offerClearing(!canUndo);
  };
  const clear = () => {
    clearTimeout(timer);
    timer = 0;
    cleared = answersOf(form);
    remove(key);
    form.reset();
    redraw();
    tell("The draft is cleared. Nothing of it is kept in this browser.", { canUndo: true });
    bar.scrollIntoView({ block: "nearest" });
    undo.focus();
  };

  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => save(), PAUSE);
    if (cleared) {
      cleared = null;
      bar.hidden = true;
    }
  });
  addEventListener("pagehide", () => {
    if (timer) save();
  });
  for (const button of clears) button.addEventListener("click", clear);
  undo.addEventListener("click", () => {
    putAnswers(form, cleared);
    cleared = null;
    save();
    redraw();
    tell("The draft is back.");
    clears[0].focus();
  });

  form.querySelector("[data-draft-note]").hidden = !canStore();
  const kept = read(key);
  if (kept) {
    putAnswers(form, kept.answers);
    redraw();
    tell(greeting(kept));
  }
  return { markSent: () => save({ sent: today() }) };
}

function greeting({ saved, sent }) {
  if (sent) {
    return `You sent this application on ${inWords(sent)}. If you were told that it arrived, clear the draft of it that this browser keeps.`;
  }
  return `Your draft of ${inWords(saved)}, is here. It is kept in this browser only.`;
}

function controls(form) {
  return [...form.elements].filter((field) => field.name && field.type !== "hidden");
}

function isTicked(field) {
  return field.type === "checkbox";
}

// What is ticked, and what is written in each field; fields of one name stand in their order.
function answersOf(form) {
  const ticked = controls(form)
    .filter((field) => isTicked(field) && field.checked)
    .map((field) => [field.name, field.value]);
  const written = controls(form)
    .filter((field) => !isTicked(field))
    .map((field) => [field.name, field.value]);
  return { ticked, written };
}

function putAnswers(form, { ticked, written }) {
  const on = new Set(ticked.map((pair) => pair.join(" ")));
  const left = new Map();
  for (const [name, value] of written) left.set(name, [...(left.get(name) ?? []), value]);
  for (const field of controls(form)) {
    if (isTicked(field)) field.checked = on.has(`${field.name} ${field.value}`);
    else if (left.get(field.name)?.length) field.value = left.get(field.name).shift();
  }
}

// Storage can be off, or full: then there is no draft, and the form works as before.
function canStore() {
  try {
    localStorage.setItem("application:", "");
    localStorage.removeItem("application:");
    return true;
  } catch {
    return false;
  }
}

function write(key, value) {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // As above.
  }
}

function remove(key) {
  try {
    localStorage.removeItem(key);
  } catch {
    // As above.
  }
}

function read(key) {
  try {
    const kept = JSON.parse(localStorage.getItem(key));
    const isWhole = [kept?.answers?.ticked, kept?.answers?.written].every(Array.isArray);
    return isWhole && typeof kept.saved === "string" ? kept : null;
  } catch {
    return null;
  }
}
