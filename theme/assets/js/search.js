// Search over a slim index. Results are set as text, never as HTML.

import { fold } from "./fold.js";
import MiniSearch from "./vendor/minisearch.js";

const MOST = 40;

export async function setUpSearch(form) {
  const input = form.querySelector("input");
  const status = form.parentElement.querySelector("[data-status]");
  const list = form.parentElement.querySelector("[data-results]");
  let search = null;
  let entries = [];

  async function ready() {
    if (search) return;
    const answer = await fetch(new URL(form.dataset.index, location.href));
    ({ entries } = await answer.json());
    search = new MiniSearch({
      fields: ["title", "text", "about"],
      idField: "address",
      processTerm: fold,
      searchOptions: {
        boost: { title: 4, text: 2 },
        prefix: true,
        fuzzy: (term) => (term.length > 4 ? 0.2 : 0),
        combineWith: "AND",
        // What news is about comes before the news.
        boostDocument: (address) => (address.startsWith("news/") ? 0.3 : 1),
      },
    });
    search.addAll(entries);
  }

  async function show() {
    const words = input.value.trim();
    const address = new URL(location.href);
    words ? address.searchParams.set("q", words) : address.searchParams.delete("q");
    history.replaceState(null, "", address);
    if (!words) {
      list.replaceChildren();
      status.textContent = "";
      return;
    }
    try {
      await ready();
    } catch {
      status.textContent = "The search index could not be loaded. Try again in a moment.";
      return;
    }
    if (words !== input.value.trim()) return;
    const found = search.search(words);
    const byAddress = new Map(entries.map((entry) => [entry.address, entry]));
    list.replaceChildren(...found.slice(0, MOST).map((hit) => result(byAddress.get(hit.id))));
    status.textContent = summary(found.length, words);
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    show();
  });
  input.addEventListener("input", show);
  // What was typed while this was loading stands; otherwise the address says what is looked for.
  input.value ||= new URL(location.href).searchParams.get("q") ?? "";
  if (input.value) await show();
}

function summary(number, words) {
  if (number === 0) return `Nothing found for “${words}”. Try fewer or other words.`;
  const shown = number > MOST ? `, the best ${MOST} of them here` : "";
  return `${number} ${number === 1 ? "result" : "results"} for “${words}”${shown}.`;
}

function result(entry) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = `../${entry.address}`;
  link.textContent = entry.title;
  const sort = document.createElement("p");
  sort.className = "label";
  sort.textContent = entry.sort;
  const about = document.createElement("p");
  about.textContent = entry.about.length > 200 ? `${entry.about.slice(0, 200)} …` : entry.about;
  item.append(link, sort, about);
  return item;
}
