//! The commands of tables, and what the answers to their dialogs do.

use super::sheet::{Chosen, Sheet};
use crate::document::Table;
use crate::model::{
    Cell, ColumnAddress, ColumnId, Element, Nature, ResolvedRow, ResolvedSection, RowAddress,
    RowId, SectionId,
};
use crate::render::table_as_values;
use crate::ui::command::Command;
use crate::ui::dialogs::Dialog;
use crate::ui::dialogs::column::ColumnForm;
use crate::ui::dialogs::cookie::CookieForm;
use crate::ui::dialogs::table::NatureForm;
use crate::ui::editor::Editor;
use crate::ui::scene::{Action, Scene};
use crate::workspace::Deed;
use crate::workspace::changes::{ColumnSheet, Content, CookieSheet, Direction, Scope};
use crate::workspace::settings::Preference;
use crate::workspace::sheet as ranges;

/// What a person answered to a dialog about a table.
#[derive(Debug, Clone, PartialEq)]
pub enum TableAnswer {
    Cookie {
        sheet: CookieSheet,
        scope: Scope,
        /// Which row is shown next.
        then: Option<Direction>,
    },
    AddColumn {
        section: SectionId,
        after: Option<ColumnId>,
        sheet: ColumnSheet,
        scope: Scope,
    },
    EditColumn {
        address: ColumnAddress,
        sheet: ColumnSheet,
        scope: Scope,
        width: Option<f32>,
    },
    /// Gives a table columns of its own.
    OwnColumns(SectionId),
    /// Gives a table the charter's columns again.
    CommonColumns(SectionId),
    Nature {
        section: SectionId,
        nature: Nature,
        scope: Scope,
    },
}

/// What commands are about: a table, and what of it is selected.
struct Aim<'a> {
    sheet: Sheet<'a>,
    chosen: Chosen,
}

impl Aim<'_> {
    fn section(&self) -> &SectionId {
        &self.sheet.section.id
    }

    fn rows(&self) -> Vec<RowId> {
        let rows = self.chosen.rows.clone();
        let rows = rows.filter_map(|row| self.sheet.row(row));
        rows.map(|row| row.id().clone()).collect()
    }

    fn row(&self) -> Option<&ResolvedRow> {
        self.sheet.row(self.chosen.anchor.0)
    }

    fn column(&self, scene: &Scene<'_>) -> Option<ColumnAddress> {
        let column = self.sheet.columns.get(self.chosen.anchor.1)?;
        let charters = scene.charters();
        Some(charters.column_address(self.section(), &column.column.id))
    }
}

impl Editor {
    /// The table with the cursor, and what is selected in it.
    fn aim<'a>(&self, scene: &'a Scene<'_>) -> Option<Aim<'a>> {
        let selection = self.table.selection.as_ref()?;
        match &self.focus {
            Some(Element::Cell(cell)) if cell.section == selection.section => {}
            _ => return None,
        }
        let section = scene.resolved.section(&selection.section)?;
        let table = section.table.as_ref()?;
        let columns = self.columns_of(scene, table);
        let sheet = Sheet::new(section, table, columns, scene.settings, 0.0);
        let chosen = selection.chosen(&sheet)?;
        Some(Aim { sheet, chosen })
    }

    /// The section with the cursor, if it has a table.
    fn table_section<'a>(&self, scene: &'a Scene<'_>) -> Option<&'a ResolvedSection> {
        let section = self.focus.as_ref()?.section()?;
        let section = scene.resolved.section(section)?;
        section.table.as_ref().map(|_| section)
    }

    /// The table of the section with the cursor, as visitors see it.
    fn shown_table<'a>(&self, scene: &'a Scene<'_>) -> Option<&'a Table> {
        let section = self.focus.as_ref()?.section()?;
        let mut sections = scene.document.sections.iter();
        sections.find(|it| it.id == *section)?.table.as_ref()
    }

    pub(in crate::ui::editor) fn can_table(&self, command: Command, scene: &Scene<'_>) -> bool {
        if matches!(command, Command::AddRow | Command::EditTable) {
            return self.table_section(scene).is_some();
        }
        if command == Command::CopyTable {
            return self.shown_table(scene).is_some();
        }
        let Some(aim) = self.aim(scene) else {
            return false;
        };
        let (rows, column) = (&aim.chosen.rows, aim.chosen.anchor.1);
        match command {
            Command::RowUp => *rows.start() > 0,
            Command::RowDown => rows.end() + 1 < aim.sheet.rows(),
            Command::FillDown => *rows.end() > 0,
            Command::HideRow => {
                let charter = scene.collection.charter(scene.owner());
                charter.is_some_and(|charter| charter.follows().is_some())
            }
            Command::ColumnLeft => column > 0,
            Command::ColumnRight => column + 1 < aim.sheet.columns.len(),
            _ => true,
        }
    }

