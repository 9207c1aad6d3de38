//! What differs between a text here and the model's, word by word.

use egui::text::{LayoutJob, TextFormat};
use egui::{FontFamily, FontId, Frame, Id, Label, Margin, RichText, ScrollArea, Stroke, Ui};

use super::parts::{AROUND, at_the_right, room};
use super::three_way::ThreeWay;
use super::{Answer, Surroundings};
use crate::model::{Span, excerpt};
use crate::ui::theme::{BOLD, Palette};
use crate::ui::widgets::bold;
use crate::words::Words;
use crate::workspace::Change;

/// A text here and what the model says.
#[derive(Debug, Clone)]
pub struct DifferenceForm {
    /// The model's name.
    pub model: String,
    /// How many platforms show what the model says.
    pub reach: usize,
    /// From what the model says now to what stands here.
    pub spans: Compared,
    /// Set where the model has changed since.
    pub moved_on: Option<ThreeWay>,
    /// Lets the text follow the model again.
    pub back: Option<Change>,
    /// Takes what stands here to the model.
    pub everywhere: Option<Change>,
}

/// The height of what explains the comparison.
const EXPLAINED: f32 = 90.0;

impl DifferenceForm {
    pub(super) fn ui(&mut self, ui: &mut Ui, around: &Surroundings<'_>) -> Option<Answer> {
        let words = around.words;
        let of_model = [("name", self.model.as_str().into())];
        ui.heading(words.say("difference-title"));
        let explained = match &self.moved_on {
            None => words.say_of("difference-text", &of_model),
            Some(_) => words.say_of("difference-moved-on", &of_model),
        };
        ui.label(explained);
        let is_shortened = match &self.moved_on {
            None => self.spans.is_shortened(),
            Some(three) => three.is_shortened(),
        };
        let extent = legend_ui(ui, words, is_shortened);
        ScrollArea::vertical()
            .max_height(room(ui, AROUND + EXPLAINED))
            .show(ui, |ui| match &mut self.moved_on {
                None => part_ui(ui, None, self.spans.shown(extent), words),
                Some(three) => three.versions_ui(ui, words, extent),
            });
        match &mut self.moved_on {
            None => self.buttons_ui(ui, words),
            Some(three) => at_the_right(ui, |ui| {
                let chosen = three.choices_ui(ui, words);
                let closed = ui.button(words.say("close")).clicked();
                let change = chosen.and_then(|choice| three.change(around.collection, &choice));
                change
                    .map(Answer::Change)
                    .or(closed.then_some(Answer::Close))
            }),
        }
    }

    fn buttons_ui(&self, ui: &mut Ui, words: &Words) -> Option<Answer> {
        let everywhere = words.say_of("choice-everywhere", &[("count", self.reach.into())]);
        let choices = [
            (everywhere, &self.everywhere),
            (words.say("command-back-to-model"), &self.back),
        ];
        at_the_right(ui, |ui| {
            let may_change = self.everywhere.is_some() || self.back.is_some();
            let keep = if may_change {
                "difference-keep"
            } else {
                "close"
            };
            let keep = ui.button(words.say(keep)).clicked();
            let mut answer = keep.then_some(Answer::Close);
            for (label, change) in choices {
                if let Some(change) = change
                    && ui.button(label).clicked()
                {
                    answer = Some(Answer::Change(change.clone()));
                }
            }
            answer
        })
    }
}

/// Compared texts, which scroll where they are long. `at` tells those of a queue apart.
pub(super) fn compared_ui(ui: &mut Ui, at: usize, add: impl FnOnce(&mut Ui)) {
    /// The room for what stands around them.
    const AROUND_QUEUE: f32 = 316.0;
    let scroll = ScrollArea::vertical()
        .id_salt(at)
        .max_height(room(ui, AROUND_QUEUE));
    scroll.show(ui, |ui| {
        ui.set_width(ui.available_width());
        add(ui);
    });
}

/// Compared texts: whole, or what of them is near to what differs.
#[derive(Debug, Clone)]
pub struct Compared {
    whole: Vec<Span>,
    excerpt: Vec<Span>,
}

/// How much of compared texts is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    Excerpt,
    Whole,
}

impl Compared {
    pub fn new(whole: Vec<Span>) -> Self {
        let excerpt = excerpt(&whole);
        Self { whole, excerpt }
    }

