//! Edits: every change of a collection, as data.
//!
//! [`Collection::apply`] is the one gate. It changes what the edit names, or nothing, and gives
//! back the edit that undoes it, which holds only what changed.

use std::collections::HashSet;
use std::fmt::Display;
use std::sync::Arc;

use indexmap::IndexMap;
use jiff::civil::Date;

use super::adaptation::Adaptation;
use super::charter::{Charter, Form, Level, Section};
use super::collection::{Collection, Model, Platform, cycle};
use super::conflict::Conflict;
use super::element::{CellAddress, ColumnAddress, Element, Owner, RowAddress};
use super::field::{Fact, Field};
use super::list::{Identified, List};
use super::presentation::Presentation;
use super::table::{Category, Cell, Column, Consent, CookieTable, Role, Row};
use super::{FactId, FieldId, Language, ModelId, PlatformId, SectionId, Text};

/// One change of a collection.
#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    Name(String),
    Note(String),
    Languages(Vec<Language>),
    Presentation(Presentation),
    Conflicts(Vec<Conflict>),
    Fields(ListEdit<Field>),
    Facts(ListEdit<Fact>),
    Models(ListEdit<Model>),
    Platforms(ListEdit<Platform>),
    ModelName(ModelId, TextEdit),
    ModelNote(ModelId, String),
    Platform(PlatformId, PlatformEdit),
    Charter(Owner, CharterEdit),
}

/// A change of a list.
#[derive(Debug, Clone, PartialEq)]
pub enum ListEdit<T: Identified> {
    Insert {
        at: usize,
        item: Arc<T>,
    },
    Remove(T::Id),
    Move {
        id: T::Id,
        to: usize,
    },
    /// Puts an element in the place of the one with its id.
    Replace(Arc<T>),
}

/// A change of a text.
#[derive(Debug, Clone, PartialEq)]
pub enum TextEdit {
    /// In what is written for a language, at a byte: `removed` gives way to `inserted`.
    Splice {
        language: Language,
        at: usize,
        removed: String,
        inserted: String,
    },
    Set(Text),
}

#[derive(Debug, Clone, PartialEq)]
pub enum PlatformEdit {
    Name(TextEdit),
    Url(String),
    Languages(Vec<Language>),
    Facts(Vec<FactId>),
    /// Sets or clears a field; `at` is its place among the others, where that matters.
    Field {
        field: FieldId,
        value: Option<Text>,
        at: Option<usize>,
    },
    Note(String),
}

/// A change of what a charter holds itself. What it inherits is changed where it is held, or by
/// an adaptation.
#[derive(Debug, Clone, PartialEq)]
pub enum CharterEdit {
    Updated(Option<Date>),
    /// Makes it complete, or a follower, or follow something else.
    Form(Form),
    /// A title, heading, body, label or cell: its own, or the one that an adaptation of its puts
    /// in the place of the model's.
    Text(Element, TextEdit),
    /// Sets or clears a cell; `at` is its place among the row's others, where that matters.
    Cell {
        address: CellAddress,
        cell: Option<Cell>,
        at: Option<usize>,
    },
    Sections(ListEdit<Section>),
    Section(SectionId, SectionEdit),
    Rows(SectionId, ListEdit<Row>),
    Row(RowAddress, RowEdit),
    Columns(Option<SectionId>, ListEdit<Column>),
    Column(ColumnAddress, ColumnEdit),
    Adapt {
        at: usize,
        adaptation: Adaptation,
    },
    Unadapt {
        at: usize,
    },
}

#[derive(Debug, Clone, PartialEq)]
pub enum SectionEdit {
    Level(Level),
    When(Option<FactId>),
    Table(Option<CookieTable>),
    Category(Category),
    Consent(Option<Consent>),
    /// Gives a table columns of its own, or the charter's again.
    Columns(Option<List<Column>>),
    Note(String),
}

#[derive(Debug, Clone, PartialEq)]
pub enum RowEdit {
    When(Option<FactId>),
    Note(String),
}

#[derive(Debug, Clone, PartialEq)]
pub enum ColumnEdit {
    Role(Role),
    Hidden(bool),
}

