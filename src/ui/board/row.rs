//! A row of the board: a platform, with what is told of it in each column.

use std::collections::HashMap;
use std::sync::Arc;

use egui::{
    Color32, CursorIcon, Galley, Modifiers, Rect, Response, Role, Sense, Stroke, Ui, WidgetInfo,
};
use egui_material_icons::MaterialIcon;
use egui_material_icons::icons::{
    ICON_CHECK_BOX, ICON_CHECK_BOX_OUTLINE_BLANK, ICON_ERROR, ICON_INFO,
    ICON_PUBLISHED_WITH_CHANGES,
};

use super::columns::Columns;
use super::header::INSET;
use super::{Board, Cursor, Ground, row_id};
use crate::messages::{self, short_date};
use crate::model::{Language, Owner};
use crate::ui::line::{Weight, letters, paint_ground, paint_icon, paint_words, words_within};
use crate::ui::scene::Action;
use crate::ui::theme::Palette;
use crate::workspace::board::{Column, Entry};
use crate::workspace::releases::Glance;

/// How wide an icon before words is.
const ICON: f32 = 20.0;

impl Board {
    pub(super) fn row_ui(
        &mut self,
        ui: &mut Ui,
        ground: Ground<'_>,
        columns: &Columns,
        (row, rect): (usize, Rect),
        actions: &mut Vec<Action>,
    ) {
        let Some(entry) = self.seen.at(row).map(Arc::clone) else {
            return;
        };
        let id = entry.platform.id.clone();
        let told = self
            .told
            .of(self.seen.generation(), row, || Told::of(ground, &entry));
        let is_chosen = self.selection.contains(&id);
        let response = ui.interact(rect, row_id(&id), Sense::click());
        response
            .widget_info(|| WidgetInfo::selected(Role::CheckBox, true, is_chosen, &*told.spoken));
        if response.has_focus() {
            self.cursor = Some(Cursor {
                id: id.clone(),
                row: Some(row),
                looked_for: self.seen.generation(),
            });
        }
        if !ui.is_rect_visible(rect) {
            return;
        }
        let ways = told.paint(ui, &response, columns, rect, is_chosen);
        let pointer = response.hover_pos();
        let is_on = |place: Rect| pointer.is_some_and(|at| place.contains(at));
        let is_on_name = is_on(ways.name);
        let is_on_findings = entry.found() > 0 && is_on(ways.findings);
        if is_on_name || is_on_findings {
            ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
        }
        if response.clicked() {
            self.give_cursor_to(ui, row);
            let modifiers = ui.input(|input| input.modifiers);
            if is_on_name && modifiers == Modifiers::NONE {
                actions.push(Action::LookAt(Owner::Platform(id)));
            } else if is_on_findings && modifiers == Modifiers::NONE {
                actions.push(Action::Check([id].into()));
            } else if modifiers.shift {
                self.selection.begin_range(&id);
                self.choose_range(row);
            } else {
                self.toggle(&id);
            }
        }
        response.on_hover_ui(|ui| {
            ui.label(super::super::widgets::bold(&told.name));
            ui.label(&entry.platform.url);
            ui.label(&*told.details);
        });
    }
}

/// How many rows are kept that were drawn lately.
const KEPT: usize = 256;

/// What is told of the rows that were drawn lately, so that it is put into words once.
#[derive(Debug, Default)]
pub(super) struct ToldRows {
    /// What was shown then.
    generation: u64,
    rows: HashMap<usize, Arc<Told>>,
}

impl ToldRows {
    fn of(&mut self, generation: u64, row: usize, tell: impl FnOnce() -> Told) -> Arc<Told> {
        if self.generation != generation || self.rows.len() >= KEPT {
            self.generation = generation;
            self.rows.clear();
        }
        let told = self.rows.entry(row).or_insert_with(|| Arc::new(tell()));
        Arc::clone(told)
    }
}

/// What is told of a platform, by columns.
#[derive(Debug)]
struct Told {
    name: String,
    cells: Vec<(Column, Cell)>,
    /// All of it but the name, in a few sentences; and with the name, for those who listen.
    details: String,
    spoken: String,
}

/// What is told in a column.
#[derive(Debug)]
struct Cell {
    said: String,
    /// The same at greater length.
    told: String,
    tone: Tone,
}

