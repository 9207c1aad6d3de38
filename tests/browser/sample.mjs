// A small export, made by hand and without a defect, for the checks to be tried on.

import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

const BODY = {
  fr: `<section id="c-usage">
<h2>À quoi servent les cookies ?</h2>
<p>Un cookie est un petit fichier que le site dépose sur votre appareil. <a href="#c-necessary">Voir la liste</a>.</p>
</section>
<section id="c-necessary">
<h2>Cookies nécessaires</h2>
<div class="scroll" role="region" aria-label="Cookies nécessaires" tabindex="0">
<table>
<thead><tr><th scope="col">Nom</th><th scope="col">Finalité</th><th scope="col">Durée</th></tr></thead>
<tbody><tr><th scope="row">csrftoken</th><td>Protège les formulaires</td><td>un an</td></tr></tbody>
</table>
</div>
</section>`,
  en: `<section id="c-usage">
<h2>What are cookies for?</h2>
<p>A cookie is a small file that the site puts on your device. <a href="#c-necessary">See the list</a>.</p>
</section>
<section id="c-necessary">
<h2>Necessary cookies</h2>
<div class="scroll" role="region" aria-label="Necessary cookies" tabindex="0">
<table>
<thead><tr><th scope="col">Name</th><th scope="col">Purpose</th><th scope="col">Duration</th></tr></thead>
<tbody><tr><th scope="row">csrftoken</th><td>Protects forms</td><td>one year</td></tr></tbody>
</table>
</div>
</section>`,
};

const TITLE = { fr: "Charte cookies", en: "Cookie charter" };

export const FRAGMENT_STYLE = `.charter .scroll { overflow-x: auto; }
.charter table { border-collapse: collapse; }
.charter th, .charter td { padding: 0.25rem; text-align: left; border: 1px solid; }
`;

const PAGE_STYLE = `:root { color-scheme: light dark; }
body { margin: 1rem; background: #fff; color: #222; }
@media (prefers-color-scheme: dark) { body { background: #111; color: #eee; } a { color: #9cf; } }
${FRAGMENT_STYLE}`;

export function samplePage(language) {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${TITLE[language]}</title>
<style>
${PAGE_STYLE}</style>
</head>
<body>
<main class="charter">
<h1>${TITLE[language]}</h1>
${BODY[language]}
</main>
</body>
</html>
`;
}

export function sampleFragment(language) {
  return `<div class="charter" id="c-charter">\n${BODY[language]}\n</div>\n`;
}

export function sampleIndex(platforms) {
  const links = platforms.map((platform) => `<li><a href="${platform}/fr/charter.html">${platform}</a></li>`);
  return samplePage("en").replace(BODY.en, `<ul>\n${links.join("\n")}\n</ul>`);
}

/** Writes `files`, a text by path, into `folder`. */
export function write(folder, files) {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
}
