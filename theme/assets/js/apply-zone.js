// The time zone as the device has it, for the reader to correct.

// Names that browsers still give some zones, with those of today.
const TODAY = {
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Atlantic/Faeroe": "Atlantic/Faroe",
  "America/Godthab": "America/Nuuk",
  "Europe/Kiev": "Europe/Kyiv",
  UTC: "Etc/UTC",
};

// Fills in the zone if none is chosen; returns what does so again.
export function guessZone(form) {
  const field = form.querySelector("[data-guess-zone]");
  const note = form.querySelector("[data-guessed]");
  const guess = () => {
    if (field.value) {
      tell(false);
      return;
    }
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";
    const known = [TODAY[own], own].find((name) => name && has(field, name));
    if (known) field.value = known;
    tell(Boolean(known));
  };
  const tell = (isGuessed) => {
    note.hidden = !isGuessed;
    const ids = (field.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id !== note.id);
    field.setAttribute("aria-describedby", [...ids, ...(isGuessed ? [note.id] : [])].join(" "));
  };
  field.addEventListener("change", () => tell(false));
  guess();
  return guess;
}

function has(field, name) {
  return [...field.options].some((option) => option.value === name);
}
