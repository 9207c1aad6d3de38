//! What all charters of a collection share: its name, languages, fields and facts. Each change is
//! made at once, and undone by itself.

use egui::{Align, CollapsingHeader, Layout, RichText, ScrollArea, TextEdit, Ui};
use egui_material_icons::icons::{ICON_ADD, ICON_ARROW_DOWNWARD, ICON_ARROW_UPWARD, ICON_DELETE};

use super::parts::{AROUND, at_the_right, capitalised, is_entered, room};
use super::{Answer, Surroundings};
use crate::messages::language_name;
use crate::model::{BuiltIn, Collection, Fact, FactId, Field, FieldId, Language, Text};
use crate::ui::menu::menu_ui;
use crate::ui::scene::field_label;
use crate::ui::theme::Palette;
use crate::ui::widgets::{Line, bold, icon_button, line_ui, named_field, note_ui, warning};
use crate::words::Words;
use crate::workspace::Change;
use crate::workspace::changes::{Direction, Shared};
use crate::workspace::uses::Tally;

/// What is being added or taken away.
#[derive(Debug)]
pub struct CollectionForm {
    /// How much uses what, as it was when the dialog opened: no text changes meanwhile.
    tally: Tally,
    language: String,
    field: String,
    fact: String,
    /// What is in use and to be taken away, unless the person thinks better of it.
    removing: Option<Entry>,
}

/// What stands in one of the lists.
#[derive(Debug, Clone, PartialEq)]
enum Entry {
    Language(Language),
    Field(FieldId),
    Fact(FactId),
}

impl Entry {
    fn moved(&self, shared: &Shared<'_>, direction: Direction) -> Option<Change> {
        match self {
            Self::Language(language) => shared.move_language(language, direction),
            Self::Field(id) => shared.move_field(id, direction),
            Self::Fact(id) => shared.move_fact(id, direction),
        }
    }

    fn removed(&self, shared: &Shared<'_>) -> Option<Change> {
        match self {
            Self::Language(language) => shared.remove_language(language),
            Self::Field(id) => Some(shared.remove_field(id)),
            Self::Fact(id) => Some(shared.remove_fact(id)),
        }
    }
}

/// How an entry is shown.
struct Listed<'a> {
    /// What its buttons are about.
    name: &'a str,
    shown: &'a str,
    /// What is said of it beside its name.
    said: &'a str,
    /// Its place, and how many there are.
    place: (usize, usize),
    may_go: bool,
    /// How much uses it. What is in use goes only once the person has said so.
    uses: usize,
    /// What would be lost with it.
    loss: &'a str,
}

/// What the person asked for in a frame.
#[derive(Default)]
struct Asked {
    change: Option<Change>,
    left_a_line: bool,
}

/// What the parts of the dialog read.
struct Scene<'a> {
    words: &'a Words,
    shared: Shared<'a>,
}

impl Scene<'_> {
    fn collection(&self) -> &Collection {
        self.shared.collection
    }

    fn of(&self, key: &str, name: &str) -> String {
        self.words
            .say_of(key, &[("name", name.into())])
            .into_owned()
    }
}

