//! The dialogs. One at a time stands over the window; what the person answers is handed to the
//! window, which alone does things.

mod bulk;
mod collection;
pub mod column;
mod compared;
mod conflicts;
pub mod cookie;
pub mod difference;
mod export;
mod follow;
mod lift;
mod link;
mod model;
mod moved;
mod note;
mod parts;
mod path;
mod platform;
mod presentation;
mod publish;
mod recover;
mod review;
mod several;
mod shortcuts;
pub mod table;
mod three_way;

use std::path::PathBuf;
use std::sync::Arc;

use egui::{Context, Frame, Id, Margin, Modal, Ui};
use egui_material_icons::icons::ICON_NOTE_ADD;

pub use difference::{Compared, laid_out};

use super::chooser::Chosen;
use super::command::Command;
use super::compare::{CompareWith, With};
use super::editor::table::TableAnswer;
use super::palette::Palette as Commands;
use super::picker::Purpose;
use super::quick_open::{QuickOpen, Target};
use super::start::{STARTERS, choice_ui};
use crate::document::Document;
use crate::model::{Collection, ModelId, Owner};
use crate::words::Words;
use crate::workspace::changes::Beginning;
use crate::workspace::files::Wanted;
use crate::workspace::files::recovery::LeftBehind;
use crate::workspace::{Change, Starter};

use parts::{Ready, at_the_right, buttons, buttons_or, close_ui, take_cursor};

pub use bulk::{BulkForm, BulkKind};
pub use collection::CollectionForm;
pub use compared::ComparedForm;
pub use conflicts::ConflictsForm;
pub use difference::DifferenceForm;
pub use export::{ExportForm, Told};
pub use follow::FollowForm;
pub use lift::LiftForm;
pub use link::LinkForm;
pub use model::{ModelForm, RemoveModelForm};
pub use moved::MovedForm;
pub use note::NoteForm;
pub use path::PathForm;
pub use platform::{NewPlatform, PlatformForm};
pub use presentation::PresentationForm;
pub use publish::PublishForm;
pub use review::ReviewForm;
pub use three_way::ThreeWay;

/// What was asked for before the unsaved changes were asked about.
#[derive(Debug, Clone, PartialEq)]
pub enum Next {
    Starter(Starter),
    Examples,
    Open,
    OpenPath(PathBuf),
    /// Work that was left behind.
    Recover(LeftBehind),
    /// Charters that are brought into a new collection.
    Import(ImportFrom),
    Publish,
    Quit,
}

/// Where charters come from.
#[derive(Debug, Clone, PartialEq)]
pub enum ImportFrom {
    /// The person is asked.
    Asked,
    /// Files, and folders of them.
    Paths(Vec<PathBuf>),
    Clipboard,
}

/// A question to the person, or something that they are told.
#[derive(Debug)]
pub enum Dialog {
    Unsaved(Next),
    /// What a new collection starts with.
    New,
    /// A path, typed: beside the system's own dialog, or in its place where there is none.
    Path(PathForm),
    AddPlatform(PlatformForm),
    AddModel(ModelForm),
    /// A model that others follow.
    RemoveModel(RemoveModelForm),
    /// What all charters of the collection share.
    Collection(Box<CollectionForm>),
    Export(ExportForm),
    Publish(Box<PublishForm>),
    /// What the charter that is looked at is to be compared with.
    CompareWith(Box<CompareWith>),
    /// A change of the platforms that are chosen on the board.
    Bulk(Box<BulkForm>),
    /// What differs.
    Compared(Box<ComparedForm>),
    /// How finished charters look.
    Presentation(PresentationForm),
    /// The file is not the one that was opened, or is there already.
    Overwrite {
        path: PathBuf,
        message: String,
    },
    /// Something else wrote the file since it was opened.
    Changed(PathBuf),
    /// Work that an earlier run of the program left behind.
    Recover(Vec<LeftBehind>),
    /// Comments of the file would be lost.
    Comments,
    /// What was decided about an import would be lost.
    LeaveImport,
    /// What a merge left open.
    Conflicts(ConflictsForm),
    /// A text here, and what the model says.
    Difference(Box<DifferenceForm>),
    /// What following another model comes to.
    Follow(Box<FollowForm>),
    /// What several platforms share, to make a model of it.
    Lift(Box<LiftForm>),
    /// What was adapted, and whose original has changed since.
    Moved(MovedForm),
    /// What reviewed documents propose.
    Review(Box<ReviewForm>),
    /// A word for colleagues.
    Note(NoteForm),
    Message(String),
    About,
    /// The first steps, and the keys of the commands.
    Shortcuts,
    Cookie(cookie::CookieForm),
    Column(column::ColumnForm),
    Nature(table::NatureForm),
    Palette(Commands),
    QuickOpen(QuickOpen),
    Link(LinkForm),
}

