//! Small pieces that several parts of the window use.

use egui::text::{CCursor, CCursorRange, LayoutJob, TextFormat, TextWrapping};
use egui::{
    Align, Button, Color32, Event, FontFamily, FontId, Frame, Id, Layout, Margin, Response,
    RichText, Role, Sense, Stroke, TextEdit, TextStyle, TextWrapMode, Ui, WidgetInfo, WidgetText,
    vec2,
};
use egui_material_icons::MaterialIcon;

use super::scene::name_of;
use super::theme::{BOLD, Palette};
use crate::model::{Collection, Language, ModelId, Owner};
use crate::words::Words;

/// The room between ticks or choices that stand on one line.
pub const APART: f32 = 16.0;

/// A button with an icon alone, that says its name to those who hover or listen.
pub fn icon_button(ui: &mut Ui, icon: MaterialIcon, name: &str, enabled: bool) -> Response {
    let button = Button::new(icon.rich_text().size(18.0)).frame_when_inactive(false);
    let response = add_flat(ui, enabled, button);
    named(&response, Role::Button, name);
    response.on_hover_text(name).on_disabled_hover_text(name)
}

/// Adds a button with a large icon, no higher than the fields and words beside it, so that all
/// stand on one line.
pub fn add_flat(ui: &mut Ui, enabled: bool, button: Button<'_>) -> Response {
    let padding = ui.spacing().button_padding;
    ui.spacing_mut().button_padding.y = padding.y.min(3.0);
    let response = ui.add_enabled(enabled, button);
    ui.spacing_mut().button_padding = padding;
    response
}

/// The id of a panel that is shown in a place under a name.
pub fn panel_id(ui: &Ui, name: &str) -> egui::Id {
    ui.scope_id().with_salt(egui::IdSalt::new(name))
}

/// Gives what resizes a panel its name.
pub fn named_edge(ctx: &egui::Context, panel: egui::Id, name: &str) {
    let edge = panel.with("__resize");
    if ctx.has_accesskit_node(edge) {
        ctx.accesskit_node_builder(edge, |node| node.set_label(name));
    }
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
    badge_within(ui, ui.available_width(), (icon, words), color, hint)
}

/// The same, no wider than it may be.
pub fn badge_within(
    ui: &mut Ui,
    width: f32,
    (icon, words): (MaterialIcon, &str),
    color: Color32,
    hint: &str,
) -> Response {
    let format = |size, family| TextFormat {
        font_id: FontId::new(size, family),
        color,
        valign: egui::Align::Center,
        ..TextFormat::default()
    };
    let mut job = LayoutJob::default();
    job.append(icon.codepoint, 0.0, format(14.0, icon.font_family()));
    job.append(words, 3.0, format(12.5, FontFamily::Proportional));
    job.wrap = TextWrapping::truncate_at_width(width.max(60.0));
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    ui.painter().galley(rect.min, galley, color);
    named(&response, Role::Label, words);
    response.on_hover_text(hint)
}

/// How wide a line of words is.
pub fn text_width(ui: &Ui, words: &str, style: TextStyle) -> f32 {
    let extend = Some(TextWrapMode::Extend);
    let words = WidgetText::from(words);
    words.into_galley(ui, extend, f32::INFINITY, style).size().x
}

/// The button of what is done most.
pub fn main_button(ui: &Ui, words: &str) -> Button<'static> {
    let palette = Palette::now(ui.ctx());
    Button::new(RichText::new(words).color(palette.surface)).fill(palette.accent)
}

/// The same, where what it does may not be possible yet: it looks as other buttons do then.
pub fn main_button_ui(ui: &mut Ui, is_possible: bool, words: &str) -> Response {
    let button = if is_possible {
        main_button(ui, words)
    } else {
        Button::new(words.to_owned())
    };
    ui.add_enabled(is_possible, button)
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
            ui.set_width(ui.available_width());
            ui.horizontal_top(|ui| {
                let icon = egui_material_icons::icons::ICON_WARNING;
                ui.label(icon.rich_text().color(palette.warning));
                let words = RichText::new(words).color(palette.warning);
                // Its lines stand below each other, none below the icon.
                ui.add(egui::Label::new(words).wrap());
            });
        })
        .response
}

/// A model that was chosen, or none of them.
pub struct Chosen(pub Option<ModelId>);

/// A choice among models.
pub struct ModelChoice<'a> {
    pub label: &'a str,
    pub chosen: Option<&'a ModelId>,
    pub among: &'a [ModelId],
    /// What choosing none of them is called, where one can.
    pub none: Option<&'a str>,
}

