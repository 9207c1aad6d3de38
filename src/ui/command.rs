//! The commands: one list behind menus, toolbar, context menus, palette and keyboard.

use egui::{Event, Key, KeyboardShortcut, Modifiers};
use egui_material_icons::MaterialIcon;
use egui_material_icons::icons::{
    ICON_ADD, ICON_DATA_OBJECT, ICON_FILE_EXPORT, ICON_FOLDER_OPEN, ICON_FORMAT_BOLD,
    ICON_FORMAT_ITALIC, ICON_FORMAT_LIST_BULLETED, ICON_FORMAT_LIST_NUMBERED, ICON_LINK,
    ICON_NOTE_ADD, ICON_REDO, ICON_SAVE, ICON_SEARCH, ICON_SPACE_BAR, ICON_TABLE_VIEW, ICON_UNDO,
    ICON_UPLOAD_FILE,
};

use crate::words::Words;

/// The table of commands, by menu and by group: each with the key of its words (`command-…` for
/// its name, `command-…-hint` for what it does), its keys and its icon.
macro_rules! commands {
    ($($menu:ident {$({$($name:ident = $key:literal $(, $keys:expr)? $(=> $icon:ident)?;)*})*})*) => {
        /// Something that a person can ask the program to do.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Command {
            $($($($name,)*)*)*
        }

        /// A menu of the menu bar.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Menu {
            $($menu,)*
        }

        impl Command {
            /// Every command, in the order of the menus.
            pub const ALL: &[Self] = &[$($($(Self::$name,)*)*)*];

            /// The menus and their groups.
            pub const MENUS: &[(Menu, &[&[Self]])] =
                &[$((Menu::$menu, &[$(&[$(Self::$name,)*],)*]),)*];

            /// The key of its name among the words of the interface.
            #[must_use]
            pub fn key(self) -> &'static str {
                match self {
                    $($($(Self::$name => concat!("command-", $key),)*)*)*
                }
            }

            /// The key of what it does, in a sentence.
            #[must_use]
            pub fn hint(self) -> &'static str {
                match self {
                    $($($(Self::$name => concat!("command-", $key, "-hint"),)*)*)*
                }
            }

            /// The keys for it. Letters, arrows and function keys only: the others differ between
            /// keyboards.
            #[must_use]
            pub fn shortcut(self) -> Option<KeyboardShortcut> {
                match self {
                    $($($($(Self::$name => Some($keys),)?)*)*)*
                    _ => None,
                }
            }

            #[must_use]
            pub fn icon(self) -> Option<MaterialIcon> {
                match self {
                    $($($($(Self::$name => Some($icon),)?)*)*)*
                    _ => None,
                }
            }
        }
    };
}

