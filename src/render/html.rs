//! HTML: what stands on a page, or the fragment that is pasted into another. What stands around
//! the former is the matter of `page`.
//!
//! Both have the same markup, built by maud, which escapes every text and attribute. Invariants:
//! no script, no inline style, nothing fetched from elsewhere; every class name starts with
//! `charter`; headings descend one level at a time. A page's sections have ids, so that one can
//! link to them; a fragment's have none, which might be those of the page around it.
//!
//! In a narrow place each row of a table becomes a card whose labels are the `data-label`s of its
//! cells. Some browsers forget that such a table is one. ARIA roles that would remind them cannot
//! be given: the HTML specification forbids roles on the rows and cells of a `table`, and the Nu
//! checker counts each as an error. So the labels are spoken with the cells: heard twice where the
//! table is still known, but missing nowhere.

use maud::{Markup, html};
use unic_langid::{CharacterDirection, LanguageIdentifier};

use super::breaks::{self, Wording};
use crate::document::{Block, Cell, Document, Flow, Inline, Line, Section, Table, Target, plain};
use crate::model::{Language, Role};

/// The deepest heading that HTML has.
const DEEPEST: u8 = 6;

/// What stands in the `main` element of a page.
pub fn page_content(document: &Document) -> String {
    let content = Writer::new(document, Whole::Page).content();
    content.into_string()
}

/// A section of a page, whole and in pieces.
pub struct Piece<'a> {
    pub section: &'a Section,
    pub whole: String,
    /// What its heading element holds.
    pub heading: Option<String>,
    pub body: String,
    pub table: Option<TablePieces>,
}

/// A cookie table, whole and in pieces.
pub struct TablePieces {
    pub whole: String,
    /// What the header of each column holds.
    pub labels: Vec<String>,
    /// What each cell holds.
    pub rows: Vec<Vec<String>>,
}

/// The sections of a page in pieces.
pub fn pieces(document: &Document) -> Vec<Piece<'_>> {
    let mut writer = Writer::new(document, Whole::Page);
    let sections = document.sections.iter().map(AsRef::as_ref);
    sections.map(|section| writer.pieces(section)).collect()
}

/// The id of a section on a page.
pub fn anchor(section: &Section) -> String {
    format!("charter-{}", section.id)
}

pub fn fragment(document: &Document) -> String {
    let fragment = html! {
        div class="charter" lang=(document.language.as_str()) dir=[right_to_left(&document.language)] {
            (Writer::new(document, Whole::Fragment).content())
        }
    };
    with_line_end(fragment)
}

/// What is pasted where text has looks, which has no style sheet: tables have lines.
pub fn rich(document: &Document) -> String {
    let rich = html! {
        div lang=(document.language.as_str()) dir=[right_to_left(&document.language)] {
            (Writer::new(document, Whole::Rich).content())
        }
    };
    with_line_end(rich)
}

/// What a cell of a fragment holds.
pub fn cell(document: &Document, cell: &Cell, role: Role) -> String {
    let content = Writer::new(document, Whole::Fragment).cell_content(cell, role);
    content.into_string()
}

fn with_line_end(markup: Markup) -> String {
    let mut html = markup.into_string();
    html.push('\n');
    html
}

/// The title of the page: the charter's and whose it is, once if they are the same.
pub fn title(document: &Document) -> String {
    let title = words(&document.title.inlines);
    if title == document.name {
        title
    } else {
        format!("{title} – {}", document.name)
    }
}

/// The words of inlines on one line.
pub fn words(inlines: &[Inline]) -> String {
    let words: Vec<String> = plain(inlines)
        .split_ascii_whitespace()
        .map(str::to_owned)
        .collect();
    words.join(" ")
}

/// The value of `dir` where a language is written from right to left.
pub(super) fn right_to_left(language: &Language) -> Option<&'static str> {
    is_right_to_left(language).then_some("rtl")
}

/// Whether a language is written from right to left.
pub(super) fn is_right_to_left(language: &Language) -> bool {
    direction(language) == CharacterDirection::RTL
}

fn direction(language: &Language) -> CharacterDirection {
    language
        .locale()
        .id
        .to_string()
        .parse::<LanguageIdentifier>()
        .map_or(CharacterDirection::LTR, |it| it.character_direction())
}

