//! Applying adaptations to what stands so far.

use std::collections::HashSet;

use super::{Resolved, ResolvedColumn, ResolvedRow, ResolvedSection, ResolvedTable};
use crate::model::{
    Adaptation, ColumnId, Finding, Identified, Indexed, Owner, Place, Problem, RowId, SectionId,
};

/// Whether adaptations without their element are told: where the model itself is missing, saying
/// so once is enough.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Report {
    Findings,
    Nothing,
}

pub(super) fn adapt(
    resolved: &mut Resolved,
    holder: &Owner,
    adaptations: &[Adaptation],
    report: Report,
) {
    for adaptation in adaptations {
        if let Err(problem) = apply(resolved, holder, adaptation)
            && report == Report::Findings
        {
            let finding = Finding::new(adaptation.element(), problem);
            resolved.findings.push(finding);
        }
    }
    let mut seen = HashSet::new();
    resolved
        .findings
        .retain(|finding| seen.insert(finding.clone()));
}

/// Applies one adaptation to what stands so far.
fn apply(resolved: &mut Resolved, holder: &Owner, adaptation: &Adaptation) -> Result<(), Problem> {
    match adaptation {
        Adaptation::ReplaceTitle { was, text } => resolved.title.reword(was, text, holder),
        Adaptation::ReplaceHeading { section, was, text } => {
            section_mut(resolved, section)?
                .heading
                .reword(was, text, holder);
        }
        Adaptation::ReplaceBody { section, was, text } => {
            section_mut(resolved, section)?
                .body
                .reword(was, text, holder);
        }
        Adaptation::ReplaceLevel {
            section,
            was,
            level,
        } => {
            section_mut(resolved, section)?
                .level
                .replace(was, level, holder);
        }
        Adaptation::ReplaceNature {
            section,
            was,
            nature,
        } => {
            table_mut(resolved, section)?
                .nature
                .replace(was, nature, holder);
        }
        Adaptation::ReplaceLabel {
            table,
            column,
            was,
            text,
        } => {
            column_mut(resolved, table.as_ref(), column)?
                .label
                .reword(was, text, holder);
        }
        Adaptation::ReplaceCell {
            section,
            row,
            column,
            was,
            cell,
        } => {
            row_mut(resolved, section, row)?.replace(column, was.as_ref(), cell.as_ref(), holder);
        }
        Adaptation::HideSection { section } => {
            section_mut(resolved, section)?.hidden = Some(holder.clone());
        }
        Adaptation::HideRow { section, row } => {
            row_mut(resolved, section, row)?.hidden = Some(holder.clone());
        }
        Adaptation::HideColumn { table, column } => {
            column_mut(resolved, table.as_ref(), column)?.hidden = Some(holder.clone());
        }
        Adaptation::AddSection { section, place } => {
            let added = ResolvedSection::own(section, holder);
            return add(&mut resolved.sections, added, place);
        }
        Adaptation::AddRow {
            section,
            row,
            place,
        } => {
            let rows = &mut table_mut(resolved, section)?.rows;
            return add(rows, ResolvedRow::own(row, holder), place);
        }
        Adaptation::AddColumn {
            table,
            column,
            place,
        } => {
            let columns = columns_mut(resolved, table.as_ref())?;
            let added = ResolvedColumn::own(column, holder);
            return add(columns, added, place);
        }
        Adaptation::MoveSection { section, place } => {
            section_mut(resolved, section)?.moved = Some(holder.clone());
            return relocate(&mut resolved.sections, section, place);
        }
        Adaptation::MoveRow {
            section,
            row,
            place,
        } => {
            row_mut(resolved, section, row)?.moved = Some(holder.clone());
            let rows = &mut table_mut(resolved, section)?.rows;
            return relocate(rows, row, place);
        }
        Adaptation::MoveColumn {
            table,
            column,
            place,
        } => {
            let columns = columns_mut(resolved, table.as_ref())?;
            return relocate(columns, column, place);
        }
    }
    Ok(())
}

fn section_mut<'a>(
    resolved: &'a mut Resolved,
    id: &SectionId,
) -> Result<&'a mut ResolvedSection, Problem> {
    resolved.sections.find_mut(id).ok_or(Problem::Gone)
}

fn table_mut<'a>(
    resolved: &'a mut Resolved,
    section: &SectionId,
) -> Result<&'a mut ResolvedTable, Problem> {
    section_mut(resolved, section)?
        .table
        .as_mut()
        .ok_or(Problem::Gone)
}

fn row_mut<'a>(
    resolved: &'a mut Resolved,
    section: &SectionId,
    row: &RowId,
) -> Result<&'a mut ResolvedRow, Problem> {
    let rows = &mut table_mut(resolved, section)?.rows;
    rows.find_mut(row).ok_or(Problem::Gone)
}

fn columns_mut<'a>(
    resolved: &'a mut Resolved,
    table: Option<&SectionId>,
) -> Result<&'a mut Indexed<ResolvedColumn>, Problem> {
    match table {
        None => Ok(&mut resolved.columns),
        Some(section) => table_mut(resolved, section)?
            .columns
            .as_mut()
            .ok_or(Problem::Gone),
    }
}

fn column_mut<'a>(
    resolved: &'a mut Resolved,
    table: Option<&SectionId>,
    id: &ColumnId,
) -> Result<&'a mut ResolvedColumn, Problem> {
    let columns = columns_mut(resolved, table)?;
    columns.find_mut(id).ok_or(Problem::Gone)
}

/// The position that a place names. Where what it names is gone, the end, and the problem.
fn place_among<T: Identified>(
    items: &Indexed<T>,
    place: &Place<T::Id>,
) -> (usize, Result<(), Problem>) {
    match place {
        Place::First => (0, Ok(())),
        Place::Last => (items.len(), Ok(())),
        Place::After(before) => match items.position_of(before) {
            Some(position) => (position + 1, Ok(())),
            None => (items.len(), Err(Problem::Gone)),
        },
    }
}

fn add<T: Identified>(
    items: &mut Indexed<T>,
    added: T,
    place: &Place<T::Id>,
) -> Result<(), Problem> {
    let taken = items.position_of(added.id()).is_some();
    let (at, placed) = place_among(items, place);
    items.insert(at, added);
    if taken { Err(Problem::Taken) } else { placed }
}

fn relocate<T: Identified>(
    items: &mut Indexed<T>,
    moved: &T::Id,
    place: &Place<T::Id>,
) -> Result<(), Problem> {
    let from = items.position_of(moved).ok_or(Problem::Gone)?;
    if matches!(place, Place::After(before) if before == moved) {
        return Ok(());
    }
    let item = items.remove(from);
    let (to, placed) = place_among(items, place);
    items.insert(to, item);
    placed
}
