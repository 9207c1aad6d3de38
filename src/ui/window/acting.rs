//! What the panels ask for, done.

use egui::Context;

use super::Window;
use crate::model::Element;
use crate::ui::quick_open::Target;
use crate::ui::scene::Action;
use crate::ui::trail::Leaving;
use crate::workspace::Change;
use crate::workspace::changes::Scope;

impl Window {
    /// Does what the panels asked for.
    pub(super) fn perform(&mut self, actions: Vec<Action>, ctx: &Context) {
        for action in actions {
            match action {
                Action::Command(command) => self.run(command, ctx),
                Action::About(owner, command) => self.run_about(Some(&owner), command),
                Action::DateToday => self.date_today(ctx),
                Action::Change(change) => {
                    self.make(change);
                }
                Action::Write {
                    element,
                    words,
                    scope,
                } => self.write(&element, &words, scope),
                Action::Seal => self.view.session.seal(),
                Action::Mark => self.mark = Some(self.view.session.mark()),
                Action::TakeBack => {
                    if let Some(mark) = self.mark.take() {
                        self.view.session.take_back(mark);
                        self.look_at_something();
                    }
                }
                Action::LookAt(owner) => self.visit(Target {
                    owner,
                    element: None,
                }),
                Action::Speak(language) => self.speak(language),
                Action::GoTo(element) => {
                    self.leave_board();
                    self.leave_for_place(None, Some(&element), Leaving::Going);
                    self.editor.go_to(element);
                }
                Action::Select(element, words) => {
                    self.leave_board();
                    self.leave_for_place(None, Some(&element), Leaving::Searching);
                    self.editor.select(element, words);
                }
                Action::Visit {
                    owner,
                    language,
                    element,
                    words,
                } => self.visit_words(owner, language.as_ref(), element, words),
                Action::Translate {
                    owner,
                    language,
                    element,
                } => {
                    self.visit_words(owner, Some(&language), element, Some(0..0));
                    self.editor.show_reference();
                }
                Action::HideBottom => self.view.settings.panels.bottom = false,
                Action::JumpTo(steps) => self.turn(|session| session.jump_to(steps)),
                Action::LeaveFor(next) => self.leave_for(next, ctx),
                Action::Prefer(preference) => self.view.settings.set(preference),
                Action::Copy(text, notice) => {
                    ctx.copy_text(text);
                    self.notice = Some(notice);
                }
                Action::Notice(notice) => self.notice = Some(notice),
                Action::OpenAddress(address) => self.open_address(address),
                Action::Ask(dialog) => self.dialog = Some(dialog),
                Action::Export(platforms) => self.ask_export_of(&platforms),
                Action::Check(platforms) => self.check(platforms),
                Action::Releases(wanted) => self.release(wanted),
            }
            ctx.request_repaint();
        }
    }

    /// Makes a text of the charter that is looked at say something else.
    fn write(&mut self, element: &Element, words: &str, scope: Scope) {
        let scene = self.view.scene();
        let change = scene.and_then(|scene| {
            let charters = scene.charters();
            charters.write(element, scene.language, words, scope)
        });
        if let Some(change) = change {
            self.make(change);
        }
    }

    /// Makes a change, and looks at something that is there after it; tells whether it was made.
    pub(super) fn make(&mut self, change: Change) -> bool {
        let is_made = self.is_made(change);
        self.look_at_something();
        is_made
    }

    /// Makes a change, or tells the person why it is refused.
    pub(super) fn is_made(&mut self, change: Change) -> bool {
        self.notice = None;
        let Err(refused) = self.view.session.make(change) else {
            return true;
        };
        let values = [("reason", refused.to_string().into())];
        let message = self.view.words.say_of("refused", &values).into_owned();
        self.tell(message);
        false
    }
}
