//! The commands of the list of models and platforms, about the charter that is looked at or
//! another one.

use egui::Context;

use super::Window;
use crate::model::{Identified, Language, List, ModelId, Owner, PlatformId};
use crate::ui::command::Command;
use crate::ui::dialogs::{
    CollectionForm, Dialog, ModelForm, NewPlatform, PlatformForm, RemoveModelForm,
};
use crate::ui::scene::Action;
use crate::words::{Interface, Words};
use crate::workspace::changes::{self, Beginning, Direction};
use crate::workspace::{Change, files};

impl Window {
    pub(super) fn is_about_a_charter(command: Command) -> bool {
        matches!(
            command,
            Command::Duplicate
                | Command::Rename
                | Command::MoveUp
                | Command::MoveDown
                | Command::RemovePlatform
                | Command::Properties
        )
    }

    /// Whether a command about a charter has something to do.
    pub(super) fn can_about(&self, owner: Option<&Owner>, command: Command) -> bool {
        let collection = self.view.session.collection();
        owner.is_some_and(|owner| match command {
            Command::MoveUp => changes::step(collection, owner, Direction::Up).is_some(),
            Command::MoveDown => changes::step(collection, owner, Direction::Down).is_some(),
            _ => collection.charter(owner).is_some(),
        })
    }

    /// Does what a command says with a charter.
    pub(super) fn run_about(&mut self, owner: Option<&Owner>, command: Command) {
        let Some(owner) = owner.filter(|owner| self.can_about(Some(owner), command)) else {
            return;
        };
        self.notice = None;
        match command {
            Command::Duplicate => self.duplicate(owner),
            Command::Rename => {
                let (collection, words) = (self.view.session.collection(), &self.view.words);
                self.platforms.rename(owner, collection, words);
            }
            Command::MoveUp => self.step(owner, Direction::Up),
            Command::MoveDown => self.step(owner, Direction::Down),
            Command::RemovePlatform => match owner {
                Owner::Platform(id) => self.remove_platform(id),
                Owner::Model(id) => self.ask_to_remove_model(id),
            },
            Command::Properties => {
                self.leave_board();
                self.look_at(owner.clone());
                self.editor.show_properties();
            }
            _ => {}
        }
    }

    /// Opens the dialog of a command that is about the list as a whole.
    pub(super) fn ask_about_the_list(&mut self, command: Command) {
        let collection = self.view.session.collection();
        self.dialog = match command {
            Command::AddModel => Some(Dialog::AddModel(ModelForm::new(collection))),
            Command::CollectionProperties => {
                self.view.session.seal();
                let collection = self.view.session.collection();
                Some(Dialog::Collection(Box::new(CollectionForm::new(
                    collection,
                ))))
            }
            _ => Some(Dialog::AddPlatform(PlatformForm::new(collection))),
        };
    }

    pub(super) fn add_platform(&mut self, new: &NewPlatform, ctx: &Context) {
        let collection = self.view.session.collection();
        let model = new.model.as_ref();
        let (id, change) = changes::add_platform_following(collection, &new.name, &new.url, model);
        self.perform(vec![Action::Change(change)], ctx);
        self.show(Owner::Platform(id));
    }

    pub(super) fn add_model(&mut self, name: &str, beginning: &Beginning, ctx: &Context) {
        let collection = self.view.session.collection();
        if let Some((id, change)) = changes::add_model(collection, name, beginning) {
            self.perform(vec![Action::Change(change)], ctx);
            self.show(Owner::Model(id));
        }
    }

    /// Makes a change that a dialog asks for, and keeps the dialog.
    pub(super) fn edit_under_dialog(
        &mut self,
        dialog: Dialog,
        change: Option<Change>,
        ctx: &Context,
    ) {
        let action = change.map_or(Action::Seal, Action::Change);
        self.perform(vec![action], ctx);
        if self.dialog.is_none() {
            self.dialog = Some(dialog);
        }
        self.note_decided();
    }

    pub(super) fn date_today(&mut self, ctx: &Context) {
        if let Some(owner) = &self.view.owner {
            let change = changes::set_updated(owner, Some(files::today()));
            self.perform(vec![Action::Change(change)], ctx);
        }
    }

    fn duplicate(&mut self, owner: &Owner) {
        let interface = self.view.words.interface();
        let name = |language: Option<&Language>, name: &str| {
            let language = language.map(|it| Interface::for_tag(it.as_str()));
            let values = [("name", name.into())];
            match language.filter(|language| *language != interface) {
                Some(other) => Words::new(other).say_of("copy-of", &values).into_owned(),
                None => self.view.words.say_of("copy-of", &values).into_owned(),
            }
        };
        let copied = changes::duplicate(self.view.session.collection(), owner, name);
        if let Some((copy, change)) = copied
            && self.make(change)
        {
            self.show(copy);
        }
    }

    fn step(&mut self, owner: &Owner, direction: Direction) {
        if let Some(change) = changes::step(self.view.session.collection(), owner, direction)
            && self.make(change)
        {
            self.platforms.reveal(owner);
        }
    }

    /// Looks at a charter and brings its row into sight.
    pub(super) fn show(&mut self, owner: Owner) {
        self.platforms.reveal(&owner);
        self.look_at(owner);
    }

    fn remove_platform(&mut self, id: &PlatformId) {
        self.remove(
            &Owner::Platform(id.clone()),
            changes::remove_platform(id),
            "notice-removed",
        );
    }

    fn ask_to_remove_model(&mut self, id: &ModelId) {
        let collection = self.view.session.collection();
        if changes::followers(collection, id).is_empty() {
            self.remove_model(id, None);
        } else {
            let form = RemoveModelForm::new(collection, id, self.view.words.language());
            self.dialog = Some(Dialog::RemoveModel(form));
        }
    }

    pub(super) fn remove_model(&mut self, id: &ModelId, instead: Option<&ModelId>) {
        let change = changes::remove_model(self.view.session.collection(), id, instead);
        if let Some(change) = change {
            let owner = Owner::Model(id.clone());
            self.remove(&owner, change, "notice-model-removed");
        }
    }

    /// Takes a charter out, and looks at its neighbour if it was looked at.
    fn remove(&mut self, owner: &Owner, change: Change, notice: &'static str) {
        let after = self.beside(owner);
        if !self.is_made(change) {
            return;
        }
        if self.view.owner.as_ref() == Some(owner) {
            self.view.owner = None;
            if let Some(after) = after {
                self.look_at(after);
            }
        }
        self.look_at_something();
        self.notice = Some(self.view.words.say(notice).into_owned());
    }

    /// The one below in its list, or else the one above.
    fn beside(&self, owner: &Owner) -> Option<Owner> {
        let collection = self.view.session.collection();
        match owner {
            Owner::Platform(id) => neighbour(&collection.platforms, id).map(Owner::Platform),
            Owner::Model(id) => neighbour(&collection.models, id).map(Owner::Model),
        }
    }
}

fn neighbour<T: Identified>(list: &List<T>, id: &T::Id) -> Option<T::Id> {
    let at = list.position(id)?;
    let next = list.at(at + 1).or_else(|| list.at(at.checked_sub(1)?));
    next.map(|it| it.id().clone())
}
