// À charger avant klaro.js.
var klaroConfig = {
  version: 1,
  lang: "fr",
  fallbackLang: "en",
  groupByPurpose: true,
  acceptAll: true,
  translations: {
    fr: {
      purposes: {
        necessary: {
          title: "Cookies nécessaires au bon fonctionnement de la plateforme / cookies fonctionnels"
        },
        audience: {
          title: "Mesure d'audience",
          description: "Outil, Exempté Matomo, oui"
        }
      },
      privacyPolicyUrl: "https://data.example.fr"
    }
  },
  purposeOrder: ["necessary", "audience"],
  services: [
    {
      name: "necessary-opendatasoft",
      title: "Opendatasoft",
      description: "sessionid – Se souvenir de l'utilisateur d'une page à une autre. (Session) · csrftoken – Récupérer des données : via des appels API | REST, via \u003cscript>. (12 mois)",
      purposes: ["necessary"],
      cookies: ["sessionid", "csrftoken"],
      required: true
    },
    {
      name: "audience-matomo",
      title: "Matomo",
      description: "_pk_id*, _pk_ses*, et tout cookie dont le nom commence par mtm_consent_avec_un_nom_très_long_sans_espace – Mesurer l'audience. (jusqu'à 13 mois)",
      purposes: ["audience"],
      cookies: [/^_pk_id.*$/, /^_pk_ses.*$/, /^mtm_consent_avec_un_nom_très_long_sans_espace.*$/],
      default: false
    }
  ]
};
