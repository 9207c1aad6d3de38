//! Every command, in both languages, by its keys and from the palette: no pointer, and each does
//! what it says.

use std::io;
use std::ops::{Deref, DerefMut};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use chartrier::model::{Cell, Owner, ResolvedSection};
use chartrier::render::Format;
use chartrier::store::{self, Notation};
use chartrier::ui::Window;
use chartrier::ui::command::Command;
use chartrier::ui::opener::Opener;
use chartrier::ui::picker::Picker;
use chartrier::words::{Interface, Words};
use chartrier::workspace::releases::{Asked, Origin, Waiver, publish};
use chartrier::workspace::settings::{PageWidth, Settings, Shows, Theme};
use chartrier::workspace::{Cancel, Progress, files};
use egui::accesskit::{Role, Toggled};
use egui::{Event, Key, KeyboardShortcut, Modifiers, ThemePreference, ViewportCommand, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use tempfile::TempDir;

use crate::desk::*;

/// A model with three sections, the last of them with a table, and two platforms that follow it.
const COLLECTION: &str = r#"Collection(
    format: 1, name: "Essai", languages: ["fr", "en"],
    models: [Model(id: "m", name: "Commun", title: {"fr": "Charte", "en": "Charter"}, columns: [
        Column(id: "name", role: name, label: "Nom"),
        Column(id: "why", role: purpose, label: "But"),
        Column(id: "long", role: duration, label: "Durée"),
    ], sections: [
        Section(id: "a", heading: "Un", body: {"fr": "premier texte\n\nsuite du texte", "en": "first"}),
        Section(id: "b", heading: "Deux", body: {"fr": "deuxième texte", "en": "second"}),
        Section(id: "c", heading: "Trois", body: "troisième {{ inconnu }}", table: CookieTable(rows: [
            Row(id: "r1", cells: {"name": "c1", "why": "but 1", "long": "1 mois"}),
            Row(id: "r2", cells: {"name": "c2", "why": "but 2", "long": "2 mois"}),
            Row(id: "r3", cells: {"name": "c3", "why": "but 3", "long": "3 mois"}),
        ])),
    ])],
    platforms: [
        Platform(id: "p", name: "Portail", url: "https://p.fr", follows: "m"),
        Platform(id: "q", name: "Quai", url: "https://q.fr", follows: "m"),
    ],
    conflicts: [Conflict(at: "platforms/p/name", base: "Port", ours: "Portail", theirs: "Le port")],
)"#;

const NONE: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers::COMMAND;

/// What is typed where a case needs a change.
const WORD: &str = "Coquelicot ";

// ---- The cases

/// How a command can be run, and how one sees that it did what it says.
struct Case {
    /// Brings the window to where the command has something to do.
    before: fn(&mut Stage),
    /// Whether that is done. It is not, before the command runs.
    is_done: fn(&Stage) -> bool,
}

fn case(before: fn(&mut Stage), is_done: fn(&Stage) -> bool) -> Case {
    Case { before, is_done }
}

/// The case of a command that brings up something called by the words of a key.
macro_rules! shows {
    ($before:expr, $key:literal) => {
        case($before, |it| it.has(&it.say($key)))
    };
}

