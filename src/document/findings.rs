//! The findings of a document, in its order and by what they are about.

use std::collections::HashMap;
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

use crate::model::{Element, Finding, SectionId};

/// Findings in the order of the document. Each is shared with the part that it was found in.
#[derive(Debug, Clone, Default)]
pub struct Findings {
    all: Vec<Arc<Finding>>,
    /// Noted when they are first asked for.
    places: OnceLock<Places>,
}

/// The places of findings among all.
#[derive(Debug, Clone, Default)]
struct Places {
    by_element: HashMap<Element, Vec<usize>>,
    by_section: HashMap<SectionId, Vec<usize>>,
    /// Those of columns that are common to the charter's tables.
    common: Vec<usize>,
}

impl Findings {
    /// What was found about an element.
    pub fn about(&self, element: &Element) -> impl Iterator<Item = &Finding> {
        let places = self.places().by_element.get(element);
        self.at(places.map_or(&[], Vec::as_slice))
    }

    /// What was found in a section, its table's own columns included.
    pub fn in_section(&self, section: &SectionId) -> impl Iterator<Item = &Finding> {
        let places = self.places().by_section.get(section);
        self.at(places.map_or(&[], Vec::as_slice))
    }

    /// What was found about columns that are common to the charter's tables.
    pub fn in_common_columns(&self) -> impl Iterator<Item = &Finding> {
        self.at(&self.places().common)
    }

    fn at<'a>(&'a self, places: &'a [usize]) -> impl Iterator<Item = &'a Finding> {
        let found = places.iter().filter_map(|at| self.all.get(*at));
        found.map(AsRef::as_ref)
    }

    fn places(&self) -> &Places {
        self.places.get_or_init(|| {
            let mut places = Places::default();
            for (at, finding) in self.all.iter().enumerate() {
                let element = &finding.element;
                let about = places.by_element.entry(element.clone()).or_default();
                about.push(at);
                if let Some(section) = element.section() {
                    let within = places.by_section.entry(section.clone()).or_default();
                    within.push(at);
                } else if matches!(element, Element::Column(_)) {
                    places.common.push(at);
                }
            }
            places
        })
    }

    /// In the order of the document.
    pub fn iter(&self) -> impl Iterator<Item = &Finding> {
        self.into_iter()
    }

    #[must_use]
    pub fn contains(&self, finding: &Finding) -> bool {
        self.about(&finding.element).any(|it| it == finding)
    }
}

impl Deref for Findings {
    type Target = [Arc<Finding>];

    fn deref(&self) -> &[Arc<Finding>] {
        &self.all
    }
}

impl FromIterator<Arc<Finding>> for Findings {
    fn from_iter<I: IntoIterator<Item = Arc<Finding>>>(findings: I) -> Self {
        Self {
            all: findings.into_iter().collect(),
            places: OnceLock::new(),
        }
    }
}

impl<'a> IntoIterator for &'a Findings {
    type Item = &'a Finding;
    type IntoIter =
        std::iter::Map<std::slice::Iter<'a, Arc<Finding>>, fn(&'a Arc<Finding>) -> &'a Finding>;

    fn into_iter(self) -> Self::IntoIter {
        self.all.iter().map(AsRef::as_ref)
    }
}

impl PartialEq for Findings {
    fn eq(&self, other: &Self) -> bool {
        self.all == other.all
    }
}
