//! Arguments → a command, or the window.

use std::process::ExitCode;

use chartrier::cli::{self, Arguments};
use chartrier::words::{Interface, Words};
use clap::Parser as _;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let words = Words::new(Interface::of_system());
    let end = match arguments.command {
        Some(command) => cli::run(command, &words),
        None => cli::End::CouldNot,
    };
    end.into()
}
