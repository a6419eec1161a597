// Finding terms by typing: a combobox (WAI-ARIA Authoring Practices, "Editable Combobox With List
// Autocomplete") over the checkboxes, which stay the one place where choices are kept.

import { fold } from "./fold.js";

const PAUSE = 400;

// Returns what shows the choices anew, for each list of terms.
export function setUpTerms(form) {
  return [...form.querySelectorAll("[data-terms]")].map(setUp);
}

function setUp(fieldset) {
  const terms = [...fieldset.querySelectorAll("input[type='checkbox']")].map(termOf);
  const other = fieldset.querySelector("[data-else]");
  const name = fieldset.querySelector("legend").firstChild.textContent.trim();
  const parts = build(fieldset, name);
  const { input, list, status, chosen } = parts;
  let shown = [];
  let active = -1;
  let timer = 0;

  const say = (words, pause = 0) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      status.textContent = words;
    }, pause);
  };
  const activate = (at) => {
    shown[active]?.option.removeAttribute("data-active");
    active = at;
    const option = shown[active]?.option;
    if (option) {
      option.dataset.active = "";
      input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
  };
  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    activate(-1);
  };
  const open = ({ aloud = true } = {}) => {
    const typed = input.value.trim();
    const found = search(terms, typed);
    shown = found.map((entry, at) => ({ ...entry, option: optionFor(entry, `${list.id}-${at}`) }));
    const wasHidden = list.hidden;
    if (typed && !found.length) shown = [ownWords(typed, `${list.id}-own`)];
    list.replaceChildren(...shown.map((entry) => entry.option));
    list.hidden = false;
    list.scrollTop = 0;
    if (wasHidden) list.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-expanded", "true");
    active = -1;
    input.removeAttribute("aria-activedescendant");
    if (aloud) say(numberFound(found.length), PAUSE);
  };
  const choose = ({ term, own }) => {
    if (own) {
      other.value = [other.value.trim(), own].filter(Boolean).join("; ").slice(0, other.maxLength);
      other.dispatchEvent(new Event("input", { bubbles: true }));
      say(`“${own}” is added to what you say in your own words.`);
    } else {
      term.box.checked = !term.box.checked;
      term.box.dispatchEvent(new Event("input", { bubbles: true }));
      say(`${term.label} is ${term.box.checked ? "added" : "removed"}. ${numberChosen(terms)}`);
    }
    input.value = "";
    close();
    draw();
  };
  // What was typed and left must not be lost: the one term it finds, or else one's own words.
  const settle = () => {
    const typed = input.value.trim();
    if (!typed) return;
    const found = search(terms, typed);
    if (found.length !== 1) choose({ own: typed });
    else if (found[0].term.box.checked) input.value = "";
    else choose(found[0]);
  };
  const draw = () => {
    chosen.replaceChildren(...terms.filter(({ box }) => box.checked).map(lineFor));
    chosen.hidden = !chosen.childElementCount;
  };
  const lineFor = (term) => {
    const line = element("li", "", "pick-line");
    const button = element("button", "Remove", "quiet");
    button.type = "button";
    button.append(element("span", ` ${term.label}`, "unseen"));
    button.addEventListener("click", () => {
      const at = [...chosen.children].indexOf(line);
      term.box.checked = false;
      term.box.dispatchEvent(new Event("input", { bubbles: true }));
      draw();
      say(`${term.label} is removed. ${numberChosen(terms)}`);
      const next = chosen.children[Math.min(at, chosen.childElementCount - 1)];
      (next?.querySelector("button") ?? input).focus();
    });
    line.append(element("span", term.label), button);
    return line;
  };

  input.addEventListener("input", (event) => {
    event.stopPropagation(); // what is looked for is no answer
    if (input.value.trim()) open();
    else close();
  });
  input.addEventListener("change", (event) => event.stopPropagation());
  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      if (list.hidden) open({ aloud: event.altKey });
      if (!event.altKey && shown.length) {
        const from = active < 0 && step < 0 ? 0 : active;
        activate((from + step + shown.length) % shown.length);
      } else if (step < 0) close();
    } else if (event.key === "Enter") {
      event.preventDefault(); // and does not send the form
      if (!list.hidden && (active >= 0 || shown.length === 1)) choose(shown[Math.max(active, 0)]);
    } else if (event.key === "Escape") {
      if (list.hidden) input.value = "";
      close();
    }
  });
  input.addEventListener("click", () => {
    if (list.hidden && input.value.trim()) open();
  });
  input.addEventListener("blur", () => {
    if (document.activeElement !== input) settle(); // else only the window lost the focus
    close();
  });
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role='option']");
    if (option) choose(shown.find((entry) => entry.option === option));
  });
  fieldset.addEventListener("change", draw);
  draw();
  return () => {
    input.value = "";
    draw();
  };
}

