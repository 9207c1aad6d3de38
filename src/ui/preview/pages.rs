//! The pages of the PDF, as they will be printed: live, zoomed, each place leading to its source.
//!
//! They are laid out by a job, one at a time, when the charter or its looks have changed and the
//! person has paused; until new pages are there, the last good ones stay. What is in sight is
//! painted by jobs too, at the size at which it is seen, and kept as textures; what is far out of
//! sight is forgotten. No frame waits.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use egui::{
    ColorImage, Key, Modifiers, Rect, Response, Role, ScrollArea, Sense, Stroke, StrokeKind,
    TextureHandle, TextureOptions, Ui, WidgetInfo, pos2, vec2,
};
use egui_material_icons::icons::{ICON_FIT_WIDTH, ICON_ZOOM_IN, ICON_ZOOM_OUT};

use crate::document::Document;
use crate::messages;
use crate::render::pdf::Raster;
use crate::render::{Design, RenderError};
use crate::ui::scene::{Action, Scene};
use crate::ui::theme::Palette;
use crate::ui::widgets::icon_button;
use crate::workspace::settings::PageZoom;
use crate::workspace::typesetting::{self, Laid};
use crate::workspace::{Job, Jobs, Outcome};

/// How long the person has to have paused before pages are laid out anew.
const PAUSE: Duration = Duration::from_millis(150);
/// Between two pages, and around them.
const GAP: f32 = 12.0;
/// Points on the screen to a point on paper, at a hundred percent.
const LIFE_SIZE: f32 = 96.0 / 72.0;
/// The percents that are gone through.
const STEPS: [u16; 10] = [25, 50, 67, 80, 100, 125, 150, 200, 300, 400];
/// The most pixels of a painted page: what does not fit is painted coarser.
const MOST_PIXELS: f32 = 24.0e6;
/// How far an arrow key scrolls.
const LINE: f32 = 48.0;

/// What the pages remember between frames.
#[derive(Debug, Default)]
pub struct Sheets {
    shown: Option<Shown>,
    /// Why the last document could not be laid out.
    trouble: Option<String>,
    laying: Option<(Job<Result<Laid, RenderError>>, For)>,
    /// What was last laid out, or failed to be.
    done: Option<For>,
    /// What waits for the pause to end, and since when.
    waiting: Option<(For, f64)>,
    /// Counts what was laid out, so that pictures know which they are of.
    round: u64,
    pictures: BTreeMap<usize, Painted>,
    painting: BTreeMap<usize, (Job<Option<Raster>>, Look)>,
    /// How many pages there are room for at this zoom.
    scale: f32,
    /// How much is scrolled by the keys.
    scroll_by: f32,
}

/// Pages that are there.
#[derive(Debug)]
struct Shown {
    laid: Arc<Laid>,
    round: u64,
}

/// What pages are of.
#[derive(Debug, Clone)]
struct For {
    document: Arc<Document>,
    design: Option<Arc<Design>>,
}

/// How a page was painted: of which round, at which scale.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Look {
    round: u64,
    scale: f32,
}

struct Painted {
    texture: TextureHandle,
    look: Look,
}

impl std::fmt::Debug for Painted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.look.fmt(f)
    }
}

impl For {
    fn of(scene: &Scene<'_>) -> Self {
        Self {
            document: Arc::clone(scene.document),
            design: scene.design.as_ref().ok().cloned(),
        }
    }

    fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.document, &other.document)
            && self.design.as_ref().map(Arc::as_ptr) == other.design.as_ref().map(Arc::as_ptr)
    }
}

impl Sheets {
    /// Forgets the charter that was looked at.
    pub fn leave(&mut self) {
        let round = self.round;
        *self = Self::default();
        // Pictures that are still being painted are of no page any more.
        self.round = round + 1;
    }

