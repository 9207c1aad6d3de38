//! Writing what a page says into the charter of a platform: into what it holds itself, and by
//! adaptations of what it inherits.
//!
//! It works on a collection of its own, through the one gate; what stood there in other languages
//! stays.

use crate::model::{
    Adaptation, Category, Cell, CellAddress, Charter, CharterEdit, Collection, Column,
    ColumnAddress, ColumnId, Edit, Element, Form, Language, Level, ListEdit, Nature, Owner, Place,
    Platform, PlatformId, Resolved, ResolvedSection, Row, RowAddress, RowId, Section, SectionEdit,
    SectionId, Text, TextEdit,
};

use super::fresh::Wording;

pub struct Writer<'a> {
    pub collection: Collection,
    pub platform: PlatformId,
    pub owner: Owner,
    /// What the charter says before anything is written.
    pub resolved: Resolved,
    pub wording: &'a Wording<'a>,
}

impl<'a> Writer<'a> {
    /// A writer for a platform that follows models of a collection. `None` where its charter
    /// cannot be put together.
    pub fn new(
        collection: &Collection,
        platform: Platform,
        wording: &'a Wording<'a>,
    ) -> Option<Self> {
        let platform_id = platform.id.clone();
        let owner = Owner::Platform(platform_id.clone());
        let scratch = alone(collection, platform);
        let resolved = scratch.resolve(&owner)?;
        Some(Self {
            collection: scratch,
            platform: platform_id,
            owner,
            resolved,
            wording,
        })
    }

    pub fn finish(self) -> Option<Platform> {
        let platform = self.collection.platforms.get(&self.platform)?;
        Some(Platform::clone(platform))
    }

    fn edit(&mut self, edit: CharterEdit) {
        let done = self
            .collection
            .apply(Edit::Charter(self.owner.clone(), edit));
        debug_assert!(done.is_ok(), "what is written is there: {done:?}");
    }

    fn adapt(&mut self, adaptation: Adaptation) {
        let at = self
            .charter()
            .map_or(0, |charter| charter.adaptations().len());
        self.edit(CharterEdit::Adapt { at, adaptation });
    }

    fn charter(&self) -> Option<&Charter> {
        self.collection.charter(&self.owner)
    }

    fn is_complete(&self) -> bool {
        self.charter()
            .is_some_and(|charter| matches!(charter.form, Form::Complete(_)))
    }

    /// A text with the words of the page. `None` where it cannot say them: nothing at all in one
    /// language, where the platform has words of its own in another.
    fn reworded(&self, said: Option<&Text>, words: &str, same: bool, held: bool) -> Option<Text> {
        let language = self.wording.language;
        let first = self.collection.first_language();
        let has_others = said.is_some_and(|text| speaks_another(text, language));
        if words.is_empty() && has_others {
            return (!held).then(Text::default);
        }
        Some(match said {
            Some(text @ Text::ByLanguage(_)) => text.reworded(&first, language, words),
            Some(text) if !same && !self.wording.alone && !text.is_empty() => {
                text.translated(&first, language, words)
            }
            _ if same => Text::same(words),
            _ => self.wording.text(words),
        })
    }

    /// Makes a title, heading, body or label say something else.
    pub fn write(&mut self, element: &Element, words: &str) {
        let Some((was, origin)) = self.resolved.text(element) else {
            return;
        };
        let was = was.clone();
        let held = origin.holder == self.owner;
        let Some(text) = self.reworded(Some(&was), words, false, held) else {
            return;
        };
        if held {
            self.edit(CharterEdit::Text(element.clone(), TextEdit::Set(text)));
            return;
        }
        if let Some(adaptation) = Adaptation::replacing(element.clone(), was, text) {
            self.adapt(adaptation);
        }
    }

    /// Makes a cell say something else, or nothing.
    pub fn write_cell(&mut self, address: CellAddress, said: Said<'_>) {
        let Some((was, origin)) = self.resolved.cell(&address) else {
            return;
        };
        let held = origin.holder == self.owner;
        let was = was.cloned();
        let cell = match said {
            Said::Words { words, same } => {
                let text = was.as_ref().and_then(Cell::text);
                match self.reworded(text, words, same, held) {
                    Some(text) => Some(Cell::Text(text)),
                    None => return,
                }
            }
            Said::Nothing => None,
        };
        if held {
            self.edit(CharterEdit::Cell {
                address,
                cell,
                at: None,
            });
        } else {
            self.adapt(Adaptation::ReplaceCell {
                section: address.section,
                row: address.row,
                column: address.column,
                was,
                cell,
            });
        }
    }

