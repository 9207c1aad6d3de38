//! The shape of a charter as JSON.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::model::{
    Category, ColumnId, Consent, Language, ModelId, PlatformId, Role, RowId, SectionId,
};

/// Whether a value is what stands for nothing, and is left out.
fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// The name of this version of the shape.
pub const SCHEMA: &str = "chartrier/charter/1";

/// The version that a charter is written in.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema,
)]
pub enum Schema {
    #[default]
    #[serde(rename = "chartrier/charter/1")]
    First,
}

/// A finished charter in one language, every part of it with the place where it is written.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Charter")]
pub struct Charter {
    pub schema: Schema,
    /// What the charter is for.
    pub subject: Subject,
    pub language: Language,
    /// The date of its last update.
    #[schemars(with = "Option<String>", extend("format" = "date"))]
    pub updated: Option<Date>,
    pub title: Line,
    pub sections: Vec<Section>,
}

/// Whose charter it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum Subject {
    Platform {
        id: PlatformId,
        /// In the charter's language.
        name: String,
        url: String,
        /// The address of the page about privacy, where there is one.
        #[serde(default, skip_serializing_if = "is_default")]
        privacy: String,
        /// Who publishes it, where the platform says so.
        #[serde(default, skip_serializing_if = "is_default")]
        publisher: Option<String>,
    },
    Model {
        id: ModelId,
        name: String,
    },
}

/// One line of text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// The words of `content`, without marks.
    pub text: String,
    pub content: Vec<Inline>,
    /// Where the words are in another language than the charter.
    #[serde(default, skip_serializing_if = "is_default")]
    pub language: Option<Language>,
    pub origin: Origin,
}

/// Text with paragraphs, lists and the like.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Flow {
    /// The words of `content`, without marks.
    pub text: String,
    pub content: Vec<Block>,
    /// Where the words are in another language than the charter.
    #[serde(default, skip_serializing_if = "is_default")]
    pub language: Option<Language>,
    pub origin: Origin,
}

/// Where something is written: in the charter itself, in one that it follows, or in the charter in
/// the place of what one that it follows says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum Origin {
    Own,
    Inherited {
        from: Owner,
    },
    Adapted {
        from: Owner,
        /// Whether what it stands in the place of has changed since.
        model_changed: bool,
    },
}

/// A charter of the collection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Owner {
    Model(ModelId),
    Platform(PlatformId),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Section {
    pub id: SectionId,
    /// How deep its heading stands below the title: 1 right below it. No depth is skipped.
    pub depth: u8,
    pub origin: Origin,
    #[serde(default, skip_serializing_if = "is_default")]
    pub heading: Option<Line>,
    pub body: Flow,
    #[serde(default, skip_serializing_if = "is_default")]
    pub table: Option<Table>,
}

/// A cookie table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Table {
    pub category: Category,
    /// Whether visitors must agree before the cookies are placed.
    pub consent: Consent,
    /// Whether the table says so itself; else its category implies it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub consent_is_stated: bool,
    /// Where its category and its rule of consent are written.
    pub origin: Origin,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Column {
    pub id: ColumnId,
    pub role: Role,
    /// Whether it is one of the columns that the charter's tables have in common.
    #[serde(default, skip_serializing_if = "is_default")]
    pub common: bool,
    pub origin: Origin,
    pub label: Line,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Row {
    pub id: RowId,
    pub origin: Origin,
    /// One for each column, in their order.
    pub cells: Vec<Cell>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Cell {
    pub column: ColumnId,
    /// Whether it repeats the cell above because the charter says « as above ».
    #[serde(default, skip_serializing_if = "is_default")]
    pub as_above: bool,
    pub text: String,
    pub content: Vec<Block>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub language: Option<Language>,
    pub origin: Origin,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum Block {
    /// A heading inside a text, at its depth below the title.
    Heading {
        depth: u8,
        content: Vec<Inline>,
    },
    Paragraph {
        content: Vec<Inline>,
    },
    List {
        /// The first number, if the items are numbered.
        #[serde(default, skip_serializing_if = "is_default")]
        start: Option<usize>,
        items: Vec<Vec<Block>>,
    },
    Quote {
        content: Vec<Block>,
    },
    Code {
        text: String,
    },
    Rule,
    /// A table written in a text; rows are as long as the header.
    Grid {
        header: Vec<Vec<Inline>>,
        rows: Vec<Vec<Vec<Inline>>>,
    },
}

/// A stretch of a line: a string is plain text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(untagged)]
pub enum Inline {
    Text(String),
    Marked(Marked),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum Marked {
    /// Words in another language than those around them.
    Foreign {
        language: Language,
        text: String,
    },
    Emphasis {
        content: Vec<Inline>,
    },
    Strong {
        content: Vec<Inline>,
    },
    Strike {
        content: Vec<Inline>,
    },
    Code {
        text: String,
    },
    /// A link to a web, mail or telephone address.
    Link {
        to: String,
        content: Vec<Inline>,
    },
    Break,
    /// A field without a value, as models have them.
    Field {
        name: String,
    },
}

impl Charter {
    /// The same charter as if all of it were written in itself: what it says, wherever that comes
    /// from.
    #[must_use]
    pub fn without_origins(mut self) -> Self {
        self.title.origin = Origin::Own;
        for section in &mut self.sections {
            section.origin = Origin::Own;
            section.body.origin = Origin::Own;
            if let Some(heading) = &mut section.heading {
                heading.origin = Origin::Own;
            }
            let Some(table) = &mut section.table else {
                continue;
            };
            table.origin = Origin::Own;
            for column in &mut table.columns {
                column.origin = Origin::Own;
                column.label.origin = Origin::Own;
            }
            for row in &mut table.rows {
                row.origin = Origin::Own;
                for cell in &mut row.cells {
                    cell.origin = Origin::Own;
                }
            }
        }
        self
    }
}
