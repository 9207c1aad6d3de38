//! Publishing, and what the window shows of the register: read and checked away from the
//! interface, when the collection, the register or what is looked at is another.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::Context;

use super::Window;
use super::filing::outcome;
use crate::document::Document;
use crate::messages;
use crate::model::{Owner, PlatformId};
use crate::render::{Design, Format, render};
use crate::ui::bottom::Tab;
use crate::ui::dialogs::{Dialog, Next, PathForm, PublishForm};
use crate::ui::opener::NotShown;
use crate::ui::picker::Purpose;
use crate::ui::releases::{Releases, Verified, Wanted};
use crate::ui::work::{Chained, CheckedPage, Publishing};
use crate::workspace::files::{self, sources};
use crate::workspace::import::Unread;
use crate::workspace::releases::{
    Chain, NotCompared, Origin, PublishError, Published, Register, compare_page, publish,
};
use crate::workspace::{Fingerprint, Outcome};

/// What the register was read for: the collection's file as it was then, and how often something
/// was published from this window.
pub type Epoch = (PathBuf, Fingerprint, u64);

/// What was read of the register last, and for what.
#[derive(Debug, Default)]
pub struct ReadOfRegister {
    glances: Option<Epoch>,
    verified: Option<Epoch>,
    chain: Option<(PlatformId, Epoch)>,
}

/// Why a page was compared with nothing.
#[derive(Debug)]
pub enum NotChecked {
    Page(NotCompared),
    /// The platform was never published, or its last release cannot be read.
    NoRelease,
}

impl Window {
    /// The platform that is looked at, if it is one.
    fn platform_looked_at(&self) -> Option<PlatformId> {
        match &self.view.owner {
            Some(Owner::Platform(id)) => Some(id.clone()),
            _ => None,
        }
    }

    fn epoch(&self) -> Option<Epoch> {
        let source = self.view.session.source()?;
        Some((source.path.clone(), source.fingerprint, self.published))
    }

    /// Forgets what was read of the register of another collection.
    pub(super) fn forget_releases(&mut self) {
        self.view.releases = Releases::default();
        self.read = ReadOfRegister::default();
    }

    /// Starts to read what is shown of the register, where that is another than what was read.
    pub(super) fn look_at_releases(&mut self) {
        let Some(epoch) = self.epoch() else {
            return;
        };
        let folder = files::register_folder(&epoch.0);
        let is_free = self.work.glancing.is_none();
        if is_free && self.read.glances.as_ref() != Some(&epoch) && self.work.saving.is_none() {
            let is_same_file = matches!(&self.read.glances, Some((path, ..)) if *path == epoch.0);
            if !is_same_file {
                self.view.releases = Releases::default();
            }
            self.read.glances = Some(epoch.clone());
            let collection = self.view.session.collection().clone();
            let glances = Arc::clone(&self.view.releases.glances);
            let folder = folder.clone();
            self.work.glancing = Some(self.jobs.start(move |cancel, progress| {
                let register = Register::open(&folder).ok()?;
                glances.again(&collection, &register, cancel, progress)
            }));
        }
        let panels = &self.view.settings.panels;
        if !panels.bottom || self.bottom.tab != Tab::Releases {
            return;
        }
        if self.work.verifying.is_none() && self.read.verified.as_ref() != Some(&epoch) {
            self.read.verified = Some(epoch.clone());
            let folder = folder.clone();
            self.work.verifying = Some(self.jobs.start(move |cancel, progress| {
                let register = Register::open(&folder)?;
                Ok((register.count(), register.verify(cancel, progress)?))
            }));
        }
        let Some(platform) = self.platform_looked_at() else {
            return;
        };
        let wanted = (platform.clone(), epoch);
        if self.work.chaining.is_none() && self.read.chain.as_ref() != Some(&wanted) {
            self.read.chain = Some(wanted);
            let of = platform.clone();
            let job = self
                .jobs
                .start(move |_, _| Register::open(&folder)?.chain(&platform));
            self.work.chaining = Some(Chained { job, of });
        }
    }

    /// Takes over what was read of the register, and what was published.
    pub(super) fn take_releases(&mut self, ctx: &Context) {
        if let Outcome::Done(Some(glances)) = outcome(&mut self.work.glancing) {
            self.view.releases.glances = Arc::new(glances);
        }
        match outcome(&mut self.work.verifying) {
            Outcome::Running | Outcome::Lost => {}
            Outcome::Done(Ok((count, faults))) => {
                self.view.releases.verified = if faults.is_empty() {
                    Verified::Whole { count }
                } else {
                    Verified::Faults(faults)
                };
            }
            Outcome::Done(Err(error)) => {
                let why = messages::register_error(&self.view.words, &error);
                self.view.releases.verified = Verified::Unreadable(why);
            }
        }
        if let Some(chained) = self.work.chaining.take() {
            match chained.job.outcome() {
                Outcome::Running => self.work.chaining = Some(chained),
                Outcome::Lost => {}
                Outcome::Done(chain) => {
                    let words = &self.view.words;
                    let chain = chain.map(Arc::new);
                    let chain = chain.map_err(|error| messages::register_error(words, &error));
                    self.view.releases.known = Some((chained.of, chain));
                }
            }
        }
        if let Some(publishing) = self.work.publishing.take() {
            match publishing.job.outcome() {
                Outcome::Running => self.work.publishing = Some(publishing),
                Outcome::Done(published) => self.tell_published(&published, &publishing),
                Outcome::Lost => self.tell_lost(),
            }
        }
        match outcome(&mut self.work.checking) {
            Outcome::Running => {}
            Outcome::Lost => self.tell_lost(),
            Outcome::Done(checked) => self.tell_checked(checked),
        }
        self.take_compared();
        self.take_history(ctx);
    }