impl CollectionForm {
    #[must_use]
    pub fn new(collection: &Collection) -> Self {
        Self {
            tally: Tally::of(collection),
            language: String::new(),
            field: String::new(),
            fact: String::new(),
            removing: None,
        }
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, around: &Surroundings<'_>) -> Option<Answer> {
        let words = around.words;
        let scene = Scene {
            words,
            shared: Shared {
                collection: around.collection,
                from: around.owner,
            },
        };
        let mut asked = Asked::default();
        ui.heading(words.say("collection-title"));
        let room = room(ui, AROUND);
        let scroll = ScrollArea::vertical()
            .max_height(room)
            .min_scrolled_height(room);
        scroll.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 6.0;
            let collection = scene.collection();
            let line = line_ui(ui, &words.say("collection-name"), &collection.name, "");
            asked.take(line, |name| scene.shared.set_name(name));
            self.languages_ui(ui, &scene, &mut asked);
            self.fields_ui(ui, &scene, &mut asked);
            self.facts_ui(ui, &scene, &mut asked);
            ui.add_space(8.0);
            ui.separator();
            let note = note_ui(ui, &words.say("note"), &collection.note);
            asked.take(note, |note| scene.shared.set_note(note));
        });
        let close = at_the_right(ui, |ui| ui.button(words.say("close")).clicked());
        if close {
            return Some(Answer::Close);
        }
        match asked.change {
            Some(change) => Some(Answer::Edit(Some(change))),
            None => asked.left_a_line.then_some(Answer::Edit(None)),
        }
    }

    fn languages_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, asked: &mut Asked) {
        let words = scene.words;
        group_ui(ui, &words.say("languages"), &words.say("languages-hint"));
        let languages = &scene.collection().languages;
        for (at, language) in languages.iter().enumerate() {
            let shown = capitalised(&language_name(words, language));
            let shown = format!("{shown} ({language})");
            let said = match at {
                0 => words.say("language-first").into_owned(),
                _ => String::new(),
            };
            let texts = self.tally.languages.get(language).copied().unwrap_or(0);
            let listed = Listed {
                name: language.as_str(),
                shown: &shown,
                said: &said,
                place: (at, languages.len()),
                may_go: languages.len() > 1,
                uses: texts,
                loss: &words.say_of("remove-language-loses", &[("count", texts.into())]),
            };
            let entry = Entry::Language(language.clone());
            self.entry_ui(ui, scene, &entry, &listed, asked, |_, _| {});
        }
        let typed = Language::new(self.language.trim());
        let is_new = typed.as_ref().is_ok_and(|it| !languages.contains(it));
        let labels = ("language-add", "language-add-hint");
        if add_ui(ui, words, labels, &mut self.language, is_new)
            && let Ok(language) = &typed
        {
            asked.want(scene.shared.add_language(language.clone()));
            self.language.clear();
        }
        if !self.language.trim().is_empty() && !is_new {
            let key = if typed.is_ok() {
                "language-taken"
            } else {
                "language-unknown"
            };
            let palette = Palette::now(ui.ctx());
            ui.label(RichText::new(words.say(key)).small().color(palette.warning));
        }
    }

    /// An entry with its buttons, and the question whether it is to go all the same.
    fn entry_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        entry: &Entry,
        listed: &Listed<'_>,
        asked: &mut Asked,
        details: impl FnOnce(&mut Ui, &mut Asked),
    ) {
        match row_ui(ui, scene, listed) {
            Some(Pressed::Move(direction)) => asked.want(entry.moved(&scene.shared, direction)),
            Some(Pressed::Remove) if listed.uses == 0 => asked.want(entry.removed(&scene.shared)),
            Some(Pressed::Remove) => self.removing = Some(entry.clone()),
            None => {}
        }
        details(ui, asked);
        if self.confirm_ui(ui, scene.words, entry, listed.loss) {
            asked.want(entry.removed(&scene.shared));
        }
    }

    fn fields_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, asked: &mut Asked) {
        let words = scene.words;
        group_ui(ui, &words.say("fields"), &words.say("fields-hint"));
        let fields = &scene.collection().fields;
        for (at, field) in fields.iter().enumerate() {
            let label = field_label(scene.collection(), words, &field.id);
            let texts = self.tally.fields.get(&field.id).copied().unwrap_or(0);
            let values = self.tally.values.get(&field.id).copied().unwrap_or(0);
            let key = if BuiltIn::of(&field.id).is_some() {
                "remove-default-loses"
            } else {
                "remove-field-loses"
            };
            let lost = [("texts", texts.into()), ("platforms", values.into())];
            let listed = Listed {
                name: &label,
                shown: &label,
                said: &words.say_of("used-by", &[("count", texts.into())]),
                place: (at, fields.len()),
                may_go: true,
                uses: texts + values,
                loss: &words.say_of(key, &lost),
            };
            let entry = Entry::Field(field.id.clone());
            self.entry_ui(ui, scene, &entry, &listed, asked, |ui, asked| {
                let details = CollapsingHeader::new(format!("{{{{ {} }}}}", field.id))
                    .id_salt(("field", &field.id));
                details.show(ui, |ui| field_ui(ui, scene, field, &label, asked));
            });
        }
        ui.horizontal(|ui| {
            let missing = BuiltIn::SET
                .into_iter()
                .filter_map(|name| FieldId::new(name).ok())
                .filter(|field| !fields.contains(field));
            let missing: Vec<FieldId> = missing.collect();
            ui.add_enabled_ui(!missing.is_empty(), |ui| {
                menu_ui(ui, words.say("field-define"), |ui| {
                    for field in missing {
                        let label = field_label(scene.collection(), words, &field);
                        if ui.button(label).clicked() {
                            asked.want(scene.shared.define_field(&field));
                            ui.close();
                        }
                    }
                });
            });
        });
        let ready = !self.field.trim().is_empty();
        let labels = ("field-add", "field-add-hint");
        if add_ui(ui, words, labels, &mut self.field, ready) {
            let (_, change) = scene.shared.add_field(&self.field);
            asked.want(Some(change));
            self.field.clear();
        }
    }

    fn facts_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, asked: &mut Asked) {
        let words = scene.words;
        group_ui(ui, &words.say("property-facts"), &words.say("facts-hint"));
        let facts = &scene.collection().facts;
        let first = scene.collection().first_language();
        for (at, fact) in facts.iter().enumerate() {
            let said = fact.label.said(words.language(), &first).text;
            let label = if said.is_empty() {
                fact.id.as_str()
            } else {
                said
            };
            let switched = self.tally.facts.get(&fact.id).copied().unwrap_or(0);
            let holders = self.tally.holders.get(&fact.id).copied().unwrap_or(0);
            let lost = [("count", switched.into()), ("platforms", holders.into())];
            let listed = Listed {
                name: label,
                shown: label,
                said: &words.say_of("switches", &[("count", switched.into())]),
                place: (at, facts.len()),
                may_go: true,
                uses: switched + holders,
                loss: &words.say_of("remove-fact-loses", &lost),
            };
            let entry = Entry::Fact(fact.id.clone());
            self.entry_ui(ui, scene, &entry, &listed, asked, |ui, asked| {
                let details = CollapsingHeader::new(fact.id.as_str()).id_salt(("fact", &fact.id));
                details.show(ui, |ui| fact_ui(ui, scene, fact, label, asked));
            });
        }
        let ready = !self.fact.trim().is_empty();
        let labels = ("fact-add", "fact-add-hint");
        if add_ui(ui, words, labels, &mut self.fact, ready) {
            let (_, change) = scene.shared.add_fact(&self.fact);
            asked.want(Some(change));
            self.fact.clear();
        }
    }

    /// Tells what would be lost, and whether the person wants it all the same.
    fn confirm_ui(&mut self, ui: &mut Ui, words: &Words, what: &Entry, told: &str) -> bool {
        if self.removing.as_ref() != Some(what) {
            return false;
        }
        warning(ui, told);
        let (removed, kept) = at_the_right(ui, |ui| {
            let removed = ui.button(words.say("remove")).clicked();
            (removed, ui.button(words.say("keep")).clicked())
        });
        if removed || kept {
            self.removing = None;
        }
        removed
    }
}