/// Why an edit changed nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    #[error("there is no `{0}` to change")]
    Missing(String),
    #[error("there is a `{0}` already")]
    Taken(String),
    #[error("the text of `{0}` is not the one that the edit speaks of")]
    Differs(String),
    #[error("a model cannot follow itself: {}", .0.iter().map(|id| id.as_str()).collect::<Vec<_>>().join(" → "))]
    Cycle(Vec<ModelId>),
    #[error("a collection needs a language")]
    NoLanguage,
}

type Applied<T> = Result<T, Refused>;

fn missing(what: &impl Display) -> Refused {
    Refused::Missing(what.to_string())
}

fn swap<T>(place: &mut T, value: T) -> T {
    std::mem::replace(place, value)
}

impl Collection {
    /// Makes a change, and gives back the one that undoes it. A refused edit changes nothing.
    pub fn apply(&mut self, edit: Edit) -> Applied<Edit> {
        let may_close_a_circle = matches!(
            edit,
            Edit::Models(_) | Edit::Charter(Owner::Model(_), CharterEdit::Form(Form::Following(_)))
        );
        let undo = self.change(edit)?;
        match may_close_a_circle.then(|| cycle(&self.models)).flatten() {
            Some(cycle) => {
                self.change(undo)?;
                Err(Refused::Cycle(cycle))
            }
            None => Ok(undo),
        }
    }

    /// Makes a change, be it one that makes models follow themselves.
    fn change(&mut self, edit: Edit) -> Applied<Edit> {
        match edit {
            Edit::Name(name) => Ok(Edit::Name(swap(&mut self.name, name))),
            Edit::Note(note) => Ok(Edit::Note(swap(&mut self.note, note))),
            Edit::Conflicts(conflicts) => Ok(Edit::Conflicts(swap(&mut self.conflicts, conflicts))),
            Edit::Presentation(presentation) => Ok(Edit::Presentation(swap(
                &mut self.presentation,
                presentation,
            ))),
            Edit::Languages(languages) if languages.is_empty() => Err(Refused::NoLanguage),
            Edit::Languages(languages) => {
                let languages = each_once(languages)?;
                Ok(Edit::Languages(swap(&mut self.languages, languages)))
            }
            Edit::Fields(edit) => self.fields.apply(edit).map(Edit::Fields),
            Edit::Facts(edit) => self.facts.apply(edit).map(Edit::Facts),
            Edit::Models(edit) => self.models.apply(edit).map(Edit::Models),
            Edit::Platforms(edit) => self.platforms.apply(edit).map(Edit::Platforms),
            Edit::ModelName(id, edit) => {
                let model = self.models.get_mut(&id).ok_or_else(|| missing(&id))?;
                let undo = edit.apply(&mut model.name, None, &id)?;
                Ok(Edit::ModelName(id, undo))
            }
            Edit::ModelNote(id, note) => {
                let model = self.models.get_mut(&id).ok_or_else(|| missing(&id))?;
                let note = swap(&mut model.note, note);
                Ok(Edit::ModelNote(id, note))
            }
            Edit::Platform(id, edit) => {
                let platform = self.platforms.get_mut(&id).ok_or_else(|| missing(&id))?;
                let undo = platform.apply(edit)?;
                Ok(Edit::Platform(id, undo))
            }
            Edit::Charter(owner, edit) => {
                let first = self.first_language();
                let charter = match &owner {
                    Owner::Model(id) => self.models.get_mut(id).map(|it| &mut it.charter),
                    Owner::Platform(id) => self.platforms.get_mut(id).map(|it| &mut it.charter),
                };
                let charter = charter.ok_or_else(|| missing(&owner))?;
                Ok(Edit::Charter(owner, charter.apply(edit, &first)?))
            }
        }
    }
}

/// Languages, if none stands twice among them.
fn each_once(languages: Vec<Language>) -> Applied<Vec<Language>> {
    let mut seen = HashSet::new();
    match languages.iter().find(|language| !seen.insert(*language)) {
        Some(twice) => Err(Refused::Taken(twice.to_string())),
        None => Ok(languages),
    }
}