/// A heading's level, content and, where it is not the document's, language.
struct Heading<'a> {
    level: u8,
    class: &'static str,
    language: Option<&'a Language>,
    inlines: &'a [Inline],
}

/// What is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Whole {
    Page,
    Fragment,
    /// Text with its looks, for another program.
    Rich,
}

impl Whole {
    /// The level of the title's heading.
    fn top(self) -> u8 {
        match self {
            Self::Page | Self::Rich => 1,
            Self::Fragment => 2,
        }
    }
}

struct Writer<'a> {
    document: &'a Document,
    whole: Whole,
    /// The last heading: what a table below it is about.
    above: &'a [Inline],
    above_language: Option<&'a Language>,
    /// What the texts of the cell being written are made of.
    wording: Wording,
}

impl<'a> Writer<'a> {
    fn new(document: &'a Document, whole: Whole) -> Self {
        Self {
            document,
            whole,
            above: &document.title.inlines,
            above_language: document.title.language.as_ref(),
            wording: Wording::Prose,
        }
    }

    fn content(mut self) -> Markup {
        let document = self.document;
        let title = self.heading(0, &document.title, "charter-title");
        let sections: Vec<Markup> = document
            .sections
            .iter()
            .map(|section| self.section(section))
            .collect();
        html! {
            (title)
            @for section in &sections { "\n" (section) }
            "\n"
        }
    }

    fn section(&mut self, section: &'a Section) -> Markup {
        let heading = section
            .heading
            .as_ref()
            .map(|line| self.heading(section.depth, line, "charter-heading"));
        if let Some(line) = &section.heading {
            self.about(&line.inlines, line.language.as_ref());
        }
        let body = self.flow(&section.body);
        // A table is about its section, whatever headings its text holds.
        if let Some(line) = &section.heading {
            self.about(&line.inlines, line.language.as_ref());
        }
        let table = section.table.as_ref().map(|table| self.table(table));
        let id = (self.whole == Whole::Page).then(|| anchor(section));
        html! {
            section class="charter-section" id=[id] {
                @if let Some(heading) = heading { "\n" (heading) }
                (body)
                @if section.body.blocks.is_empty() || section.body.language.is_some() { "\n" }
                @if let Some(table) = table { (table) "\n" }
            }
        }
    }

    fn pieces(&mut self, section: &'a Section) -> Piece<'a> {
        let whole = self.section(section).into_string();
        let heading = section.heading.as_ref();
        let heading = heading.map(|line| self.inlines(&line.inlines).into_string());
        let body = self.flow(&section.body).into_string();
        if let Some(line) = &section.heading {
            self.about(&line.inlines, line.language.as_ref());
        }
        let table = section.table.as_ref().map(|table| TablePieces {
            whole: self.table(table).into_string(),
            labels: table
                .columns
                .iter()
                .map(|column| self.inlines(&column.label.inlines).into_string())
                .collect(),
            rows: table
                .rows
                .iter()
                .map(|row| {
                    let cells = row.cells.iter().zip(&table.columns);
                    cells
                        .map(|(cell, column)| self.cell_content(cell, column.role).into_string())
                        .collect()
                })
                .collect(),
        });
        Piece {
            section,
            whole,
            heading,
            body,
            table,
        }
    }

    fn about(&mut self, heading: &'a [Inline], language: Option<&'a Language>) {
        self.above = heading;
        self.above_language = language;
    }

    fn heading(&self, depth: u8, line: &'a Line, class: &'static str) -> Markup {
        self.heading_of(&Heading {
            level: self.whole.top().saturating_add(depth),
            class,
            language: line.language.as_ref(),
            inlines: &line.inlines,
        })
    }

    fn heading_of(&self, heading: &Heading<'_>) -> Markup {
        let (class, lang, dir) = (
            heading.class,
            heading.language.map(Language::as_str),
            self.dir(heading.language),
        );
        let content = self.inlines(heading.inlines);
        // maud's elements have their names written out.
        match heading.level.min(DEEPEST) {
            0 | 1 => html! { h1 class=(class) lang=[lang] dir=[dir] { (content) } },
            2 => html! { h2 class=(class) lang=[lang] dir=[dir] { (content) } },
            3 => html! { h3 class=(class) lang=[lang] dir=[dir] { (content) } },
            4 => html! { h4 class=(class) lang=[lang] dir=[dir] { (content) } },
            5 => html! { h5 class=(class) lang=[lang] dir=[dir] { (content) } },
            _ => html! { h6 class=(class) lang=[lang] dir=[dir] { (content) } },
        }
    }

    /// The value of `dir` for words in another language, where they run the other way.
    fn dir(&self, language: Option<&Language>) -> Option<&'static str> {
        let own = direction(&self.document.language);
        match direction(language?) {
            other if other == own => None,
            CharacterDirection::RTL => Some("rtl"),
            _ => Some("ltr"),
        }
    }

