//! What a person has set, and what the program remembers of them between starts: no word of any
//! charter. It stands in the system's folder for settings, as JSON. A file that cannot be read is
//! as good as none: nobody's work depends on it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::de::value::StringDeserializer;
use serde::de::{self, IntoDeserializer as _};
use serde::{Deserialize, Deserializer, Serialize};

use crate::model::{PlatformId, Role};
use crate::render::Format;

/// How many files are remembered.
const RECENT_FILES: usize = 12;
/// How many commands are remembered.
const RECENT_COMMANDS: usize = 8;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The interface's language, as a tag; without it, the system's.
    pub interface: Option<String>,
    pub theme: Theme,
    pub zoom: f32,
    /// The files opened or saved last, the latest first.
    pub recent: Vec<PathBuf>,
    pub panels: Panels,
    pub preview: PreviewChoice,
    /// Whether quotation marks, apostrophes and no-break spaces are set while typing.
    pub typography: bool,
    /// The keys of the commands run from the palette, the latest first.
    pub recent_commands: Vec<String>,
    /// The widths that columns were given, by role.
    #[serde(deserialize_with = "widths_by_role")]
    pub columns: BTreeMap<Role, f32>,
    pub export: ExportChoice,
    pub publish: PublishChoice,
    pub window: Option<Geometry>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            interface: None,
            theme: Theme::System,
            zoom: 1.0,
            recent: Vec::new(),
            panels: Panels::default(),
            preview: PreviewChoice::default(),
            typography: true,
            recent_commands: Vec::new(),
            columns: BTreeMap::new(),
            export: ExportChoice::default(),
            publish: PublishChoice::default(),
            window: None,
        }
    }
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    #[default]
    System,
    Light,
    Dark,
}

/// Which panels are shown, and how large; a size of its own is set once a person gave one.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Panels {
    pub platforms: bool,
    pub preview: bool,
    pub bottom: bool,
    pub platforms_width: Option<f32>,
    pub editor_width: Option<f32>,
    pub bottom_height: Option<f32>,
}

impl Default for Panels {
    fn default() -> Self {
        Self {
            platforms: true,
            preview: true,
            bottom: false,
            platforms_width: None,
            editor_width: None,
            bottom_height: None,
        }
    }
}

/// How the preview shows a charter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PreviewChoice {
    pub shows: Shows,
    pub width: PageWidth,
    pub zoom: PageZoom,
    /// The format whose source is shown.
    #[serde(with = "format_name")]
    pub format: Format,
    /// Whether what has changed since the last save is marked.
    pub marks_changes: bool,
}

impl Default for PreviewChoice {
    fn default() -> Self {
        Self {
            shows: Shows::Page,
            width: PageWidth::Desk,
            zoom: PageZoom::Width,
            format: Format::Html,
            marks_changes: false,
        }
    }
}

/// What the preview shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shows {
    #[default]
    Page,
    /// The pages of the PDF.
    Pages,
    Source,
}

/// How large the pages of the PDF are shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PageZoom {
    /// As wide as there is room.
    #[default]
    Width,
    /// So many hundredths of their size on paper.
    Percent(u16),
}

/// The screen that the page is shown as on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PageWidth {
    #[default]
    Desk,
    Phone,
}

/// A format by its name. One that this program does not know is the page.
mod format_name {
    use serde::{Deserialize as _, Deserializer, Serializer};

    use crate::render::Format;

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
    pub fn serialize<S: Serializer>(format: &Format, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(format.name())
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Format, D::Error> {
        let name = String::deserialize(deserializer)?;
        Ok(name.parse().unwrap_or(Format::Html))
    }
}

/// What was exported last.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ExportChoice {
    /// The names of the formats; all, if there are none.
    pub formats: Vec<String>,
    /// The languages' tags; all, if there are none.
    pub languages: Vec<String>,
    /// The folder by collection file.
    pub folders: BTreeMap<PathBuf, PathBuf>,
    /// The platforms that were chosen, by collection file; all, if there are none.
    pub platforms: BTreeMap<PathBuf, Vec<PlatformId>>,
}

/// Who published last, and who agreed to it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PublishChoice {
    pub by: String,
    pub agreed_by: String,
}

/// Where the window was, in points.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Geometry {
    pub width: f32,
    pub height: f32,
    pub maximized: bool,
}

/// A setting that a part of the window changes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Preference {
    Typography(bool),
    /// The width of columns with a role; nothing gives them their usual one.
    ColumnWidth(Role, Option<f32>),
    Preview(PreviewChoice),
}

impl Settings {
    /// The settings that a file holds; those of a first start where it cannot be read.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Self {
        let mut settings: Self = serde_json::from_slice(bytes).unwrap_or_default();
        settings.zoom = if settings.zoom.is_finite() {
            settings.zoom.clamp(0.5, 3.0)
        } else {
            1.0
        };
        settings
    }

    /// What stands in the file.
    #[must_use]
    pub fn written(&self) -> Vec<u8> {
        let mut bytes = serde_json::to_vec_pretty(self)
            .expect("settings are made of strings, numbers and switches");
        bytes.push(b'\n');
        bytes
    }

    pub fn set(&mut self, preference: Preference) {
        match preference {
            Preference::Typography(on) => self.typography = on,
            Preference::Preview(choice) => self.preview = choice,
            Preference::ColumnWidth(role, width) => {
                match width {
                    Some(width) => self.columns.insert(role, width),
                    None => self.columns.remove(&role),
                };
            }
        }
    }

    /// The width that a person gave to columns with a role.
    #[must_use]
    pub fn column_width(&self, role: Role) -> Option<f32> {
        self.columns.get(&role).copied()
    }

    /// Notes that a file was opened or saved.
    pub fn note_file(&mut self, path: &Path) {
        self.recent.retain(|other| other != path);
        self.recent.insert(0, path.to_owned());
        self.recent.truncate(RECENT_FILES);
    }

    /// Notes that a command was run from the palette.
    pub fn note_command(&mut self, key: &str) {
        self.recent_commands.retain(|other| other != key);
        self.recent_commands.insert(0, key.to_owned());
        self.recent_commands.truncate(RECENT_COMMANDS);
    }
}

/// Widths by the names of roles. Those of roles that this program does not know are left out.
fn widths_by_role<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<BTreeMap<Role, f32>, D::Error> {
    let named = BTreeMap::<String, f32>::deserialize(deserializer)?;
    let known = named.into_iter().filter_map(|(name, width)| {
        let name: StringDeserializer<de::value::Error> = name.into_deserializer();
        Some((Role::deserialize(name).ok()?, width))
    });
    Ok(known.collect())
}
