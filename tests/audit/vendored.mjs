// Makes the fonts and scripts that theme/ carries from the npm packages pinned in package.json.
// Usage: node vendored.mjs --write

import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { minify } from "terser";

const root = path.resolve(import.meta.dirname, "../..");
const fonts = "theme/assets/fonts";
const scripts = "theme/assets/js/vendor";
const editor = "theme/admin/vendor";
const families = [
  { package: "@fontsource-variable/source-serif-4", name: "source-serif-4" },
  { package: "@fontsource-variable/source-sans-3", name: "source-sans-3" },
];
// The weight axis alone: with the optical size axis the Latin serif weighs 122 KB instead of 51 KB.
const styles = ["wght.css", "wght-italic.css"];

function folderOf(name) {
  return path.join(import.meta.dirname, "node_modules", name);
}

// Path below the project's root → content, for every vendored file.
export async function makeVendoredFiles() {
  const files = new Map();
  const rules = [];
  for (const family of families) {
    const folder = folderOf(family.package);
    const css = (await Promise.all(styles.map((style) => readFile(path.join(folder, style), "utf8")))).join("\n");
    for (const [, file] of css.matchAll(/url\(\.\/files\/([^)]+\.woff2)\)/g)) {
      files.set(`${fonts}/${file}`, await readFile(path.join(folder, "files", file)));
    }
    files.set(`${fonts}/${family.name}-LICENSE.txt`, await readFile(path.join(folder, "LICENSE")));
    rules.push(css.trim());
  }
  files.set("theme/assets/css/fonts.css", Buffer.from(makeStyleSheet(rules)));
  files.set(`${scripts}/minisearch.js`, await makeSearchScript());
  files.set(`${scripts}/minisearch-LICENSE.txt`, await readFile(path.join(folderOf("minisearch"), "LICENSE.txt")));
  for (const [file, content] of await makeEditor()) {
    files.set(`${editor}/${file}`, content);
  }
  return files;
}

// What the editing page would ask of other hosts: its fonts, whether it is the newest, whether the Git host is up, and
// portraits of those who edit. And that nobody may enlarge it. Each is there once; where it is not, the package has
// changed, and so must this.
const elsewhere = "https://cdn.jsdelivr.net/fontsource/fonts";
const broughtHome = [
  [`${elsewhere}/source-sans-3:vf@5.3.0/latin-wght-normal.woff2`, "../assets/fonts/source-sans-3-latin-wght-normal.woff2"],
  [`${elsewhere}/noto-mono@5.3.0/latin-400-normal.woff2`, "vendor/noto-mono-latin-400-normal.woff2"],
  [
    `${elsewhere}/material-symbols-outlined:vf@5.3.7/latin-wght-normal.woff2`,
    "vendor/material-symbols-outlined-latin-wght-normal.woff2",
  ],
  ["`${iP}/package.json`", "`data:application/json,{}`"],
  ["`https://www.githubstatus.com/api/v2/status.json`", '`data:application/json,{"status":{"indicator":"none"}}`'],
  [
    "`https://status-api.hostedstatus.com/1.0/status/5b36dc6502d06804c08349f7`",
    '`data:application/json,{"result":{"status_overall":{"status_code":100}}}`',
  ],
  ["avatarURL:i.avatar_url", "avatarURL:void 0"],
  ["authorAvatarURL:e.author.avatarUrl", "authorAvatarURL:void 0"],
  ["authorAvatarURL:e.author?.avatar_url", "authorAvatarURL:void 0"],
  ["let{avatar_url:t}=await tJ(`/avatar?email=${encodeURIComponent(e)}&size=48`);return t||void 0", "return"],
  ["`maximum-scale=1`,", ""],
];

async function makeEditor() {
  const folder = folderOf("@sveltia/cms");
  const { version } = JSON.parse(await readFile(path.join(folder, "package.json"), "utf8"));
  let script = await readFile(path.join(folder, "dist/sveltia-cms.js"), "utf8");
  for (const [there, here] of broughtHome) {
    if (script.split(there).length !== 2) {
      throw new Error(`@sveltia/cms ${version} does not have this once: ${there}`);
    }
    script = script.replace(there, () => here);
  }
  const files = new Map([
    ["sveltia-cms.js", Buffer.from(`/* Sveltia CMS ${version}, MIT: see sveltia-cms-LICENSE.txt. Written by 'make vendor'. */\n${script}`)],
    ["sveltia-cms-LICENSE.txt", await readFile(path.join(folder, "LICENSE.txt"))],
  ]);
  for (const [name, file] of [
    ["@fontsource-variable/material-symbols-outlined", "material-symbols-outlined-latin-wght-normal.woff2"],
    ["@fontsource/noto-mono", "noto-mono-latin-400-normal.woff2"],
  ]) {
    files.set(file, await readFile(path.join(folderOf(name), "files", file)));
    files.set(`${path.basename(name)}-LICENSE.txt`, await readFile(path.join(folderOf(name), "LICENSE")));
  }
  return files;
}

function makeStyleSheet(rules) {
  const css = rules
    .join("\n\n")
    .replaceAll("url(./files/", "url(../fonts/")
    .replaceAll("format('woff2-variations')", 'format("woff2")')
    .replaceAll(/'(Source [^']+) Variable'/g, '"$1"');
  return `/* Written by 'make vendor' from the packages in tests/audit/package.json: change it there. */\n\n${css}\n`;
}

async function makeSearchScript() {
  const folder = folderOf("minisearch");
  const { version } = JSON.parse(await readFile(path.join(folder, "package.json"), "utf8"));
  const source = await readFile(path.join(folder, "dist/es/index.js"), "utf8");
  const { code } = await minify(source, { module: true, format: { comments: false } });
  return Buffer.from(`/* MiniSearch ${version}, MIT: see minisearch-LICENSE.txt. Written by 'make vendor'. */\n${code}\n`);
}

async function writeVendoredFiles() {
  const files = await makeVendoredFiles();
  for (const folder of [fonts, scripts, editor]) {
    await rm(path.join(root, folder), { recursive: true, force: true });
  }
  for (const [file, content] of files) {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await writeFile(path.join(root, file), content);
  }
  console.log(`Wrote ${files.size} files to ${fonts}, theme/assets/css, ${scripts} and ${editor}.`);
}

if (process.argv.includes("--write")) {
  await writeVendoredFiles();
}
