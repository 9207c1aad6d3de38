//! Is it online? A saved copy of the live page, in whatever form an import reads, compared with
//! what was published.

use super::record::Release;
use crate::document::Document;
use crate::document::comparison::{Comparison, Rigour};
use crate::import::Draft;
use crate::import::matching::{self, Choices, FormChoice, Wish};
use crate::model::{Collection, Language, Owner};
use crate::workspace::import::{self, Request, Unread};

/// What a page was compared with, and what differs.
#[derive(Debug, Clone)]
pub struct Found {
    /// The language of the release that it was compared with.
    pub language: Language,
    /// From the release to the page.
    pub comparison: Comparison,
}

/// Why a page was compared with nothing.
#[derive(Debug)]
pub enum NotCompared {
    Unread(Unread),
    /// It holds a collection.
    NoPage,
    /// The release speaks another language than the page.
    OtherLanguage(Language),
    /// The release cannot be read as a document.
    NoDocument,
}

/// Compares a page, by its bytes and the name of its file, with a release. What stands around the
/// charter on the page (menus, buttons, the words of a browser) does not count, nor do spaces and
/// other typography.
pub fn compare_page(bytes: &[u8], name: &str, release: &Release) -> Result<Found, NotCompared> {
    let usual = release.languages().next().ok_or(NotCompared::NoDocument)?;
    let found = import::found_in(bytes, name, &Request::default(), usual);
    let draft = match found.map_err(NotCompared::Unread)? {
        import::Found::Charter(found) => found.draft,
        import::Found::Collection(_) => return Err(NotCompared::NoPage),
    };
    let same_tongue =
        |it: &&Language| it.locale().id.language == draft.language.locale().id.language;
    let language = release
        .languages()
        .find(|it| **it == draft.language)
        .or_else(|| release.languages().find(same_tongue))
        .ok_or_else(|| NotCompared::OtherLanguage(draft.language.clone()))?;
    let published = release.document(language).ok_or(NotCompared::NoDocument)?;
    let page = document(draft, language).ok_or(NotCompared::NoPage)?;
    Ok(Found {
        language: language.clone(),
        comparison: Comparison::between(&published, &page, Rigour::Loose),
    })
}

/// A page as a document, as if it were a platform of its own.
fn document(mut draft: Draft, language: &Language) -> Option<Document> {
    draft.language = language.clone();
    let mut collection = Collection::new("", language.clone());
    let choices = Choices {
        form: FormChoice::Own,
        ..Choices::default()
    };
    let proposal = matching::propose(&collection, &draft, &Wish::default(), &choices);
    for edit in proposal.edits(&collection) {
        collection.apply(edit).ok()?;
    }
    let owner = Owner::Platform(proposal.platform.id.clone());
    let resolved = collection.resolve(&owner)?;
    Some(Document::new(&collection, &resolved, language))
}
