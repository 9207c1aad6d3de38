// Looks at every page of an export in every view, as a person with a browser would, and tells what is wrong with them.

import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium } from "playwright-core";
import { RULES, helpers } from "./rules.mjs";
import { targetsOf } from "./targets.mjs";
import { validate } from "./validity.mjs";

export const VIEWS = [320, 1280].flatMap((width) => ["light", "dark"].map((scheme) => ({ width, scheme })));

const HEIGHT = 800;
// Chromium repeats the top of the page in a picture taller than this.
const TALLEST_PICTURE = 16_000;

/**
 * Inspects the export in `folder`; pictures go to the folder `pictures`, if one is given.
 * Returns `{ pages, findings, notes }`; a finding is `{ name, rule, detail, views }`.
 */
export async function inspect(folder, { pictures } = {}) {
  const portals = mkdtempSync(path.join(tmpdir(), "chartrier-portals-"));
  try {
    const { targets, missing } = targetsOf(path.resolve(folder), portals);
    const absent = missing.map((name) => ({ name, rule: "export", detail: "the export has not written it" }));
    const validity = targets.length > 0 ? validate(targets) : { findings: [], notes: [] };
    const seen = await lookAt(targets, pictures);
    return {
      pages: targets.length,
      findings: grouped([...absent, ...validity.findings, ...seen]),
      notes: grouped(validity.notes),
    };
  } finally {
    rmSync(portals, { recursive: true });
  }
}

async function lookAt(targets, pictures) {
  if (pictures) mkdirSync(pictures, { recursive: true });
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    // Chromium refuses to start its sandbox as root.
    chromiumSandbox: process.getuid() !== 0,
    args: ["--disable-gpu", "--disable-quic"],
  });
  try {
    const context = await browser.newContext({ reducedMotion: "reduce" });
    await context.addInitScript(helpers);
    const findings = [];
    for (const target of targets) findings.push(...(await lookAtOne(context, target, pictures)));
    return findings;
  } finally {
    await browser.close();
  }
}

async function lookAtOne(context, target, pictures) {
  const page = await context.newPage();
  const asked = await watchRequests(page);
  await page.goto(target.url);

  const findings = [];
  for (const view of VIEWS) {
    await page.setViewportSize({ width: view.width, height: HEIGHT });
    await page.emulateMedia({ colorScheme: view.scheme });
    for (const rule of rulesFor(target, view)) {
      // What is the same in every view is looked for once, and is no matter of that view.
      const seenIn = rule.everyView ? view : undefined;
      for (const detail of await rule.find(page, target)) findings.push({ rule: rule.name, detail, view: seenIn });
    }
    if (pictures) await takePicture(page, target, view, pictures);
  }
  if (pictures) await print(page, target, pictures);
  for (const url of asked) {
    if (!target.allowed.includes(url)) findings.push({ rule: "requests", detail: `asks for ${url}` });
  }
  await page.close();
  return findings.map((finding) => ({ ...finding, name: target.name }));
}

function rulesFor(target, view) {
  return RULES.filter(({ on, everyView }) => on.includes(target.kind) && (everyView || view === VIEWS[0]));
}

/** Every address that the page asks for, until it is closed. None outside this machine is let through. */
async function watchRequests(page) {
  const asked = new Set();
  page.on("request", (request) => {
    if (!request.url().startsWith("data:")) asked.add(request.url());
  });
  await page.route(/^(?!file:|data:)/, (route) => route.abort());
  return asked;
}

async function takePicture(page, target, view, folder) {
  const name = path.join(folder, `${target.slug}-${view.width}-${view.scheme}`);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  if (height <= TALLEST_PICTURE) {
    await page.screenshot({ path: `${name}.png`, fullPage: true });
  } else {
    for (let part = 1, y = 0; y < height; part += 1, y += TALLEST_PICTURE) {
      const clip = { x: 0, y, width: view.width, height: Math.min(TALLEST_PICTURE, height - y) };
      await page.screenshot({ path: `${name}-${part}.png`, fullPage: true, clip });
    }
  }
}

async function print(page, target, folder) {
  await page.emulateMedia({ colorScheme: "light" });
  await page.pdf({ path: path.join(folder, `${target.slug}-a4.pdf`), format: "A4", preferCSSPageSize: true });
}

/** One finding for the same defect of the same page, with the views in which it was seen. */
function grouped(findings) {
  const groups = new Map();
  for (const { view, ...finding } of findings) {
    const key = JSON.stringify([finding.name, finding.rule, finding.detail]);
    if (!groups.has(key)) groups.set(key, { ...finding, views: [] });
    if (view) groups.get(key).views.push(view);
  }
  return [...groups.values()];
}
