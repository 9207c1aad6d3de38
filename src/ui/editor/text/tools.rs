//! The toolbar of texts. It stands above all of them, so that nothing moves when a text gets the
//! cursor, and it is in sight however long the text is.

use egui::{Button, Role, Ui};

use crate::ui::command::Command;
use crate::ui::editor::Editor;
use crate::ui::scene::{Action, Scene};
use crate::ui::widgets::named;

const TOOLS: [&[Command]; 3] = [
    &[Command::Bold, Command::Italic, Command::Link],
    &[Command::Bullets, Command::Numbers],
    &[Command::InsertField, Command::NoBreakSpace],
];

impl Editor {
    pub(in crate::ui::editor) fn tools_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        actions: &mut Vec<Action>,
    ) {
        let bar = ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            for (number, group) in TOOLS.iter().enumerate() {
                if number > 0 {
                    ui.separator();
                }
                for command in *group {
                    self.tool_ui(ui, scene, *command, actions);
                }
            }
        });
        self.text.tools = Some(bar.response.rect);
    }

    fn tool_ui(&self, ui: &mut Ui, scene: &Scene<'_>, command: Command, actions: &mut Vec<Action>) {
        let Some(icon) = command.icon() else {
            return;
        };
        let name = scene.words.say(command.key());
        let button = Button::new(icon.rich_text().size(18.0)).frame_when_inactive(false);
        let response = ui.add_enabled(self.can_text(command, scene), button);
        named(&response, Role::Button, &name);
        let does = scene.words.say(command.hint());
        let hint = format!("{}\n{does}", command.with_keys(&name, scene.words));
        if response
            .on_hover_text(&hint)
            .on_disabled_hover_text(&hint)
            .clicked()
        {
            actions.push(Action::Command(command));
        }
    }
}