    pub fn write_level(&mut self, section: &ResolvedSection, level: Level) {
        let id = section.id.clone();
        if self.owns(&id) {
            self.edit(CharterEdit::Section(id, SectionEdit::Level(level)));
            return;
        }
        let is_level = |it: &Adaptation| matches!(it, Adaptation::ReplaceLevel { section, .. } if *section == id);
        let was = match self.take(is_level) {
            Some(Adaptation::ReplaceLevel { was, .. }) => was,
            _ => section.level.value,
        };
        self.adapt(Adaptation::ReplaceLevel {
            section: id,
            was,
            level,
        });
    }

    pub fn write_category(&mut self, section: &ResolvedSection, category: Category) {
        let id = section.id.clone();
        let Some(table) = &section.table else {
            return;
        };
        if self.owns(&id) {
            self.edit(CharterEdit::Section(id, SectionEdit::Category(category)));
            return;
        }
        let is_nature = |it: &Adaptation| matches!(it, Adaptation::ReplaceNature { section, .. } if *section == id);
        let was = match self.take(is_nature) {
            Some(Adaptation::ReplaceNature { was, .. }) => was,
            _ => table.nature.value.clone(),
        };
        self.adapt(Adaptation::ReplaceNature {
            section: id,
            was,
            nature: Nature {
                category,
                consent: None,
            },
        });
    }

    /// Takes out adaptations, and gives back the first.
    fn take(&mut self, unwanted: impl Fn(&Adaptation) -> bool) -> Option<Adaptation> {
        let mut first = None;
        while let Some((at, adaptation)) = self.charter().and_then(|charter| {
            let mut all = charter.adaptations().iter().enumerate();
            all.find(|(_, it)| unwanted(it))
                .map(|(at, it)| (at, it.clone()))
        }) {
            self.edit(CharterEdit::Unadapt { at });
            first = first.or(Some(adaptation));
        }
        first
    }

    /// Whether the charter holds a section itself.
    pub fn owns(&self, section: &SectionId) -> bool {
        let section = self.resolved.section(section);
        section.is_some_and(|section| section.origin.holder == self.owner)
    }

    /// Whether it holds a row itself, in a table of its own.
    fn owns_row(&self, address: &RowAddress) -> bool {
        self.own_rows(&address.section)
            .is_some_and(|rows| rows.contains(&address.row))
    }

    fn own_rows(&self, section: &SectionId) -> Option<&crate::model::List<Row>> {
        let charter = self.owns(section).then(|| self.charter()).flatten()?;
        Some(&charter.section(section)?.table.as_ref()?.rows)
    }

    pub fn hide_section(&mut self, section: &SectionId) {
        if self.is_complete() {
            self.edit(CharterEdit::Sections(ListEdit::Remove(section.clone())));
        } else {
            let section = section.clone();
            self.adapt(Adaptation::HideSection { section });
        }
    }

    pub fn show_section(&mut self, id: &SectionId) {
        self.take(|it| matches!(it, Adaptation::HideSection { section } if section == id));
    }

    pub fn hide_row(&mut self, address: &RowAddress) {
        let RowAddress { section, row } = address.clone();
        if self.owns_row(address) {
            self.edit(CharterEdit::Rows(section, ListEdit::Remove(row)));
        } else {
            self.adapt(Adaptation::HideRow { section, row });
        }
    }

    pub fn show_row(&mut self, address: &RowAddress) {
        self.take(|it| {
            matches!(it, Adaptation::HideRow { section, row }
                if *section == address.section && *row == address.row)
        });
    }

    pub fn hide_column(&mut self, address: &ColumnAddress) {
        let ColumnAddress { table, column } = address.clone();
        if self
            .own_columns(table.as_ref())
            .is_some_and(|own| own.contains(&column))
        {
            self.edit(CharterEdit::Columns(table, ListEdit::Remove(column)));
        } else {
            self.adapt(Adaptation::HideColumn { table, column });
        }
    }

    pub fn show_column(&mut self, address: &ColumnAddress) {
        self.take(|it| {
            matches!(it, Adaptation::HideColumn { table, column }
                if *table == address.table && *column == address.column)
        });
    }

    fn own_columns(&self, table: Option<&SectionId>) -> Option<&crate::model::List<Column>> {
        self.charter()?.columns(table)
    }

    pub fn add_section(&mut self, section: Section, after: Option<&SectionId>) {
        let section = std::sync::Arc::new(section);
        if self.is_complete() {
            let at = after.map_or(0, |after| {
                self.section_place(after).map_or(usize::MAX, next)
            });
            self.edit(CharterEdit::Sections(ListEdit::Insert {
                at,
                item: section,
            }));
        } else {
            let place = place(after);
            self.adapt(Adaptation::AddSection { section, place });
        }
    }

