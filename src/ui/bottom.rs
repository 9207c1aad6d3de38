//! The panel at the bottom: what was found about the charter, and the steps of the history.

use egui::{Align, Layout, Panel, RichText, Role, ScrollArea, Sense, Ui, vec2};
use egui_material_icons::icons::{ICON_CLOSE, ICON_DELETE, ICON_ERROR, ICON_INFO};

use super::command::Command;
use super::history::HistoryState;
use super::line::{Weight, letters, paint_ground, paint_icon, paint_words, words_within};
use super::releases::ReleasesState;
use super::scene::{Action, Scene};
use super::theme::Palette;
use super::widgets::{icon_button, named, named_edge, panel_id};
use crate::messages;
use crate::model::{Finding, Problem};
use crate::workspace::Session;

/// What the panel shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Tab {
    #[default]
    Findings,
    History,
    Releases,
}

/// What the panel remembers between frames.
#[derive(Debug, Default)]
pub struct Bottom {
    pub tab: Tab,
    /// The finding that was gone to last.
    finding: Option<Finding>,
    history: HistoryState,
    releases: ReleasesState,
    /// Whether the tab that is shown gets the cursor once it is drawn.
    wants_cursor: bool,
}

const LINE: f32 = 30.0;

impl Bottom {
    /// Puts the cursor into the panel once it is drawn.
    pub fn take_cursor(&mut self) {
        self.wants_cursor = true;
    }

    /// Shows the panel with the height that it was given last; tells its height now.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        session: &Session,
        height: Option<f32>,
        actions: &mut Vec<Action>,
    ) -> f32 {
        let room = ui.available_height();
        let panel = Panel::bottom("bottom")
            .resizable(true)
            .default_size(height.unwrap_or(190.0))
            .min_size(90.0)
            .max_size((room * 0.6).max(90.0));
        let id = panel_id(ui, "bottom");
        let shown = panel.show(ui, |ui| {
            ui.add_space(2.0);
            self.tabs_ui(ui, scene, actions);
            ui.separator();
            match self.tab {
                Tab::Findings => self.findings_ui(ui, scene, actions),
                Tab::History => self.history.ui(ui, scene, session, actions),
                Tab::Releases => self.releases.ui(ui, scene, actions),
            }
        });
        named_edge(ui.ctx(), id, &scene.words.say("resize-bottom"));
        shown.response.rect.height()
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
                    let command = match self.tab {
                        Tab::Findings => Command::ShowFindings,
                        Tab::History => Command::History,
                        Tab::Releases => Command::ShowReleases,
                    };
                    actions.push(Action::Command(command));
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
