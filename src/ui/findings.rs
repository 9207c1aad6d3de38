//! What is found in charters: in the one that is looked at, in all, or in those of the platforms
//! that were chosen on the board.

use std::sync::Arc;

use egui::{Align, Id, RichText, Role, ScrollArea, Sense, Ui, vec2};
use egui_material_icons::icons::{ICON_DELETE, ICON_ERROR, ICON_INFO};

use super::gathering::Gathering;
use super::line::{
    Weight, is_chosen, letters, paint_ground, paint_icon, paint_words, words_within,
};
use super::places::Places;
use super::scene::{Action, Scene};
use super::theme::Palette;
use super::widgets::named;
use crate::messages;
use crate::model::{Collection, Finding, Owner, PlatformId, Problem};
use crate::workspace::checking::{Checked, Found, check};
use crate::workspace::{Cancel, Jobs, Progress, Session};

const LINE: f32 = 30.0;
/// The room for the way to drop an adaptation.
const DROP: f32 = 220.0;

/// What is remembered of findings between frames.
#[derive(Default)]
pub struct Findings {
    shows: Shows,
    /// The platforms that were chosen to be checked.
    chosen: Option<Arc<[PlatformId]>>,
    found: Gathering<Checked, Counted>,
    places: Places,
    /// The finding that was gone to last, and whose it is.
    last: Option<(Owner, Finding)>,
}

/// What was found, and how much of it keeps a charter from being finished.
struct Counted {
    found: Vec<Found>,
    blocking: usize,
}

impl Counted {
    fn of(
        collection: &Collection,
        checked: &Checked,
        cancel: &Cancel,
        progress: &Progress,
    ) -> Option<Self> {
        let found = check(collection, checked, cancel, progress)?;
        let blocking = found.iter().filter(|it| it.finding.problem.blocks_export());
        Some(Self {
            blocking: blocking.count(),
            found,
        })
    }
}

/// Whose findings are shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Shows {
    /// Those of the charter that is looked at.
    #[default]
    This,
    All,
    /// Those of the platforms that were chosen.
    Chosen,
}

impl Findings {
    /// Shows what is found in the charters of some platforms.
    pub fn check(&mut self, platforms: Arc<[PlatformId]>) {
        self.chosen = Some(platforms);
        self.shows = Shows::Chosen;
    }

    pub fn ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        (session, jobs): (&Session, &Jobs),
        actions: &mut Vec<Action>,
    ) {
        let checked = self.checked();
        if let Some(checked) = &checked
            && self
                .found
                .keep_up(ui, (session, jobs), checked, Counted::of)
        {
            self.places.forget();
        }
        self.bar_ui(ui, scene);
        match checked {
            None => self.this_ui(ui, scene, actions),
            Some(checked) => self.many_ui(ui, scene, &checked, actions),
        }
    }

    /// The platforms whose charters are checked, where it is not that of the one looked at.
    fn checked(&self) -> Option<Checked> {
        match (self.shows, &self.chosen) {
            (Shows::All, _) => Some(Checked::All),
            (Shows::Chosen, Some(chosen)) => Some(Checked::These(Arc::clone(chosen))),
            (Shows::This | Shows::Chosen, _) => None,
        }
    }

    fn bar_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let words = scene.words;
        ui.horizontal_wrapped(|ui| {
            let chosen = self.chosen.as_ref().map(|chosen| chosen.len());
            let choices = [
                (Shows::This, Some(words.say("findings-this"))),
                (Shows::All, Some(words.say("findings-all"))),
                (
                    Shows::Chosen,
                    chosen.map(|count| words.say_of("findings-chosen", &[("count", count.into())])),
                ),
            ];
            for (shows, label) in choices {
                let Some(label) = label else { continue };
                let button = ui.selectable_label(self.shows == shows, &*label);
                named(&button, Role::RadioButton, &label);
                if button.clicked() {
                    self.shows = shows;
                }
            }
            let Some(checked) = self.checked() else {
                return;
            };
            if let Some(found) = self.found.made_for(&checked) {
                ui.separator();
                let counts = [("count", found.found.len()), ("blocking", found.blocking)];
                let key = match found.blocking {
                    1.. if found.blocking == found.found.len() => "findings-all-block",
                    _ => "findings-count",
                };
                ui.label(messages::counted(words, key, &counts));
            }
            self.found.progress_ui(ui, words);
        });
    }

    fn this_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
        let findings = &scene.document.findings;
        if findings.is_empty() {
            ui.label(RichText::new(scene.words.say("no-findings")).weak());
            return;
        }
        lines(ui, findings.len(), |ui, at| {
            let Some(finding) = findings.get(at) else {
                return;
            };
            let place = scene.place_of(&finding.element);
            let mut goes = false;
            ui.horizontal(|ui| {
                // What adapts something that is gone stands nowhere else.
                let dropped = match finding.problem {
                    Problem::Gone => scene.charters().drop_adaptations(&finding.element),
                    _ => None,
                };
                let aside = if dropped.is_some() { DROP } else { 0.0 };
                let width = (ui.available_width() - aside).max(120.0);
                goes = finding_ui(ui, scene, finding, width, (at, None, &place));
                let label = scene.words.say("drop-adaptation");
                if let Some(change) = dropped
                    && ui.button((ICON_DELETE.rich_text(), label)).clicked()
                {
                    actions.push(Action::Change(change));
                }
            });
            if goes {
                self.last = Some((scene.owner().clone(), Finding::clone(finding)));
                actions.push(Action::GoTo(finding.element.clone()));
            }
        });
    }

    fn many_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        checked: &Checked,
        actions: &mut Vec<Action>,
    ) {
        let Some(Counted { found, .. }) = self.found.made_for(checked) else {
            return;
        };
        if found.is_empty() {
            ui.label(RichText::new(scene.words.say("no-findings")).weak());
            return;
        }
        let (places, last) = (&mut self.places, &mut self.last);
        lines(ui, found.len(), |ui, at| {
            let Some(Found { platform, finding }) = found.get(at) else {
                return;
            };
            let owner = Owner::Platform(platform.clone());
            let place = places.of(scene, &owner, &finding.element);
            let name = scene.name_of(&owner);
            let width = ui.available_width();
            if finding_ui(ui, scene, finding, width, (at, Some(&name), &place)) {
                actions.push(visit(&owner, finding));
                *last = Some((owner, finding.clone()));
            }
        });
    }

    /// The finding after the one that was gone to last, or the first of those that are shown.
    pub fn next(&mut self, scene: &Scene<'_>) -> Option<(Owner, Finding)> {
        let is_last = |owner: &Owner, finding: &Finding| {
            let last = self.last.as_ref();
            last.is_some_and(|(of, last)| of == owner && last == finding)
        };
        let checked = self.checked();
        let found = checked.and_then(|checked| self.found.made_for(&checked));
        let next = if let Some(Counted { found, .. }) = found {
            let owner = |it: &Found| Owner::Platform(it.platform.clone());
            let at = found.iter().position(|it| is_last(&owner(it), &it.finding));
            let next = found.get(at.map_or(0, |at| at + 1)).or(found.first());
            next.map(|it| (owner(it), it.finding.clone()))
        } else {
            let findings = &scene.document.findings;
            let at = findings.iter().position(|it| is_last(scene.owner(), it));
            let next = findings.get(at.map_or(0, |at| at + 1)).or(findings.first());
            next.map(|it| (scene.owner().clone(), Finding::clone(it)))
        };
        self.last.clone_from(&next);
        next
    }
}

