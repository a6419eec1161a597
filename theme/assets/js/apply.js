// The application page: checks answers, keeps a draft in this browser, and makes the file.
// Where answers go to a form service, the page works without this.

import { programDay } from "./dates.js";
import { setUpCounts } from "./apply-count.js";
import { keepDraft } from "./apply-draft.js";
import { clearError, findErrors, normalize, showErrors } from "./apply-errors.js";
import { applicationFile } from "./apply-file.js";
import { setUpTerms } from "./apply-terms.js";
import { guessZone } from "./apply-zone.js";

const form = document.querySelector("[data-apply]");
if (form) setUp(form);

function setUp(form) {
  const byHand = form.dataset.apply === "file";
  form.noValidate = true;
  form.hidden = false;
  for (const part of document.querySelectorAll("[data-without-script]")) part.remove();
  for (const more of form.querySelectorAll("[data-browse]")) more.open = false;
  const redraw = [...setUpTerms(form), ...setUpCounts(form), guessZone(form)];
  const today = () => localDay(new Date());
  const draft = keepDraft(form, today, () => {
    for (const draw of redraw) draw();
    openFilled(form);
    showErrors(form, []);
    hideDone();
  });
  form.addEventListener("change", ({ target }) => {
    normalize(target);
    clearError(form, target);
  });
  // Enter in a field of one line would make the file, or send it, before its time (HTML, "Implicit submission").
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches("input")) event.preventDefault();
  });
  form.addEventListener("submit", (event) => {
    for (const field of form.elements) normalize(field);
    const errors = findErrors(form);
    showErrors(form, errors);
    if (errors.length) {
      event.preventDefault();
      hideDone();
      return;
    }
    const day = programDay(document, today());
    if (byHand) {
      event.preventDefault();
      offer(applicationFile(form, day));
      return;
    }
    const given = form.querySelector("[data-today]");
    given.value = day;
    given.disabled = false;
    draft.markSent();
  });
}

// Hands the file over, and says what to do with it.
function offer({ name, text }) {
  const done = document.querySelector("[data-done]");
  const again = done.querySelector("[data-file-again]");
  if (again.href.startsWith("blob:")) URL.revokeObjectURL(again.href);
  again.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  again.download = name;
  done.querySelector("[data-file-name]").textContent = name;
  done.hidden = false;
  again.click();
  done.focus();
}

function hideDone() {
  document.querySelector("[data-done]").hidden = true;
}

// What was filled in must be seen.
function openFilled(form) {
  for (const more of form.querySelectorAll("[data-more]")) {
    if ([...more.querySelectorAll("input")].some((field) => field.value)) more.open = true;
  }
}

function localDay(now) {
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
