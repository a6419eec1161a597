// Runs every check in checks/, or those that are named, and fails if one of them found a fault.
// Usage: node audit.mjs [--site DIR] [NAME ...]

import { readdir } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";

const here = import.meta.dirname;
const root = path.resolve(here, "../..");

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { site: { type: "string", default: path.join(root, "site") } },
});
const site = path.resolve(values.site);
const known = (await readdir(path.join(here, "checks"))).map((file) => path.parse(file).name).sort();
const unknown = positionals.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`No check named ${unknown.join(", ")}; there are: ${known.join(", ")}.`);
  process.exit(2);
}

let failed = false;
for (const name of positionals.length > 0 ? positionals : known) {
  // A check gives back what it looked at, what is wrong, and what is merely worth knowing.
  const { check } = await import(`./checks/${name}.mjs`);
  const { subject, faults, notes = [] } = await check({ root, site });
  notes.forEach((note) => console.log(`   note: ${note}`));
  faults.forEach((fault) => console.error(`  fault: ${fault}`));
  console.log(`${faults.length > 0 ? "FAILED" : "passed"} ${name}: ${subject}`);
  failed ||= faults.length > 0;
}
process.exitCode = failed ? 1 : 0;
