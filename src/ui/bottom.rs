//! The panel at the bottom: what is found in charters, the steps of the history, releases, words
//! that are looked for everywhere, and what is to be translated.

use std::sync::Arc;

use egui::{Align, Layout, Panel, Role, Ui};
use egui_material_icons::icons::ICON_CLOSE;

use super::everywhere::Everywhere;
use super::find::Step;
use super::findings::Findings;
use super::history::HistoryState;
use super::releases::ReleasesState;
use super::scene::{Action, Scene};
use super::translations::Translations;
use super::widgets::{icon_button, named, named_edge, panel_id};
use crate::model::{Finding, Owner, PlatformId};
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
    findings: Findings,
    history: HistoryState,
    releases: ReleasesState,
    everywhere: Everywhere,
    translations: Translations,
    /// Whether the tab that is shown gets the cursor once it is drawn.
    wants_cursor: bool,
}

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

    /// Shows what is found in the charters of some platforms.
    pub fn check(&mut self, platforms: Arc<[PlatformId]>) {
        self.findings.check(platforms);
    }

    /// The finding after the one that was gone to last, or the first of those that are shown, and
    /// whose it is.
    pub fn next_finding(&mut self, scene: &Scene<'_>) -> Option<(Owner, Finding)> {
        self.findings.next(scene)
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
            ("bottom", (room * 0.36).clamp(190.0, 280.0))
        };
        let height = height.filter(|_| !self.tab.is_tall());
        let panel = Panel::bottom(name)
            .resizable(true)
            .default_size(height.unwrap_or(least))
            .min_size(90.0)
            .max_size((room * 0.6).max(90.0));
        let id = panel_id(ui, name);
        let shown = panel.show(ui, |ui| {
            // It is as high whatever there is to show.
            ui.set_min_height(ui.available_height());
            ui.add_space(2.0);
            self.tabs_ui(ui, scene, actions);
            ui.separator();
            match self.tab {
                Tab::Findings => self.findings.ui(ui, scene, (session, jobs), actions),
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
}