impl Asked {
    fn want(&mut self, change: Option<Change>) {
        self.change = self.change.take().or(change);
    }

    /// Takes over what a line says now, and whether the cursor left it.
    fn take(&mut self, line: Line, change: impl FnOnce(String) -> Change) {
        self.want(line.typed.map(change));
        self.left_a_line |= line.response.lost_focus();
    }
}

/// The label, default and note of a field.
fn field_ui(ui: &mut Ui, scene: &Scene<'_>, field: &Field, label: &str, asked: &mut Asked) {
    let with = |field: Field| scene.shared.set_field(field);
    by_language_ui(
        ui,
        scene,
        ("label-of", label),
        &field.label,
        asked,
        |text| {
            with(Field {
                label: text,
                ..field.clone()
            })
        },
    );
    by_language_ui(
        ui,
        scene,
        ("default-of", label),
        &field.default,
        asked,
        |text| {
            with(Field {
                default: text,
                ..field.clone()
            })
        },
    );
    let note = note_ui(ui, &scene.of("note-of", label), &field.note);
    asked.take(note, |note| {
        with(Field {
            note,
            ..field.clone()
        })
    });
}

/// What a fact is called.
fn fact_ui(ui: &mut Ui, scene: &Scene<'_>, fact: &Fact, label: &str, asked: &mut Asked) {
    by_language_ui(ui, scene, ("label-of", label), &fact.label, asked, |text| {
        scene.shared.set_fact(Fact {
            label: text,
            ..fact.clone()
        })
    });
}

