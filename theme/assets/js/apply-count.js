// How many characters are left: seen at every key, read aloud once the writer pauses.

const PAUSE = 1200;

// Returns what counts again, for each field.
export function setUpCounts(form) {
  return [...form.querySelectorAll("[data-count]")].map(setUpCount);
}

export function tooMany(field) {
  return Math.max(0, lengthOf(field.value) - Number(field.dataset.most ?? Infinity));
}

function setUpCount(field) {
  // What is pasted is not cut off: the count says what is too much.
  field.dataset.most = field.maxLength;
  field.removeAttribute("maxlength");
  const words = field.parentElement.querySelector("[data-count-words]");
  const aloud = document.createElement("p");
  aloud.className = "unseen";
  aloud.setAttribute("role", "status");
  words.after(aloud);
  describe(field, words.id);
  let timer = 0;
  const show = () => {
    const said = sentence(field);
    words.textContent = said;
    words.classList.toggle("ask-count-over", tooMany(field) > 0);
    return said;
  };
  field.addEventListener("input", () => {
    const said = show();
    clearTimeout(timer);
    timer = setTimeout(() => {
      aloud.textContent = said;
    }, PAUSE);
  });
  show();
  return show;
}

function sentence(field) {
  const over = tooMany(field);
  const number = over || Number(field.dataset.most) - lengthOf(field.value);
  const counted = `${number.toLocaleString("en-US")} ${number === 1 ? "character" : "characters"}`;
  return over ? `${counted} too many` : `${counted} left`;
}

// As the records count: characters, not the units in which the browser keeps them.
function lengthOf(text) {
  return [...text.trim()].length;
}

function describe(field, id) {
  const ids = (field.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean);
  field.setAttribute("aria-describedby", [...ids, id].join(" "));
}