impl<T: Identified + Clone> List<T> {
    fn apply(&mut self, edit: ListEdit<T>) -> Applied<ListEdit<T>> {
        match edit {
            ListEdit::Insert { at, item } => {
                let id = item.id().clone();
                self.insert(at, item)
                    .map_err(|item| Refused::Taken(item.id().to_string()))?;
                Ok(ListEdit::Remove(id))
            }
            ListEdit::Remove(id) => {
                let (at, item) = self.remove(&id).ok_or_else(|| missing(&id))?;
                Ok(ListEdit::Insert { at, item })
            }
            ListEdit::Move { id, to } => {
                let from = self.move_to(&id, to).ok_or_else(|| missing(&id))?;
                Ok(ListEdit::Move { id, to: from })
            }
            ListEdit::Replace(item) => {
                let place = self.get_mut(item.id()).ok_or_else(|| missing(item.id()))?;
                let replaced = swap(place, Arc::unwrap_or_clone(item));
                Ok(ListEdit::Replace(Arc::new(replaced)))
            }
        }
    }
}

impl TextEdit {
    /// Changes a text. With a `first` language, what is translated from it keeps what it was made
    /// from.
    fn apply(self, text: &mut Text, first: Option<&Language>, of: &impl Display) -> Applied<Self> {
        let (language, at, removed, inserted) = match self {
            Self::Set(new) => return Ok(Self::Set(swap(text, new))),
            Self::Splice {
                language,
                at,
                removed,
                inserted,
            } => (language, at, removed, inserted),
        };
        let spliced = text.spliced(first, &language, at, (&removed, &inserted));
        let spliced = spliced.ok_or_else(|| Refused::Differs(of.to_string()))?;
        let back = spliced.spliced(first, &language, at, (&inserted, &removed));
        let before = swap(text, spliced);
        if back.is_none_or(|back| back != before) {
            // A translation was made anew: what it was made from is not told by its words.
            return Ok(Self::Set(before));
        }
        Ok(Self::Splice {
            language,
            at,
            removed: inserted,
            inserted: removed,
        })
    }
}

impl Platform {
    fn apply(&mut self, edit: PlatformEdit) -> Applied<PlatformEdit> {
        Ok(match edit {
            PlatformEdit::Name(edit) => {
                PlatformEdit::Name(edit.apply(&mut self.name, None, &self.id)?)
            }
            PlatformEdit::Url(url) => PlatformEdit::Url(swap(&mut self.url, url)),
            PlatformEdit::Languages(languages) => {
                PlatformEdit::Languages(swap(&mut self.languages, each_once(languages)?))
            }
            PlatformEdit::Facts(facts) => PlatformEdit::Facts(swap(&mut self.facts, facts)),
            PlatformEdit::Field { field, value, at } => {
                let (value, at) = set_entry(&mut self.fields, &field, value, at);
                PlatformEdit::Field { field, value, at }
            }
            PlatformEdit::Note(note) => PlatformEdit::Note(swap(&mut self.note, note)),
        })
    }
}

/// Sets or clears an entry of an ordered map, and gives back what undoes that.
fn set_entry<K: Clone + Eq + std::hash::Hash, V>(
    map: &mut IndexMap<K, V>,
    key: &K,
    value: Option<V>,
    at: Option<usize>,
) -> (Option<V>, Option<usize>) {
    match (map.get_index_of(key), value) {
        (Some(from), Some(value)) => {
            let before = map.insert(key.clone(), value);
            let moved = at.map(|at| map.move_index(from, at.min(map.len() - 1)));
            (before, moved.map(|()| from))
        }
        (Some(_), None) => match map.shift_remove_full(key) {
            Some((at, _, value)) => (Some(value), Some(at)),
            None => (None, None),
        },
        (None, Some(value)) => {
            let at = at.unwrap_or(map.len()).min(map.len());
            map.shift_insert(at, key.clone(), value);
            (None, None)
        }
        (None, None) => (None, None),
    }
}

