// The fonts and scripts that theme/ carries are byte for byte what the pinned npm packages give.

import { readFile } from "node:fs/promises";
import path from "node:path";
import { makeVendoredFiles } from "../vendored.mjs";

export async function check({ root }) {
  const files = await makeVendoredFiles();
  const faults = [];
  for (const [file, content] of files) {
    const present = await readFile(path.join(root, file)).catch(() => null);
    if (present === null || !present.equals(content)) {
      faults.push(`${file} ${present === null ? "is missing" : "differs from the package it comes from"}: run 'make vendor'`);
    }
  }
  return { subject: `${files.size} files`, faults };
}
