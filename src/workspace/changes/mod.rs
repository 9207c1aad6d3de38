//! Changes as people ask for them, turned into the edits that make them.
//!
//! A charter that follows a model shows what it does not hold: changing that is done where it is
//! held (« everywhere ») or by an adaptation (« here »).

pub mod bulk;
mod cells;
mod collection;
mod columns;
mod conflicts;
mod models;
mod moved_on;
mod order;
mod parting;
mod platforms;
mod reviewing;
mod rows;
mod sections;
mod tables;

use crate::model::{
    Adaptation, Cell, Charter, CharterEdit, Collection, Edit, Element, Language, Owner, Resolved,
    Role, Standing, Text, TextEdit, difference,
};
use crate::workspace::history::{Change, Deed, Place};
use order::without;

pub use cells::{Content, CookieSheet, Pasted};
pub use collection::{Shared, swapped};
pub use columns::ColumnSheet;
pub use models::{
    Beginning, add_model, follow, followers, language_of_name, model_id, possible_models,
    remove_model,
};
pub use moved_on::{keep_adapted, put_together, take_the_models};
pub use parting::NoJoin;
pub use platforms::{
    add_platform, add_platform_following, duplicate, name_model, platform_id, platform_name,
    remove_platform, rename, reorder, set_field, set_note, set_property, set_updated, step,
};
pub use reviewing::{Decision, accept};

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

    /// Whether any charter adds something of this name.
    fn is_added(&self, element: &Element) -> bool {
        let mut charters = self.collection.charters();
        charters.any(|charter| charter.addition_of(element).is_some())
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
        let inherited = matches!(self.resolved.standing(origin), Standing::Inherited { .. });
        let writer = match scope {
            Scope::Here if inherited => self.owner(),
            Scope::Here | Scope::Everywhere => &origin.holder,
        };
        let text = self.reworded(said, writer, element, language, words);
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
                let stays = matches!(
                    (said, &text),
                    (Some(Text::Same(_)), Text::Same(_)) | (Some(Text::ByLanguage(_)), _)
                );
                let before = said.filter(|said| stays && !said.is_empty());
                let edit = match before.and_then(|said| said.written(language)) {
                    Some(before) => splice(language, before, words)?,
                    None => TextEdit::Set(text),
                };
                CharterEdit::Text(element.clone(), edit)
            }
        };
        let edit = Edit::Charter(origin.holder.clone(), edit);
        Some(self.change(Deed::Type, element, vec![edit]))
    }

    /// Says that a translation that is older than what it translates was read again, and is right.
    #[must_use]
    pub fn confirm(&self, element: &Element, language: &Language) -> Option<Change> {
        let (text, origin) = self.resolved.text(element)?;
        text.outdated(language)?;
        let edit = CharterEdit::Text(element.clone(), TextEdit::Set(text.confirmed(language)));
        // Its words stay as they are, and so they are confirmed for all that show them.
        let edit = Edit::Charter(origin.holder.clone(), edit);
        Some(self.change(Deed::Confirm, element, vec![edit]))
    }

    /// A text with other words in a language, as `writer` holds it: theirs alone where it is or is
    /// to be translated, common to every language where there is nothing to translate.
    fn reworded(
        &self,
        said: Option<&Text>,
        writer: &Owner,
        element: &Element,
        language: &Language,
        words: &str,
    ) -> Text {
        let first = self.collection.first_language();
        let several = self.collection.languages_of(writer).len() > 1;
        let translated = several && !self.needs_no_translation(element);
        match said {
            Some(text @ Text::ByLanguage(_)) => text.reworded(&first, language, words),
            Some(text) if translated && !text.is_empty() => {
                text.translated(&first, language, words)
            }
            _ if translated => Text::in_one(language.clone(), words),
            _ => Text::same(words),
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
        if let Element::Cell(address) = element {
            return Some(Adaptation::ReplaceCell {
                section: address.section.clone(),
                row: address.row.clone(),
                column: address.column.clone(),
                was: self.resolved.cell(address)?.0.map(Cell::words_alone),
                cell: Some(Cell::Text(text)),
            });
        }
        let was = self.resolved.text(element)?.0.words_alone();
        Adaptation::replacing(element.clone(), was, text)
    }

    /// Lets an adapted text follow the model again.
    #[must_use]
    pub fn back_to_model(&self, element: &Element) -> Option<Change> {
        let at = self.own()?.replacement_of(element)?;
        Some(self.here(Deed::BackToModel, element, CharterEdit::Unadapt { at }))
    }

    /// Drops the adaptations of an element, which the model no longer has.
    #[must_use]
    pub fn drop_adaptations(&self, element: &Element) -> Option<Change> {
        let edits = self.without_adaptations(|it| it.element() == *element);
        (!edits.is_empty()).then(|| self.change(Deed::BackToModel, element, self.of_own(edits)))
    }

    /// Takes an adapted text to where the original is held, for all that show it.
    #[must_use]
    pub fn spread(&self, element: &Element) -> Option<Change> {
        let at = self.own()?.replacement_of(element)?;
        let unadapt = Edit::Charter(self.owner().clone(), CharterEdit::Unadapt { at });
        let origin = match element {
            Element::Cell(address) => self.resolved.cell(address)?.1,
            _ => self.resolved.text(element)?.1,
        };
        let original = origin.adapts.as_ref()?.original.clone();
        // What the model says by now stays, but for the words that were changed here.
        let model = self.collection.resolve(&original)?;
        let was = self.own()?.adaptations().get(at)?.replaced_text();
        let first = self.collection.first_language();
        let text = match (self.resolved.text(element), was, model.text(element)) {
            (Some((text, _)), Some(was), Some((now, _))) => {
                Some(now.with_changes(&first, was, text))
            }
            (text, _, _) => text.map(|(text, _)| text.clone()),
        };
        let edit = match element {
            Element::Cell(address) => CharterEdit::Cell {
                address: address.clone(),
                cell: match text {
                    Some(text) => Some(Cell::Text(text)),
                    None => self.resolved.cell(address)?.0.cloned(),
                },
                at: None,
            },
            _ => CharterEdit::Text(element.clone(), TextEdit::Set(text?)),
        };
        let edits = vec![unadapt, Edit::Charter(original, edit)];
        Some(self.change(Deed::Spread, element, edits))
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
