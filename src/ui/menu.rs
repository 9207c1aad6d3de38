//! Menus: how they look, their lines, and what opens them.

use egui::containers::menu::{MenuButton, MenuConfig, SubMenuButton, is_in_menu, menu_style};
use egui::{Button, InnerResponse, IntoAtoms, Popup, Response, Role, Style, Ui, vec2};

use super::widgets::named;

/// What is pointed at has its ground begin well before its words.
pub fn menu_look(style: &mut Style) {
    menu_style(style);
    style.spacing.button_padding = vec2(8.0, 0.0);
    let selected = style.visuals.selection.bg_fill;
    style.visuals.widgets.hovered.weak_bg_fill = selected;
    style.visuals.widgets.open.weak_bg_fill = selected;
}

/// How a menu looks that a button of a look of its own opens.
pub fn menu_config() -> MenuConfig {
    MenuConfig::new().style(menu_look)
}

/// A button that opens a menu; within a menu, a line that opens another beside it.
pub fn menu_ui<'a, R>(
    ui: &mut Ui,
    name: impl IntoAtoms<'a>,
    add: impl FnOnce(&mut Ui) -> R,
) -> InnerResponse<Option<R>> {
    let config = menu_config();
    let (response, shown) = if is_in_menu(ui) {
        SubMenuButton::new(name).config(config).ui(ui, add)
    } else {
        MenuButton::new(name).config(config).ui(ui, add)
    };
    InnerResponse::new(shown.map(|shown| shown.inner), response)
}

/// The menu that a click on something opens.
pub fn popup_menu(response: &Response) -> Popup<'_> {
    Popup::menu(response).style(menu_look)
}

/// The menu that a click with the other button opens, where the pointer is.
pub fn context_menu(response: &Response) -> Popup<'_> {
    Popup::context_menu(response).style(menu_look)
}

/// A line of a menu: what it is called, and the keys that do the same, well apart from it.
pub fn menu_line<'a>(name: impl IntoAtoms<'a>, keys: Option<String>) -> Button<'a> {
    let button = Button::new(name);
    match keys {
        Some(keys) => button.shortcut_text(format!("\u{2003}{keys}")),
        None => button,
    }
}

/// Adds a line of a menu, found by its name alone; its keys are told beside it.
pub fn menu_item_ui(ui: &mut Ui, enabled: bool, name: &str, keys: Option<String>) -> Response {
    let response = ui.add_enabled(enabled, menu_line(name, keys.clone()));
    named(&response, Role::Button, name);
    tell_keys(&response, keys);
    response
}

/// Tells those who listen the keys that do the same.
pub fn tell_keys(response: &Response, keys: Option<String>) {
    if let Some(keys) = keys {
        let tell = |node: &mut egui::accesskit::Node| node.set_keyboard_shortcut(keys);
        response.ctx.accesskit_node_builder(response.id, tell);
    }
}

/// What a menu holds: it scrolls where the window is too small for it.
pub fn scrolling_menu_ui(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    /// The room for the menu bar, and for the edges of a menu.
    const AROUND: f32 = 56.0;
    let room = (ui.ctx().content_rect().height() - AROUND).max(120.0);
    egui::ScrollArea::vertical()
        .max_height(room)
        // All the room that there is, before any of it scrolls.
        .min_scrolled_height(room)
        .show(ui, add);
}
