// À charger après cookieconsent.umd.js, puis : CookieConsent.run(cookieconsentConfig);
var cookieconsentConfig = {
  categories: {
    necessary: {
      enabled: true,
      readOnly: true
    },
    audience: {
      autoClear: {
        cookies: [
          {
            name: /^_pk_id.*$/
          },
          {
            name: /^_pk_ses.*$/
          },
          {
            name: /^mtm_consent_avec_un_nom_très_long_sans_espace.*$/
          }
        ]
      }
    }
  },
  language: {
    default: "fr",
    translations: {
      fr: {
        consentModal: {
          title: "Cookies",
          description: "Vous choisissez quels cookies ce site dépose. Ceux dont il a besoin pour fonctionner ne demandent pas votre accord.",
          acceptAllBtn: "Tout accepter",
          acceptNecessaryBtn: "Tout refuser",
          showPreferencesBtn: "Choisir",
          footer: "\u003ca href=\"https:&#x2f;&#x2f;data.example.fr\">Charte cookies\u003c/a>"
        },
        preferencesModal: {
          title: "Vos choix",
          acceptAllBtn: "Tout accepter",
          acceptNecessaryBtn: "Tout refuser",
          savePreferencesBtn: "Enregistrer",
          closeIconLabel: "Fermer",
          sections: [
            {
              title: "Cookies nécessaires au bon fonctionnement de la plateforme &#x2f; cookies fonctionnels",
              linkedCategory: "necessary",
              cookieTable: {
                headers: {
                  provider: "Prestataire",
                  name: "Nom du cookie",
                  purpose: "Finalités",
                  duration: "Durée",
                  more: "Autre"
                },
                body: [
                  {
                    provider: "Opendatasoft",
                    name: "\u003cdiv class=\"charter-name\">\u003ccode>sessionid\u003c/code>\u003c/div>",
                    purpose: "Se souvenir de l'utilisateur d'une page à une autre.",
                    duration: "Session",
                    more: ""
                  },
                  {
                    provider: "Opendatasoft",
                    name: "\u003cdiv class=\"charter-name\">csrftoken\u003c/div>",
                    purpose: "Récupérer des données :\n\u003cul>\n\u003cli>via des appels API | REST,\u003c/li>\n\u003cli>via &lt;script&gt;.\u003c/li>\n\u003c/ul>\n",
                    duration: "12 mois",
                    more: ""
                  }
                ]
              }
            },
            {
              title: "Mesure d&#x27;audience",
              description: "Outil, Exempté\u003cbr>Matomo, oui",
              linkedCategory: "audience",
              cookieTable: {
                headers: {
                  provider: "Prestataire",
                  name: "Nom du cookie",
                  purpose: "Finalités",
                  duration: "Durée",
                  more: "Autre"
                },
                body: [
                  {
                    provider: "Matomo",
                    name: "\u003cdiv class=\"charter-name\">_pk_\u003cwbr>id*, _pk_\u003cwbr>ses*, et tout cookie dont le nom commence par mtm_\u003cwbr>consent_\u003cwbr>avec_\u003cwbr>un_\u003cwbr>nom_\u003cwbr>très_\u003cwbr>long_\u003cwbr>sans_\u003cwbr>espace\u003c/div>",
                    purpose: "Mesurer l'audience.",
                    duration: "jusqu'à 13 mois",
                    more: "\u003ca class=\"charter-address\" href=\"https://fr.matomo.org/privacy-policy/\">https://\u003cwbr>fr.\u003cwbr>matomo.\u003cwbr>org/\u003cwbr>privacy-\u003cwbr>policy/\u003c/a>"
                  }
                ]
              }
            }
          ]
        }
      }
    }
  }
};
