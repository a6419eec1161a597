// Lighthouse on the front page and one page of every kind, as a phone sees them.

import { readdir } from "node:fs/promises";
import path from "node:path";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { findBrowser } from "../browser.mjs";
import { serve } from "../server.mjs";

// The least score of each category; performance depends on the machine and is only told.
const thresholds = { accessibility: 100, "best-practices": 95, seo: 95, performance: 0 };
// A demonstration asks search engines to pass it by: nobody is to find invented people.
const skipped = ["is-crawlable"];
const flags = [
  "--headless=new",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-dev-shm-usage",
  "--disable-sync",
  "--no-first-run",
  // Chromium's sandbox refuses to start for root, which is who runs in a container.
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

export async function check({ site }) {
  const pages = await choosePages(site);
  const chromePath = findBrowser();
  if (!chromePath) {
    return { subject: "no page", faults: ["there is no Chromium to look at the site with"] };
  }
  const server = await serve(site);
  const browser = await launch({ chromePath, chromeFlags: flags, logLevel: "silent" });
  const faults = [];
  const notes = [];
  try {
    for (const page of pages) {
      const options = {
        port: browser.port,
        onlyCategories: Object.keys(thresholds),
        skipAudits: skipped,
        logLevel: "silent",
      };
      const { lhr } = await lighthouse(server.address + page, options);
      const scores = Object.values(lhr.categories).map(({ id, score }) => [id, Math.round((score ?? 0) * 100)]);
      notes.push(`/${page}: ${scores.map(([id, score]) => `${id} ${score}`).join(", ")}`);
      for (const [id, score] of scores.filter(([id, score]) => score < thresholds[id])) {
        faults.push(`/${page}: ${id} is ${score}, below ${thresholds[id]}: ${failedAudits(lhr, id).join("; ")}`);
      }
    }
  } finally {
    await browser.kill();
    server.stop();
  }
  return { subject: `${pages.length} pages`, faults, notes };
}

// The front page, and of each folder at the top its first page that lies deeper (a record's page),
// or its own where there is none.
async function choosePages(site) {
  const files = (await readdir(site, { recursive: true })).map((file) => file.split(path.sep).join("/"));
  const pages = files.filter((file) => file.endsWith("/index.html")).map((file) => file.slice(0, -"index.html".length));
  const tops = [...new Set(pages.map((page) => page.split("/")[0]))].sort();
  const chosen = tops.map((top) => {
    const below = pages.filter((page) => page.startsWith(`${top}/`)).sort();
    return below.find((page) => page !== `${top}/`) ?? below[0];
  });
  return ["", ...chosen];
}

function failedAudits(lhr, category) {
  const audits = lhr.categories[category].auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => lhr.audits[id]);
  return audits
    .filter(({ score }) => score !== null && score < 1)
    .map(({ title, details }) => {
      const snippets = (details?.items ?? []).map(({ node, description }) => node?.snippet ?? description).filter(Boolean);
      return [title, ...snippets.slice(0, 3)].join(" | ");
    });
}
