// Narrowing the list of publications and presentations. The address keeps what was chosen.

import { fold } from "./fold.js";

const PAUSE = 400;

export function setUpFilters(form) {
  const list = document.querySelector("[data-list]");
  const none = document.querySelector("[data-none]");
  const facets = [...form.querySelectorAll("[data-facet]")].map(facetOf);
  const works = [...list.querySelectorAll(".work")].map((element) => workOf(element, facets));
  const groups = [...list.querySelectorAll("[data-group]")].map((element) => ({
    element,
    count: element.querySelector("[data-count]"),
    works: works.filter((work) => element.contains(work.element)),
  }));
  const input = form.elements.q;
  const say = announcer(form.querySelector("[data-status]"));

  function apply({ typing = false } = {}) {
    const words = fold(input.value).split(/\s+/).filter(Boolean);
    for (const facet of facets) {
      facet.chosen = new Set(facet.choices.filter((one) => one.box.checked).map((one) => one.key));
    }
    const found = works.filter((work) => words.every((word) => work.words.includes(word)));
    for (const work of works) work.misses = facets.filter((facet) => misses(work, facet));
    const kept = new Set(found.filter((work) => work.misses.length === 0));
    for (const work of works) work.element.hidden = !kept.has(work);
    for (const group of groups) {
      const number = group.works.filter((work) => kept.has(work)).length;
      group.element.hidden = number === 0;
      group.count.textContent = counted(number);
    }
    for (const facet of facets) showNumbers(facet, found);
    const narrowed = words.length > 0 || facets.some((facet) => facet.chosen.size > 0);
    form.querySelector("[data-clear]").hidden = !narrowed;
    form.querySelector("[data-copy]").hidden = kept.size === 0;
    none.hidden = kept.size > 0;
    say(summary(kept.size, works.length, narrowed), typing ? PAUSE : 0);
  }

  function clear() {
    input.value = "";
    for (const choice of facets.flatMap((facet) => facet.choices)) choice.box.checked = false;
    apply();
    remember("push");
    input.focus();
  }

  function recall() {
    const asked = new URL(location.href).searchParams;
    input.value = asked.get("q") ?? "";
    for (const facet of facets) {
      const keys = new Set(asked.getAll(facet.name));
      for (const choice of facet.choices) choice.box.checked = keys.has(choice.key);
    }
    apply();
  }

  // A step back undoes a choice, or all that was typed at one go.
  function remember(how) {
    const address = new URL(location.href);
    address.search = "";
    if (input.value.trim()) address.searchParams.set("q", input.value.trim());
    for (const facet of facets) {
      for (const key of facet.chosen) address.searchParams.append(facet.name, key);
    }
    if (address.href === location.href) return;
    const typing = how === "typing";
    if (typing && history.state?.typing) history.replaceState({ typing }, "", address);
    else history.pushState({ typing }, "", address);
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", (event) => {
    const typing = event.target === input;
    apply({ typing });
    remember(typing ? "typing" : "push");
  });
  for (const button of [...form.querySelectorAll("[data-clear]"), ...none.querySelectorAll("[data-clear]")]) {
    button.addEventListener("click", clear);
  }
  addEventListener("popstate", recall);

  recall();
  form.hidden = false;
}

function facetOf(element) {
  return {
    name: element.dataset.facet,
    chosen: new Set(),
    summary: element.querySelector("[data-chosen]"),
    choices: [...element.querySelectorAll("input")].map((box) => ({
      box,
      key: box.value,
      line: box.closest("li"),
      label: box.parentElement.querySelector(".choice-label").textContent,
      number: box.parentElement.querySelector("[data-number]"),
    })),
  };
}

// A work with its terms, and the words it is found by: all that is shown of it, and its terms.
function workOf(element, facets) {
  const terms = new Map(
    facets.map(({ name }) => [name, new Set((element.dataset[name] ?? "").split(" "))]),
  );
  const shown = [...element.querySelectorAll(".reference, .work-facts span, .abstract")];
  const labels = facets.flatMap((facet) =>
    facet.choices.filter((one) => terms.get(facet.name).has(one.key)).map((one) => one.label),
  );
  const texts = [...shown.map((one) => one.textContent), ...labels, element.dataset.also ?? ""];
  return { element, terms, words: fold(texts.join(" \n ")), misses: [] };
}

function misses(work, facet) {
  return facet.chosen.size > 0 && ![...facet.chosen].some((key) => work.terms.get(facet.name).has(key));
}

// Beside each choice: how many works it has, as the other facets and the words stand.
function showNumbers(facet, found) {
  const open = found.filter((work) => work.misses.every((missed) => missed === facet));
  for (const choice of facet.choices) {
    const number = open.filter((work) => work.terms.get(facet.name).has(choice.key)).length;
    choice.number.textContent = number;
    choice.line.hidden = number === 0 && !choice.box.checked;
  }
  const chosen = facet.choices.filter((choice) => choice.box.checked).map((choice) => choice.label);
  facet.summary.textContent = chosen.length ? `: ${chosen.join(", ")}` : "";
}

function counted(number) {
  return `${number} ${number === 1 ? "work" : "works"}`;
}

function summary(kept, all, narrowed) {
  if (!narrowed) return `All ${counted(all)}`;
  return kept === 0 ? "No work fits" : `${kept} of ${counted(all)}`;
}

// The region is changed once the reader pauses, so that it is not read at every letter.
function announcer(region) {
  let timer = 0;
  return (words, pause) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (region.textContent !== words) region.textContent = words;
    }, pause);
  };
}