    pub(in crate::ui::editor) fn run_table(
        &mut self,
        command: Command,
        scene: &Scene<'_>,
        actions: &mut Vec<Action>,
    ) {
        match command {
            Command::AddRow => self.add_row_here(scene, actions),
            Command::CopyTable => {
                if let Some(table) = self.shown_table(scene) {
                    let rows = table_as_values(scene.document, table);
                    let text =
                        ranges::write(rows.iter().map(|row| row.iter().map(|it| &**it).collect()));
                    let notice = scene.words.say("copied-table").into_owned();
                    actions.push(Action::Copy(text, notice));
                }
            }
            Command::EditTable => {
                let section = self.table_section(scene).map(|section| section.id.clone());
                let asked = section.and_then(|section| self.ask_nature(scene, &section));
                actions.extend(asked.map(Action::Ask));
            }
            command => {
                if let Some(aim) = self.aim(scene) {
                    self.run_at(command, scene, &aim, actions);
                }
            }
        }
    }

    fn add_row_here(&mut self, scene: &Scene<'_>, actions: &mut Vec<Action>) {
        let Some(section) = self.table_section(scene) else {
            return;
        };
        let aim = self.aim(scene);
        let below = match &aim {
            Some(aim) => aim.sheet.row(*aim.chosen.rows.end()),
            None => section.table.as_ref().and_then(|table| table.rows.last()),
        };
        let below = below.map(ResolvedRow::id);
        let added = scene.charters().add_row(&section.id, below, Scope::Here);
        if let Some((row, change)) = added {
            self.act(scene, &section.id, Some(change), actions);
            self.select_new_row(&section.id, row, actions);
        }
    }

    fn run_at(
        &mut self,
        command: Command,
        scene: &Scene<'_>,
        aim: &Aim<'_>,
        actions: &mut Vec<Action>,
    ) {
        let charters = scene.charters();
        let section = aim.section();
        let rows = aim.rows();
        match command {
            Command::DuplicateRow => {
                let copies = charters.duplicate_rows(section, &rows, Scope::Here);
                if let Some((copies, change)) = copies {
                    self.act(scene, section, Some(change), actions);
                    if let Some(first) = copies.into_iter().next() {
                        self.select_new_row(section, first, actions);
                    }
                }
            }
            Command::RowUp | Command::RowDown => {
                let direction = if command == Command::RowUp {
                    Direction::Up
                } else {
                    Direction::Down
                };
                let change = charters.move_rows(section, &rows, direction, Scope::Here);
                self.act(scene, section, change, actions);
                self.table.follow = Some(super::Follow::Near);
            }
            Command::HideRow => {
                let show = charters.show_rows(section, &rows);
                let change = match charters.hide_rows(section, &rows) {
                    // What is all hidden is shown again.
                    None => show,
                    hide => hide,
                };
                actions.extend(change.map(Action::Change));
            }
            Command::RemoveRow => {
                let change = charters.remove_rows(section, &rows, Scope::Here);
                self.act(scene, section, change, actions);
            }
            Command::FillDown => self.fill_down(scene, aim, actions),
            Command::CookieForm => {
                let form = aim
                    .row()
                    .and_then(|row| cookie_form(scene, &aim.sheet, row, Scope::Here));
                actions.extend(form.map(|form| Action::Ask(Dialog::Cookie(form))));
            }
            Command::AddColumn => {
                let form = ColumnForm::to_add(scene, aim.sheet.section, aim.column(scene));
                actions.extend(form.map(|form| Action::Ask(Dialog::Column(form))));
            }
            Command::EditColumn => {
                let column = aim.column(scene);
                let form = column.and_then(|it| ColumnForm::to_edit(scene, aim.sheet.section, it));
                actions.extend(form.map(|form| Action::Ask(Dialog::Column(form))));
            }
            Command::HideColumn => {
                let column = aim.column(scene);
                let change = column.and_then(|column| {
                    let hide = charters.hide_column(&column, Scope::Here);
                    hide.or_else(|| charters.show_column(&column))
                });
                self.act(scene, section, change, actions);
            }
            Command::ColumnLeft | Command::ColumnRight => {
                let direction = if command == Command::ColumnLeft {
                    Direction::Up
                } else {
                    Direction::Down
                };
                let column = aim.column(scene);
                let change =
                    column.and_then(|it| charters.move_column(&it, direction, Scope::Here));
                self.act(scene, section, change, actions);
                self.table.follow = Some(super::Follow::Near);
            }
            Command::RemoveColumn => {
                let column = aim.column(scene);
                let change = column.and_then(|it| charters.remove_column(&it, Scope::Here));
                self.act(scene, section, change, actions);
            }
            _ => {}
        }
    }

