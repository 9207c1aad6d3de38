//! What the board tells: why something looked for is not understood, and what a change of many
//! platforms would do with each.

use crate::model::{Collection, ProblemKind, Text};
use crate::words::{Interface, Words};
use crate::workspace::board::{Fault, Says};
use crate::workspace::changes::bulk::{Hindrance, Outcome};

/// The longest extract of what a platform says now, in characters.
const EXTRACT: usize = 60;

/// Words that speak of numbers, each given as `name` to choose the words by, and as `name-said` as
/// it is read: 10 000.
#[must_use]
pub fn counted(words: &Words, key: &str, counts: &[(&str, usize)]) -> String {
    let names: Vec<String> = counts
        .iter()
        .map(|(name, _)| format!("{name}-said"))
        .collect();
    let said = names.iter().zip(counts);
    let said = said.map(|(name, (_, count))| (name.as_str(), grouped(words, *count).into()));
    let plain = counts.iter().map(|(name, count)| (*name, (*count).into()));
    let values: Vec<_> = plain.chain(said).collect();
    words.say_of(key, &values).into_owned()
}

/// A number with its thousands apart, as the language of the interface has them.
fn grouped(words: &Words, number: usize) -> String {
    let apart = match words.interface() {
        Interface::French => '\u{a0}',
        Interface::English => ',',
    };
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() + 2);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(apart);
        }
        grouped.push(digit);
    }
    grouped
}

/// Why what is looked for is not understood, and what to do.
#[must_use]
pub fn board_fault(words: &Words, fault: &Fault) -> String {
    let (key, name, value) = match fault {
        Fault::UnknownKey(name) => ("board-unknown-key", name, ""),
        Fault::NoValue(name) => ("board-no-value", name, ""),
        Fault::WrongValue { key, value } => ("board-wrong-value", key, value.as_str()),
    };
    let values = [("key", name.as_str().into()), ("value", value.into())];
    let mut told = words.say_of(key, &values).into_owned();
    if let Fault::WrongValue { key, .. } = fault {
        let right = Says::values_of(key, words.interface());
        let values = [("values", right.join(", ").into())];
        told.push(' ');
        told.push_str(&words.say_of("board-right-values", &values));
    }
    told
}

/// What would become of a platform of this name.
#[must_use]
pub fn bulk_outcome(
    words: &Words,
    collection: &Collection,
    name: &str,
    outcome: &Outcome,
) -> String {
    let of = |key: &str, value: &str| {
        let values = [("name", name.into()), ("value", value.into())];
        words.say_of(key, &values).into_owned()
    };
    match outcome {
        Outcome::Changes(None) => of("bulk-changes", ""),
        Outcome::Changes(Some(now)) => of("bulk-changes-from", &said(words, collection, now)),
        Outcome::Follows(now, toll) => {
            let changes = Outcome::Changes(now.clone());
            let name = bulk_outcome(words, collection, name, &changes);
            let values = [
                ("name", name.into()),
                ("otherwise", toll.otherwise.into()),
                ("own", toll.own.into()),
                ("dropped", toll.dropped.into()),
            ];
            words.say_of("bulk-follows", &values).into_owned()
        }
        Outcome::Same => of("bulk-same", ""),
        Outcome::Impossible(hindrance) => of("bulk-impossible", &words.say(why(*hindrance))),
    }
}

fn why(hindrance: Hindrance) -> &'static str {
    match hindrance {
        Hindrance::OwnTexts => "bulk-own-texts",
        Hindrance::NoModel => "bulk-no-model",
        Hindrance::NoLanguage => "bulk-no-language",
        Hindrance::NoSection => "bulk-no-section",
        Hindrance::OwnSection => "bulk-own-section",
        Hindrance::HiddenByModel => "bulk-hidden-by-model",
        Hindrance::NoTable => "bulk-no-table",
        Hindrance::OtherColumns => "bulk-other-columns",
        Hindrance::Taken => "bulk-taken",
    }
}

/// The start of a text, on one line.
fn said(words: &Words, collection: &Collection, text: &Text) -> String {
    let first = collection.first_language();
    let said = text.said(words.language(), &first).text;
    let mut letters = said.chars();
    let start = letters.by_ref().take(EXTRACT);
    let mut start: String = start
        .map(|letter| if letter.is_whitespace() { ' ' } else { letter })
        .collect();
    if letters.next().is_some() {
        start.push('…');
    }
    start
}

/// The key of what findings of a kind are called.
#[must_use]
pub fn problem_kind(kind: ProblemKind) -> &'static str {
    match kind {
        ProblemKind::Cycle => "kind-cycle",
        ProblemKind::UnknownModel => "kind-unknown-model",
        ProblemKind::UnknownField => "kind-unknown-field",
        ProblemKind::UnsetField => "kind-unset-field",
        ProblemKind::Gone => "kind-gone",
        ProblemKind::Taken => "kind-taken",
        ProblemKind::Untranslated => "kind-untranslated",
    }
}
