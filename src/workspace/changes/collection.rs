//! Changes of what all charters of a collection share: its name, languages, fields and facts.

use std::sync::Arc;

use super::Direction;
use super::platforms::change_of;
use crate::model::{
    BuiltIn, Collection, Edit, Fact, FactId, Field, FieldId, Language, ListEdit, Owner,
    PlatformEdit, PlatformId, Presentation, Text,
};
use crate::workspace::history::{Change, Deed};

/// The collection as a whole, changed from where the person is.
#[derive(Clone, Copy)]
pub struct Shared<'a> {
    pub collection: &'a Collection,
    /// What is looked at, where undoing the change leads back to.
    pub from: Option<&'a Owner>,
}

impl Shared<'_> {
    pub(super) fn change(&self, deed: Deed, edits: Vec<Edit>) -> Change {
        // Without any charter there is nowhere to go back to, and any place will do.
        let nowhere = || Owner::Platform(PlatformId::made_from("", |_| false));
        let owner = self.from.cloned().unwrap_or_else(nowhere);
        change_of(deed, owner, edits)
    }

    #[must_use]
    pub fn set_name(&self, name: String) -> Change {
        self.change(Deed::Properties, vec![Edit::Name(name)])
    }

    #[must_use]
    pub fn set_note(&self, note: String) -> Change {
        self.change(Deed::Properties, vec![Edit::Note(note)])
    }

    /// Has finished charters look otherwise.
    #[must_use]
    pub fn set_presentation(&self, presentation: Presentation) -> Change {
        self.change(Deed::Presentation, vec![Edit::Presentation(presentation)])
    }

    /// Adds a language at the end; nothing where the collection has it.
    #[must_use]
    pub fn add_language(&self, language: Language) -> Option<Change> {
        let mut languages = self.collection.languages.clone();
        if languages.contains(&language) {
            return None;
        }
        languages.push(language);
        Some(self.change(Deed::Languages, vec![Edit::Languages(languages)]))
    }

    /// Takes a language away, from the platforms that name it too; the last one stays. Texts in
    /// it stay where they are, unseen.
    #[must_use]
    pub fn remove_language(&self, language: &Language) -> Option<Change> {
        let without = |languages: &[Language]| -> Vec<Language> {
            let rest = languages.iter().filter(|other| *other != language);
            rest.cloned().collect()
        };
        let languages = without(&self.collection.languages);
        if languages.is_empty() || languages.len() == self.collection.languages.len() {
            return None;
        }
        let mut edits = vec![Edit::Languages(languages)];
        for platform in &self.collection.platforms {
            if platform.languages.contains(language) {
                let rest = PlatformEdit::Languages(without(&platform.languages));
                edits.push(Edit::Platform(platform.id.clone(), rest));
            }
        }
        Some(self.change(Deed::Languages, edits))
    }

    /// Puts a language before or after its neighbour. The first stands in for missing texts.
    #[must_use]
    pub fn move_language(&self, language: &Language, direction: Direction) -> Option<Change> {
        let languages = swapped(&self.collection.languages, language, direction)?;
        Some(self.change(Deed::Languages, vec![Edit::Languages(languages)]))
    }

    /// Adds a field of a label; its id comes from that.
    #[must_use]
    pub fn add_field(&self, label: &str) -> (FieldId, Change) {
        let taken = |id: &FieldId| self.collection.fields.contains(id) || BuiltIn::of(id).is_some();
        let id = FieldId::made_from(label, taken);
        let field = Field {
            id: id.clone(),
            label: Text::same(label.trim()),
            default: Text::default(),
            note: String::new(),
        };
        let insert = ListEdit::Insert {
            at: self.collection.fields.len(),
            item: Arc::new(field),
        };
        let change = self.change(Deed::Fields, vec![Edit::Fields(insert)]);
        (id, change)
    }

    /// Gives a built-in field a place among the collection's own, for its default.
    #[must_use]
    pub fn define_field(&self, id: &FieldId) -> Option<Change> {
        if BuiltIn::of(id) != Some(BuiltIn::Set) || self.collection.fields.contains(id) {
            return None;
        }
        let field = Field {
            id: id.clone(),
            label: Text::default(),
            default: Text::default(),
            note: String::new(),
        };
        let insert = ListEdit::Insert {
            at: self.collection.fields.len(),
            item: Arc::new(field),
        };
        Some(self.change(Deed::Fields, vec![Edit::Fields(insert)]))
    }

    /// Puts other words in a field: its label, its default, its note.
    #[must_use]
    pub fn set_field(&self, field: Field) -> Change {
        let edit = Edit::Fields(ListEdit::Replace(Arc::new(field)));
        self.change(Deed::Fields, vec![edit])
    }

    /// Takes a field away, and what the platforms say for it; those of a built-in field stay,
    /// since that is there without the collection.
    #[must_use]
    pub fn remove_field(&self, id: &FieldId) -> Change {
        let mut edits = vec![Edit::Fields(ListEdit::Remove(id.clone()))];
        if BuiltIn::of(id).is_none() {
            for platform in &self.collection.platforms {
                if platform.fields.contains_key(id) {
                    let clear = PlatformEdit::Field {
                        field: id.clone(),
                        value: None,
                        at: None,
                    };
                    edits.push(Edit::Platform(platform.id.clone(), clear));
                }
            }
        }
        self.change(Deed::Fields, edits)
    }

    #[must_use]
    pub fn move_field(&self, id: &FieldId, direction: Direction) -> Option<Change> {
        let fields = &self.collection.fields;
        let to = beside(fields.position(id)?, fields.len(), direction)?;
        let edit = Edit::Fields(ListEdit::Move { id: id.clone(), to });
        Some(self.change(Deed::Fields, vec![edit]))
    }

    /// Adds a fact of a label; its id comes from that.
    #[must_use]
    pub fn add_fact(&self, label: &str) -> (FactId, Change) {
        let held = |id: &FactId| {
            let mut platforms = self.collection.platforms.iter();
            platforms.any(|platform| platform.facts.contains(id))
        };
        let taken = |id: &FactId| self.collection.facts.contains(id) || held(id);
        let id = FactId::made_from(label, taken);
        let fact = Fact {
            id: id.clone(),
            label: Text::same(label.trim()),
        };
        let insert = ListEdit::Insert {
            at: self.collection.facts.len(),
            item: Arc::new(fact),
        };
        let change = self.change(Deed::Facts, vec![Edit::Facts(insert)]);
        (id, change)
    }

    #[must_use]
    pub fn set_fact(&self, fact: Fact) -> Change {
        let edit = Edit::Facts(ListEdit::Replace(Arc::new(fact)));
        self.change(Deed::Facts, vec![edit])
    }

    /// Takes a fact away, from the platforms too: what stands only where it holds shows no more.
    #[must_use]
    pub fn remove_fact(&self, id: &FactId) -> Change {
        let mut edits = vec![Edit::Facts(ListEdit::Remove(id.clone()))];
        for platform in &self.collection.platforms {
            if platform.facts.contains(id) {
                let rest = platform.facts.iter().filter(|fact| *fact != id);
                let facts = PlatformEdit::Facts(rest.cloned().collect());
                edits.push(Edit::Platform(platform.id.clone(), facts));
            }
        }
        self.change(Deed::Facts, edits)
    }

    #[must_use]
    pub fn move_fact(&self, id: &FactId, direction: Direction) -> Option<Change> {
        let facts = &self.collection.facts;
        let to = beside(facts.position(id)?, facts.len(), direction)?;
        let edit = Edit::Facts(ListEdit::Move { id: id.clone(), to });
        Some(self.change(Deed::Facts, vec![edit]))
    }
}

/// A list in which one has changed places with its neighbour; nothing where it has none.
#[must_use]
pub fn swapped<T: Clone + PartialEq>(list: &[T], one: &T, direction: Direction) -> Option<Vec<T>> {
    let from = list.iter().position(|it| it == one)?;
    let to = beside(from, list.len(), direction)?;
    let mut list = list.to_vec();
    list.swap(from, to);
    Some(list)
}

fn beside(from: usize, count: usize, direction: Direction) -> Option<usize> {
    let to = match direction {
        Direction::Up => from.checked_sub(1)?,
        Direction::Down => from + 1,
    };
    (to < count).then_some(to)
}
