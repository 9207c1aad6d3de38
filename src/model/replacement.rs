//! What an adaptation replaces, whichever kind of thing that is.

use super::Text;
use super::adaptation::{Adaptation, Nature};
use super::charter::Level;
use super::element::CellAddress;
use super::resolve::{Origin, Resolved};
use super::table::Cell;

/// Something of a charter that a follower may say otherwise.
#[derive(Debug, Clone, PartialEq)]
pub enum Replaceable {
    Text(Text),
    Level(Level),
    Nature(Nature),
    /// A cell, or that there is none.
    Cell(Option<Cell>),
}

impl Replaceable {
    /// The text, if it is one.
    #[must_use]
    pub fn text(&self) -> Option<&Text> {
        match self {
            Self::Text(text) | Self::Cell(Some(Cell::Text(text))) => Some(text),
            Self::Level(_) | Self::Nature(_) | Self::Cell(Some(Cell::Above) | None) => None,
        }
    }

    /// The same kind of thing, saying a text.
    #[must_use]
    pub fn with_text(&self, text: Text) -> Self {
        match self {
            Self::Cell(_) => Self::Cell(Some(Cell::Text(text))),
            Self::Text(_) | Self::Level(_) | Self::Nature(_) => Self::Text(text),
        }
    }
}

impl Adaptation {
    /// What stood there when it was adapted, and what stands there instead, if it replaces
    /// something.
    #[must_use]
    pub fn replacement(&self) -> Option<(Replaceable, Replaceable)> {
        Some(match self {
            Self::ReplaceTitle { was, text }
            | Self::ReplaceHeading { was, text, .. }
            | Self::ReplaceBody { was, text, .. }
            | Self::ReplaceLabel { was, text, .. } => (
                Replaceable::Text(was.clone()),
                Replaceable::Text(text.clone()),
            ),
            Self::ReplaceLevel { was, level, .. } => {
                (Replaceable::Level(*was), Replaceable::Level(*level))
            }
            Self::ReplaceNature { was, nature, .. } => (
                Replaceable::Nature(was.clone()),
                Replaceable::Nature(nature.clone()),
            ),
            Self::ReplaceCell { was, cell, .. } => (
                Replaceable::Cell(was.clone()),
                Replaceable::Cell(cell.clone()),
            ),
            _ => return None,
        })
    }

    /// The same replacement, of `was` by `by`; nothing where those are of another kind.
    #[must_use]
    pub fn restated(&self, was: Replaceable, by: Replaceable) -> Option<Self> {
        let mut restated = self.clone();
        match (&mut restated, was, by) {
            (
                Self::ReplaceTitle { was, text }
                | Self::ReplaceHeading { was, text, .. }
                | Self::ReplaceBody { was, text, .. }
                | Self::ReplaceLabel { was, text, .. },
                Replaceable::Text(before),
                Replaceable::Text(after),
            ) => (*was, *text) = (before, after),
            (
                Self::ReplaceLevel { was, level, .. },
                Replaceable::Level(before),
                Replaceable::Level(after),
            ) => (*was, *level) = (before, after),
            (
                Self::ReplaceNature { was, nature, .. },
                Replaceable::Nature(before),
                Replaceable::Nature(after),
            ) => (*was, *nature) = (before, after),
            (
                Self::ReplaceCell { was, cell, .. },
                Replaceable::Cell(before),
                Replaceable::Cell(after),
            ) => (*was, *cell) = (before, after),
            _ => return None,
        }
        Some(restated)
    }

    /// The same replacement, remembering what an earlier one of the same thing replaced: where
    /// `beneath`, which that one adapts, says what this one replaces, whoever made the earlier one
    /// has not seen it yet.
    #[must_use]
    pub fn remembering(self, earlier: Option<&Self>, beneath: &Resolved) -> Self {
        let remembered = earlier.and_then(|earlier| {
            let (now, _) = beneath.replaceable(earlier)?;
            let (was, by) = self.replacement()?;
            let (then, _) = earlier.replacement()?;
            (now == was).then(|| self.restated(then, by))?
        });
        remembered.unwrap_or(self)
    }

    /// Whether both replace one thing; of two that do, the later one shows.
    #[must_use]
    pub fn replaces_what(&self, other: &Self) -> bool {
        self.is_replacement()
            && std::mem::discriminant(self) == std::mem::discriminant(other)
            && self.element() == other.element()
    }
}

impl Resolved {
    /// What stands where an adaptation replaces something, and where that is held; nothing where
    /// there is no such thing.
    #[must_use]
    pub fn replaceable(&self, by: &Adaptation) -> Option<(Replaceable, &Origin)> {
        Some(match by {
            Adaptation::ReplaceLevel { section, .. } => {
                let level = &self.section(section)?.level;
                (Replaceable::Level(level.value), &level.origin)
            }
            Adaptation::ReplaceNature { section, .. } => {
                let nature = &self.section(section)?.table.as_ref()?.nature;
                (Replaceable::Nature(nature.value.clone()), &nature.origin)
            }
            Adaptation::ReplaceCell {
                section,
                row,
                column,
                ..
            } => {
                let address = CellAddress {
                    section: section.clone(),
                    row: row.clone(),
                    column: column.clone(),
                };
                let (cell, origin) = self.cell(&address)?;
                (Replaceable::Cell(cell.cloned()), origin)
            }
            _ => {
                let (text, origin) = self.text(&by.element())?;
                (Replaceable::Text(text.clone()), origin)
            }
        })
    }
}
