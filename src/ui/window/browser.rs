//! Showing the charter, or what a link leads to, in the person's browser; and a folder.

use std::path::PathBuf;
use std::sync::Arc;

use super::Window;
use super::filing::outcome;
use crate::render::{Format, render};
use crate::ui::opener::NotShown;
use crate::workspace::Outcome;

impl Window {
    /// Opens the page of the charter that is looked at as it stands, finished or not.
    pub(super) fn open_in_browser(&mut self) {
        let Some(document) = self.view.scene().map(|scene| Arc::clone(scene.document)) else {
            return;
        };
        let design = match &self.view.design {
            Ok(design) => Arc::clone(design),
            Err(error) => {
                let message = crate::messages::design_error(&self.view.words, error);
                return self.tell(message);
            }
        };
        let (opener, passing) = (Arc::clone(&self.opener), self.passing.clone());
        self.work.showing = Some(self.jobs.start(move |_, _| {
            let name = format!("{}-{}.html", document.owner, document.language.as_str());
            let page = render(&document, Format::Html, &design).map_err(NotShown::NotRendered)?;
            let path = passing.write(&name, &page).map_err(NotShown::NotWritten)?;
            opener
                .open(&path)
                .map_err(|error| NotShown::Page { path, error })
        }));
    }

    pub(super) fn open_address(&mut self, address: String) {
        let opener = Arc::clone(&self.opener);
        self.work.showing = Some(self.jobs.start(move |_, _| {
            opener
                .open_address(&address)
                .map_err(|error| NotShown::Address { address, error })
        }));
    }

    pub(super) fn open_folder(&mut self, folder: PathBuf) {
        let opener = Arc::clone(&self.opener);
        self.work.showing = Some(self.jobs.start(move |_, _| {
            opener
                .open_folder(&folder)
                .map_err(|error| NotShown::Folder { folder, error })
        }));
    }

    /// Takes over what came of opening the browser.
    pub(super) fn take_shown(&mut self) {
        let words = &self.view.words;
        match outcome(&mut self.work.showing) {
            Outcome::Running => {}
            Outcome::Done(Ok(())) => {
                self.notice = Some(words.say("preview-opened").into_owned());
            }
            Outcome::Done(Err(error)) => {
                let (key, place, error) = match error {
                    NotShown::NotRendered(error) => {
                        let message = crate::messages::render_error(words, &error);
                        return self.tell(message);
                    }
                    NotShown::NotWritten(error) => ("preview-not-written", String::new(), error),
                    NotShown::Page { path, error } => {
                        ("preview-not-opened", path.display().to_string(), error)
                    }
                    NotShown::Address { address, error } => {
                        ("preview-address-not-opened", address, error)
                    }
                    NotShown::Folder { folder, error } => {
                        ("folder-not-opened", folder.display().to_string(), error)
                    }
                };
                let values = [
                    ("place", place.into()),
                    (
                        "reason",
                        crate::messages::system_error(words, &error).into(),
                    ),
                ];
                let message = words.say_of(key, &values).into_owned();
                self.tell(message);
            }
            Outcome::Lost => self.tell_lost(),
        }
    }
}
