//! Making a charter say what a page says, part by part, and telling what came of each.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::align::Alignment;
use super::choices::{Choices, Decision, PagePart};
use super::fresh::{Fresh, Names, level, says_nothing, section_id};
use super::pairs::staying;
use super::parts::{lacking_part, outcome, push_whole};
use super::proposal::{Outcome, Part};
use super::reading::{Reading, Shape, normalised};
use super::unify::{Verdict, unify, verdict};
use super::view::{Presence, View};
use super::writer::{Writer, speaks_another};
use crate::import::draft::{Draft, DraftSection};
use crate::model::{
    Category, ColumnId, Element, FactId, Language, ResolvedSection, SectionId, Text,
};

/// What the page and the charter say, and what of it goes together.
pub struct Composer<'a> {
    pub draft: &'a Draft,
    pub page: &'a View,
    pub charter: &'a View,
    pub alignment: Alignment,
    pub fresh: &'a Fresh<'a>,
    pub choices: &'a Choices,
    pub writer: Writer<'a>,
    /// The facts of the platform.
    pub facts: Vec<FactId>,
    /// What fields say, by their numbers; the first place in the order of the page settles it.
    pub captured: BTreeMap<usize, String>,
    /// The ids that the columns of the page have, by the section that holds them; without one, the
    /// common ones.
    pub columns: HashMap<Option<SectionId>, Vec<Option<ColumnId>>>,
    pub parts: Vec<Part>,
}

impl<'a> Composer<'a> {
    pub fn compose(&mut self) {
        self.set_apart_other_columns();
        self.settle_facts();
        self.title();
        let columns = self.common_table();
        if let Some(section) = columns {
            self.columns(section);
        }
        self.sections(columns);
    }

    pub(super) fn language(&self) -> &Language {
        self.writer.wording.language
    }

    /// A section of the page whose table goes with one that has the charter's common columns.
    fn common_table(&self) -> Option<usize> {
        (0..self.alignment.tables.len()).find(|at| self.is_common(*at))
    }

    pub(super) fn is_common(&self, section: usize) -> bool {
        let pair = self.alignment.sections.get(section).copied().flatten();
        let table = pair
            .and_then(|pair| self.writer.resolved.sections.get(pair))
            .and_then(|section| section.table.as_ref());
        let is_paired = matches!(self.alignment.tables.get(section), Some(Some(_)));
        is_paired && table.is_some_and(|table| table.columns.is_none())
    }

    /// The common columns can be adapted in one way alone: tables that differ from it stand by
    /// themselves.
    fn set_apart_other_columns(&mut self) {
        let shape = |section: usize| {
            let table = self.draft.sections.get(section)?.table.as_ref()?;
            let pairs = &self.alignment.tables.get(section)?.as_ref()?.columns;
            let labels = self.page.sections.get(section)?.table.as_ref()?;
            let columns = labels.columns.iter().zip(pairs).zip(&table.columns);
            let shape: Vec<_> = columns
                .map(|((view, pair), column)| (*pair, view.label.norm.clone(), column.role as u8))
                .collect();
            Some(shape)
        };
        let common: Vec<usize> = (0..self.alignment.tables.len())
            .filter(|at| self.is_common(*at))
            .collect();
        let mut counts: Vec<(Vec<_>, usize)> = Vec::new();
        for at in &common {
            let Some(shape) = shape(*at) else { continue };
            match counts.iter_mut().find(|(other, _)| *other == shape) {
                Some((_, count)) => *count += 1,
                None => counts.push((shape, 1)),
            }
        }
        // Of shapes that are as frequent, the first stays.
        let Some(most) = counts.iter().map(|(_, count)| *count).max() else {
            return;
        };
        let kept = counts.into_iter().find(|(_, count)| *count == most);
        let apart: Vec<usize> = common
            .into_iter()
            .filter(|at| shape(*at).as_ref() != kept.as_ref().map(|(kept, _)| kept))
            .collect();
        for at in apart {
            if let (Some(section), Some(table)) = (
                self.alignment.sections.get_mut(at),
                self.alignment.tables.get_mut(at),
            ) {
                (*section, *table) = (None, None);
            }
        }
    }

