// The reader's own time beside the program's, and what is on now and next while the page is open.

const MINUTE = 60_000;
const MONTHS = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
];
const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
// As the program's own page has them; other zones go by their city.
const ZONES = {
  "America/New_York": "ET",
  "America/Chicago": "CT",
  "America/Denver": "MT",
  "America/Los_Angeles": "PT",
  "America/Anchorage": "AKT",
  "Pacific/Honolulu": "HT",
  "Etc/UTC": "UTC",
  UTC: "UTC",
};

// Names that browsers still give some zones, with the city's own.
const CITIES = {
  Calcutta: "Kolkata",
  Faeroe: "Faroe",
  Godthab: "Nuuk",
  Katmandu: "Kathmandu",
  Kiev: "Kyiv",
  Rangoon: "Yangon",
  Saigon: "Ho Chi Minh City",
};

const schedule = document.querySelector("[data-schedule]");
setUpTimes(document);
if (schedule) {
  setUpPrinting(document);
  keepMarking();
} else {
  markOver(document);
}

function setUpTimes(root) {
  const places = [...root.querySelectorAll("[data-yours]")].map((place) => {
    const [start, end] = place.dataset.yours.split(" ").map(momentOf);
    return { place, start, end };
  });
  const words = root.querySelector("[data-zone-words]");
  if (places.every(({ start, end }) => isSameClock(start) && isSameClock(end))) {
    if (words && places.length) {
      words.textContent = " Your device shows the same time.";
      words.hidden = false;
    }
    return;
  }
  const id = Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";
  const zone = nameOf(id);
  for (const { place, start, end } of places) {
    if (place.classList.contains("session-yours")) fillSession(place, start, end, zone);
    else place.textContent = `In your time zone: ${wholeRange(start, end)}${zone && ` ${zone}`}`;
    place.hidden = false;
  }
  if (words) {
    const own = zone ? `your own, ${zone}` : "your own time";
    words.textContent = ` Below each stands ${own}, as your device has it.`;
    words.hidden = false;
  }
}

function fillSession(place, start, end, zone) {
  const [starts, ends] = range(start.date, end.date);
  const first = element("span", starts, "session-starts");
  const rest = element("span", `to ${ends} `);
  rest.append(element("span", zone || "your time", "session-zone"));
  const days = daysApart(start);
  if (days) {
    const word = days > 0 ? "next day" : "day before";
    rest.append(" ", element("strong", `${word}, ${dayOf(start.date)}`, "session-day"));
  }
  place.replaceChildren(first, " ", rest);
}

// "Now" and "Next" follow the clock, quietly: nothing is announced, and nothing is written that
// stands there already.
function keepMarking() {
  mark();
  markOver(document);
  setTimeout(keepMarking, MINUTE - (Date.now() % MINUTE));
}

document.addEventListener("visibilitychange", () => {
  if (!schedule || document.hidden) return;
  mark();
  markOver(document);
});

function mark() {
  const now = Date.now();
  const sessions = [...schedule.querySelectorAll(".session")].map((item) => ({
    item,
    start: Date.parse(item.dataset.start),
    end: Date.parse(item.dataset.end),
    isHeld: !item.classList.contains("session-cancelled"),
  }));
  const held = sessions.filter((one) => one.isHeld);
  const opens = document.querySelector("[data-event-start]").dataset.eventStart;
  const isOn = now >= Math.min(momentOf(opens).date, startOf(held)) && now < endOf(held);
  const current = isOn ? held.filter((one) => one.start <= now && now < one.end) : [];
  const later = held.filter((one) => one.start > now);
  const soon = startOf(later);
  const next = isOn ? later.filter((one) => one.start === soon) : [];
  for (const one of sessions) {
    const word = current.includes(one) ? "Now" : next.includes(one) ? "Next" : "";
    one.item.classList.toggle("session-now", word === "Now");
    one.item.classList.toggle("session-next", word === "Next");
    write(one.item.querySelector("[data-mark]"), word ? [word] : []);
  }
  const line = [named("Now: ", current), named("Next: ", next)].filter((one) => one);
  write(schedule.querySelector("[data-now]"), line);
}