/// What the person answered.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    Close,
    Save(Option<Next>),
    Discard(Next),
    Browse(Purpose),
    Path(Purpose, PathBuf),
    AddPlatform(NewPlatform),
    AddModel {
        name: String,
        beginning: Beginning,
    },
    /// Takes a model out; those that follow it follow another one then.
    RemoveModel {
        id: ModelId,
        instead: ModelId,
    },
    /// Changes something while the dialog stays; without a change, ends a stretch of typing.
    Edit(Option<Change>),
    Export,
    CancelExport,
    /// Looks for what the chosen platforms share.
    LookForShared,
    /// Makes a model of what they share.
    Lift,
    /// Stops looking for what is to be shown.
    CancelLooking,
    Publish,
    /// Changes the platforms that are chosen.
    Bulk,
    /// Shows a document as a page in the browser.
    ShowPage(Arc<Document>),
    /// Removes what earlier exports left.
    RemoveLeftovers,
    LeaveImport,
    /// What was accepted of a reviewed document, if anything was.
    Reviewed(Option<Change>),
    OpenFolder(PathBuf),
    /// Has finished charters look otherwise.
    Present(Wanted),
    Start(Next),
    Reload(PathBuf),
    Recover(LeftBehind),
    Forget(LeftBehind),
    Overwrite(PathBuf),
    SaveWithoutComments,
    Table(TableAnswer),
    Change(Change),
    Run(Command),
    Compare(With),
    Go(Target),
    /// The link in the text; without an address, it is taken away.
    Link {
        words: String,
        address: Option<String>,
    },
}

/// What the dialogs read of the window.
pub struct Surroundings<'a> {
    pub words: &'a Words,
    pub collection: &'a Collection,
    /// What is looked at.
    pub owner: Option<&'a Owner>,
    /// The name of the platform that is looked at, if it is one.
    pub platform: Option<&'a str>,
    pub progress: (usize, usize),
    /// Whether the system could not show a dialog of its own.
    pub without_system_dialog: bool,
}

impl Dialog {
    /// Shows the dialog, and tells what was answered.
    pub fn ui(&mut self, ctx: &Context, around: &Surroundings<'_>) -> Option<Answer> {
        // Lists to choose from have a look of their own.
        match self {
            Self::Palette(commands) => {
                return Some(match commands.ui(ctx, around.words)? {
                    Chosen::One(command) => Answer::Run(command),
                    Chosen::Nothing => Answer::Close,
                });
            }
            Self::CompareWith(choices) => {
                return Some(match choices.ui(ctx, around.words)? {
                    Chosen::One(with) => Answer::Compare(with),
                    Chosen::Nothing => Answer::Close,
                });
            }
            Self::QuickOpen(places) => {
                return Some(match places.ui(ctx, around.words)? {
                    Chosen::One(target) => Answer::Go(target),
                    Chosen::Nothing => Answer::Close,
                });
            }
            _ => {}
        }
        let frame = Frame::popup(&ctx.global_style()).inner_margin(Margin::same(18));
        // Each kind remembers its own size.
        let id = Id::unique(("dialog", std::mem::discriminant(self)));
        let modal = Modal::new(id).frame(frame);
        let shown = modal.show(ctx, |ui| {
            ui.set_width(self.width().min(ctx.content_rect().width() - 60.0));
            ui.spacing_mut().item_spacing.y = 10.0;
            // In the middle of the margin.
            ui.spacing_mut().scroll.bar_outer_margin = -11.0;
            self.content_ui(ui, around)
        });
        // It stands in the middle by the size that it had: another size takes another frame.
        let (size, known) = (shown.response.rect.size(), id.with("size"));
        if ctx.data(|data| data.get_temp(known)) != Some(size) {
            ctx.data_mut(|data| data.insert_temp(known, size));
            ctx.request_repaint();
        }
        let closed = shown.should_close().then_some(Answer::Close);
        shown.inner.or(closed)
    }

    fn width(&self) -> f32 {
        match self {
            Self::Collection(_) | Self::New => 640.0,
            Self::Difference(_)
            | Self::Conflicts(_)
            | Self::Compared(_)
            | Self::Moved(_)
            | Self::Follow(_) => 680.0,
            Self::Review(_) => 720.0,
            Self::Publish(_) | Self::Bulk(_) | Self::Lift(_) => 520.0,
            Self::Shortcuts => 600.0,
            _ => 460.0,
        }
    }

