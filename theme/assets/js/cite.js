// Copying references: by the clipboard where it is allowed, else by selecting them.

const NAMES = {
  reference: "APA reference",
  list: "References",
  bibtex: "BibTeX",
  ris: "RIS",
};
const SHOWN_FOR = 2500;

export function setUpCopying(root) {
  const status = liveRegion(root);
  for (const one of root.querySelectorAll("[data-scripted]:not([data-filters])")) {
    one.hidden = false;
  }
  root.addEventListener("click", (event) => {
    const button = event.target.closest?.("button[data-copy]");
    if (button) copy(button, status);
  });
}

async function copy(button, status) {
  const sort = button.dataset.copy;
  const content = contentOf(button, sort);
  try {
    await write(content);
  } catch {
    const text = await content.text.catch(() => null);
    if (text === null) {
      status.say(`The ${NAMES[sort]} could not be loaded. Use the download link.`, button);
    } else {
      select(button, content.element, text);
      status.say("This browser does not let the page copy. The text is selected: press Ctrl+C, or ⌘C on a Mac.", button);
    }
    return;
  }
  status.say(`${NAMES[sort]} copied.`);
  showCopied(button);
}

// What a button copies: the text as a promise, and HTML and its element where the page has them.
function contentOf(button, sort) {
  if (sort === "list") return listContent();
  if (sort === "reference") {
    const element = button.closest("[data-cited]").querySelector(".reference");
    return { element, text: Promise.resolve(plainText(element)), html: element.innerHTML };
  }
  const file = button.closest("[data-cite]").querySelector(`[data-format="${sort}"]`);
  return { text: load(file.href) };
}

// All references that the filters leave, in the order of a reference list.
function listContent() {
  const language = document.documentElement.lang || "en";
  const order = new Intl.Collator(language);
  const shown = [...document.querySelectorAll("[data-list] .work:not([hidden]) .reference")]
    .filter((one) => !one.closest("[hidden]"))
    .sort((one, other) => order.compare(plainText(one), plainText(other)));
  return {
    text: Promise.resolve(shown.map(plainText).join("\n")),
    html: shown.map((one) => `<p>${one.innerHTML}</p>`).join("\n"),
  };
}

async function load(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.text();
}

// Both forms at once: a word processor takes the one with italics, a plain field the other.
async function write({ text, html }) {
  const parts = { "text/plain": text.then((words) => new Blob([words], { type: "text/plain" })) };
  if (html) parts["text/html"] = new Blob([html], { type: "text/html" });
  await navigator.clipboard.write([new ClipboardItem(parts)]);
}

function select(button, element, text) {
  if (element) {
    const range = document.createRange();
    range.selectNodeContents(element);
    const selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
    return;
  }
  const block = button.parentElement;
  const field = block.parentElement.querySelector("textarea") ?? document.createElement("textarea");
  field.readOnly = true;
  field.rows = 8;
  field.className = "to-copy";
  field.setAttribute("aria-label", "Text to copy");
  field.value = text;
  block.after(field);
  field.focus();
  field.select();
  field.scrollTop = 0;
}

function showCopied(button) {
  button.dataset.words ??= button.textContent;
  button.style.minWidth = `${button.offsetWidth}px`;
  button.textContent = "Copied";
  setTimeout(() => {
    button.textContent = button.dataset.words;
    button.style.minWidth = "";
  }, SHOWN_FOR);
}

function plainText(element) {
  return element.textContent.replace(/\s+/g, " ").trim();
}

// One region for the page, whose words are read out; what needs doing also stands by the button.
function liveRegion(root) {
  const region = document.createElement("p");
  region.className = "unseen";
  region.setAttribute("role", "status");
  region.dataset.said = "";
  root.body.append(region);
  const note = document.createElement("p");
  note.className = "label copy-note";
  return {
    say(words, button = null) {
      // Emptied first, so that the same words are read again.
      region.textContent = "";
      setTimeout(() => {
        region.textContent = words;
      }, 50);
      note.remove();
      if (button) {
        note.textContent = words;
        button.parentElement.after(note);
      }
    },
  };
}
