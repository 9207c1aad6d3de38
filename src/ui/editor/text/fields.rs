//! The list of fields: over a text in which `{{` was typed, filtered by what follows; or where
//! it was asked for, with a line to filter it by.

use std::ops::Range;

use egui::text::{LayoutJob, TextWrapping};
use egui::{
    Area, Button, Frame, Id, Key, Modifiers, Order, Rect, Response, RichText, Role, ScrollArea,
    TextEdit, TextStyle, Ui, WidgetText, vec2,
};

use super::Kept;
use crate::document::field_marks;
use crate::document::written_out;
use crate::model::{BuiltIn, Element, FieldId, FieldValue, Owner};
use crate::ui::editor::Editor;
use crate::ui::scene::{Action, Scene, field_label};
use crate::ui::theme::Palette;
use crate::ui::widgets::{named, named_field, text_width};
use crate::workspace::Deed;
use crate::writing::{Written, replaced};

/// The list, while it is shown.
#[derive(Debug)]
pub struct List {
    element: Element,
    how: How,
    selected: usize,
    keys: Keys,
    /// Where it is on the screen.
    pub place: Option<Rect>,
    /// The line that was brought into sight last: people scroll away from it as they like.
    in_sight: Option<usize>,
}

#[derive(Debug)]
enum How {
    /// By `{{`, which stands at this byte.
    Typed(usize),
    /// By a command, with the words of its filter.
    Asked { filter: String, focused: bool },
}

/// The keys that were pressed for the list.
#[derive(Debug, Default)]
struct Keys {
    moved: isize,
    takes: bool,
    closes: bool,
}

/// A field as it is offered.
struct Offer {
    id: FieldId,
    label: String,
    value: String,
}

impl List {
    fn new(element: Element, how: How) -> Self {
        Self {
            element,
            how,
            selected: 0,
            keys: Keys::default(),
            place: None,
            in_sight: None,
        }
    }

    pub fn asked(element: Element) -> Self {
        let how = How::Asked {
            filter: String::new(),
            focused: false,
        };
        Self::new(element, how)
    }
}

impl Editor {
    /// Takes the keys for the list before the texts see them.
    pub(super) fn take_list_keys(&mut self, ui: &Ui) {
        let Some(list) = &mut self.text.list else {
            return;
        };
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        list.keys.moved +=
            isize::from(pressed(Key::ArrowDown)) - isize::from(pressed(Key::ArrowUp));
        list.keys.takes |= pressed(Key::Enter) | pressed(Key::Tab);
        list.keys.closes |= pressed(Key::Escape);
    }

