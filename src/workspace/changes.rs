//! Changes as people ask for them, turned into the edits that make them.
//!
//! A charter that follows a model shows what it does not hold: changing that is done where it is
//! held (« everywhere ») or by an adaptation (« here »).

use std::collections::HashSet;
use std::sync::Arc;

use super::history::{Change, Deed, Place};
use crate::model::Place as AmongLikes;
use crate::model::{
    Adaptation, Cell, CellAddress, Charter, CharterEdit, Collection, ColumnAddress, CookieTable,
    Edit, Element, FieldId, Form, Language, ListEdit, ModelId, Origin, Owner, Platform,
    PlatformEdit, PlatformId, Resolved, ResolvedRow, ResolvedSection, Role, Row, RowAddress, RowId,
    Section, SectionEdit, SectionId, Standing, Text, TextEdit, difference,
};

/// How far a change of something inherited reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Where it is held: every charter that shows it.
    Everywhere,
    /// In the charter that is looked at.
    Here,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    Up,
    Down,
}

/// A charter, seen with what it inherits, that changes are asked for.
#[derive(Clone, Copy)]
pub struct Charters<'a> {
    pub collection: &'a Collection,
    pub resolved: &'a Resolved,
}

impl Charters<'_> {
    fn owner(&self) -> &Owner {
        &self.resolved.owner
    }

    fn place(&self, element: &Element) -> Place {
        Place {
            owner: self.owner().clone(),
            element: element.clone(),
        }
    }

    fn change(&self, deed: Deed, element: &Element, edits: Vec<Edit>) -> Change {
        Change {
            deed,
            place: self.place(element),
            edits,
        }
    }

    /// A change of the charter that is looked at.
    fn here(&self, deed: Deed, element: &Element, edit: CharterEdit) -> Change {
        self.change(
            deed,
            element,
            vec![Edit::Charter(self.owner().clone(), edit)],
        )
    }

    /// An adaptation of the charter that is looked at.
    fn adapt(&self, deed: Deed, element: &Element, adaptation: Adaptation) -> Change {
        let at = self.own().map_or(0, |charter| charter.adaptations().len());
        self.here(deed, element, CharterEdit::Adapt { at, adaptation })
    }

    fn own(&self) -> Option<&Charter> {
        self.collection.charter(self.owner())
    }

    /// Makes a text say something else in a language.
    #[must_use]
    pub fn write(
        &self,
        element: &Element,
        language: &Language,
        words: &str,
        scope: Scope,
    ) -> Option<Change> {
        let (said, origin) = match (self.resolved.text(element), element) {
            (Some((text, origin)), _) => (Some(text), origin),
            (None, Element::Cell(cell)) => (None, self.resolved.cell(cell)?.1),
            (None, _) => return None,
        };
        let text = match said {
            Some(text) if !text.is_empty() => text.with(language, words),
            Some(Text::ByLanguage(_)) => said?.with(language, words),
            _ => self.fresh_text(element, language, words),
        };
        let inherited = matches!(self.resolved.standing(origin), Standing::Inherited { .. });
        if inherited && scope == Scope::Here {
            let adaptation = self.replacement(element, text)?;
            return Some(self.adapt(Deed::Adapt, element, adaptation));
        }
        let edit = match (said, element) {
            (None, Element::Cell(address)) => CharterEdit::Cell {
                address: address.clone(),
                cell: Some(Cell::Text(text)),
                at: None,
            },
            (said, _) => {
                let edit = match said.and_then(|said| said.written(language)) {
                    Some(before) if !said.is_some_and(Text::is_empty) => {
                        splice(language, before, words)?
                    }
                    _ => TextEdit::Set(text),
                };
                CharterEdit::Text(element.clone(), edit)
            }
        };
        let edit = Edit::Charter(origin.holder.clone(), edit);
        Some(self.change(Deed::Type, element, vec![edit]))
    }

    /// The text that begins with words in a language: theirs alone where a translation is to be
    /// written too, common to all where there is nothing to translate.
    fn fresh_text(&self, element: &Element, language: &Language, words: &str) -> Text {
        let several = self.collection.languages_of(self.owner()).len() > 1;
        if several && !self.needs_no_translation(element) {
            Text::in_one(language.clone(), words)
        } else {
            Text::same(words)
        }
    }

    fn needs_no_translation(&self, element: &Element) -> bool {
        let Element::Cell(cell) = element else {
            return false;
        };
        let table = self
            .resolved
            .section(&cell.section)
            .and_then(|it| it.table.as_ref());
        let columns = table
            .map(|table| self.resolved.columns_of(table))
            .unwrap_or_default();
        columns.iter().any(|column| {
            column.column.id == cell.column
                && matches!(
                    column.column.role,
                    Role::Provider | Role::Name | Role::Domain | Role::Link
                )
        })
    }

    /// The adaptation that puts a text in the place of the model's.
    fn replacement(&self, element: &Element, text: Text) -> Option<Adaptation> {
        if let Element::Cell(CellAddress {
            section,
            row,
            column,
        }) = element
        {
            let was = self.resolved.cell(&CellAddress {
                section: section.clone(),
                row: row.clone(),
                column: column.clone(),
            })?;
            return Some(Adaptation::ReplaceCell {
                section: section.clone(),
                row: row.clone(),
                column: column.clone(),
                was: was.0.cloned(),
                cell: Some(Cell::Text(text)),
            });
        }
        let was = self.resolved.text(element)?.0.clone();
        Some(match element.clone() {
            Element::Title => Adaptation::ReplaceTitle { was, text },
            Element::Heading(section) => Adaptation::ReplaceHeading { section, was, text },
            Element::Body(section) => Adaptation::ReplaceBody { section, was, text },
            Element::Column(ColumnAddress { table, column }) => Adaptation::ReplaceLabel {
                table,
                column,
                was,
                text,
            },
            Element::Section(_) | Element::Row(_) | Element::Cell(_) => return None,
        })
    }

    /// Lets an adapted text follow the model again.
    #[must_use]
    pub fn back_to_model(&self, element: &Element) -> Option<Change> {
        let at = self.own()?.replacement_of(element)?;
        Some(self.here(Deed::BackToModel, element, CharterEdit::Unadapt { at }))
    }

    /// Takes an adapted text to where the original is held, for all that show it.
    #[must_use]
    pub fn spread(&self, element: &Element) -> Option<Change> {
        let at = self.own()?.replacement_of(element)?;
        let unadapt = Edit::Charter(self.owner().clone(), CharterEdit::Unadapt { at });
        let (edit, origin) = match element {
            Element::Cell(address) => {
                let (cell, origin) = self.resolved.cell(address)?;
                let edit = CharterEdit::Cell {
                    address: address.clone(),
                    cell: cell.cloned(),
                    at: None,
                };
                (edit, origin)
            }
            _ => {
                let (text, origin) = self.resolved.text(element)?;
                (
                    CharterEdit::Text(element.clone(), TextEdit::Set(text.clone())),
                    origin,
                )
            }
        };
        let original = origin.adapts.as_ref()?.original.clone();
        let edits = vec![unadapt, Edit::Charter(original, edit)];
        Some(self.change(Deed::Spread, element, edits))
    }

    /// Adds an empty section below another, or at the end.
    #[must_use]
    pub fn add_section(&self, after: Option<&SectionId>) -> Change {
        let id = SectionId::made_from("section", |id| self.section_is_taken(id));
        let level = after
            .and_then(|id| self.resolved.section(id))
            .map(|section| section.level.value)
            .unwrap_or_default();
        let section = Arc::new(Section {
            level,
            ..Section::empty(id.clone())
        });
        let element = Element::Heading(id);
        match self.own().map(|charter| &charter.form) {
            Some(Form::Following(_)) => {
                let place = after.map_or(AmongLikes::Last, |id| AmongLikes::After(id.clone()));
                let adaptation = Adaptation::AddSection { section, place };
                self.adapt(Deed::AddSection, &element, adaptation)
            }
            _ => {
                let sections = &self.resolved.sections;
                let at = after
                    .and_then(|after| sections.iter().position(|it| it.id == *after))
                    .map_or(sections.len(), |position| position + 1);
                let edit = CharterEdit::Sections(ListEdit::Insert { at, item: section });
                self.here(Deed::AddSection, &element, edit)
            }
        }
    }

    /// Whether a section of this charter, or of one that may follow it, has an id.
    fn section_is_taken(&self, id: &SectionId) -> bool {
        let adds = |charter: &Charter| charter.addition_of(&Element::Section(id.clone())).is_some();
        let models = self.collection.models.iter().map(|it| &it.charter);
        let platforms = self.collection.platforms.iter().map(|it| &it.charter);
        self.resolved.section(id).is_some() || models.chain(platforms).any(adds)
    }

    /// Takes an own section out, or hides an inherited one here.
    #[must_use]
    pub fn remove_section(&self, id: &SectionId) -> Option<Change> {
        let section = self.resolved.section(id)?;
        let element = Element::Section(id.clone());
        if matches!(
            self.resolved.standing(&section.origin),
            Standing::Inherited { .. }
        ) {
            let adaptation = Adaptation::HideSection {
                section: id.clone(),
            };
            return Some(self.adapt(Deed::Hide, &element, adaptation));
        }
        let edits = match &self.own()?.form {
            Form::Complete(_) => vec![CharterEdit::Sections(ListEdit::Remove(id.clone()))],
            Form::Following(_) => without_addition(self.own()?, &element, |it| {
                it.element().section() == Some(id)
            }),
        };
        Some(self.change(Deed::RemoveSection, &element, self.of_own(edits)))
    }

    /// Shows a section again that this charter hides.
    #[must_use]
    pub fn show_section(&self, id: &SectionId) -> Option<Change> {
        let hides =
            |it: &Adaptation| matches!(it, Adaptation::HideSection { section } if section == id);
        let element = Element::Section(id.clone());
        Some(self.change(
            Deed::Show,
            &element,
            self.of_own(self.without_adaptations(hides)),
        ))
    }

    /// Moves a section by one, among all that stand in the outline.
    #[must_use]
    pub fn move_section(&self, id: &SectionId, direction: Direction) -> Option<Change> {
        let ids: Vec<&SectionId> = self.resolved.sections.iter().map(|it| &it.id).collect();
        let (to, place) = target(&ids, id, direction)?;
        let element = Element::Section(id.clone());
        let edits = match &self.own()?.form {
            Form::Complete(_) => {
                vec![CharterEdit::Sections(ListEdit::Move { id: id.clone(), to })]
            }
            Form::Following(_) => self.moved(
                |it| matches!(it, Adaptation::MoveSection { section, .. } if section == id),
                Adaptation::MoveSection {
                    section: id.clone(),
                    place,
                },
            ),
        };
        Some(self.change(Deed::MoveSection, &element, self.of_own(edits)))
    }

    /// Gives an own section a table, with the charter's columns and one empty row.
    #[must_use]
    pub fn add_table(&self, section: &SectionId) -> Option<Change> {
        let mut table = CookieTable {
            category: crate::model::Category::Necessary,
            consent: None,
            columns: None,
            rows: crate::model::List::new(),
        };
        table
            .rows
            .push(empty_row(RowId::made_from("cookie", |_| false)))
            .ok()?;
        let edit = CharterEdit::Section(section.clone(), SectionEdit::Table(Some(table)));
        let holder = self.resolved.section(section)?.origin.holder.clone();
        let element = Element::Section(section.clone());
        Some(self.change(Deed::AddTable, &element, vec![Edit::Charter(holder, edit)]))
    }

    /// Takes the table of an own section away.
    #[must_use]
    pub fn remove_table(&self, section: &SectionId) -> Change {
        let edit = CharterEdit::Section(section.clone(), SectionEdit::Table(None));
        self.here(Deed::RemoveTable, &Element::Section(section.clone()), edit)
    }

    /// Adds an empty row to a table, below another row or at the end, and names it.
    #[must_use]
    pub fn add_row(
        &self,
        section: &SectionId,
        after: Option<&RowId>,
        scope: Scope,
    ) -> Option<(RowId, Change)> {
        let resolved = self.resolved.section(section)?;
        let taken: HashSet<RowId> = self.rows_taken(section, resolved);
        let id = RowId::made_from("cookie", |id| taken.contains(id));
        let row = Arc::new(empty_row(id.clone()));
        let element = Element::Row(RowAddress {
            section: section.clone(),
            row: id.clone(),
        });
        let inherited = matches!(
            self.resolved.standing(&resolved.origin),
            Standing::Inherited { .. }
        );
        let change = if inherited && scope == Scope::Here {
            let place = after.map_or(AmongLikes::Last, |id| AmongLikes::After(id.clone()));
            let adaptation = Adaptation::AddRow {
                section: section.clone(),
                row,
                place,
            };
            self.adapt(Deed::AddRow, &element, adaptation)
        } else {
            let holder = &resolved.origin.holder;
            let rows = &resolved.table.as_ref()?.rows;
            let held: Vec<&ResolvedRow> = rows
                .iter()
                .filter(|row| row.origin.holder == *holder)
                .collect();
            let at = after
                .and_then(|after| held.iter().position(|row| row.id() == after))
                .map_or(held.len(), |position| position + 1);
            let edit = CharterEdit::Rows(section.clone(), ListEdit::Insert { at, item: row });
            self.change(
                Deed::AddRow,
                &element,
                vec![Edit::Charter(holder.clone(), edit)],
            )
        };
        Some((id, change))
    }

    /// The ids of a table's rows, here and in the charters that may follow this one.
    fn rows_taken(&self, section: &SectionId, resolved: &ResolvedSection) -> HashSet<RowId> {
        let here = resolved
            .table
            .iter()
            .flat_map(|table| &table.rows)
            .map(|row| row.id().clone());
        let models = self.collection.models.iter().map(|it| &it.charter);
        let platforms = self.collection.platforms.iter().map(|it| &it.charter);
        let added = models
            .chain(platforms)
            .flat_map(Charter::adaptations)
            .filter_map(|it| match it {
                Adaptation::AddRow {
                    section: of, row, ..
                } if of == section => Some(row.id.clone()),
                _ => None,
            });
        here.chain(added).collect()
    }

    /// Takes a row out where it is held, or hides an inherited one here.
    #[must_use]
    pub fn remove_row(&self, address: &RowAddress, scope: Scope) -> Option<Change> {
        let row = self.row(address)?;
        let element = Element::Row(address.clone());
        let inherited = matches!(
            self.resolved.standing(&row.origin),
            Standing::Inherited { .. }
        );
        if inherited && scope == Scope::Here {
            let adaptation = Adaptation::HideRow {
                section: address.section.clone(),
                row: address.row.clone(),
            };
            return Some(self.adapt(Deed::Hide, &element, adaptation));
        }
        let holder = &row.origin.holder;
        let charter = self.collection.charter(holder)?;
        let edits = match charter.addition_of(&element) {
            Some(_) => without_addition(charter, &element, |it| match it {
                Adaptation::ReplaceCell { section, row, .. } => {
                    *section == address.section && *row == address.row
                }
                it => it.element() == element,
            }),
            None => {
                let remove = ListEdit::Remove(address.row.clone());
                vec![CharterEdit::Rows(address.section.clone(), remove)]
            }
        };
        let edits = edits
            .into_iter()
            .map(|edit| Edit::Charter(holder.clone(), edit))
            .collect();
        Some(self.change(Deed::RemoveRow, &element, edits))
    }

    /// Shows a row again that this charter hides.
    #[must_use]
    pub fn show_row(&self, address: &RowAddress) -> Option<Change> {
        let hides = |it: &Adaptation| {
            matches!(it, Adaptation::HideRow { section, row }
                if *section == address.section && *row == address.row)
        };
        let element = Element::Row(address.clone());
        Some(self.change(
            Deed::Show,
            &element,
            self.of_own(self.without_adaptations(hides)),
        ))
    }

    /// Moves a row by one.
    #[must_use]
    pub fn move_row(&self, address: &RowAddress, direction: Direction) -> Option<Change> {
        let section = self.resolved.section(&address.section)?;
        let rows = &section.table.as_ref()?.rows;
        let ids: Vec<&RowId> = rows.iter().map(ResolvedRow::id).collect();
        let (to, place) = target(&ids, &address.row, direction)?;
        let element = Element::Row(address.clone());
        let is_own = section.origin.holder == *self.owner();
        let edits = if is_own {
            let id = address.row.clone();
            vec![CharterEdit::Rows(
                address.section.clone(),
                ListEdit::Move { id, to },
            )]
        } else {
            self.moved(
                |it| {
                    matches!(it, Adaptation::MoveRow { section, row, .. }
                        if *section == address.section && *row == address.row)
                },
                Adaptation::MoveRow {
                    section: address.section.clone(),
                    row: address.row.clone(),
                    place,
                },
            )
        };
        Some(self.change(Deed::MoveRow, &element, self.of_own(edits)))
    }

    fn row(&self, address: &RowAddress) -> Option<&ResolvedRow> {
        let table = self.resolved.section(&address.section)?.table.as_ref()?;
        table.rows.iter().find(|row| *row.id() == address.row)
    }

    fn of_own(&self, edits: Vec<CharterEdit>) -> Vec<Edit> {
        edits
            .into_iter()
            .map(|edit| Edit::Charter(self.owner().clone(), edit))
            .collect()
    }

    fn without_adaptations(&self, unwanted: impl Fn(&Adaptation) -> bool) -> Vec<CharterEdit> {
        self.own()
            .map_or_else(Vec::new, |charter| without(charter, unwanted))
    }

    /// The edits that put a move in the place of an earlier one of the same thing.
    fn moved(
        &self,
        earlier: impl Fn(&Adaptation) -> bool,
        adaptation: Adaptation,
    ) -> Vec<CharterEdit> {
        let mut edits = self.without_adaptations(earlier);
        let left = self.own().map_or(0, |charter| charter.adaptations().len()) - edits.len();
        edits.push(CharterEdit::Adapt {
            at: left,
            adaptation,
        });
        edits
    }

    /// How many platforms a change at the origin of something reaches.
    #[must_use]
    pub fn reach(&self, origin: &Origin) -> usize {
        match &origin.holder {
            Owner::Model(id) => self.collection.followers(id),
            Owner::Platform(_) => 1,
        }
    }
}

