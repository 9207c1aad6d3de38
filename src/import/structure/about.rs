//! What a page says of itself: its date, its platform's address, who publishes it, its language.

use jiff::civil::Date;

use super::vocabulary::{self, folded};
use crate::import::draft::DateOnPage;
use crate::model::Language;

/// The scheme and host of an address.
pub fn site(address: &str) -> Option<String> {
    let url = url::Url::parse(address.trim()).ok()?;
    let is_web = matches!(url.scheme(), "http" | "https");
    let host = url.host_str().filter(|host| host.contains('.'))?;
    let port = url
        .port()
        .map(|port| format!(":{port}"))
        .unwrap_or_default();
    is_web.then(|| format!("{}://{host}{port}", url.scheme()))
}

/// The first address of the web in a text.
pub fn address_in(text: &str) -> Option<String> {
    let at = text.find("https://").or_else(|| text.find("http://"))?;
    let rest = text.get(at..)?;
    let end = rest
        .find(|c: char| c.is_whitespace() || "<>)]\"'»,".contains(c))
        .unwrap_or(rest.len());
    site(rest.get(..end)?.trim_end_matches(['.', '?', '!', ';', ':']))
}

/// The first address of the web in a text that has no scheme, by its `www.`.
pub fn bare_address_in(text: &str) -> Option<String> {
    let at = text.find("www.")?;
    let is_bare = text
        .get(..at)?
        .chars()
        .next_back()
        .is_none_or(|c| !c.is_alphanumeric() && c != '/');
    let rest = text.get(at..)?;
    let end = rest
        .find(|c: char| !c.is_alphanumeric() && !"-.".contains(c))
        .unwrap_or(rest.len());
    let host = rest.get(..end)?.trim_end_matches(['.', '-']);
    (is_bare && host.matches('.').count() > 1).then(|| site(&format!("https://{host}")))?
}

/// The first address in a text that says that it speaks of a site, by its host alone.
pub fn host_in(text: &str) -> Option<String> {
    const SITES: &[&str] = &[
        "site",
        "sites",
        "portail",
        "plateforme",
        "website",
        "web",
        "webseite",
        "sitio",
        "sito",
        "portal",
        "platform",
        "lloc",
        "sitio",
    ];
    const ENDS: &[&str] = &[
        "fr", "com", "org", "net", "eu", "es", "de", "it", "nl", "pt", "cat", "be", "ch", "lu",
        "at", "uk", "ie", "ca", "re", "nc", "pf", "bzh", "paris", "info",
    ];
    if !folded(text).split(' ').any(|word| SITES.contains(&word)) {
        return None;
    }
    let words = text.split(|c: char| c.is_whitespace() || "()«»“”\"'’,;".contains(c));
    let mut hosts = words.filter_map(|word| {
        let host = word.trim_end_matches(['.', ':', '?', '!', '/']);
        let (name, end) = host.rsplit_once('.')?;
        let is_host = ENDS.contains(&end)
            && name.len() > 2
            && !name.starts_with(['.', '-'])
            && name
                .chars()
                .all(|c| c.is_alphanumeric() || "-.".contains(c));
        is_host.then(|| site(&format!("https://{host}")))?
    });
    hosts.next()
}

/// Sites that charters name and that are nobody's platform.
#[rustfmt::skip]
const ELSEWHERE: &[&str] = &[
    "cnil.fr", "aboutcookies.org", "allaboutcookies.org", "youronlinechoices", "aboutads.info",
    "networkadvertising.org", "google.", "mozilla.", "microsoft.", "apple.com", "opera.com", "matomo.org",
    "wikipedia.org", "europa.eu", "facebook.com", "twitter.com", "linkedin.com", "youtube.", "vimeo.com",
    "opendatasoft.com", "huwise.com", "legifrance.gouv.fr", "ico.org.uk", "aepd.es",
    "hotjar.com", "cookiebot.com", "onetrust.com", "cookiepedia.", "didomi.io", "stripe.com", "tiktok.com",
    "instagram.com", "pinterest.", "adobe.com", "salesforce.com", "hubspot.com", "cloudflare.com",
    "youradchoices", "optout.", "doubleclick.net", "piano.io", "atinternet", "xiti.com", "criteo.com",
    "addthis.com", "x.com", "bing.com", "brave.com", "vivaldi.com", "ghostery.com", "bfdi.bund.de",
    "garanteprivacy.it", "autoriteitpersoonsgegevens.nl", "apd-gba.", "apdcat.", "w3.org", "ietf.org", "cnpd.pt", "tarteaucitron.io", "axept.io",
];

