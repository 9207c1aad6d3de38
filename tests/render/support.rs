//! Charters to render, and readers of what is rendered.

use chartrier::document::{Block, Document, Inline, plain};
use chartrier::model::*;
use chartrier::render::{Design, Format, render};
use comrak::nodes::NodeValue;
use comrak::{Arena, Options, parse_document};
use scraper::Html;

pub fn language(tag: &str) -> Language {
    Language::new(tag).unwrap()
}

/// Every text of a charter, to be filled with anything.
#[derive(Debug, Clone)]
pub struct Texts {
    pub title: String,
    pub name: String,
    pub url: String,
    pub field: String,
    pub heading: String,
    pub body: String,
    pub label: String,
    pub cells: Vec<String>,
}

impl Texts {
    /// The same text everywhere.
    pub fn all(text: &str) -> Self {
        let text = || text.to_owned();
        Self {
            title: text(),
            name: text(),
            url: text(),
            field: text(),
            heading: text(),
            body: text(),
            label: text(),
            cells: vec![text(), text()],
        }
    }

    pub fn body(body: &str) -> Self {
        Self {
            title: "Titre".into(),
            name: "Portail".into(),
            url: "https://portail.example".into(),
            field: "Valeur".into(),
            heading: "Partie".into(),
            body: body.into(),
            label: "Nom".into(),
            cells: Vec::new(),
        }
    }

    pub fn document(&self) -> Document {
        let language = language("fr");
        let mut collection = Collection::new("Essai", language.clone());
        let field = FieldId::new("custom").unwrap();
        collection
            .fields
            .push(Field {
                id: field.clone(),
                label: Text::default(),
                default: Text::default(),
                note: String::new(),
            })
            .unwrap();
        let mut complete = Complete {
            title: Text::same(&self.title),
            ..Complete::default()
        };
        for (id, role, label) in [
            ("name", Role::Name, self.label.as_str()),
            ("purpose", Role::Purpose, "Finalité"),
        ] {
            complete.columns.push(column(id, role, label)).unwrap();
        }
        let mut section = Section::empty(SectionId::new("one").unwrap());
        section.heading = Text::same(&self.heading);
        section.body = Text::same(&self.body);
        section.table = self.table();
        complete.sections.push(section).unwrap();
        let mut fields = Section::empty(SectionId::new("fields").unwrap());
        fields.level = Level::try_from(2).unwrap();
        fields.heading = Text::same("Sur {{ platform.name }}");
        fields.body = Text::same("<{{ platform.url }}> *{{ custom }}*, `{{ custom }}`");
        complete.sections.push(fields).unwrap();
        let charter = Charter {
            updated: None,
            form: Form::Complete(complete),
        };
        let id = PlatformId::new("p").unwrap();
        let mut platform = Platform::new(id.clone(), &self.name, &self.url, charter);
        platform.fields.insert(field, Text::same(&self.field));
        collection.platforms.push(platform).unwrap();
        document(&collection, &id, &language)
    }

    fn table(&self) -> Option<CookieTable> {
        if self.cells.is_empty() {
            return None;
        }
        let mut rows = List::new();
        for (number, cells) in self.cells.chunks(2).enumerate() {
            let texts = ["name", "purpose"].into_iter().zip(cells);
            let cells =
                texts.map(|(id, text)| (ColumnId::new(id).unwrap(), Cell::Text(Text::same(text))));
            rows.push(Row {
                id: RowId::new(&format!("r{number}")).unwrap(),
                when: None,
                cells: cells.collect(),
                note: String::new(),
            })
            .unwrap();
        }
        Some(CookieTable {
            category: Category::Necessary,
            consent: None,
            columns: None,
            rows,
        })
    }
}

pub fn column(id: &str, role: Role, label: &str) -> Column {
    Column {
        id: ColumnId::new(id).unwrap(),
        role,
        label: Text::same(label),
        hidden: false,
        note: String::new(),
    }
}

pub fn document(collection: &Collection, platform: &PlatformId, language: &Language) -> Document {
    let owner = Owner::Platform(platform.clone());
    let resolved = collection.resolve(&owner).unwrap();
    Document::new(collection, &resolved, language)
}

pub fn rendered(document: &Document, format: Format) -> String {
    String::from_utf8(
        render(document, format, &Design::default()).expect("nothing of its looks is its own"),
    )
    .unwrap()
}

/// The words of a text, whatever stands between them.
pub fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

/// The text of every leaf of a document, in the order of reading.
pub fn leaves(document: &Document) -> Vec<String> {
    let mut leaves = vec![plain(&document.title.inlines)];
    for section in &document.sections {
        leaves.extend(section.heading.iter().map(|line| plain(&line.inlines)));
        push_blocks(&section.body.blocks, &mut leaves);
        if let Some(table) = &section.table {
            leaves.extend(
                table
                    .columns
                    .iter()
                    .map(|column| plain(&column.label.inlines)),
            );
            for cell in table.rows.iter().flat_map(|row| &row.cells) {
                push_blocks(&cell.content.blocks, &mut leaves);
            }
        }
    }
    leaves
}

fn push_blocks(blocks: &[Block], leaves: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Heading { inlines, .. } | Block::Paragraph(inlines) => {
                leaves.push(plain(inlines));
            }
            Block::List { items, .. } => items.iter().for_each(|item| push_blocks(item, leaves)),
            Block::Quote(blocks) => push_blocks(blocks, leaves),
            Block::Code(code) => leaves.push(code.clone()),
            Block::Rule => {}
            Block::Grid { header, rows } => {
                let cells = std::iter::once(header).chain(rows).flatten();
                leaves.extend(cells.map(|cell| plain(cell)));
            }
        }
    }
}

