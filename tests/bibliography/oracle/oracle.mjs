// Write references.json: what citeproc-js makes of items.json in APA 7. Called by .ci/references.
// Usage: node oracle.mjs STYLE.csl

import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const CSL = require("citeproc");
const locales = require("@citation-js/plugin-csl/lib/locales.json");

const here = (name) => new URL(name, import.meta.url);
const items = JSON.parse(readFileSync(here("items.json"), "utf8"));
const style = readFileSync(process.argv[2], "utf8");

const byId = new Map(items.map((item) => [item.id, item]));
const system = { retrieveLocale: () => locales["en-US"], retrieveItem: (id) => structuredClone(byId.get(id)) };

// Each item stands alone, so that no letter is added to the year of works of one author.
function writer(format) {
  const engine = new CSL.Engine(system, style, "en-US", true);
  engine.setOutputFormat(format);
  return (id) => {
    engine.updateItems([id]);
    return engine.makeBibliography()[1].join("").trim();
  };
}

const inside = /^<div[^>]*>(.*)<\/div>$/s;
const text = writer("text");
const html = writer("html");
const references = items.map(({ id }) => [id, { text: text(id), html: html(id).replace(inside, "$1") }]);
writeFileSync(here("references.json"), JSON.stringify(Object.fromEntries(references), null, 1) + "\n");
