//! What can be done with a section, as a menu.

use egui::containers::menu::MenuButton;
use egui::{Button, Role, ScrollArea, Ui};
use egui_material_icons::icons::ICON_MORE_VERT;

use super::cards::{of_section, section_name};
use super::sections::go_to_new;
use super::{Editor, fact_label};
use crate::model::{Element, FactId, Level, Owner, ResolvedSection, Standing};
use crate::ui::command::Command;
use crate::ui::dialogs::{Dialog, NoteForm};
use crate::ui::menu::{menu_config, menu_item_ui, menu_ui, scrolling_menu_ui};
use crate::ui::scene::{Action, Scene};
use crate::ui::widgets::named;
use crate::workspace::changes::{Direction, NoJoin, Scope};
use crate::workspace::{Change, Place};

/// Where the person is once a section has changed everywhere.
#[derive(Debug, Clone, Copy)]
enum After {
    /// In what was added.
    GoThere,
    /// With the section, wherever it stands then.
    Stay,
    /// Where they were: the section is gone.
    Leave,
}

/// The commands of the menu, in groups.
const GROUPS: [&[Command]; 4] = [
    &[
        Command::AddSection,
        Command::DuplicateSection,
        Command::SplitSection,
        Command::JoinSection,
    ],
    &[
        Command::SectionUp,
        Command::SectionDown,
        Command::Indent,
        Command::Outdent,
    ],
    &[
        Command::HideSection,
        Command::RemoveSection,
        Command::Collapse,
    ],
    &[Command::AddTable, Command::RemoveTable],
];

impl Editor {
    pub(super) fn section_menu_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        section: &ResolvedSection,
        name: &str,
        actions: &mut Vec<Action>,
    ) {
        let label = of_section(scene, "section-menu", name);
        let icon = ICON_MORE_VERT.rich_text().size(18.0);
        let button = Button::new(icon).frame_when_inactive(false);
        let (response, _) = MenuButton::from_button(button)
            .config(menu_config())
            .ui(ui, |ui| {
                ui.set_min_width(280.0);
                scrolling_menu_ui(ui, |ui| self.section_items_ui(ui, scene, section, actions));
            });
        named(&response, Role::Button, &label);
        response.on_hover_text(&*label);
    }

    fn section_items_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        section: &ResolvedSection,
        actions: &mut Vec<Action>,
    ) {
        let words = scene.words;
        for group in GROUPS {
            for command in group {
                let is_possible = self.can_on(*command, scene, section);
                if !is_possible && is_left_out(*command) {
                    continue;
                }
                let label = words.say(command.key());
                let hint = command.with_keys(&words.say(command.hint()), words);
                let reason = reason(scene, section, *command);
                let response = menu_item_ui(ui, is_possible, &label, command.keys(words));
                let response = response.on_hover_text(hint).on_disabled_hover_text(reason);
                if response.clicked() {
                    self.run_on(*command, scene, section, actions);
                    ui.close();
                }
            }
            let shows = |it: &Command| !is_left_out(*it) || self.can_on(*it, scene, section);
            if group.iter().any(shows) {
                ui.separator();
            }
        }
        let charters = scene.charters();
        for (key, change) in [
            ("back-to-place", charters.back_to_place(&section.id)),
            ("back-to-level", charters.back_to_level(&section.id)),
        ] {
            if let Some(change) = change
                && ui.button(words.say(key)).clicked()
            {
                self.moved(section, change, actions);
                ui.close();
            }
        }
        condition_ui(ui, scene, section, actions);
        if ui.button(words.say("note-edit")).clicked() {
            actions.push(Action::Ask(Dialog::Note(note_form(scene, section))));
            ui.close();
        }
        if matches!(scene.standing(&section.origin), Standing::Inherited { .. }) {
            self.everywhere_ui(ui, scene, section, actions);
        }
    }

    /// What changes the section for all that show it.
    fn everywhere_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        section: &ResolvedSection,
        actions: &mut Vec<Action>,
    ) {
        let words = scene.words;
        let charters = scene.charters();
        let id = &section.id;
        let values = [("count", scene.reach_of(&section.origin.holder).into())];
        let moved = |direction| {
            let place = charters.next_place(id, direction)?;
            charters.move_section_to(id, &place, Scope::Everywhere)
        };
        let levelled = |by| {
            let level = other_level(section, by)?;
            charters.set_level(id, level, Scope::Everywhere)
        };
        menu_ui(ui, words.say_of("everywhere-menu", &values), |ui| {
            ui.set_min_width(240.0);
            // Each is made only where the menu is open.
            let (added, removed) = (
                charters.add_section_everywhere(id),
                charters.remove_section_everywhere(id),
            );
            let changes = [
                ("everywhere-add", After::GoThere, added),
                ("everywhere-up", After::Stay, moved(Direction::Up)),
                ("everywhere-down", After::Stay, moved(Direction::Down)),
                ("everywhere-indent", After::Stay, levelled(1)),
                ("everywhere-outdent", After::Stay, levelled(-1)),
                ("everywhere-remove", After::Leave, removed),
            ];
            for (key, after, change) in changes {
                let button = Button::new(words.say(key));
                if ui.add_enabled(change.is_some(), button).clicked() {
                    if let Some(change) = change {
                        self.changed_everywhere(after, section, change, actions);
                    }
                    ui.close();
                }
            }
        });
    }

    fn changed_everywhere(
        &mut self,
        after: After,
        section: &ResolvedSection,
        change: Change,
        actions: &mut Vec<Action>,
    ) {
        match after {
            After::GoThere => go_to_new(change, actions),
            After::Stay => self.moved(section, change, actions),
            After::Leave => actions.push(Action::Change(change)),
        }
    }
}