    /// What the first of the two texts says, without marks.
    pub fn before(&self) -> Self {
        let before = |spans: &[Span]| {
            let said = spans.iter().filter_map(|span| match span {
                Span::Kept(words) | Span::Removed(words) => Some(words.as_str()),
                Span::Added(_) => None,
            });
            vec![Span::Kept(said.collect())]
        };
        Self {
            whole: before(&self.whole),
            excerpt: before(&self.excerpt),
        }
    }

    pub(super) fn shown(&self, extent: Extent) -> &[Span] {
        match extent {
            Extent::Excerpt => &self.excerpt,
            Extent::Whole => &self.whole,
        }
    }

    /// Whether there is more to it than what is near to what differs.
    pub(super) fn is_shortened(&self) -> bool {
        self.whole != self.excerpt
    }

    /// Whether anything differs.
    pub(super) fn is_marked(&self) -> bool {
        self.whole.iter().any(|span| !matches!(span, Span::Kept(_)))
    }
}

/// What the marks in compared texts mean, and the choice to see shortened ones whole; how much of
/// them is to be shown.
pub(super) fn legend_ui(ui: &mut Ui, words: &Words, is_shortened: bool) -> Extent {
    // It stays as it was chosen last, from one text to the next.
    let kept = Id::unique("whole texts");
    let mut is_whole = ui.data(|data| data.get_temp(kept)).unwrap_or(false);
    ui.horizontal(|ui| {
        let legend = [
            Span::Removed(words.say("difference-removed").into_owned()),
            Span::Added(words.say("difference-added").into_owned()),
        ];
        for span in legend {
            ui.add(Label::new(laid_out(ui, &[span], LETTERS)));
            ui.add_space(8.0);
        }
        let whole = words.say("difference-whole");
        if is_shortened && ui.checkbox(&mut is_whole, whole).changed() {
            ui.data_mut(|data| data.insert_temp(kept, is_whole));
        }
    });
    if is_whole {
        Extent::Whole
    } else {
        Extent::Excerpt
    }
}

/// One compared text, under its title.
pub(super) fn part_ui(ui: &mut Ui, title: Option<&str>, spans: &[Span], words: &Words) {
    let palette = Palette::now(ui.ctx());
    if let Some(title) = title {
        ui.label(bold(title));
    }
    let frame = Frame::new()
        .fill(palette.panel)
        .stroke(Stroke::new(1.0, palette.line))
        .corner_radius(5)
        .inner_margin(Margin::symmetric(10, 8));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        let says_nothing = spans.iter().all(|span| {
            let (Span::Kept(words) | Span::Removed(words) | Span::Added(words)) = span;
            words.is_empty()
        });
        if says_nothing {
            ui.label(RichText::new(words.say("difference-empty")).color(palette.weak));
        } else {
            ui.add(Label::new(laid_out(ui, spans, LETTERS)).wrap());
        }
    });
}

/// The size of letters in the dialog.
const LETTERS: f32 = 14.5;

/// Compared texts as they are read: what is gone struck through after a minus, what is new bold and
/// underlined after a plus, so that no colour is needed to tell them apart.
pub fn laid_out(ui: &Ui, spans: &[Span], letters: f32) -> LayoutJob {
    let palette = Palette::now(ui.ctx());
    let plain = |color| TextFormat {
        font_id: FontId::proportional(letters),
        color,
        ..TextFormat::default()
    };
    let mut job = LayoutJob::default();
    for span in spans {
        match span {
            Span::Kept(words) => job.append(words, 0.0, plain(palette.text)),
            Span::Removed(words) => {
                job.append("−", 0.0, plain(palette.warning));
                let format = TextFormat {
                    strikethrough: Stroke::new(1.0, palette.warning),
                    ..plain(palette.warning)
                };
                job.append(words, 0.0, format);
            }
            Span::Added(words) => {
                let format = TextFormat {
                    font_id: FontId::new(letters, FontFamily::Name(BOLD.into())),
                    underline: Stroke::new(1.0, palette.accent),
                    ..plain(palette.accent)
                };
                job.append("+", 0.0, format.clone());
                job.append(words, 0.0, format);
            }
        }
    }
    job
}