commands! {
    File {
        { New = "new", ctrl(Key::N) => ICON_NOTE_ADD; Open = "open", ctrl(Key::O) => ICON_FOLDER_OPEN; Start = "start"; }
        { Save = "save", ctrl(Key::S) => ICON_SAVE; SaveAs = "save-as", ctrl_shift(Key::S); }
        { Import = "import", ctrl(Key::M) => ICON_UPLOAD_FILE; ImportClipboard = "import-clipboard"; }
        { Export = "export", ctrl(Key::E) => ICON_FILE_EXPORT; OpenInBrowser = "open-in-browser", ctrl_shift(Key::B); }
        { CopyPage = "copy-page"; CopyRich = "copy-rich"; }
        { Publish = "publish"; CheckOnline = "check-online"; }
        { Quit = "quit", ctrl(Key::Q); }
    }
    Edit {
        { Undo = "undo", ctrl(Key::Z) => ICON_UNDO; Redo = "redo", ctrl(Key::Y) => ICON_REDO; History = "history", ctrl_shift(Key::H); }
        {
            Find = "find", ctrl(Key::F) => ICON_SEARCH;
            FindNext = "find-next", plain(Key::F3);
            FindPrevious = "find-previous", shift(Key::F3);
            Replace = "replace", ctrl(Key::H);
            FindEverywhere = "find-everywhere", ctrl_shift(Key::F);
            ReplaceEverywhere = "replace-everywhere", ctrl_shift(Key::R);
        }
        { QuickOpen = "quick-open", ctrl(Key::P); Back = "back", alt(Key::ArrowLeft); Forward = "forward", alt(Key::ArrowRight); }
        { Palette = "palette", ctrl(Key::K); }
    }
    View {
        { ShowPlatforms = "show-platforms", plain(Key::F9); ShowPreview = "show-preview", plain(Key::F7); ShowFindings = "show-findings", ctrl_shift(Key::M); NextFinding = "next-finding", plain(Key::F8); ShowReleases = "show-releases"; }
        { Board = "board", ctrl_shift(Key::P) => ICON_TABLE_VIEW; }
        { ShowPages = "show-pages"; ShowSource = "show-source"; PhoneWidth = "phone-width"; MarkChanges = "mark-changes"; }
        {
            NextLanguage = "next-language", ctrl_shift(Key::Y);
            ShowReference = "show-reference";
            ShowTranslations = "show-translations";
            NextTranslation = "next-translation", plain(Key::F5);
            PreviousTranslation = "previous-translation", shift(Key::F5);
        }
        { CollapseAll = "collapse-all"; ExpandAll = "expand-all"; }
        { NextPart = "next-part", plain(Key::F6); PreviousPart = "previous-part", shift(Key::F6); Menus = "menus", plain(Key::F10); }
        { ZoomIn = "zoom-in"; ZoomOut = "zoom-out"; ZoomReset = "zoom-reset"; }
        { ThemeSystem = "theme-system"; ThemeLight = "theme-light"; ThemeDark = "theme-dark"; }
        { InFrench = "in-french"; InEnglish = "in-english"; }
    }
    Charter {
        { NextPlatform = "next-platform", ctrl(Key::PageDown); PreviousPlatform = "previous-platform", ctrl(Key::PageUp); }
        {
            AddPlatform = "add-platform", ctrl_shift(Key::N) => ICON_ADD;
            AddModel = "add-model";
            Lift = "lift";
        }
        {
            Duplicate = "duplicate";
            Rename = "rename", plain(Key::F12);
            MoveUp = "move-up";
            MoveDown = "move-down";
            RemovePlatform = "remove-platform";
        }
        { Properties = "properties", ctrl(Key::R); CollectionProperties = "collection-properties"; Presentation = "presentation"; Conflicts = "conflicts"; MovedOn = "moved-on"; }
        { Compare = "compare", ctrl_shift(Key::C); }
    }
    Section {
        { AddSection = "add-section", ctrl_shift(Key::T); DuplicateSection = "duplicate-section", ctrl_shift(Key::D); SplitSection = "split-section", ctrl_shift(Key::X); JoinSection = "join-section", ctrl_shift(Key::J); }
        {
            SectionUp = "section-up", alt_shift(Key::ArrowUp);
            SectionDown = "section-down", alt_shift(Key::ArrowDown);
            Indent = "indent", alt_shift(Key::ArrowRight);
            Outdent = "outdent", alt_shift(Key::ArrowLeft);
        }
        { HideSection = "hide-section"; RemoveSection = "remove-section"; Collapse = "collapse", ctrl_shift(Key::E); }
        {
            AdaptHere = "adapt-here", ctrl(Key::Enter);
            EditEverywhere = "edit-everywhere", ctrl_shift(Key::Enter);
            BackToModel = "back-to-model";
            Difference = "difference", ctrl_shift(Key::K);
        }
        { AddTable = "add-table"; RemoveTable = "remove-table"; }
    }
    Text {
        { Bold = "bold", ctrl(Key::B) => ICON_FORMAT_BOLD; Italic = "italic", ctrl(Key::I) => ICON_FORMAT_ITALIC; Link = "link", ctrl(Key::L) => ICON_LINK; }
        { Bullets = "bullets", ctrl_shift(Key::L) => ICON_FORMAT_LIST_BULLETED; Numbers = "numbers", ctrl_shift(Key::O) => ICON_FORMAT_LIST_NUMBERED; }
        { InsertField = "insert-field", ctrl_shift(Key::I) => ICON_DATA_OBJECT; NoBreakSpace = "no-break-space", ctrl_shift(Key::Space) => ICON_SPACE_BAR; }
        { ConfirmTranslation = "confirm-translation", ctrl(Key::F5); }
        { Typography = "typography"; }
    }
    Table {
        {
            AddRow = "add-row", ctrl_shift(Key::A);
            DuplicateRow = "duplicate-row";
            RowUp = "row-up", alt(Key::ArrowUp);
            RowDown = "row-down", alt(Key::ArrowDown);
            HideRow = "hide-row";
            RemoveRow = "remove-row";
            FillDown = "fill-down", ctrl(Key::D);
        }
        { CookieForm = "cookie-form", plain(Key::F4); }
        {
            AddColumn = "add-column";
            EditColumn = "edit-column";
            HideColumn = "hide-column";
            ColumnLeft = "column-left";
            ColumnRight = "column-right";
            RemoveColumn = "remove-column";
        }
        { EditTable = "edit-table"; CopyTable = "copy-table"; }
    }
    Help {
        { Shortcuts = "shortcuts", plain(Key::F1); About = "about"; }
    }
}

const fn plain(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::NONE, key)
}

const fn shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::SHIFT, key)
}

const fn ctrl(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND, key)
}

const fn ctrl_shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), key)
}

const fn alt(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::ALT, key)
}

const fn alt_shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::ALT.plus(Modifiers::SHIFT), key)
}