/// The edits that drop adaptations, from the last to the first.
fn without(charter: &Charter, unwanted: impl Fn(&Adaptation) -> bool) -> Vec<CharterEdit> {
    let adaptations = charter.adaptations().iter().enumerate().rev();
    adaptations
        .filter(|(_, adaptation)| unwanted(adaptation))
        .map(|(at, _)| CharterEdit::Unadapt { at })
        .collect()
}

/// The edits that drop what a charter added, with all that is about it. What the charter put right
/// below it goes where it stood.
fn without_addition(
    charter: &Charter,
    added: &Element,
    unwanted: impl Fn(&Adaptation) -> bool,
) -> Vec<CharterEdit> {
    let mut edits = Vec::new();
    for (at, adaptation) in charter.adaptations().iter().enumerate().rev() {
        if unwanted(adaptation) {
            edits.push(CharterEdit::Unadapt { at });
        } else if let Some(adaptation) = in_place_of(charter, added, adaptation) {
            edits.push(CharterEdit::Unadapt { at });
            edits.push(CharterEdit::Adapt { at, adaptation });
        }
    }
    edits
}

/// An adaptation that puts something right below an addition, as it puts it where that stands.
fn in_place_of(charter: &Charter, added: &Element, below: &Adaptation) -> Option<Adaptation> {
    let placed = charter.adaptations().iter().rev();
    let mut lifted = below.clone();
    match (&mut lifted, added, below.element()) {
        (
            Adaptation::AddSection { place, .. } | Adaptation::MoveSection { place, .. },
            Element::Section(added),
            Element::Section(own),
        ) if *place == AmongLikes::After(added.clone()) => {
            let mut places = placed.filter_map(|it| match it {
                Adaptation::AddSection { section, place } if section.id == *added => Some(place),
                Adaptation::MoveSection { section, place } if section == added => Some(place),
                _ => None,
            });
            *place = places
                .find(|it| **it != AmongLikes::After(own.clone()))?
                .clone();
        }
        (
            Adaptation::AddRow { place, .. } | Adaptation::MoveRow { place, .. },
            Element::Row(added),
            Element::Row(own),
        ) if own.section == added.section && *place == AmongLikes::After(added.row.clone()) => {
            let mut places = placed.filter_map(|it| match it {
                Adaptation::AddRow {
                    section,
                    row,
                    place,
                } if *section == added.section && row.id == added.row => Some(place),
                Adaptation::MoveRow {
                    section,
                    row,
                    place,
                } if *section == added.section && *row == added.row => Some(place),
                _ => None,
            });
            *place = places
                .find(|it| **it != AmongLikes::After(own.row.clone()))?
                .clone();
        }
        _ => return None,
    }
    Some(lifted)
}

