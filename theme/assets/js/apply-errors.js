// What is wrong with the answers: a list at the top that leads to the fields, and words at each.

import { tooMany } from "./apply-count.js";

const ORCID = /^(\d{4})-?(\d{4})-?(\d{4})-?(\d{3}[\dX])$/;

// Returns each field at fault with what to say, in the order of the page.
export function findErrors(form) {
  const found = [];
  for (const field of form.elements) {
    const message = messageFor(form, field);
    if (message) found.push({ field, message });
  }
  const scopes = form.querySelector("[data-scopes]");
  const boxes = [...scopes.querySelectorAll("input")];
  if (boxes.some((box) => box.checked) && !boxes[0].checked) {
    found.push({ field: boxes[0], message: scopes.dataset.wrong });
  }
  return found;
}

// Puts an answer into the form that records have, where there is no doubt what is meant.
export function normalize(field) {
  if (!("value" in field) || field.type === "checkbox" || !field.name) return;
  if (field.type === "email" || field.name === "name.original_language") field.value = field.value.trim();
  if ("orcid" in field.dataset) {
    const bare = field.value.trim().replace(/^(https?:\/\/)?(www\.)?orcid\.org\//i, "").replace(/[\s\u2010-\u2015]+/g, "-");
    const parts = ORCID.exec(bare.replaceAll("-", "").replace(/\/$/, "").toUpperCase());
    field.value = parts ? parts.slice(1).join("-") : field.value.trim();
  }
  if (field.type === "url") {
    const text = field.value.trim();
    field.value = text && !text.includes("://") && text.includes(".") ? `https://${text}` : text;
  }
}

function messageFor(form, field) {
  const { dataset, validity } = field;
  const value = field.value?.trim() ?? "";
  if (dataset.missing && !value) return dataset.missing;
  if (validity && !validity.valid && !validity.valueMissing) return dataset.wrong || field.validationMessage;
  if ("count" in dataset && tooMany(field)) {
    const number = tooMany(field);
    return `Shorten “${labelOf(field)}” by ${number.toLocaleString("en-US")} ${number === 1 ? "character" : "characters"}`;
  }
  return dataset.wrong && isWrong(form, field, value) ? dataset.wrong : "";
}

function isWrong(form, field, value) {
  const other = (key) => form.elements[key].value.trim();
  const { neededWith, atMost } = field.dataset;
  if (neededWith) return !value && other(neededWith) !== "";
  if (atMost) return value !== "" && other(atMost) !== "" && Number(value) > Number(other(atMost));
  if (field.name === "links.url") {
    const label = field.closest(".ask-pair").querySelector("[name='links.label']");
    return value ? !/^https?:\/\/[^\s/]+\.[^\s/]/i.test(value) : label.value.trim() !== "";
  }
  if (!value) return false;
  if (field.type === "email") return !/^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i.test(value);
  if (field.name === "name.original_language") return !isLanguage(value);
  return "orcid" in field.dataset && !isOrcid(value);
}

// ISO 7064, MOD 11-2, as ORCID iDs have it.
function isOrcid(text) {
  const parts = ORCID.exec(text);
  if (!parts) return false;
  const signs = parts.slice(1).join("");
  const sum = [...signs.slice(0, 15)].reduce((total, digit) => (total + Number(digit)) * 2, 0);
  return "0123456789X"[(12 - (sum % 11)) % 11] === signs[15];
}

function isLanguage(text) {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

// Shows these faults and no others; the list at the top takes the focus.
export function showErrors(form, errors) {
  for (const old of form.querySelectorAll("[data-error]")) undo(old);
  const summary = form.querySelector("[data-errors]");
  summary.replaceChildren();
  summary.hidden = errors.length === 0;
  document.title = document.title.replace(/^Error: /, "");
  if (!errors.length) return;
  document.title = `Error: ${document.title}`;
  const list = element("ul", "");
  for (const { field, message } of errors) {
    mark(field, message);
    list.append(leadTo(field, message));
  }
  const title = element("h2", errors.length === 1 ? "There is a problem" : `There are ${errors.length} problems`);
  title.id = "errors-title";
  summary.setAttribute("role", "group");
  summary.setAttribute("aria-labelledby", title.id);
  summary.append(title, list);
  summary.focus({ preventScroll: true });
  summary.scrollIntoView({ behavior: "instant" });
}

// Takes away what is said at a field that was put right.
export function clearError(form, field) {
  for (const shown of form.querySelectorAll("[data-error]")) {
    const marked = document.getElementById(shown.dataset.error);
    if (marked === field || shown.parentElement.contains(field)) {
      if (!findErrors(form).some((one) => one.field === marked)) undo(shown);
    }
  }
}

function mark(field, message) {
  const place = field.closest("[data-ask]");
  const shown = element("p", "", "ask-error");
  shown.id = `${field.id}-error`;
  shown.dataset.error = field.id;
  shown.append(element("span", "Error: ", "unseen"), message);
  place.classList.add("ask-wrong");
  const before = place.querySelector("input, textarea, select, .choice-list");
  before.before(shown);
  field.setAttribute("aria-invalid", "true");
  const described = field.getAttribute("aria-describedby");
  field.setAttribute("aria-describedby", [shown.id, described].filter(Boolean).join(" "));
}

function undo(shown) {
  const field = document.getElementById(shown.dataset.error);
  field.removeAttribute("aria-invalid");
  const rest = field.getAttribute("aria-describedby").split(" ").filter((id) => id !== shown.id);
  if (rest.length) field.setAttribute("aria-describedby", rest.join(" "));
  else field.removeAttribute("aria-describedby");
  shown.closest("[data-ask]").classList.remove("ask-wrong");
  shown.remove();
}

function leadTo(field, message) {
  const item = element("li", "");
  const link = element("a", message);
  link.href = `#${field.id}`;
  link.addEventListener("click", (event) => {
    event.preventDefault();
    for (let more = field.closest("details"); more; more = more.parentElement.closest("details")) {
      more.open = true;
    }
    (field.closest("[data-ask]") ?? field).scrollIntoView({ behavior: "instant" });
    field.focus({ preventScroll: true });
  });
  item.append(link);
  return item;
}

function labelOf(field) {
  return field.labels[0].firstChild.textContent.trim();
}

function element(name, text, className = "") {
  const made = document.createElement(name);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}
