//! What several charters share: the charter that says what most of them say.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use indexmap::IndexMap;

use super::express::{as_column, as_section, is_like, listed};
use super::site::Sites;
use crate::model::{
    Cell, Charter, Column, ColumnId, Complete, CookieTable, Form, Identified, Indexed, List,
    Nature, Resolved, ResolvedColumn, ResolvedRow, ResolvedSection, ResolvedTable, Row, Section,
    Text,
};
use crate::workspace::jobs::Cancel;

/// What charters are lifted into.
#[derive(Clone, Copy)]
pub enum Above<'a> {
    /// A model that stands by itself: what most of them show is in it.
    Nothing,
    /// A family of a model that all of them follow, themselves or through others: of that, what any of them shows stays, since
    /// a follower cannot show again what is hidden above it.
    Model(&'a Resolved),
}

/// The charter that says what most of some say; `sites` are theirs, in the same order. Once it is
/// cancelled, whatever has come of it.
pub fn shared(
    charters: &[Resolved],
    sites: &[Sites],
    above: Above<'_>,
    cancel: &Cancel,
) -> Charter {
    let sharing = Sharing { sites, cancel };
    let title = |it: &Resolved| Some(it.title.value.clone());
    let titles = numbered(charters).map(|(at, it)| (at, title(it)));
    let of_model = match above {
        Above::Nothing => None,
        Above::Model(model) => Some(model),
    };
    let columns: Vec<_> = numbered(charters)
        .map(|(at, it)| (at, &it.columns))
        .collect();
    let sections = numbered(charters).map(|(at, it)| (at, &it.sections));
    let sections: Vec<_> = sections.collect();
    let complete = Complete {
        title: sharing
            .text(of_model.map(|it| &it.title.value), titles)
            .unwrap_or_default(),
        columns: sharing.columns(&columns, of_model.map(|it| &it.columns)),
        sections: listed(sharing.sections(&sections, of_model.map(|it| &it.sections))),
    };
    Charter {
        updated: None,
        form: Form::Complete(complete),
    }
}

/// Things of several charters, each with the number of its charter.
type Of<'a, T> = [(usize, &'a T)];

fn numbered<T>(items: &[T]) -> impl Iterator<Item = (usize, &T)> {
    items.iter().enumerate()
}

struct Sharing<'a> {
    sites: &'a [Sites],
    cancel: &'a Cancel,
}

