//! Small pieces that several parts of the window use.

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Button, Color32, FontFamily, FontId, Frame, Margin, Response, RichText, Role, Sense, Stroke,
    Ui, WidgetInfo,
};
use egui_material_icons::MaterialIcon;

use super::theme::{BOLD, Palette};

/// A button with an icon alone, that says its name to those who hover or listen.
pub fn icon_button(ui: &mut Ui, icon: MaterialIcon, name: &str, enabled: bool) -> Response {
    let button = Button::new(icon.rich_text().size(18.0)).frame_when_inactive(false);
    let response = ui.add_enabled(enabled, button);
    named(&response, Role::Button, name);
    response.on_hover_text(name).on_disabled_hover_text(name)
}

/// Gives a widget the name by which it is found.
pub fn named(response: &Response, role: Role, name: &str) {
    response.widget_info(|| WidgetInfo::labeled(role, response.enabled(), name));
}

/// Gives a text field the name by which it is found, beside what it says.
pub fn named_field(ui: &Ui, response: &Response, name: &str) {
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_label(name));
}

/// A small mark with words, such as « adapté ». The icon is for the eye alone.
pub fn badge(ui: &mut Ui, icon: MaterialIcon, words: &str, color: Color32, hint: &str) -> Response {
    let format = |size, family| TextFormat {
        font_id: FontId::new(size, family),
        color,
        valign: egui::Align::Center,
        ..TextFormat::default()
    };
    let mut job = LayoutJob::default();
    job.append(icon.codepoint, 0.0, format(14.0, icon.font_family()));
    job.append(words, 3.0, format(12.5, FontFamily::Proportional));
    job.wrap = TextWrapping::truncate_at_width(ui.available_width().max(60.0));
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    ui.painter().galley(rect.min, galley, color);
    named(&response, Role::Label, words);
    response.on_hover_text(hint)
}

/// Words in real bold letters.
pub fn bold(words: impl Into<String>) -> RichText {
    RichText::new(words).family(egui::FontFamily::Name(BOLD.into()))
}

/// A strip that tells something which needs to be seen to.
pub fn warning(ui: &mut Ui, words: &str) -> Response {
    let palette = Palette::now(ui.ctx());
    Frame::new()
        .fill(palette.warning_ground)
        .stroke(Stroke::new(1.0, palette.warning))
        .corner_radius(5)
        .inner_margin(Margin::symmetric(8, 4))
        .show(ui, |ui| {
            ui.horizontal_wrapped(|ui| {
                let icon = egui_material_icons::icons::ICON_WARNING;
                ui.label(icon.rich_text().color(palette.warning));
                ui.label(RichText::new(words).color(palette.warning));
            });
        })
        .response
}
