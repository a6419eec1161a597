// The answers as the file that the committee takes in with `lrrt import applications`.

import { fold } from "./fold.js";

const FORMAT = "lrrt-application";
const VERSION = 1;

// Returns the file's name and text. `day` is the day on which it is made, YYYY-MM-DD.
export function applicationFile(form, day) {
  const answers = answersOf(form, day);
  const cohort = form.querySelector("[data-cohort-field]").value;
  const whole = { format: FORMAT, version: VERSION, cohort, made: day, answers };
  const family = fold(answers.name.family).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  const parts = ["application", cohort, answers.role, family].filter(Boolean);
  return { name: `${parts.join("-")}.json`, text: `${JSON.stringify(whole, null, 2)}\n` };
}

function answersOf(form, day) {
  const answers = { role: form.dataset.role };
  for (const field of form.elements) {
    if (!field.name || field.type === "hidden" || field.name.startsWith("links.")) continue;
    for (const value of valuesOf(field)) put(answers, field, value);
  }
  const links = linksOf(form);
  if (links.length) answers.links = links;
  answers.consent = { given: day, scopes: answers.consent?.scopes ?? [] };
  return answers;
}

function valuesOf(field) {
  if (field.type === "checkbox") return field.checked ? [field.value] : [];
  if ("lines" in field.dataset) return field.value.split("\n").map(trimmed).filter(Boolean);
  return trimmed(field.value) ? [trimmed(field.value)] : [];
}

// A key with parts after a dot stands in a group; what can be several is a list.
function put(answers, field, value) {
  const steps = field.name.split(".");
  const last = steps.pop();
  let group = answers;
  for (const step of steps) group = group[step] ??= {};
  const isList = "lines" in field.dataset || "else" in field.dataset || field.type === "checkbox";
  if (field.type === "checkbox" && field.value === "yes") group[last] = true;
  else if (isList) {
    const list = (group[last] ??= []);
    if (!list.includes(value)) list.push(value);
  } else group[last] = field.type === "number" ? Number(value) : value;
}

function linksOf(form) {
  const labels = [...form.querySelectorAll("[name='links.label']")];
  const urls = [...form.querySelectorAll("[name='links.url']")];
  return urls
    .map((field, at) => ({ label: trimmed(labels[at].value) || "Website", url: trimmed(field.value) }))
    .filter(({ url }) => url);
}

function trimmed(text) {
  return text.trim();
}