    fn flow(&mut self, flow: &'a Flow) -> Markup {
        let language = flow.language.as_ref();
        let blocks = self.blocks(&flow.blocks, language);
        match language {
            Some(other) => html! {
                "\n" div class="charter-foreign" lang=(other.as_str()) dir=[self.dir(language)] { (blocks) }
            },
            None => blocks,
        }
    }

    fn blocks(&mut self, blocks: &'a [Block], language: Option<&'a Language>) -> Markup {
        let blocks: Vec<Markup> = blocks
            .iter()
            .map(|block| self.block(block, language))
            .collect();
        stacked(&blocks)
    }

    fn block(&mut self, block: &'a Block, language: Option<&'a Language>) -> Markup {
        match block {
            Block::Heading { depth, inlines } => {
                self.about(inlines, language);
                self.heading_of(&Heading {
                    level: self.whole.top().saturating_add(*depth),
                    class: "charter-heading",
                    language: None,
                    inlines,
                })
            }
            Block::Paragraph(inlines) => html! { p { (self.inlines(inlines)) } },
            Block::List { start, items } => self.list(*start, items, language),
            Block::Quote(quoted) => html! { blockquote { (self.blocks(quoted, language)) } },
            Block::Code(code) => html! { pre class="charter-code" { code { (code) } } },
            Block::Rule => html! { hr; },
            Block::Grid { header, rows } => self.grid(header, rows),
        }
    }

    fn list(
        &mut self,
        start: Option<usize>,
        items: &'a [Vec<Block>],
        language: Option<&'a Language>,
    ) -> Markup {
        let items: Vec<Markup> = items
            .iter()
            .map(|item| html! { li { (self.content_of(item, language)) } })
            .collect();
        match start {
            None => html! { ul { (stacked(&items)) } },
            Some(1) => html! { ol { (stacked(&items)) } },
            Some(start) => html! { ol start=(start) { (stacked(&items)) } },
        }
    }

    /// Blocks of an item or a cell: the words of the only paragraph stand there by themselves.
    fn content_of(&mut self, blocks: &'a [Block], language: Option<&'a Language>) -> Markup {
        let is_paragraph = |block: &Block| matches!(block, Block::Paragraph(_));
        match blocks.split_first() {
            Some((Block::Paragraph(inlines), below)) if !below.iter().any(is_paragraph) => html! {
                (self.inlines(inlines))
                (self.blocks(below, language))
            },
            _ => self.blocks(blocks, language),
        }
    }

