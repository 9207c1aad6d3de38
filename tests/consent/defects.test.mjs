// The checks see what is wrong: each defect is made in a sound configuration, and must be found.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import test from "node:test";
import { chartersUnder, csv, inspect } from "./inspect.mjs";

const CSV = `\uFEFFSection,Catégorie,Consentement,Nom
Nécessaires,nécessaires,exempté,sid
Publicité,publicité,requis,"_ga, ""x"""
`;

const SOUND = {
  "cookieconsent.config.js": `var cookieconsentConfig = { categories: { a: { enabled: true, readOnly: true }, b: {} },
    language: { default: "fr", translations: { fr: { consentModal: { title: "C" }, preferencesModal: { title: "P", sections: [
      { title: "Nécessaires", linkedCategory: "a", description: "sid" },
      { title: "Publicité", linkedCategory: "b", description: '_ga, "x"' }] } } } } };`,
  "klaro.config.js": `var klaroConfig = { version: 1, lang: "fr", groupByPurpose: true,
    translations: { fr: { purposes: { a: { title: "Nécessaires" }, b: { title: "Publicité" } } } }, services: [
      { name: "a", title: "Nous", description: "sid", purposes: ["a"], required: true },
      { name: "b", title: "Eux", description: '_ga, "x"', purposes: ["b"] }] };`,
  "orejime.config.js": `var orejimeConfig = { privacyPolicyUrl: "#", purposes: [
      { id: "a", title: "Nécessaires", description: "sid", cookies: [], isMandatory: true },
      { id: "b", title: "Publicité", description: '_ga, "x"', cookies: [] }] };`,
  "tarteaucitron.config.js": `var tarteaucitronCustomText = { mandatoryText: "<strong>Nécessaires</strong> sid", "desc-charter__b": '_ga, "x"' };
    var tarteaucitronParameters = {};
    tarteaucitron.services.charter__b = { key: "charter__b", type: "ads", name: "Eux", uri: "#", needConsent: true,
      cookies: [], js: function () {}, fallback: function () {} };
    (tarteaucitron.job = tarteaucitron.job || []).push("charter__b");`,
};

/** What is found wrong with an export in which a text of each file is another. */
async function found(from, to) {
  const folder = mkdtempSync(path.join(tmpdir(), "chartrier-consent-"));
  try {
    const charter = path.join(folder, "p", "fr");
    mkdirSync(charter, { recursive: true });
    writeFileSync(path.join(charter, "cookies.csv"), CSV);
    for (const [name, text] of Object.entries(SOUND)) writeFileSync(path.join(charter, name), text.replaceAll(from, to));
    const { findings } = await inspect(chartersUnder(folder));
    return findings.map((finding) => finding.slice(charter.length + 2));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("a sound export has no defect", async () => assert.deepEqual(await found("§", "§"), []));

test("a cookie that no tool lists is missed in each", async () => {
  const findings = await found("sid", "");
  assert.equal(findings.filter((finding) => finding.includes("does not list sid")).length, 4);
});

test("what is exempt and can be refused is found", async () => {
  const findings = await found(/readOnly: true|required: true|isMandatory: true/g, "");
  assert.equal(findings.filter((finding) => finding.includes("locks nothing")).length, 3);
});

test("a file that is no script is found", async () => {
  assert.ok((await found("var ", "var var ")).length >= 4);
});

test("a text that runs is found", async () => {
  const findings = await found('_ga, "x"', '_ga, "x"<img src=x onerror=window.harmed=1>');
  assert.ok(findings.some((finding) => finding.includes("runs what a text says")));
});

test("values are read as they were written", () => {
  assert.deepEqual(csv('a,"b ""c"",\nd"\n,e\n'), [["a", 'b "c",\nd'], ["", "e"]]);
});
