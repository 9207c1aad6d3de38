// À charger avant le script d’Orejime (orejime-standard-fr.js, par exemple).
var orejimeConfig = {
  privacyPolicyUrl: "https://data.example.fr",
  purposes: [
    {
      id: "necessary",
      title: "Cookies nécessaires au bon fonctionnement de la plateforme / cookies fonctionnels",
      purposes: [
        {
          id: "necessary-opendatasoft",
          title: "Opendatasoft",
          description: "sessionid – Se souvenir de l&#x27;utilisateur d&#x27;une page à une autre. (Session)\u003cbr>csrftoken – Récupérer des données : via des appels API | REST, via &lt;script&gt;. (12 mois)",
          cookies: ["sessionid", "csrftoken"],
          isMandatory: true
        }
      ]
    },
    {
      id: "audience",
      title: "Mesure d'audience",
      description: "Outil, Exempté\u003cbr>Matomo, oui",
      purposes: [
        {
          id: "audience-matomo",
          title: "Matomo",
          description: "_pk_id*, _pk_ses*, et tout cookie dont le nom commence par mtm_consent_avec_un_nom_très_long_sans_espace – Mesurer l&#x27;audience. (jusqu&#x27;à 13 mois)",
          cookies: [/^_pk_id.*$/, /^_pk_ses.*$/, /^mtm_consent_avec_un_nom_très_long_sans_espace.*$/]
        }
      ]
    }
  ]
};
