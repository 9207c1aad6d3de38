//! The export dialog: which charters, in which languages and formats, and where to; then what
//! came of it.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use egui::{Grid, Key, RichText, Role, ScrollArea, Ui, vec2};

use super::parts::{AROUND, Ready, at_the_right, buttons, capitalised, name_ui, progress_ui, room};
use super::path::{path_field, typed_path};
use super::several::Several;
use super::{Answer, Surroundings};
use crate::messages::{NotExported, language_name};
use crate::model::{Collection, Language, PlatformId};
use crate::render::Format;
use crate::ui::picker::Purpose;
use crate::ui::theme::Palette;
use crate::ui::widgets::{APART, bold, named};
use crate::words::Words;
use crate::workspace::export::{Leftover, Request};
use crate::workspace::settings::ExportChoice;

/// Which platforms are exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Which {
    All,
    /// The one that is looked at.
    This,
    Chosen,
}

/// What to export, as it is being chosen.
#[derive(Debug, Clone)]
pub struct ExportForm {
    pub folder: String,
    which: Which,
    some: Several,
    /// The languages that are left out.
    without: Vec<Language>,
    formats: Vec<Format>,
    /// What came of it, once it is done.
    pub report: Option<Told>,
    pub running: bool,
}

/// What came of an export, in words.
#[derive(Debug, Clone)]
pub struct Told {
    pub lines: Vec<String>,
    pub failures: Vec<NotExported>,
    /// What earlier exports left, and can be removed.
    pub leftovers: Vec<Leftover>,
}

impl ExportForm {
    /// The form as it was filled in last.
    #[must_use]
    pub fn new(
        folder: &Path,
        choice: &ExportChoice,
        collection: &Collection,
        path: Option<&Path>,
    ) -> Self {
        let languages = &collection.languages;
        let was_chosen = |names: &[String], name: &str| {
            names.is_empty() || names.iter().any(|other| other == name)
        };
        let mut formats: Vec<Format> = match choice.formats.as_slice() {
            [] => Format::USUAL.to_vec(),
            _ => Format::ALL.to_vec(),
        };
        formats.retain(|format| was_chosen(&choice.formats, format.name()));
        let mut without = languages.clone();
        without.retain(|language| !was_chosen(&choice.languages, language.as_str()));
        if without.len() == languages.len() {
            without.clear();
        }
        let chosen = path.and_then(|path| choice.platforms.get(path));
        let chosen: HashSet<_> = chosen
            .into_iter()
            .flatten()
            .filter(|id| collection.platforms.contains(id))
            .cloned()
            .collect();
        Self {
            folder: folder.display().to_string(),
            which: if chosen.is_empty() {
                Which::All
            } else {
                Which::Chosen
            },
            some: Several::new(chosen),
            without,
            formats,
            report: None,
            running: false,
        }
    }

    /// The same form for the platform that is looked at or, without one, for none yet.
    #[must_use]
    pub(super) fn of_this(mut self, this: Option<&PlatformId>) -> Self {
        self.some.chosen.clear();
        self.which = match this {
            Some(_) => Which::This,
            None => Which::Chosen,
        };
        self
    }

    /// The same form for some platforms of a collection, or for all.
    #[must_use]
    pub fn of_these(mut self, these: &[PlatformId], collection: &Collection) -> Self {
        self.some.chosen = these.iter().cloned().collect();
        self.which = if self.some.chosen.len() == collection.platforms.len() {
            Which::All
        } else {
            Which::Chosen
        };
        self
    }

    /// Whether all platforms are asked for.
    #[must_use]
    pub(super) fn is_of_all(&self) -> bool {
        self.which == Which::All
    }