impl Charter {
    fn apply(&mut self, edit: CharterEdit, first: &Language) -> Applied<CharterEdit> {
        Ok(match edit {
            CharterEdit::Updated(date) => CharterEdit::Updated(swap(&mut self.updated, date)),
            CharterEdit::Form(form) => CharterEdit::Form(swap(&mut self.form, form)),
            CharterEdit::Text(element, edit) => {
                let text = self.text_mut(&element).ok_or_else(|| missing(&element))?;
                let undo = edit.apply(text, Some(first), &element)?;
                CharterEdit::Text(element, undo)
            }
            CharterEdit::Cell { address, cell, at } => {
                let (cell, at) = self.set_cell(&address, cell, at)?;
                CharterEdit::Cell { address, cell, at }
            }
            CharterEdit::Sections(edit) => match &mut self.form {
                Form::Complete(complete) => CharterEdit::Sections(complete.sections.apply(edit)?),
                Form::Following(_) => return Err(missing(&"sections")),
            },
            CharterEdit::Section(id, edit) => {
                let section = self.section_mut(&id).ok_or_else(|| missing(&id))?;
                let undo = section.apply(edit)?;
                CharterEdit::Section(id, undo)
            }
            CharterEdit::Rows(section, edit) => {
                let table = self.table_mut(&section).ok_or_else(|| missing(&section))?;
                let undo = table.rows.apply(edit)?;
                CharterEdit::Rows(section, undo)
            }
            CharterEdit::Row(address, edit) => {
                let row = self.row_mut(&address);
                let row = row.ok_or_else(|| missing(&address.row))?;
                let undo = match edit {
                    RowEdit::When(when) => RowEdit::When(swap(&mut row.when, when)),
                    RowEdit::Note(note) => RowEdit::Note(swap(&mut row.note, note)),
                };
                CharterEdit::Row(address, undo)
            }
            CharterEdit::Columns(table, edit) => {
                let columns = self.columns_mut(table.as_ref());
                let undo = columns.ok_or_else(|| missing(&"columns"))?.apply(edit)?;
                CharterEdit::Columns(table, undo)
            }
            CharterEdit::Column(address, edit) => {
                let column = self.column_mut(&address);
                let column = column.ok_or_else(|| missing(&address.column))?;
                let undo = match edit {
                    ColumnEdit::Role(role) => ColumnEdit::Role(swap(&mut column.role, role)),
                    ColumnEdit::Hidden(hidden) => {
                        ColumnEdit::Hidden(swap(&mut column.hidden, hidden))
                    }
                };
                CharterEdit::Column(address, undo)
            }
            CharterEdit::Adapt { at, adaptation } => {
                let adaptations = self.adaptations_mut()?;
                let at = at.min(adaptations.len());
                adaptations.insert(at, adaptation);
                CharterEdit::Unadapt { at }
            }
            CharterEdit::Unadapt { at } => {
                let adaptations = self.adaptations_mut()?;
                if at >= adaptations.len() {
                    return Err(missing(&"adaptation"));
                }
                CharterEdit::Adapt {
                    at,
                    adaptation: adaptations.remove(at),
                }
            }
        })
    }

    fn adaptations_mut(&mut self) -> Applied<&mut Vec<Adaptation>> {
        match &mut self.form {
            Form::Complete(_) => Err(missing(&"adaptations")),
            Form::Following(following) => Ok(&mut following.adaptations),
        }
    }

    /// A section that the charter holds itself.
    fn section_mut(&mut self, id: &SectionId) -> Option<&mut Section> {
        match self.addition_of(&Element::Section(id.clone())) {
            Some(at) => match self.adaptations_mut().ok()?.get_mut(at)? {
                Adaptation::AddSection { section, .. } => Some(Arc::make_mut(section)),
                _ => None,
            },
            None => match &mut self.form {
                Form::Complete(complete) => complete.sections.get_mut(id),
                Form::Following(_) => None,
            },
        }
    }

    fn table_mut(&mut self, section: &SectionId) -> Option<&mut CookieTable> {
        self.section_mut(section)?.table.as_mut()
    }

    /// The columns of a section's table or, without one, the charter's own.
    fn columns_mut(&mut self, table: Option<&SectionId>) -> Option<&mut List<Column>> {
        if let Some(section) = table {
            return self.table_mut(section)?.columns.as_mut();
        }
        match &mut self.form {
            Form::Complete(complete) => Some(&mut complete.columns),
            Form::Following(_) => None,
        }
    }

    /// Where among the adaptations an element is added.
    #[must_use]
    pub fn addition_of(&self, element: &Element) -> Option<usize> {
        self.adaptations().iter().position(|adaptation| {
            matches!(
                adaptation,
                Adaptation::AddSection { .. }
                    | Adaptation::AddRow { .. }
                    | Adaptation::AddColumn { .. }
            ) && adaptation.element() == *element
        })
    }

