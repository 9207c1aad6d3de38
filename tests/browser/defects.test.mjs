// The checks themselves: a sound export passes, and every kind of defect is found, where it is and for what it is.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { inspect } from "./inspect.mjs";
import { FRAGMENT_STYLE, sampleFragment, sampleIndex, samplePage, write } from "./sample.mjs";

const PAGE = "charter.html";
const FRAGMENT = "charter.fragment.html";

/** Each puts one thing wrong with a sound page or fragment: `from` becomes `to`, and exactly `breaks` is broken. */
const DEFECTS = [
  { name: "unclosed-element", in: PAGE, from: "</main>", to: "<div></main>", breaks: ["validity"] },
  { name: "unknown-attribute", in: FRAGMENT, from: "<h2>", to: '<h2 colour="red">', breaks: ["validity"] },
  {
    name: "faint-text", in: PAGE,
    from: "<p>",
    to: '<p style="color:#999;background:#fff">',
    breaks: ["accessibility"],
  },
  {
    name: "faint-in-the-dark", in: PAGE,
    from: "a { color: #9cf; }",
    to: "a { color: #113; }",
    breaks: ["accessibility"],
  },
  {
    name: "picture-without-words", in: PAGE,
    from: "<p>",
    to: '<p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">',
    breaks: ["accessibility", "validity"],
  },
  {
    name: "wide-table", in: PAGE,
    from: ".charter table {",
    to: ".charter .scroll { overflow: visible } table { width: 40rem;",
    breaks: ["clipping", "reflow"],
  },
  {
    name: "hidden-overflow", in: PAGE,
    from: "body {",
    to: "html { overflow-x: hidden } p { width: 40rem } body {",
    breaks: ["clipping", "reflow"],
  },
  {
    name: "cut-line", in: PAGE,
    from: "body {",
    to: "p { height: 1rem; overflow-y: hidden } body {",
    breaks: ["clipping"],
  },
  {
    name: "long-word", in: FRAGMENT,
    from: "<p>",
    to: `<p>${"incompressible".repeat(8)} `,
    breaks: ["clipping", "reflow"],
  },
  {
    name: "narrow-column",
    in: PAGE,
    from: "body {",
    to: "th { max-width: 3em; overflow-wrap: anywhere } body {",
    breaks: ["broken words"],
  },
  { name: "second-title", in: PAGE, from: "<h2>", to: "<h1>Encore</h1><h2>", breaks: ["headings"] },
  {
    name: "title-in-the-fragment", in: FRAGMENT,
    from: "<section",
    to: "<h1>Charte cookies</h1><section",
    breaks: ["headings"],
  },
  {
    name: "skipped-level", in: FRAGMENT,
    from: "</h2>",
    to: "</h2><h4>Détails</h4><p>Rien.</p>",
    breaks: ["accessibility", "headings", "validity"],
  },
  { name: "another-language", in: PAGE, from: 'lang="fr"', to: 'lang="fr-CA"', breaks: ["language"] },
  { name: "no-language", in: PAGE, from: ' lang="fr"', to: "", breaks: ["accessibility", "language"] },
  { name: "repeated-id", in: PAGE, from: "<p>", to: '<p id="c-usage">', breaks: ["ids", "validity"] },
  { name: "id-of-the-portal", in: FRAGMENT, from: "<p>", to: '<p id="content">', breaks: ["ids", "validity"] },
  { name: "dead-anchor", in: FRAGMENT, from: "#c-necessary", to: "#c-nowhere", breaks: ["links"] },
  { name: "dead-file", in: PAGE, from: "#c-necessary", to: "nowhere.html", breaks: ["links"] },
  { name: "script", in: PAGE, from: "</body>", to: "<script>void 0;</script></body>", breaks: ["scripts"] },
  { name: "handler", in: FRAGMENT, from: "<p>", to: '<p onclick="void 0">', breaks: ["scripts"] },
  { name: "style-attribute", in: FRAGMENT, from: "<p>", to: '<p style="margin:0">', breaks: ["inline style"] },
  {
    name: "stylesheet-of-another-host", in: PAGE,
    from: "</head>",
    to: '<link rel="stylesheet" href="https://styles.invalid/a.css"></head>',
    breaks: ["requests"],
  },
  {
    name: "picture-beside-the-page", in: FRAGMENT,
    from: "<p>",
    to: '<p><img src="logo.png" alt="Logo">',
    breaks: ["requests"],
  },
  {
    name: "late-picture", in: PAGE,
    from: "</main>",
    to: '<p style="padding-top:9000px"><img loading="lazy" src="https://pictures.invalid/a.png" alt="Logo"></p></main>',
    breaks: ["requests"],
  },
];

test("every defect is found, and a sound page has none", async (t) => {
  const files = { "index.html": sampleIndex(["sound"]), "fragment.css": FRAGMENT_STYLE };
  for (const language of ["fr", "en"]) {
    files[`sound/${language}/${PAGE}`] = samplePage(language);
    files[`sound/${language}/${FRAGMENT}`] = sampleFragment(language);
  }
  for (const { name, in: file, from, to } of DEFECTS) {
    const sound = file === PAGE ? samplePage("fr") : sampleFragment("fr");
    assert.ok(sound.includes(from), `${name} changes something`);
    files[`${name}/fr/${file}`] = sound.replace(from, to);
  }

  const { findings } = await inspected(files);
  await t.test("sound pages", () => assert.deepEqual(brokenIn(findings, /^(sound\/|index)/), []));
  for (const { name, in: file, breaks } of DEFECTS) {
    await t.test(name, () => {
      assert.deepEqual(brokenIn(findings, new RegExp(`^${name}/fr/${file}`)), breaks);
    });
  }
});

test("an incomplete export, a dead link in its list and a stylesheet that leaks are found", async () => {
  const { findings } = await inspected({
    "index.html": sampleIndex(["here", "gone"]),
    "fragment.css": `${FRAGMENT_STYLE}h1 { color: #700; }`,
    [`here/fr/${PAGE}`]: samplePage("fr"),
    [`here/fr/${FRAGMENT}`]: sampleFragment("fr"),
    [`half/fr/${PAGE}`]: samplePage("fr"),
  });
  assert.deepEqual(
    findings.map(({ name, rule, detail }) => `${name}: ${rule}: ${detail}`),
    [
      "half/fr/charter.fragment.html: export: the export has not written it",
      `here/fr/charter.fragment.html (styled): leaking style: color of the portal's h1#title "here" changes`,
      'index.html: links: nothing stands at "gone/fr/charter.html"',
    ],
  );
});

test("an export without a page is a defect", async () => {
  const { findings } = await inspected({});
  assert.deepEqual(
    findings.map(({ name }) => name),
    ["index.html", "fragment.css", "<platform>/<language>/charter.html"],
  );
});

async function inspected(files) {
  const folder = mkdtempSync(path.join(tmpdir(), "chartrier-sample-"));
  try {
    write(folder, files);
    return await inspect(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The names of the rules broken by the pages whose name matches, each once, in order. */
function brokenIn(findings, pages) {
  return [...new Set(findings.filter(({ name }) => pages.test(name)).map(({ rule }) => rule))].sort();
}