    pub(super) fn fields_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
        if self.text.just_typed {
            return;
        }
        self.open_typed_list(ui, scene);
        let Some(mut list) = self.text.list.take() else {
            return;
        };
        let Some((kept, text)) = self
            .selected(scene)
            .filter(|(kept, _)| kept.element == list.element)
        else {
            return;
        };
        let cursor = kept.selection.end;
        let (query, place) = match &list.how {
            How::Typed(start) => {
                let query = text.get(start + 2..cursor).unwrap_or_default();
                (query.trim().to_owned(), *start..past_end(text, cursor))
            }
            How::Asked { filter, .. } => (filter.clone(), kept.selection.clone()),
        };
        let offers = offers(scene, &query);
        let keys = std::mem::take(&mut list.keys);
        if keys.closes {
            self.close_list(list, &kept, text);
            ui.ctx().request_repaint();
            return;
        }
        let count = isize::try_from(offers.len()).unwrap_or(isize::MAX).max(1);
        let selected = isize::try_from(list.selected).unwrap_or_default();
        let selected = selected.min(count - 1).saturating_add(keys.moved);
        list.selected = usize::try_from(selected.rem_euclid(count)).unwrap_or_default();
        let (clicked, elsewhere) = self.list_ui(ui, scene, &mut list, &offers);
        let taken = clicked.or_else(|| keys.takes.then_some(list.selected));
        if let Some(offer) = taken.and_then(|taken| offers.get(taken)) {
            self.insert(scene, &kept, (text, place), offer, actions);
            return;
        }
        if elsewhere || (keys.takes && offers.is_empty()) {
            self.close_list(list, &kept, text);
            return;
        }
        if keys.moved != 0 {
            ui.ctx().request_repaint();
        }
        self.text.list = Some(list);
    }

    /// Opens the list where `{{` was typed, and closes it where that is gone.
    fn open_typed_list(&mut self, ui: &Ui, scene: &Scene<'_>) {
        if matches!(&self.text.list, Some(list) if matches!(list.how, How::Asked { .. })) {
            return;
        }
        let open = self.selected(scene).and_then(|(kept, text)| {
            let id = super::field_id(scene, &kept.element);
            let has_focus = ui.memory(|memory| memory.has_focus(id));
            let start = open_field(text, kept.selection.clone())?;
            has_focus.then_some((kept.element, start))
        });
        let Some((element, start)) = open else {
            self.text.list = None;
            self.text.put_away = None;
            return;
        };
        if self.text.put_away.as_ref() == Some(&(element.clone(), start)) {
            return;
        }
        let is_it = |list: &List| {
            list.element == element && matches!(list.how, How::Typed(at) if at == start)
        };
        if !self.text.list.as_ref().is_some_and(is_it) {
            self.text.list = Some(List::new(element, How::Typed(start)));
        }
    }

    fn close_list(&mut self, list: List, kept: &Kept, text: &str) {
        match list.how {
            How::Typed(start) => self.text.put_away = Some((list.element, start)),
            How::Asked { .. } => {
                let written = Written::new(text, kept.selection.clone());
                self.want(kept, written);
            }
        }
    }

    fn insert(
        &mut self,
        scene: &Scene<'_>,
        kept: &Kept,
        (text, place): (&str, Range<usize>),
        offer: &Offer,
        actions: &mut Vec<Action>,
    ) {
        let written = replaced(text, place, &field_marks(offer.id.as_str()));
        self.rewrite(scene, kept, (written, Deed::Format), actions);
    }

    /// The list itself; which of its fields was clicked, and whether something else was.
    fn list_ui(
        &self,
        ui: &Ui,
        scene: &Scene<'_>,
        list: &mut List,
        offers: &[Offer],
    ) -> (Option<usize>, bool) {
        const WIDTH: f32 = 460.0;
        /// About how high it is, before it is measured.
        const HIGH: f32 = 290.0;
        let words = scene.words;
        let under = self.text.cursor_of(&list.element);
        let under = under.unwrap_or_else(|| Rect::from_min_size(ui.max_rect().min, vec2(1.0, 1.0)));
        // Above the cursor where there is no room below it.
        let high = list.place.map_or(HIGH, |place| place.height());
        let screen = ui.ctx().content_rect();
        let below = under.left_bottom() + vec2(0.0, 4.0);
        let above = under.left_top() - vec2(0.0, high + 4.0);
        let is_below = below.y + high <= screen.bottom() || above.y < screen.top();
        let shown = Area::new(Id::unique("fields-list"))
            .order(Order::Foreground)
            .fixed_pos(if is_below { below } else { above })
            .constrain(true)
            .show(ui.ctx(), |ui| {
                Frame::popup(ui.style()).show(ui, |ui| {
                    ui.set_width(WIDTH);
                    ui.spacing_mut().item_spacing.y = 2.0;
                    filter_ui(ui, scene, list);
                    if offers.is_empty() {
                        ui.weak(words.say("fields-none"));
                    }
                    let scroll = ScrollArea::vertical().max_height(230.0);
                    scroll
                        .show(ui, |ui| {
                            let mut clicked = None;
                            for (number, offer) in offers.iter().enumerate() {
                                let is_selected = number == list.selected;
                                let response = offer_ui(ui, scene, offer, is_selected);
                                if is_selected && list.in_sight != Some(number) {
                                    response.scroll_to_me(None);
                                }
                                if response.clicked() {
                                    clicked = Some(number);
                                }
                            }
                            clicked
                        })
                        .inner
                })
            });
        let clicked = shown.inner.inner;
        let was_shown = list.place.is_some();
        list.in_sight = Some(list.selected);
        list.place = Some(shown.response.rect);
        let outside = ui.input(|input| {
            let at = input.pointer.interact_pos();
            input.pointer.any_pressed() && at.is_some_and(|at| !shown.response.rect.contains(at))
        });
        (clicked, outside && was_shown)
    }
}

fn filter_ui(ui: &mut Ui, scene: &Scene<'_>, list: &mut List) {
    let How::Asked { filter, focused } = &mut list.how else {
        return;
    };
    let name = scene.words.say("fields-filter");
    let edit = TextEdit::singleline(filter)
        .id_salt("fields-filter")
        .hint_text(&*name)
        .desired_width(f32::INFINITY)
        .event_filter(egui::EventFilter {
            tab: true,
            horizontal_arrows: true,
            vertical_arrows: true,
            escape: true,
        });
    let response = ui.add(edit);
    named_field(ui, &response, &name);
    if !std::mem::replace(focused, true) {
        response.request_focus();
    }
    if response.changed() {
        list.selected = 0;
    }
    ui.add_space(4.0);
}