function named(word, sessions) {
  if (!sessions.length) return null;
  const line = element("span", "");
  line.append(element("strong", word));
  sessions.forEach(({ item }, at) => {
    const link = element("a", titleOf(item));
    link.href = `#${item.id}`;
    line.append(joint(at, sessions.length), link, item.dataset.room ? ` (${item.dataset.room})` : "");
  });
  return line;
}

function joint(at, number) {
  if (!at) return "";
  if (at < number - 1) return ", ";
  return number > 2 ? ", and " : " and ";
}

// What is over leads nowhere any more: links to join go, and calendars need no more entries.
function markOver(root) {
  const event = root.querySelector("[data-event-end]");
  if (!event) return;
  const isOver = hasEnded(event.dataset.eventEnd);
  const flag = root.querySelector("[data-over]");
  if (flag) flag.hidden = !isOver;
  for (const one of root.querySelectorAll("[data-until-over]")) {
    const end = one.closest(".session")?.dataset.end ?? event.dataset.eventEnd;
    one.hidden = hasEnded(end);
  }
}

// A day is over when it is over everywhere that could be meant: twelve hours after UTC's.
function hasEnded(end) {
  const at = end.includes("T") ? Date.parse(end) : Date.parse(`${end}T23:59:59-12:00`);
  return Date.now() >= at;
}

function setUpPrinting(root) {
  const button = root.querySelector("[data-print]");
  if (!button) return;
  button.addEventListener("click", () => window.print());
  button.closest("[hidden]")?.removeAttribute("hidden");
}

function write(place, parts) {
  const wanted = parts.map((part) => part.textContent ?? part).join("");
  place.hidden = !parts.length;
  if (place.textContent !== wanted) place.replaceChildren(...parts);
}

function titleOf(item) {
  return item.querySelector(".session-title").textContent.trim();
}

function startOf(sessions) {
  return Math.min(...sessions.map((one) => one.start));
}

function endOf(sessions) {
  return Math.max(...sessions.map((one) => one.end));
}

// A moment, and how the clock of the event shows it.
function momentOf(written) {
  return { date: new Date(written), day: written.slice(0, 10), clock: written.slice(11, 16) };
}

function isSameClock({ date, day, clock }) {
  return localDay(date) === day && `${two(date.getHours())}:${two(date.getMinutes())}` === clock;
}

function daysApart({ date, day }) {
  return Math.sign(Date.parse(localDay(date)) - Date.parse(day));
}

function localDay(date) {
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function wholeRange(start, end) {
  const [starts, ends] = range(start.date, end.date);
  const weekday = (date) => `${WEEKDAYS[date.getDay()]}, ${dayOf(date)}, ${date.getFullYear()}`;
  if (localDay(start.date) === localDay(end.date)) {
    return `${weekday(start.date)}, ${starts} to ${ends}`;
  }
  return `${weekday(start.date)}, ${clock(start.date)} to ${weekday(end.date)}, ${clock(end.date)}`;
}

// "2:30" and "3:30 pm"; "11:30 am" and "noon".
function range(start, end) {
  const both = [clock(start), clock(end)];
  const isShared = both.every((one) => one.includes(" ")) && half(start) === half(end);
  return isShared ? [both[0].split(" ")[0], both[1]] : both;
}

function clock(date) {
  const [hour, minute] = [date.getHours(), date.getMinutes()];
  if (minute === 0 && hour === 12) return "noon";
  if (minute === 0 && hour === 0) return "midnight";
  return `${hour % 12 || 12}:${two(minute)} ${half(date)}`;
}

function half(date) {
  return date.getHours() < 12 ? "am" : "pm";
}

function dayOf(date) {
  return `${MONTHS[date.getMonth()]} ${date.getDate()}`;
}

function nameOf(id) {
  if (ZONES[id]) return ZONES[id];
  if (!id.includes("/") || id.startsWith("Etc/")) return "";
  const city = id.split("/").at(-1).replaceAll("_", " ");
  return `${CITIES[city] ?? city} time`;
}

function two(number) {
  return String(number).padStart(2, "0");
}

function element(name, text, className = "") {
  const made = document.createElement(name);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}
