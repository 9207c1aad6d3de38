//! Arguments → a command, or the window.

use std::process::ExitCode;

use chartrier::cli::{self, Arguments, End, RendererName};
use chartrier::ui::{self, NoWindow, Opening, Renderer};
use chartrier::words::{Interface, Words};
use chartrier::workspace::typesetting;
use clap::Parser as _;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    if let Ok(program) = std::env::current_exe() {
        typesetting::use_program(program);
    }
    let words = Words::new(Interface::of_system());
    let end = match arguments.command {
        Some(command) => cli::run(command, &words),
        None => {
            let opening = Opening {
                path: arguments.collection.as_deref(),
                interface: words.interface(),
                renderer: arguments.renderer.map(|name| match name {
                    RendererName::Glow => Renderer::Glow,
                    RendererName::Wgpu => Renderer::Wgpu,
                }),
            };
            match ui::run(&opening) {
                Ok(()) => End::Done,
                Err(no_window) => {
                    cli::say(&why(&words, &no_window));
                    End::CouldNot
                }
            }
        }
    };
    end.into()
}

/// Why there is no window, and what to do without one.
fn why(words: &Words, no_window: &NoWindow) -> String {
    match no_window {
        NoWindow::NoDisplay => words.say("no-display").into_owned(),
        NoWindow::NoRenderer(error) => words
            .say_of("no-renderer", &[("error", error.as_str().into())])
            .into_owned(),
    }
}