fn offer_ui(ui: &mut Ui, scene: &Scene<'_>, offer: &Offer, is_selected: bool) -> Response {
    let palette = Palette::now(ui.ctx());
    // The value gives way to the label.
    let room = ui.available_width() - 2.0 * ui.spacing().button_padding.x;
    let room = room - text_width(ui, &offer.label, TextStyle::Button) - 24.0;
    let font = TextStyle::Small.resolve(ui.style());
    let mut value = LayoutJob::simple_singleline(offer.value.clone(), font, palette.weak);
    value.wrap = TextWrapping::truncate_at_width(room.max(80.0));
    let value = ui.fonts_mut(|fonts| fonts.layout_job(value));
    let button = Button::new(RichText::new(&offer.label).color(palette.text))
        .right_text(WidgetText::from(value))
        .truncate()
        .selected(is_selected)
        .frame_when_inactive(is_selected)
        .min_size(vec2(ui.available_width(), 0.0));
    let response = ui.add(button);
    let values = [
        ("label", offer.label.clone().into()),
        ("value", offer.value.clone().into()),
    ];
    let name = scene.words.say_of("fields-offer", &values);
    named(&response, Role::Button, &name);
    response.on_hover_text(field_marks(offer.id.as_str()))
}

/// The fields that fit what was typed, those whose names begin with it first.
fn offers(scene: &Scene<'_>, query: &str) -> Vec<Offer> {
    let built_in = BuiltIn::DERIVED.into_iter().chain(BuiltIn::SET);
    let built_in = built_in.filter_map(|name| FieldId::new(name).ok());
    let own = scene.collection.fields.iter().map(|field| field.id.clone());
    let own = own.filter(|id| BuiltIn::of(id).is_none());
    let query = folded(query);
    let mut offers: Vec<Offer> = own
        .chain(built_in)
        .map(|id| Offer {
            label: field_label(scene.collection, scene.words, &id),
            value: value(scene, &id),
            id,
        })
        .filter(|offer| folded(&offer.label).contains(&query) || offer.id.as_str().contains(&query))
        .collect();
    let begins = |offer: &Offer| {
        folded(&offer.label).starts_with(&query) || offer.id.as_str().starts_with(&query)
    };
    offers.sort_by_key(|offer| !begins(offer));
    offers
}

/// Letters without case and accents, so that one finds « Éditeur » by `edi`.
fn folded(words: &str) -> String {
    deunicode::deunicode(words).to_lowercase()
}

/// What a field says on the platform that is looked at, on one line.
fn value(scene: &Scene<'_>, id: &FieldId) -> String {
    let first = scene.collection.first_language();
    let said = |text: &crate::model::Text| {
        let said = text.said(scene.language, &first).text;
        said.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let platform = match scene.owner() {
        Owner::Platform(id) => scene.collection.platforms.get(id),
        Owner::Model(_) => None,
    };
    let value = platform.and_then(|platform| {
        let updated = scene.resolved.updated;
        scene.collection.field(platform, updated, id).ok()
    });
    match value {
        Some(FieldValue::Text(text)) => said(&text),
        Some(FieldValue::Date(date)) => written_out(date, scene.language),
        None => scene
            .collection
            .fields
            .get(id)
            .map(|field| said(&field.default))
            .unwrap_or_default(),
    }
}

/// Where the field starts that the cursor is in while it is typed.
fn open_field(text: &str, selection: Range<usize>) -> Option<usize> {
    const LONGEST: usize = 60;
    if !selection.is_empty() {
        return None;
    }
    let head = text.get(..selection.start)?;
    let start = head.rfind("{{")?;
    // Three braces are no more than two and one.
    let inside = head.get(start + 2..)?;
    let is_open = inside.len() <= LONGEST && !inside.contains(['{', '}', '\n']);
    let is_escaped = head.get(..start)?.ends_with('\\');
    // A field that is finished already is left as it is.
    let rest = text.get(selection.end..)?;
    let line = rest.split('\n').next().unwrap_or_default();
    let is_finished = line
        .find("}}")
        .is_some_and(|end| !line.get(..end).unwrap_or_default().contains(['{', ' ']) && end > 0);
    (is_open && !is_escaped && !is_finished).then_some(start)
}

/// The end of a field being typed: past the braces that close it, if they are there.
fn past_end(text: &str, cursor: usize) -> usize {
    let rest = text.get(cursor..).unwrap_or_default();
    let trimmed = rest.trim_start_matches(' ');
    if trimmed.starts_with("}}") {
        cursor + rest.len() - trimmed.len() + 2
    } else {
        cursor
    }
}
