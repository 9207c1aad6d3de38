//! The HTML of the clipboard, of which egui gives only the plain text; behind a trait so that
//! tests say what is on it.

use std::fmt::Debug;
use std::sync::mpsc;
use std::time::Duration;

/// What was copied elsewhere.
pub trait Clipboard: Debug + Send + Sync {
    /// What is on it as HTML, if it is. Answers soon.
    fn html(&self) -> Option<String>;

    /// What is on it as plain text, if it is. Answers soon.
    fn text(&self) -> Option<String> {
        None
    }
}

/// The system's clipboard.
#[derive(Debug)]
pub struct SystemClipboard;

impl Clipboard for SystemClipboard {
    /// The program that something was copied in hands it over when it is asked, and may hang. So
    /// it is asked on a thread of its own, which is waited for no longer than a person notices;
    /// after that the plain text is pasted.
    fn html(&self) -> Option<String> {
        asked(|mut clipboard| clipboard.get().html())
    }

    fn text(&self) -> Option<String> {
        asked(|mut clipboard| clipboard.get_text())
    }
}

fn asked(
    ask: impl FnOnce(arboard::Clipboard) -> Result<String, arboard::Error> + Send + 'static,
) -> Option<String> {
    const LONGEST: Duration = Duration::from_millis(400);
    let (sender, receiver) = mpsc::channel();
    let ask = move || {
        let said = arboard::Clipboard::new().and_then(ask);
        // Nobody waits any more, at worst.
        let _ = sender.send(said.ok());
    };
    let thread = std::thread::Builder::new().name("clipboard".to_owned());
    thread.spawn(ask).ok()?;
    receiver.recv_timeout(LONGEST).ok().flatten()
}
