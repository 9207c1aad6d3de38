//! Going from place to place: to what was chosen, found or undone, and back again.

use std::ops::Range;
use std::sync::Arc;

use egui::Context;

use super::Window;
use crate::messages;
use crate::model::{Element, Language, Owner, PlatformId, Text};
use crate::ui::bottom::Tab;
use crate::ui::dialogs::Dialog;
use crate::ui::find::Step;
use crate::ui::palette::Palette;
use crate::ui::quick_open::{QuickOpen, Target};
use crate::ui::trail::{Leaving, Spot};
use crate::workspace::{Place, Session};

impl Window {
    /// Where the person is.
    fn here(&self) -> Option<Spot> {
        Some(Spot {
            owner: self.view.owner.clone()?,
            language: self.view.language.clone(),
            element: self.editor.focus.clone(),
        })
    }

    /// Notes where the person is before they go elsewhere.
    pub(super) fn leave_for_place(
        &mut self,
        owner: Option<&Owner>,
        element: Option<&Element>,
        why: Leaving,
    ) {
        let Some(here) = self.here() else {
            return;
        };
        let stays = owner.is_none_or(|owner| *owner == here.owner)
            && (element.is_none() || element == here.element.as_ref());
        if !stays {
            self.trail.leave(here, why);
        }
    }

    /// Goes to a charter, and to an element of it.
    pub(super) fn visit(&mut self, target: Target) {
        let Target { owner, element } = target;
        self.leave_board();
        self.leave_for_place(Some(&owner), element.as_ref(), Leaving::Going);
        self.look_at(owner);
        if let Some(element) = element {
            self.editor.go_to(element);
        }
    }

    /// Goes to words of a charter, in the language that they are in.
    pub(super) fn visit_words(
        &mut self,
        owner: Owner,
        language: Option<&Language>,
        element: Element,
        words: Option<Range<usize>>,
    ) {
        self.leave_board();
        self.leave_for_place(Some(&owner), Some(&element), Leaving::Searching);
        self.look_at(owner);
        if let Some(language) = language {
            self.write_in(language);
        }
        match words {
            Some(words) => self.editor.select(element, words),
            None => self.editor.go_to(element),
        }
    }

    pub(super) fn look_at(&mut self, owner: Owner) {
        if self.view.owner.as_ref() == Some(&owner) {
            return;
        }
        self.view.session.seal();
        self.editor.leave();
        self.preview.leave();
        self.view.owner = Some(owner);
        self.look_at_something();
    }

    pub(super) fn speak(&mut self, language: Language) {
        self.view.session.seal();
        self.view.language = language;
        self.view.refresh();
        self.editor.leave();
        self.preview.leave();
    }

    /// Looks at something that is there.
    pub(super) fn look_at_something(&mut self) {
        if self.view.look_at_something() {
            self.editor.leave();
            self.preview.leave();
        }
    }

    pub(super) fn go_back(&mut self) {
        if let Some(here) = self.here() {
            let session = &mut self.view.session;
            let spot = self.trail.back(here, |spot| is_there(session, spot));
            self.return_to(spot);
        }
    }

    pub(super) fn go_forward(&mut self) {
        if let Some(here) = self.here() {
            let session = &mut self.view.session;
            let spot = self.trail.forward(here, |spot| is_there(session, spot));
            self.return_to(spot);
        }
    }

    fn return_to(&mut self, spot: Option<Spot>) {
        let Some(spot) = spot else {
            return;
        };
        self.leave_board();
        self.look_at(spot.owner);
        self.write_in(&spot.language);
        if let Some(element) = spot.element {
            self.editor.go_to(element);
        }
    }

    /// Looks at a language, where the charter has it and it is another.
    fn write_in(&mut self, language: &Language) {
        let Some(owner) = &self.view.owner else {
            return;
        };
        let languages = self.view.session.collection().languages_of(owner);
        if self.view.language != *language && languages.contains(language) {
            self.speak(language.clone());
        }
    }

    /// Walks the history, and shows where the last step of the way was: its charter, its
    /// language, and the words that it changed.
    pub(super) fn turn(&mut self, walk: impl FnOnce(&mut Session) -> Option<Place>) {
        let (before, _) = self.view.session.steps();
        let Some(place) = walk(&mut self.view.session) else {
            return;
        };
        let (after, _) = self.view.session.steps();
        let turned = if after < before { after } else { after - 1 };
        let is_there = self
            .view
            .session
            .collection()
            .charter(&place.owner)
            .is_some();
        if is_there {
            if self.view.owner.as_ref() != Some(&place.owner) {
                self.leave_for_place(Some(&place.owner), None, Leaving::Going);
            }
            self.look_at(place.owner);
            self.view.refresh();
            self.show_change(turned, place.element);
        }
        self.look_at_something();
    }