function termOf(box) {
  const line = box.closest(".choice");
  const label = line.querySelector("label").textContent;
  const also = (box.dataset.also ?? "").split("|").filter(Boolean);
  const note = line.querySelector(".tick-note")?.textContent ?? "";
  return {
    box,
    label,
    also,
    note,
    depth: Number(/choice-(\d)/.exec(line.className)[1]),
    words: wordsOf(label),
    alsoWords: also.map(wordsOf),
    whole: wordsOf([label, ...also, note].join(" ")),
  };
}

// The best first: names that begin so, words of names, synonyms, then definitions. Without words
// to look for, all terms in the order of the page.
function search(terms, typed) {
  const sought = wordsOf(typed).trimEnd();
  if (!sought.trim()) return terms.map((term) => ({ term, depth: term.depth }));
  return terms
    .map((term) => ({ term, depth: 0, ...rank(term, sought) }))
    .filter(({ place }) => place < Infinity)
    .sort((one, other) => one.place - other.place);
}

function rank({ words, also, alsoWords, whole }, sought) {
  if (words.startsWith(sought)) return { place: 0 };
  if (words.includes(sought)) return { place: 1 };
  const at = alsoWords.findIndex((one) => one.includes(sought));
  if (at >= 0) return { place: 2, by: also[at] };
  const isIn = sought.trim().split(" ").every((word) => whole.includes(` ${word}`));
  return { place: isIn ? 3 : Infinity };
}

// Words as they are compared, each after a space.
function wordsOf(text) {
  return ` ${fold(text).replace(/[^\p{L}\p{N}]+/gu, " ").trim()} `;
}

function optionFor({ term, depth, by }, id) {
  const option = optionOf(id, `pick-option pick-depth-${Math.min(depth, 3)}`);
  option.setAttribute("aria-selected", String(term.box.checked));
  option.append(element("span", term.label, "pick-label"));
  if (by) option.append(" ", element("span", `also: ${by}`, "pick-also"));
  if (term.note) option.append(" ", element("span", term.note, "pick-note"));
  return option;
}

function ownWords(typed, id) {
  const option = optionOf(id, "pick-option");
  option.setAttribute("aria-selected", "false");
  option.append(element("span", `Nothing has these words. Say “${typed}” in your own words`, "pick-label"));
  return { own: typed, option };
}

function optionOf(id, className) {
  const option = element("li", "", className);
  option.id = id;
  option.setAttribute("role", "option");
  return option;
}

function build(fieldset, name) {
  const input = element("input", "");
  const list = element("ul", "", "pick-options");
  const label = element("label", `Find ${name.toLowerCase()} by a word`);
  const status = element("p", "", "unseen");
  const chosen = element("ul", "", "pick-chosen");
  input.id = `${fieldset.id}-find`;
  list.id = `${fieldset.id}-options`;
  label.htmlFor = input.id;
  input.type = "text";
  for (const [key, value] of Object.entries({
    role: "combobox",
    autocomplete: "off",
    autocapitalize: "none",
    spellcheck: "false",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": list.id,
  })) {
    input.setAttribute(key, value);
  }
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", name);
  list.hidden = true;
  status.setAttribute("role", "status");
  chosen.setAttribute("aria-label", `${name} you chose`);
  const box = element("div", "", "pick-box");
  box.append(input, list);
  const whole = element("div", "", "pick");
  whole.append(label, box, status, chosen);
  fieldset.querySelector("[data-browse]").before(whole);
  return { input, list, status, chosen };
}

function numberFound(number) {
  if (!number) return "Nothing has these words.";
  return `${number} found. Choose with the arrow keys and Enter.`;
}

function numberChosen(terms) {
  return `${terms.filter(({ box }) => box.checked).length} chosen.`;
}

function element(name, text, className = "") {
  const made = document.createElement(name);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}
