// À charger après tarteaucitron.js, puis : tarteaucitron.init(tarteaucitronParameters);
var tarteaucitronForceLanguage = "fr";
var tarteaucitronCustomText = {
  mandatoryText: "\u003cstrong>Cookies nécessaires au bon fonctionnement de la plateforme &#x2f; cookies fonctionnels\u003c/strong>\u003cbr>sessionid – Se souvenir de l&#x27;utilisateur d&#x27;une page à une autre. (Session)\u003cbr>csrftoken – Récupérer des données : via des appels API | REST, via &lt;script&gt;. (12 mois)",
  "desc-charter__audience_matomo": "_pk_id*, _pk_ses*, et tout cookie dont le nom commence par mtm_consent_avec_un_nom_très_long_sans_espace – Mesurer l&#x27;audience. (jusqu&#x27;à 13 mois)"
};
var tarteaucitronParameters = {
  privacyUrl: "https://data.example.fr",
  mandatory: true
};

(function () {
  // The cookies of a service: those known by name, and those there are now that fit a pattern.
  function cookies(names, patterns) {
    document.cookie.split(";").forEach(function (cookie) {
      var name = cookie.split("=")[0].trim();
      var fits = patterns.some(function (pattern) { return pattern.test(name); });
      if (fits && names.indexOf(name) < 0) names.push(name);
    });
    return names;
  }

  function add(service) {
    tarteaucitron.services[service.key] = service;
    (tarteaucitron.job = tarteaucitron.job || []).push(service.key);
  }

  // A service is started by what listens to `<key>_loaded` on the document.
  function nothing() {}

  add({
    key: "charter__audience_matomo",
    type: "analytic",
    name: "Matomo",
    uri: "https:&#x2f;&#x2f;data.example.fr",
    readmoreLink: "https:&#x2f;&#x2f;data.example.fr",
    needConsent: true,
    get cookies() { return cookies([], [/^_pk_id.*$/, /^_pk_ses.*$/, /^mtm_consent_avec_un_nom_très_long_sans_espace.*$/]); },
    js: nothing,
    fallback: nothing
  });
})();
