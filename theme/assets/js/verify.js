// Leads from a typed number to the certificate's page, if there is one.

const LOOKALIKES = { i: "1", l: "1", o: "0" };

export function setUpVerifying(part) {
  const form = part.querySelector("form");
  const status = part.querySelector("[data-status]");
  part.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const number = numberIn(form.elements.number.value);
    if (!number) {
      status.textContent = "A number has 20 letters and digits, as in 7kq2m-9fx3v-ht8wn-d4p6r.";
      return;
    }
    status.textContent = "Looking it up";
    const page = new URL(`certificates/${number}/`, new URL(part.dataset.root, location.href));
    if (await exists(page)) {
      location.assign(page);
      return;
    }
    status.textContent = `There is no certificate with the number ${number}. Check it letter by letter.`;
  });
}

// The number in what was typed: a whole address, any hyphens, spaces and capitals.
export function numberIn(typed) {
  const last = typed.trim().replace(/\/(index\.html)?$/, "").split("/").pop();
  const letters = [...last.toLowerCase()].filter((one) => /[0-9a-z]/.test(one));
  const drawn = letters.map((one) => LOOKALIKES[one] ?? one).join("");
  return /^[0-9a-hjkmnp-tv-z]{20}$/.test(drawn) ? drawn.match(/.{5}/g).join("-") : "";
}

async function exists(page) {
  try {
    return (await fetch(page, { method: "HEAD" })).ok;
  } catch {
    return true; // the network will say what is wrong
  }
}