    /// Asks what to publish: of the collection as its file has it, so it is saved first.
    pub(super) fn ask_publish(&mut self) {
        if self.work.publishing.is_none()
            && (self.view.session.is_modified() || self.view.session.path().is_none())
        {
            return self.save(Some(Next::Publish));
        }
        let session = &self.view.session;
        let settings = &self.view.settings;
        let mut form = PublishForm::new(
            &self.export_folder(),
            (&settings.export, &settings.publish),
            (session.collection(), session.path()),
            (&self.view.words, files::today()),
            self.platform_looked_at().as_ref(),
        );
        form.running = self.work.publishing.is_some();
        self.dialog = Some(Dialog::Publish(Box::new(form)));
    }

    pub(super) fn start_publishing(&mut self, mut form: Box<PublishForm>) {
        let this = self.platform_looked_at();
        let session = &self.view.session;
        let asked = form.asked(this.as_ref(), session.collection());
        let (Some(asked), Some(source)) = (asked, session.source()) else {
            self.dialog = Some(Dialog::Publish(form));
            return;
        };
        let origin = Origin {
            collection: session.collection().clone(),
            path: source.path.clone(),
            fingerprint: source.fingerprint,
        };
        let (date, folder) = (asked.date, form.path());
        self.view.settings.publish = form.choice();
        form.running = true;
        let job = self
            .jobs
            .start(move |cancel, progress| publish(&origin, &asked, &folder, cancel, progress));
        self.work.publishing = Some(Publishing { job, date });
        self.dialog = Some(Dialog::Publish(form));
    }

    fn tell_published(
        &mut self,
        published: &Result<Published, PublishError>,
        publishing: &Publishing,
    ) {
        self.published += 1;
        let words = &self.view.words;
        let collection = self.view.session.collection();
        let mut lines = Vec::new();
        let mut refused = &[][..];
        match published {
            Err(error) => lines.push(messages::publish_error(words, error)),
            Ok(published) => {
                refused = &published.refused;
                if published.cancelled {
                    lines.push(words.say("publish-stopped").into_owned());
                }
                let values = [
                    ("released", published.released.len().into()),
                    ("refused", refused.len().into()),
                ];
                lines.push(words.say_of("publish-summary", &values).into_owned());
                let released = published.released.iter();
                lines.extend(released.map(|it| messages::released(words, it, publishing.date)));
                lines.extend(refused.iter().flat_map(|it| messages::refused(words, it)));
            }
        }
        match &mut self.dialog {
            Some(Dialog::Publish(form)) => {
                form.running = false;
                let nothing_released = matches!(published, Ok(it) if it.released.is_empty());
                let asks = form.ask_reasons(words, collection, refused) && nothing_released;
                form.report = (!asks).then_some(lines);
            }
            _ => self.tell(lines.join("\n")),
        }
    }

    /// The releases of the platform that is looked at, as they were last read.
    fn chain_looked_at(&self) -> Option<Arc<Chain>> {
        let platform = self.platform_looked_at()?;
        match &self.view.releases.known {
            Some((of, Ok(chain))) if *of == platform => Some(Arc::clone(chain)),
            _ => None,
        }
    }

    /// Does what the panel asks for.
    pub(super) fn release(&mut self, wanted: Wanted) {
        let Some(chain) = self.chain_looked_at() else {
            return;
        };
        let kept = |number: u32| chain.releases.iter().find(|it| it.release.number == number);
        let language = &self.view.language;
        match wanted {
            Wanted::Open(number) => {
                let release = kept(number).map(|it| &it.release);
                let language = release.and_then(|it| {
                    let spoken = it.charter(language).map(|it| &it.language);
                    spoken.or_else(|| it.languages().next())
                });
                let document = release.zip(language).and_then(|(it, of)| it.document(of));
                if let Some(document) = document {
                    let name = format!("{}-{number}.html", document.owner);
                    self.show_page(Arc::new(document), name);
                }
            }
            Wanted::Compare(from, None) => self.show_since(kept(from).map(|it| &it.release)),
            Wanted::Compare(from, Some(to)) => {
                let (from, to) = (kept(from), kept(to));
                if let Some((from, to)) = from.zip(to) {
                    self.show_between(&from.release, &to.release);
                }
            }
            Wanted::History => {
                let platform = self.platform_looked_at();
                let path = self.view.session.path();
                if let (Some(platform), Some(path)) = (platform, path) {
                    let name = self.view.words.say("releases-history-file");
                    let path = path.with_file_name(format!("{name}-{platform}.html"));
                    let purpose = Purpose::History;
                    self.dialog = Some(Dialog::Path(PathForm::new(
                        purpose,
                        path.display().to_string(),
                    )));
                    self.pick(purpose, Some(path));
                }
            }
        }
    }

