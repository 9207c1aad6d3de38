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

/// The widths that a person may give to a column.
pub const GIVEN: std::ops::RangeInclusive<f32> = 48.0..=900.0;

/// The widths of columns in a room. Those that were given one have it; the others share what is
/// left, none under its least.
pub fn share(
    roles: impl Iterator<Item = Role> + Clone,
    given: impl Fn(Role) -> Option<f32>,
    room: f32,
) -> Vec<f32> {
    let given = |role| given(role).map(|width| width.clamp(*GIVEN.start(), *GIVEN.end()));
    let fixed: f32 = roles.clone().filter_map(given).sum();
    let others = || roles.clone().filter(|role| given(*role).is_none());
    let least: f32 = others().map(|role| widths(role).0).sum();
    let shares: f32 = others().map(|role| widths(role).1).sum();
    let left = (room - fixed - least).max(0.0);
    roles
        .map(|role| {
            let (least, share) = widths(role);
            let usual = || least + left * share / shares.max(f32::MIN_POSITIVE);
            given(role).unwrap_or_else(usual).floor()
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
            .map(|(language, words)| (language.clone(), (&*words.say(&key)).into()));
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

/// What cells can say, in the order in which people are asked.
pub const ROLES: [Role; 11] = [
    Role::Provider,
    Role::Service,
    Role::Name,
    Role::Purpose,
    Role::Duration,
    Role::Domain,
    Role::Party,
    Role::Consent,
    Role::Transfer,
    Role::Link,
    Role::Other,
];

/// The key of what belongs into the cells of a role.
pub fn role_hint(role: Role) -> String {
    format!("{}-hint", role_key(role))
}

/// The key of what a role is called.
pub fn role_key(role: Role) -> &'static str {
    match role {
        Role::Provider => "role-provider",
        Role::Service => "role-service",
        Role::Name => "role-name",
        Role::Purpose => "role-purpose",
        Role::Duration => "role-duration",
        Role::Domain => "role-domain",
        Role::Party => "role-party",
        Role::Consent => "role-consent",
        Role::Transfer => "role-transfer",
        Role::Link => "role-link",
        Role::Other => "role-other",
    }
}
