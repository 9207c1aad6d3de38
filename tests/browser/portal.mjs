// The page of a portal into which a fragment is pasted: as little as a real one has, with the ids that real ones use.

const WORDS = {
  fr: { skip: "Aller au contenu", navigation: "Navigation principale", home: "Accueil", data: "Jeux de données" },
  en: { skip: "Skip to content", navigation: "Main navigation", home: "Home", data: "Datasets" },
};

export function portalPage({ platform, language, stylesheet, fragment }) {
  const words = WORDS[language] ?? WORDS.en;
  const link = stylesheet ? `\n<link rel="stylesheet" href="${stylesheet}">` : "";
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${platform}</title>${link}
</head>
<body id="top">
<header id="header">
<p><a href="#main">${words.skip}</a></p>
<nav id="nav" aria-label="${words.navigation}">
<ul>
<li><a href="#top">${words.home}</a></li>
<li><a href="#content">${words.data}</a></li>
</ul>
</nav>
<h1 id="title">${platform}</h1>
</header>
<main id="main">
<div id="content">
${fragment}
</div>
</main>
<footer id="footer"><p>${platform}</p></footer>
</body>
</html>
`;
}
