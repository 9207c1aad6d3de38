//! How texts look while they are written: words as their Markdown means them, marks weak.
//!
//! A text is read anew only when it, its room or the colours change; in all other frames egui
//! finds it laid out.

use std::collections::HashMap;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash as _, Hasher as _};
use std::sync::Arc;

use egui::text::{LayoutJob, LayoutSection, TextFormat};
use egui::{FontFamily, FontId, Galley, Id, Stroke, Ui};

use crate::model::{BuiltIn, FieldId};
use crate::ui::scene::Scene;
use crate::ui::theme::{BOLD, BOLD_ITALIC, ITALIC, Palette};
use crate::writing::spans::{Known, Part, Style, spans};

/// The longest text, in bytes, that is shown styled; a longer one stays quick to type in.
const LONGEST: usize = 60_000;

/// The letters of a text's plain words.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Base {
    pub size: f32,
    pub strong: bool,
}

impl Base {
    pub fn font(self) -> FontId {
        self.family(Style::default())
    }

    fn family(self, style: Style) -> FontId {
        let strong = self.strong || style.strong || style.heading.is_some();
        let family = match (style.part, strong, style.emphasis) {
            (Part::Code, ..) => return FontId::monospace(self.size - 1.0),
            (_, false, false) => FontFamily::Proportional,
            (_, true, false) => FontFamily::Name(BOLD.into()),
            (_, false, true) => FontFamily::Name(ITALIC.into()),
            (_, true, true) => FontFamily::Name(BOLD_ITALIC.into()),
        };
        FontId::new(self.size, family)
    }
}

/// A text as it was last laid out.
#[derive(Debug)]
struct Look {
    text: String,
    base: Base,
    palette: Palette,
    job: LayoutJob,
}

/// The texts as they were last laid out.
#[derive(Debug, Default)]
pub struct Looks {
    by_field: HashMap<Id, Look>,
    /// The fields that the collection defines.
    known: Vec<FieldId>,
    of: u64,
}

impl Looks {
    /// Takes note of the fields that a collection defines.
    pub fn know(&mut self, scene: &Scene<'_>) {
        let mut hasher = DefaultHasher::new();
        for field in &scene.collection.fields {
            field.id.hash(&mut hasher);
        }
        let of = hasher.finish();
        if of != self.of {
            self.of = of;
            self.by_field.clear();
            self.known = scene
                .collection
                .fields
                .iter()
                .map(|field| field.id.clone())
                .collect();
        }
    }

    /// What a field said when it was last shown.
    pub fn text(&self, id: Id) -> Option<&str> {
        self.by_field.get(&id).map(|look| look.text.as_str())
    }

    /// A text, laid out in a room.
    pub fn galley(&mut self, ui: &Ui, id: Id, text: &str, base: Base, width: f32) -> Arc<Galley> {
        let palette = Palette::now(ui.ctx());
        let is_same =
            |look: &&Look| look.text == text && look.base == base && look.palette == palette;
        let mut job = match self.by_field.get(&id).filter(is_same) {
            Some(look) => look.job.clone(),
            None => {
                let known = |name: &str| is_known(&self.known, name);
                let mut job = job(ui, text, base, &palette, known);
                job.keep_trailing_whitespace = true;
                let look = Look {
                    text: text.to_owned(),
                    base,
                    palette,
                    job: job.clone(),
                };
                self.by_field.insert(id, look);
                job
            }
        };
        job.wrap.max_width = width;
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    }
}

fn is_known(known: &[FieldId], name: &str) -> bool {
    FieldId::new(name).is_ok_and(|id| BuiltIn::of(&id).is_some() || known.contains(&id))
}

/// Whether there is a field of a name.
pub fn is_known_field(scene: &Scene<'_>, name: &str) -> bool {
    FieldId::new(name)
        .is_ok_and(|id| BuiltIn::of(&id).is_some() || scene.collection.fields.contains(&id))
}

/// A text with its words styled and its marks weak, on as many lines as it takes.
pub fn job(
    ui: &Ui,
    text: &str,
    base: Base,
    palette: &Palette,
    is_known: impl Fn(&str) -> bool,
) -> LayoutJob {
    let mut job = LayoutJob {
        text: text.to_owned(),
        ..LayoutJob::default()
    };
    let mut push = |start: usize, end: usize, style: Style| {
        job.sections.push(LayoutSection {
            leading_space: 0.0,
            byte_range: start.into()..end.into(),
            format: format(style, base, palette),
        });
    };
    if text.is_empty() || text.len() > LONGEST {
        push(0, text.len(), Style::default());
    } else {
        for span in spans(text, is_known) {
            push(span.range.start, span.range.end, span.style);
        }
    }
    // One height for every line: bold letters move nothing.
    let height = ui.fonts_mut(|fonts| fonts.row_height(&base.font()));
    for section in &mut job.sections {
        section.format.line_height = Some(height);
    }
    job
}

fn format(style: Style, base: Base, palette: &Palette) -> TextFormat {
    let color = match style.part {
        Part::Words | Part::Code => palette.text,
        Part::LinkWords | Part::Field(Known::Yes) => palette.accent,
        Part::Address | Part::Mark | Part::ListMark => palette.weak,
        Part::Field(Known::No) => palette.warning,
    };
    let mut format = TextFormat::simple(base.family(style), color);
    match style.part {
        Part::Code => format.background = palette.header,
        Part::Field(Known::Yes) => format.background = palette.selected,
        // Not by colour alone: a line below, as under a misspelt word.
        Part::Field(Known::No) => format.underline = Stroke::new(1.5, color),
        Part::LinkWords => format.underline = Stroke::new(1.0, color),
        Part::Words | Part::Address | Part::Mark | Part::ListMark => {}
    }
    if style.strike {
        format.strikethrough = Stroke::new(1.0, color);
    }
    format
}
