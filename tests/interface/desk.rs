//! A window under test, driven by the names that a screen reader would say.

use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use chartrier::model::{Element, Language, Owner, PlatformId, SectionId};
use chartrier::store::{self, Notation};
use chartrier::ui::picker::{Picked, Picker, Purpose};
use chartrier::ui::{Window, theme};
use chartrier::words::{Interface, Words, kept_together};
use chartrier::workspace::{Session, examples};
use egui::{Key, Modifiers, Theme, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

/// A person's answers to the system's dialogs, given in advance.
#[derive(Default)]
pub struct Answers(pub Mutex<Vec<PathBuf>>);

impl Picker for Answers {
    fn pick(&self, _: Purpose, _: &str, _: Option<&Path>) -> Picked {
        let answer = self.0.lock().expect("no answer panics").pop();
        answer.map_or(Picked::Unavailable, Picked::Path)
    }
}

/// A window under test.
pub struct Desk {
    pub harness: Harness<'static, Option<Window>>,
    pub words: Words,
}

impl Desk {
    /// A window on the examples.
    pub fn with_examples(interface: Interface) -> Self {
        Self::with(Session::unsaved(examples()), interface, Answers::default())
    }

    pub fn with(session: Session, interface: Interface, answers: Answers) -> Self {
        // Larger than any screen, so that nothing is out of sight.
        Self::of_size(vec2(2600.0, 9000.0), session, interface, answers)
    }

    pub fn of_size(size: Vec2, session: Session, interface: Interface, answers: Answers) -> Self {
        let answers: Arc<dyn Picker> = Arc::new(answers);
        Self::of(size, interface, move |ctx| {
            Window::new(session, interface, answers, ctx)
        })
    }

    /// A desk with a window that is made in the first frame.
    pub fn of(
        size: Vec2,
        interface: Interface,
        make: impl FnOnce(&egui::Context) -> Window + 'static,
    ) -> Self {
        Self::of_theme(Theme::Light, size, interface, make)
    }

    pub fn of_theme(
        theme: Theme,
        size: Vec2,
        interface: Interface,
        make: impl FnOnce(&egui::Context) -> Window + 'static,
    ) -> Self {
        let mut make = Some(make);
        let app = move |ui: &mut egui::Ui, window: &mut Option<Window>| {
            let ctx = ui.ctx().clone();
            let window = window.get_or_insert_with(|| {
                let make = make.take().expect("a window is made once");
                make(&ctx)
            });
            // The whole window, as people have it: the harness leaves a margin.
            let whole = ctx.content_rect();
            let mut ui = ui.new_child(egui::UiBuilder::new().max_rect(whole));
            ui.set_clip_rect(whole);
            window.ui(&mut ui);
        };
        let mut harness = Harness::builder()
            .with_size(size)
            .with_theme(theme)
            .with_max_steps(200)
            .with_context_setup(theme::install)
            .build_ui_state(app, None);
        harness.run();
        Self {
            harness,
            words: Words::on_screen(interface),
        }
    }

    pub fn window(&self) -> &Window {
        self.harness
            .state()
            .as_ref()
            .expect("the window is there from the first frame on")
    }

    /// A name as the window has it: a test may write plain spaces where French has others.
    pub fn shown<'a>(&self, label: &'a str) -> &'a str {
        let is_there = |label| self.harness.query_all_by_label_contains(label).next();
        if is_there(label).is_some() {
            return label;
        }
        let together: &'static str = kept_together(label).leak();
        match is_there(together) {
            Some(_) => together,
            None => label,
        }
    }

    pub fn say(&self, key: &str) -> String {
        self.words.say(key).into_owned()
    }

    pub fn click(&mut self, label: &str) -> &mut Self {
        self.acting(label).click();
        self.harness.run();
        self
    }

    /// The widget of that name that something can be done with; others, such as the label
    /// before a field, may have the same.
    pub fn acting<'a>(&'a self, label: &'a str) -> egui_kittest::Node<'a> {
        use egui::accesskit::Role;
        let acts = |node: &egui_kittest::Node<'_>| {
            let node = node.accesskit_node();
            !node.is_disabled()
                && matches!(
                    node.role(),
                    Role::Button | Role::RadioButton | Role::TextInput | Role::MultilineTextInput
                )
        };
        let label = self.shown(label);
        let all: Vec<_> = self.harness.query_all_by_label(label).collect();
        let found = all
            .iter()
            .copied()
            .find(acts)
            .or_else(|| all.first().copied());
        found.unwrap_or_else(|| panic!("nothing is called {label}"))
    }

    pub fn click_containing(&mut self, label: &str) -> &mut Self {
        let label = self.shown(label);
        let all: Vec<_> = self.harness.get_all_by_label_contains(label).collect();
        all.first()
            .unwrap_or_else(|| panic!("nothing is called {label}"))
            .click();
        self.harness.run();
        self
    }

    pub fn focus(&mut self, label: &str) -> &mut Self {
        self.acting(label).focus();
        self.harness.run();
        self
    }

    pub fn type_text(&mut self, text: &str) -> &mut Self {
        self.harness.event(egui::Event::Text(text.to_owned()));
        self.harness.run();
        self
    }

    pub fn press(&mut self, modifiers: Modifiers, key: Key) -> &mut Self {
        self.harness.key_press_modifiers(modifiers, key);
        self.harness.run();
        self
    }

    pub fn shows(&self, label: &str) -> bool {
        self.harness
            .query_all_by_label_contains(self.shown(label))
            .next()
            .is_some()
    }

    /// Drops a file on the window that is opened in the place of what is there.
    pub fn drop_collection(&mut self, path: &Path) -> &mut Self {
        let dropped = Arc::new(crate::dropped::Dropped(path.to_owned()));
        self.harness.input_mut().dropped_files = vec![dropped];
        self.harness.step();
        self
    }

    /// Draws frames until something is so: background work takes its time.
    pub fn wait_until(&mut self, what: &str, is_so: impl Fn(&Self) -> bool) {
        let start = Instant::now();
        while !is_so(self) {
            assert!(
                start.elapsed() < Duration::from_mins(1),
                "waited in vain: {what}"
            );
            std::thread::sleep(Duration::from_millis(5));
            self.harness.step();
        }
    }

    /// Draws frames until what was begun in the background is done, and what that began in turn.
    pub fn settle(&mut self) -> &mut Self {
        let frames_at_rest = Cell::new(0);
        self.wait_until("at rest", |desk| {
            let more = if desk.window().is_working() {
                0
            } else {
                frames_at_rest.get() + 1
            };
            frames_at_rest.set(more);
            more > 3
        });
        self.harness.run();
        self
    }

    /// Undoes until nothing is left, and tells how many steps that took.
    pub fn undo_all(&mut self) -> usize {
        let (steps, _) = self.window().session().steps();
        for _ in 0..steps {
            self.press(Modifiers::COMMAND, Key::Z);
        }
        steps
    }

    pub fn bytes(&self) -> String {
        store::write(self.window().session().collection(), Notation::Ron)
    }

    pub fn body(&self, owner: &Owner, section: &str) -> String {
        let resolved = self
            .window()
            .session()
            .collection()
            .resolve(owner)
            .expect("it is there");
        let element = Element::Body(SectionId::new(section).expect("an id"));
        let (text, _) = resolved.text(&element).expect("a section of the examples");
        text.written(&french()).unwrap_or_default().to_owned()
    }
}

/// The examples, for a person who speaks French.
pub fn french_desk() -> Desk {
    Desk::with_examples(Interface::French)
}

pub fn french() -> Language {
    Language::new("fr").expect("a language")
}

pub fn platform(id: &str) -> Owner {
    Owner::Platform(PlatformId::new(id).expect("an id"))
}

pub const CAF: &str = "data-caf-fr";
pub const COEUR: &str = "opendata-cc-coeurdefrance-fr";