/// What a reader of the format reads, as text.
pub fn read(format: Format, rendered: &str) -> String {
    match format {
        Format::Html => Html::parse_document(rendered)
            .root_element()
            .text()
            .collect::<Vec<_>>()
            .join(""),
        Format::Fragment => Html::parse_fragment(rendered)
            .root_element()
            .text()
            .collect::<Vec<_>>()
            .join(""),
        Format::Markdown => markdown_text(rendered),
        Format::Text
        | Format::Cookieconsent
        | Format::Klaro
        | Format::Orejime
        | Format::Tarteaucitron => rendered.to_owned(),
        Format::Csv => values(rendered).concat().join(" "),
        Format::Pdf | Format::Docx => panic!("{format} is not read as text"),
        Format::Json => json_text(rendered),
    }
}

/// The cells of a table of values, row by row.
pub fn values(csv: &str) -> Vec<Vec<String>> {
    let csv = csv.strip_prefix('\u{FEFF}').expect("a byte order mark");
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(csv.as_bytes());
    reader
        .records()
        .map(|row| row.unwrap().iter().map(str::to_owned).collect())
        .collect()
}

/// The words of a charter as JSON, in the order of reading.
fn json_text(rendered: &str) -> String {
    fn push(value: &serde_json::Value, text: &mut String) {
        let said =
            |value: &serde_json::Value| value["text"].as_str().unwrap_or_default().to_owned();
        let list = |value: &serde_json::Value| value.as_array().cloned().unwrap_or_default();
        for section in list(value) {
            let table = &section["table"];
            let labels = list(&table["columns"])
                .into_iter()
                .map(|it| said(&it["label"]));
            let cells = list(&table["rows"])
                .into_iter()
                .flat_map(|row| list(&row["cells"]));
            for words in [said(&section["heading"]), said(&section["body"])]
                .into_iter()
                .chain(labels)
                .chain(cells.map(|it| said(&it)))
            {
                text.push_str(&words);
                text.push('\n');
            }
        }
    }
    let value: serde_json::Value = serde_json::from_str(rendered).expect("it is JSON");
    let mut text = format!("{}\n", value["title"]["text"].as_str().expect("a title"));
    push(&value["sections"], &mut text);
    text
}

fn markdown_text(markdown: &str) -> String {
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    let arena = Arena::new();
    let mut text = String::new();
    for node in parse_document(&arena, markdown, &options).descendants() {
        match &node.data().value {
            NodeValue::Text(words) => text.push_str(words),
            NodeValue::Code(code) => text.push_str(&code.literal),
            NodeValue::CodeBlock(code) => text.push_str(&code.literal),
            NodeValue::HtmlInline(html) if html == "<br>" => text.push(' '),
            NodeValue::HtmlInline(html) => panic!("markup in Markdown: {html}"),
            NodeValue::HtmlBlock(html) => panic!("markup in Markdown: {}", html.literal),
            NodeValue::SoftBreak | NodeValue::LineBreak | NodeValue::TableCell => text.push(' '),
            value if value.block() => text.push('\n'),
            _ => {}
        }
    }
    text
}

/// The blocks of a section's text, read again from its Markdown.
pub fn blocks_of(body: &str) -> Vec<Block> {
    let document = Texts::body(body).document();
    document.sections[0].body.blocks.clone()
}

/// Inlines with adjacent texts joined and white space folded.
pub fn folded(blocks: &[Block]) -> String {
    fn inlines(list: &[Inline], out: &mut String) {
        for inline in list {
            let (name, content) = match inline {
                Inline::Text(text) | Inline::Foreign { text, .. } => {
                    out.push_str(text);
                    continue;
                }
                Inline::Field(_) => {
                    out.push_str(&plain(std::slice::from_ref(inline)));
                    continue;
                }
                Inline::Code(code) => {
                    out.push_str(&format!(" ⟨code {code}⟩ "));
                    continue;
                }
                Inline::Break => {
                    out.push_str(" ⟨br⟩ ");
                    continue;
                }
                Inline::Emphasis(content) => ("em".to_owned(), content),
                Inline::Strong(content) => ("strong".to_owned(), content),
                Inline::Strike(content) => ("s".to_owned(), content),
                Inline::Link { target, content } => (target.as_str().to_owned(), content),
            };
            out.push_str(&format!("⟨{name} "));
            inlines(content, out);
            out.push('⟩');
        }
    }
    fn all(blocks: &[Block], out: &mut String) {
        for block in blocks {
            match block {
                Block::Heading {
                    depth,
                    inlines: list,
                } => {
                    out.push_str(&format!("\n[h{depth} "));
                    inlines(list, out);
                }
                Block::Paragraph(list) => {
                    out.push_str("\n[p ");
                    inlines(list, out);
                }
                Block::List { start, items } => {
                    out.push_str(&format!("\n[list {start:?}"));
                    for item in items {
                        out.push_str("\n[item ");
                        all(item, out);
                        out.push(']');
                    }
                }
                Block::Quote(blocks) => {
                    out.push_str("\n[quote ");
                    all(blocks, out);
                }
                Block::Code(code) => out.push_str(&format!("\n[code {code:?}")),
                Block::Rule => out.push_str("\n[rule"),
                Block::Grid { header, rows } => {
                    out.push_str("\n[grid");
                    for row in std::iter::once(header).chain(rows) {
                        out.push_str("\n[row");
                        for cell in row {
                            out.push_str(" | ");
                            inlines(cell, out);
                        }
                        out.push(']');
                    }
                }
            }
            out.push(']');
        }
    }
    let mut out = String::new();
    all(blocks, &mut out);
    words(&out).join(" ")
}
