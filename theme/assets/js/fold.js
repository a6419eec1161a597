// Words as they are compared: without case and accents.

// Letters whose stroke or ligature Unicode does not take apart.
const UNACCENTED = {
  ł: "l", ø: "o", đ: "d", ħ: "h", ı: "i", ß: "ss", æ: "ae", œ: "oe", þ: "th", ð: "d",
};

export function fold(text) {
  const bare = text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
  return bare.replace(/[łøđħıßæœþð]/g, (letter) => UNACCENTED[letter]);
}
