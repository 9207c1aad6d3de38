//! How many texts of a charter read otherwise in another: counted without making a document of
//! either, since that is asked of thousands of charters.

use std::collections::HashMap;

use crate::model::{
    Cell, Collection, FactId, Language, Owner, Platform, Resolved, ResolvedSection, Text,
};

/// What a text is in a charter: one of a kind does not stand for one of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Kind {
    Title,
    Heading,
    Body,
    Label,
    Cell,
}

/// How many texts that a platform shows before do not stand there after, or the other way round,
/// in the language in which most do. Where they stand is not looked at, as that has other names in
/// another model.
pub fn otherwise(collection: &Collection, before: &Resolved, after: &Resolved) -> usize {
    let platform = match &before.owner {
        Owner::Platform(id) => collection.platforms.get(id).map(AsRef::as_ref),
        Owner::Model(_) => None,
    };
    let first = collection.first_language();
    let languages = collection.languages_of(&before.owner).iter();
    let counts = languages.map(|language| {
        let reader = Reader {
            platform,
            language,
            first: &first,
        };
        reader.differences(before, after)
    });
    counts.max().unwrap_or_default()
}

/// Who reads a charter.
struct Reader<'a> {
    /// Without one, all of it is shown whatever the facts.
    platform: Option<&'a Platform>,
    language: &'a Language,
    first: &'a Language,
}

impl Reader<'_> {
    fn differences(&self, before: &Resolved, after: &Resolved) -> usize {
        // How much oftener each text stands after.
        let mut balance: HashMap<(Kind, &str), isize> = HashMap::new();
        self.read(before, &mut |kind, words| {
            *balance.entry((kind, words)).or_default() -= 1;
        });
        self.read(after, &mut |kind, words| {
            *balance.entry((kind, words)).or_default() += 1;
        });
        let mut kinds: HashMap<Kind, (usize, usize)> = HashMap::new();
        for ((kind, _), balance) in balance {
            let (gone, new) = kinds.entry(kind).or_default();
            let count = if balance < 0 { gone } else { new };
            *count += balance.unsigned_abs();
        }
        // What is new stands in the place of what is gone.
        kinds.values().map(|(gone, new)| gone.max(new)).sum()
    }

    /// Every text that is shown.
    fn read<'r>(&self, resolved: &'r Resolved, take: &mut impl FnMut(Kind, &'r str)) {
        let mut say = |kind: Kind, text: &'r Text| {
            let words = text.said(self.language, self.first).text;
            if !words.is_empty() {
                take(kind, words);
            }
        };
        say(Kind::Title, &resolved.title.value);
        let sections = resolved.sections.iter();
        for section in sections.filter(|it| it.hidden.is_none() && self.applies(it.when.as_ref())) {
            say(Kind::Heading, &section.heading.value);
            say(Kind::Body, &section.body.value);
            self.table(resolved, section, &mut say);
        }
    }

    fn table<'r>(
        &self,
        resolved: &'r Resolved,
        section: &'r ResolvedSection,
        say: &mut impl FnMut(Kind, &'r Text),
    ) {
        let Some(table) = &section.table else {
            return;
        };
        let columns = || resolved.columns_of(table).iter().filter(|it| it.shown());
        let rows = table.rows.iter();
        let mut is_empty = true;
        for row in rows.filter(|it| it.hidden.is_none() && self.applies(it.when())) {
            is_empty = false;
            for column in columns() {
                if let Some(text) = row.cell(&column.column.id).0.and_then(Cell::text) {
                    say(Kind::Cell, text);
                }
            }
        }
        // A table without rows is not shown.
        if !is_empty {
            columns().for_each(|column| say(Kind::Label, &column.label.value));
        }
    }

    fn applies(&self, when: Option<&FactId>) -> bool {
        self.platform.is_none_or(|platform| platform.has(when))
    }
}
