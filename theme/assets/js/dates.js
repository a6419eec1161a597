// What is past, current and next on the day of reading; pages are built earlier.

const WORDS = { past: "", current: "Now", next: "Next", later: "" };

export function markStations(root, today) {
  for (const line of root.querySelectorAll(".year")) {
    const stations = [...line.querySelectorAll(".station")];
    const coming = stations.map((one) => one.dataset.first).filter((day) => day > today).sort()[0];
    for (const station of stations) {
      const tense = tenseOf(station.dataset.first, station.dataset.last, today, coming);
      station.className = `station station-${tense}`;
      station.querySelector(".station-state").textContent = WORDS[tense];
    }
  }
}

export function hideOld(root, today) {
  for (const notice of root.querySelectorAll("[data-until]")) {
    notice.hidden = notice.dataset.until < today;
  }
  for (const line of root.querySelectorAll(".hero-next, .dated[data-last]")) {
    line.hidden = line.dataset.last < today;
  }
}

function tenseOf(first, last, today, coming) {
  if (last < today) return "past";
  if (first <= today) return "current";
  return first === coming ? "next" : "later";
}