    /// A row that the charter holds itself: of its own table, or one that it adds to a model's.
    fn row_mut(&mut self, address: &RowAddress) -> Option<&mut Row> {
        match self.addition_of(&Element::Row(address.clone())) {
            Some(at) => match self.adaptations_mut().ok()?.get_mut(at)? {
                Adaptation::AddRow { row, .. } => Some(Arc::make_mut(row)),
                _ => None,
            },
            None => self.table_mut(&address.section)?.rows.get_mut(&address.row),
        }
    }

    /// A column that the charter holds itself.
    fn column_mut(&mut self, address: &ColumnAddress) -> Option<&mut Column> {
        let element = Element::Column(address.clone());
        match self.addition_of(&element) {
            Some(at) => match self.adaptations_mut().ok()?.get_mut(at)? {
                Adaptation::AddColumn { column, .. } => Some(Arc::make_mut(column)),
                _ => None,
            },
            None => self
                .columns_mut(address.table.as_ref())?
                .get_mut(&address.column),
        }
    }

    /// A text that the charter holds itself, be it in the place of the model's.
    fn text_mut(&mut self, element: &Element) -> Option<&mut Text> {
        if let Some(at) = self.replacement_of(element) {
            return match self.adaptations_mut().ok()?.get_mut(at)? {
                Adaptation::ReplaceTitle { text, .. }
                | Adaptation::ReplaceHeading { text, .. }
                | Adaptation::ReplaceBody { text, .. }
                | Adaptation::ReplaceLabel { text, .. }
                | Adaptation::ReplaceCell {
                    cell: Some(Cell::Text(text)),
                    ..
                } => Some(text),
                _ => None,
            };
        }
        match element {
            Element::Title => match &mut self.form {
                Form::Complete(complete) => Some(&mut complete.title),
                Form::Following(_) => None,
            },
            Element::Heading(section) => Some(&mut self.section_mut(section)?.heading),
            Element::Body(section) => Some(&mut self.section_mut(section)?.body),
            Element::Column(address) => Some(&mut self.column_mut(address)?.label),
            Element::Cell(address) => {
                let row = self.row_mut(&address.row_address())?;
                match row.cells.get_mut(&address.column)? {
                    Cell::Text(text) => Some(text),
                    Cell::Above => None,
                }
            }
            Element::Section(_) | Element::Row(_) => None,
        }
    }

    /// Where among the adaptations the text of an element is replaced: the last such place, whose
    /// text is the one that shows.
    #[must_use]
    pub fn replacement_of(&self, element: &Element) -> Option<usize> {
        self.adaptations()
            .iter()
            .rposition(|adaptation| adaptation.is_replacement() && adaptation.element() == *element)
    }

    fn set_cell(
        &mut self,
        address: &CellAddress,
        cell: Option<Cell>,
        at: Option<usize>,
    ) -> Applied<(Option<Cell>, Option<usize>)> {
        if let Some(replacement) = self.replacement_of(&Element::Cell(address.clone()))
            && let Some(Adaptation::ReplaceCell { cell: place, .. }) =
                self.adaptations_mut()?.get_mut(replacement)
        {
            return Ok((swap(place, cell), None));
        }
        let row = self.row_mut(&address.row_address());
        let row = row.ok_or_else(|| missing(&address.row))?;
        Ok(set_entry(&mut row.cells, &address.column, cell, at))
    }
}

impl Section {
    fn apply(&mut self, edit: SectionEdit) -> Applied<SectionEdit> {
        let no_table = || missing(&"table");
        Ok(match edit {
            SectionEdit::Level(level) => SectionEdit::Level(swap(&mut self.level, level)),
            SectionEdit::When(when) => SectionEdit::When(swap(&mut self.when, when)),
            SectionEdit::Note(note) => SectionEdit::Note(swap(&mut self.note, note)),
            SectionEdit::Table(table) => SectionEdit::Table(swap(&mut self.table, table)),
            SectionEdit::Category(category) => {
                let table = self.table.as_mut().ok_or_else(no_table)?;
                SectionEdit::Category(swap(&mut table.category, category))
            }
            SectionEdit::Consent(consent) => {
                let table = self.table.as_mut().ok_or_else(no_table)?;
                SectionEdit::Consent(swap(&mut table.consent, consent))
            }
            SectionEdit::Columns(columns) => {
                let table = self.table.as_mut().ok_or_else(no_table)?;
                SectionEdit::Columns(swap(&mut table.columns, columns))
            }
        })
    }
}
