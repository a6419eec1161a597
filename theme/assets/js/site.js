// What the pages do beyond being read. All of them are complete without this.

import { markStations, hideOld } from "./dates.js";
import { setUpScheme } from "./switch.js";

setUpScheme(document);
const today = localDay(new Date());
markStations(document, today);
hideOld(document, today);

if (document.querySelector("[data-calls]")) {
  const { markCalls } = await import("./apply-calls.js");
  markCalls(document, today);
}
const form = document.querySelector("[data-search]");
if (form) {
  const { setUpSearch } = await import("./search.js");
  await setUpSearch(form);
}

if (document.querySelector("[data-cite]")) {
  const { setUpCopying } = await import("./cite.js");
  setUpCopying(document);
}
const verifying = document.querySelector("[data-verify]");
if (verifying) {
  const { setUpVerifying } = await import("./verify.js");
  setUpVerifying(verifying);
}
const filters = document.querySelector("[data-filters]");
if (filters) {
  const { setUpFilters } = await import("./outputs.js");
  setUpFilters(filters);
}

function localDay(now) {
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