fn case_of(command: Command) -> Case {
    match command {
        Command::New => shows!(at_once, "new-title"),
        Command::Open => shows!(at_once, "path-open-title"),
        Command::Import => shows!(at_once, "path-import-title"),
        // Nothing is on the clipboard of a test.
        Command::ImportClipboard => shows!(at_once, "import-clipboard-empty"),
        Command::Start => shows!(at_once, "status-starting"),
        Command::Save => case(typed, |it| {
            !it.window().session().is_modified()
                && std::fs::read_to_string(it.path()).is_ok_and(|text| text.contains(WORD))
        }),
        Command::SaveAs => shows!(at_once, "path-save-title"),
        Command::Export => shows!(at_once, "export-title"),
        Command::Publish => shows!(at_once, "publish-title"),
        Command::CheckOnline => shows!(published, "path-live-title"),
        Command::ShowReleases => case(at_once, |it| it.is_chosen(&it.say("tab-releases"))),
        Command::OpenInBrowser => case(at_once, |it| it.browser.opened().len() == 1),
        Command::CopyPage => case(at_once, |it| it.has_copied("copied-page")),
        // The clipboard of a test takes no HTML.
        Command::CopyRich => case(at_once, |it| it.has_copied("copied-plain")),
        Command::Quit => case(at_once, |it| it.closed),

        Command::Undo => case(typed, |it| it.bytes() == it.first),
        Command::Redo => case(
            |it| {
                typed(it);
                it.palette(Command::Undo);
            },
            |it| it.body("p", "a").contains(WORD),
        ),
        Command::History => case(at_once, |it| it.is_chosen(&it.say("tab-history"))),
        Command::Find => case(in_text, |it| it.has_cursor(&it.say("find-words"))),
        Command::FindNext => case(searched, |it| it.is_at_match(2, 3)),
        Command::FindPrevious => case(searched, |it| it.is_at_match(3, 3)),
        Command::Replace => case(in_text, |it| it.has(&it.say("find-with"))),
        Command::FindEverywhere => case(at_once, |it| it.has_cursor(&it.say("everywhere-words"))),
        Command::ReplaceEverywhere => case(at_once, |it| it.has(&it.say("everywhere-with"))),
        Command::QuickOpen => case(at_once, |it| it.has_cursor(&it.say("go-field"))),
        Command::Back => case(on_second, |it| it.has("Portail")),
        Command::Forward => case(
            |it| {
                on_second(it);
                it.palette(Command::Back);
            },
            |it| it.has("Quai"),
        ),
        Command::Palette => case(at_once, |it| it.has_cursor(&it.say("palette-field"))),

        Command::ShowPlatforms => case(at_once, |it| !it.has(&it.say("filter"))),
        Command::Board => shows!(at_once, "board-close"),
        Command::ShowPreview => case(at_once, |it| !it.has(&it.say("preview-page"))),
        Command::ShowFindings => case(at_once, |it| {
            it.is_chosen(&it.say_about("tab-findings", "count", "1"))
        }),
        Command::NextFinding => case(at_once, |it| it.has_cursor(&it.text_of("Trois"))),
        Command::ShowPages => case(at_once, |it| {
            it.settings().preview.shows == Shows::Pages && it.has(&it.say("preview-pages-width"))
        }),
        Command::ShowSource => case(at_once, |it| {
            it.settings().preview.shows == Shows::Source && it.has(&it.say("preview-copy"))
        }),
        Command::PhoneWidth => case(at_once, |it| {
            it.settings().preview.width == PageWidth::Phone
                && it.is_chosen(&it.say("preview-phone"))
        }),
        Command::MarkChanges => case(at_once, |it| {
            it.settings().preview.marks_changes && it.has(&it.say("preview-nothing-changed"))
        }),
        Command::NextLanguage => case(at_once, |it| {
            it.has(&it.say_about("status-language", "language", "en"))
        }),
        Command::ShowReference => case(at_once, |it| {
            it.has(&it.say_about("reference-language", "language", "en"))
        }),
        Command::ShowTranslations => case(at_once, |it| it.is_chosen(&it.say("tab-translations"))),
        Command::NextTranslation | Command::PreviousTranslation => {
            case(typed, |it| it.has(&it.say("outdated")))
        }
        Command::CollapseAll => case(at_once, |it| {
            ["Un", "Deux", "Trois"]
                .iter()
                .all(|name| it.is_folded(name))
        }),
        Command::ExpandAll => case(
            |it| it.palette(Command::CollapseAll),
            |it| {
                ["Un", "Deux", "Trois"]
                    .iter()
                    .all(|name| !it.is_folded(name))
            },
        ),
        Command::NextPart => case(
            |it| it.go(&it.say("filter")),
            |it| it.has_cursor(&it.say("title")),
        ),
        Command::PreviousPart => case(
            |it| it.go(&it.say("title")),
            |it| it.has_cursor(&it.row("platform", "Portail")),
        ),
        Command::Menus => case(in_text, |it| it.has_cursor(&it.say("menu-file"))),
        Command::ZoomIn => case(at_once, |it| it.harness.ctx.zoom_factor() > 1.0),
        Command::ZoomOut => case(at_once, |it| it.harness.ctx.zoom_factor() < 1.0),
        Command::ZoomReset => case(
            |it| it.palette(Command::ZoomIn),
            |it| (it.harness.ctx.zoom_factor() - 1.0).abs() < 0.001,
        ),
        Command::ThemeSystem => case(
            |it| it.palette(Command::ThemeDark),
            |it| it.has_theme(Theme::System, ThemePreference::System),
        ),
        Command::ThemeLight => case(at_once, |it| {
            it.has_theme(Theme::Light, ThemePreference::Light)
        }),
        Command::ThemeDark => case(at_once, |it| {
            it.has_theme(Theme::Dark, ThemePreference::Dark)
        }),
        Command::InFrench => case(
            |it| it.palette(Command::InEnglish),
            |it| it.has("Fichier") && !it.has("File"),
        ),
        Command::InEnglish => case(
            |it| it.palette(Command::InFrench),
            |it| it.has("File") && !it.has("Fichier"),
        ),

        Command::NextPlatform => case(at_once, |it| it.has("Quai")),
        Command::PreviousPlatform => case(on_second, |it| it.has("Portail")),
        Command::AddPlatform => shows!(at_once, "add-platform-title"),
        Command::AddModel => shows!(at_once, "add-model-title"),
        Command::Duplicate => case(at_once, |it| it.platforms().len() == 3),
        Command::Rename => case(at_once, |it| {
            it.has_cursor(&it.say_about("rename-of", "name", "Portail"))
        }),
        Command::MoveUp => case(on_second, |it| it.platforms() == ["q", "p"]),
        Command::MoveDown => case(at_once, |it| it.platforms() == ["q", "p"]),
        Command::RemovePlatform => case(at_once, |it| it.platforms() == ["q"]),
        Command::Properties => case(at_once, |it| it.has_cursor(&it.say("property-name"))),
        Command::CollectionProperties => shows!(at_once, "collection-title"),
        Command::Presentation => shows!(at_once, "presentation-title"),
        Command::Conflicts => shows!(at_once, "conflicts-title"),
        Command::Compare => shows!(at_once, "compare-model"),
        Command::MovedOn => shows!(at_once, "moved-title"),
        Command::Lift => shows!(at_once, "lift-title"),

        Command::AddSection => case(in_text, |it| {
            let sections = it.sections("p");
            sections.len() == 4
                && sections[1]
                    .body
                    .value
                    .said(&french(), &french())
                    .text
                    .is_empty()
        }),
        Command::DuplicateSection => case(in_text, |it| {
            let sections = it.sections("p");
            sections.len() == 4 && it.body("p", "a") == it.body("p", sections[1].id.as_str())
        }),
        Command::SplitSection => case(
            |it| {
                in_text(it);
                it.press(CTRL, Key::A).press(NONE, Key::ArrowLeft);
                it.press(NONE, Key::End);
            },
            |it| {
                let sections = it.sections("p");
                sections.len() == 4
                    && it.body("p", "a").trim() == "premier texte"
                    && it.body("p", sections[1].id.as_str()).trim() == "suite du texte"
            },
        ),
        Command::JoinSection => case(
            |it| it.look_at_model().go_into("Deux"),
            |it| it.outline("m") == "1a 1c" && it.body("m", "a").ends_with("deuxième texte"),
        ),
        Command::SectionUp => case(
            |it| it.go_into("Deux"),
            |it| it.outline("p") == "1b 1a 1c" && it.outline("q") == "1a 1b 1c",
        ),
        Command::SectionDown => case(in_text, |it| {
            it.outline("p") == "1b 1a 1c" && it.outline("q") == "1a 1b 1c"
        }),
        Command::Indent => case(|it| it.go_into("Deux"), |it| it.outline("p") == "1a 2b 1c"),
        Command::Outdent => case(
            |it| {
                it.go_into("Deux");
                it.palette(Command::Indent);
            },
            |it| it.outline("p") == "1a 1b 1c",
        ),
        Command::HideSection => case(in_text, |it| it.outline("p") == "1-a 1b 1c"),
        Command::RemoveSection => case(
            |it| it.look_at_model().go_into("Un"),
            |it| it.outline("m") == "1b 1c",
        ),
        Command::Collapse => case(in_text, |it| it.is_folded("Un") && !it.is_folded("Deux")),
        Command::AdaptHere => case(typed, |it| {
            !it.has(&it.say("choice-drop"))
                && it.body("p", "a").contains(WORD)
                && !it.body("q", "a").contains(WORD)
        }),
        Command::EditEverywhere => case(typed, |it| it.body("q", "a").contains(WORD)),
        Command::BackToModel => case(typed, |it| it.bytes() == it.first),
        Command::Difference => case(
            |it| {
                typed(it);
                it.palette(Command::AdaptHere);
            },
            |it| it.has(&it.say("difference-title")),
        ),
        Command::AddTable => case(
            |it| it.look_at_model().go_into("Un"),
            |it| it.sections("m")[0].table.is_some(),
        ),
        Command::RemoveTable => case(
            |it| it.look_at_model().go_into("Trois"),
            |it| it.sections("m")[2].table.is_none(),
        ),

        Command::Bold => case(chosen, |it| it.body("m", "b") == "**deuxième texte**"),
        Command::Italic => case(chosen, |it| it.body("m", "b") == "*deuxième texte*"),
        Command::Link => shows!(chosen, "link-title"),
        Command::Bullets => case(chosen, |it| it.body("m", "b") == "- deuxième texte"),
        Command::Numbers => case(chosen, |it| it.body("m", "b") == "1. deuxième texte"),
        Command::InsertField => case(chosen, |it| it.has_cursor(&it.say("fields-filter"))),
        Command::NoBreakSpace => case(chosen, |it| it.body("m", "b") == "\u{a0}"),
        Command::ConfirmTranslation => case(older, |it| !it.has(&it.say("outdated"))),
        Command::Typography => case(at_once, |it| !it.settings().typography),

        Command::AddRow => case(on_cell, |it| it.names("m") == ["c1", "c2", "", "c3"]),
        Command::DuplicateRow => case(on_cell, |it| it.names("m") == ["c1", "c2", "c2", "c3"]),
        Command::RowUp => case(on_cell, |it| it.names("m") == ["c2", "c1", "c3"]),
        Command::RowDown => case(on_cell, |it| it.names("m") == ["c1", "c3", "c2"]),
        Command::HideRow => case(on_cell_of_platform, |it| {
            it.names("p") == ["c1", "c3"] && it.names("q") == ["c1", "c2", "c3"]
        }),
        Command::RemoveRow => case(on_cell, |it| it.names("m") == ["c1", "c3"]),
        Command::FillDown => case(on_cell, |it| it.names("m") == ["c1", "c1", "c3"]),
        Command::CookieForm => case(on_cell, |it| {
            let values = [("row", 2.into()), ("rows", 3.into())];
            it.has(&it.words().say_of("cookie-title", &values))
        }),
        Command::AddColumn => shows!(on_cell, "column-add-title"),
        Command::EditColumn => shows!(on_cell, "column-edit-title"),
        Command::HideColumn => case(on_cell, |it| it.columns() == "why long"),
        Command::ColumnLeft => case(
            |it| {
                on_cell(it);
                it.press(NONE, Key::ArrowRight);
            },
            |it| it.columns() == "why name long",
        ),
        Command::ColumnRight => case(on_cell, |it| it.columns() == "why name long"),
        Command::RemoveColumn => case(on_cell, |it| {
            it.columns() == "why long" && !it.bytes().contains("id: \"name\"")
        }),
        Command::EditTable => shows!(on_cell, "nature-title"),

        Command::CopyTable => case(on_cell, |it| it.has(&it.say("copied-table"))),

        Command::Shortcuts => case(at_once, |it| {
            let save = it.say(Command::Save.key());
            let keys = [("name", save.into()), ("keys", "Ctrl+S".into())];
            it.has(&it.say("help-steps")) && it.has(&it.words().say_of("help-keys", &keys))
        }),
        Command::About => case(at_once, |it| {
            it.has(&it.say_about("about", "version", env!("CARGO_PKG_VERSION")))
        }),
    }
}

