//! A process that lays pages out, seen from both sides.

use std::io::{self, BufReader, BufWriter};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use super::SUBCOMMAND;
use super::wire::{Ask, Told, receive, send};
use crate::render::RenderError;
use crate::render::pdf::Pages;

/// The most memory that a worker may ask the system for, most of which it never touches.
#[cfg(unix)]
const MOST_MEMORY: u64 = 2 << 30;

/// A worker process. It ends with this.
#[derive(Debug)]
pub struct Worker {
    child: Child,
    input: BufWriter<ChildStdin>,
    answers: Receiver<(Told, Vec<u8>)>,
}

/// Why a worker did not answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// It took too long, and was stopped.
    Late(Duration),
    /// It ended by itself: most likely the memory did not suffice.
    Ended,
}

impl Stop {
    pub fn of(self, name: String) -> RenderError {
        match self {
            Self::Late(after) => RenderError::TimedOut {
                name,
                seconds: after.as_secs(),
            },
            Self::Ended => RenderError::Stopped { name },
        }
    }
}

impl Worker {
    pub fn start(program: &Path) -> io::Result<Self> {
        let mut command = Command::new(program);
        command
            .arg(SUBCOMMAND)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        without_window(&mut command);
        let mut child = command.spawn()?;
        let input = child.stdin.take().ok_or(io::ErrorKind::BrokenPipe)?;
        let output = child.stdout.take().ok_or(io::ErrorKind::BrokenPipe)?;
        let (sender, answers) = channel();
        // It ends when the worker does.
        thread::spawn(move || {
            let mut output = BufReader::new(output);
            while let Ok(Some(answer)) = receive(&mut output) {
                if sender.send(answer).is_err() {
                    break;
                }
            }
        });
        Ok(Self {
            child,
            input: BufWriter::new(input),
            answers,
        })
    }

    pub fn ask(
        &mut self,
        ask: &Ask,
        bytes: &[u8],
        within: Duration,
    ) -> Result<(Told, Vec<u8>), Stop> {
        send(&mut self.input, ask, bytes).map_err(|_| Stop::Ended)?;
        self.answers.recv_timeout(within).map_err(|missed| {
            // Whether it still runs is seen where it is dropped.
            match missed {
                RecvTimeoutError::Timeout => Stop::Late(within),
                RecvTimeoutError::Disconnected => Stop::Ended,
            }
        })
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Keeps the system from opening a console for a program that has none.
#[cfg(windows)]
fn without_window(command: &mut Command) {
    use std::os::windows::process::CommandExt as _;
    const CREATE_NO_WINDOW: u32 = 0x0800_0000;
    command.creation_flags(CREATE_NO_WINDOW);
}

#[cfg(not(windows))]
fn without_window(_: &mut Command) {}

/// Answers what is asked on standard input, until it ends.
pub fn serve() -> io::Result<()> {
    bound_memory();
    let mut input = BufReader::new(io::stdin().lock());
    let mut output = BufWriter::new(io::stdout().lock());
    let mut pages: Option<Pages> = None;
    while let Some((ask, bytes)) = receive::<Ask>(&mut input)? {
        let (told, bytes) = answer(ask, bytes, &mut pages);
        send(&mut output, &told, &bytes)?;
    }
    Ok(())
}

fn answer(ask: Ask, bytes: Vec<u8>, pages: &mut Option<Pages>) -> (Told, Vec<u8>) {
    match ask {
        Ask::LayOut(sheet) => {
            *pages = None;
            match sheet.with_logo_bytes(bytes).lay_out() {
                Ok(laid) => {
                    let sizes = laid.sizes();
                    let spots = (0..sizes.len()).map(|page| laid.spots(page)).collect();
                    *pages = Some(laid);
                    (Told::Pages { sizes, spots }, Vec::new())
                }
                Err(fault) => (Told::Fault(fault), Vec::new()),
            }
        }
        Ask::Pdf => match pages.as_ref().map(Pages::pdf) {
            Some(Ok(pdf)) => (Told::Pdf, pdf),
            Some(Err(fault)) => (Told::Fault(fault), Vec::new()),
            None => (Told::Nothing, Vec::new()),
        },
        Ask::Raster { page, scale } => {
            match pages.as_ref().and_then(|pages| pages.raster(page, scale)) {
                Some(raster) => {
                    let told = Told::Raster {
                        width: raster.width,
                        height: raster.height,
                    };
                    (told, raster.pixels)
                }
                None => (Told::Nothing, Vec::new()),
            }
        }
    }
}

/// Has the system refuse this process more memory than pages are worth.
#[cfg(unix)]
fn bound_memory() {
    // Where the system cannot, the time is the only bound.
    let _ = rlimit::setrlimit(rlimit::Resource::AS, MOST_MEMORY, MOST_MEMORY);
}

#[cfg(not(unix))]
fn bound_memory() {}
