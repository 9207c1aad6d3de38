//! Where a text comes from: own, inherited or adapted, in words and with an icon; and how far its
//! changes reach.

use egui::containers::menu::MenuButton;
use egui::{Button, Color32, RichText, Role, Ui};
use egui_material_icons::MaterialIcon;
use egui_material_icons::icons::{
    ICON_EDIT_NOTE, ICON_HOME, ICON_LINK, ICON_PUBLIC, ICON_PUSH_PIN, ICON_UNDO,
};

use super::Editor;
use super::field::origin;
use crate::model::{Element, Owner, Standing, compare_words};
use crate::ui::command::Command;
use crate::ui::dialogs::{Compared, Dialog, DifferenceForm, ThreeWay};
use crate::ui::menu::{menu_config, menu_item_ui};
use crate::ui::scene::{Action, Scene};
use crate::ui::theme::Palette;
use crate::ui::widgets::{badge, named};
use crate::workspace::moved_on::MovedOn;

/// What can be decided about a text, as its menu has them.
const DECISIONS: [Command; 4] = [
    Command::AdaptHere,
    Command::EditEverywhere,
    Command::BackToModel,
    Command::Difference,
];

/// How a text stands, as it is said.
struct Said {
    icon: MaterialIcon,
    words: String,
    colour: Color32,
    hint: String,
}

/// Whether the badge of a text says where that comes from, or that it comes from where the one
/// above does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Telling {
    Whole,
    Too,
}

impl Editor {
    /// The badge of a text, that opens what can be decided about it. `name` is the text's own.
    pub(super) fn origin_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        element: &Element,
        name: &str,
        actions: &mut Vec<Action>,
    ) {
        self.origin_as_ui(ui, scene, element, (name, Telling::Whole), actions);
    }

    /// Whether the same is to be said of where two texts come from. What is adapted is always
    /// said: there is more to it than where it comes from.
    pub(super) fn comes_as(
        &self,
        ui: &Ui,
        scene: &Scene<'_>,
        before: &Element,
        after: &Element,
    ) -> bool {
        let said = |element: &Element| {
            let standing = scene.standing(origin(scene, element)?);
            let is_adapted = matches!(standing, Standing::Adapted { .. });
            (!is_adapted).then(|| self.said(ui, scene, element, standing).words)
        };
        said(after).is_some_and(|after| said(before) == Some(after))
    }

    pub(super) fn origin_as_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        element: &Element,
        (name, telling): (&str, Telling),
        actions: &mut Vec<Action>,
    ) {
        if !tells_origins(scene) {
            return;
        }
        let Some(standing) = origin(scene, element).map(|origin| scene.standing(origin)) else {
            return;
        };
        let said = self.said(ui, scene, element, standing);
        let (Standing::Inherited { from } | Standing::Adapted { from, .. }) = standing else {
            // Where the words of a button would begin.
            ui.add_space(ui.spacing().button_padding.x);
            badge(ui, said.icon, &said.words, said.colour, &said.hint);
            return;
        };
        let icon = said.icon.rich_text().size(15.0).color(said.colour);
        let too = scene.words.say("inherited-too");
        let told = match telling {
            Telling::Whole => said.words.as_str(),
            Telling::Too => &too,
        };
        let text = RichText::new(told).size(12.5).color(said.colour);
        let button = Button::new((icon, text)).small().truncate();
        let (response, _) = MenuButton::from_button(button.frame_when_inactive(false))
            .config(menu_config())
            .ui(ui, |ui| {
                ui.set_min_width(280.0);
                self.decisions_ui(ui, scene, element, from, actions);
            });
        named(&response, Role::Button, &format!("{}, {name}", said.words));
        response.on_hover_text(&said.hint);
        if matches!(standing, Standing::Adapted { .. }) {
            let values = [("name", scene.name_of(from).into())];
            let back = scene.words.say_of("back-to-model", &values);
            let icon = ICON_UNDO.rich_text().size(15.0);
            let undo = ui.add(Button::new(icon).small().frame_when_inactive(false));
            named(&undo, Role::Button, &back);
            if undo.on_hover_text(&*back).clicked() {
                self.decide(Command::BackToModel, scene, element, actions);
            }
        }
    }

    fn said(&self, ui: &Ui, scene: &Scene<'_>, element: &Element, standing: Standing<'_>) -> Said {
        let words = scene.words;
        let palette = Palette::now(ui.ctx());
        let of = |key: &str, from: &Owner| {
            let values = [
                ("name", scene.name_of(from).into()),
                ("count", scene.reach_of(from).into()),
            ];
            words.say_of(key, &values).into_owned()
        };
        let is_everywhere = self.everywhere.as_ref() == Some(element);
        match standing {
            Standing::Own => Said {
                icon: ICON_HOME,
                words: words.say("own").into_owned(),
                colour: palette.weak,
                hint: words.say("own-hint").into_owned(),
            },
            Standing::Inherited { from } if is_everywhere => Said {
                icon: ICON_PUBLIC,
                words: of("everywhere-now", from),
                colour: palette.warning,
                hint: of("everywhere-now-hint", from),
            },
            Standing::Inherited { from } if self.is_ready(scene, element) => Said {
                icon: ICON_PUSH_PIN,
                words: words.say("ready-here").into_owned(),
                colour: palette.adapted,
                hint: of("ready-here-hint", from),
            },
            Standing::Inherited { from } => Said {
                icon: ICON_LINK,
                words: of("inherited", from),
                colour: palette.inherited,
                hint: of("inherited-hint", from),
            },
            Standing::Adapted { from, moved_on } => {
                let key = if moved_on {
                    "adapted-moved-on"
                } else {
                    "adapted"
                };
                Said {
                    icon: ICON_EDIT_NOTE,
                    words: words.say(key).into_owned(),
                    colour: palette.adapted,
                    hint: of("adapted-hint", from),
                }
            }
        }
    }

    fn decisions_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        element: &Element,
        from: &Owner,
        actions: &mut Vec<Action>,
    ) {
        let words = scene.words;
        for command in DECISIONS {
            if !self.can_decide(command, scene, element) {
                continue;
            }
            let label = if command == Command::EditEverywhere {
                let values = [("count", scene.reach_of(from).into())];
                words.say_of("choice-everywhere", &values)
            } else {
                words.say(command.key())
            };
            let response = menu_item_ui(ui, true, &label, command.keys(words));
            let hint = command.with_keys(&words.say(command.hint()), words);
            if response.on_hover_text(hint).clicked() {
                self.decide(command, scene, element, actions);
                ui.close();
            }
        }
    }

    /// Whether the person has said that a text's changes are for this charter alone.
    fn is_ready(&self, scene: &Scene<'_>, element: &Element) -> bool {
        let key = (scene.owner().clone(), element.clone());
        self.here.contains(&key)
    }

    /// Whether there is something to decide about a text.
    pub(super) fn can_decide(
        &self,
        command: Command,
        scene: &Scene<'_>,
        element: &Element,
    ) -> bool {
        let Some(standing) = origin(scene, element).map(|origin| scene.standing(origin)) else {
            return false;
        };
        let is_everywhere = self.everywhere.as_ref() == Some(element);
        match (command, standing) {
            (_, Standing::Own) => false,
            (Command::AdaptHere, Standing::Inherited { .. }) => {
                is_everywhere || !self.is_ready(scene, element)
            }
            (Command::AdaptHere, Standing::Adapted { .. }) => {
                let key = (scene.owner().clone(), element.clone());
                self.undecided.contains(&key)
            }
            (Command::EditEverywhere, Standing::Inherited { .. }) => !is_everywhere,
            (Command::EditEverywhere, Standing::Adapted { .. }) => true,
            (Command::BackToModel, Standing::Adapted { .. }) => true,
            (Command::Difference, Standing::Adapted { .. }) => {
                scene.resolved.text(element).is_some()
            }
            _ => false,
        }
    }

    /// Does what was decided about a text. What is typed next goes on where it was being typed.
    pub(super) fn decide(
        &mut self,
        command: Command,
        scene: &Scene<'_>,
        element: &Element,
        actions: &mut Vec<Action>,
    ) {
        let key = (scene.owner().clone(), element.clone());
        if command == Command::Difference {
            actions.extend(
                difference_form(scene, element)
                    .map(|form| Action::Ask(Dialog::Difference(Box::new(form)))),
            );
            return;
        }
        self.undecided.remove(&key);
        self.announced = None;
        match command {
            Command::AdaptHere => {
                self.everywhere = None;
                self.here.insert(key);
            }
            Command::EditEverywhere => {
                self.here.remove(&key);
                self.everywhere = Some(element.clone());
                actions.extend(scene.charters().spread(element).map(Action::Change));
            }
            _ => {
                self.everywhere = None;
                self.here.remove(&key);
                actions.extend(scene.charters().back_to_model(element).map(Action::Change));
            }
        }
        // A stretch of typing ends here, and the window is drawn again.
        actions.push(Action::Seal);
        self.focus = Some(element.clone());
        if matches!(element, Element::Cell(_)) {
            self.reveal = Some(element.clone());
        } else {
            self.refocus = Some(element.clone());
        }
    }
}

