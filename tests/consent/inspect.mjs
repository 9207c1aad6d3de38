// Loads a configuration in its tool, in a browser, and tells what is wrong with what one sees then.

import { createReadStream, existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import http from "node:http";
import path from "node:path";
import { chromium } from "playwright-core";
import { TOOLS, packages } from "./tools.mjs";

const KINDS = { ".js": "text/javascript", ".css": "text/css", ".html": "text/html", ".json": "application/json" };

/** The charters of an export: folders with configurations, however deep, each with its language and rows. */
export function chartersUnder(folder) {
  if (existsSync(path.join(folder, "cookies.csv"))) {
    const rows = csv(readFileSync(path.join(folder, "cookies.csv"), "utf8"));
    return [{ folder, language: path.basename(folder), tables: tablesOf(rows) }];
  }
  const folders = readdirSync(folder).filter((name) => statSync(path.join(folder, name)).isDirectory());
  return folders.sort().flatMap((name) => chartersUnder(path.join(folder, name)));
}

/** What must be seen of each section: the names of its cookies as the charter writes them, and whether it is exempt. */
function tablesOf([head, ...rows]) {
  const [section, category, consent] = [0, 1, 2];
  const name = head.findIndex((label) => ["Nom", "Name", "Nom du cookie", "Nom du cookies", "Cookie name"].includes(label));
  if (name < 0) throw new Error(`no column of names in ${head.join(", ")}`);
  return rows.map((row) => ({
    section: row[section],
    category: row[category],
    exempt: ["exempté", "exempt"].includes(row[consent]),
    names: row[name],
  }));
}

/** The rows of a CSV text. */
export function csv(text) {
  const rows = [[]];
  const cells = /("(?:[^"]|"")*"|[^,\n]*)(,|\n|$)/gy;
  for (const [whole, cell, end] of text.replace(/^\uFEFF/, "").matchAll(cells)) {
    if (whole === "") break;
    rows.at(-1).push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === "\n") rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}

/** Looks at every charter in every tool; answers with `{ seen, findings }`. */
export async function inspect(charters) {
  const server = await serve();
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    // Chromium refuses to start its sandbox as root.
    chromiumSandbox: process.getuid() !== 0,
    args: ["--disable-gpu", "--disable-quic"],
  });
  try {
    const findings = [];
    let seen = 0;
    for (const charter of charters) {
      for (const tool of TOOLS) {
        seen += 1;
        const found = await lookAt(browser, server.origin, charter, tool);
        findings.push(...found.map((detail) => `${charter.folder}: ${tool.name}: ${detail}`));
      }
    }
    return { seen, findings };
  } finally {
    await browser.close();
    server.close();
  }
}

async function lookAt(browser, origin, charter, tool) {
  const found = [];
  const context = await browser.newContext();
  const page = await context.newPage();
  page.on("pageerror", (error) => found.push(`an error in the page: ${error.message}`));
  page.on("dialog", (dialog) => {
    found.push(`a dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  // Nothing outside this machine is asked for; the page and the configuration are answered here.
  const file = path.join(charter.folder, tool.file);
  await page.route(`${origin}/page.html`, (route) =>
    route.fulfill({ contentType: "text/html", body: pageOf(tool, charter.language) }),
  );
  await page.route(`${origin}/config.js`, (route) =>
    route.fulfill({ contentType: "text/javascript; charset=utf-8", body: readFileSync(file, "utf8") }),
  );
  await page.route(
    (url) => url.origin !== origin,
    (route) => {
      found.push(`asks for ${route.request().url()}`);
      route.abort();
    },
  );
  try {
    await page.goto(`${origin}/page.html`);
    await page.waitForTimeout(300);
    await page.evaluate(tool.open);
    await page.waitForSelector(tool.listed, { state: "attached", timeout: 5000 });
    await page.waitForTimeout(200);
    found.push(...(await seenIn(page, charter, tool)));
  } catch (error) {
    found.push(`does not open: ${error.message.split("\n")[0]}`);
  }
  await context.close();
  return found;
}

async function seenIn(page, charter, tool) {
  const found = [];
  const folded = (text) => text.replace(/\s+/g, " ").trim();
  const text = folded(await page.evaluate(textOf, tool.listed));
  for (const { names } of charter.tables) {
    for (const line of names.split("\n")) {
      if (!says(text, folded(line))) found.push(`does not list ${line}`);
    }
  }
  const switches = await page.evaluate(tool.switches);
  if (switches.length === 0) found.push("has no switch");
  const needed = (table) => table.exempt && !/audience/.test(table.category);
  const expected = { locked: charter.tables.some(needed), open: charter.tables.some((table) => !table.exempt) };
  if (expected.locked !== switches.some(({ locked }) => locked)) {
    found.push(expected.locked ? "locks nothing, though a table is exempt" : "locks what needs consent");
  }
  if (expected.open && switches.every(({ locked }) => locked)) found.push("lets nothing be chosen");
  // Where a switch is named as the section is, it says of that section whether it is locked.
  for (const table of charter.tables) {
    for (const { name, locked } of switches.filter((it) => folded(it.name) === folded(table.section))) {
      if (needed(table) && !locked) found.push(`${name} is exempt and not locked`);
      if (!table.exempt && locked) found.push(`${name} needs consent and is locked`);
    }
  }
  if (await page.evaluate(() => "harmed" in window)) found.push("runs what a text says");
  if ((await page.locator(`${tool.listed} script, ${tool.listed} [onclick], ${tool.listed} [onerror]`).count()) > 0) {
    found.push("makes markup of a text");
  }
  return found;
}

/** The text of an element, run in its page: with a line end between what does not stand in one line. */
function textOf(selector) {
  const inline = ["A", "CODE", "EM", "S", "STRONG", "WBR"];
  const read = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    const text = [...node.childNodes].map(read).join("");
    return inline.includes(node.nodeName) ? text : `\n${text}\n`;
  };
  return read(document.querySelector(selector));
}

/** Whether a text holds a name, and not as a part of another word. */
function says(text, name) {
  const isOfWord = (c) => c !== undefined && /[\p{L}\p{N}_]/u.test(c);
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const [before, after] = [text[at - 1], text[at + name.length]];
    if (!(isOfWord(before) && isOfWord(name[0])) && !(isOfWord(after) && isOfWord(name.at(-1)))) return true;
  }
  return false;
}

function pageOf(tool, language) {
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>Page</title></head>
<body><main><h1>Page</h1></main>${tool.page("/config.js", language)}</body></html>`;
}

/** Serves the tools. */
async function serve() {
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const file = path.join(packages, path.normalize(pathname));
    if (!file.startsWith(packages) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { "content-type": KINDS[path.extname(file)] ?? "application/octet-stream" });
    createReadStream(file).pipe(response);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}
