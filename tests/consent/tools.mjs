// The consent tools: how a page loads each with a configuration, and what one then reads in it.

import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
export const packages = path.join(here, "node_modules");

/**
 * Each with `file`, what an export calls its configuration; `page(config, language)`, the elements of a page that
 * loads it; `open()`, which is run in the page and shows all that it lists; and `switches()`, which answers, run in the
 * page, with `{ name, locked }` for each switch.
 */
export const TOOLS = [
  {
    name: "cookieconsent",
    file: "cookieconsent.config.js",
    page: (config) => `
      <link rel="stylesheet" href="/vanilla-cookieconsent/dist/cookieconsent.css">
      <script src="/vanilla-cookieconsent/dist/cookieconsent.umd.js"></script>
      <script src="${config}"></script>
      <script>
        // It hides from browsers that are driven by programs.
        CookieConsent.run({ ...cookieconsentConfig, hideFromBots: false });
      </script>`,
    open: () => {
      CookieConsent.showPreferences();
      for (const button of document.querySelectorAll("#cc-main .pm__section-title")) button.click();
    },
    listed: "#cc-main .pm",
    switches: () =>
      [...document.querySelectorAll("#cc-main .pm__section--toggle")].map((section) => ({
        name: section.querySelector(".pm__section-title").textContent,
        locked: section.querySelector("input").disabled,
      })),
  },
  {
    name: "klaro",
    file: "klaro.config.js",
    page: (config) => `
      <script src="${config}"></script>
      <script src="/klaro/dist/klaro.js"></script>`,
    open: () => klaro.show(klaroConfig, true),
    listed: ".klaro .cookie-modal",
    switches: () =>
      [...document.querySelectorAll(".klaro .cm-purpose .cm-service")].map((service) => ({
        name: service.querySelector(".cm-list-title").textContent,
        locked: service.querySelector("input").disabled,
      })),
  },
  {
    name: "orejime",
    file: "orejime.config.js",
    page: (config, language) => `
      <link rel="stylesheet" href="/orejime/dist/orejime-standard.css">
      <script src="${config}"></script>
      <script src="/orejime/dist/orejime-standard-${language}.js"></script>`,
    open: () => orejime.prompt(),
    listed: ".orejime-Modal",
    switches: () =>
      [...document.querySelectorAll(".orejime-Purpose")]
        .filter((purpose) => !purpose.querySelector(".orejime-Purpose-children"))
        .map((purpose) => ({
          name: purpose.querySelector(".orejime-Purpose-title").textContent,
          locked: purpose.querySelector("input").disabled,
        })),
  },
  {
    name: "tarteaucitron",
    file: "tarteaucitron.config.js",
    page: (config) => `
      <script src="/tarteaucitronjs/tarteaucitron.js"></script>
      <script src="${config}"></script>
      <script>tarteaucitron.init(tarteaucitronParameters);</script>`,
    open: () => tarteaucitron.userInterface.openPanel(),
    listed: "#tarteaucitron",
    // What is needed stands in a paragraph of its own, whose buttons do nothing; one of them says so.
    switches: () => [
      ...[...document.querySelectorAll("#tarteaucitronServices_mandatory strong")].map((title) => ({
        name: title.textContent,
        locked: document.querySelector("#tarteaucitronServices_mandatory .tarteaucitronAllow").disabled,
      })),
      ...[...document.querySelectorAll("#tarteaucitron .tarteaucitronLine[id$='Line']")]
        .filter((line) => line.id.startsWith("charter__"))
        .map((line) => ({
          name: line.querySelector(".tarteaucitronH3").textContent,
          locked: line.querySelector(".tarteaucitronDeny").disabled,
        })),
    ],
  },
];

