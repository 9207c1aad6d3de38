// node check.mjs EXPORT PICTURES: inspects the export in the folder EXPORT, and says what is wrong with its pages.

import { VIEWS, inspect } from "./inspect.mjs";

const MOST_LINES = 20; // of one rule on one page: a defect of a table repeats in every row.

const [folder, pictures] = process.argv.slice(2);
const { pages, findings, notes } = await inspect(folder, { pictures });

list("Notes", notes);
list("Defects", findings);
const defective = new Set(findings.map(({ name }) => name)).size;
const verdict = findings.length === 0 ? "No defect in any" : `${findings.length} defects in ${defective}`;
console.log(`${verdict} of ${pages} pages, each seen in ${VIEWS.length} views. Pictures: ${pictures}`);
process.exitCode = findings.length === 0 ? 0 : 1;

function list(title, found) {
  if (found.length === 0) return;
  console.log(`${title}:`);
  for (const [place, lines] of byPlace(found)) {
    console.log(`  ${place}`);
    for (const line of lines.slice(0, MOST_LINES)) console.log(`    ${line}`);
    if (lines.length > MOST_LINES) console.log(`    and ${lines.length - MOST_LINES} more`);
  }
}

/** The lines to print, under the page and the rule that they share. */
function byPlace(found) {
  const places = new Map();
  for (const { name, rule, detail, views } of found) {
    const place = `${name}: ${rule}`;
    places.set(place, [...(places.get(place) ?? []), `${detail}${inViews(views)}`]);
  }
  return [...places].sort(([one], [other]) => (one < other ? -1 : 1));
}

function inViews(views) {
  if (views.length === 0) return "";
  if (views.length === VIEWS.length) return " [every view]";
  return ` [${views.map(({ width, scheme }) => `${width} px ${scheme}`).join(", ")}]`;
}
