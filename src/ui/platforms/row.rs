//! A row of the list: a group's name, or a model or a platform with what is worth seeing of it at
//! a glance.

use egui::{
    Align, Align2, Color32, FontId, Key, KeyboardShortcut, Layout, Modifiers, Popup, Rect,
    Response, RichText, Role, Sense, SetOpenCommand, TextStyle, TextWrapMode, Ui, UiBuilder,
    WidgetInfo, WidgetText, pos2, vec2,
};
use egui_material_icons::MaterialIcon;
use egui_material_icons::icons::{
    ICON_ADD, ICON_CHEVRON_RIGHT, ICON_DESCRIPTION, ICON_EDIT_NOTE, ICON_EXPAND_MORE, ICON_LINK,
    ICON_PUBLIC, ICON_PUBLISHED_WITH_CHANGES, ICON_TABLE_VIEW, ICON_WARNING,
};

use super::found::{Group, Row, Rows};
use super::{Platforms, row_id};
use crate::messages::release_name;
use crate::model::Owner;
use crate::ui::command::{Command, spelled};
use crate::ui::line::{paint_ground, paint_words};
use crate::ui::menu::{context_menu, menu_item_ui, popup_menu};
use crate::ui::scene::{Action, Scene, name_of};
use crate::ui::theme::Palette;
use crate::ui::widgets::{bold, icon_button};
use crate::workspace::changes::{Direction, step};
use crate::workspace::releases::Glance as Release;

/// How wide a button in the row of a group is.
const BUTTON: f32 = 26.0;

impl Platforms {
    pub(super) fn group_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        rows: &Rows<'_>,
        group: Group,
        rect: Rect,
        actions: &mut Vec<Action>,
    ) {
        let words = scene.words;
        let is_open = !self.closed.contains(&group);
        let (count, all) = (rows.count(group), rows.all(group));
        let values = [("count", count.into()), ("all", all.into())];
        let key = match (group, rows.found.is_some()) {
            (Group::Models, false) => "models-group",
            (Group::Models, true) => "models-found",
            (Group::Platforms, false) => "platforms",
            (Group::Platforms, true) => "platforms-found",
        };
        let label = words.say_of(key, &values);
        let command = match group {
            Group::Models => Command::AddModel,
            Group::Platforms => Command::AddPlatform,
        };
        let buttons = match group {
            Group::Models => BUTTON,
            Group::Platforms => 2.0 * BUTTON,
        };
        let (header, corner) = rect.split_left_right_at_x(rect.right() - buttons);
        let id = row_id(&Row::Group(group));
        let response = ui.interact(header, id, Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &*label));
        ui.ctx()
            .accesskit_node_builder(id, |node| node.set_expanded(is_open));
        self.keep_cursor(&response, Row::Group(group));
        paint_group(ui, &response, header, &label, is_open);
        let keys = response.has_focus();
        let pressed = |key| keys && ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let fold = pressed(Key::ArrowLeft);
        let unfold = pressed(Key::ArrowRight);
        if (response.clicked() || fold) && is_open {
            self.closed.insert(group);
        } else if (response.clicked() || unfold) && !is_open {
            self.closed.remove(&group);
        }
        if let Some(command) = buttons_ui(ui, scene, corner, (group, command)) {
            actions.push(Action::Command(command));
        }
    }

    pub(super) fn owner_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        rows: &Rows<'_>,
        (owner, rect): (&Owner, Rect),
        actions: &mut Vec<Action>,
    ) {
        if self.renaming.as_ref().is_some_and(|it| it.owner == *owner) {
            self.rename_ui(ui, scene, rect, actions);
            return;
        }
        let id = row_id(&Row::Owner(owner.clone()));
        let response = ui.interact(rect, id, Sense::click_and_drag());
        let glance = Glance::of(scene, owner);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, glance.label(scene)));
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_description(glance.details(scene).join(" · "));
            node.set_selected(glance.is_shown);
        });
        if ui.is_rect_visible(rect) {
            glance.paint(ui, &response, rect);
        }
        self.keep_cursor(&response, Row::Owner(owner.clone()));
        if response.clicked() {
            actions.push(Action::LookAt(owner.clone()));
            self.give_cursor(ui, Row::Owner(owner.clone()));
        }
        if response.drag_started() && self.filter.trim().is_empty() {
            self.dragged = Some(owner.clone());
        }
        let response = response.on_hover_ui(|ui| {
            ui.label(bold(&glance.name));
            for line in glance.details(scene) {
                ui.label(line);
            }
        });
        if response.has_focus() {
            self.owner_keys(ui, scene, rows, owner, actions);
        }
        self.menu_ui(ui, scene, owner, &response, actions);
    }

    fn keep_cursor(&mut self, response: &Response, row: Row) {
        if response.has_focus() {
            if response.gained_focus() {
                response.ctx.request_repaint();
            }
            self.cursor = Some(row);
        }
    }

    fn owner_keys(
        &mut self,
        ui: &Ui,
        scene: &Scene<'_>,
        rows: &Rows<'_>,
        owner: &Owner,
        actions: &mut Vec<Action>,
    ) {
        let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
        let (plain, alt) = (Modifiers::NONE, Modifiers::ALT);
        if pressed(plain, Key::F2) {
            self.rename(owner, scene.collection, scene.words);
        } else if pressed(plain, Key::Delete) {
            let after = neighbour(rows, owner);
            actions.push(Action::About(owner.clone(), Command::RemovePlatform));
            if let Some(after) = after {
                self.give_cursor(ui, Row::Owner(after));
            }
        } else if pressed(alt, Key::ArrowUp) {
            actions.push(Action::About(owner.clone(), Command::MoveUp));
        } else if pressed(alt, Key::ArrowDown) {
            actions.push(Action::About(owner.clone(), Command::MoveDown));
        } else if pressed(plain, Key::Menu) || pressed(Modifiers::SHIFT, Key::F10) {
            self.menu_by_key = Some(owner.clone());
        }
    }

    fn menu_ui(
        &mut self,
        ui: &Ui,
        scene: &Scene<'_>,
        owner: &Owner,
        response: &Response,
        actions: &mut Vec<Action>,
    ) {
        if response.secondary_clicked() {
            self.menu_by_key = None;
        }
        let by_key = self.menu_by_key.as_ref() == Some(owner);
        let is_open = Popup::is_id_open(ui.ctx(), Popup::default_response_id(response));
        let opens = by_key && !is_open && response.has_focus();
        let popup = if by_key {
            let open = opens.then_some(SetOpenCommand::Bool(true));
            popup_menu(response).open_memory(open)
        } else {
            context_menu(response)
        };
        let shown = popup.show(|ui| {
            let first = if opens { Focus::First } else { Focus::AsItIs };
            menu_items_ui(ui, scene, owner, first, actions);
        });
        if by_key && shown.is_none() {
            self.menu_by_key = None;
            if self.renaming.is_none() {
                self.give_cursor(ui, Row::Owner(owner.clone()));
            }
        }
    }
}