/// Models to choose from by their names in a language; what was chosen now, if anything was.
pub fn model_choice_ui(
    ui: &mut Ui,
    collection: &Collection,
    language: &Language,
    choice: &ModelChoice<'_>,
) -> Option<Chosen> {
    let &ModelChoice {
        label,
        chosen,
        among,
        none,
    } = choice;
    let name = |id: &ModelId| name_of(collection, &Owner::Model(id.clone()), language);
    let said = chosen.map_or_else(|| none.unwrap_or_default().to_owned(), name);
    let mut now = None;
    let shown = egui::ComboBox::from_id_salt(label)
        .width(ui.available_width())
        .truncate()
        .selected_text(said.as_str())
        .show_ui(ui, |ui| {
            for model in among {
                let is_chosen = chosen == Some(model);
                if ui.selectable_label(is_chosen, name(model)).clicked() && !is_chosen {
                    now = Some(Chosen(Some(model.clone())));
                }
            }
            if let Some(none) = none
                && ui.selectable_label(chosen.is_none(), none).clicked()
            {
                now = Some(Chosen(None));
            }
            // A key chooses as a click does, and has the list go as well.
            if now.is_some() {
                ui.close();
            }
        });
    named(&shown.response, Role::ComboBox, &format!("{label} {said}"));
    now
}

/// The id of a model or a platform, or what stands for one that is not known yet.
pub fn id_ui(ui: &mut Ui, words: &Words, id: &str) {
    let palette = Palette::now(ui.ctx());
    let told = words.say_of("add-id", &[("id", id.into())]);
    ui.label(RichText::new(told).small().color(palette.weak))
        .on_hover_text(words.say("add-id-hint"));
}

/// What was done in a labelled line or note.
pub struct Line {
    /// What it says now, if that was changed.
    pub typed: Option<String>,
    pub response: Response,
}

/// A labelled line of text.
pub fn line_ui(ui: &mut Ui, label: &str, written: &str, hint: &str) -> Line {
    line_beside_ui(ui, label, written, hint, |_| {})
}

/// The same, with something at the end of the line of its label.
pub fn line_beside_ui(
    ui: &mut Ui,
    label: &str,
    written: &str,
    hint: &str,
    beside: impl FnOnce(&mut Ui),
) -> Line {
    let palette = Palette::now(ui.ctx());
    ui.add_space(4.0);
    let size = vec2(ui.available_width(), ui.text_style_height(&TextStyle::Body));
    let line = Layout::left_to_right(Align::Center);
    ui.allocate_ui_with_layout(size, line, |ui| {
        ui.spacing_mut().interact_size.y = size.y;
        let shown = ui.label(label);
        named(&shown, Role::Label, label);
        ui.with_layout(Layout::right_to_left(Align::Center), beside);
    });
    let mut text = written.to_owned();
    let edit = TextEdit::singleline(&mut text)
        .id_salt(label)
        .hint_text(RichText::new(hint).color(palette.weak))
        .desired_width(f32::INFINITY);
    let response = ui.add(edit);
    named_field(ui, &response, label);
    Line {
        typed: response.changed().then_some(text),
        response,
    }
}

/// A labelled note for colleagues.
pub fn note_ui(ui: &mut Ui, label: &str, written: &str) -> Line {
    let shown = ui.label(label);
    named(&shown, Role::Label, label);
    let mut text = written.to_owned();
    let edit = TextEdit::multiline(&mut text)
        .id_salt(label)
        .desired_rows(2)
        .desired_width(f32::INFINITY);
    let response = ui.add(edit);
    named_field(ui, &response, label);
    Line {
        typed: response.changed().then_some(text),
        response,
    }
}

/// Puts letters that are typed elsewhere at the end of a field, which then has the cursor.
pub fn type_into(ui: &Ui, field: Id, words: &mut String) {
    let before = words.len();
    ui.input_mut(|input| {
        input.events.retain(|event| match event {
            Event::Text(text) if !text.trim().is_empty() => {
                words.push_str(text);
                false
            }
            _ => true,
        });
    });
    if words.len() == before {
        return;
    }
    let end = CCursor::new(words.chars().count());
    let mut state = TextEdit::load_state(ui.ctx(), field).unwrap_or_default();
    state.cursor.set_char_range(Some(CCursorRange::one(end)));
    TextEdit::store_state(ui.ctx(), field, state);
    // At once, so that letters of the next frame are its own.
    ui.memory_mut(|memory| memory.request_focus(field));
    ui.ctx().request_repaint();
}