/// Whether an address is that of a site which charters name without being its own.
pub fn is_elsewhere(address: &str) -> bool {
    ELSEWHERE.iter().any(|site| address.contains(site))
}

/// The languages of this program's vocabulary.
const LANGUAGES: &[whatlang::Lang] = &[
    whatlang::Lang::Fra,
    whatlang::Lang::Eng,
    whatlang::Lang::Spa,
    whatlang::Lang::Deu,
    whatlang::Lang::Ita,
    whatlang::Lang::Nld,
    whatlang::Lang::Por,
    whatlang::Lang::Cat,
];

/// The language of a text, and whether it shows well.
pub fn language_of(text: &str) -> Option<(Language, bool)> {
    let sample: String = text.chars().take(20_000).collect();
    let mut info = whatlang::detect(&sample)?;
    if !info.is_reliable() {
        // A short text is told among the languages that charters are known to be in.
        info = whatlang::Detector::with_allowlist(LANGUAGES.to_vec()).detect(&sample)?;
    }
    let tag = match info.lang() {
        whatlang::Lang::Fra => "fr",
        whatlang::Lang::Eng => "en",
        whatlang::Lang::Spa => "es",
        whatlang::Lang::Deu => "de",
        whatlang::Lang::Ita => "it",
        whatlang::Lang::Nld => "nl",
        whatlang::Lang::Por => "pt",
        whatlang::Lang::Cat => "ca",
        _ => return None,
    };
    Some((Language::new(tag).ok()?, info.is_reliable()))
}

/// The date of a page on a line that says that it is one.
pub fn date_on(line: &str, language: &Language) -> Option<DateOnPage> {
    if !line.contains(|c: char| c.is_ascii_digit()) || !vocabulary::tells_date(line) {
        return None;
    }
    let tokens = tokens(line);
    (0..tokens.len()).find_map(|at| {
        let from = tokens.get(at..)?;
        let (date, used) = iso(from)
            .or_else(|| numeric(from, language))
            .or_else(|| written(from))
            .or_else(|| month_first(from))?;
        let (start, last) = (from.first()?, from.get(used - 1)?);
        Some(DateOnPage {
            date,
            written: line.get(start.at..last.at + last.word.len())?.to_owned(),
        })
    })
}

/// A word of a line, or a sign between words.
#[derive(Debug)]
struct Token<'a> {
    at: usize,
    word: &'a str,
}

fn tokens(line: &str) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let mut start = None;
    for (at, c) in line.char_indices().chain([(line.len(), ' ')]) {
        if c.is_alphanumeric() {
            start.get_or_insert(at);
            continue;
        }
        if let Some(from) = start.take()
            && let Some(word) = line.get(from..at)
        {
            tokens.push(Token { at: from, word });
        }
    }
    tokens
}

