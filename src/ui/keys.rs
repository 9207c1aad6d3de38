//! Keys, as they are printed on the keyboards of those who read the interface's language.

use egui::{KeyboardShortcut, ModifierNames, Modifiers};

use crate::words::Words;

/// The keys of a shortcut, such as « Ctrl+Maj+Entrée ».
pub fn written(words: &Words, shortcut: KeyboardShortcut) -> String {
    let KeyboardShortcut {
        modifiers,
        logical_key,
    } = shortcut;
    let mut parts = Vec::new();
    // `Ctrl`, `Alt` and the like are printed alike everywhere; `Shift` is not.
    let others = Modifiers {
        shift: false,
        ..modifiers
    };
    let others = ModifierNames::NAMES.format(&others, cfg!(target_os = "macos"));
    if !others.is_empty() {
        parts.push(others);
    }
    if modifiers.shift {
        parts.push(words.say("key-shift").into_owned());
    }
    let name = logical_key.name();
    let key = format!("key-{}", name.to_lowercase());
    parts.push(if words.has(&key) {
        words.say(&key).into_owned()
    } else {
        name.to_owned()
    });
    parts.join("+")
}