    /// How large they are, and how many.
    pub fn header_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, zoom: &mut PageZoom) {
        let words = scene.words;
        let percent = (self.scale / LIFE_SIZE * 100.0).round();
        let smaller = STEPS
            .iter()
            .rev()
            .find(|step| f32::from(**step) < percent - 0.5);
        let larger = STEPS.iter().find(|step| f32::from(**step) > percent + 0.5);
        let out = words.say("preview-pages-out");
        if icon_button(ui, ICON_ZOOM_OUT, &out, smaller.is_some()).clicked() {
            *zoom = smaller.map_or(*zoom, |step| PageZoom::Percent(*step));
        }
        let into = words.say("preview-pages-in");
        if icon_button(ui, ICON_ZOOM_IN, &into, larger.is_some()).clicked() {
            *zoom = larger.map_or(*zoom, |step| PageZoom::Percent(*step));
        }
        let width = words.say("preview-pages-width");
        if icon_button(ui, ICON_FIT_WIDTH, &width, *zoom != PageZoom::Width).clicked() {
            *zoom = PageZoom::Width;
        }
        if let Some(shown) = &self.shown {
            let values = [("pages", shown.laid.sizes().len().into())];
            ui.weak(words.say_of("preview-pages-count", &values));
        }
        if self.laying.is_some() {
            ui.spinner();
        }
    }

    pub fn ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        jobs: &Jobs,
        wants_cursor: bool,
        actions: &mut Vec<Action>,
    ) {
        self.lay_out(ui, scene, jobs);
        self.take_pictures(ui);
        if let Some(trouble) = &self.trouble {
            ui.colored_label(ui.visuals().error_fg_color, trouble);
            ui.add_space(4.0);
        }
        let Some(shown) = &self.shown else {
            if self.trouble.is_none() {
                ui.weak(scene.words.say("preview-pages-making"));
            }
            return;
        };
        let (laid, round) = (Arc::clone(&shown.laid), shown.round);
        self.scale = scale_for(ui, &laid, scene.settings.preview.zoom);
        self.pages_ui(ui, scene, jobs, &laid, round, wants_cursor, actions);
    }

    /// Has pages laid out where what they are of has changed, and takes those that are done.
    fn lay_out(&mut self, ui: &Ui, scene: &Scene<'_>, jobs: &Jobs) {
        self.take_pages(scene);
        let now = For::of(scene);
        if self.done.as_ref().is_some_and(|done| done.is(&now)) {
            self.waiting = None;
            return;
        }
        if let Err(error) = scene.design {
            self.trouble = Some(messages::design_error(scene.words, error));
            self.done = Some(now);
            return;
        }
        if self.laying.is_some() {
            return;
        }
        let time = ui.input(|input| input.time);
        // The first pages come at once.
        let since = match &self.waiting {
            Some((waiting, since)) if waiting.is(&now) => *since,
            _ => time,
        };
        let left = PAUSE.as_secs_f64() - (time - since);
        if self.shown.is_some() && left > 0.0 {
            self.waiting = Some((now, since));
            ui.ctx()
                .request_repaint_after(Duration::from_secs_f64(left));
            return;
        }
        self.waiting = None;
        let (document, design) = (Arc::clone(&now.document), now.design.clone());
        let job =
            jobs.start(move |_, _| typesetting::lay_out(&document, &design.unwrap_or_default()));
        self.laying = Some((job, now));
    }

    fn take_pages(&mut self, scene: &Scene<'_>) {
        let Some((job, of)) = self.laying.take() else {
            return;
        };
        match job.outcome() {
            Outcome::Running => self.laying = Some((job, of)),
            Outcome::Done(Ok(laid)) => {
                self.round += 1;
                self.shown = Some(Shown {
                    laid: Arc::new(laid),
                    round: self.round,
                });
                self.trouble = None;
                self.done = Some(of);
            }
            Outcome::Done(Err(error)) => {
                self.trouble = Some(messages::render_error(scene.words, &error));
                self.done = Some(of);
            }
            Outcome::Lost => {
                self.trouble = Some(scene.words.say("preview-pages-lost").into_owned());
                self.done = Some(of);
            }
        }
    }

    /// Takes the pictures that have been painted.
    fn take_pictures(&mut self, ui: &Ui) {
        let mut running = BTreeMap::new();
        for (page, (job, look)) in std::mem::take(&mut self.painting) {
            match job.outcome() {
                Outcome::Running => {
                    running.insert(page, (job, look));
                }
                Outcome::Done(Some(raster)) if look.round == self.round => {
                    let size = [raster.width, raster.height].map(|it| it as usize);
                    let picture = ColorImage::from_rgba_premultiplied(size, &raster.pixels);
                    let texture = ui.ctx().load_texture(
                        format!("page {page}"),
                        picture,
                        TextureOptions::LINEAR,
                    );
                    self.pictures.insert(page, Painted { texture, look });
                }
                // Of pages that are gone, or that could not be painted: asked for again if seen.
                Outcome::Done(_) | Outcome::Lost => {}
            }
        }
        self.painting = running;
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "what is drawn, and what draws it"
    )]
    fn pages_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        jobs: &Jobs,
        laid: &Arc<Laid>,
        round: u64,
        wants_cursor: bool,
        actions: &mut Vec<Action>,
    ) {
        let scale = self.scale;
        let by = std::mem::take(&mut self.scroll_by);
        ScrollArea::both()
            .id_salt("pdf-pages")
            .auto_shrink(false)
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                if by != 0.0 {
                    ui.scroll_with_delta(vec2(0.0, -by));
                }
                let count = laid.sizes().len();
                let room = ui.available_width();
                for (page, (width, height)) in laid.sizes().iter().enumerate() {
                    ui.add_space(GAP);
                    let size = vec2(width * scale, height * scale);
                    let (place, response) =
                        ui.allocate_exact_size(vec2(size.x.max(room), size.y), Sense::click());
                    let paper = Rect::from_center_size(place.center(), size);
                    let near = ui.clip_rect().expand2(vec2(0.0, size.y / 2.0));
                    if near.intersects(paper) {
                        let look = Look {
                            round,
                            scale: fine(ui, size, scale),
                        };
                        self.picture_ui(ui, jobs, laid, page, look, paper);
                    } else {
                        self.pictures.remove(&page);
                        self.painting.remove(&page);
                    }
                    let values = [("page", (page + 1).into()), ("pages", count.into())];
                    let name = scene.words.say_of("preview-pages-name", &values);
                    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &*name));
                    if wants_cursor && page == 0 {
                        response.request_focus();
                    }
                    self.keys(ui, &response);
                    if let Some(element) = asked_for(&response, laid, page, paper, scale) {
                        actions.push(Action::GoTo(element));
                    }
                    if response.has_focus() {
                        let ring = ui.visuals().selection.stroke;
                        ui.painter()
                            .rect_stroke(paper, 0.0, ring, StrokeKind::Outside);
                    }
                }
                ui.add_space(GAP);
            });
    }

    /// A page, as far as it has been painted; what is missing is asked for.
    fn picture_ui(
        &mut self,
        ui: &Ui,
        jobs: &Jobs,
        laid: &Arc<Laid>,
        page: usize,
        look: Look,
        paper: Rect,
    ) {
        let palette = Palette::now(ui.ctx());
        let painter = ui.painter();
        painter.rect_filled(paper, 0.0, egui::Color32::WHITE);
        let painted = self.pictures.get(&page);
        if let Some(painted) = painted {
            let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
            painter.image(painted.texture.id(), paper, whole, egui::Color32::WHITE);
        }
        painter.rect_stroke(
            paper,
            0.0,
            Stroke::new(1.0, palette.line),
            StrokeKind::Outside,
        );
        let is_good = painted.is_some_and(|painted| painted.look == look);
        if !is_good && !self.painting.contains_key(&page) {
            let laid = Arc::clone(laid);
            let job = jobs.start(move |_, _| laid.raster(page, look.scale));
            self.painting.insert(page, (job, look));
        }
    }

    /// The keys that scroll, where a page has the cursor.
    fn keys(&mut self, ui: &Ui, response: &Response) {
        if !response.has_focus() {
            return;
        }
        let filter = egui::EventFilter {
            vertical_arrows: true,
            ..egui::EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        let view = ui.clip_rect().height() * 0.9;
        let all = f32::MAX / 4.0;
        for (key, by) in [
            (Key::ArrowDown, LINE),
            (Key::ArrowUp, -LINE),
            (Key::PageDown, view),
            (Key::PageUp, -view),
            (Key::End, all),
            (Key::Home, -all),
        ] {
            if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
                self.scroll_by += by.clamp(-1.0e6, 1.0e6);
                ui.ctx().request_repaint();
            }
        }
    }
}

