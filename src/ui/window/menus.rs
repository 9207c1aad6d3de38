//! The bars at the top and the cursor: the ways of keys into the menus, and the way of the cursor
//! back to where it was, once a menu or a tool has done its work.

use egui::{Context, EventFilter, FocusDirection, Id, Key, Modifiers, Popup, Rect, Response};

use super::Window;

/// What the bars remember between frames.
#[derive(Debug, Default)]
pub struct Menus {
    /// Where the bars are.
    pub place: Option<Rect>,
    /// The button of each menu, and the menu that it opens.
    buttons: Vec<(Id, Id)>,
    /// Whether the first menu gets the cursor once it is drawn.
    to_first: bool,
    /// The frame in which the first line of the open menu gets the cursor: menus that open take
    /// one to find their size.
    goes_in: Option<u64>,
    /// What had the cursor before a menu or a tool took it.
    before: Option<Id>,
    /// The frame by which a click has done what it does: opened a menu, taken the cursor.
    clicked_by: u64,
}

impl Menus {
    /// Begins a frame. What has the cursor when the bars are clicked gets it back.
    pub fn begin(&mut self, ctx: &Context) {
        self.buttons.clear();
        if let Some(frame) = self.goes_in {
            if ctx.cumulative_frame_nr() >= frame {
                self.goes_in = None;
                ctx.memory_mut(|memory| memory.move_focus(FocusDirection::Down));
            }
            ctx.request_repaint();
        }
        let place = self.place;
        let is_clicked = ctx.input(|input| {
            let pointer = &input.pointer;
            let at = pointer.interact_pos().zip(place);
            pointer.primary_pressed() && at.is_some_and(|(at, place)| place.contains(at))
        });
        if is_clicked {
            self.before = ctx.memory(|memory| memory.focused()).or(self.before);
        }
        if ctx.input(|input| input.pointer.any_down() || input.pointer.any_released()) {
            self.clicked_by = ctx.cumulative_frame_nr() + 2;
        }
    }

    /// The keys of the button of a menu.
    pub fn button(&mut self, button: &Response) {
        let ctx = &button.ctx;
        let menu = Popup::default_response_id(button);
        self.buttons.push((button.id, menu));
        if std::mem::take(&mut self.to_first) {
            button.request_focus();
        }
        let is_open = Popup::is_id_open(ctx, menu);
        if is_open || !button.has_focus() {
            return;
        }
        let filter = EventFilter {
            vertical_arrows: true,
            ..EventFilter::default()
        };
        ctx.memory_mut(|memory| memory.set_focus_lock_filter(button.id, filter));
        if ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::ArrowDown)) {
            Popup::open_id(ctx, menu);
            self.goes_in = Some(ctx.cumulative_frame_nr() + 2);
            ctx.request_repaint();
        }
    }

    /// Takes the cursor to the menus or, if it is there, away from them.
    pub fn toggle(&mut self, ctx: &Context) {
        let focused = ctx.memory(|memory| memory.focused());
        let is_open = |(_, menu): &(Id, Id)| Popup::is_id_open(ctx, *menu);
        let is_there = focused.is_some_and(|it| self.is_button(it));
        if is_there || self.buttons.iter().any(is_open) {
            Popup::close_all(ctx);
            if let Some(focused) = focused {
                ctx.memory_mut(|memory| memory.surrender_focus(focused));
            }
        } else {
            self.before = focused;
            self.to_first = true;
        }
    }

    fn is_button(&self, id: Id) -> bool {
        self.buttons.iter().any(|(button, _)| *button == id)
    }
}

impl Window {
    /// Gives the cursor back to what had it before a menu or a tool did.
    pub(super) fn leave_menus(&mut self, ctx: &Context) {
        let Some(before) = self.menus.before else {
            return;
        };
        let is_clicking = ctx.cumulative_frame_nr() < self.menus.clicked_by;
        let is_busy = self.menus.to_first || self.dialog.is_some() || self.chosen.is_some();
        if is_clicking {
            if !ctx.input(|input| input.pointer.any_down()) {
                ctx.request_repaint();
            }
            return;
        }
        if is_busy || Popup::is_any_open(ctx) {
            return;
        }
        let focused = ctx.memory(|memory| memory.focused());
        if focused.is_some_and(|it| self.menus.is_button(it)) {
            return;
        }
        self.menus.before = None;
        if focused.is_some() {
            return;
        }
        let scene = self.view.scene();
        match scene.filter(|scene| self.editor.wrote_in(scene, before)) {
            Some(scene) => self.editor.back_to_text(&scene),
            None => ctx.memory_mut(|memory| memory.request_focus(before)),
        }
        ctx.request_repaint();
    }
}
