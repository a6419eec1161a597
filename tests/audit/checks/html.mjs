// Every page, style sheet and drawing of the built site, read by the Nu Html Checker.

import { spawn } from "node:child_process";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import jar from "vnu-jar";

const filters = path.join(import.meta.dirname, "..", "html-filters.txt");
const line = /^"(?<url>[^"]+)":(?<place>\d+\.\d+)?[^ ]* (?<kind>[a-z ]+): (?<message>.*)$/;

export async function check({ site }) {
  const files = await readdir(site, { recursive: true });
  const counts = ["html", "css", "svg"].map((type) => [type, files.filter((file) => file.endsWith(`.${type}`)).length]);
  const output = await runChecker(site);
  const messages = groupMessages(output.split("\n").filter(Boolean), site);
  return {
    subject: counts.map(([type, count]) => `${count} ${type}`).join(", "),
    faults: messages.filter(({ kind }) => kind.includes("error")).map(describe),
    notes: messages.filter(({ kind }) => !kind.includes("error")).map(describe),
  };
}

function runChecker(site) {
  // Without language detection: it guesses wrongly on pages that are mostly names.
  const options = ["--stdout", "--format", "gnu", "--no-langdetect", "--filterfile", filters];
  const kinds = ["--skip-non-html", "--also-check-css", "--also-check-svg"];
  const java = spawn("java", ["-jar", String(jar), ...options, ...kinds, site]);
  return new Promise((resolve, reject) => {
    const chunks = [];
    java.stdout.on("data", (chunk) => chunks.push(chunk));
    java.stderr.pipe(process.stderr);
    java.on("error", reject);
    // It exits with 1 when it found errors, and those are in the output.
    java.on("close", (code) =>
      code > 1 ? reject(new Error(`the Nu Html Checker stopped with status ${code}`)) : resolve(Buffer.concat(chunks).toString()),
    );
  });
}

// The same template makes many pages, so the same message comes many times: say it once.
function groupMessages(lines, site) {
  const groups = new Map();
  for (const text of lines) {
    const { url, place, kind, message } = line.exec(text)?.groups ?? { kind: "error", message: text };
    const file = url ? path.relative(site, fileURLToPath(url)) : "?";
    const group = groups.get(`${kind} ${message}`) ?? { kind, message, places: [] };
    group.places.push(place ? `${file}:${place.replace(".", ":")}` : file);
    groups.set(`${kind} ${message}`, group);
  }
  return [...groups.values()];
}

function describe({ message, places }) {
  const more = places.length > 1 ? ` (and ${places.length - 1} more)` : "";
  return `${places[0]}${more}: ${message}`;
}
