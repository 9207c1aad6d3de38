//! The words by which parts of charters are known, in French, English, Spanish, German, Italian,
//! Dutch, Portuguese and Catalan: labels of columns, categories of cookies, questions, notices
//! that stand around a charter.
//!
//! Words are compared folded: in small letters of ASCII, with single spaces for all that is
//! neither letter nor digit.

mod durations;

use std::sync::LazyLock;

use deunicode::deunicode_char;

use crate::model::{Category, Role};

pub use durations::{is_duration, looks_like_duration, says_until};

/// A text as it is compared.
pub fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut push = |c: char| {
        if c.is_ascii_alphanumeric() {
            folded.push(c.to_ascii_lowercase());
        } else if !folded.is_empty() && !folded.ends_with(' ') {
            folded.push(' ');
        }
    };
    for c in text.chars() {
        match deunicode_char(c) {
            Some(_) if c.is_ascii() => push(c),
            Some(plain) => plain.chars().for_each(&mut push),
            None => push(' '),
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// Words that tell a role by themselves, wherever in a label they stand. A word is told by its
/// beginning, so that `finalit` is `finalité`, `finalités` and `finalitat`.
#[rustfmt::skip]
const ROLES: &[(Role, &[&str])] = &[
    (
        Role::Duration,
        &[
            "duree", "expir", "duration", "retention", "lifespan", "lifetime", "echeance",
            "validit", "delai", "conservation", "duracion", "duracao", "caducid", "caducit",
            "vencim", "speicherdauer", "laufzeit", "ablauf", "gultigkeit", "dauer", "aufbewahrung",
            "scadenz", "durata", "validade", "prazo", "looptijd", "bewaart", "vervald", "verloop",
            "duur", "durada", "conservazione", "plazo", "termini", "lebensdauer", "storage period",
            "max age", "persistence", "how long", "kept", "lasts", "combien de temps",
            "wie lange", "hoe lang", "cuanto tiempo", "quanto tempo", "quant de temps",
        ],
    ),
    (
        Role::Link,
        &[
            "privacy link", "privacy policy", "politique de confidentialite", "lien", "link", "url",
            "en savoir plus", "plus d information", "more information", "further information",
            "altre informazioni", "maggiori informazioni", "mas informacion", "mes informacio",
            "meer informatie", "weitere informationen", "mais informac", "enlace", "enllac",
            "datenschutz", "politica de privacidad", "politica de privacitat", "privacybeleid",
            "politica de privacidade", "informativa",
        ],
    ),
    (
        Role::Transfer,
        &[
            "transfer", "transfert", "trasferimento", "ubermittlung", "doorgifte", "transferencia",
            "hors ue", "outside the eu", "pays", "country", "paese", "land", "pais",
        ],
    ),
    (
        Role::Consent,
        &[
            "opt out", "optout", "consent", "einwilligung", "zustimmung", "toestemming", "consens",
            "exempt", "refus",
        ],
    ),
    (
        Role::Purpose,
        &[
            "finalit", "finalid", "purpose", "descripti", "descripci", "descricao", "descrizione",
            "beschreibung", "omschrijving", "beschrijving", "fonction", "funcion", "funcio",
            "function", "funktion", "functie", "funzione", "funcao", "objecti", "objetivo", "but",
            "utilisation", "utilite", "usage", "utilizzo", "uso", "zweck", "verwendung", "scopo",
            "doel", "gebruik", "motif", "explication", "explanation", "use",
            "objet", "obiettivo", "a quoi", "what it does", "what it is for", "what for",
            "what does it do", "why we use", "sert", "wofur", "wozu", "para que", "a cosa serve",
            "waarvoor", "per a que",
        ],
    ),
    (
        Role::Provider,
        &[
            "prestataire", "provider", "supplier", "vendor", "fournisseur", "emetteur", "issuer",
            "place par", "placed by", "depose par", "set by", "partenaire", "partner", "platform",
            "proveedor", "proveidor", "anbieter", "fornitore", "fornecedor", "aanbieder",
            "leverancier", "societe", "company", "editeur", "owner", "titular", "titolare",
            "proprietaire", "responsable", "herausgeber", "tercero", "third party", "tiers",
            "drittanbieter", "verantwoordelijke", "entreprise", "organisme", "emittente", "emissor",
        ],
    ),
    (
        Role::Service,
        &[
            "service", "servicio", "servei", "servizio", "servico", "dienst", "outil", "tool",
            "herramienta", "strumento", "ferramenta", "eina", "produit", "product", "emplacement",
        ],
    ),
    (
        Role::Domain,
        &[
            "domain", "domaine", "dominio", "domini", "domein", "host", "hote", "site concerne",
            "sites concernes", "site s concerne s", "site", "website",
        ],
    ),
    (
        Role::Party,
        &[
            "party", "origine", "origin", "origem", "origen", "propio", "herkunft", "propri", "interne", "oorsprong",
        ],
    ),
];

/// Words for what a cookie is called.
#[rustfmt::skip]
const NAMES: &[&str] = &[
    "nom", "noms", "name", "names", "nombre", "nome", "nomi", "nomes", "naam", "namen", "intitule",
    "bezeichnung", "identifiant", "identifier", "cle", "key",
];

/// Words for what a table of a charter is about.
#[rustfmt::skip]
const COOKIES: &[&str] = &[
    "cookie", "cookies", "traceur", "traceurs", "tracker", "trackers", "tag", "tags", "galeta",
    "galetes", "temoin", "temoins", "cookienaam", "cookiename", "rastreador", "tracciatore",
];

/// Words that keep a label from being the name of a cookie though it speaks of cookies.
#[rustfmt::skip]
const KINDS: &[&str] = &[
    "type", "types", "tipo", "tipus", "typ", "categorie", "category", "categoria", "kategorie",
    "famille", "groupe", "group", "sous", "subgroup", "soort", "art", "nature", "statut", "status",
    "contenu", "content", "inhalt", "number", "nombre de",
];

const AND: &[&str] = &["et", "and", "y", "und", "e", "en", "i"];

/// What a label says of its column; nothing where it is not known.
pub fn role(label: &str) -> Option<Role> {
    let label = folded(label);
    if label.is_empty() {
        return None;
    }
    let words: Vec<&str> = label.split(' ').collect();
    let speaks_of = |list: &[&str]| words.iter().position(|word| list.contains(word));
    let strong = ROLE_STEMS.first(&label);
    let named = speaks_of(NAMES);
    let cookie = speaks_of(COOKIES);
    let kind = speaks_of(KINDS);
    // A kind of cookies, with the duration that a label may give in brackets, as « Type (if
    // persistent, retention period) ».
    if kind == Some(0) || kind.is_some() && named.is_none() && cookie.is_some() {
        return strong
            .map(|(_, role)| role)
            .filter(|role| *role == Role::Duration);
    }
    // « Nom et finalité » is first of all a name.
    if let (Some(named), Some((at, _))) = (named, strong)
        && words
            .iter()
            .enumerate()
            .any(|(word, it)| word > named && byte_of(&words, word) < at && AND.contains(it))
    {
        return Some(Role::Name);
    }
    match (named, cookie, strong) {
        // « Nom du cookie et du partenaire », « Cookie name », « Name ».
        (Some(_), Some(cookie), Some((at, _))) if at > byte_of(&words, cookie) => Some(Role::Name),
        (_, _, Some((_, role))) => Some(role),
        (Some(_), _, None) | (None, Some(_), None) => Some(Role::Name),
        (None, None, None) => None,
    }
}

/// Whether a label says that it is about what something is called.
pub fn says_name(label: &str) -> bool {
    folded(label).split(' ').any(|word| NAMES.contains(&word))
}

/// Stems with what each tells, found by their first letter.
struct Stems<T> {
    by_letter: [Vec<(&'static str, T)>; 128],
}

impl<T: Copy> Stems<T> {
    fn new(all: impl Iterator<Item = (&'static str, T)>) -> Self {
        let mut by_letter = std::array::from_fn(|_| Vec::new());
        for (stem, told) in all {
            let letter = stem.bytes().next().map_or(0, usize::from);
            if let Some(stems) = by_letter.get_mut(letter) {
                stems.push((stem, told));
            }
        }
        Self { by_letter }
    }

    /// The first stem that begins a word of a folded text: where, and what it tells. A stem of
    /// three letters or fewer is a whole word.
    fn first(&self, text: &str) -> Option<(usize, T)> {
        let words = text.match_indices(' ').map(|(at, _)| at + 1);
        std::iter::once(0).chain(words).find_map(|at| {
            let rest = text.get(at..)?;
            let letter = rest.bytes().next().map_or(0, usize::from);
            let stems = self.by_letter.get(letter)?;
            let told = stems.iter().find(|(stem, _)| {
                rest.strip_prefix(stem).is_some_and(|after| {
                    stem.len() > 3 || after.is_empty() || after.starts_with(' ')
                })
            });
            told.map(|(_, told)| (at, *told))
        })
    }
}

/// Stems of lists, each list telling one thing.
fn stems_of<T: Copy>(lists: &'static [(T, &'static [&'static str])]) -> Stems<T> {
    let pairs = lists
        .iter()
        .flat_map(|(told, stems)| stems.iter().map(|stem| (*stem, *told)));
    Stems::new(pairs)
}

fn stems_in(list: &'static [&'static str]) -> Stems<()> {
    Stems::new(list.iter().map(|stem| (*stem, ())))
}

static ROLE_STEMS: LazyLock<Stems<Role>> = LazyLock::new(|| stems_of(ROLES));
static CATEGORY_STEMS: LazyLock<Stems<Kind>> = LazyLock::new(|| stems_of(CATEGORIES));
static FAILURE_STEMS: LazyLock<Stems<()>> = LazyLock::new(|| stems_in(FAILURES));
static DATE_STEMS: LazyLock<Stems<()>> = LazyLock::new(|| stems_in(DATED));

fn byte_of(words: &[&str], word: usize) -> usize {
    words.iter().take(word).map(|it| it.len() + 1).sum()
}

/// Labels as they are written, to find where labels that are glued together part.
#[rustfmt::skip]
pub const LABELS: &[&str] = &[
    "Nom du prestataire", "Prestataire", "Fournisseur", "Émetteur", "Emetteur",
    "Service et emplacement", "Service", "Nom du cookies", "Nom du cookie", "Nom des cookies",
    "Nom du traceur", "Nom", "Cookies", "Cookie", "Finalités", "Finalité", "Description",
    "Fonction", "Objectif", "Durée de conservation", "Durée de vie",
    "Durée maximale de conservation", "Durée", "Expiration", "Type", "Domaine", "Provider",
    "Supplier name", "Supplier", "Service and location", "Cookie name", "Name", "Purpose",
    "Purposes", "Function", "Duration", "Retention period", "Lifespan", "Expiry", "Domain",
    "Category", "Catégorie", "Proveedor", "Nombre de la cookie", "Nombre", "Finalidad",
    "Descripción", "Duración", "Caducidad", "Tipo", "Anbieter", "Zweck", "Funktion",
    "Speicherdauer", "Laufzeit", "Ablauf", "Fornitore", "Nome del cookie", "Nome Cookie", "Nome",
    "Scopo", "Finalità", "Durata", "Scadenza", "Aanbieder", "Naam", "Doel", "Bewaartermijn",
    "Looptijd", "Fornecedor", "Nome do cookie", "Finalidade", "Validade", "Duração", "Proveïdor",
    "Nom de la galeta", "Finalitat", "Caducitat", "Durada", "Descripció", "Functie", "Función",
    "Funzione", "Função", "Funció", "Ablaufdatum", "Beschreibung", "Beschrijving", "Descrizione",
    "Descrição", "Expiração", "Venciment", "Vervaldatum", "Vencimiento",
    "Maximum Storage Duration", "Storage duration", "Provider name", "Name of the provider",
    "Cookie names", "Nombre del proveedor", "Servicio y ubicación", "Nombre de las cookies",
    "Finalidades", "Propósito", "Name des Anbieters", "Dienst und Standort", "Cookie-Name",
    "Name des Cookies", "Zwecke", "Naam van de aanbieder", "Dienst en locatie",
    "Naam van de cookie", "Cookienaam", "Doeleinden", "Nome del fornitore",
    "Servizio e posizione", "Nome dei cookie", "Nome do fornecedor", "Serviço e localização",
    "Finalidades", "Nom del proveïdor", "Servei i ubicació", "Nom de les galetes", "Finalitats",
];

/// The categories, by the words that tell them.
#[rustfmt::skip]
const CATEGORIES: &[(Kind, &[&str])] = &[
    (
        Kind::Necessary,
        &[
            "necessaire", "necessary", "essentiel", "essential", "obligatoire", "indispensable",
            "technique", "technical", "necesari", "tecnic", "notwendig", "erforderlich",
            "necessari", "noodzakelijk", "necessario", "essenciai", "esencial", "operationnel",
            "operational", "fonctionnement", "essenziell", "essencia", "essentiele", "strictement", "strictly", "requis", "required", "imprescindible",
            "essenzial",
        ],
    ),
    (
        Kind::Functional,
        &[
            "fonctionnel", "fonctionnalite", "functional", "functionele", "functionality",
            "preference", "funcional", "funzional", "funktional", "funktionell", "funcionai", "preferencia", "preferenz",
            "voorkeur", "praferenz", "confort",
        ],
    ),
    (
        Kind::Audience,
        &[
            "audience", "statisti", "analyt", "analyse", "analysis", "performance", "mesure",
            "measur", "analitic", "analisi", "analisis", "medicion", "rendimiento", "estadistic",
            "leistung", "prestazion", "desempenho", "medicao", "rendiment", "messung", "metriek",
            "estadisti", "estatisti", "desempen",
            "mesura", "frequentation",
        ],
    ),
    (
        Kind::Advertising,
        &[
            "publicit", "advertis", "marketing", "ciblage", "targeting", "werbung", "werbe",
            "pubblicit", "profilazione", "reclame", "advertentie", "remarketing", "mercadotecnia",
            "segmenta", "comportamental", "comportementa",
        ],
    ),
    (
        Kind::Social,
        &[
            "reseaux sociaux", "reseau social", "social media", "social network", "redes social",
            "xarxes social", "sozial", "social", "sociale",
        ],
    ),
    (
        Kind::Personalisation,
        &[
            "personnalis", "personalis", "personaliz", "personalitz", "individualis",
        ],
    ),
];

#[derive(Debug, Clone, Copy)]
enum Kind {
    Necessary,
    Functional,
    Audience,
    Advertising,
    Social,
    Personalisation,
}

/// The category that a text names first.
pub fn category(text: &str) -> Option<Category> {
    let text = folded(text);
    let (_, kind) = CATEGORY_STEMS.first(&text)?;
    Some(match kind {
        Kind::Necessary => Category::Necessary,
        Kind::Functional => Category::Functional,
        Kind::Audience => Category::Audience,
        Kind::Advertising => Category::Advertising,
        Kind::Social => Category::Social,
        Kind::Personalisation => Category::Personalisation,
    })
}

/// Whether a line is a category with how many cookies there are of it: `Statistics (33)`.
pub fn is_counted_category(line: &str) -> bool {
    let counted = line
        .trim()
        .strip_suffix([')', ']'])
        .and_then(|it| it.rsplit_once(['(', '[']));
    counted.is_some_and(|(words, count)| {
        let is_number = !count.is_empty() && count.bytes().all(|it| it.is_ascii_digit());
        is_number && words.split_whitespace().count() < 7 && category(words).is_some()
    })
}

/// Whether a text speaks of cookies.
pub fn speaks_of_cookies(text: &str) -> bool {
    mentions(text) > 0
}

/// How often a text speaks of cookies.
pub fn mentions(text: &str) -> usize {
    folded(text)
        .split(' ')
        .filter(|word| COOKIES.contains(word) && !word.starts_with("tag"))
        .count()
}

/// Words with which a question begins.
#[rustfmt::skip]
const QUESTIONS: &[&str] = &[
    "qu est ce", "qu entend", "a quoi", "quel", "quels", "quelle", "quelles", "comment", "pourquoi",
    "qui", "que sont", "quand", "combien", "what", "which", "how", "why", "who", "when", "where",
    "que es", "que son", "que tipos", "como", "por que", "para que", "quien", "cuales", "was ist",
    "was sind", "welche", "wie", "warum", "wer", "cosa sono", "che cosa", "quali", "come", "perche",
    "wat is", "wat zijn", "welke", "hoe", "waarom", "o que", "quais", "porque", "que es una",
    "quines", "per que", "com",
];

/// Whether a line begins as a question does.
pub fn asks(line: &str) -> bool {
    let line = folded(line);
    QUESTIONS.iter().any(|question| {
        line.strip_prefix(question)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    })
}

/// How sure it is that a line stands around a charter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// It is a notice wherever it stands.
    Sure,
    /// It is one among others of its kind, as in a menu; alone it may be a heading.
    AmongOthers,
}

/// Notices that stand around a charter, each as a whole line.
#[rustfmt::skip]
const NOTICES: &[&str] = &[
    "download as pdf", "download pdf", "telecharger en pdf", "telecharger au format pdf",
    "telecharger le pdf", "version pdf", "imprimer", "imprimer cette page", "print",
    "print this page", "drucken", "stampa", "afdrukken", "imprimir", "skip to content",
    "skip to main content", "aller au contenu", "aller au contenu principal", "passer au contenu",
    "zum inhalt springen", "saltar al contenido", "vai al contenuto", "retour en haut",
    "haut de page", "back to top", "nach oben", "tout accepter", "tout refuser", "accept all",
    "reject all", "continuer sans accepter", "voir le texte original", "show original",
    "afficher le texte original", "lire la suite", "read more", "aller a la navigation",
    "aller a la recherche", "aller au pied de page", "acces direct au contenu",
    "ga naar inhoud", "ga naar de inhoud", "ga direct naar inhoud", "naar de inhoud",
    "direct naar de inhoud", "ir al contenido", "ir al contenido principal",
    "saltar al contenido principal", "pasar al contenido principal", "zum hauptinhalt springen",
    "direkt zum inhalt", "zum inhalt", "salta al contenuto", "salta al contenuto principale",
    "passa al contenuto", "vai al contenuto principale", "saltar para o conteudo",
    "ir para o conteudo", "vai para o conteudo", "ves al contingut", "anar al contingut",
    "vull anar al contingut", "partager cette page", "share this page", "tout autoriser",
    "tout interdire", "allow all", "deny all", "alle akzeptieren", "alle ablehnen",
    "aceptar todo", "rechazar todo", "aceptar todas", "rechazar todas", "accetta tutto",
    "rifiuta tutto", "accetta tutti", "rifiuta tutti", "alles accepteren", "alles weigeren",
    "alle cookies accepteren", "aceitar tudo", "rejeitar tudo", "aceitar todos",
    "rejeitar todos", "acceptar tot", "rebutjar tot", "acceptar totes", "rebutjar totes",
];

/// Items of menus.
#[rustfmt::skip]
const MENU: &[&str] = &[
    "menu", "accueil", "home", "startseite", "inicio", "retour", "back", "rechercher", "search",
    "connexion", "se connecter", "log in", "login", "sign in", "s inscrire", "partager", "share",
    "accepter", "refuser", "accept", "reject", "personnaliser", "customize", "mentions legales",
    "legal notice", "plan du site", "sitemap", "contact", "accessibilite", "accessibility",
    "facebook", "twitter", "linkedin", "fermer", "close", "ok", "fr", "en", "francais", "english",
    "deutsch", "instagram", "youtube", "x", "mastodon", "bluesky", "rss", "flux rss", "newsletter",
    "presse", "press", "aide", "help", "faq", "blog", "actualites", "actualite", "news", "nieuws",
    "noticias", "notizie", "aktuelles", "contactez nous", "nous contacter", "contact us", "kontakt",
    "contacto", "contatti", "contacte", "contatto", "contactos", "suivez nous", "follow us",
    "volg ons", "folgen sie uns", "siguenos", "seguici", "siga nos", "seguiu nos", "impressum",
    "datenschutz", "barrierefreiheit", "aviso legal", "accesibilidad", "mapa web", "mapa del sitio",
    "note legali", "accessibilita", "mappa del sito", "privacy", "toegankelijkheid", "sitemap",
    "colofon", "disclaimer", "proclaimer", "avis legal", "accessibilitat", "aviso legal e privacidade",
    "acessibilidade", "mapa do site", "suche", "suchen", "zoeken", "buscar", "cerca", "pesquisar",
    "espanol", "italiano", "nederlands", "portugues", "catala", "de", "es", "it", "nl", "pt", "ca",
    "cgu", "conditions generales d utilisation", "terms of use", "terms and conditions",
    "donnees personnelles", "politique de confidentialite", "privacy policy", "plan d acces",
    "services publics", "recrutement", "jobs", "careers", "espace presse", "mon compte", "my account",
    "a propos", "about", "about us", "over ons", "uber uns", "chi siamo", "quienes somos", "sobre nos",
    "inici", "pagina iniziale", "hoofdmenu", "page d accueil", "qui sommes nous",
];

/// Words with which a notice about a copy begins.
const NOTICE_BEGINNINGS: &[&str] = &["copyright", "tous droits reserves", "all rights reserved"];

/// Whether a line is a notice that stands around a charter and says nothing of cookies.
pub fn notice(line: &str) -> Option<Notice> {
    /// The longest notice, in bytes.
    const LONGEST: usize = 120;
    if line.len() > LONGEST {
        return None;
    }
    let is_copyright = line.trim_start().starts_with('©');
    let line = folded(line);
    if line.contains("cookie") || line.contains("traceur") {
        return None;
    }
    let begins = |beginning: &&str| line.starts_with(*beginning);
    if is_copyright || NOTICES.contains(&line.as_str()) || NOTICE_BEGINNINGS.iter().any(begins) {
        Some(Notice::Sure)
    } else {
        MENU.contains(&line.as_str()).then_some(Notice::AmongOthers)
    }
}

/// Whether a line is the button with which all cookies are accepted or refused.
pub fn is_consent_button(line: &str) -> bool {
    const ALL: &[&str] = &[
        "tout", "all", "alle", "alles", "todo", "todas", "todos", "tutto", "tutti", "tudo", "tot",
        "totes", "sans",
    ];
    const DECIDE: &[&str] = &[
        "accept",
        "refus",
        "autoris",
        "interd",
        "allow",
        "deny",
        "reject",
        "akzeptier",
        "ablehn",
        "acept",
        "rechaz",
        "accett",
        "rifiut",
        "weiger",
        "aceit",
        "rejeit",
        "rebutj",
        "continuer",
    ];
    let line = folded(line);
    let words = || line.split(' ');
    words().count() < 5
        && words().any(|word| ALL.contains(&word))
        && words().any(|word| DECIDE.iter().any(|it| word.starts_with(it)))
}

/// What pages that are no charter are called.
#[rustfmt::skip]
const FAILURES: &[&str] = &[
    "404", "403", "500", "502", "503", "not found", "introuvable", "page non trouvee",
    "access denied", "acces refuse", "acces interdit", "forbidden", "just a moment", "un instant",
    "service unavailable", "indisponible", "erreur", "error", "log in", "login", "sign in",
    "connexion", "identification", "mot de passe", "maintenance", "bad gateway",
    "attention required", "are you a robot", "captcha", "nicht gefunden", "no encontrada",
    "non trovata", "niet gevonden", "been blocked", "pardon our interruption", "security check", "verify you are human",
    "unauthorized", "acceso denegado", "zugriff verweigert", "accesso negato", "acces denegat",
    "acesso negado", "toegang geweigerd", "anmelden", "anmeldung", "iniciar sesion", "accedi",
    "inloggen", "iniciar sessao", "inicia sessio", "no trobada", "nao encontrada", "oops",
];

/// Whether a line is what pages are called that are no charter.
pub fn is_failure(line: &str) -> bool {
    FAILURE_STEMS.first(&folded(line)).is_some()
}

/// Words beside the date of a charter.
#[rustfmt::skip]
const DATED: &[&str] = &[
    "mise a jour", "mis a jour", "a jour", "derniere modification", "date de modification",
    "modifie", "updated", "last modified", "last update", "effective", "prise d effet",
    "en vigueur", "version", "derniere version", "date", "actualiz", "actualitz", "aktualisiert",
    "stand", "aggiornat", "bijgewerkt", "atualiza", "modified", "revision", "revised", "publie le",
    "published", "aggiornament", "ultima modifica", "zuletzt geandert", "letzte anderung",
    "laatst gewijzigd", "laatste wijziging", "ultima modificacio", "ultima alteracao", "fait a", "reviewed",
];

/// Whether words say that the date beside them is that of the charter.
pub fn tells_date(line: &str) -> bool {
    DATE_STEMS.first(&folded(line)).is_some()
}

/// Whether a label tells a kind of cookies: `Type`, `Cookie category`.
pub fn is_kind(label: &str) -> bool {
    folded(label).split(' ').any(|word| KINDS.contains(&word))
}