/// Where a click leads elsewhere: to the charter, and to what was found in it.
struct Ways {
    name: Rect,
    findings: Rect,
}

/// How much something weighs.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Tone {
    /// The name, which leads to the charter.
    Way,
    Plain,
    /// What another charter says.
    Inherited,
    /// What a person may want to see to.
    Notable,
    /// What keeps the charter from being finished.
    Blocking,
}

impl Tone {
    fn notable_when(is_notable: bool) -> Self {
        if is_notable {
            Self::Notable
        } else {
            Self::Plain
        }
    }

    fn colour(self, palette: &Palette) -> Color32 {
        match self {
            Self::Way => palette.accent,
            Self::Plain => palette.text,
            Self::Inherited => palette.inherited,
            Self::Notable => palette.adapted,
            Self::Blocking => palette.warning,
        }
    }
}

impl Told {
    fn of(ground: Ground<'_>, entry: &Entry) -> Self {
        let name = name(ground, entry);
        let cells = Column::ALL.map(|column| (column, Cell::of(ground, entry, column)));
        let told = cells.iter().filter(|(_, cell)| !cell.said.is_empty());
        let told = told.filter_map(|(column, cell)| cell.spoken(ground, *column));
        let details = told.collect::<Vec<_>>().join(". ");
        Self {
            spoken: format!("{name}. {details}"),
            name,
            details,
            cells: cells.into(),
        }
    }

    /// Paints the row; where what leads elsewhere stands.
    fn paint(
        &self,
        ui: &Ui,
        response: &Response,
        columns: &Columns,
        rect: Rect,
        is_chosen: bool,
    ) -> Ways {
        let palette = Palette::now(ui.ctx());
        paint_ground(ui, response, rect, is_chosen.then_some(palette.selected));
        let line = Stroke::new(1.0, palette.line.gamma_multiply(0.5));
        ui.painter().hline(rect.x_range(), rect.bottom(), line);
        let (tick, places) = columns.places(rect);
        let (icon, colour) = if is_chosen {
            (ICON_CHECK_BOX, palette.accent)
        } else {
            (ICON_CHECK_BOX_OUTLINE_BLANK, palette.weak)
        };
        paint_icon(ui, icon, 18.0, tick, tick.center().x, colour);
        let mut ways = Ways {
            name: Rect::NOTHING,
            findings: Rect::NOTHING,
        };
        for (column, place) in places {
            let cell = self.cells.iter().find(|(it, _)| *it == column);
            let Some(painted) = cell.map(|(_, cell)| cell.paint(ui, column, place)) else {
                continue;
            };
            match column {
                Column::Name => ways.name = painted,
                Column::Findings => ways.findings = painted,
                _ => {}
            }
        }
        ways
    }
}

impl Cell {
    fn of(ground: Ground<'_>, entry: &Entry, column: Column) -> Self {
        let glance = ground.glances.of(&entry.platform.id);
        let (said, tone) = match column {
            Column::Name => (name(ground, entry), Tone::Way),
            Column::Follows => (follows(ground, entry), Tone::Inherited),
            Column::Adaptations => (
                adaptations(ground, entry),
                Tone::notable_when(entry.moved_on > 0),
            ),
            Column::Languages => (
                languages(ground, entry),
                Tone::notable_when(entry.missing() > 0),
            ),
            Column::Updated => {
                let date = entry.updated.map(|date| short_date(ground.words, date));
                (date.unwrap_or_default(), Tone::Plain)
            }
            Column::Release => (
                glance.map_or_else(String::new, |glance| released(ground, glance)),
                Tone::notable_when(glance.is_some_and(|glance| glance.is_changed)),
            ),
            Column::Findings => {
                let found = entry.found();
                let said = (found > 0).then(|| found.to_string());
                let tone = if entry.is_blocked() {
                    Tone::Blocking
                } else {
                    Tone::Plain
                };
                (said.unwrap_or_default(), tone)
            }
        };
        let told = match column {
            Column::Findings => findings(ground, entry),
            _ => said.clone(),
        };
        Self { said, told, tone }
    }