    /// The platform has the facts of what is on the page, and not those of which nothing is.
    fn settle_facts(&mut self) {
        let mut on_page: Vec<&FactId> = Vec::new();
        let mut missing: HashSet<&FactId> = HashSet::new();
        let mut paired = vec![None; self.writer.resolved.sections.len()];
        for (at, pair) in self.alignment.sections.iter().enumerate() {
            if let Some(place) = pair.and_then(|pair| paired.get_mut(pair)) {
                *place = Some(at);
            }
        }
        for (section, at) in self.writer.resolved.sections.iter().zip(&paired) {
            if let Some(fact) = &section.when {
                match at {
                    Some(_) => on_page.push(fact),
                    None => drop(missing.insert(fact)),
                }
            }
            let rows = at.and_then(|at| self.alignment.tables.get(at)?.as_ref());
            let rows: HashSet<usize> = rows
                .map(|rows| rows.rows.iter().flatten().copied().collect())
                .unwrap_or_default();
            let table = section.table.iter().flat_map(|table| &table.rows);
            for (row, fact) in table
                .enumerate()
                .filter_map(|(at, row)| Some((at, row.when()?)))
            {
                if rows.contains(&row) {
                    on_page.push(fact);
                } else {
                    missing.insert(fact);
                }
            }
        }
        let gone = |fact: &FactId| missing.contains(fact) && !on_page.contains(&fact);
        let mut facts = self.facts.clone();
        facts.retain(|fact| !gone(fact));
        for fact in on_page {
            if !facts.contains(fact) {
                facts.push(fact.clone());
            }
        }
        self.facts = facts;
    }

    pub(super) fn applies(&self, when: Option<&FactId>) -> bool {
        when.is_none_or(|fact| self.facts.contains(fact))
    }

    /// How a text of the charter stands to that of the page; what its fields take there must be
    /// what they took before.
    pub(super) fn judge(&mut self, charter: &Reading, page: &Reading) -> Verdict {
        let Some(captures) = unify(charter, page) else {
            return verdict(charter, page);
        };
        let conflicts = captures.iter().any(|(field, value)| {
            let known = self.captured.get(field);
            known.is_some_and(|known| normalised(known) != normalised(value))
        });
        if conflicts {
            return Verdict::Different(charter.words.likeness(&page.words));
        }
        for (field, value) in captures {
            self.captured.entry(field).or_insert(value);
        }
        verdict(charter, page)
    }

    pub(super) fn is_written(verdict: Verdict, decision: Option<Decision>) -> bool {
        match decision {
            Some(Decision::Inherit | Decision::LeaveOut) => false,
            Some(Decision::Adapt) => verdict != Verdict::Equal,
            Some(Decision::Add) | None => verdict.is_different(),
        }
    }

    pub(super) fn said_here(&self, text: &Text) -> String {
        let written = text.written(self.language());
        written.unwrap_or_default().to_owned()
    }

    fn title(&mut self) {
        let decision = self.choices.of_page(PagePart::Title);
        let page = self.page;
        let charter = self.charter;
        let verdict = if page.title.is_empty() {
            // A page without a title says nothing against the charter's.
            Verdict::Equal
        } else {
            self.judge(&charter.title, &page.title)
        };
        let written = Self::is_written(verdict, decision);
        if written {
            let words = self.fresh.wording.words(&self.draft.title, Shape::Line);
            self.writer.write(&Element::Title, &words);
        }
        let charter = vec![self.said_here(&self.writer.resolved.title.value.clone())];
        self.parts.push(Part {
            page: Some(PagePart::Title),
            element: Some(Element::Title),
            verdict: Some(verdict),
            outcome: outcome(written),
            moved: false,
            said: vec![self.draft.title.clone()],
            charter,
        });
    }

