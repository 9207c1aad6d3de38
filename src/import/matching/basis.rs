//! A charter that a page may be an edition of, and how much they have in common.

use super::align::{Alignment, by_likeness, by_structure};
use super::choices::{Choices, Decision, PagePart};
use super::reading::{NEVER, mark_of};
use super::unify::unify;
use super::view::{Reader, View, of_draft, speaks};
use super::writer::alone;
use crate::document::written_out;
use crate::import::draft::Draft;
use crate::model::{BuiltIn, Collection, FieldId, FieldValue, Language, Owner, Platform, Resolved};

/// From this share of its words on, a page is an edition of a charter.
const NEAR_ENOUGH: f32 = 0.4;
/// From this share of its sections on, a page is the translation of a charter.
const TRANSLATED: f32 = 0.6;

/// A platform's charter, as it is or as it would be, and a page.
pub struct Basis {
    pub platform: Platform,
    /// Whether the charter has texts in the language of the page.
    pub speaks: bool,
    pub page: View,
    pub charter: View,
    pub alignment: Alignment,
    /// The fields that take what stands on the page, by their numbers.
    pub fields: Vec<FieldId>,
}

impl Basis {
    /// `None` where the platform's charter cannot be put together.
    pub fn new(
        collection: &Collection,
        draft: &Draft,
        choices: &Choices,
        language: &Language,
        platform: Platform,
    ) -> Option<Self> {
        let owner = Owner::Platform(platform.id.clone());
        let scratch = alone(collection, platform);
        let resolved = scratch.resolve(&owner)?;
        let platform = scratch.platforms.at(0)?;
        let url = platform.url.trim().trim_end_matches('/').to_owned();
        let common = scratch.languages_of(&owner).contains(language);
        let fields = taking_fields(collection);
        let values = Values {
            collection: &scratch,
            platform,
            resolved: &resolved,
            draft,
            language,
            fields: &fields,
        };
        let reader = Reader {
            language,
            common,
            url: &url,
            value: &|field| values.of(field),
        };
        let speaks = speaks(&resolved, language, common);
        let stands_apart = |section, row| stands_apart(choices, section, row);
        let page = of_draft(draft, &url, &stands_apart);
        let charter = reader.view(&resolved);
        let alignment = if speaks {
            by_likeness(&page, &charter)
        } else {
            by_structure(&page, &charter)
        };
        Some(Self {
            platform: Platform::clone(platform),
            speaks,
            page,
            charter,
            alignment,
            fields,
        })
    }

    pub fn is_near_enough(&self) -> bool {
        let least = if self.speaks { NEAR_ENOUGH } else { TRANSLATED };
        self.alignment.share >= least
    }

    /// What the page has where the charter names the publisher.
    pub fn publisher(&self) -> Option<String> {
        let number = self
            .fields
            .iter()
            .position(|field| field.as_str() == PUBLISHER)?;
        let pairs = self.page.sections.iter().zip(&self.alignment.sections);
        pairs
            .filter_map(|(page, pair)| Some((page, self.charter.sections.get((*pair)?)?)))
            .flat_map(|(page, charter)| {
                [
                    (&charter.heading, &page.heading),
                    (&charter.body, &page.body),
                ]
            })
            .filter(|(charter, _)| charter.open)
            .find_map(|(charter, page)| unify(charter, page)?.remove(&number))
    }
}

const PUBLISHER: &str = "publisher.name";

/// Who publishes a platform, where it says so itself.
pub fn publisher_of<'a>(
    platform: &'a Platform,
    language: &Language,
    collection: &Collection,
) -> Option<&'a str> {
    let field = FieldId::new(PUBLISHER).ok()?;
    let text = platform.fields.get(&field)?;
    Some(text.said(language, &collection.first_language()).text)
}

/// The fields whose values platforms set.
fn taking_fields(collection: &Collection) -> Vec<FieldId> {
    let built_in = BuiltIn::SET
        .iter()
        .filter_map(|name| FieldId::new(name).ok());
    let own = collection.fields.iter().map(|field| field.id.clone());
    let own = own.filter(|field| BuiltIn::of(field).is_none());
    built_in.chain(own).collect()
}

/// Whether a person decided that a part of the page goes with none of the charter.
fn stands_apart(choices: &Choices, section: usize, row: Option<usize>) -> bool {
    let part = match row {
        None => PagePart::Section(section),
        Some(row) => PagePart::Row { section, row },
    };
    matches!(
        choices.of_page(part),
        Some(Decision::Add | Decision::LeaveOut)
    )
}

/// What fields say while texts are compared.
struct Values<'a> {
    collection: &'a Collection,
    platform: &'a Platform,
    resolved: &'a Resolved,
    draft: &'a Draft,
    language: &'a Language,
    fields: &'a [FieldId],
}

impl Values<'_> {
    fn of(&self, field: &FieldId) -> String {
        if let Some(number) = self.fields.iter().position(|it| it == field) {
            return mark_of(number).to_string();
        }
        let dated = self.draft.updated.as_ref().map(|date| date.written.clone());
        let is_date = BuiltIn::of(field) == Some(BuiltIn::Updated);
        if let Some(written) = dated.filter(|_| is_date) {
            return written;
        }
        let said = match self
            .collection
            .field(self.platform, self.resolved.updated, field)
        {
            Ok(FieldValue::Text(text)) => {
                let first = self.collection.first_language();
                text.said(self.language, &first).text.trim().to_owned()
            }
            Ok(FieldValue::Date(date)) => written_out(date, self.language),
            Err(_) => String::new(),
        };
        match said.as_str() {
            "" => NEVER.to_string(),
            _ if field.as_str() == "platform.url" => said.trim_end_matches('/').to_owned(),
            _ => said,
        }
    }
}
