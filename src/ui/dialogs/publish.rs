//! The dialog of publishing: what is published, who says so, and for what stands in the way a
//! reason; then what came of it.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use egui::{Key, RichText, ScrollArea, Ui};
use indexmap::IndexMap;

use super::export::ExportForm;
use super::parts::{
    AROUND, Ready, at_the_right, buttons, field_ui, hint_ui, name_ui, progress_ui, room,
};
use super::path::path_field;
use super::{Answer, Surroundings};
use crate::messages::{Reading, place, problem, read_date, short_date};
use crate::model::{self, Collection, Owner, PlatformId};
use crate::ui::picker::Purpose;
use crate::ui::widgets::{named_field, warning};
use crate::words::Words;
use crate::workspace::releases::{Agreement, Asked, Refusal, Refused, Waiver};
use crate::workspace::settings::{ExportChoice, PublishChoice};
use jiff::civil::Date;

/// How many findings have a line each; more are waived by their kind.
const EACH: usize = 8;

/// What is to be published, as it is being said.
#[derive(Debug, Clone)]
pub struct PublishForm {
    pub export: ExportForm,
    number: String,
    date: String,
    by: String,
    note: String,
    agreed_by: String,
    agreed_on: String,
    /// The findings that stood, and the reasons why they may.
    findings: Vec<Finding>,
    /// What came of it, once it is done.
    pub report: Option<Vec<String>>,
    pub running: bool,
}

/// A finding that kept charters from being published, or all of a kind.
#[derive(Debug, Clone)]
struct Finding {
    /// What it is waived by; nothing where it cannot be.
    name: Option<String>,
    /// What it is.
    said: String,
    /// On how many charters it stands.
    count: usize,
    reason: String,
}

impl PublishForm {
    /// The form as it was filled in last: for the platform that is looked at, today.
    #[must_use]
    pub fn new(
        folder: &Path,
        (export, publish): (&ExportChoice, &PublishChoice),
        (collection, path): (&Collection, Option<&Path>),
        (words, today): (&Words, Date),
        this: Option<&PlatformId>,
    ) -> Self {
        Self {
            export: ExportForm::new(folder, export, collection, path).of_this(this),
            number: String::new(),
            date: short_date(words, today),
            by: publish.by.clone(),
            note: String::new(),
            agreed_by: publish.agreed_by.clone(),
            agreed_on: String::new(),
            findings: Vec::new(),
            report: None,
            running: false,
        }
    }

    /// What is asked for; nothing while something of it cannot be understood.
    #[must_use]
    pub fn asked(&self, this: Option<&PlatformId>, collection: &Collection) -> Option<Asked> {
        let request = self.export.request(this, &collection.languages, None);
        let platforms = if self.export.is_of_all() {
            collection
                .platforms
                .iter()
                .map(|it| it.id.clone())
                .collect()
        } else {
            request.platforms
        };
        let number = self.number.trim();
        let agreed_on = self.agreed_on.trim();
        let agreement = (!self.agreed_by.trim().is_empty()).then(|| Agreement {
            by: self.agreed_by.trim().to_owned(),
            on: read_date(agreed_on),
        });
        let is_read = (number.is_empty() || self.number().is_some())
            && (agreed_on.is_empty() || read_date(agreed_on).is_some())
            && !self.by.trim().is_empty();
        let waivers = self.findings.iter().filter_map(|it| {
            Some(Waiver {
                finding: it.name.clone()?,
                reason: it.reason.trim().to_owned(),
            })
        });
        is_read.then_some(Asked {
            platforms,
            languages: request.languages,
            formats: request.formats,
            number: self.number(),
            date: read_date(&self.date)?,
            by: self.by.trim().to_owned(),
            note: self.note.trim().to_owned(),
            agreement,
            waivers: waivers.filter(|it| !it.reason.is_empty()).collect(),
        })
    }

    fn number(&self) -> Option<u32> {
        self.number.trim().parse().ok().filter(|it| *it > 0)
    }

    /// What is remembered of it.
    #[must_use]
    pub fn choice(&self) -> PublishChoice {
        PublishChoice {
            by: self.by.trim().to_owned(),
            agreed_by: self.agreed_by.trim().to_owned(),
        }
    }

    #[must_use]
    pub fn path(&self) -> PathBuf {
        self.export.path()
    }

    /// Asks for reasons for what kept charters from being published; tells whether there is
    /// something that a reason is good for.
    pub fn ask_reasons(
        &mut self,
        words: &Words,
        collection: &Collection,
        refused: &[Refused],
    ) -> bool {
        let standing = || {
            refused.iter().flat_map(|it| {
                let standing = match &it.why {
                    Refusal::Findings(standing) => standing.as_slice(),
                    _ => &[],
                };
                standing.iter().map(|standing| (&it.platform, standing))
            })
        };
        let names: HashSet<String> = standing().map(|(_, it)| it.name()).collect();
        let by_kind = names.len() > EACH;
        let mut findings: IndexMap<String, Finding> = IndexMap::new();
        for (platform, it) in standing() {
            let key = if by_kind {
                it.kind().to_owned()
            } else {
                it.name()
            };
            if let Some(known) = findings.get_mut(&key) {
                known.count += 1;
                continue;
            }
            let mut said = problem(words, &it.finding.problem);
            if !by_kind && let Some(place) = place_of(words, collection, platform, &it.finding) {
                let values = [("said", said.into()), ("place", place.into())];
                said = words.say_of("publish-finding-at", &values).into_owned();
            }
            let name = it.can_be_waived().then(|| key.clone());
            let finding = Finding {
                reason: self.reason_for(name.as_deref()),
                name,
                said,
                count: 1,
            };
            findings.insert(key, finding);
        }
        self.findings = findings.into_values().collect();
        let only_those = refused
            .iter()
            .all(|it| matches!(it.why, Refusal::Findings(_)));
        !self.findings.is_empty() && only_those
    }