/// Where something goes when it moves by one: its position, and its place among its likes.
fn target<Id: Clone + PartialEq>(
    ids: &[&Id],
    id: &Id,
    direction: Direction,
) -> Option<(usize, AmongLikes<Id>)> {
    let from = ids.iter().position(|it| *it == id)?;
    match direction {
        Direction::Up => {
            let to = from.checked_sub(1)?;
            let before = to.checked_sub(1).and_then(|at| ids.get(at));
            let place = before.map_or(AmongLikes::First, |id| AmongLikes::After((*id).clone()));
            Some((to, place))
        }
        Direction::Down => {
            let next = ids.get(from + 1)?;
            Some((from + 1, AmongLikes::After((*next).clone())))
        }
    }
}

fn empty_row(id: RowId) -> Row {
    Row {
        id,
        when: None,
        cells: indexmap::IndexMap::new(),
        note: String::new(),
    }
}

fn splice(language: &Language, before: &str, after: &str) -> Option<TextEdit> {
    let (range, inserted) = difference(before, after);
    (before != after).then(|| TextEdit::Splice {
        language: language.clone(),
        at: range.start,
        removed: before.get(range).unwrap_or_default().to_owned(),
        inserted: inserted.to_owned(),
    })
}

/// Adds a platform of a name and an address. It follows the first model, if there is one.
#[must_use]
pub fn add_platform(collection: &Collection, name: &str, url: &str) -> (PlatformId, Change) {
    let charter = match collection.models.at(0) {
        Some(model) => Charter::following(model.id.clone()),
        None => Charter::default(),
    };
    let id = PlatformId::made_from(name, |id| collection.platforms.contains(id));
    let platform = Arc::new(Platform::new(id.clone(), name, url, charter));
    let insert = ListEdit::Insert {
        at: collection.platforms.len(),
        item: platform,
    };
    let change = Change {
        deed: Deed::AddPlatform,
        place: Place {
            owner: Owner::Platform(id.clone()),
            element: Element::Title,
        },
        edits: vec![Edit::Platforms(insert)],
    };
    (id, change)
}