impl Sharing<'_> {
    fn sections(
        &self,
        all: &Of<'_, Indexed<ResolvedSection>>,
        of_model: Option<&Indexed<ResolvedSection>>,
    ) -> Vec<Section> {
        let taken = common(all, of_model, |it| it.hidden.is_none(), has_frame_of);
        let section = |some: Vec<(usize, &ResolvedSection)>| {
            let above = of_model.and_then(|model| model.find(&some.first()?.1.id));
            self.section(&some, above)
        };
        let is_wanted = |_: &Vec<_>| !self.cancel.is_cancelled();
        let taken = taken.into_iter().take_while(is_wanted);
        taken.filter_map(section).collect()
    }

    fn section(
        &self,
        all: &Of<'_, ResolvedSection>,
        of_model: Option<&ResolvedSection>,
    ) -> Option<Section> {
        let (_, one) = all.first()?;
        let tables: Vec<_> = all
            .iter()
            .filter_map(|(at, it)| Some((*at, it.table.as_ref()?)))
            .collect();
        let text = |of: fn(&ResolvedSection) -> &Text| {
            let texts = all.iter().map(|(at, it)| (*at, Some(of(it).clone())));
            self.text(of_model.map(of), texts).unwrap_or_default()
        };
        let level = of_model.map(|it| it.level.value);
        Some(Section {
            level: most(level, all.iter().map(|(_, it)| it.level.value))?,
            heading: text(|it| &it.heading.value),
            body: text(|it| &it.body.value),
            table: self.table(&tables, of_model.and_then(|it| it.table.as_ref())),
            ..as_section(one)
        })
    }

    fn table(
        &self,
        all: &Of<'_, ResolvedTable>,
        of_model: Option<&ResolvedTable>,
    ) -> Option<CookieTable> {
        let nature = of_model.map(|it| it.nature.value.clone());
        let nature: Nature = most(nature, all.iter().map(|(_, it)| it.nature.value.clone()))?;
        let columns: Vec<_> = all
            .iter()
            .filter_map(|(at, it)| Some((*at, it.columns.as_ref()?)))
            .collect();
        let columns_above = of_model.and_then(|it| it.columns.as_ref());
        let rows: Vec<_> = all.iter().map(|(at, it)| (*at, &it.rows)).collect();
        let taken = common(
            &rows,
            of_model.map(|it| &it.rows),
            |it| it.hidden.is_none(),
            |one, other| one.when() == other.when() && one.note() == other.note(),
        );
        let is_wanted = |_: &&Vec<_>| !self.cancel.is_cancelled();
        let rows = taken.iter().take_while(is_wanted).filter_map(|some| {
            let above = of_model.and_then(|it| it.rows.find(some.first()?.1.id()));
            self.row(some, above)
        });
        Some(CookieTable {
            category: nature.category,
            consent: nature.consent,
            columns: (!columns.is_empty()).then(|| self.columns(&columns, columns_above)),
            rows: listed(rows),
        })
    }

    fn row(&self, all: &Of<'_, ResolvedRow>, of_model: Option<&ResolvedRow>) -> Option<Row> {
        let (_, one) = all.first()?;
        let shown: Vec<(usize, Row)> = all.iter().map(|(at, it)| (*at, it.as_shown())).collect();
        let mut row = one.as_shown();
        let columns = orders(shown.iter().map(|(_, it)| it.cells.keys().collect()));
        row.cells = columns
            .into_iter()
            .filter_map(|column| {
                let above = of_model.and_then(|it| it.cell(column).0);
                Some((column.clone(), self.cell(&shown, column, above)?))
            })
            .collect();
        Some(row)
    }

    /// What most say in a column: a text, « as above », or nothing.
    fn cell(
        &self,
        rows: &[(usize, Row)],
        column: &ColumnId,
        of_model: Option<&Cell>,
    ) -> Option<Cell> {
        let cells = || rows.iter().map(|(at, row)| (*at, row.cells.get(column)));
        let is_text = |cell: Option<&Cell>| cell.map(|it| it.text().is_some());
        if most(None, cells().map(|(_, cell)| is_text(cell)))?? {
            let text = |cell: Option<&Cell>| cell.and_then(Cell::text).cloned();
            let texts = cells().map(|(at, cell)| (at, text(cell)));
            self.text(of_model.and_then(Cell::text), texts)
                .map(Cell::Text)
        } else {
            Some(Cell::Above)
        }
    }

    fn columns(
        &self,
        all: &Of<'_, Indexed<ResolvedColumn>>,
        of_model: Option<&Indexed<ResolvedColumn>>,
    ) -> List<Column> {
        let taken = common(all, of_model, |it| it.hidden.is_none(), is_like);
        listed(taken.into_iter().filter_map(|some| {
            let (_, one) = some.first()?;
            let labels = some
                .iter()
                .map(|(at, it)| (*at, Some(it.label.value.clone())));
            let above = of_model.and_then(|it| it.find(&one.column.id));
            let above = above.map(|it| &it.label.value);
            Some(Column {
                label: self.text(above, labels).unwrap_or_default(),
                ..as_column(one)
            })
        }))
    }

    /// What most say; with fields in the place of what varies, where more say the same then.
    /// Of what as many say, it is what the model says already.
    fn text(
        &self,
        of_model: Option<&Text>,
        texts: impl Iterator<Item = (usize, Option<Text>)>,
    ) -> Option<Text> {
        let texts: Vec<(usize, Text)> = texts.filter_map(|(at, it)| Some((at, it?))).collect();
        let said = texts.iter().map(|(_, text)| text.clone());
        let (said, alike) = most_often(of_model.cloned(), said)?;
        if alike == texts.len() {
            return Some(said);
        }
        let fielded = texts.iter().filter_map(|(at, text)| {
            let site = self.sites.get(*at)?;
            Some(site.in_fields(text))
        });
        match most_often(None, fielded) {
            Some((fielded, more)) if more > alike => Some(fielded),
            _ => Some(said),
        }
    }
}