/// `2022-12-21`
fn iso(tokens: &[Token<'_>]) -> Option<(Date, usize)> {
    let [year, month, day, ..] = tokens else {
        return None;
    };
    (year.word.len() == 4 && is_joined(tokens)).then_some(())?;
    date(year.word, month.word.parse().ok()?, day.word).map(|date| (date, 3))
}

fn is_joined(tokens: &[Token<'_>]) -> bool {
    let gap = |a: &Token<'_>, b: &Token<'_>| b.at == a.at + a.word.len() + 1;
    matches!(tokens, [a, b, c, ..] if gap(a, b) && gap(b, c))
}

/// `21/12/2022`. In English, a day and a month that may be either are not told apart.
fn numeric(tokens: &[Token<'_>], language: &Language) -> Option<(Date, usize)> {
    let [first, second, year, ..] = tokens else {
        return None;
    };
    let (a, b): (i8, i8) = (first.word.parse().ok()?, second.word.parse().ok()?);
    if year.word.len() != 4 || !is_joined(tokens) {
        return None;
    }
    let is_english = language.as_str().starts_with("en");
    let (day, month) = match (a, b) {
        (a, b) if b > 12 && is_english => (b, a),
        (a, b) if is_english && a <= 12 && a != b => return None,
        other => other,
    };
    let date = Date::new(year.word.parse().ok()?, month, day).ok()?;
    Some((date, 3))
}

/// `21 décembre 2022`, `1er mars 2024`, `25 de junio de 2025`
fn written(tokens: &[Token<'_>]) -> Option<(Date, usize)> {
    let is_of = |token: &&Token<'_>| matches!(token.word, "de" | "of" | "del" | "d" | "di");
    let (day, rest) = tokens.split_first()?;
    let day = day.word.trim_end_matches(|c: char| c.is_alphabetic());
    let skipped = rest.iter().take_while(|it| is_of(it)).count();
    let month = rest.get(skipped)?;
    let again = rest
        .get(skipped + 1..)?
        .iter()
        .take_while(|it| is_of(it))
        .count();
    let year = rest.get(skipped + 1 + again)?;
    let date = date(year.word, self::month(month.word)?, day)?;
    Some((date, skipped + again + 3))
}

/// `August 5, 2026`
fn month_first(tokens: &[Token<'_>]) -> Option<(Date, usize)> {
    let [month, day, year, ..] = tokens else {
        return None;
    };
    let day = day.word.trim_end_matches(|c: char| c.is_alphabetic());
    Some((date(year.word, self::month(month.word)?, day)?, 3))
}

fn date(year: &str, month: i8, day: &str) -> Option<Date> {
    (year.len() == 4).then_some(())?;
    let date = Date::new(year.parse().ok()?, month, day.parse().ok()?).ok()?;
    (1995..2100).contains(&date.year()).then_some(date)
}

/// The months, each in the languages of this program's vocabulary; three letters or more tell one.
const MONTHS: [&[&str]; 12] = [
    &[
        "january", "janvier", "enero", "januar", "janner", "gennaio", "januari", "janeiro", "gener",
    ],
    &[
        "february",
        "fevrier",
        "febrero",
        "februar",
        "febbraio",
        "februari",
        "fevereiro",
        "febrer",
    ],
    &[
        "march", "mars", "marzo", "marz", "maart", "marco", "marc", "maerz",
    ],
    &["april", "avril", "abril", "aprile", "avr"],
    &["may", "mai", "mayo", "maggio", "mei", "maio", "maig"],
    &["june", "juin", "junio", "juni", "giugno", "junho", "juny"],
    &[
        "july", "juillet", "julio", "juli", "luglio", "julho", "juliol",
    ],
    &["august", "aout", "agosto", "augustus", "agost"],
    &[
        "september",
        "septembre",
        "septiembre",
        "settembre",
        "setembro",
        "setembre",
    ],
    &[
        "october", "octobre", "octubre", "oktober", "ottobre", "outubro",
    ],
    &["november", "novembre", "noviembre", "novembro"],
    &[
        "december",
        "decembre",
        "diciembre",
        "dezember",
        "dicembre",
        "dezembro",
        "desembre",
    ],
];

fn month(word: &str) -> Option<i8> {
    let word = folded(word);
    if word.len() < 3 || word.bytes().any(|it| it.is_ascii_digit()) {
        return None;
    }
    let is_month = |names: &&[&str]| {
        names.contains(&word.as_str())
            || word.len() == 3 && names.iter().any(|it| it.starts_with(&word))
    };
    let at = MONTHS.iter().position(is_month)?;
    i8::try_from(at + 1).ok()
}

/// The publisher that a sentence names: « Le site est édité par … ».
pub fn publisher_in(text: &str) -> Option<String> {
    const BEFORE: &[&str] = &[
        "est édité par ",
        "est publié par ",
        "éditée par ",
        ", édité par ",
        "titularidad de ",
        "titularidad del ",
        "titularitat de ",
        "propriedade da ",
        "propriedade do ",
        "édité et publié par ",
        "est exploité par ",
        "is published by ",
        "is operated by ",
        "is owned and operated by ",
        "wird betrieben von ",
        "es operado por ",
        "è gestito da ",
        "é operado por ",
    ];
    let at = BEFORE
        .iter()
        .find_map(|it| Some(text.find(it)? + it.len()))?;
    let rest = text.get(at..)?;
    let end = rest
        .find([',', '(', ';', '<', '[', '\n'])
        .into_iter()
        .chain(rest.find(". "))
        .chain(rest.strip_suffix('.').map(str::len))
        .min()
        .unwrap_or(rest.len());
    let name = rest.get(..end)?.trim();
    (name.chars().count() > 1 && name.chars().count() <= 80).then(|| name.to_owned())
}