/// A line by language.
fn by_language_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    (key, name): (&str, &str),
    text: &Text,
    asked: &mut Asked,
    change: impl Fn(Text) -> Change,
) {
    let collection = scene.collection();
    let first = collection.first_language();
    for language in &collection.languages {
        let values = [
            ("name", name.into()),
            ("language", language.as_str().into()),
        ];
        let label = scene.words.say_of(key, &values);
        let written = text.written(language).unwrap_or_default();
        let line = line_ui(ui, &label, written, "");
        asked.take(line, |words| {
            change(text.translated(&first, language, &words))
        });
    }
}

fn group_ui(ui: &mut Ui, title: &str, hint: &str) {
    ui.add_space(8.0);
    ui.separator();
    ui.label(bold(title).size(15.5));
    ui.weak(hint);
}

/// A line for what to add, with its button; whether it is to be added.
fn add_ui(
    ui: &mut Ui,
    words: &Words,
    (key, hint): (&str, &str),
    text: &mut String,
    is_ready: bool,
) -> bool {
    let palette = Palette::now(ui.ctx());
    ui.horizontal(|ui| {
        let label = words.say(key);
        let edit = TextEdit::singleline(text)
            .id_salt(key)
            .hint_text(RichText::new(words.say(hint)).color(palette.weak))
            .desired_width(320.0);
        let response = ui.add(edit);
        named_field(ui, &response, &label);
        let entered = is_entered(ui, &response);
        if entered {
            response.request_focus();
        }
        let button = egui::Button::new((ICON_ADD.rich_text(), &*label));
        let clicked = ui.add_enabled(is_ready, button).clicked();
        is_ready && (clicked || entered)
    })
    .inner
}

/// What was pressed in a row of something ordered.
enum Pressed {
    Move(Direction),
    Remove,
}

/// A row of something ordered: its name, what is said of it, and its buttons.
fn row_ui(ui: &mut Ui, scene: &Scene<'_>, listed: &Listed<'_>) -> Option<Pressed> {
    let &Listed {
        name, shown, said, ..
    } = listed;
    let (at, count) = listed.place;
    let mut pressed = None;
    at_the_right(ui, |ui| {
        for (icon, key, possible, does) in [
            (ICON_DELETE, "list-remove", listed.may_go, Pressed::Remove),
            (
                ICON_ARROW_DOWNWARD,
                "list-down",
                at + 1 < count,
                Pressed::Move(Direction::Down),
            ),
            (
                ICON_ARROW_UPWARD,
                "list-up",
                at > 0,
                Pressed::Move(Direction::Up),
            ),
        ] {
            if icon_button(ui, icon, &scene.of(key, name), possible).clicked() {
                pressed = Some(does);
            }
        }
        ui.weak(said);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.add(egui::Label::new(bold(shown)).truncate());
        });
    });
    pressed
}