    /// The lines of a table that no style sheet draws.
    fn border(&self) -> Option<&'static str> {
        (self.whole == Whole::Rich).then_some("1")
    }

    fn caption(&self) -> Markup {
        html! {
            caption class="charter-caption" lang=[self.above_language.map(Language::as_str)] dir=[self.dir(self.above_language)] {
                (words(self.above))
            }
        }
    }

    fn table(&mut self, table: &'a Table) -> Markup {
        let labels: Vec<String> = table
            .columns
            .iter()
            .map(|column| words(&column.label.inlines))
            .collect();
        let names_row = table
            .columns
            .iter()
            .position(|column| column.role == Role::Name);
        let rows: Vec<Markup> = table
            .rows
            .iter()
            .map(|row| {
                let cells: Vec<Markup> = row
                    .cells
                    .iter()
                    .zip(table.columns.iter().zip(&labels))
                    .enumerate()
                    .map(|(position, (cell, (column, label)))| {
                        let content = self.cell_content(cell, column.role);
                        self.cell(cell, &content, label, names_row == Some(position))
                    })
                    .collect();
                html! { tr { (stacked(&cells)) } }
            })
            .collect();
        html! {
            table class="charter-table charter-cookies" border=[self.border()] {
                "\n" (self.caption())
                "\n" thead { "\n" tr {
                    @for column in &table.columns { (self.label(&column.label)) }
                    "\n"
                } "\n" }
                "\n" tbody { (stacked(&rows)) }
                "\n"
            }
        }
    }

    fn label(&self, label: &Line) -> Markup {
        let language = label.language.as_ref();
        html! {
            "\n"
            @if label.inlines.is_empty() {
                td {}
            } @else {
                th scope="col" lang=[language.map(Language::as_str)] dir=[self.dir(language)] {
                    (self.inlines(&label.inlines))
                }
            }
        }
    }

    fn cell_content(&mut self, cell: &'a Cell, role: Role) -> Markup {
        let language = cell.content.language.as_ref();
        if role != Role::Name || cell.content.blocks.is_empty() {
            return self.content_of(&cell.content.blocks, language);
        }
        let outer = std::mem::replace(&mut self.wording, Wording::Names);
        let content = self.content_of(&cell.content.blocks, language);
        self.wording = outer;
        html! { div class="charter-name" { (content) } }
    }

    fn cell(&self, cell: &Cell, content: &Markup, label: &str, names_row: bool) -> Markup {
        let language = cell.content.language.as_ref();
        let (lang, dir) = (language.map(Language::as_str), self.dir(language));
        let class = cell.as_above.then_some("charter-as-above");
        let label = (!label.is_empty()).then_some(label);
        // A header that says nothing would name nothing.
        if names_row && !cell.content.blocks.is_empty() {
            html! { th class=[class] scope="row" data-label=[label] lang=[lang] dir=[dir] { (content) } }
        } else {
            html! { td class=[class] data-label=[label] lang=[lang] dir=[dir] { (content) } }
        }
    }

    fn grid(&self, header: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>]) -> Markup {
        let labels: Vec<String> = header.iter().map(|cell| words(cell)).collect();
        html! {
            table class="charter-table charter-grid" border=[self.border()] {
                "\n" (self.caption())
                "\n" thead { "\n" tr {
                    @for cell in header {
                        "\n"
                        @if cell.is_empty() { td {} } @else { th scope="col" { (self.inlines(cell)) } }
                    }
                    "\n"
                } "\n" }
                @if !rows.is_empty() {
                    "\n" tbody {
                        @for row in rows {
                            "\n" tr {
                                @for (cell, label) in row.iter().zip(&labels) {
                                    "\n" td data-label=[(!label.is_empty()).then_some(label)] { (self.inlines(cell)) }
                                }
                                "\n"
                            }
                        }
                        "\n"
                    }
                }
                "\n"
            }
        }
    }

    fn inlines(&self, inlines: &[Inline]) -> Markup {
        self.worded(inlines, self.wording)
    }

    fn worded(&self, inlines: &[Inline], wording: Wording) -> Markup {
        html! { @for inline in inlines { (self.inline(inline, wording)) } }
    }

    fn inline(&self, inline: &Inline, wording: Wording) -> Markup {
        match inline {
            Inline::Text(text) => breaks::text(text, wording),
            Inline::Foreign { language, text } => html! {
                span lang=(language.as_str()) dir=[self.dir(Some(language))] { (breaks::text(text, wording)) }
            },
            Inline::Emphasis(content) => html! { em { (self.worded(content, wording)) } },
            Inline::Strong(content) => html! { strong { (self.worded(content, wording)) } },
            Inline::Strike(content) => html! { s { (self.worded(content, wording)) } },
            Inline::Code(code) => html! { code { (breaks::text(code, Wording::Names)) } },
            Inline::Link { target, content } => {
                let is_address = says_address(content, target);
                let class = is_address.then_some("charter-address");
                let wording = if is_address { Wording::Names } else { wording };
                html! { a class=[class] href=(target.as_str()) { (self.worded(content, wording)) } }
            }
            Inline::Break => html! { br; },
            Inline::Field(_) => html! {
                span class="charter-field" { (plain(std::slice::from_ref(inline))) }
            },
        }
    }
}

/// Whether the words of a link are where it leads, so that print need not say it again.
fn says_address(content: &[Inline], target: &Target) -> bool {
    let (words, address) = (words(content), target.as_str());
    words == address || address.strip_prefix("mailto:") == Some(&words)
}

/// Elements on lines of their own.
fn stacked(elements: &[Markup]) -> Markup {
    html! { @for element in elements { "\n" (element) } @if !elements.is_empty() { "\n" } }
}
