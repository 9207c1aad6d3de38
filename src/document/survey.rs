//! What a platform's charter says and lacks in each of its languages, told without finishing it:
//! a board asks that of ten thousand charters.
//!
//! Invariant: the findings are those of the documents in its languages, each once (a property test
//! holds it).

use std::collections::HashSet;

use super::above::Standing;
use super::{clean, fields_in};
use crate::model::{
    Cell, CellAddress, Collection, ColumnAddress, Element, FactId, FieldId, Finding, Held,
    Language, NoValue, Owner, Platform, Problem, Resolved, ResolvedColumn, ResolvedRow,
    ResolvedSection, ResolvedTable, SectionId, Text,
};

/// What a charter says and lacks, in all of its languages.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Survey {
    /// Its languages, in their order.
    pub languages: Vec<Coverage>,
    /// What is found in any of them, each once.
    pub findings: Vec<Finding>,
}

/// How much of a charter is written in a language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage {
    pub language: Language,
    /// The texts that stand in it, whether they are its own or the same in every language.
    pub written: usize,
    /// The texts in the place of which the words of another language stand.
    pub missing: usize,
}

impl Coverage {
    /// How much is written, from 0 to 100; whole only where nothing is missing.
    #[must_use]
    pub fn percent(&self) -> usize {
        let all = self.written + self.missing;
        (self.written * 100).checked_div(all).unwrap_or(100)
    }
}

impl Survey {
    /// Looks through the charter of a platform, as it was put together.
    #[must_use]
    pub fn of(collection: &Collection, platform: &Platform, resolved: &Resolved) -> Self {
        let owner = Owner::Platform(platform.id.clone());
        let languages = collection.languages_of(&owner).iter();
        let languages = languages.map(|language| Coverage {
            language: language.clone(),
            written: 0,
            missing: 0,
        });
        let mut surveyor = Surveyor {
            collection,
            platform,
            resolved,
            first: collection.first_language(),
            survey: Self {
                languages: languages.collect(),
                findings: Vec::new(),
            },
            known: HashSet::new(),
        };
        surveyor.charter();
        surveyor.survey
    }
}

/// How a text stands in the charter.
#[derive(Clone, Copy, PartialEq)]
enum Stands {
    /// On one line, whatever line ends are written in it.
    Line,
    Flow,
    /// As the cell above, where it is counted.
    Repeated,
}

struct Surveyor<'a> {
    collection: &'a Collection,
    platform: &'a Platform,
    resolved: &'a Resolved,
    first: Language,
    survey: Survey,
    known: HashSet<Finding>,
}

impl<'a> Surveyor<'a> {
    fn charter(&mut self) {
        let resolved = self.resolved;
        if self.survey.languages.is_empty() {
            return;
        }
        for finding in &resolved.findings {
            self.find(finding.clone());
        }
        self.line(&resolved.title, || Element::Title);
        let mut has_common_labels = false;
        for section in &resolved.sections {
            if section.hidden.is_none() && self.applies(section.when.as_ref()) {
                has_common_labels |= self.section(section);
            }
        }
        if has_common_labels {
            self.labels(None, &resolved.columns);
        }
    }

    fn applies(&self, when: Option<&FactId>) -> bool {
        self.platform.has(when)
    }

    /// A section; whether its table stands under the labels that are common to the charter's.
    fn section(&mut self, section: &'a ResolvedSection) -> bool {
        let id = &section.id;
        self.line(&section.heading, || Element::Heading(id.clone()));
        self.text(&section.body.value, Stands::Flow, || {
            Element::Body(id.clone())
        });
        let Some(table) = &section.table else {
            return false;
        };
        let stands = self.rows(id, table);
        match &table.columns {
            Some(own) if stands => {
                self.labels(Some(id), own);
                false
            }
            Some(_) => false,
            None => stands,
        }
    }

    /// The rows of a table; whether the table has something to show.
    fn rows(&mut self, section: &SectionId, table: &'a ResolvedTable) -> bool {
        let columns = self.resolved.columns_of(table).iter();
        let columns: Vec<&ResolvedColumn> = columns.filter(|column| column.shown()).collect();
        let mut standing = Standing::new(&columns, &table.rows);
        let mut shows_some = false;
        for (at, row) in table.rows.iter().enumerate() {
            if row.hidden.is_some() || !self.applies(row.when()) {
                continue;
            }
            shows_some = true;
            if row.says_above() {
                let said = standing.said(at, true);
                for (column, said) in columns.iter().zip(said) {
                    let text = said.text.as_ref();
                    self.cell(section, row, column, text);
                }
            } else {
                for column in &columns {
                    let text = row.cell(&column.column.id).0.and_then(Cell::text);
                    self.cell(section, row, column, text);
                }
            }
        }
        shows_some && !columns.is_empty()
    }

    fn cell(
        &mut self,
        section: &SectionId,
        row: &ResolvedRow,
        column: &ResolvedColumn,
        said: Option<&Text>,
    ) {
        let Some(text) = said else {
            return;
        };
        let column = &column.column.id;
        let stands = match row.cell(column).0 {
            Some(Cell::Above) => Stands::Repeated,
            _ => Stands::Flow,
        };
        self.text(text, stands, || {
            Element::Cell(CellAddress {
                section: section.clone(),
                row: row.id().clone(),
                column: column.clone(),
            })
        });
    }

    fn labels(&mut self, table: Option<&SectionId>, columns: &'a [ResolvedColumn]) {
        for column in columns.iter().filter(|column| column.shown()) {
            self.line(&column.label, || {
                Element::Column(ColumnAddress {
                    table: table.cloned(),
                    column: column.column.id.clone(),
                })
            });
        }
    }

    fn line(&mut self, text: &Held<Text>, element: impl Fn() -> Element) {
        self.text(&text.value, Stands::Line, element);
    }

    fn text(&mut self, text: &Text, stands: Stands, element: impl Fn() -> Element) {
        for at in 0..self.survey.languages.len() {
            let Some(coverage) = self.survey.languages.get_mut(at) else {
                return;
            };
            let said = text.said(&coverage.language, &self.first);
            let counts = usize::from(stands != Stands::Repeated);
            if let Some(instead) = said.instead {
                coverage.missing += counts;
                let problem = Problem::Untranslated {
                    wanted: coverage.language.clone(),
                    instead: instead.clone(),
                };
                self.find(Finding::new(element(), problem));
            } else if !said.text.is_empty() {
                coverage.written += counts;
            }
            if said.text.contains("{{") {
                self.fields(said.text, stands, &element);
            }
        }
    }

    fn fields(&mut self, said: &str, stands: Stands, element: &impl Fn() -> Element) {
        let fields = if stands == Stands::Line {
            fields_in(&clean(said).replace(['\n', '\t'], " "))
        } else {
            fields_in(said)
        };
        for field in fields {
            if let Some(problem) = self.problem_of(field) {
                self.find(Finding::new(element(), problem));
            }
        }
    }

    /// Why a field says nothing here, if it does not.
    fn problem_of(&self, field: Result<FieldId, String>) -> Option<Problem> {
        let field = match field {
            Ok(field) => field,
            Err(name) => return Some(Problem::UnknownField(name)),
        };
        let updated = self.resolved.updated;
        match self.collection.field(self.platform, updated, &field) {
            Ok(_) => None,
            Err(NoValue::Unknown) => Some(Problem::UnknownField(field.to_string())),
            Err(NoValue::Unset) => Some(Problem::UnsetField(field)),
        }
    }

    fn find(&mut self, finding: Finding) {
        if self.known.insert(finding.clone()) {
            self.survey.findings.push(finding);
        }
    }
}
