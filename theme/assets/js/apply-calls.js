// Which call for applications is open on the day of reading; pages are built earlier.

import { programDay } from "./dates.js";

export function markCalls(root, today) {
  const day = programDay(root, today);
  const calls = [...root.querySelectorAll("[data-call]")];
  const open = calls.find(({ dataset }) => dataset.opens <= day && day <= dataset.closes);
  const shown = open ?? calls.find(({ dataset }) => day < dataset.opens);
  for (const call of calls) {
    call.hidden = call !== shown;
    call.querySelector("[data-call-open]").hidden = call !== open;
    call.querySelector("[data-call-coming]").hidden = call === open;
  }
  root.querySelector("[data-no-call]").hidden = shown !== undefined;
  for (const part of root.querySelectorAll("[data-while-open]")) part.hidden = !open;
  const questions = root.querySelector("[data-questions]");
  if (questions) questions.hidden = open !== undefined;
  const cohort = root.querySelector("[data-cohort-field]");
  if (cohort && shown) cohort.value = shown.dataset.cohort;
}