/// The element that the person asks for: what was clicked, or what a page begins with.
fn asked_for(
    response: &Response,
    laid: &Laid,
    page: usize,
    paper: Rect,
    scale: f32,
) -> Option<crate::model::Element> {
    if !response.clicked() {
        return None;
    }
    let at = response
        .interact_pointer_pos()
        .filter(|at| paper.contains(*at))
        .map_or(vec2(0.0, 0.0), |at| at - paper.min);
    let (element, _) = laid.at(page, at.x / scale, at.y / scale)?;
    Some(element.clone())
}

/// Points on the screen to a point on paper.
fn scale_for(ui: &Ui, laid: &Laid, zoom: PageZoom) -> f32 {
    match zoom {
        PageZoom::Percent(percent) => f32::from(percent.clamp(10, 800)) / 100.0 * LIFE_SIZE,
        PageZoom::Width => {
            let widest = laid.sizes().iter().map(|size| size.0).fold(1.0, f32::max);
            let bar = ui.spacing().scroll.allocated_width();
            ((ui.available_width() - bar - 4.0) / widest).clamp(0.1, 4.0)
        }
    }
}

/// Pixels to a point on paper, so that a page is sharp and yet not too large, for memory or for what
/// draws the window.
fn fine(ui: &Ui, size: egui::Vec2, scale: f32) -> f32 {
    let pixels = ui.ctx().pixels_per_point();
    let all = size.x * size.y * pixels * pixels;
    let coarser = (MOST_PIXELS / all.max(1.0)).sqrt().min(1.0);
    // What stands over an edge takes a whole pixel.
    let most = ui.input(|input| input.max_texture_side).saturating_sub(2);
    #[expect(clippy::cast_precision_loss, reason = "no side has millions of pixels")]
    let side = most as f32 / (size.max_elem() * pixels).max(1.0);
    // In steps, so that a width that differs by a hair is no other size.
    (scale * pixels * coarser.min(side) * 200.0).floor() / 200.0
}