    /// What is asked for; `this` is the platform that is looked at.
    #[must_use]
    pub fn request(
        &self,
        this: Option<&PlatformId>,
        languages: &[Language],
        path: Option<&Path>,
    ) -> Request {
        let mut spoken = languages.to_vec();
        spoken.retain(|language| !self.without.contains(language));
        Request {
            platforms: match self.which {
                Which::All => Vec::new(),
                Which::This => this.into_iter().cloned().collect(),
                Which::Chosen => self.some.chosen.iter().cloned().collect(),
            },
            languages: if self.without.is_empty() {
                Vec::new()
            } else {
                spoken
            },
            formats: self.formats.clone(),
            date: None,
            beside: path.map(Path::to_owned),
        }
    }

    /// What is remembered of it.
    pub fn note(&self, choice: &mut ExportChoice, languages: &[Language], path: Option<&Path>) {
        if let Some(path) = path {
            match self.which {
                Which::All => {
                    choice.platforms.remove(path);
                }
                Which::Chosen => {
                    let mut chosen: Vec<_> = self.some.chosen.iter().cloned().collect();
                    chosen.sort_unstable();
                    choice.platforms.insert(path.to_owned(), chosen);
                }
                // The one that is looked at is another next time.
                Which::This => {}
            }
            choice.folders.insert(path.to_owned(), self.path());
        }
        choice.formats = self.formats.iter().map(Format::to_string).collect();
        choice.languages = languages
            .iter()
            .filter(|language| !self.without.contains(language))
            .map(|language| language.to_string())
            .collect();
    }

    /// The folder that was typed.
    #[must_use]
    pub fn path(&self) -> PathBuf {
        typed_path(&self.folder)
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, around: &Surroundings<'_>) -> Option<Answer> {
        let words = around.words;
        if let Some(report) = &self.report {
            ui.heading(words.say("export-told"));
            return report_ui(ui, around, report, &self.path());
        }
        ui.heading(words.say("export-title"));
        if self.running {
            return running_ui(ui, around);
        }
        let room = room(ui, AROUND);
        let scroll = ScrollArea::vertical()
            .id_salt("export-form")
            .max_height(room);
        let shown = scroll.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 10.0;
            self.targets_ui(ui, around);
            self.formats_ui(ui, around);
            name_ui(ui, &words.say("export-folder"));
            let purpose = Purpose::ExportFolder;
            path_field(ui, around, "export-folder", &mut self.folder, purpose)
        });
        let (browse, _) = shown.inner;
        let some = self.which != Which::Chosen || !self.some.chosen.is_empty();
        let ready = some && !self.formats.is_empty() && !self.folder.trim().is_empty();
        let export = (&*words.say("export-do"), Answer::Export);
        let answer = buttons(ui, words, Ready::when(ready), export, |_| None);
        browse.or(answer)
    }

    /// Which platforms, in which languages.
    pub(super) fn targets_ui(&mut self, ui: &mut Ui, around: &Surroundings<'_>) {
        self.platforms_ui(ui, around);
        self.languages_ui(ui, around);
    }

    fn platforms_ui(&mut self, ui: &mut Ui, around: &Surroundings<'_>) {
        let words = around.words;
        name_ui(ui, &words.say("export-which"));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = APART;
            ui.radio_value(&mut self.which, Which::All, words.say("export-all"));
            if let Some(platform) = around.platform {
                let this = words.say_of("export-this", &[("name", platform.into())]);
                ui.radio_value(&mut self.which, Which::This, this);
            }
            ui.radio_value(&mut self.which, Which::Chosen, words.say("choose"));
        });
        if self.which != Which::Chosen {
            return;
        }
        self.some.ui(ui, around);
    }

    fn languages_ui(&mut self, ui: &mut Ui, around: &Surroundings<'_>) {
        let languages = &around.collection.languages;
        if languages.len() < 2 {
            return;
        }
        name_ui(ui, &around.words.say("export-languages"));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = APART;
            for language in languages {
                let mut wanted = !self.without.contains(language);
                let last = wanted && self.without.len() + 1 >= languages.len();
                let label = capitalised(&language_name(around.words, language));
                let check = egui::Checkbox::new(&mut wanted, label);
                // One language at least.
                if ui.add_enabled(!last, check).changed() {
                    self.without.retain(|other| other != language);
                    if !wanted {
                        self.without.push(language.clone());
                    }
                }
            }
        });
    }

    pub(super) fn formats_ui(&mut self, ui: &mut Ui, around: &Surroundings<'_>) {
        name_ui(ui, &around.words.say("export-formats"));
        let apart = vec2(APART, 0.0);
        let grid = Grid::new("formats").num_columns(2).spacing(apart);
        grid.show(ui, |ui| {
            for (number, format) in Format::ALL.into_iter().enumerate() {
                let mut wanted = self.formats.contains(&format);
                let name = around.words.say(&format!("format-{format}")).into_owned();
                if ui.checkbox(&mut wanted, name).changed() {
                    self.formats.retain(|other| *other != format);
                    if wanted {
                        self.formats.push(format);
                        self.formats.sort_unstable();
                    }
                }
                if number % 2 == 1 {
                    ui.end_row();
                }
            }
        });
    }
}

