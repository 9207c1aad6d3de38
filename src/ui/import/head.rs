//! What stands above a review: the source, the platform, what it follows, how much comes to what,
//! and what is to be looked at.

use egui::{Button, ComboBox, Layout, RichText, Role, ScrollArea, TextEdit, Ui};
use egui_material_icons::icons::{
    ICON_ADD, ICON_EDIT_NOTE, ICON_FLAG, ICON_LINK, ICON_NAVIGATE_BEFORE, ICON_NAVIGATE_NEXT,
    ICON_VISIBILITY_OFF,
};

use super::Asked;
use crate::import::draft::Verdict;
use crate::import::matching::{FormChoice, PlatformChoice, PlatformStanding, Proposal};
use crate::messages;
use crate::messages::language_name;
use crate::model::{Collection, Language, Owner, Platform, PlatformId};
use crate::ui::menu::menu_ui;
use crate::ui::scene::name_of as name_of_owner;
use crate::ui::theme::Palette;
use crate::ui::widgets::{badge, bold, icon_button, main_button_ui, named, named_field, warning};
use crate::words::Words;
use crate::workspace::review::{Made, NoteAt, Review};

/// The languages that pages are mostly written in.
const LANGUAGES: [&str; 8] = ["fr", "en", "es", "de", "it", "nl", "pt", "ca"];

pub struct Head<'a> {
    pub words: &'a Words,
    pub collection: &'a Collection,
    pub review: &'a Review,
    pub made: Option<&'a Made>,
    /// Whether this page is all that comes in.
    pub is_one: bool,
    pub note: Option<usize>,
}

/// How a platform that may not be in a collection yet is called.
pub fn name_of(platform: &Platform, language: &Language, collection: &Collection) -> String {
    let said = platform.name.said(language, &collection.first_language());
    if said.text.trim().is_empty() {
        platform.id.to_string()
    } else {
        said.text.to_owned()
    }
}

/// The name of the model that a page would follow; empty where it follows none.
pub fn follows_name(proposal: &Proposal, collection: &Collection, reader: &Language) -> String {
    match (&proposal.new_model, &proposal.follows) {
        (Some(model), _) => {
            let first = collection.first_language();
            model.name.said(&proposal.language, &first).text.to_owned()
        }
        (None, Some(id)) => name_of_owner(collection, &Owner::Model(id.clone()), reader),
        (None, None) => name_of(&proposal.platform, &proposal.language, collection),
    }
}