// ---- What comes before

fn at_once(_: &mut Stage) {}

/// The cursor is in a text that the first platform inherits.
fn in_text(it: &mut Stage) {
    it.go_into("Un");
}

/// The platform that is looked at was published.
fn published(it: &mut Stage) {
    let text = COLLECTION.replace("{{ inconnu }}", "texte");
    let mut collection = store::read(text.as_bytes(), Notation::Ron).expect("a collection");
    // What a merge left open is settled before anything is published.
    collection.conflicts.clear();
    let fingerprint = files::fingerprint_of(&it.path()).expect("it is there");
    let origin = Origin {
        collection,
        path: it.path(),
        fingerprint,
    };
    let asked = Asked {
        platforms: vec!["p".parse().expect("an id")],
        languages: Vec::new(),
        formats: vec![Format::Text],
        number: None,
        date: files::today(),
        by: "C. Martin".to_owned(),
        note: String::new(),
        agreement: None,
        waivers: vec![Waiver {
            finding: "untranslated".to_owned(),
            reason: "Essai".to_owned(),
        }],
    };
    let out = it.folder.path().join("pages");
    let published = publish(
        &origin,
        &asked,
        &out,
        &Cancel::default(),
        &Progress::default(),
    );
    assert_eq!(published.expect("it is published").released.len(), 1);
    // The register is read again once the collection is saved.
    typed(it);
    it.palette(Command::Save);
    let told = it.words().say("release-changed").into_owned();
    it.palette(Command::ShowReleases);
    let all = it.say("releases-all");
    it.click(&all);
    it.wait_until("read", |desk| desk.shows(&told));
}