    fn sections(&mut self, common: Option<usize>) {
        let pairs = self.alignment.sections.clone();
        let places: Vec<usize> = pairs.iter().flatten().copied().collect();
        let mut stays = staying(&places).into_iter();
        let resolved = self.writer.resolved.clone();
        let mut names = Names::new(resolved.sections.iter().map(|section| section.id.clone()));
        let mut last: Option<SectionId> = None;
        let mut depth = 0;
        // What the page lacks stands behind what it has before it.
        let mut lacking = self.lacking(&pairs);
        self.push_lacking(&mut lacking, None);
        for (at, section) in self.draft.sections.iter().enumerate() {
            let pair = pairs.get(at).copied().flatten();
            match pair.and_then(|pair| Some((pair, resolved.sections.get(pair)?))) {
                Some((pair, of_charter)) => {
                    let moved = stays.next() == Some(false);
                    self.paired_section(at, section, pair, of_charter, &mut depth, moved, common);
                    if moved {
                        self.writer.move_section(&of_charter.id, last.as_ref());
                    }
                    last = Some(of_charter.id.clone());
                    self.push_lacking(&mut lacking, Some(pair));
                }
                None if says_nothing(section) => {}
                None if !self.fresh.takes(PagePart::Section(at)) => {
                    push_whole(
                        &mut self.parts,
                        self.fresh,
                        at,
                        section,
                        None,
                        Outcome::LeftOut,
                    );
                }
                None => {
                    let id = section_id(&mut names, section, self.writer.wording.site);
                    self.add_section(at, section, &id, last.as_ref());
                    if !section.heading.trim().is_empty() {
                        depth = section.level.min(depth + 1).clamp(1, 5);
                    }
                    last = Some(id);
                }
            }
        }
    }

    /// The sections of the charter that the page lacks, by the one that stands before them.
    fn lacking(&self, pairs: &[Option<usize>]) -> BTreeMap<Option<usize>, Vec<usize>> {
        let paired: HashSet<usize> = pairs.iter().flatten().copied().collect();
        let mut lacking: BTreeMap<Option<usize>, Vec<usize>> = BTreeMap::new();
        let mut before = None;
        for (at, view) in self.charter.sections.iter().enumerate() {
            if paired.contains(&at) {
                before = Some(at);
            } else if view.presence == Presence::Shown {
                lacking.entry(before).or_default().push(at);
            }
        }
        lacking
    }

    fn push_lacking(
        &mut self,
        lacking: &mut BTreeMap<Option<usize>, Vec<usize>>,
        before: Option<usize>,
    ) {
        for at in lacking.remove(&before).unwrap_or_default() {
            let Some(section) = self.writer.resolved.sections.get(at).cloned() else {
                continue;
            };
            let view = self.charter.sections.get(at);
            let foreign = [&section.heading.value, &section.body.value];
            let is_seen = view.is_some_and(|view| !view.says_nothing())
                || foreign.iter().any(|text| !text.is_empty());
            if !is_seen || !self.applies(section.when.as_ref()) {
                continue;
            }
            let element = Element::Section(section.id.clone());
            let texts = [&section.heading.value, &section.body.value];
            let outcome = self.fate(&element, &texts);
            if outcome == Outcome::Hidden {
                self.writer.hide_section(&section.id);
            }
            let charter = texts.map(|text| self.said_here(text)).to_vec();
            self.parts.push(lacking_part(element, outcome, charter));
        }
    }

    /// What becomes of something that the page lacks: it goes, unless it says nothing in the
    /// language of the page, or a person decided that it stays.
    pub(super) fn fate(&self, element: &Element, texts: &[&Text]) -> Outcome {
        let language = self.language();
        let says = |text: &&&Text| text.written(language).is_some_and(|it| !it.is_empty());
        let is_foreign = !texts.iter().any(|text| says(&text))
            && texts.iter().any(|text| speaks_another(text, language));
        match self.choices.of_charter(element) {
            Some(Decision::Inherit) => Outcome::Kept,
            Some(_) => Outcome::Hidden,
            None if is_foreign => Outcome::Kept,
            None => Outcome::Hidden,
        }
    }

