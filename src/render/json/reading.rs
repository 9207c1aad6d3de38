//! JSON → documents.

use std::sync::Arc;

use super::shape::{
    Block, Charter, Column, Flow, Inline, Line, Marked, Origin, Owner, Row, Section, Subject, Table,
};
use crate::document::{self, Document, Findings, Target, clean};
use crate::model::{self, CellAddress, ColumnAddress, Element, Nature, SectionId};

/// Why something is no charter as this program writes them.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct NotACharter(pub String);

/// The document that was written as JSON.
pub fn charter(bytes: &[u8]) -> Result<Document, NotACharter> {
    let charter: Charter =
        serde_json::from_slice(bytes).map_err(|error| NotACharter(error.to_string()))?;
    charter.document()
}

impl Charter {
    /// The document that it was made of, without its findings. What it holds is as harmless as
    /// any document: it may have been written by something else.
    pub fn document(self) -> Result<Document, NotACharter> {
        let (owner, name, address, privacy, publisher) = match self.subject {
            Subject::Platform {
                id,
                name,
                url,
                privacy,
                publisher,
            } => (model::Owner::Platform(id), name, url, privacy, publisher),
            Subject::Model { id, name } => (
                model::Owner::Model(id),
                name,
                String::new(),
                String::new(),
                None,
            ),
        };
        Ok(Document {
            owner,
            name: harmless(&name),
            address: harmless(&address),
            privacy: harmless(&privacy),
            publisher: publisher.as_deref().map(harmless),
            language: self.language,
            updated: self.updated,
            title: line(self.title, Element::Title)?,
            sections: self
                .sections
                .into_iter()
                .map(|it| section(it).map(Arc::new))
                .collect::<Result<_, _>>()?,
            findings: Findings::default(),
        })
    }
}

fn harmless(text: &str) -> String {
    clean(text).into_owned()
}

fn section(section: Section) -> Result<document::Section, NotACharter> {
    let id = section.id;
    Ok(document::Section {
        depth: section.depth,
        origin: origin(section.origin),
        heading: section
            .heading
            .map(|it| line(it, Element::Heading(id.clone())))
            .transpose()?,
        body: flow(section.body, Element::Body(id.clone()))?,
        table: section.table.map(|it| table(it, &id)).transpose()?,
        id,
    })
}

fn line(line: Line, element: Element) -> Result<document::Line, NotACharter> {
    Ok(document::Line {
        element,
        origin: origin(line.origin),
        language: line.language,
        inlines: inlines(line.content)?,
    })
}

fn flow(flow: Flow, element: Element) -> Result<document::Flow, NotACharter> {
    Ok(document::Flow {
        element,
        origin: origin(flow.origin),
        language: flow.language,
        blocks: blocks(flow.content)?,
    })
}

fn origin(origin: Origin) -> document::Origin {
    match origin {
        Origin::Own => document::Origin::Own,
        Origin::Inherited { from } => document::Origin::Inherited { from: owner(from) },
        Origin::Adapted {
            from,
            model_changed,
        } => document::Origin::Adapted {
            from: owner(from),
            moved_on: model_changed,
        },
    }
}

fn owner(owner: Owner) -> model::Owner {
    match owner {
        Owner::Model(id) => model::Owner::Model(id),
        Owner::Platform(id) => model::Owner::Platform(id),
    }
}

fn table(table: Table, section: &SectionId) -> Result<document::Table, NotACharter> {
    let ids: Vec<_> = table.columns.iter().map(|it| it.id.clone()).collect();
    Ok(document::Table {
        nature: Nature {
            category: table.category,
            consent: table.consent_is_stated.then_some(table.consent),
        },
        origin: origin(table.origin),
        columns: table
            .columns
            .into_iter()
            .map(|it| column(it, section))
            .collect::<Result<_, _>>()?,
        rows: table
            .rows
            .into_iter()
            .map(|it| row(it, section, &ids).map(Arc::new))
            .collect::<Result<_, _>>()?,
    })
}

