// What is looked at: every page of an export, and every fragment inside the page of a portal, as it will be pasted.

import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { portalPage } from "./portal.mjs";

export const Kind = Object.freeze({
  page: "page",
  index: "index",
  /** A fragment in a portal that links the fragment's stylesheet. */
  styled: "styled fragment",
  /** A fragment in a portal that has only the browser's own styles. */
  bare: "bare fragment",
});

/**
 * Lists what `chartrier export` wrote under `folder` and wraps its fragments into pages under `portals`.
 * Returns `{ targets, missing }`: the files to look at, and the files that an export should have and has not.
 */
export function targetsOf(folder, portals) {
  const charters = chartersUnder(folder);
  const stylesheet = path.join(folder, "fragment.css");
  const index = path.join(folder, "index.html");
  const wanted = [
    index,
    stylesheet,
    ...charters.flatMap(({ page, fragment }) => [page, fragment]),
  ];
  const missing = wanted.filter((file) => !existsSync(file)).map((file) => path.relative(folder, file));
  if (charters.length === 0) missing.push("<platform>/<language>/charter.html");

  const targets = charters.flatMap((charter) => [
    wholePage(charter),
    inPortal(charter, Kind.styled, portals, stylesheet),
    inPortal(charter, Kind.bare, portals, stylesheet),
  ]);
  targets.push({ kind: Kind.index, name: "index.html", slug: "index", file: index, links: folder });
  return { targets: targets.filter(({ file }) => file && existsSync(file)).map(withAllowed), missing };
}

function chartersUnder(folder) {
  return foldersIn(folder).flatMap((platform) =>
    foldersIn(path.join(folder, platform)).map((language) => {
      const home = path.join(folder, platform, language);
      return {
        platform,
        language,
        home,
        page: path.join(home, "charter.html"),
        fragment: path.join(home, "charter.fragment.html"),
      };
    }),
  );
}

function foldersIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

function wholePage({ platform, language, home, page }) {
  const name = `${platform}/${language}/charter.html`;
  return { kind: Kind.page, name, slug: `${platform}-${language}`, platform, language, file: page, links: home };
}

function inPortal({ platform, language, home, fragment }, kind, portals, stylesheet) {
  const target = { kind, platform, language, links: home };
  if (!existsSync(fragment)) return target;
  const suffix = kind === Kind.styled ? "fragment" : "fragment-bare";
  target.name = `${platform}/${language}/charter.fragment.html (${kind === Kind.styled ? "styled" : "bare"})`;
  target.slug = `${platform}-${language}-${suffix}`;
  target.file = path.join(portals, `${target.slug}.html`);
  target.stylesheet = kind === Kind.styled ? pathToFileURL(stylesheet).href : undefined;
  mkdirSync(portals, { recursive: true });
  writeFileSync(target.file, portalPage({ ...target, fragment: readFileSync(fragment, "utf8") }));
  return target;
}

/** A page may read itself, and a portal the fragment's stylesheet: nothing else. */
function withAllowed(target) {
  const url = pathToFileURL(target.file).href;
  return { ...target, url, allowed: [url, target.stylesheet].filter(Boolean) };
}
