//! The commands: one list behind menus, toolbar and keyboard.

use egui::{Key, KeyboardShortcut, Modifiers};
use egui_material_icons::MaterialIcon;
use egui_material_icons::icons::{
    ICON_ADD, ICON_FILE_EXPORT, ICON_FOLDER_OPEN, ICON_NOTE_ADD, ICON_REDO, ICON_SAVE, ICON_UNDO,
};

/// Something that a person can ask the program to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    New,
    Open,
    Save,
    SaveAs,
    Export,
    Quit,
    Undo,
    Redo,
    AddPlatform,
    RemovePlatform,
    AddSection,
    NextPlatform,
    PreviousPlatform,
    About,
}

impl Command {
    pub const ALL: [Self; 14] = [
        Self::New,
        Self::Open,
        Self::Save,
        Self::SaveAs,
        Self::Export,
        Self::Quit,
        Self::Undo,
        Self::Redo,
        Self::AddPlatform,
        Self::RemovePlatform,
        Self::AddSection,
        Self::NextPlatform,
        Self::PreviousPlatform,
        Self::About,
    ];

    /// The key of its name among the words of the interface.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::New => "command-new",
            Self::Open => "command-open",
            Self::Save => "command-save",
            Self::SaveAs => "command-save-as",
            Self::Export => "command-export",
            Self::Quit => "command-quit",
            Self::Undo => "command-undo",
            Self::Redo => "command-redo",
            Self::AddPlatform => "command-add-platform",
            Self::RemovePlatform => "command-remove-platform",
            Self::AddSection => "command-add-section",
            Self::NextPlatform => "command-next-platform",
            Self::PreviousPlatform => "command-previous-platform",
            Self::About => "command-about",
        }
    }

    /// The keys for it. Letters and function keys only: other keys differ between keyboards.
    #[must_use]
    pub fn shortcut(self) -> Option<KeyboardShortcut> {
        let command = |key| Some(KeyboardShortcut::new(Modifiers::COMMAND, key));
        let shifted = |key| {
            Some(KeyboardShortcut::new(
                Modifiers::COMMAND.plus(Modifiers::SHIFT),
                key,
            ))
        };
        match self {
            Self::New => command(Key::N),
            Self::Open => command(Key::O),
            Self::Save => command(Key::S),
            Self::SaveAs => shifted(Key::S),
            Self::Export => command(Key::E),
            Self::Quit => command(Key::Q),
            Self::Undo => command(Key::Z),
            Self::Redo => command(Key::Y),
            Self::AddPlatform => shifted(Key::N),
            Self::AddSection => shifted(Key::T),
            Self::NextPlatform => command(Key::PageDown),
            Self::PreviousPlatform => command(Key::PageUp),
            Self::About => Some(KeyboardShortcut::new(Modifiers::NONE, Key::F1)),
            Self::RemovePlatform => None,
        }
    }

    /// The commands whose keys were pressed. The more particular come first: `Ctrl+Shift+S` is
    /// no `Ctrl+S`.
    #[must_use]
    pub fn pressed(ctx: &egui::Context) -> Vec<Self> {
        let mut by_keys: Vec<(Self, KeyboardShortcut)> = Self::ALL
            .into_iter()
            .filter_map(|command| Some((command, command.shortcut()?)))
            .collect();
        by_keys.sort_by_key(|(_, shortcut)| !shortcut.modifiers.shift);
        let redo_too = KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Z);
        by_keys.insert(0, (Self::Redo, redo_too));
        ctx.input_mut(|input| {
            by_keys
                .into_iter()
                .filter(|(_, shortcut)| input.consume_shortcut(shortcut))
                .map(|(command, _)| command)
                .collect()
        })
    }

    /// Those of the toolbar, in groups.
    pub const TOOLBAR: [&[Self]; 3] = [
        &[Self::Open, Self::Save],
        &[Self::Undo, Self::Redo],
        &[Self::AddPlatform, Self::Export],
    ];

    #[must_use]
    pub fn icon(self) -> Option<MaterialIcon> {
        match self {
            Self::New => Some(ICON_NOTE_ADD),
            Self::Open => Some(ICON_FOLDER_OPEN),
            Self::Save => Some(ICON_SAVE),
            Self::Undo => Some(ICON_UNDO),
            Self::Redo => Some(ICON_REDO),
            Self::AddPlatform => Some(ICON_ADD),
            Self::Export => Some(ICON_FILE_EXPORT),
            _ => None,
        }
    }
}