    /// Goes to an element, with the cursor behind the words that a step changed.
    fn show_change(&mut self, step: usize, element: Element) {
        let Some(step) = self.view.session.step(step) else {
            return;
        };
        // In a table, the cell is selected, as spreadsheets do.
        let is_of_a_cell = matches!(element, Element::Cell(_));
        let Some(typed) = step.typed.filter(|_| !is_of_a_cell) else {
            self.editor.go_to(element);
            return;
        };
        let stands = if step.is_done {
            typed.inserted
        } else {
            typed.removed
        };
        let end = typed.at + stands.len();
        let language = typed.language.cloned();
        let text = self.view.scene().and_then(|scene| {
            let (text, _) = scene.resolved.text(&element)?;
            Some(matches!(text, Text::ByLanguage(_)))
        });
        if let (Some(true), Some(language)) = (text, language) {
            self.write_in(&language);
        }
        self.editor.select(element, end..end);
    }

    pub(super) fn open_palette(&mut self) {
        let recent = &self.view.settings.recent_commands;
        let words = &self.view.words;
        let palette = Palette::new(words, recent, |command| self.is_possible(command));
        self.dialog = Some(Dialog::Palette(palette));
    }

    pub(super) fn open_quickly(&mut self) {
        let view = &mut self.view;
        let places = QuickOpen::new(
            &mut view.session,
            &view.words,
            &mut self.known_places,
            view.owner.as_ref(),
            &view.language,
        );
        self.dialog = Some(Dialog::QuickOpen(places));
    }

    /// Opens the find bar on the words that are selected.
    pub(super) fn find(&mut self, ctx: &Context) {
        let words = self.selected_words(ctx);
        self.finder.open(words);
    }

    pub(super) fn find_to_replace(&mut self, ctx: &Context) {
        let words = self.selected_words(ctx);
        self.finder.open_to_replace(words);
    }

    /// Shows where words are looked for everywhere, with those that are selected.
    pub(super) fn find_everywhere(&mut self, ctx: &Context) {
        let words = self.selected_words(ctx);
        self.show_bottom(Tab::Everywhere);
        self.bottom.find_everywhere(words);
    }

    pub(super) fn replace_everywhere(&mut self, ctx: &Context) {
        let words = self.selected_words(ctx);
        self.show_bottom(Tab::Everywhere);
        self.bottom.replace_everywhere(words);
    }

    /// Goes among what is to be translated, which is shown.
    pub(super) fn step_translation(&mut self, step: Step) {
        self.show_bottom(Tab::Translations);
        self.bottom.step_translation(step);
    }

    fn show_bottom(&mut self, tab: Tab) {
        self.view.settings.panels.bottom = true;
        self.bottom.tab = tab;
    }

    fn selected_words(&self, ctx: &Context) -> Option<String> {
        let scene = self.view.scene()?;
        self.editor.selected_words(ctx, &scene)
    }

    /// Shows what is found in the charters of some platforms.
    pub(super) fn check(&mut self, platforms: Arc<[PlatformId]>) {
        self.show_bottom(Tab::Findings);
        self.bottom.check(platforms);
    }

    pub(super) fn next_finding(&mut self) {
        let next = self
            .view
            .scene()
            .and_then(|scene| self.bottom.next_finding(&scene));
        if let Some((owner, finding)) = next {
            self.notice = Some(messages::problem(&self.view.words, &finding.problem));
            self.visit_words(owner, None, finding.element, None);
        }
    }

    /// Shows a tab of the bottom panel; hides the panel where it is shown already.
    pub(super) fn toggle_bottom(&mut self, tab: Tab) {
        let panels = &mut self.view.settings.panels;
        panels.bottom = !panels.bottom || self.bottom.tab != tab;
        self.bottom.tab = tab;
    }
}

/// Whether a place where someone was is still there.
fn is_there(session: &mut Session, spot: &Spot) -> bool {
    let Some(resolved) = session.resolved(&spot.owner) else {
        return false;
    };
    match &spot.element {
        None | Some(Element::Title) => true,
        Some(Element::Section(id)) => resolved.section(id).is_some(),
        Some(Element::Row(row)) => resolved
            .section(&row.section)
            .and_then(|section| section.table.as_ref())
            .is_some_and(|table| table.rows.iter().any(|it| *it.id() == row.row)),
        Some(Element::Cell(cell)) => resolved.cell(cell).is_some(),
        Some(element) => resolved.text(element).is_some(),
    }
}
