//! Documents → JSON.

use super::shape::{
    Block, Cell, Charter, Column, Flow, Inline, Line, Marked, Origin, Owner, Row, Schema, Section,
    Subject, Table,
};
use crate::document::{self, Document, Links, wording, wording_of};
use crate::model;

impl Charter {
    /// A document in the shape in which it is written.
    #[must_use]
    pub fn of(document: &Document) -> Self {
        let name = document.name.clone();
        Self {
            schema: Schema::First,
            subject: match &document.owner {
                model::Owner::Platform(id) => Subject::Platform {
                    id: id.clone(),
                    name,
                    url: document.address.clone(),
                    privacy: document.privacy.clone(),
                    publisher: document.publisher.clone(),
                },
                model::Owner::Model(id) => Subject::Model {
                    id: id.clone(),
                    name,
                },
            },
            language: document.language.clone(),
            updated: document.updated,
            title: line(&document.title),
            sections: document.sections.iter().map(|it| section(it)).collect(),
        }
    }
}

fn section(section: &document::Section) -> Section {
    Section {
        id: section.id.clone(),
        depth: section.depth,
        origin: origin(&section.origin),
        heading: section.heading.as_ref().map(line),
        body: flow(&section.body),
        table: section.table.as_ref().map(table),
    }
}

fn line(line: &document::Line) -> Line {
    Line {
        text: wording_of(&line.inlines, Links::Words),
        content: inlines(&line.inlines),
        language: line.language.clone(),
        origin: origin(&line.origin),
    }
}

fn flow(flow: &document::Flow) -> Flow {
    Flow {
        text: wording(&flow.blocks, Links::Words),
        content: blocks(&flow.blocks),
        language: flow.language.clone(),
        origin: origin(&flow.origin),
    }
}

fn origin(origin: &document::Origin) -> Origin {
    match origin {
        document::Origin::Own => Origin::Own,
        document::Origin::Inherited { from } => Origin::Inherited { from: owner(from) },
        document::Origin::Adapted { from, moved_on } => Origin::Adapted {
            from: owner(from),
            model_changed: *moved_on,
        },
    }
}

fn owner(owner: &model::Owner) -> Owner {
    match owner {
        model::Owner::Model(id) => Owner::Model(id.clone()),
        model::Owner::Platform(id) => Owner::Platform(id.clone()),
    }
}

fn table(table: &document::Table) -> Table {
    Table {
        category: table.nature.category.clone(),
        consent: table.nature.consent(),
        consent_is_stated: table.nature.consent.is_some(),
        origin: origin(&table.origin),
        columns: table.columns.iter().map(column).collect(),
        rows: table.rows.iter().map(|it| row(it, table)).collect(),
    }
}

fn column(column: &document::Column) -> Column {
    let is_common = |address: &model::ColumnAddress| address.table.is_none();
    Column {
        id: column.id.clone(),
        role: column.role,
        common: matches!(&column.label.element, model::Element::Column(it) if is_common(it)),
        origin: origin(&column.origin),
        label: line(&column.label),
    }
}

fn row(row: &document::Row, table: &document::Table) -> Row {
    let cells = row.cells.iter().zip(&table.columns);
    Row {
        id: row.id.clone(),
        origin: origin(&row.origin),
        cells: cells
            .map(|(cell, column)| {
                let Flow {
                    text,
                    content,
                    language,
                    origin,
                } = flow(&cell.content);
                Cell {
                    column: column.id.clone(),
                    as_above: cell.as_above,
                    text,
                    content,
                    language,
                    origin,
                }
            })
            .collect(),
    }
}

fn blocks(blocks: &[document::Block]) -> Vec<Block> {
    blocks.iter().map(block).collect()
}

fn block(block: &document::Block) -> Block {
    match block {
        document::Block::Heading {
            depth,
            inlines: content,
        } => Block::Heading {
            depth: *depth,
            content: inlines(content),
        },
        document::Block::Paragraph(content) => Block::Paragraph {
            content: inlines(content),
        },
        document::Block::List { start, items } => Block::List {
            start: *start,
            items: items.iter().map(|item| blocks(item)).collect(),
        },
        document::Block::Quote(content) => Block::Quote {
            content: blocks(content),
        },
        document::Block::Code(text) => Block::Code { text: text.clone() },
        document::Block::Rule => Block::Rule,
        document::Block::Grid { header, rows } => Block::Grid {
            header: header.iter().map(|cell| inlines(cell)).collect(),
            rows: rows
                .iter()
                .map(|row| row.iter().map(|cell| inlines(cell)).collect())
                .collect(),
        },
    }
}

fn inlines(written: &[document::Inline]) -> Vec<Inline> {
    written.iter().map(inline).collect()
}

fn inline(inline: &document::Inline) -> Inline {
    Inline::Marked(match inline {
        document::Inline::Text(text) => return Inline::Text(text.clone()),
        document::Inline::Foreign { language, text } => Marked::Foreign {
            language: language.clone(),
            text: text.clone(),
        },
        document::Inline::Emphasis(content) => Marked::Emphasis {
            content: inlines(content),
        },
        document::Inline::Strong(content) => Marked::Strong {
            content: inlines(content),
        },
        document::Inline::Strike(content) => Marked::Strike {
            content: inlines(content),
        },
        document::Inline::Code(text) => Marked::Code { text: text.clone() },
        document::Inline::Link { target, content } => Marked::Link {
            to: target.as_str().to_owned(),
            content: inlines(content),
        },
        document::Inline::Break => Marked::Break,
        document::Inline::Field(name) => Marked::Field { name: name.clone() },
    })
}