    pub fn move_section(&mut self, id: &SectionId, after: Option<&SectionId>) {
        if self.is_complete() {
            let from = self.section_place(id);
            let to = target(from, after.and_then(|after| self.section_place(after)));
            let id = id.clone();
            self.edit(CharterEdit::Sections(ListEdit::Move { id, to }));
        } else {
            // An earlier move stays: others may stand where they are because of it.
            self.adapt(Adaptation::MoveSection {
                section: id.clone(),
                place: place(after),
            });
        }
    }

    fn section_place(&self, id: &SectionId) -> Option<usize> {
        match &self.charter()?.form {
            Form::Complete(complete) => complete.sections.position(id),
            Form::Following(_) => None,
        }
    }

    pub fn add_row(&mut self, section: &SectionId, row: Row, after: Option<&RowId>) {
        let row = std::sync::Arc::new(row);
        let section = section.clone();
        match self.own_rows(&section) {
            Some(rows) => {
                let at = after.map_or(0, |after| rows.position(after).map_or(usize::MAX, next));
                self.edit(CharterEdit::Rows(
                    section,
                    ListEdit::Insert { at, item: row },
                ));
            }
            None => self.adapt(Adaptation::AddRow {
                section,
                row,
                place: place(after),
            }),
        }
    }

    pub fn move_row(&mut self, address: &RowAddress, after: Option<&RowId>) {
        let RowAddress { section, row } = address.clone();
        match self.own_rows(&section).filter(|rows| rows.contains(&row)) {
            Some(rows) => {
                let to = target(
                    rows.position(&row),
                    after.and_then(|after| rows.position(after)),
                );
                self.edit(CharterEdit::Rows(section, ListEdit::Move { id: row, to }));
            }
            None => {
                let place = place(after);
                self.adapt(Adaptation::MoveRow {
                    section,
                    row,
                    place,
                });
            }
        }
    }

    pub fn add_column(
        &mut self,
        table: Option<&SectionId>,
        column: Column,
        after: Option<&ColumnId>,
    ) {
        let column = std::sync::Arc::new(column);
        let table = table.cloned();
        match self.own_columns(table.as_ref()) {
            Some(columns) => {
                let at = after.map_or(0, |after| columns.position(after).map_or(usize::MAX, next));
                self.edit(CharterEdit::Columns(
                    table,
                    ListEdit::Insert { at, item: column },
                ));
            }
            None => self.adapt(Adaptation::AddColumn {
                table,
                column,
                place: place(after),
            }),
        }
    }

    pub fn move_column(&mut self, address: &ColumnAddress, after: Option<&ColumnId>) {
        let ColumnAddress { table, column } = address.clone();
        match self
            .own_columns(table.as_ref())
            .filter(|own| own.contains(&column))
        {
            Some(own) => {
                let to = target(
                    own.position(&column),
                    after.and_then(|after| own.position(after)),
                );
                self.edit(CharterEdit::Columns(
                    table,
                    ListEdit::Move { id: column, to },
                ));
            }
            None => {
                let place = place(after);
                self.adapt(Adaptation::MoveColumn {
                    table,
                    column,
                    place,
                });
            }
        }
    }
}

/// What a cell is made to say.
#[derive(Debug, Clone, Copy)]
pub enum Said<'a> {
    /// Words, the same in every language or not.
    Words {
        words: &'a str,
        same: bool,
    },
    Nothing,
}

/// Whether a text has words in another language.
pub fn speaks_another(text: &Text, language: &Language) -> bool {
    match text {
        Text::Same(_) => false,
        Text::ByLanguage(texts) => texts
            .iter()
            .any(|(of, words)| of != language && !words.is_empty()),
    }
}

/// A collection with one platform, and all that it may follow.
pub fn alone(collection: &Collection, platform: Platform) -> Collection {
    Collection {
        languages: collection.languages.clone(),
        fields: collection.fields.clone(),
        facts: collection.facts.clone(),
        models: collection.models.clone(),
        platforms: super::fresh::listed([platform]),
        ..Collection::new("", collection.first_language())
    }
}

fn place<Id: Clone>(after: Option<&Id>) -> Place<Id> {
    after.map_or(Place::First, |after| Place::After(after.clone()))
}

fn next(at: usize) -> usize {
    at + 1
}

/// Where something that is moved right behind another stands then; without one, it stands first.
fn target(from: Option<usize>, after: Option<usize>) -> usize {
    match (from, after) {
        (_, None) => 0,
        (Some(from), Some(after)) if from < after => after,
        (_, Some(after)) => after + 1,
    }
}