/// Something is typed there.
fn typed(it: &mut Stage) {
    in_text(it);
    it.type_text(WORD);
}

/// The same, with the cursor in the translation, which is older now.
fn older(it: &mut Stage) {
    typed(it);
    it.palette(Command::NextLanguage);
    in_text(it);
}

/// A word that stands three times is looked for.
fn searched(it: &mut Stage) {
    it.palette(Command::Find);
    it.type_text("texte");
}

fn on_second(it: &mut Stage) {
    it.palette(Command::NextPlatform);
}

/// A text of the model is selected.
fn chosen(it: &mut Stage) {
    it.look_at_model().go_into("Deux");
    it.press(CTRL, Key::A);
}

/// The second cell of names is selected, in the model.
fn on_cell(it: &mut Stage) {
    it.look_at_model();
    on_cell_of_platform(it);
}

/// The same, in the platform.
fn on_cell_of_platform(it: &mut Stage) {
    // What the search finds is a cell with the cursor.
    it.palette(Command::QuickOpen);
    it.type_text("c2").press(NONE, Key::Enter);
}

// ---- The window, and what is seen of it

/// A window on a file, with all that commands reach.
struct Stage {
    desk: Desk,
    folder: TempDir,
    browser: Arc<Browser>,
    /// The collection as it was opened.
    first: String,
    /// Whether the window was told to close.
    closed: bool,
}

