//! What is asked of the charters of many platforms: each put together, and asked by itself.

use std::collections::HashSet;

use indexmap::IndexMap;

use super::{Asked, Hindrance};
use crate::model::{
    Collection, ColumnId, Element, Language, Owner, Platform, Resolved, ResolvedRow, ResolvedTable,
    RowAddress, RowId, SectionId,
};
use crate::workspace::changes::{Charters, Scope};
use crate::workspace::history::{Change, Deed};

/// Asks something of a platform's charter, put together.
fn asked(
    collection: &Collection,
    platform: &Platform,
    ask: impl FnOnce(Charters<'_>) -> Result<Option<Change>, Hindrance>,
) -> Asked {
    let owner = Owner::Platform(platform.id.clone());
    let Some(resolved) = collection.resolve(&owner) else {
        return Ok(None);
    };
    let change = ask(Charters {
        collection,
        resolved: &resolved,
    })?;
    Ok(change.map(|change| change.edits.into()))
}

pub(super) fn hide(collection: &Collection, platform: &Platform, section: &SectionId) -> Asked {
    asked(collection, platform, |charters| {
        let resolved = charters.resolved.section(section);
        let resolved = resolved.ok_or(Hindrance::NoSection)?;
        if resolved.hidden.is_none() && !charters.inherits_section(section) {
            return Err(Hindrance::OwnSection);
        }
        Ok(charters.hide_section(section))
    })
}

pub(super) fn show(collection: &Collection, platform: &Platform, section: &SectionId) -> Asked {
    asked(collection, platform, |charters| {
        let resolved = charters.resolved.section(section);
        let resolved = resolved.ok_or(Hindrance::NoSection)?;
        match &resolved.hidden {
            None => Ok(None),
            Some(hider) if *hider != charters.resolved.owner => Err(Hindrance::HiddenByModel),
            Some(_) => Ok(charters.show_section(section)),
        }
    })
}

pub(super) fn add_row(
    collection: &Collection,
    platform: &Platform,
    section: &SectionId,
    cells: &IndexMap<ColumnId, String>,
    language: &Language,
) -> Asked {
    asked(collection, platform, |charters| {
        let table = table_of(charters.resolved, section).ok_or(Hindrance::NoTable)?;
        let columns = charters.resolved.columns_of(table);
        let cells: Vec<(ColumnId, String)> = cells
            .iter()
            .filter(|(_, words)| !words.is_empty())
            .map(|(column, words)| (column.clone(), words.clone()))
            .collect();
        let is_there = |id: &ColumnId| columns.iter().any(|it| it.column.id == *id);
        if !cells.iter().all(|(column, _)| is_there(column)) {
            return Err(Hindrance::OtherColumns);
        }
        let first = collection.first_language();
        let mut rows = table.rows.iter().filter(|row| row.hidden.is_none());
        if rows.any(|row| says(row, &cells, (language, &first))) {
            return Ok(None);
        }
        // A platform has no followers: the ids of its own rows are the only ones taken.
        let mut taken: HashSet<RowId> = table.rows.iter().map(|row| row.id().clone()).collect();
        let row = charters.new_row(section, cells, &mut taken, language);
        let element = Element::Row(RowAddress {
            section: section.clone(),
            row: row.id.clone(),
        });
        let additions = charters.additions(section, None, vec![row]);
        Ok(additions.and_then(|additions| {
            charters.adapting(Deed::AddRow, &element, additions, Scope::Here)
        }))
    })
}

/// Whether a row says all of these words.
fn says(
    row: &ResolvedRow,
    cells: &[(ColumnId, String)],
    (language, first): (&Language, &Language),
) -> bool {
    cells.iter().all(|(column, words)| {
        let text = row.cell(column).0.and_then(|cell| cell.text());
        text.is_some_and(|text| text.said(language, first).text == words)
    })
}

pub(super) fn remove_row(collection: &Collection, platform: &Platform, row: &RowAddress) -> Asked {
    asked(collection, platform, |charters| {
        let table = table_of(charters.resolved, &row.section);
        let rows = || table.into_iter().flat_map(|table| table.rows.iter());
        let mut of_id = rows().filter(|it| *it.id() == row.row);
        let stands = of_id.next();
        if of_id.next().is_some() {
            return Err(Hindrance::Taken);
        }
        // One that is not there is as good as removed.
        Ok(stands
            .filter(|row| row.hidden.is_none())
            .and_then(|_| charters.remove_row(row, Scope::Here)))
    })
}

fn table_of<'r>(resolved: &'r Resolved, section: &SectionId) -> Option<&'r ResolvedTable> {
    resolved.section(section)?.table.as_ref()
}