impl Head<'_> {
    pub fn ui(&self, ui: &mut Ui, asked: &mut Vec<Asked>) {
        self.title_ui(ui, asked);
        let Some(made) = self.made else {
            return;
        };
        ui.horizontal_wrapped(|ui| {
            self.platform_ui(ui, made, asked);
        });
        ui.horizontal_wrapped(|ui| {
            self.language_ui(ui, made, asked);
            self.follows_ui(ui, made, asked);
            self.counts_ui(ui, made);
        });
        if made.draft.verdict == Verdict::Incomplete {
            warning(ui, &self.words.say("import-incomplete"));
        }
        if !made.proposal.lost_languages.is_empty() {
            let lost = made.proposal.lost_languages.iter();
            let lost: Vec<String> = lost.map(|it| language_name(self.words, it)).collect();
            let values = [("languages", lost.join(", ").into())];
            warning(ui, &self.words.say_of("import-lost-languages", &values));
        }
        self.notes_ui(ui, made, asked);
        ui.separator();
    }

    fn title_ui(&self, ui: &mut Ui, asked: &mut Vec<Asked>) {
        let words = self.words;
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
                if self.is_one {
                    let is_made = self.made.is_some();
                    if main_button_ui(ui, is_made, &words.say("import-do")).clicked() {
                        asked.push(Asked::In);
                    }
                    if ui.button(words.say("cancel")).clicked() {
                        asked.push(Asked::Back);
                    }
                } else if ui.button(bold(words.say("import-back"))).clicked() {
                    asked.push(Asked::Back);
                }
                ui.with_layout(Layout::left_to_right(egui::Align::Center), |ui| {
                    let values = [("source", self.review.source.as_str().into())];
                    let title = words.say_of("import-title", &values);
                    ui.add(egui::Label::new(RichText::new(title).heading()).truncate());
                });
            });
        });
    }

    fn platform_ui(&self, ui: &mut Ui, made: &Made, asked: &mut Vec<Asked>) {
        let words = self.words;
        let platform = &made.proposal.platform;
        let choice = &self.review.decided.platform;
        self.which_platform_ui(ui, made, asked);
        let palette = Palette::now(ui.ctx());
        let (key, colour) = match made.proposal.standing {
            PlatformStanding::New => ("import-platform-new", palette.accent),
            PlatformStanding::Updated => ("import-platform-updated", palette.adapted),
            PlatformStanding::Unchanged => ("import-platform-unchanged", palette.inherited),
        };
        let hint = words.say(&format!("{key}-hint")).into_owned();
        let icon = match made.proposal.standing {
            PlatformStanding::New => ICON_ADD,
            PlatformStanding::Updated => ICON_EDIT_NOTE,
            PlatformStanding::Unchanged => ICON_LINK,
        };
        badge(ui, icon, &words.say(key), colour, &hint);
        let name = name_of(platform, &made.proposal.language, self.collection);
        let fields = [
            (
                "import-platform-name",
                choice.name.clone().unwrap_or(name),
                190.0,
            ),
            (
                "import-platform-address",
                choice.url.clone().unwrap_or_else(|| platform.url.clone()),
                250.0,
            ),
        ];
        for (key, mut written, width) in fields {
            let label = words.say(key);
            ui.label(&*label);
            let field = TextEdit::singleline(&mut written)
                .id_salt(key)
                .desired_width(width);
            let field = ui.add(field);
            named_field(ui, &field, &label);
            if field.changed() {
                let mut choice = choice.clone();
                if key == "import-platform-name" {
                    choice.name = Some(written);
                } else {
                    choice.url = Some(written);
                }
                asked.push(Asked::Platform(choice));
            }
        }
    }

    /// Which platform the page is for.
    fn which_platform_ui(&self, ui: &mut Ui, made: &Made, asked: &mut Vec<Asked>) {
        let words = self.words;
        let language = &made.proposal.language;
        let platforms = &self.collection.platforms;
        let is_there = platforms.contains(&made.proposal.platform.id);
        let said = if is_there {
            name_of(&made.proposal.platform, language, self.collection)
        } else {
            words.say("import-new-platform").into_owned()
        };
        let label = words.say("import-platform");
        ui.label(&*label);
        let shown = ComboBox::from_id_salt("import-platform")
            .width(190.0)
            .truncate()
            .selected_text(said.as_str())
            .show_ui(ui, |ui| {
                let new = ui.selectable_label(!is_there, words.say("import-new-platform"));
                if new.clicked() && is_there {
                    let name = name_of(&made.proposal.platform, language, self.collection);
                    let id = PlatformId::made_from(&name, |id| platforms.contains(id));
                    asked.push(Asked::Platform(PlatformChoice {
                        id: Some(id),
                        ..PlatformChoice::default()
                    }));
                }
                let height = ui.spacing().interact_size.y;
                ScrollArea::vertical().max_height(320.0).show_rows(
                    ui,
                    height,
                    platforms.len(),
                    |ui, rows| {
                        for at in rows {
                            let Some(platform) = platforms.at(at) else {
                                continue;
                            };
                            let is_it = platform.id == made.proposal.platform.id;
                            let name = name_of(platform, language, self.collection);
                            if ui.selectable_label(is_it, name).clicked() && !is_it {
                                asked.push(Asked::Platform(PlatformChoice {
                                    id: Some(platform.id.clone()),
                                    ..PlatformChoice::default()
                                }));
                            }
                        }
                    },
                );
            });
        named(&shown.response, Role::ComboBox, &format!("{label} {said}"));
    }

    fn language_ui(&self, ui: &mut Ui, made: &Made, asked: &mut Vec<Asked>) {
        let now = &made.draft.language;
        let mut all = vec![now.clone()];
        let known = LANGUAGES.iter().filter_map(|tag| Language::new(tag).ok());
        for language in self.collection.languages.iter().cloned().chain(known) {
            if !all.contains(&language) {
                all.push(language);
            }
        }
        let label = self.words.say("import-language");
        ui.label(&*label);
        let shown = ComboBox::from_id_salt("import-language")
            .width(64.0)
            .selected_text(now.as_str())
            .show_ui(ui, |ui| {
                for language in all {
                    let is_it = language == *now;
                    if ui.selectable_label(is_it, language.as_str()).clicked() && !is_it {
                        asked.push(Asked::Language(language));
                    }
                }
            });
        let name = format!("{label} {}", now.as_str());
        named(&shown.response, Role::ComboBox, &name);
    }

    fn follows_ui(&self, ui: &mut Ui, made: &Made, asked: &mut Vec<Asked>) {
        let words = self.words;
        let proposal = &made.proposal;
        let name = follows_name(proposal, self.collection, words.language());
        let values = [
            ("name", name.into()),
            (
                "share",
                f64::from((proposal.likeness * 100.0).round()).into(),
            ),
        ];
        let said = match (&proposal.new_model, &proposal.follows) {
            (Some(_), _) => words.say("import-form-new-model"),
            (None, Some(_)) => words.say_of("import-form-follows", &values),
            (None, None) => words.say("import-form-own"),
        };
        let label = words.say("import-form");
        ui.label(&*label);
        // Where there is no model, none is the nearest: what it comes to is chosen.
        let models = &self.collection.models;
        let chosen = match &self.review.decided.form {
            FormChoice::Nearest if models.is_empty() => match proposal.new_model {
                Some(_) => &FormChoice::NewModel,
                None => &FormChoice::Own,
            },
            chosen => chosen,
        };
        let shown = ComboBox::from_id_salt("import-form")
            .width(260.0)
            .truncate()
            .selected_text(&*said)
            .show_ui(ui, |ui| {
                let mut choice = |ui: &mut Ui, form: FormChoice, said: &str| {
                    if ui.selectable_label(*chosen == form, said).clicked() && *chosen != form {
                        asked.push(Asked::Form(form));
                    }
                };
                if !models.is_empty() {
                    choice(ui, FormChoice::Nearest, &words.say("import-form-nearest"));
                }
                for model in models {
                    let owner = Owner::Model(model.id.clone());
                    let name = name_of_owner(self.collection, &owner, words.language());
                    let said = words.say_of("import-form-model", &[("name", name.into())]);
                    choice(ui, FormChoice::Follow(model.id.clone()), &said);
                }
                choice(ui, FormChoice::Own, &words.say("import-form-own"));
                choice(
                    ui,
                    FormChoice::NewModel,
                    &words.say("import-form-new-model"),
                );
            });
        named(&shown.response, Role::ComboBox, &format!("{label} {said}"));
    }

    fn counts_ui(&self, ui: &mut Ui, made: &Made) {
        let palette = Palette::now(ui.ctx());
        let counts = made.proposal.counts();
        let (of_model, icon_of_model) = if made.proposal.new_model.is_some() {
            ("import-count-new-model", ICON_ADD)
        } else {
            ("import-count-inherited", ICON_LINK)
        };
        for (count, key, icon, colour) in [
            (counts.inherited, of_model, icon_of_model, palette.inherited),
            (
                counts.adapted,
                "import-count-adapted",
                ICON_EDIT_NOTE,
                palette.adapted,
            ),
            (counts.added, "import-count-added", ICON_ADD, palette.accent),
            (
                counts.hidden,
                "import-count-hidden",
                ICON_VISIBILITY_OFF,
                palette.weak,
            ),
        ] {
            if count > 0 {
                let said = self.words.say_of(key, &[("count", count.into())]);
                let hint = self.words.say(&format!("{key}-hint")).into_owned();
                badge(ui, icon, &said, colour, &hint);
            }
        }
    }

    /// What is to be looked at: one at a time, or all in a list.
    fn notes_ui(&self, ui: &mut Ui, made: &Made, asked: &mut Vec<Asked>) {
        let words = self.words;
        let count = made.notes.len();
        if count == 0 {
            return;
        }
        ui.horizontal(|ui| {
            let label = words.say_of("import-notes", &[("count", count.into())]);
            let label = label.into_owned();
            let menu = menu_ui(ui, (ICON_FLAG.rich_text(), label.as_str()), |ui| {
                let height = ui.spacing().interact_size.y;
                let width = 860.0_f32.min(ui.ctx().content_rect().width() - 80.0);
                ui.set_width(width);
                ScrollArea::vertical().max_height(320.0).show_rows(
                    ui,
                    height,
                    count,
                    |ui, rows| {
                        for number in rows {
                            let Some(note) = made.notes.get(number) else {
                                continue;
                            };
                            let button = Button::new(self.said(note)).truncate();
                            if ui.add(button.frame_when_inactive(false)).clicked() {
                                asked.push(Asked::Note(number));
                                ui.close();
                            }
                        }
                    },
                );
            });
            named(&menu.response, Role::Button, &label);
            let before = self
                .note
                .map_or(0, |note| note.checked_sub(1).unwrap_or(count - 1));
            let next = self.note.map_or(0, |note| (note + 1) % count);
            let previous = words.say("import-note-previous");
            if icon_button(ui, ICON_NAVIGATE_BEFORE, &previous, true).clicked() {
                asked.push(Asked::Note(before));
            }
            if icon_button(ui, ICON_NAVIGATE_NEXT, &words.say("import-note-next"), true).clicked() {
                asked.push(Asked::Note(next));
            }
            if let Some(note) = self.note.and_then(|note| made.notes.get(note)) {
                ui.add(egui::Label::new(self.said(note)).truncate());
            }
        });
    }

    fn said(&self, note: &NoteAt) -> String {
        let values = [
            ("line", note.line.into()),
            (
                "message",
                messages::import_note(self.words, note.kind).into(),
            ),
            ("text", note.text.replace('\n', " ").into()),
        ];
        let said = self.words.say_of("import-note-line", &values);
        let said = said.trim();
        let mut chars = said.chars();
        let first = chars.next().map(|c| c.to_uppercase().to_string());
        format!("{}{}", first.unwrap_or_default(), chars.as_str())
    }
}