#[derive(Default)]
struct Browser(Mutex<Vec<String>>);

impl Browser {
    fn opened(&self) -> Vec<String> {
        self.0.lock().expect("no browser panics").clone()
    }

    fn note(&self, what: String) {
        self.0.lock().expect("no browser panics").push(what);
    }
}

impl Opener for Browser {
    fn open(&self, page: &Path) -> io::Result<()> {
        self.note(page.display().to_string());
        Ok(())
    }

    fn open_address(&self, address: &str) -> io::Result<()> {
        self.note(address.to_owned());
        Ok(())
    }

    fn open_folder(&self, folder: &Path) -> io::Result<()> {
        self.note(folder.display().to_string());
        Ok(())
    }
}

impl Deref for Stage {
    type Target = Desk;

    fn deref(&self) -> &Desk {
        &self.desk
    }
}

impl DerefMut for Stage {
    fn deref_mut(&mut self) -> &mut Desk {
        &mut self.desk
    }
}

impl Stage {
    fn new(interface: Interface) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("chartes.ron");
        let collection = store::read(COLLECTION.as_bytes(), Notation::Ron).expect("a collection");
        std::fs::write(&path, store::write(&collection, Notation::Ron)).expect("it is written");
        let session = files::open(&path).expect("it is a collection");
        let settings = folder.path().join("settings.json");
        let browser = Arc::new(Browser::default());
        let opener = Arc::clone(&browser);
        let desk = Desk::of(vec2(1600.0, 2000.0), interface, move |ctx| {
            let answers: Arc<dyn Picker> = Arc::new(Answers::default());
            Window::new(session, interface, answers, ctx)
                .with_opener(opener)
                .as_left(Settings::default(), Some(settings), ctx)
        });
        let first = desk.bytes();
        Self {
            desk,
            folder,
            browser,
            first,
            closed: false,
        }
    }

    fn path(&self) -> std::path::PathBuf {
        self.folder.path().join("chartes.ron")
    }

    /// The words of the language that the window speaks now.
    fn words(&self) -> &Words {
        self.window().words()
    }

    fn settings(&self) -> &Settings {
        let (settings, _) = self.window().left().expect("they are kept");
        settings
    }

    /// Whether it says that a charter, which lacks a value, is copied.
    fn has_copied(&self, key: &str) -> bool {
        self.has(&format!(
            "{} {}",
            self.say(key),
            self.say("copied-unfinished")
        ))
    }

    fn has_theme(&self, theme: Theme, preference: ThemePreference) -> bool {
        let shown = self.harness.ctx.options(|options| options.theme_preference);
        self.settings().theme == theme && shown == preference
    }

    /// Presses a key, and notes what the window is told then.
    fn key(&mut self, keys: KeyboardShortcut) {
        let event = |pressed| Event::Key {
            key: keys.logical_key,
            physical_key: None,
            pressed,
            repeat: false,
            modifiers: keys.modifiers,
        };
        self.harness.event(event(true));
        // What is chosen from the palette is done once that is gone.
        for _ in 0..3 {
            self.harness.step();
            let viewports = self.harness.output().viewport_output.values();
            let mut commands = viewports.flat_map(|viewport| &viewport.commands);
            let closed = commands.any(|it| matches!(it, ViewportCommand::Close));
            self.closed |= closed;
        }
        self.harness.event(event(false));
        self.harness.run();
    }

    /// Runs a command from the palette, by its full name.
    fn palette(&mut self, command: Command) {
        self.key(Command::Palette.shortcut().expect("it has keys"));
        let name = self.words().say(command.key()).into_owned();
        self.type_text(&name);
        self.key(KeyboardShortcut::new(NONE, Key::Enter));
    }

    fn go(&mut self, name: &str) {
        self.focus(name);
        assert!(self.has_cursor(name), "{name} does not take the cursor");
    }

    /// Puts the cursor into a section's text.
    fn go_into(&mut self, section: &str) {
        self.go(&self.text_of(section));
    }

    fn look_at_model(&mut self) -> &mut Self {
        let name = self.row("model", "Commun");
        self.go(&name);
        self.press(NONE, Key::Enter);
        assert!(self.has("Commun"), "the model is looked at");
        self
    }

    /// The name of a row of the list.
    fn row(&self, kind: &str, name: &str) -> String {
        let values = [("name", name.into()), ("adapted", 0.into())];
        let key = format!("{kind}-named");
        self.words().say_of(&key, &values).into_owned()
    }

    /// The name of the field of a section's text.
    fn text_of(&self, section: &str) -> String {
        self.say_about("body-of", "section", section)
    }

    /// Whether something has this very name.
    fn has(&self, name: &str) -> bool {
        self.harness.query_all_by_label(name).next().is_some()
    }

    fn has_cursor(&self, name: &str) -> bool {
        let focused = self.harness.ctx.memory(|memory| memory.focused());
        let Some(focused) = focused.map(|id| id.accesskit_id()) else {
            return false;
        };
        let mut all = self.harness.query_all_by_label(name);
        all.any(|node| node.accesskit_node().locate().0 == focused)
    }

    /// Whether one of several to choose from is there, and the one that is chosen.
    fn is_chosen(&self, name: &str) -> bool {
        let mut all = self.harness.query_all_by_label(name);
        all.any(|node| {
            let node = node.accesskit_node();
            node.role() == Role::RadioButton && node.toggled() != Some(Toggled::False)
        })
    }

    fn is_at_match(&self, at: usize, count: usize) -> bool {
        let values = [("at", at.into()), ("count", count.into())];
        self.has(&self.words().say_of("find-count", &values))
    }

    fn is_folded(&self, section: &str) -> bool {
        self.has(&self.say_about("expand-section", "section", section))
    }

    fn platforms(&self) -> Vec<&str> {
        let platforms = self.window().session().collection().platforms.iter();
        platforms.map(|platform| platform.id.as_str()).collect()
    }

    fn sections(&self, owner: &str) -> Vec<ResolvedSection> {
        let resolved = self
            .window()
            .session()
            .collection()
            .resolve(&owner_of(owner));
        resolved
            .expect("it is there")
            .sections
            .iter()
            .cloned()
            .collect()
    }

    /// The levels and ids of the sections; a dash before those that are hidden.
    fn outline(&self, owner: &str) -> String {
        let sections = self.sections(owner).into_iter().map(|section| {
            let hidden = if section.hidden.is_some() { "-" } else { "" };
            format!("{}{hidden}{}", section.level.value.number(), section.id)
        });
        sections.collect::<Vec<_>>().join(" ")
    }

    fn body(&self, owner: &str, section: &str) -> String {
        self.desk.body(&owner_of(owner), section)
    }

    /// What the rows that are shown say in the column of names.
    fn names(&self, owner: &str) -> Vec<String> {
        let collection = self.window().session().collection();
        let resolved = collection.resolve(&owner_of(owner)).expect("it is there");
        let table = resolved.sections[2].table.as_ref().expect("a table");
        let columns = resolved.columns_of(table);
        let name = &columns.iter().next().expect("a column").column.id;
        let shown = table.rows.iter().filter(|row| row.hidden.is_none());
        shown
            .map(|row| match row.cell(name).0 {
                Some(Cell::Text(text)) => text.said(&french(), &french()).text.to_owned(),
                Some(Cell::Above) => "^".to_owned(),
                None => String::new(),
            })
            .collect()
    }

    /// The ids of the model's columns that are shown.
    fn columns(&self) -> String {
        let collection = self.window().session().collection();
        let resolved = collection.resolve(&owner_of("m")).expect("it is there");
        let shown = resolved.columns.iter().filter(|column| column.shown());
        let ids: Vec<_> = shown.map(|column| column.column.id.to_string()).collect();
        ids.join(" ")
    }
}

