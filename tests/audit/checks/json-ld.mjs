// The JSON-LD of every page of the built site, held against the types that schema-dts makes of schema.org.

import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import ts from "typescript";

// Type-checked where this package finds schema-dts; it is never written.
const source = path.join(import.meta.dirname, "..", "json-ld.ts");
const element = /<script type="application\/ld\+json">([^<]*)<\/script>/g;
const options = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  types: [],
};

export async function check({ site }) {
  const files = (await readdir(site, { recursive: true })).filter((file) => file.endsWith(".html")).sort();
  const found = [];
  const faults = [];
  for (const file of files) {
    const html = await readFile(path.join(site, file), "utf8");
    const texts = [...html.matchAll(element)].map(([, text]) => text);
    if (texts.length === 0 && (html.includes('<link rel="cite-as"') || file === path.join("outputs", "index.html"))) {
      faults.push(`${file}: there is no JSON-LD`);
    }
    for (const text of texts) {
      try {
        JSON.parse(text);
        found.push({ file, text });
      } catch (error) {
        faults.push(`${file}: ${error.message}`);
      }
    }
  }
  return { subject: `${found.length} texts`, faults: [...faults, ...typeFaults(found)] };
}

// Each text stands on a line of its own, so the line of a fault tells whose it is.
function typeFaults(found) {
  const lines = found.map(({ text }, index) => `export const text${index}: WithContext<Thing> = ${text};`);
  const program = makeProgram(['import type { Thing, WithContext } from "schema-dts";', ...lines].join("\n"));
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const message = ts.flattenDiagnosticMessageText(messageText, " ").replace(/\s+/g, " ");
    const place = file?.fileName === source ? found[file.getLineAndCharacterOfPosition(start).line - 1]?.file : undefined;
    return `${place ?? "schema-dts"}: ${message.length > 600 ? `${message.slice(0, 600)} …` : message}`;
  });
}

function makeProgram(text) {
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile: read } = host;
  host.fileExists = (name) => name === source || fileExists(name);
  host.readFile = (name) => (name === source ? text : read(name));
  host.getSourceFile = (name, ...rest) => (name === source ? ts.createSourceFile(name, text, rest[0], true) : getSourceFile(name, ...rest));
  return ts.createProgram([source], options, host);
}
