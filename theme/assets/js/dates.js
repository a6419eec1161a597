// What is past, current and next at the time of reading; pages are built earlier.
//
// A page that says "as of" names the program's zone, and its days are those of that zone. Where a
// page names none, `today` is the reader's own day.

const MONTHS = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
];

export function markStations(root, today) {
  const day = programDay(root, today);
  for (const one of root.querySelectorAll("[data-as-of]")) {
    one.dateTime = day;
    one.textContent = inWords(day);
  }
  for (const line of root.querySelectorAll(".year")) {
    const stations = [...line.querySelectorAll(".station")];
    const coming = stations.map((one) => one.dataset.first).filter((first) => first > day).sort()[0];
    for (const station of stations) {
      const { first, last } = station.dataset;
      const tense = tenseOf(first, last, day, coming);
      station.className = `station station-${tense}`;
      station.querySelector(".station-state").textContent = wordOf(tense, first === last);
    }
  }
  for (const state of root.querySelectorAll("[data-state]")) {
    state.querySelector("[data-state-word]").textContent = stateOf(state.dataset, day);
    state.querySelector("[data-state-day]").hidden = day > state.dataset.last;
  }
}

export function hideOld(root, today) {
  const day = programDay(root, today);
  for (const notice of root.querySelectorAll("[data-until]")) {
    notice.hidden = notice.dataset.until < day;
  }
  for (const list of root.querySelectorAll("[data-upcoming]")) hideUpcoming(root, list, day);
  for (const list of root.querySelectorAll("[data-coming]")) moveToPast(root, list, day);
}

// The dates that are over go, and the first of the others is the next one.
function hideUpcoming(root, list, day) {
  const lines = [...list.querySelectorAll(".dated[data-end]")];
  for (const line of lines) line.hidden = isOver(line.dataset.end, day);
  const first = lines.find((line) => !line.hidden);
  root.querySelector("[data-none-coming]").hidden = first !== undefined;
  const next = root.querySelector("[data-next]");
  if (!next) return;
  next.hidden = !first;
  if (!first || first === lines[0]) return;
  next.querySelector("a").replaceWith(first.querySelector("a").cloneNode(true));
  next.querySelector("[data-next-when]").textContent = first.querySelector(".dated-when").textContent;
}

// Events that are over since the build stand where the past ones do, latest first.
function moveToPast(root, list, day) {
  const past = root.querySelector("[data-past]");
  for (const line of list.querySelectorAll(".dated[data-end]")) {
    if (isOver(line.dataset.end, day)) past.prepend(line);
  }
  root.querySelector("[data-none-coming]").hidden = list.childElementCount > 0;
  root.querySelector("[data-past-events]").hidden = past.childElementCount === 0;
}

// `end` is a moment, or the last day.
function isOver(end, day) {
  return end.includes("T") ? new Date(end) <= new Date() : end < day;
}

// Today in the zone that the page names; of a preview of another day, that day.
export function programDay(root, today) {
  const mark = root.querySelector("[data-zone]");
  if (mark?.hasAttribute("data-fixed")) return mark.dateTime;
  const zone = mark?.dataset.zone;
  if (!zone) return today;
  try {
    // Swedish writes days as YYYY-MM-DD.
    return new Intl.DateTimeFormat("sv-SE", { timeZone: zone }).format(new Date());
  } catch {
    return today; // A browser that does not know the zone.
  }
}

export function inWords(day) {
  const [year, month, date] = day.split("-").map(Number);
  return `${MONTHS[month - 1]} ${date}, ${year}`;
}

function tenseOf(first, last, day, coming) {
  if (last < day) return "past";
  if (first <= day) return "current";
  return first === coming ? "next" : "later";
}

function wordOf(tense, isOneDay) {
  if (tense === "current") return isOneDay ? "Today" : "Now";
  return { past: "Past", next: "Next", later: "" }[tense];
}

function stateOf({ opens, closes, first, last }, day) {
  if (day < opens) return "Planned";
  if (day <= closes) return "Open for applications";
  if (day < first) return "Pairing mentors and mentees";
  return day <= last ? "At work" : "Completed";
}