    fn add_section(
        &mut self,
        at: usize,
        section: &DraftSection,
        id: &SectionId,
        after: Option<&SectionId>,
    ) {
        let added = self.fresh.section(at, section, id.clone(), None);
        self.writer.add_section(added, after);
        push_whole(
            &mut self.parts,
            self.fresh,
            at,
            section,
            Some(id),
            Outcome::Added,
        );
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "one section of the page and one of the charter"
    )]
    fn paired_section(
        &mut self,
        at: usize,
        section: &'a DraftSection,
        pair: usize,
        of_charter: &ResolvedSection,
        depth: &mut u8,
        moved: bool,
        common: Option<usize>,
    ) {
        let (page, charter) = (self.page, self.charter);
        let (Some(view), Some(other)) = (page.sections.get(at), charter.sections.get(pair)) else {
            return;
        };
        let id = &of_charter.id;
        if other.presence == Presence::HiddenHere {
            self.writer.show_section(id);
        }
        let decision = self.choices.of_page(PagePart::Section(at));
        let heading = self.judge(&other.heading, &view.heading);
        let body = self.judge(&other.body, &view.body);
        let mut changed = false;
        if Self::is_written(heading, decision) {
            let words = self.fresh.wording.words(&section.heading, Shape::Line);
            self.writer.write(&Element::Heading(id.clone()), &words);
            changed = true;
        }
        if Self::is_written(body, decision) {
            let words = self.fresh.wording.words(&section.body, Shape::Flow);
            self.writer.write(&Element::Body(id.clone()), &words);
            changed = true;
        }
        let keeps = decision == Some(Decision::Inherit);
        changed |= self.level(section, of_charter, depth, keeps);
        changed |= !keeps && self.category(section, of_charter);
        self.parts.push(Part {
            page: Some(PagePart::Section(at)),
            element: Some(Element::Section(id.clone())),
            verdict: Some(heading.and(body, view.texts().likeness(&other.texts()))),
            outcome: outcome(changed),
            moved,
            said: vec![section.heading.clone(), section.body.clone()],
            charter: vec![
                self.said_here(&of_charter.heading.value),
                self.said_here(&of_charter.body.value),
            ],
        });
        if common != Some(at) && !self.is_common(at) && of_charter.table.is_some() {
            self.columns(at);
        }
        self.table(at, section, (view, other), of_charter);
    }

    /// Makes a heading stand as deep as on the page; how deep it may stand depends on the one
    /// before.
    fn level(
        &mut self,
        section: &DraftSection,
        of_charter: &ResolvedSection,
        depth: &mut u8,
        keeps: bool,
    ) -> bool {
        if section.heading.trim().is_empty() {
            return false;
        }
        let deep = |level: u8| level.min(*depth + 1).clamp(1, 5);
        let wanted = deep(section.level);
        let stands = deep(of_charter.level.value.number());
        let differs = wanted != stands && !keeps;
        if differs {
            self.writer.write_level(of_charter, level(section));
        }
        *depth = if differs { wanted } else { stands };
        differs
    }

    fn category(&mut self, section: &DraftSection, of_charter: &ResolvedSection) -> bool {
        let wanted = section
            .table
            .as_ref()
            .and_then(|table| table.category.as_ref());
        let (Some(wanted), Some(table)) = (wanted, &of_charter.table) else {
            return false;
        };
        let name = |category: &Category| match category {
            Category::Other(text) => Some(normalised(&self.said_here(text))),
            _ => None,
        };
        let there = &table.nature.value.category;
        let same = there == wanted || (name(there).is_some() && name(there) == name(wanted));
        if !same {
            self.writer.write_category(of_charter, wanted.clone());
        }
        !same
    }
}