/// Whether texts say where they come from: all of a charter that follows none is its own.
pub fn tells_origins(scene: &Scene<'_>) -> bool {
    let charter = scene.collection.charter(scene.owner());
    charter.is_some_and(|charter| charter.follows().is_some())
}

/// The comparison of an adapted text with what the model says.
fn difference_form(scene: &Scene<'_>, element: &Element) -> Option<DifferenceForm> {
    let Standing::Adapted { from, moved_on } = scene.standing(origin(scene, element)?) else {
        return None;
    };
    let first = scene.collection.first_language();
    let said = |text: &crate::model::Text| text.said(scene.language, &first).text.to_owned();
    let (here, _) = scene.resolved.text(element)?;
    let own = scene.collection.charter(scene.owner())?;
    let model = Owner::Model(own.follows()?.clone());
    let beneath = scene.collection.resolve(&model)?;
    let now = beneath
        .text(element)
        .map_or_else(String::new, |(text, _)| said(text));
    let here = said(here);
    let moved_on = moved_on
        .then(|| MovedOn::of(scene.collection, scene.owner(), element))
        .flatten()
        .and_then(|moved| ThreeWay::new(scene.words, scene.collection, moved));
    let charters = scene.charters();
    Some(DifferenceForm {
        model: scene.name_of(from),
        reach: scene.reach_of(from),
        spans: Compared::new(compare_words(&now, &here)),
        moved_on,
        back: charters.back_to_model(element),
        everywhere: charters.spread(element),
    })
}
