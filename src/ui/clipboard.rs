//! The HTML of the clipboard, of which egui gives and takes only the plain text; behind a trait so
//! that tests say what is on it, and see what is put there.

use std::fmt::{self, Debug};
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::time::Duration;

/// What was copied elsewhere, and what is copied here.
pub trait Clipboard: Debug + Send + Sync {
    /// What is on it as HTML, if it is. Answers soon.
    fn html(&self) -> Option<String>;

    /// What is on it as plain text, if it is. Answers soon.
    fn text(&self) -> Option<String> {
        None
    }

    /// Puts HTML on it, with the text for programs that take none. Answers soon.
    fn set_html(&self, _html: &str, _text: &str) -> Taken {
        Taken::No
    }
}

/// Whether a clipboard took what it was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    Yes,
    No,
}

/// The system's clipboard.
#[derive(Default)]
pub struct SystemClipboard {
    /// What offers what was copied here to other programs, as long as it is kept.
    offering: Arc<Mutex<Option<arboard::Clipboard>>>,
}

impl Debug for SystemClipboard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SystemClipboard").finish_non_exhaustive()
    }
}

impl Clipboard for SystemClipboard {
    /// The program that something was copied in hands it over when it is asked, and may hang. So
    /// it is asked on a thread of its own, which is waited for no longer than a person notices;
    /// after that the plain text is pasted.
    fn html(&self) -> Option<String> {
        answered(|| arboard::Clipboard::new()?.get().html())
    }

    fn text(&self) -> Option<String> {
        answered(|| arboard::Clipboard::new()?.get_text())
    }

    fn set_html(&self, html: &str, text: &str) -> Taken {
        let (html, text) = (html.to_owned(), text.to_owned());
        let offering = Arc::clone(&self.offering);
        let taken = answered(move || {
            let mut clipboard = arboard::Clipboard::new()?;
            clipboard.set_html(html, Some(text))?;
            let mut offering = offering.lock().unwrap_or_else(PoisonError::into_inner);
            *offering = Some(clipboard);
            Ok(())
        });
        if taken.is_some() {
            Taken::Yes
        } else {
            Taken::No
        }
    }
}

/// What comes of asking the clipboard, if it answers in time.
fn answered<T: Send + 'static>(
    ask: impl FnOnce() -> Result<T, arboard::Error> + Send + 'static,
) -> Option<T> {
    const LONGEST: Duration = Duration::from_millis(400);
    let (sender, receiver) = mpsc::channel();
    let ask = move || {
        // Nobody waits any more, at worst.
        let _ = sender.send(ask().ok());
    };
    let thread = std::thread::Builder::new().name("clipboard".to_owned());
    thread.spawn(ask).ok()?;
    receiver.recv_timeout(LONGEST).ok().flatten()
}
