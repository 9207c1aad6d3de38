//! Words as they are drawn: inlines to laid-out letters, with the links that stand in them.

use std::ops::Range;
use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, FontFamily, FontId, Galley, Pos2, Stroke, Ui, Vec2};

use crate::document::{Inline, field_marks};
use crate::model::Language;
use crate::ui::theme::{BOLD, BOLD_ITALIC, ITALIC, Palette};

/// Letters as they are drawn.
#[derive(Debug, Clone, Copy)]
pub struct Letters {
    pub size: f32,
    pub bold: bool,
    pub italic: bool,
    pub strike: bool,
    pub colour: Color32,
}

impl Letters {
    pub fn new(size: f32, colour: Color32) -> Self {
        Self {
            size,
            bold: false,
            italic: false,
            strike: false,
            colour,
        }
    }

    pub fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    pub fn coloured(self, colour: Color32) -> Self {
        Self { colour, ..self }
    }

    fn format(self, palette: &Palette) -> TextFormat {
        let family = match (self.bold, self.italic) {
            (false, false) => FontFamily::Proportional,
            (true, false) => FontFamily::Name(BOLD.into()),
            (false, true) => FontFamily::Name(ITALIC.into()),
            (true, true) => FontFamily::Name(BOLD_ITALIC.into()),
        };
        let line = |drawn| {
            if drawn {
                Stroke::new(1.0, self.colour)
            } else {
                Stroke::NONE
            }
        };
        TextFormat {
            font_id: FontId::new(self.size, family),
            color: self.colour,
            line_height: Some((self.size * 1.45).round()),
            strikethrough: line(self.strike),
            underline: line(self.colour == palette.accent),
            ..TextFormat::default()
        }
    }
}

/// A link in a text: the characters that it stands on, and where it leads.
#[derive(Debug, Clone)]
pub struct Link {
    chars: Range<usize>,
    pub address: String,
}

/// Words laid out, at their place in what they are part of.
pub struct Written {
    pub at: Pos2,
    pub galley: Arc<Galley>,
    pub links: Vec<Link>,
    /// The languages of words that are not in the language around them.
    pub foreign: Vec<Language>,
    /// Whether all of it is one link.
    pub is_link: bool,
}

impl Written {
    /// The link at a place, given from where the words start.
    pub fn link_at(&self, place: Vec2) -> Option<&Link> {
        let on_words = self
            .galley
            .rows
            .iter()
            .any(|row| row.rect().contains(place.to_pos2()));
        if !on_words {
            return None;
        }
        let at = usize::from(self.galley.cursor_from_pos(place).index);
        self.links.iter().find(|link| link.chars.contains(&at))
    }
}

/// Lays out a line of words in a width.
pub fn write(
    ui: &Ui,
    palette: &Palette,
    inlines: &[Inline],
    letters: Letters,
    at: Pos2,
    width: f32,
) -> Written {
    let mut run = Run {
        palette,
        job: LayoutJob::default(),
        chars: 0,
        links: Vec::new(),
        foreign: Vec::new(),
    };
    run.job.wrap.max_width = width.max(16.0);
    run.push_all(inlines, letters);
    Written {
        at,
        galley: ui.fonts_mut(|fonts| fonts.layout_job(run.job)),
        links: run.links,
        foreign: run.foreign,
        is_link: matches!(inlines, [Inline::Link { .. }]),
    }
}

/// Lays out plain words on one line.
pub fn plain_line(ui: &Ui, palette: &Palette, words: &str, letters: Letters) -> Arc<Galley> {
    let mut job = LayoutJob::default();
    job.wrap.max_width = f32::INFINITY;
    job.append(words, 0.0, letters.format(palette));
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

struct Run<'a> {
    palette: &'a Palette,
    job: LayoutJob,
    chars: usize,
    links: Vec<Link>,
    foreign: Vec<Language>,
}

impl Run<'_> {
    fn push(&mut self, text: &str, format: TextFormat) {
        let text = shown(text);
        self.chars += text.chars().count();
        self.job.append(&text, 0.0, format);
    }

    fn push_all(&mut self, inlines: &[Inline], letters: Letters) {
        for inline in inlines {
            self.push_inline(inline, letters);
        }
    }

    fn push_inline(&mut self, inline: &Inline, letters: Letters) {
        match inline {
            Inline::Text(text) => self.push(text, letters.format(self.palette)),
            Inline::Foreign { language, text } => {
                self.foreign.push(language.clone());
                self.push(text, letters.format(self.palette));
            }
            Inline::Emphasis(content) => self.push_all(
                content,
                Letters {
                    italic: true,
                    ..letters
                },
            ),
            Inline::Strong(content) => self.push_all(content, letters.bold()),
            Inline::Strike(content) => self.push_all(
                content,
                Letters {
                    strike: true,
                    ..letters
                },
            ),
            Inline::Link { target, content } => {
                let from = self.chars;
                self.push_all(content, letters.coloured(self.palette.accent));
                self.links.push(Link {
                    chars: from..self.chars,
                    address: target.as_str().to_owned(),
                });
            }
            Inline::Code(code) => {
                let mut format = letters.format(self.palette);
                format.font_id = FontId::monospace(letters.size - 1.0);
                format.background = self.palette.header;
                self.push(code, format);
            }
            Inline::Break => self.push("\n", letters.format(self.palette)),
            Inline::Field(field) => {
                let mut format = letters.format(self.palette);
                format.color = self.palette.adapted;
                format.background = self.palette.header;
                // It is one word, however it is written.
                self.push(&field_marks(field).replace(' ', "\u{A0}"), format);
            }
        }
    }
}

/// Text as the screen should break it: never at a narrow no-break space.
pub fn shown(text: &str) -> String {
    text.replace('\u{202F}', "\u{A0}")
}