    /// What is told of it to those who listen. The name is told before all else.
    fn spoken(&self, ground: Ground<'_>, column: Column) -> Option<String> {
        let words = ground.words;
        let key = match column {
            Column::Name => return None,
            Column::Follows => "board-told-follows",
            Column::Adaptations => "board-told-adaptations",
            Column::Languages => "board-told-languages",
            Column::Updated => "board-told-updated",
            Column::Release => "board-told-release",
            Column::Findings => "board-told-findings",
        };
        let told = words.say_of(key, &[("value", self.told.as_str().into())]);
        let more = match (column, self.tone) {
            (Column::Release, Tone::Notable) => words.say("release-changed"),
            (_, Tone::Blocking) => words.say("list-blocked"),
            _ => return Some(told.into_owned()),
        };
        Some(format!("{told}, {more}"))
    }

    fn icon(&self, column: Column) -> Option<MaterialIcon> {
        match (column, self.tone) {
            _ if self.said.is_empty() => None,
            (Column::Release, Tone::Notable) => Some(ICON_PUBLISHED_WITH_CHANGES),
            (Column::Findings, Tone::Blocking) => Some(ICON_ERROR),
            (Column::Findings, _) => Some(ICON_INFO),
            _ => None,
        }
    }

    /// Paints it; where its words stand.
    fn paint(&self, ui: &Ui, column: Column, place: Rect) -> Rect {
        let colour = self.tone.colour(&Palette::now(ui.ctx()));
        let mut left = place.left() + INSET;
        if let Some(icon) = self.icon(column) {
            paint_icon(ui, icon, 16.0, place, left + 8.0, colour);
            left += ICON;
        }
        let words = laid_out(ui, &self.said, place.right() - INSET - left, colour);
        let painted = place.with_min_x(left).with_max_x(left + words.size().x);
        paint_words(ui, words, place, left, colour);
        painted
    }
}

/// How many findings of which kind there are.
fn findings(ground: Ground<'_>, entry: &Entry) -> String {
    let words = ground.words;
    let kinds = entry.findings.iter().map(|(kind, count)| {
        let values = [
            (
                "kind",
                words.say(messages::problem_kind(*kind)).into_owned().into(),
            ),
            ("count", (*count).into()),
        ];
        words.say_of("board-findings-of", &values).into_owned()
    });
    kinds.collect::<Vec<_>>().join(", ")
}

fn laid_out(ui: &Ui, said: &str, width: f32, colour: Color32) -> Arc<Galley> {
    let mut job = words_within(width);
    job.append(said, 0.0, letters(13.5, Weight::Plain, colour));
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

fn first_of<'a>(ground: Ground<'a>, reader: &'a Language) -> &'a Language {
    ground.collection.languages.first().unwrap_or(reader)
}

/// The platform's name as it was when the entry was made; its id where it has none.
fn name(ground: Ground<'_>, entry: &Entry) -> String {
    let reader = ground.words.language();
    let said = entry.platform.name.said(reader, first_of(ground, reader));
    match said.text.trim() {
        "" => entry.platform.id.to_string(),
        name => name.to_owned(),
    }
}

fn follows(ground: Ground<'_>, entry: &Entry) -> String {
    let reader = ground.words.language();
    match entry.model_name(reader, first_of(ground, reader)) {
        Some(name) => name.to_owned(),
        None => ground.words.say("board-follows-none").into_owned(),
    }
}

fn released(ground: Ground<'_>, glance: &Glance) -> String {
    let values = [
        ("number", glance.number.into()),
        ("date", short_date(ground.words, glance.date).into()),
    ];
    ground.words.say_of("board-released", &values).into_owned()
}

fn adaptations(ground: Ground<'_>, entry: &Entry) -> String {
    if entry.adaptations == 0 {
        return String::new();
    }
    let values = [
        ("count", entry.adaptations.into()),
        ("moved", entry.moved_on.into()),
    ];
    ground.words.say_of("board-adapted", &values).into_owned()
}

/// The languages, with how much of each is written where that is not all.
fn languages(ground: Ground<'_>, entry: &Entry) -> String {
    let each = entry.languages.iter().map(|coverage| {
        if coverage.missing == 0 {
            return coverage.language.to_string();
        }
        let values = [
            ("language", coverage.language.as_str().into()),
            ("percent", coverage.percent().into()),
        ];
        ground.words.say_of("board-written", &values).into_owned()
    });
    each.collect::<Vec<_>>().join(", ")
}