/// A group's name, behind the arrow that tells whether its rows are shown.
fn paint_group(ui: &Ui, response: &Response, header: Rect, label: &str, is_open: bool) {
    let palette = Palette::now(ui.ctx());
    paint_ground(ui, response, apart(header), None);
    let icon = if is_open {
        ICON_EXPAND_MORE
    } else {
        ICON_CHEVRON_RIGHT
    };
    let x = icon_at_left(ui, icon, header, header.left() + 4.0, palette.text);
    let width = header.right() - x - 4.0;
    let wrap = Some(TextWrapMode::Truncate);
    let name = WidgetText::from(bold(label)).into_galley(ui, wrap, width, TextStyle::Button);
    paint_words(ui, name, header, x, palette.text);
}

/// The buttons in the corner of a group's row: the one that shows all platforms in a table, and the
/// one that adds to the group; the command of the one that was clicked.
fn buttons_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    corner: Rect,
    (group, add): (Group, Command),
) -> Option<Command> {
    let middle = Layout::left_to_right(Align::Center);
    let inside = UiBuilder::new().max_rect(corner).layout(middle);
    let mut inside = ui.new_child(inside.id_salt(("add", group)));
    // As high as its row, and no higher.
    inside.spacing_mut().button_padding = vec2(4.0, 2.0);
    inside.spacing_mut().item_spacing.x = 0.0;
    let mut clicked = |command: Command, icon| {
        let name = scene.words.say(command.key());
        icon_button(&mut inside, icon, &name, true).clicked()
    };
    let shows_board = group == Group::Platforms
        && !scene.collection.platforms.is_empty()
        && clicked(Command::Board, ICON_TABLE_VIEW);
    if shows_board {
        return Some(Command::Board);
    }
    clicked(add, ICON_ADD).then_some(add)
}

