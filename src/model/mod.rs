//! The model: a collection of charters, what a charter says once resolved, and the edits that
//! change it.
//!
//! It knows no file, no clock and no window. Invariants: ids are unique in their lists ([`List`]);
//! order is data; a collection changes only through [`Collection::apply`].

mod adaptation;
mod charter;
mod collection;
mod comparison;
mod conflict;
mod edit;
mod element;
mod field;
mod finding;
mod id;
mod indexed;
mod language;
mod list;
mod merging;
mod presentation;
mod replacement;
mod resolve;
mod table;
mod text;
mod texts;
mod translation;

pub use adaptation::{Adaptation, Nature, Place};
pub use charter::{Charter, Complete, Following, Form, Level, Section};
pub use collection::{Collection, FieldValue, Format, Model, NoValue, Platform, host};
pub use comparison::{Span, compare_words, excerpt};
pub use conflict::Conflict;
pub use edit::{
    CharterEdit, ColumnEdit, Edit, ListEdit, PlatformEdit, Refused, RowEdit, SectionEdit, TextEdit,
};
pub use element::{CellAddress, ColumnAddress, Element, Owner, RowAddress};
pub use field::{BuiltIn, Fact, Field};
pub use finding::{Finding, Problem, ProblemKind};
pub use id::{ColumnId, FactId, FieldId, InvalidId, ModelId, PlatformId, RowId, SectionId};
pub use indexed::Indexed;
pub use language::{InvalidLanguage, Language};
pub use list::{Identified, List};
pub use merging::{Merged, agreed, merge_words};
pub use presentation::{Beside, Logo, Look, NotBeside, Presentation};
pub use replacement::Replaceable;
pub use resolve::{
    Adapts, Held, Origin, Resolved, ResolvedColumn, ResolvedRow, ResolvedSection, ResolvedTable,
    Standing,
};
pub use table::{Category, Cell, Column, Consent, CookieTable, Role, Row};
pub use text::{Said, Text, Translation, difference};
pub use texts::At;

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
