//! What stands in the way of publishing a charter. Everything that is found goes through this one
//! door.

use std::fmt;

use jiff::civil::Date;

use super::finished;
use crate::model::{Collection, Element, Finding, Language, PlatformId};

/// A finding that stands when a charter is to be published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    pub finding: Finding,
    /// The languages in which it stands.
    pub languages: Vec<Language>,
}

impl Standing {
    /// The name by which it is waived: what it is, and where.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{}:{}", self.kind(), Place(&self.finding.element))
    }

    /// What it is, by which all of its kind are waived.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        self.finding.problem.kind().name()
    }

    /// Whether it can be published all the same, if there is a reason. What keeps a charter from
    /// being exported cannot.
    #[must_use]
    pub fn can_be_waived(&self) -> bool {
        !self.finding.problem.blocks_export()
    }
}

/// An element as a path without spaces.
struct Place<'a>(&'a Element);

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.to_string().replace(" / ", "/"))
    }
}

/// What stands in the way of publishing a platform's charter in some languages, in the order of
/// the charter.
#[must_use]
pub fn standing_findings(
    collection: &Collection,
    platform: &PlatformId,
    languages: &[Language],
    date: Date,
) -> Vec<Standing> {
    let mut standing: Vec<Standing> = Vec::new();
    for language in languages {
        let Some(document) = finished(collection, platform, language, Some(date)) else {
            continue;
        };
        for finding in &document.findings {
            match standing.iter_mut().find(|it| it.finding == *finding) {
                Some(it) => it.languages.push(language.clone()),
                None => standing.push(Standing {
                    finding: finding.clone(),
                    languages: vec![language.clone()],
                }),
            }
        }
    }
    standing
}