/// The one that gets the cursor when another goes.
fn neighbour(rows: &Rows<'_>, owner: &Owner) -> Option<Owner> {
    let at = rows.position(&Row::Owner(owner.clone()))?;
    let like = |row: Row| match row {
        Row::Owner(other) if Group::of(&other) == Group::of(owner) => Some(other),
        Row::Owner(_) | Row::Group(_) => None,
    };
    let below = rows.at(at + 1).and_then(like);
    below.or_else(|| rows.at(at.checked_sub(1)?).and_then(like))
}

/// What has the cursor in a menu.
#[derive(Clone, Copy, PartialEq)]
enum Focus {
    First,
    AsItIs,
}

fn menu_items_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    owner: &Owner,
    focus: Focus,
    actions: &mut Vec<Action>,
) {
    let words = scene.words;
    ui.set_min_width(190.0);
    let open = ui.button(words.say("list-open"));
    if focus == Focus::First {
        open.request_focus();
    }
    if open.clicked() {
        actions.push(Action::LookAt(owner.clone()));
        ui.close();
    }
    ui.separator();
    let can_move = |direction| step(scene.collection, owner, direction).is_some();
    // The keys of the list, which are about its row; those of the commands are about what is open.
    let keys = |modifiers, key| Some(spelled(&KeyboardShortcut::new(modifiers, key), words));
    for (command, keys, can) in [
        (Command::Rename, keys(Modifiers::NONE, Key::F2), true),
        (Command::Duplicate, None, true),
        (
            Command::MoveUp,
            keys(Modifiers::ALT, Key::ArrowUp),
            can_move(Direction::Up),
        ),
        (
            Command::MoveDown,
            keys(Modifiers::ALT, Key::ArrowDown),
            can_move(Direction::Down),
        ),
        (Command::Properties, None, true),
    ] {
        let name = words.say(command.key());
        if menu_item_ui(ui, can, &name, keys).clicked() {
            actions.push(Action::About(owner.clone(), command));
            ui.close();
        }
    }
    if matches!(owner, Owner::Platform(_)) && ui.button(words.say("list-export")).clicked() {
        actions.extend([
            Action::LookAt(owner.clone()),
            Action::Command(Command::Export),
        ]);
        ui.close();
    }
    ui.separator();
    let remove = Command::RemovePlatform;
    let name = words.say(remove.key());
    let keys = words.say("key-delete").into_owned();
    if menu_item_ui(ui, true, &name, Some(keys)).clicked() {
        actions.push(Action::About(owner.clone(), remove));
        ui.close();
    }
}

/// What is worth seeing of a model or a platform at a glance.
struct Glance<'a> {
    owner: &'a Owner,
    name: String,
    url: &'a str,
    is_shown: bool,
    adapted: usize,
    /// The platforms that a model reaches.
    reach: Option<usize>,
    follows: Option<String>,
    /// Whether what it follows goes without saying: there is no other model.
    follows_the_one: bool,
    /// Whether a finding stands in its way; known of the one looked at.
    is_blocked: bool,
    /// The last release, and whether the charter has changed since.
    release: Option<&'a Release>,
}

impl<'a> Glance<'a> {
    fn of(scene: &Scene<'a>, owner: &'a Owner) -> Self {
        let collection = scene.collection;
        let language = scene.words.language();
        let is_shown = owner == scene.owner();
        let charter = collection.charter(owner);
        let follows = charter.and_then(|charter| charter.follows());
        let url = match owner {
            Owner::Model(_) => "",
            Owner::Platform(id) => collection.platforms.get(id).map_or("", |it| &it.url),
        };
        Self {
            owner,
            name: name_of(collection, owner, language),
            url,
            is_shown,
            adapted: charter.map_or(0, |charter| charter.adaptations().len()),
            reach: match owner {
                Owner::Model(_) => Some(scene.reach_of(owner)),
                Owner::Platform(_) => None,
            },
            follows: follows.map(|id| name_of(collection, &Owner::Model(id.clone()), language)),
            follows_the_one: collection.models.len() < 2,
            is_blocked: is_shown && scene.document.is_blocked(),
            release: match owner {
                Owner::Platform(id) => scene.releases.glances.of(id),
                Owner::Model(_) => None,
            },
        }
    }

    fn label(&self, scene: &Scene<'_>) -> String {
        let kind = match self.owner {
            Owner::Model(_) => "model-named",
            Owner::Platform(_) => "platform-named",
        };
        let values = [
            ("name", self.name.as_str().into()),
            ("adapted", self.adapted.into()),
        ];
        scene.words.say_of(kind, &values).into_owned()
    }

