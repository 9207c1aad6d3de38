// What a page must hold to. Each rule says on which kinds of page it holds, in which views, and finds what breaks it.
//
// `find(page, target)` answers with one sentence for each defect. The functions given to `page.evaluate` run inside
// the page and can use nothing of this file; `describe` and `offstage` stand there by way of `helpers`.

import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Kind } from "./targets.mjs";

const EVERY_KIND = Object.values(Kind);
const FRAGMENTS = [Kind.styled, Kind.bare];
// A bare fragment has no stylesheet that could make a table fit a telephone.
const STYLED = [Kind.page, Kind.index, Kind.styled];

export const RULES = [
  { name: "accessibility", on: EVERY_KIND, everyView: true, find: accessibility },
  { name: "reflow", on: STYLED, everyView: true, find: widerThanTheWindow },
  { name: "clipping", on: STYLED, everyView: true, find: clipped },
  { name: "broken words", on: STYLED, everyView: true, find: brokenWords },
  { name: "headings", on: EVERY_KIND, find: headings },
  { name: "language", on: EVERY_KIND, find: language },
  { name: "ids", on: EVERY_KIND, find: repeatedIds },
  { name: "links", on: EVERY_KIND, find: deadLinks },
  { name: "requests", on: EVERY_KIND, find: outsideFiles },
  { name: "scripts", on: EVERY_KIND, find: scripts },
  { name: "inline style", on: FRAGMENTS, find: inlineStyles },
  { name: "leaking style", on: [Kind.styled], find: leakingStyles },
];

/** Made available inside every page. */
export function helpers() {
  /** How a person finds an element again: `main > table#a.b "its first words"`. */
  globalThis.describe = (element) => {
    const id = element.id ? `#${element.id}` : "";
    const classes = [...element.classList].map((name) => `.${name}`).join("");
    const words = element.textContent.trim().replace(/\s+/g, " ").slice(0, 40);
    return `${element.localName}${id}${classes}${words ? ` "${words}"` : ""}`;
  };
  /** Not shown, or shown to screen readers only. */
  globalThis.offstage = (element) => {
    if (!element.checkVisibility({ visibilityProperty: true })) return true;
    for (let each = element; each; each = each.parentElement) {
      const { clip, clipPath } = getComputedStyle(each);
      const { width, height } = each.getBoundingClientRect();
      if (clip !== "auto" || clipPath === "inset(50%)" || (width <= 1 && height <= 1)) return true;
    }
    return false;
  };
}

// Accessibility -----------------------------------------------------------------------------------------------------

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Every rule that axe has on by default, its best practices included. */
async function accessibility(page) {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(AXE);
  // A stylesheet is not fetched a second time: what the page asks for is what is counted.
  const violations = await page.evaluate(async () => (await axe.run(document, { preload: false })).violations);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => {
      const causes = failureSummary.split("\n").slice(1).map((line) => line.trim());
      return `${id}: ${help}: ${target.join(" ")}: ${causes.join("; ")}`;
    }),
  );
}

// Layout ------------------------------------------------------------------------------------------------------------

function widerThanTheWindow(page) {
  return page.evaluate(() => {
    const { scrollWidth } = document.documentElement;
    return scrollWidth > innerWidth ? [`the page is ${scrollWidth} px wide in a window of ${innerWidth} px`] : [];
  });
}

/** Content that leaves its box, is cut off by it, or lies beyond the window, unless a person can scroll to it. */
function clipped(page) {
  return page.evaluate(() => {
    const SLACK = 1; // Sizes are rounded to whole pixels.
    const scrolls = (overflow) => overflow === "auto" || overflow === "scroll";
    const cuts = (overflow) => overflow === "hidden" || overflow === "clip";
    const inScroller = (element) => {
      for (let each = element.parentElement; each && each !== document.body; each = each.parentElement) {
        if (scrolls(getComputedStyle(each).overflowX)) return true;
      }
      return false;
    };
    const defectOf = (element) => {
      const { overflowX, overflowY } = getComputedStyle(element);
      const { clientWidth, clientHeight, scrollWidth, scrollHeight } = element;
      const { left, right } = element.getBoundingClientRect();
      if (clientWidth > 0 && scrollWidth > clientWidth + SLACK && !scrolls(overflowX)) {
        return `holds ${scrollWidth} px in a width of ${clientWidth} px`;
      }
      if (clientHeight > 0 && scrollHeight > clientHeight + SLACK && cuts(overflowY)) {
        return `holds ${scrollHeight} px in a height of ${clientHeight} px and cuts the rest`;
      }
      if ((left < -SLACK || right > innerWidth + SLACK) && !inScroller(element)) {
        return `stands from ${Math.round(left)} to ${Math.round(right)} px, beyond the window`;
      }
    };
    const defects = [...document.body.querySelectorAll("*")]
      .filter((element) => !offstage(element))
      .map((element) => ({ element, defect: defectOf(element) }))
      .filter(({ defect }) => defect);
    // What holds a defective element is too small for the same reason: the innermost one tells most.
    return defects
      .filter(({ element }) => !defects.some((other) => other.element !== element && element.contains(other.element)))
      .map(({ element, defect }) => `${describe(element)} ${defect}`);
  });
}