/// What a menu leaves out where it has no meaning, rather than to show it greyed.
fn is_left_out(command: Command) -> bool {
    matches!(
        command,
        Command::HideSection | Command::RemoveSection | Command::AddTable | Command::RemoveTable
    )
}

/// Why a command has nothing to do on a section.
fn reason(scene: &Scene<'_>, section: &ResolvedSection, command: Command) -> String {
    let key = match command {
        Command::SplitSection => "no-split",
        Command::JoinSection => match scene.charters().may_join(&section.id) {
            Err(NoJoin::First) | Ok(_) => "no-join-first",
            Err(NoJoin::TwoTables) => "no-join-two-tables",
            Err(NoJoin::TableOfModel) => "no-join-table-of-model",
            Err(NoJoin::OtherCondition) => "no-join-condition",
            Err(NoJoin::NoteOfModel) => "no-join-note",
        },
        Command::Indent | Command::Outdent => "no-other-level",
        Command::SectionUp => "no-section-above",
        Command::SectionDown => "no-section-below",
        _ => return String::new(),
    };
    scene.words.say(key).into_owned()
}

/// The level by so many below or above a section's own.
pub fn other_level(section: &ResolvedSection, by: i8) -> Option<Level> {
    let number = section.level.value.number().checked_add_signed(by)?;
    Level::try_from(number).ok()
}

/// The fact that platforms must have for a section to stand there.
fn condition_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    section: &ResolvedSection,
    actions: &mut Vec<Action>,
) {
    let words = scene.words;
    let holder = &section.origin.holder;
    let label = if holder == scene.owner() {
        words.say("condition")
    } else {
        let values = [("count", scene.reach_of(holder).into())];
        words.say_of("condition-everywhere", &values)
    };
    let mut facts: Vec<Option<&FactId>> = vec![None];
    facts.extend(scene.collection.facts.iter().map(|fact| Some(&fact.id)));
    let unknown = section
        .when
        .as_ref()
        .filter(|fact| !scene.collection.facts.contains(fact));
    facts.extend(unknown.map(Some));
    if facts.len() == 1 {
        let none = ui.add_enabled(false, Button::new(&*label));
        none.on_disabled_hover_text(words.say("no-facts"));
        return;
    }
    menu_ui(ui, &*label, |ui| {
        ui.set_min_width(220.0);
        ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
            for fact in facts {
                let label = match fact {
                    None => words.say("condition-none").into_owned(),
                    Some(fact) => fact_label(scene, fact),
                };
                let is_set = section.when.as_ref() == fact;
                // The other edge has its room too.
                let radio = ui.horizontal(|ui| {
                    let radio = ui.radio(is_set, label);
                    ui.add_space(6.0);
                    radio
                });
                if radio.inner.clicked() {
                    let change = scene.charters().set_when(&section.id, fact.cloned());
                    actions.extend(change.map(Action::Change));
                    ui.close();
                }
            }
        });
    });
}

/// The dialog for a section's note.
pub fn note_form(scene: &Scene<'_>, section: &ResolvedSection) -> NoteForm {
    let holder = &section.origin.holder;
    let model = match holder {
        Owner::Model(_) if holder != scene.owner() => Some(scene.name_of(holder)),
        _ => None,
    };
    NoteForm {
        section: section_name(scene, section),
        model,
        holder: holder.clone(),
        id: section.id.clone(),
        place: Place {
            owner: scene.owner().clone(),
            element: element_of(section),
        },
        note: section.note.clone(),
    }
}

/// The element that a section's commands speak of.
pub fn element_of(section: &ResolvedSection) -> Element {
    Element::Section(section.id.clone())
}
