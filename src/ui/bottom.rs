//! The panel at the bottom: what was found about the charter, and the steps of the history.

use egui::{Align, Layout, Panel, RichText, Role, ScrollArea, Sense, Ui, vec2};
use egui_material_icons::icons::{ICON_CLOSE, ICON_DELETE, ICON_ERROR, ICON_INFO};

use super::everywhere::Everywhere;
use super::find::Step;
use super::history::HistoryState;
use super::line::{Weight, letters, paint_ground, paint_icon, paint_words, words_within};
use super::releases::ReleasesState;
use super::scene::{Action, Scene};
use super::theme::Palette;
use super::translations::Translations;
use super::widgets::{icon_button, named, named_edge, panel_id};
use crate::messages;
use crate::model::{Finding, Problem};
use crate::workspace::{Jobs, Session};

/// What the panel shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Tab {
    #[default]
    Findings,
    History,
    Releases,
    /// Words that are looked for everywhere.
    Everywhere,
    /// What is to be translated.
    Translations,
}

impl Tab {
    /// Whether what it shows needs more room than a few lines.
    fn is_tall(self) -> bool {
        self == Self::Everywhere
    }
}

/// What the panel remembers between frames.
#[derive(Default)]
pub struct Bottom {
    pub tab: Tab,
    /// The finding that was gone to last.
    finding: Option<Finding>,
    history: HistoryState,
    releases: ReleasesState,
    everywhere: Everywhere,
    translations: Translations,
    /// Whether the tab that is shown gets the cursor once it is drawn.
    wants_cursor: bool,
}

const LINE: f32 = 30.0;

impl Bottom {
    /// Puts the cursor into the panel once it is drawn.
    pub fn take_cursor(&mut self) {
        self.wants_cursor = true;
    }

    /// Puts the cursor where words are looked for everywhere.
    pub fn find_everywhere(&mut self, words: Option<String>) {
        self.everywhere.open(words);
    }

    /// The same, with the field for other words.
    pub fn replace_everywhere(&mut self, words: Option<String>) {
        self.everywhere.open_to_replace(words);
    }

    /// Goes to the next text to translate or the one before.
    pub fn step_translation(&mut self, step: Step) {
        self.translations.step(step);
    }

    /// One for another collection.
    #[must_use]
    pub fn anew(&self) -> Self {
        Self {
            tab: self.tab,
            ..Self::default()
        }
    }

