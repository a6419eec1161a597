// Serves a built site on the loopback address, as GitHub Pages would: folders by their index.html,
// text compressed, everything else a 404.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { gzipSync } from "node:zlib";

const types = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".woff2": "font/woff2",
  ".xml": "application/xml",
};
const compressed = new Set([".css", ".html", ".js", ".json", ".svg", ".txt", ".xml"]);

export async function serve(site) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://127.0.0.1");
    const wanted = path.join(site, decodeURIComponent(pathname), pathname.endsWith("/") ? "index.html" : "");
    const content = wanted.startsWith(site + path.sep) ? await readFile(wanted).catch(() => null) : null;
    if (content === null) {
      response.writeHead(404).end();
      return;
    }
    const type = path.extname(wanted);
    response.setHeader("Content-Type", types[type] ?? "application/octet-stream");
    if (compressed.has(type)) {
      response.setHeader("Content-Encoding", "gzip").end(gzipSync(content));
    } else {
      response.end(content);
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { address: `http://127.0.0.1:${server.address().port}/`, stop: () => server.close() };
}
