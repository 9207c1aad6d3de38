//! A page to bring in, and how files are dropped on a window.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::DroppedFile;
use egui_kittest::kittest::Queryable as _;

use crate::desk::Desk;

/// A charter as a portal publishes it.
pub const PAGE: &str = "<!DOCTYPE html><html lang=fr><title>Charte</title>
<link rel=canonical href=https://data.exemple.fr/pages/cookies><main>
<h1>Charte cookies</h1>
<p>Le portail https://data.exemple.fr pose des cookies, que cette charte énumère.</p>
<h2>Qu’est-ce qu’un cookie ?</h2>
<p>Un cookie est un petit fichier que le navigateur garde pour un site.</p>
<h2>Cookies nécessaires</h2>
<table><tr><th>Nom du cookie</th><th>Finalité</th><th>Conservation</th></tr>
<tr><td>sessionid</td><td>Garder la connexion ouverte</td><td>14 jours</td></tr>
<tr><td>csrftoken</td><td>Protéger les formulaires</td><td>1 an</td></tr></table>
<p>Suivez-nous sur les réseaux.</p>
</main></html>";

/// A document of the examples that was reviewed in `LibreOffice`.
pub fn reviewed() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/review/tracked-libreoffice.docx")
}

/// A file or a folder that is dropped.
#[derive(Debug)]
pub struct Dropped(pub PathBuf);

impl DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        fs::read(&self.0).map_err(|error| error.to_string())
    }
}

impl Desk {
    /// Drops files on the window, and waits until they are read and compared.
    pub fn drop_files(&mut self, paths: &[PathBuf]) -> &mut Self {
        let dropped = paths
            .iter()
            .map(|path| Arc::new(Dropped(path.clone())) as _);
        self.harness.input_mut().dropped_files = dropped.collect();
        self.harness.step();
        self.wait_for_import()
    }

    pub fn wait_for_import(&mut self) -> &mut Self {
        let one = ["import-do", "review-none", "close"].map(|key| self.say(key));
        let several = (1..=12).map(|count: usize| {
            let count = [("count", count.into())];
            self.words.say_of("import-several", &count).into_owned()
        });
        let done: Vec<String> = one.into_iter().chain(several).collect();
        self.wait_until("read", |desk| {
            done.iter()
                .any(|it| desk.harness.query_all_by_label(it).next().is_some())
        });
        let matching = self.say("import-matching");
        self.wait_until("compared", |desk| !desk.shows(&matching));
        self.settle()
    }
}