    /// Shows a document as a page in the browser.
    pub(super) fn show_page(&mut self, document: Arc<Document>, name: String) {
        let (opener, passing) = (Arc::clone(&self.opener), self.passing.clone());
        self.work.showing = Some(self.jobs.start(move |_, _| {
            let page = render(&document, Format::Html, &Design::default())
                .map_err(NotShown::NotRendered)?;
            let path = passing.write(&name, &page).map_err(NotShown::NotWritten)?;
            opener
                .open(&path)
                .map_err(|error| NotShown::Page { path, error })
        }));
    }

    /// Writes the history of the platform that is looked at into a file: pages, where its name
    /// ends as those do, else a page.
    pub(super) fn write_history(&mut self, path: PathBuf) {
        let document = self
            .chain_looked_at()
            .and_then(|chain| messages::history(&self.view.words, &chain));
        let Some(document) = document else {
            return;
        };
        let is_pdf = path
            .extension()
            .is_some_and(|it| it.eq_ignore_ascii_case("pdf"));
        let format = if is_pdf { Format::Pdf } else { Format::Html };
        self.work.telling = Some(self.jobs.start(move |_, _| {
            let made = render(&document, format, &Design::default());
            let written = made.map(|bytes| files::write_whole(&path, &bytes));
            (path, written)
        }));
    }

    fn take_history(&mut self, ctx: &Context) {
        let (path, written) = match outcome(&mut self.work.telling) {
            Outcome::Running => return,
            Outcome::Lost => return self.tell_lost(),
            Outcome::Done(done) => done,
        };
        let words = &self.view.words;
        let place = path.display().to_string();
        match written {
            Err(error) => {
                let message = messages::render_error(words, &error);
                self.tell(message);
            }
            Ok(Err(error)) => {
                let values = [
                    ("path", place.into()),
                    ("error", messages::system_error(words, &error).into()),
                ];
                let message = words.say_of("export-write", &values).into_owned();
                self.tell(message);
            }
            Ok(Ok(())) => {
                let values = [("path", place.into())];
                self.notice = Some(words.say_of("made-collection", &values).into_owned());
            }
        }
        ctx.request_repaint();
    }

    /// Compares a saved copy of the live page with the last release of the platform that is
    /// looked at.
    pub(super) fn check_online(&mut self, page: PathBuf) {
        let (Some(platform), Some(path)) = (self.platform_looked_at(), self.view.session.path())
        else {
            return;
        };
        let folder = files::register_folder(path);
        self.work.checking = Some(self.jobs.start(move |_, _| {
            let register = Register::open(&folder).ok();
            let release = register.and_then(|register| {
                let last = register.last(&platform)?;
                register.release(&platform, last)
            });
            let release = release.ok_or(NotChecked::NoRelease)?;
            let unread = |error| NotChecked::Page(NotCompared::Unread(Unread::File(error)));
            let bytes = sources::source_bytes(&page).map_err(unread)?;
            let name = page.file_name().unwrap_or_default().to_string_lossy();
            let found = compare_page(&bytes, &name, &release).map_err(NotChecked::Page)?;
            let document = release.document(&found.language);
            let document = document.ok_or(NotChecked::NoRelease)?;
            Ok((found, release.number, document))
        }));
    }

    fn tell_checked(&mut self, checked: CheckedPage) {
        let words = &self.view.words;
        match checked {
            Ok((found, number, document)) => {
                let key = if found.comparison.is_empty() {
                    "online-same"
                } else {
                    "online-differs"
                };
                let title = words.say_of(key, &[("number", number.into())]).into_owned();
                self.show_comparison(&document, title, &found.comparison);
            }
            Err(NotChecked::NoRelease) => {
                let message = words.say("online-no-release").into_owned();
                self.tell(message);
            }
            Err(NotChecked::Page(error)) => {
                let message = messages::not_compared(words, &error);
                self.tell(message);
            }
        }
    }

    /// Where the release that is looked at stands, for a command that needs one.
    pub(super) fn is_published(&self) -> bool {
        let platform = self.platform_looked_at();
        platform.is_some_and(|it| self.view.releases.glances.of(&it).is_some())
            && self
                .view
                .session
                .path()
                .is_some_and(|it| it != Path::new(""))
    }
}