    fn reason_for(&self, name: Option<&str>) -> String {
        let known = self.findings.iter().find(|it| it.name.as_deref() == name);
        known.map_or_else(String::new, |it| it.reason.clone())
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, around: &Surroundings<'_>) -> Option<Answer> {
        let words = around.words;
        if let Some(report) = &self.report {
            ui.heading(words.say("publish-told"));
            return report_ui(ui, around, report, &self.path());
        }
        ui.heading(words.say("publish-title"));
        if self.running {
            return running_ui(ui, around);
        }
        let tallest = room(ui, AROUND);
        let browse = ScrollArea::vertical()
            .id_salt("publish")
            .max_height(tallest)
            .min_scrolled_height(tallest)
            .show(ui, |ui| {
                self.findings_ui(ui, words);
                self.fields_ui(ui, words);
                self.export.targets_ui(ui, around);
                self.export.formats_ui(ui, around);
                name_ui(ui, &words.say("export-folder"));
                let purpose = Purpose::ExportFolder;
                let folder = &mut self.export.folder;
                path_field(ui, around, "export-folder", folder, purpose).0
            })
            .inner;
        let this = match around.owner {
            Some(Owner::Platform(id)) => Some(id),
            _ => None,
        };
        let asked = self.asked(this, around.collection);
        let ready = asked.is_some_and(|it| !it.platforms.is_empty() && !it.formats.is_empty());
        let ready = Ready::when(ready && !self.export.folder.trim().is_empty());
        let publish = (&*words.say("publish-do"), Answer::Publish);
        let answer = buttons(ui, words, ready, publish, |_| None);
        browse.or(answer)
    }

    /// What stood in the way, with a line for the reason why it may.
    fn findings_ui(&mut self, ui: &mut Ui, words: &Words) {
        if self.findings.is_empty() {
            return;
        }
        let key = match self.findings.len() {
            1 => "publish-one-finding",
            _ => "publish-findings",
        };
        warning(ui, &words.say(key));
        for finding in &mut self.findings {
            let values = [
                ("said", finding.said.as_str().into()),
                ("count", finding.count.into()),
            ];
            let said = words.say_of("publish-finding-said", &values);
            if finding.name.is_none() {
                ui.label(&*said);
                hint_ui(ui, &words.say("publish-finding-stays"));
                continue;
            }
            ui.label(&*said);
            let edit = egui::TextEdit::singleline(&mut finding.reason)
                .id_salt(("reason", &finding.name))
                .hint_text(&*words.say("publish-reason"))
                .desired_width(f32::INFINITY);
            let response = ui.add(edit);
            let label = [("said", finding.said.as_str().into())];
            named_field(ui, &response, &words.say_of("publish-reason-of", &label));
        }
    }

    fn fields_ui(&mut self, ui: &mut Ui, words: &Words) {
        let required = words.say("required");
        field_ui(ui, &words.say("publish-by"), &mut self.by, &required);
        let next = words.say("publish-number-next");
        let dates = words.say("date-hint");
        ui.columns_const(|[left, right]| {
            let number = words.say("publish-number-field");
            field_ui(left, &number, &mut self.number, &next);
            let date = words.say("publish-date-field");
            field_ui(right, &date, &mut self.date, &dates);
        });
        if read_date(&self.date).is_none() {
            warning(ui, &words.say("publish-date-wrong"));
        }
        field_ui(ui, &words.say("publish-note"), &mut self.note, "");
        let missing = words.say("agreement-missing");
        ui.columns_const(|[left, right]| {
            let by = words.say("publish-agreed-by");
            field_ui(left, &by, &mut self.agreed_by, &missing);
            let on = words.say("publish-agreed-on");
            field_ui(right, &on, &mut self.agreed_on, &dates);
        });
        let agreed_on = self.agreed_on.trim();
        if !agreed_on.is_empty() && read_date(agreed_on).is_none() {
            warning(ui, &words.say("publish-date-wrong"));
        }
    }
}

/// Where something was found in a platform's charter, by its headings.
fn place_of(
    words: &Words,
    collection: &Collection,
    platform: &PlatformId,
    finding: &model::Finding,
) -> Option<String> {
    let resolved = collection.resolve(&Owner::Platform(platform.clone()))?;
    let charter = Reading {
        resolved: &resolved,
        language: words.language(),
        first: &collection.first_language(),
    };
    Some(place(words, charter, &finding.element))
}

fn running_ui(ui: &mut Ui, around: &Surroundings<'_>) -> Option<Answer> {
    let words = around.words;
    progress_ui(ui, around, "exporting");
    at_the_right(ui, |ui| {
        let stopped = ui.button(words.say("export-stop")).clicked();
        stopped.then_some(Answer::CancelExport)
    })
}

fn report_ui(
    ui: &mut Ui,
    around: &Surroundings<'_>,
    report: &[String],
    folder: &Path,
) -> Option<Answer> {
    let words = around.words;
    ScrollArea::vertical().max_height(280.0).show(ui, |ui| {
        for (number, line) in report.iter().enumerate() {
            let line = RichText::new(line);
            ui.label(if number == 0 { line.strong() } else { line });
        }
    });
    let answer = at_the_right(ui, |ui| {
        let closed = ui.button(words.say("close")).clicked();
        let opened = ui.button(words.say("export-open-folder")).clicked();
        let open = opened.then(|| Answer::OpenFolder(folder.to_owned()));
        open.or(closed.then_some(Answer::Close))
    });
    let entered = ui.input(|input| input.key_pressed(Key::Enter));
    answer.or(entered.then_some(Answer::Close))
}