    /// Puts what the first row of the selection says into those below; of one row alone, what the
    /// row above it says.
    fn fill_down(&mut self, scene: &Scene<'_>, aim: &Aim<'_>, actions: &mut Vec<Action>) {
        let mut below = aim.chosen.clone();
        let (first, last) = (*below.rows.start(), *below.rows.end());
        let source = if first == last {
            let Some(above) = first.checked_sub(1) else {
                return;
            };
            above
        } else {
            below.rows = first + 1..=last;
            first
        };
        let sheet = &aim.sheet;
        let content = |(_, column): (usize, usize)| {
            let column = sheet.columns.get(column)?;
            let cell = sheet.row(source)?.cell(&column.column.id).0?;
            Some(match cell {
                Cell::Above => Content::Above,
                cell @ Cell::Text(_) => Content::Same(cell.clone()),
            })
        };
        self.fill(scene, sheet, Deed::Fill, &below, content, actions);
    }

    /// Makes the cells that are selected say what the row above does, or nothing.
    pub(super) fn set_above(
        &mut self,
        scene: &Scene<'_>,
        sheet: &Sheet<'_>,
        is_above: bool,
        actions: &mut Vec<Action>,
    ) {
        let Some(chosen) = self.chosen(sheet) else {
            return;
        };
        let content = |(row, _): (usize, usize)| {
            let above = is_above.then_some(Content::Above).filter(|_| row > 0);
            let nothing = (!is_above).then(|| Content::Words(String::new()));
            above.or(nothing)
        };
        self.fill(scene, sheet, Deed::Type, &chosen, content, actions);
    }

    /// Asks what the cookies of a table are for.
    pub(super) fn ask_nature(&self, scene: &Scene<'_>, section: &SectionId) -> Option<Dialog> {
        let section = scene.resolved.section(section)?;
        NatureForm::new(scene, section).map(Dialog::Nature)
    }

    /// Does what was answered to a dialog about a table.
    pub fn answer_table(
        &mut self,
        answer: TableAnswer,
        scene: &Scene<'_>,
        actions: &mut Vec<Action>,
    ) {
        let charters = scene.charters();
        let change = match answer {
            TableAnswer::Cookie { sheet, scope, then } => {
                let address = sheet.row.clone();
                let change = charters.write_cookie(sheet, scene.language, scope);
                actions.extend(change.map(Action::Change));
                let next = then.and_then(|then| self.next_form(scene, &address, then, scope));
                if let Some((row, form)) = next {
                    actions.push(Action::GoTo(Element::Row(row)));
                    actions.push(Action::Ask(Dialog::Cookie(form)));
                }
                return;
            }
            TableAnswer::AddColumn {
                section,
                after,
                sheet,
                scope,
            } => {
                let added = charters.add_column(&section, after.as_ref(), sheet, scope);
                added.map(|(_, change)| change)
            }
            TableAnswer::EditColumn {
                address,
                sheet,
                scope,
                width,
            } => {
                let preference = Preference::ColumnWidth(sheet.role, width);
                actions.push(Action::Prefer(preference));
                charters.edit_column(&address, &sheet, scope)
            }
            TableAnswer::OwnColumns(section) => charters.own_columns(&section),
            TableAnswer::CommonColumns(section) => charters.common_columns(&section),
            TableAnswer::Nature {
                section,
                nature,
                scope,
            } => charters.set_nature(&section, nature, scope),
        };
        actions.extend(change.map(Action::Change));
    }

    /// The form of the row before or behind another.
    fn next_form(
        &self,
        scene: &Scene<'_>,
        address: &RowAddress,
        direction: Direction,
        scope: Scope,
    ) -> Option<(RowAddress, CookieForm)> {
        let section = scene.resolved.section(&address.section)?;
        let table = section.table.as_ref()?;
        let columns = self.columns_of(scene, table);
        let sheet = Sheet::new(section, table, columns, scene.settings, 0.0);
        let at = sheet.row_at(&address.row, 0)?;
        let to = match direction {
            Direction::Up => at.checked_sub(1)?,
            Direction::Down => at + 1,
        };
        let row = sheet.row(to)?;
        let address = RowAddress {
            section: section.id.clone(),
            row: row.id().clone(),
        };
        Some((address, cookie_form(scene, &sheet, row, scope)?))
    }
}

fn cookie_form(
    scene: &Scene<'_>,
    sheet: &Sheet<'_>,
    row: &ResolvedRow,
    scope: Scope,
) -> Option<CookieForm> {
    let at = sheet.row_at(row.id(), 0)?;
    let columns = scene.resolved.columns_of(sheet.table);
    Some(CookieForm::new(
        scene,
        sheet.section,
        row,
        (at, sheet.rows()),
        columns,
        scope,
    ))
}