fn owner_of(id: &str) -> Owner {
    match id {
        "m" => Owner::Model(chartrier::model::ModelId::new(id).expect("an id")),
        id => platform(id),
    }
}

// ---- Running them

/// How a command is asked for.
#[derive(Clone, Copy)]
enum Way {
    Keys,
    Palette,
}

/// Runs a command in a window of its own; tells what went wrong.
fn run(command: Command, interface: Interface, way: Way) -> Result<(), String> {
    let keys = match way {
        Way::Keys => match command.shortcut() {
            Some(keys) => Some(keys),
            None => return Ok(()),
        },
        // The palette does not offer itself.
        Way::Palette if command == Command::Palette => return Ok(()),
        Way::Palette => None,
    };
    let act = || {
        let case = case_of(command);
        let mut stage = Stage::new(interface);
        (case.before)(&mut stage);
        if (case.is_done)(&stage) {
            return Err("is done before it runs".to_owned());
        }
        match keys {
            Some(keys) => stage.key(keys),
            None => stage.palette(command),
        }
        let start = Instant::now();
        while !(case.is_done)(&stage) {
            if start.elapsed() > Duration::from_secs(30) {
                return Err("does not do what it says".to_owned());
            }
            std::thread::sleep(Duration::from_millis(5));
            stage.harness.step();
        }
        Ok(())
    };
    catch_unwind(AssertUnwindSafe(act)).unwrap_or_else(|panic| {
        let said = panic.downcast_ref::<String>().cloned();
        Err(said.unwrap_or_else(|| "panics".to_owned()))
    })
}