/// The way to what was found in a charter.
fn visit(owner: &Owner, finding: &Finding) -> Action {
    Action::Visit {
        owner: owner.clone(),
        language: None,
        element: finding.element.clone(),
        words: None,
    }
}

/// Lines of which those in sight are drawn.
fn lines(ui: &mut Ui, count: usize, mut line: impl FnMut(&mut Ui, usize)) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let scroll = ScrollArea::vertical().id_salt("findings");
    let scroll = scroll.auto_shrink(false);
    scroll.show_rows(ui, LINE, count, |ui, rows| {
        for at in rows {
            line(ui, at);
        }
    });
}

/// A line for a finding: how much it weighs, whose it is where others stand beside it, where, and
/// what it is. Tells whether the person goes there.
fn finding_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    finding: &Finding,
    width: f32,
    (row, name, place): (usize, Option<&str>, &str),
) -> bool {
    let words = scene.words;
    let palette = Palette::now(ui.ctx());
    let (icon, colour, weight) = if finding.problem.blocks_export() {
        (ICON_ERROR, palette.warning, "finding-blocks")
    } else {
        (ICON_INFO, palette.adapted, "finding-minor")
    };
    let place = match name {
        Some(name) => format!("{name} · {place}"),
        None => place.to_owned(),
    };
    let of = words.say_of("finding-at", &[("place", place.into())]);
    let problem = messages::problem(words, &finding.problem);
    let told = format!("{of} {problem}");
    let (_, rect) = ui.allocate_space(vec2(width, LINE));
    let response = ui.interact(rect, Id::unique(("finding", row)), Sense::click());
    named(
        &response,
        Role::Button,
        &format!("{} : {told}", words.say(weight)),
    );
    if response.gained_focus() {
        response.scroll_to_me(Some(Align::Center));
    }
    paint_ground(ui, &response, rect, None);
    paint_icon(ui, icon, 17.0, rect, rect.left() + 14.0, colour);
    let left = rect.left() + 30.0;
    let mut job = words_within(rect.right() - left - 8.0);
    job.append(&of, 0.0, letters(14.0, Weight::Bold, palette.text));
    let plain = letters(14.0, Weight::Plain, palette.text);
    job.append(&format!(" {problem}"), 0.0, plain);
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    paint_words(ui, galley, rect, left, palette.text);
    is_chosen(
        ui,
        &response.on_hover_text(format!("{}\n{told}", words.say(weight))),
    )
}