    fn content_ui(&mut self, ui: &mut Ui, around: &Surroundings<'_>) -> Option<Answer> {
        let words = around.words;
        match self {
            Self::Unsaved(next) => {
                ui.heading(words.say("unsaved-title"));
                ui.label(words.say("unsaved-text"));
                let save = (
                    &*words.say("unsaved-save"),
                    Answer::Save(Some(next.clone())),
                );
                buttons(ui, words, Ready::Yes, save, |ui| {
                    let drop = ui.button(words.say("unsaved-drop"));
                    drop.clicked().then(|| Answer::Discard(next.clone()))
                })
            }
            Self::New => new_ui(ui, words),
            Self::Changed(path) => {
                ui.heading(words.say("changed-title"));
                let values = [("path", path.display().to_string().into())];
                ui.label(words.say_of("changed-text", &values));
                let keep = words.say("changed-keep");
                let reload = (&*words.say("changed-reload"), Answer::Reload(path.clone()));
                buttons_or(ui, &keep, Ready::Yes, reload, |_| None)
            }
            Self::Recover(found) => recover::ui(ui, around, found),
            Self::Path(form) => form.ui(ui, around),
            Self::AddPlatform(form) => form.ui(ui, around),
            Self::AddModel(form) => form.ui(ui, around),
            Self::RemoveModel(form) => form.ui(ui, around),
            Self::Collection(form) => form.ui(ui, around),
            Self::Export(form) => form.ui(ui, around),
            Self::Publish(form) => form.ui(ui, around),
            Self::Bulk(form) => form.ui(ui, around),
            Self::Compared(form) => form.ui(ui, words),
            Self::Presentation(form) => form.ui(ui, around),
            Self::Overwrite { path, message } => {
                ui.heading(words.say("overwrite-title"));
                ui.label(message.as_str());
                let elsewhere = (
                    &*words.say("save-elsewhere"),
                    Answer::Browse(Purpose::SaveAs),
                );
                buttons(ui, words, Ready::Yes, elsewhere, |ui| {
                    let overwrite = ui.button(words.say("overwrite"));
                    overwrite.clicked().then(|| Answer::Overwrite(path.clone()))
                })
            }
            Self::Comments => {
                ui.heading(words.say("comments-title"));
                ui.label(words.say("comments-text"));
                let elsewhere = (
                    &*words.say("save-elsewhere"),
                    Answer::Browse(Purpose::SaveAs),
                );
                buttons(ui, words, Ready::Yes, elsewhere, |ui| {
                    let save = ui.button(words.say("comments-save"));
                    save.clicked().then_some(Answer::SaveWithoutComments)
                })
            }
            Self::LeaveImport => {
                ui.heading(words.say("leave-import-title"));
                ui.label(words.say("leave-import-text"));
                let stay = words.say("leave-import-stay");
                let leave = (&*words.say("leave-import-do"), Answer::LeaveImport);
                buttons_or(ui, &stay, Ready::Yes, leave, |_| None)
            }
            Self::Conflicts(form) => form.ui(ui, around),
            Self::Difference(form) => form.ui(ui, around),
            Self::Moved(form) => form.ui(ui, around),
            Self::Follow(form) => form.ui(ui, around),
            Self::Lift(form) => form.ui(ui, around),
            Self::Review(form) => form.ui(ui, around),
            Self::Note(form) => form.ui(ui, words),
            Self::Link(form) => form.ui(ui, words),
            Self::Message(message) => {
                ui.label(message.as_str());
                close_ui(ui, words)
            }
            Self::About => {
                ui.heading("Chartrier");
                ui.label(words.say_of("about", &[("version", env!("CARGO_PKG_VERSION").into())]));
                close_ui(ui, words)
            }
            Self::Shortcuts => shortcuts::ui(ui, words),
            Self::Cookie(form) => form.ui(ui, around),
            Self::Column(form) => form.ui(ui, around),
            Self::Nature(form) => form.ui(ui, around),
            Self::Palette(_) | Self::QuickOpen(_) | Self::CompareWith(_) => None,
        }
    }
}

/// The starters, one of which a new collection begins with.
fn new_ui(ui: &mut Ui, words: &Words) -> Option<Answer> {
    ui.heading(words.say("new-title"));
    let mut answer = None;
    for (starter, key) in STARTERS {
        let hint = words.say(&format!("{key}-hint")).into_owned();
        ui.spacing_mut().item_spacing.y = 8.0;
        let response = ui
            .vertical_centered_justified(|ui| choice_ui(ui, ICON_NOTE_ADD, &words.say(key), &hint))
            .inner;
        take_cursor(ui, &response);
        if response.clicked() {
            answer = Some(Answer::Start(Next::Starter(starter)));
        }
    }
    at_the_right(ui, |ui| {
        let cancel = ui.button(words.say("cancel")).clicked();
        answer.or(cancel.then_some(Answer::Close))
    })
}