    /// What is known of it, a line each.
    fn details(&self, scene: &Scene<'_>) -> Vec<String> {
        let words = scene.words;
        let mut lines = Vec::new();
        if !self.url.is_empty() {
            lines.push(self.url.to_owned());
        }
        lines.push(match &self.follows {
            Some(name) => words
                .say_of("list-follows", &[("name", name.as_str().into())])
                .into_owned(),
            None => words.say("list-own").into_owned(),
        });
        if self.adapted > 0 {
            let values = [("count", self.adapted.into())];
            lines.push(words.say_of("list-adapted", &values).into_owned());
        }
        if let Some(reach) = self.reach {
            let values = [("count", reach.into())];
            lines.push(words.say_of("list-reach", &values).into_owned());
        }
        if self.is_blocked {
            lines.push(words.say("list-blocked").into_owned());
        }
        if let Some(release) = self.release {
            lines.push(release_name(words, release.number, release.date));
            if release.is_changed {
                lines.push(words.say("release-changed").into_owned());
            }
        }
        lines
    }

    fn paint(&self, ui: &Ui, response: &Response, rect: Rect) {
        let palette = Palette::now(ui.ctx());
        let fill = self.is_shown.then_some(palette.selected);
        paint_ground(ui, response, apart(rect), fill);
        let icon = match self.owner {
            Owner::Model(_) => ICON_DESCRIPTION,
            Owner::Platform(_) => ICON_PUBLIC,
        };
        let left = icon_at_left(ui, icon, rect, rect.left() + 10.0, palette.weak);
        let mut right = rect.right() - 8.0;
        if self.is_blocked {
            right = mark(ui, ICON_WARNING, "", rect, right, palette.warning);
        }
        if self.release.is_some_and(|it| it.is_changed) {
            right = mark(
                ui,
                ICON_PUBLISHED_WITH_CHANGES,
                "",
                rect,
                right,
                palette.adapted,
            );
        }
        if self.adapted > 0 {
            let count = self.adapted.to_string();
            right = mark(ui, ICON_EDIT_NOTE, &count, rect, right, palette.adapted);
        }
        if let Some(reach) = self.reach {
            right = mark(ui, ICON_LINK, &reach.to_string(), rect, right, palette.weak);
        }
        let line = |text: WidgetText, width: f32, style| {
            text.into_galley(ui, Some(TextWrapMode::Truncate), width, style)
        };
        let room = (right - left - 6.0).max(20.0);
        let name = line(self.name.as_str().into(), room, TextStyle::Button);
        // The model's name takes what its own leaves, if that is enough to tell it.
        let left_over = room - name.size().x - 14.0;
        if let Some(follows) = &self.follows
            && !self.follows_the_one
            && left_over > 44.0
        {
            let follows = RichText::new(follows).small();
            let follows = line(follows.into(), left_over, TextStyle::Small);
            let x = right - follows.size().x;
            paint_words(ui, follows, rect, x, palette.weak);
        }
        paint_words(ui, name, rect, left, palette.text);
    }
}

/// A row without the line that parts it from the next.
fn apart(rect: Rect) -> Rect {
    rect.shrink2(vec2(1.0, 1.0))
}

/// Draws an icon at the left of a row; where what follows begins.
fn icon_at_left(ui: &Ui, icon: MaterialIcon, rect: Rect, x: f32, color: Color32) -> f32 {
    let place = pos2(x, rect.center().y);
    let font = FontId::new(16.0, icon.font_family());
    let drawn = ui
        .painter()
        .text(place, Align2::LEFT_CENTER, icon.codepoint, font, color);
    drawn.right() + 6.0
}

/// Draws an icon and a few letters before the right end of a row; where what stands before ends.
fn mark(ui: &Ui, icon: MaterialIcon, words: &str, rect: Rect, right: f32, color: Color32) -> f32 {
    let painter = ui.painter();
    let y = rect.center().y;
    let font = TextStyle::Small.resolve(ui.style());
    let said = painter.text(pos2(right, y), Align2::RIGHT_CENTER, words, font, color);
    let font = FontId::new(15.0, icon.font_family());
    let end = pos2(said.left() - 2.0, y);
    let drawn = painter.text(end, Align2::RIGHT_CENTER, icon.codepoint, font, color);
    drawn.left() - 8.0
}