fn column(column: Column, section: &SectionId) -> Result<document::Column, NotACharter> {
    let address = ColumnAddress {
        table: (!column.common).then(|| section.clone()),
        column: column.id.clone(),
    };
    Ok(document::Column {
        id: column.id,
        origin: origin(column.origin),
        role: column.role,
        label: line(column.label, Element::Column(address))?,
    })
}

fn row(
    row: Row,
    section: &SectionId,
    columns: &[model::ColumnId],
) -> Result<document::Row, NotACharter> {
    if !row.cells.iter().map(|it| &it.column).eq(columns) {
        let id = row.id;
        return Err(NotACharter(format!(
            "the row `{id}` of `{section}` has not one cell for each column"
        )));
    }
    let cell = |cell: super::shape::Cell| {
        let element = Element::Cell(CellAddress {
            section: section.clone(),
            row: row.id.clone(),
            column: cell.column,
        });
        let content = Flow {
            text: cell.text,
            content: cell.content,
            language: cell.language,
            origin: cell.origin,
        };
        Ok(document::Cell {
            content: flow(content, element)?,
            as_above: cell.as_above,
        })
    };
    Ok(document::Row {
        cells: row
            .cells
            .into_iter()
            .map(cell)
            .collect::<Result<_, NotACharter>>()?,
        origin: origin(row.origin),
        id: row.id,
    })
}

fn blocks(blocks: Vec<Block>) -> Result<Vec<document::Block>, NotACharter> {
    blocks.into_iter().map(block).collect()
}

fn block(block: Block) -> Result<document::Block, NotACharter> {
    Ok(match block {
        Block::Heading { depth, content } => document::Block::Heading {
            depth,
            inlines: inlines(content)?,
        },
        Block::Paragraph { content } => document::Block::Paragraph(inlines(content)?),
        Block::List { start, items } => document::Block::List {
            start,
            items: items.into_iter().map(blocks).collect::<Result<_, _>>()?,
        },
        Block::Quote { content } => document::Block::Quote(blocks(content)?),
        Block::Code { text } => document::Block::Code(harmless(&text)),
        Block::Rule => document::Block::Rule,
        Block::Grid { header, rows } => {
            let width = header.len();
            if rows.iter().any(|row| row.len() != width) {
                return Err(NotACharter("a row is not as long as its header".to_owned()));
            }
            document::Block::Grid {
                header: cells(header)?,
                rows: rows.into_iter().map(cells).collect::<Result<_, _>>()?,
            }
        }
    })
}

fn cells(cells: Vec<Vec<Inline>>) -> Result<Vec<Vec<document::Inline>>, NotACharter> {
    cells.into_iter().map(inlines).collect()
}

fn inlines(written: Vec<Inline>) -> Result<Vec<document::Inline>, NotACharter> {
    written.into_iter().map(inline).collect()
}

fn inline(inline: Inline) -> Result<document::Inline, NotACharter> {
    let marked = match inline {
        Inline::Text(text) => return Ok(document::Inline::Text(harmless(&text))),
        Inline::Marked(marked) => marked,
    };
    Ok(match marked {
        Marked::Foreign { language, text } => document::Inline::Foreign {
            language,
            text: harmless(&text),
        },
        Marked::Emphasis { content } => document::Inline::Emphasis(inlines(content)?),
        Marked::Strong { content } => document::Inline::Strong(inlines(content)?),
        Marked::Strike { content } => document::Inline::Strike(inlines(content)?),
        Marked::Code { text } => document::Inline::Code(harmless(&text)),
        Marked::Link { to, content } => document::Inline::Link {
            target: Target::new(&to)
                .filter(|target| target.as_str() == to)
                .ok_or_else(|| NotACharter(format!("`{to}` is no address that links lead to")))?,
            content: inlines(content)?,
        },
        Marked::Break => document::Inline::Break,
        Marked::Field { name } => document::Inline::Field(harmless(&name)),
    })
}
