//! Applying adaptations to what stands so far.

use std::collections::HashSet;

use super::{Resolved, ResolvedColumn, ResolvedRow, ResolvedSection, ResolvedTable};
use crate::model::{Adaptation, ColumnId, Finding, Owner, Place, Problem, RowId, SectionId};

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
        Adaptation::ReplaceTitle { was, text } => resolved.title.replace(was, text, holder),
        Adaptation::ReplaceHeading { section, was, text } => {
            section_mut(resolved, section)?
                .heading
                .replace(was, text, holder);
        }
        Adaptation::ReplaceBody { section, was, text } => {
            section_mut(resolved, section)?
                .body
                .replace(was, text, holder);
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
                .replace(was, text, holder);
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
            return add(&mut resolved.sections, added, place, |it| &it.id);
        }
        Adaptation::AddRow {
            section,
            row,
            place,
        } => {
            let rows = &mut table_mut(resolved, section)?.rows;
            return add(rows, ResolvedRow::own(row, holder), place, ResolvedRow::id);
        }
        Adaptation::AddColumn {
            table,
            column,
            place,
        } => {
            let columns = columns_mut(resolved, table.as_ref())?;
            let added = ResolvedColumn::own(column, holder);
            return add(columns, added, place, |it| &it.column.id);
        }
        Adaptation::MoveSection { section, place } => {
            section_mut(resolved, section)?.moved = Some(holder.clone());
            return relocate(&mut resolved.sections, section, place, |it| &it.id);
        }
        Adaptation::MoveRow {
            section,
            row,
            place,
        } => {
            row_mut(resolved, section, row)?.moved = Some(holder.clone());
            let rows = &mut table_mut(resolved, section)?.rows;
            return relocate(rows, row, place, ResolvedRow::id);
        }
        Adaptation::MoveColumn {
            table,
            column,
            place,
        } => {
            let columns = columns_mut(resolved, table.as_ref())?;
            return relocate(columns, column, place, |it| &it.column.id);
        }
    }
    Ok(())
}

fn position<T>(items: &[T], is_it: impl Fn(&T) -> bool) -> Result<usize, Problem> {
    items.iter().position(is_it).ok_or(Problem::Gone)
}

fn section_mut<'a>(
    resolved: &'a mut Resolved,
    id: &SectionId,
) -> Result<&'a mut ResolvedSection, Problem> {
    let section = resolved
        .sections
        .iter_mut()
        .find(|section| section.id == *id);
    section.ok_or(Problem::Gone)
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
    let rows = table_mut(resolved, section)?.rows.iter_mut();
    rows.into_iter()
        .find(|it| it.row.id == *row)
        .ok_or(Problem::Gone)
}

fn columns_mut<'a>(
    resolved: &'a mut Resolved,
    table: Option<&SectionId>,
) -> Result<&'a mut Vec<ResolvedColumn>, Problem> {
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
    let mut columns = columns_mut(resolved, table)?.iter_mut();
    columns.find(|it| it.column.id == *id).ok_or(Problem::Gone)
}

/// The position that a place names. Where what it names is gone, the end, and the problem.
fn place_among<T, Id: PartialEq>(
    items: &[T],
    place: &Place<Id>,
    id: impl Fn(&T) -> &Id,
) -> (usize, Result<(), Problem>) {
    match place {
        Place::First => (0, Ok(())),
        Place::Last => (items.len(), Ok(())),
        Place::After(before) => match items.iter().position(|it| id(it) == before) {
            Some(position) => (position + 1, Ok(())),
            None => (items.len(), Err(Problem::Gone)),
        },
    }
}

fn add<T, Id: PartialEq>(
    items: &mut Vec<T>,
    added: T,
    place: &Place<Id>,
    id: impl Fn(&T) -> &Id,
) -> Result<(), Problem> {
    let taken = items.iter().any(|it| id(it) == id(&added));
    let (at, placed) = place_among(items, place, &id);
    items.insert(at, added);
    if taken { Err(Problem::Taken) } else { placed }
}

fn relocate<T, Id: PartialEq>(
    items: &mut Vec<T>,
    moved: &Id,
    place: &Place<Id>,
    id: impl Fn(&T) -> &Id,
) -> Result<(), Problem> {
    let from = position(items, |it| id(it) == moved)?;
    if matches!(place, Place::After(before) if before == moved) {
        return Ok(());
    }
    let item = items.remove(from);
    let (to, placed) = place_among(items, place, &id);
    items.insert(to, item);
    placed
}
