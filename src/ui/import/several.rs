//! Several sources at once: what each comes to, and which of them come in.

use std::collections::HashMap;
use std::path::Path;

use egui::{Button, Label, Layout, Role, ScrollArea, Ui};
use egui_material_icons::icons::{ICON_BLOCK, ICON_CHECK, ICON_WARNING};

use super::{Asked, Holds, Importing, Source, Takes};
use crate::import::draft::Verdict;
use crate::messages;
use crate::model::Owner;
use crate::ui::scene::name_of;
use crate::ui::theme::Palette;
use crate::ui::widgets::{bold, main_button_ui, named};
use crate::words::Words;
use crate::workspace::import::{TakenIn, Unread, name_of as name_of_file};
use crate::workspace::review::Candidate;

/// How high the line of a source is.
const LINE: f32 = 68.0;

/// What came of the sources, by their paths.
type Outcomes<'a> = HashMap<&'a Path, &'a Result<TakenIn, Unread>>;

impl Importing {
    pub(super) fn several_ui(&self, ui: &mut Ui, words: &Words, asked: &mut Vec<Asked>) {
        let part = |source: &&Source| {
            source.part == Takes::Part && matches!(source.holds, Holds::Candidate(_))
        };
        let count = self.sources.iter().filter(part).count();
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
                let all = words.say_of("import-do-all", &[("count", count.into())]);
                if main_button_ui(ui, count > 0, &all).clicked() {
                    asked.push(Asked::In);
                }
                if ui.button(words.say("cancel")).clicked() {
                    asked.push(Asked::Back);
                }
                ui.with_layout(Layout::left_to_right(egui::Align::Center), |ui| {
                    let values = [("count", self.sources.len().into())];
                    ui.heading(words.say_of("import-several", &values));
                });
            });
        });
        let values = [("count", count.into()), ("failed", self.refusals().into())];
        ui.label(words.say_of("import-several-text", &values));
        if self.taken.is_none() {
            ui.weak(words.say("import-matching"));
        }
        ui.separator();
        let taken = self.taken.iter().flat_map(|taken| &taken.outcomes);
        let outcomes: Outcomes<'_> = taken.map(|it| (it.path.as_path(), &it.result)).collect();
        ScrollArea::vertical().auto_shrink(false).show_rows(
            ui,
            LINE,
            self.sources.len(),
            |ui, rows| {
                for at in rows {
                    if let Some(source) = self.sources.get(at) {
                        ui.push_id(&source.path, |ui| {
                            self.source_ui(ui, words, (at, source), &outcomes, asked);
                        });
                    }
                }
            },
        );
    }

    fn source_ui(
        &self,
        ui: &mut Ui,
        words: &Words,
        (at, source): (usize, &Source),
        outcomes: &Outcomes<'_>,
        asked: &mut Vec<Asked>,
    ) {
        ui.set_height(LINE);
        let name = name_of_file(&source.path);
        let about = [("source", name.clone().into())];
        ui.horizontal(|ui| {
            let is_candidate = matches!(source.holds, Holds::Candidate(_));
            let mut takes_part = is_candidate && source.part == Takes::Part;
            let box_ = ui.add_enabled(is_candidate, egui::Checkbox::without_text(&mut takes_part));
            let said = words.say_of("import-takes-part", &about);
            box_.widget_info(|| {
                egui::WidgetInfo::selected(Role::CheckBox, is_candidate, takes_part, &*said)
            });
            if box_.gained_focus() {
                box_.scroll_to_me(None);
            }
            if box_.changed() {
                let part = if takes_part {
                    Takes::Part
                } else {
                    Takes::NoPart
                };
                asked.push(Asked::Takes(at, part));
            }
            let is_page = matches!(source.holds, Holds::Candidate(Candidate::Page(_)));
            let review = words.say_of("import-review-of", &about);
            let button = ui.add_enabled(is_page, Button::new(words.say("import-review")));
            named(&button, Role::Button, &review);
            if button.clicked() {
                asked.push(Asked::Open(at));
            }
            ui.vertical(|ui| {
                // On the line of the tick and the button.
                ui.add_space(5.0);
                let shown = ui.add(Label::new(bold(&name)).truncate());
                shown.on_hover_text(source.path.display().to_string());
                self.outcome_ui(ui, words, source, outcomes);
            });
        });
    }

    fn outcome_ui(&self, ui: &mut Ui, words: &Words, source: &Source, outcomes: &Outcomes<'_>) {
        let palette = Palette::now(ui.ctx());
        let (icon, colour, said) = match (&source.holds, source.part) {
            (Holds::Refused(unread), _) => (
                ICON_WARNING,
                palette.warning,
                messages::unread(words, unread),
            ),
            (_, Takes::NoPart) => {
                let said = words.say("import-left-out").into_owned();
                (ICON_BLOCK, palette.weak, said)
            }
            (Holds::Candidate(candidate), Takes::Part) => {
                let Some(said) = self.comes_to(words, &source.path, outcomes) else {
                    return;
                };
                if is_incomplete(candidate) {
                    let said = format!("{said} {}", words.say("import-incomplete"));
                    (ICON_WARNING, palette.warning, said)
                } else {
                    (ICON_CHECK, palette.text, said)
                }
            }
        };
        ui.horizontal(|ui| {
            ui.label(icon.rich_text().color(colour));
            let text = egui::RichText::new(&said).color(colour);
            ui.add(Label::new(text).wrap());
        });
    }

    /// What a source comes to, once that is known.
    fn comes_to(&self, words: &Words, path: &Path, outcomes: &Outcomes<'_>) -> Option<String> {
        Some(match outcomes.get(path)? {
            Ok(TakenIn::Charter {
                draft,
                platform,
                counts,
                ..
            }) => {
                let owner = Owner::Platform(platform.clone());
                let is_there = self.collection.platforms.contains(platform);
                let name = match (is_there, &draft.address) {
                    (true, _) => name_of(&self.collection, &owner, words.language()),
                    (false, Some(address)) => address.clone(),
                    (false, None) => platform.to_string(),
                };
                let key = if is_there {
                    "import-comes-to"
                } else {
                    "import-comes-to-new"
                };
                let values = [
                    ("name", name.into()),
                    ("inherited", counts.inherited.into()),
                    ("adapted", counts.adapted.into()),
                    ("added", counts.added.into()),
                    ("hidden", counts.hidden.into()),
                    ("notes", draft.notes.len().into()),
                ];
                words.say_of(key, &values).into_owned()
            }
            Ok(TakenIn::Platforms { added, same }) => {
                let values = [("added", added.len().into()), ("same", same.len().into())];
                words
                    .say_of("import-comes-to-platforms", &values)
                    .into_owned()
            }
            Err(unread) => messages::unread(words, unread),
        })
    }
}

fn is_incomplete(candidate: &Candidate) -> bool {
    match candidate {
        Candidate::Page(review) => review.found.draft.verdict == Verdict::Incomplete,
        Candidate::Collection(_) => false,
    }
}
