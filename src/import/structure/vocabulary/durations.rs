//! The words by which durations are known.

use super::{folded, role};
use crate::model::Role;

/// The units and words of durations.
#[rustfmt::skip]
const DURATIONS: &[&str] = &[
    "an", "ans", "annee", "annees", "mois", "semaine", "semaines", "jour", "jours", "heure",
    "heures", "h", "min", "minute", "minutes", "mn", "s", "seconde", "secondes", "year", "years",
    "month", "months", "week", "weeks", "day", "days", "hour", "hours", "second", "seconds",
    "session", "sesion", "sessio", "sessione", "sessao", "sitzung", "sessie", "persistant",
    "persistent", "permanent", "ano", "anos", "any", "anys", "mes", "meses", "mesos", "dia", "dias",
    "dies", "hora", "horas", "hores", "semana", "semanas", "jahr", "jahre", "monat", "monate",
    "monaten", "tag", "tage", "stunde", "stunden", "woche", "wochen", "anno", "anni", "mese",
    "mesi", "giorno", "giorni", "ora", "ore", "settimana", "settimane", "jaar", "maand", "maanden",
    "dag", "dagen", "uur", "weken", "mesa", "j", "d", "m", "y", "localstorage", "indefini",
    "illimite", "unlimited", "never", "jamais",
];

/// Words of durations that need no number.
#[rustfmt::skip]
const WHOLE_DURATIONS: &[&str] = &[
    "session", "sesion", "sessio", "sessione", "sessao", "sitzung", "sessie", "persistant",
    "persistent", "permanent", "localstorage", "indefini", "illimite", "unlimited", "never",
    "jamais",
];

/// Numbers in words, as durations have them.
#[rustfmt::skip]
const NUMBERS: &[&str] = &[
    "un", "une", "deux", "trois", "six", "one", "two", "three", "ein", "eine", "zwei", "drei",
    "dos", "due", "twee", "een", "dois", "a",
];

/// Whether a cell looks like a duration.
pub fn looks_like_duration(cell: &str) -> bool {
    /// The most words that say one.
    const LONGEST: usize = 12;
    let cell = folded(cell);
    let words: Vec<&str> = cell.split(' ').collect();
    if cell.is_empty() || words.len() > LONGEST {
        return false;
    }
    let is_number = |word: &&str| word.bytes().all(|it| it.is_ascii_digit());
    let begins_with_number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let is_unit = |word: &&str| {
        let unit = word.trim_start_matches(|c: char| c.is_ascii_digit());
        DURATIONS.contains(&unit)
    };
    let counts = |word: &&str| begins_with_number(word) || NUMBERS.contains(word);
    words.iter().all(is_number)
        || words.iter().any(|word| WHOLE_DURATIONS.contains(word))
        || words.iter().any(is_unit) && words.iter().take(4).any(counts)
}

/// Whether a cell says until when something lasts, in a few words: « jusqu’à la fermeture ».
pub fn says_until(cell: &str) -> bool {
    const UNTIL: &[&str] = &[
        "until", "jusqu", "bis", "hasta", "fino", "tot", "ate", "fins",
    ];
    const MOST_WORDS: usize = 9;
    let cell = folded(cell);
    let mut words = cell.split(' ');
    words.next().is_some_and(|it| UNTIL.contains(&it)) && words.count() < MOST_WORDS
}

/// Whether words are a duration and nothing more. « Two visits a day » is none, though it has a
/// number and a unit.
pub fn is_duration(text: &str) -> bool {
    const MOST_WORDS: usize = 6;
    let folded = folded(text);
    let mut words = folded.split(' ');
    let opens = words.next().is_some_and(opens_duration)
        && words
            .next()
            .is_none_or(|second| opens_duration(second) || DURATIONS.contains(&second));
    opens && folded.split(' ').count() <= MOST_WORDS && looks_like_duration(text)
}

/// Whether a duration may open with a word, folded: a number, a duration by itself, or what says
/// that one follows, as « jusqu’à », « durée ».
fn opens_duration(word: &str) -> bool {
    const LEADS: &[&str] = &[
        "jusqu", "max", "maximum", "environ", "pendant", "fin", "until", "up", "for", "end", "bis",
        "fino", "hasta", "ate", "fins", "tot", "fim", "fine",
    ];
    word.starts_with(|c: char| c.is_ascii_digit())
        || NUMBERS.contains(&word)
        || WHOLE_DURATIONS.contains(&word)
        || LEADS.contains(&word)
        || role(word) == Some(Role::Duration)
}