    /// Shows the panel with the height that it was given last; tells its height now, but of what
    /// keeps one of its own.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        (session, jobs): (&Session, &Jobs),
        height: Option<f32>,
        actions: &mut Vec<Action>,
    ) -> Option<f32> {
        let room = ui.available_height();
        // What needs more room keeps a height of its own.
        let (name, least) = if self.tab.is_tall() {
            ("bottom-tall", (room * 0.5).min(320.0))
        } else {
            ("bottom", 190.0)
        };
        let height = height.filter(|_| !self.tab.is_tall());
        let panel = Panel::bottom(name)
            .resizable(true)
            .default_size(height.unwrap_or(least))
            .min_size(90.0)
            .max_size((room * 0.6).max(90.0));
        let id = panel_id(ui, name);
        let shown = panel.show(ui, |ui| {
            if self.tab.is_tall() {
                // It has its room before anything is found, too.
                ui.set_min_height(ui.available_height());
            }
            ui.add_space(2.0);
            self.tabs_ui(ui, scene, actions);
            ui.separator();
            match self.tab {
                Tab::Findings => self.findings_ui(ui, scene, actions),
                Tab::History => self.history.ui(ui, scene, session, actions),
                Tab::Releases => self.releases.ui(ui, scene, actions),
                Tab::Everywhere => self.everywhere.ui(ui, scene, (session, jobs), actions),
                Tab::Translations => self.translations.ui(ui, scene, (session, jobs), actions),
            }
        });
        named_edge(ui.ctx(), id, &scene.words.say("resize-bottom"));
        (!self.tab.is_tall()).then(|| shown.response.rect.height())
    }

    fn tabs_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
        let words = scene.words;
        ui.horizontal(|ui| {
            let count = scene.document.findings.len();
            let findings = words.say_of("tab-findings", &[("count", count.into())]);
            for (tab, label) in [
                (Tab::Findings, findings),
                (Tab::Releases, words.say("tab-releases")),
                (Tab::History, words.say("tab-history")),
                (Tab::Everywhere, words.say("tab-everywhere")),
                (Tab::Translations, words.say("tab-translations")),
            ] {
                let button = ui.selectable_label(self.tab == tab, &*label);
                named(&button, Role::RadioButton, &label);
                if self.tab == tab && std::mem::take(&mut self.wants_cursor) {
                    button.request_focus();
                }
                if button.clicked() {
                    self.tab = tab;
                }
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if icon_button(ui, ICON_CLOSE, &words.say("bottom-close"), true).clicked() {
                    actions.push(Action::HideBottom);
                }
            });
        });
    }

    fn findings_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
        let findings = &scene.document.findings;
        if findings.is_empty() {
            ui.label(RichText::new(scene.words.say("no-findings")).weak());
            return;
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        let scroll = ScrollArea::vertical()
            .id_salt("findings")
            .auto_shrink(false);
        scroll.show_rows(ui, LINE, findings.len(), |ui, lines| {
            for finding in findings.get(lines).unwrap_or_default() {
                if finding_ui(ui, scene, finding, actions) {
                    self.finding = Some(Finding::clone(finding));
                    actions.push(Action::GoTo(finding.element.clone()));
                }
            }
        });
    }

    /// The finding after the one that was gone to last, or the first.
    pub fn next_finding(&mut self, scene: &Scene<'_>) -> Option<Finding> {
        let findings = &scene.document.findings;
        let last = self.finding.as_ref();
        let at = last.and_then(|last| findings.iter().position(|it| it == last));
        let next = findings
            .get(at.map_or(0, |at| at + 1))
            .or(findings.first())
            .map(|next| Finding::clone(next));
        self.finding.clone_from(&next);
        next
    }
}

/// A line for a finding: how much it weighs, where it is, and what it is. Tells whether the
/// person goes there.
fn finding_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    finding: &Finding,
    actions: &mut Vec<Action>,
) -> bool {
    let words = scene.words;
    let palette = Palette::now(ui.ctx());
    let (icon, colour, weight) = if finding.problem.blocks_export() {
        (ICON_ERROR, palette.warning, "finding-blocks")
    } else {
        (ICON_INFO, palette.adapted, "finding-minor")
    };
    let place = scene.place_of(&finding.element);
    let problem = messages::problem(words, &finding.problem);
    let told = messages::located_finding(words, finding, &place);
    let mut goes = false;
    ui.push_id(("finding", &finding.element, &finding.problem), |ui| {
        ui.horizontal(|ui| {
            // What adapts something that is gone stands nowhere else.
            let dropped = match finding.problem {
                Problem::Gone => scene.charters().drop_adaptations(&finding.element),
                _ => None,
            };
            let label = words.say("drop-adaptation");
            let aside = if dropped.is_some() { 220.0 } else { 0.0 };
            let width = (ui.available_width() - aside).max(120.0);
            let (rect, response) = ui.allocate_exact_size(vec2(width, LINE), Sense::click());
            let spoken = format!("{} : {told}", words.say(weight));
            named(&response, Role::Button, &spoken);
            paint_ground(ui, &response, rect, None);
            paint_icon(ui, icon, 17.0, rect, rect.left() + 14.0, colour);
            let left = rect.left() + 30.0;
            let of = words.say_of("finding-at", &[("place", place.into())]);
            let mut job = words_within(rect.right() - left - 8.0);
            job.append(&of, 0.0, letters(14.0, Weight::Bold, palette.text));
            let plain = letters(14.0, Weight::Plain, palette.text);
            job.append(&format!(" {problem}"), 0.0, plain);
            let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
            paint_words(ui, galley, rect, left, palette.text);
            goes = response
                .on_hover_text(format!("{}\n{told}", words.say(weight)))
                .clicked();
            if let Some(change) = dropped
                && ui.button((ICON_DELETE.rich_text(), label)).clicked()
            {
                actions.push(Action::Change(change));
            }
        });
    });
    goes
}
