//! The widths of cookie tables' columns, in the editor and in the preview.

use crate::model::Role;

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