/// Whether two sections are alike in what no adaptation can say otherwise.
fn has_frame_of(one: &ResolvedSection, other: &ResolvedSection) -> bool {
    let columns = |it: &ResolvedSection| it.table.as_ref().map(|table| table.columns.is_some());
    one.when == other.when && one.note == other.note && columns(one) == columns(other)
}

/// What is in common of several lists, in their order: what most of them show, and what any of
/// them shows of the model's. What is of another kind in one of them is nobody else's either:
/// its id is taken there.
fn common<'a, T: Identified>(
    all: &[(usize, &'a Indexed<T>)],
    of_model: Option<&Indexed<T>>,
    is_shown: impl Fn(&T) -> bool,
    is_alike: impl Fn(&T, &T) -> bool,
) -> Vec<Vec<(usize, &'a T)>> {
    let mut by_id: HashMap<&T::Id, Vec<(usize, &T)>> = HashMap::new();
    for (at, items) in all {
        for item in *items {
            by_id.entry(item.id()).or_default().push((*at, item));
        }
    }
    let is_common = |some: &Vec<(usize, &T)>| {
        let Some((_, one)) = some.first() else {
            return false;
        };
        let shown = some.iter().filter(|(_, item)| is_shown(item)).count();
        let is_the_models = of_model.is_some_and(|model| model.find(one.id()).is_some());
        let is_wanted = shown * 2 > all.len() || (is_the_models && shown > 0);
        is_wanted && some.iter().all(|(_, item)| is_alike(one, item))
    };
    let taken: HashSet<&T::Id> = by_id
        .iter()
        .filter(|(_, some)| is_common(some))
        .map(|(id, _)| *id)
        .collect();
    let ids = all.iter().map(|(_, items)| {
        let ids = items.iter().map(Identified::id);
        ids.filter(|id| taken.contains(id)).collect()
    });
    let order = orders(ids);
    order
        .into_iter()
        .filter_map(|id| by_id.remove(id))
        .collect()
}

/// One order for several lists: the one that most of them have, into which the others put what it
/// lacks, each below what they have above it.
fn orders<'a, Id: Eq + Hash>(lists: impl Iterator<Item = Vec<&'a Id>>) -> Vec<&'a Id> {
    let lists: Vec<Vec<&Id>> = lists.collect();
    let mut order: Vec<&Id> = most(None, lists.iter().cloned()).unwrap_or_default();
    let mut known: HashSet<&Id> = order.iter().copied().collect();
    for list in &lists {
        let mut before: Option<&Id> = None;
        for id in list {
            if known.insert(id) {
                let at = before.and_then(|before| order.iter().position(|it| *it == before));
                order.insert(at.map_or(0, |at| at + 1), id);
            }
            before = Some(id);
        }
    }
    order
}

/// What stands most often among some; of several, the preferred one, or the first.
fn most<T: Eq + Hash>(preferred: Option<T>, items: impl Iterator<Item = T>) -> Option<T> {
    most_often(preferred, items).map(|(item, _)| item)
}

/// The same, and how often it does.
fn most_often<T: Eq + Hash>(
    preferred: Option<T>,
    items: impl Iterator<Item = T>,
) -> Option<(T, usize)> {
    let mut counts: IndexMap<T, usize> = preferred.into_iter().map(|it| (it, 0)).collect();
    for item in items {
        *counts.entry(item).or_default() += 1;
    }
    counts
        .into_iter()
        .reduce(|best, next| if next.1 > best.1 { next } else { best })
}