/// Takes a platform out.
#[must_use]
pub fn remove_platform(id: &PlatformId) -> Change {
    Change {
        deed: Deed::RemovePlatform,
        place: Place {
            owner: Owner::Platform(id.clone()),
            element: Element::Title,
        },
        edits: vec![Edit::Platforms(ListEdit::Remove(id.clone()))],
    }
}

/// Changes a property of a platform.
#[must_use]
pub fn set_property(id: &PlatformId, edit: PlatformEdit) -> Change {
    properties(
        Owner::Platform(id.clone()),
        Edit::Platform(id.clone(), edit),
    )
}

/// Makes a field say something on a platform, in a language; nothing at all clears it.
#[must_use]
pub fn set_field(platform: &Platform, field: &FieldId, language: &Language, words: &str) -> Change {
    let before = platform.fields.get(field);
    let after = before.map_or_else(|| Text::same(words), |text| text.with(language, words));
    let edit = PlatformEdit::Field {
        field: field.clone(),
        value: (!after.is_empty()).then_some(after),
        at: None,
    };
    set_property(&platform.id, edit)
}

/// Names a model in a language.
#[must_use]
pub fn name_model(id: &ModelId, name: Text) -> Change {
    let edit = Edit::ModelName(id.clone(), TextEdit::Set(name));
    properties(Owner::Model(id.clone()), edit)
}

/// Dates a charter.
#[must_use]
pub fn set_updated(owner: &Owner, updated: Option<jiff::civil::Date>) -> Change {
    let edit = Edit::Charter(owner.clone(), CharterEdit::Updated(updated));
    properties(owner.clone(), edit)
}

fn properties(owner: Owner, edit: Edit) -> Change {
    Change {
        deed: Deed::Properties,
        place: Place {
            owner,
            element: Element::Title,
        },
        edits: vec![edit],
    }
}