/** A word is read whole: a line ends after a space, a hyphen or a mark such as the dots and underscores of a name. */
function brokenWords(page) {
  return page.evaluate(() => {
    const LONGEST = 24; // A longer one may be wider than a telephone.
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const broken = new Set();
    while (texts.nextNode()) {
      const text = texts.currentNode;
      if (offstage(text.parentElement)) continue;
      for (const { 0: word, index } of text.data.matchAll(/[\p{L}\p{N}]+/gu)) {
        const place = document.createRange();
        place.setStart(text, index);
        place.setEnd(text, index + word.length);
        const lines = new Set([...place.getClientRects()].map(({ top }) => Math.round(top)));
        if (lines.size > 1 && word.length <= LONGEST) broken.add(`${describe(text.parentElement)} breaks "${word}"`);
      }
    }
    return [...broken];
  });
}

// Structure ---------------------------------------------------------------------------------------------------------

function headings(page) {
  return page.evaluate(() => {
    const found = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6, [role=heading]")];
    const level = (heading) => Number(heading.ariaLevel ?? heading.localName.slice(1));
    const first = found.filter((heading) => level(heading) === 1);
    const count = `${first.length} h1 (${first.map(describe).join(", ")}) where one is due`;
    const skips = found
      .map((heading, at) => ({ heading, from: at === 0 ? 0 : level(found[at - 1]), to: level(heading) }))
      .filter(({ from, to }) => to > from + 1)
      .map(({ heading, from, to }) => `${describe(heading)} skips from level ${from} to ${to}`);
    return first.length === 1 ? skips : [count, ...skips];
  });
}

async function language(page, target) {
  const lang = await page.evaluate(() => document.documentElement.lang);
  // The list of an export has no folder of its own to say what its language is.
  const right = target.language ? lang === target.language : lang !== "";
  return right ? [] : [`html has lang="${lang}"${target.language ? `, its folder says "${target.language}"` : ""}`];
}

function repeatedIds(page) {
  return page.evaluate(() => {
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    const repeated = new Set(ids.filter((id, at) => ids.indexOf(id) !== at));
    return [...repeated].map((id) => `${ids.filter((each) => each === id).length} elements have the id "${id}"`);
  });
}

/** Links to a place of the page, or to a file of the export, that is not there. Web addresses are not followed. */
async function deadLinks(page, target) {
  const links = await page.evaluate(() => [...document.links].map((link) => link.getAttribute("href")));
  const anchors = await page.evaluate(() => [...document.querySelectorAll("[id]")].map(({ id }) => id));
  const dead = [...new Set(links)].filter((href) => isDead(href, anchors, target));
  return dead.map((href) => `nothing stands at "${href}"`);
}

function isDead(href, anchors, target) {
  if (href.startsWith("#")) return href !== "#" && !anchors.includes(decodeURIComponent(href.slice(1)));
  if (/^(https?|mailto|tel):/i.test(href)) return false;
  const url = new URL(href, `file://${target.links}/`);
  return url.protocol !== "file:" || href === "" || !existsSync(path.normalize(fileURLToPath(url)));
}

// Self-containment --------------------------------------------------------------------------------------------------

/** What stands outside the page, even where this browser in this window would not load it. */
async function outsideFiles(page, { allowed }) {
  const addresses = await page.evaluate(() => {
    const LOADED = "[src], [srcset], [poster], object[data], link[href]:not([rel=alternate], [rel=canonical])";
    return [...document.querySelectorAll(LOADED)].flatMap((element) => {
      const { src, srcset, poster, data, href } = element;
      const sources = (srcset ?? "").split(",").map((source) => source.trim().split(" ")[0]);
      return [src, poster, data, href, ...sources]
        .filter((address) => typeof address === "string" && address !== "")
        .map((address) => new URL(address, document.baseURI).href);
    });
  });
  return [...new Set(addresses)]
    .filter((address) => !address.startsWith("data:") && !allowed.includes(address))
    .map((address) => `asks for ${address}`);
}

function scripts(page) {
  return page.evaluate(() => {
    const handler = (element) => [...element.attributes].some(({ name }) => name.startsWith("on"));
    const address = (element) => /^\s*javascript:/i.test(element.getAttribute("href") ?? "");
    return [...document.querySelectorAll("*")]
      .filter((element) => element.localName === "script" || handler(element) || address(element))
      .map((element) => `${describe(element)} runs a script`);
  });
}

function inlineStyles(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll("main [style], main style, main link")].map(
      (element) => `${describe(element)} brings a style of its own into the portal`,
    ),
  );
}

/** The fragment's stylesheet leaves the portal around the fragment as it was. */
function leakingStyles(page) {
  return page.evaluate(() => {
    const WATCHED = [
      "color", "background-color", "color-scheme", "font-family", "font-size", "font-weight", "line-height",
      "display", "margin-top", "margin-bottom", "margin-left", "padding-top", "padding-left", "max-width",
      "border-top-width", "list-style-type", "text-decoration-line", "box-sizing", "scroll-behavior",
    ];
    const { sheet } = document.querySelector("head link[rel=stylesheet]");
    const content = document.getElementById("content");
    const outside = [document.documentElement, ...document.querySelectorAll("body, body *")].filter(
      (element) => element === content || !content.contains(element),
    );
    const stylesOf = (element) => WATCHED.map((name) => getComputedStyle(element).getPropertyValue(name));
    const styled = outside.map(stylesOf);
    sheet.disabled = true;
    const bare = outside.map(stylesOf);
    sheet.disabled = false;
    return outside.flatMap((element, at) =>
      WATCHED.filter((_, each) => styled[at][each] !== bare[at][each]).map(
        (name) => `${name} of the portal's ${describe(element)} changes`,
      ),
    );
  });
}