/// Keys as people read them, in the interface's language: « Ctrl+Maj+Entrée ».
#[must_use]
pub fn spelled(shortcut: &KeyboardShortcut, words: &Words) -> String {
    let KeyboardShortcut {
        modifiers,
        logical_key,
    } = shortcut;
    let mut keys = Vec::new();
    for (held, key) in [
        (modifiers.command || modifiers.ctrl, "key-ctrl"),
        (modifiers.alt, "key-alt"),
        (modifiers.shift, "key-shift"),
    ] {
        if held {
            keys.push(words.say(key));
        }
    }
    keys.push(match logical_key {
        Key::Enter => words.say("key-enter"),
        Key::Space => words.say("key-space"),
        Key::Delete => words.say("key-delete"),
        Key::Escape => words.say("key-escape"),
        Key::PageUp => words.say("key-page-up"),
        Key::PageDown => words.say("key-page-down"),
        Key::Home => words.say("key-home"),
        Key::End => words.say("key-end"),
        Key::ArrowUp => "↑".into(),
        Key::ArrowDown => "↓".into(),
        Key::ArrowLeft => "←".into(),
        Key::ArrowRight => "→".into(),
        key => key.name().into(),
    });
    keys.join("+")
}

impl Command {
    /// Those of the toolbar, in groups.
    pub const TOOLBAR: [&[Self]; 4] = [
        &[Self::Open, Self::Save],
        &[Self::Undo, Self::Redo],
        &[Self::Find],
        &[Self::AddPlatform, Self::Export],
    ];

    /// The commands whose keys were pressed. Those of the editor that have nothing to do leave
    /// their keys to what has the cursor. The more particular come first: `Ctrl+Shift+S` is no
    /// `Ctrl+S`.
    #[must_use]
    pub fn pressed(ctx: &egui::Context, is_possible: impl Fn(Self) -> bool) -> Vec<Self> {
        let is_key = |event: &Event| matches!(event, Event::Key { pressed: true, .. });
        if !ctx.input(|input| input.events.iter().any(is_key)) {
            return Vec::new();
        }
        let mut by_keys: Vec<(Self, KeyboardShortcut)> = Self::ALL
            .iter()
            .filter_map(|command| Some((*command, command.shortcut()?)))
            .collect();
        by_keys.sort_by_key(|(_, shortcut)| !shortcut.modifiers.shift);
        by_keys.insert(0, (Self::Redo, ctrl_shift(Key::Z)));
        let mut pressed = Vec::new();
        for (command, shortcut) in by_keys {
            let is_taken = !command.is_of_editor() || is_possible(command);
            // Shift+F10 opens a context menu: it is no F10.
            let is_meant = |event: &Event| match event {
                Event::Key { key, modifiers, .. } => {
                    *key == shortcut.logical_key
                        && (modifiers.is_none() || !shortcut.modifiers.is_none())
                }
                _ => false,
            };
            let is_taken = is_taken && ctx.input(|input| input.events.iter().any(is_meant));
            if is_taken && ctx.input_mut(|input| input.consume_shortcut(&shortcut)) {
                pressed.push(command);
            }
        }
        pressed
    }

    /// Its keys as people read them, if it has any.
    #[must_use]
    pub fn keys(self, words: &Words) -> Option<String> {
        self.shortcut().map(|keys| spelled(&keys, words))
    }

    /// What explains it, followed by its keys.
    #[must_use]
    pub fn with_keys(self, hint: &str, words: &Words) -> String {
        match self.keys(words) {
            Some(keys) => format!("{hint} ({keys})"),
            None => hint.to_owned(),
        }
    }

    /// Whether it is about what the editor shows.
    #[must_use]
    pub fn is_of_editor(self) -> bool {
        matches!(self.menu(), Menu::Section | Menu::Text | Menu::Table)
    }

    /// The key of the menu, within its own, that it stands in with its group: where what is seldom
    /// wanted is.
    #[must_use]
    pub fn submenu(self) -> Option<&'static str> {
        let mut groups = Self::MENUS.iter().flat_map(|(_, groups)| groups.iter());
        match groups.find(|group| group.contains(&self))?.first()? {
            Self::ShowPages => Some("menu-preview"),
            Self::NextLanguage => Some("menu-translation"),
            Self::ZoomIn => Some("menu-zoom"),
            Self::ThemeSystem => Some("menu-theme"),
            Self::InFrench => Some("menu-interface-language"),
            _ => None,
        }
    }

    /// The menu that it stands in.
    #[must_use]
    pub fn menu(self) -> Menu {
        let holds = |(_, groups): &&(Menu, &[&[Self]])| groups.iter().any(|it| it.contains(&self));
        Self::MENUS
            .iter()
            .find(holds)
            .map_or(Menu::Help, |(menu, _)| *menu)
    }
}

impl Menu {
    /// The key of its name among the words of the interface.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::File => "menu-file",
            Self::Edit => "menu-edit",
            Self::View => "menu-view",
            Self::Charter => "menu-charter",
            Self::Section => "menu-section",
            Self::Text => "menu-text",
            Self::Table => "menu-table",
            Self::Help => "menu-help",
        }
    }
}
