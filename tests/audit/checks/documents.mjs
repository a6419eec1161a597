// Certificates and letters of the demonstration, held by veraPDF against PDF/A-2a and PDF/UA-1.

import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const validator = path.join(import.meta.dirname, "../documents/Validate.java");
const commands = ["certificates", "letters"];
const standards = 2;

export async function check({ root }) {
  const folder = await mkdtemp(path.join(os.tmpdir(), "lrrt-documents-"));
  try {
    const files = await makeDocuments(root, folder);
    if (files.length === 0) {
      return { subject: "no documents", faults: ["nobody in the records has completed a cohort"] };
    }
    return await validate(folder, files);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function makeDocuments(root, folder) {
  for (const part of ["records", "theme", "content", "mkdocs.yml"]) {
    await cp(path.join(root, part), path.join(folder, part), { recursive: true });
  }
  const cohorts = (await readdir(path.join(root, "records/cohorts"))).map((file) => path.parse(file).name);
  for (const cohort of cohorts.sort()) {
    for (const command of commands) {
      const options = [command, cohort, "--to", path.join(folder, "made", `${command}-${cohort}`)];
      await run(path.join(root, ".venv/bin/lrrt"), options, { cwd: folder });
    }
  }
  const made = await readdir(path.join(folder, "made"), { recursive: true }).catch(() => []);
  return made.filter((file) => file.endsWith(".pdf")).sort();
}

async function validate(folder, files) {
  const { stdout } = await run("java", ["-cp", await validatorPackage(), validator, ...files], {
    cwd: path.join(folder, "made"),
    maxBuffer: 1 << 26,
  });
  const lines = stdout.trim().split("\n").map((line) => line.split("\t"));
  const faults = lines
    .filter(([what]) => what === "rule")
    .map(([, file, rule, description]) => `${file}: ${rule}: ${description}`);
  const verdicts = lines.filter(([what]) => what !== "rule");
  if (verdicts.length !== files.length * standards) {
    faults.push(`veraPDF gave ${verdicts.length} verdicts on ${files.length} documents`);
  }
  faults.push(...verdicts.filter(([what]) => what !== "passes").map(([, file, standard]) => `${file} is no ${standard}`));
  const tried = verdicts.reduce((sum, [, , , , times]) => sum + Number(times), 0);
  return { subject: `${files.length} documents, ${tried} rules tried`, faults };
}

// veraPDF comes within another tool's archive.
async function validatorPackage() {
  const lib = path.join(import.meta.dirname, "../node_modules/@opendataloader/pdf/lib");
  return path.join(lib, (await readdir(lib)).find((name) => name.endsWith(".jar")));
}
