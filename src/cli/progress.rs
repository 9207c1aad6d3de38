//! Work on a terminal: a line that says how far it is.

use std::io::{IsTerminal as _, Write as _};
use std::thread;
use std::time::Duration;

use crate::words::Words;
use crate::workspace::{Cancel, Progress};

/// How often the line is made anew.
const TICK: Duration = Duration::from_millis(100);

/// Does work and, on a terminal, shows how far it is in the words of `key`.
pub fn shown<T: Send>(
    words: &Words,
    key: &str,
    work: impl FnOnce(&Cancel, &Progress) -> T + Send,
) -> T {
    let (cancel, progress) = (Cancel::default(), Progress::default());
    if !std::io::stderr().is_terminal() {
        return work(&cancel, &progress);
    }
    thread::scope(|scope| {
        let working = scope.spawn(|| work(&cancel, &progress));
        while !working.is_finished() {
            let (done, of) = progress.get();
            if of > 1 {
                let values = [("done", done.into()), ("of", of.into())];
                let line = words.say_of(key, &values).into_owned();
                // Nobody may be looking.
                let _ = write!(std::io::stderr(), "\r{line}\x1b[K");
            }
            thread::sleep(TICK);
        }
        let _ = write!(std::io::stderr(), "\r\x1b[K");
        match working.join() {
            Ok(done) => done,
            Err(panic) => std::panic::resume_unwind(panic),
        }
    })
}