fn running_ui(ui: &mut Ui, around: &Surroundings<'_>) -> Option<Answer> {
    let words = around.words;
    progress_ui(ui, around, "exporting");
    at_the_right(ui, |ui| {
        if ui.button(words.say("export-stop")).clicked() {
            Some(Answer::CancelExport)
        } else if ui.button(words.say("export-go-on")).clicked() {
            Some(Answer::Close)
        } else {
            None
        }
    })
}

fn report_ui(ui: &mut Ui, around: &Surroundings<'_>, told: &Told, folder: &Path) -> Option<Answer> {
    let words = around.words;
    ScrollArea::vertical().max_height(280.0).show(ui, |ui| {
        for (number, line) in told.lines.iter().enumerate() {
            let line = RichText::new(line);
            ui.label(if number == 0 { line.strong() } else { line });
        }
        for failure in &told.failures {
            failure_ui(ui, words, failure);
        }
        leftovers_ui(ui, words, &told.leftovers);
    });
    let opened = at_the_right(ui, |ui| {
        let closed = ui.button(words.say("close")).clicked();
        let opened = ui.button(words.say("export-open-folder")).clicked();
        let left = told.leftovers.len();
        let removed = left > 0 && {
            let count = [("count", left.into())];
            ui.button(words.say_of("export-remove-leftovers", &count))
                .clicked()
        };
        let open = opened.then(|| Answer::OpenFolder(folder.to_owned()));
        let remove = removed.then_some(Answer::RemoveLeftovers);
        open.or(remove).or(closed.then_some(Answer::Close))
    });
    let entered = ui.input(|input| input.key_pressed(Key::Enter));
    opened.or(entered.then_some(Answer::Close))
}

/// What was not exported, and below it why.
fn failure_ui(ui: &mut Ui, words: &Words, failure: &NotExported) {
    let palette = Palette::now(ui.ctx());
    let values = [("targets", failure.targets.join(", ").into())];
    let told = words.say_of("export-not-exported", &values);
    ui.add_space(4.0);
    let shown = ui.label(bold(&*told).color(palette.warning));
    named(&shown, Role::Label, &told);
    ui.indent(&failure.targets, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        for reason in &failure.reasons {
            ui.label(reason);
        }
    });
}

/// The files that no longer belong, the first of them by name.
fn leftovers_ui(ui: &mut Ui, words: &Words, leftovers: &[Leftover]) {
    const NAMED: usize = 20;
    if leftovers.is_empty() {
        return;
    }
    let count = [("count", leftovers.len().into())];
    ui.label(words.say_of("export-leftovers", &count));
    for leftover in leftovers.iter().take(NAMED) {
        ui.weak(leftover.path());
    }
    if leftovers.len() > NAMED {
        let more = [("count", (leftovers.len() - NAMED).into())];
        ui.weak(words.say_of("export-more", &more));
    }
}
