//! The findings of a document, in its order and by the element that they are about.

use std::collections::HashMap;
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

use crate::model::{Element, Finding};

/// Findings in the order of the document. Each is shared with the part that it was found in.
#[derive(Debug, Clone, Default)]
pub struct Findings {
    all: Vec<Arc<Finding>>,
    /// The places of those about each element; noted when they are first asked for.
    places: OnceLock<HashMap<Element, Vec<usize>>>,
}

impl Findings {
    /// What was found about an element.
    pub fn about(&self, element: &Element) -> impl Iterator<Item = &Finding> {
        let places = self.places.get_or_init(|| {
            let mut places: HashMap<Element, Vec<usize>> = HashMap::new();
            for (at, finding) in self.all.iter().enumerate() {
                places.entry(finding.element.clone()).or_default().push(at);
            }
            places
        });
        let places = places.get(element).into_iter().flatten();
        places.filter_map(|at| self.all.get(*at).map(AsRef::as_ref))
    }

    /// In the order of the document.
    pub fn iter(&self) -> impl Iterator<Item = &Finding> {
        self.into_iter()
    }

    #[must_use]
    pub fn contains(&self, finding: &Finding) -> bool {
        self.about(&finding.element).any(|it| it == finding)
    }

    #[must_use]
    pub fn as_slice(&self) -> &[Arc<Finding>] {
        &self.all
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