fn run_all(interface: Interface, way: Way) {
    let wrong: Vec<String> = Command::ALL
        .iter()
        .filter_map(|command| {
            let wrong = run(*command, interface, way).err()?;
            Some(format!("{command:?} {wrong}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_command_runs_by_its_keys_in_french() {
    run_all(Interface::French, Way::Keys);
}

#[test]
fn every_command_runs_by_its_keys_in_english() {
    run_all(Interface::English, Way::Keys);
}

#[test]
fn every_command_runs_from_the_palette_in_french() {
    run_all(Interface::French, Way::Palette);
}

#[test]
fn every_command_runs_from_the_palette_in_english() {
    run_all(Interface::English, Way::Palette);
}

// ---- Panels, menus and help

#[test]
fn a_key_goes_through_the_parts_that_are_shown_and_back() {
    let mut it = Stage::new(Interface::French);
    let next = Command::NextPart.shortcut().expect("it has keys");
    let previous = Command::PreviousPart.shortcut().expect("it has keys");
    let row = it.row("platform", "Portail");
    let text = it.text_of("Deux");
    it.palette(Command::ShowFindings);
    it.go(&text);
    let tab = it.say_about("tab-findings", "count", "1");
    let in_preview = |it: &Stage| {
        let focused = it.harness.ctx.memory(|memory| memory.focused());
        let response = focused.and_then(|id| it.harness.ctx.read_response(id));
        response.is_some_and(|response| response.rect.left() > 900.0 && !it.has_cursor(&tab))
    };
    it.key(next);
    assert!(in_preview(&it), "the preview");
    it.key(next);
    assert!(it.has_cursor(&tab), "the panel at the bottom");
    it.key(next);
    assert!(it.has_cursor(&row), "the list");
    it.key(next);
    assert!(it.has_cursor(&text), "the text where the cursor was");
    it.key(previous);
    assert!(it.has_cursor(&row), "the list again");
    it.key(previous);
    assert!(it.has_cursor(&tab), "from the first to the last");
    it.key(previous);
    assert!(in_preview(&it), "the preview again");
    // What is hidden is passed over.
    it.palette(Command::ShowPreview);
    it.palette(Command::ShowFindings);
    it.go(&text);
    it.key(next);
    assert!(it.has_cursor(&row), "the list is next to the editor");
    it.palette(Command::ShowPlatforms);
    it.key(next);
    assert!(it.has_cursor(&text), "nothing else is shown");
}

#[test]
fn the_menus_open_by_keys() {
    for interface in [Interface::French, Interface::English] {
        let mut it = Stage::new(interface);
        let about = it.say(Command::Start.key());
        assert!(!it.has(&about));
        it.key(Command::Menus.shortcut().expect("it has keys"));
        it.press(NONE, Key::Enter);
        assert!(it.has(&about), "the first menu is open");
    }
}

/// Menus say what is on, to those who listen too.
#[test]
fn a_menu_tells_what_is_on() {
    let states = [
        (Command::ShowPlatforms, true),
        (Command::ShowPages, false),
        (Command::ShowSource, false),
        (Command::ThemeSystem, true),
        (Command::ThemeDark, false),
        (Command::InFrench, true),
        (Command::InEnglish, false),
        (Command::ShowReference, false),
    ];
    for command in states.map(|(command, _)| command) {
        let mut it = Stage::new(Interface::French);
        let tick_of = |it: &mut Stage, command: Command| {
            it.press(NONE, Key::Escape);
            it.click("Affichage");
            // What is seldom wanted stands in menus of their own.
            if let Some(menu) = command.submenu() {
                let name = it.say(menu);
                it.click(&name);
            }
            let name = it.window().words().say(command.key()).into_owned();
            let roles = [Role::CheckBox, Role::RadioButton];
            let tick = it.harness.query_all_by_label(&name).find_map(|node| {
                let node = node.accesskit_node();
                roles.contains(&node.role()).then(|| node.toggled())?
            });
            it.press(NONE, Key::Escape);
            tick
        };
        let was = states.iter().find(|it| it.0 == command).map(|it| it.1);
        let tick = |is_on| if is_on { Toggled::True } else { Toggled::False };
        assert_eq!(tick_of(&mut it, command), was.map(tick), "{command:?}");
        if matches!(command, Command::ShowPlatforms | Command::ShowSource) {
            it.palette(command);
            let now = was.map(|was| tick(!was));
            assert_eq!(tick_of(&mut it, command), now, "{command:?}");
        }
    }
}
