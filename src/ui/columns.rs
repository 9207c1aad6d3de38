//! The widths of cookie tables' columns, in the editor and in the preview.

use crate::model::{Collection, Column, ColumnId, Language, List, Role, Text};
use crate::words::{Interface, Words};

/// The least width at which a column's words stand unbroken, and its share of what is left.
pub fn widths(role: Role) -> (f32, f32) {
    match role {
        Role::Purpose => (180.0, 3.0),
        Role::Service => (132.0, 1.2),
        Role::Name => (138.0, 0.6),
        Role::Duration => (112.0, 0.8),
        _ => (108.0, 0.4),
    }
}

/// The widths of columns in a room, none under its least.
pub fn share(roles: impl Iterator<Item = Role> + Clone, room: f32) -> Vec<f32> {
    let least: f32 = roles.clone().map(|role| widths(role).0).sum();
    let shares: f32 = roles.clone().map(|role| widths(role).1).sum();
    let left = (room - least).max(0.0);
    roles
        .map(|role| {
            let (least, share) = widths(role);
            (least + left * share / shares.max(f32::MIN_POSITIVE)).floor()
        })
        .collect()
}

/// The columns that a charter's tables usually have, labelled in the collection's languages.
pub fn usual(collection: &Collection) -> List<Column> {
    let words: Vec<(Language, Words)> = collection
        .languages
        .iter()
        .map(|language| {
            (
                language.clone(),
                Words::new(Interface::for_tag(language.as_str())),
            )
        })
        .collect();
    let roles = [
        ("provider", Role::Provider),
        ("service", Role::Service),
        ("name", Role::Name),
        ("purpose", Role::Purpose),
        ("duration", Role::Duration),
    ];
    let mut columns = List::new();
    for (name, role) in roles {
        let Ok(id) = ColumnId::new(name) else {
            continue;
        };
        let key = format!("role-{name}");
        let labels = words
            .iter()
            .map(|(language, words)| (language.clone(), words.say(&key).into()));
        // No id stands twice in the list above.
        let _ = columns.push(Column {
            id,
            role,
            label: Text::ByLanguage(labels.collect()),
            hidden: false,
            note: String::new(),
        });
    }
    columns
}
