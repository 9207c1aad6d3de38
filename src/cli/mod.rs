//! The command line: arguments, and one file per subcommand over the workspace.
//!
//! Reports go to standard output, messages to standard error. Exit codes: 0 done; 1 done, with
//! findings or with some targets failed; 2 could not.

mod convert;
mod diff;
mod export;
mod import;
mod merge;
mod new;
mod progress;
mod publish;
mod schema;
mod typeset;

use std::io::{self, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

use crate::messages;
use crate::model::{Language, PlatformId};
use crate::render::Format;
use crate::words::Words;
use crate::workspace::releases::{Agreement, Asked};
use crate::workspace::{Starter, files::FileError};

/// Cookie charters, written once and kept for many platforms.
///
/// Without a command, the editor's window opens: on COLLECTION if it is given, else on a page to
/// start from. The commands work without a display.
#[derive(Debug, Parser)]
#[command(version, args_conflicts_with_subcommands = true)]
pub struct Arguments {
    /// The collection to open in the window: a .ron or .json file.
    pub collection: Option<PathBuf>,

    /// Draw the window with this alone; without it, each is tried in turn.
    #[arg(long, value_enum)]
    pub renderer: Option<RendererName>,

    #[command(subcommand)]
    pub command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make a new collection file.
    ///
    /// A file that exists is left alone.
    #[command(after_help = "Example: chartrier new chartes.ron")]
    New {
        /// The file to make; its extension (.ron or .json) says how it is written.
        collection: PathBuf,
        /// What it holds.
        #[arg(long, value_enum, default_value_t)]
        starter: StarterName,
    },
    /// Bring published pages in, as structured charters.
    ///
    /// A source is a page (text, HTML, MHTML, Markdown, DOCX), a cookie table (CSV, TSV), another
    /// collection, or a folder of those. What it is, is told from its content. A page that says
    /// what a model says becomes a platform that follows it; into a new collection, the most
    /// common page becomes the model. Nothing of a page is lost: what was unsure is reported.
    #[command(after_help = "Example: chartrier import pages/ --into portails.ron")]
    Import {
        /// The pages to bring in: files, and folders of them.
        #[arg(required = true, value_name = "SOURCE")]
        sources: Vec<PathBuf>,
        /// The collection (.ron or .json) that they come into; made if there is none.
        #[arg(long, value_name = "COLLECTION")]
        into: PathBuf,
        /// The platform that the page is for, by its id; without it, the page's address tells.
        #[arg(long, value_name = "ID")]
        platform: Option<PlatformId>,
        /// The language of the pages, by its tag (fr, en…); without it, their words tell.
        #[arg(long, value_name = "L")]
        language: Option<Language>,
        /// How to report what came in.
        #[arg(long, value_enum, default_value_t)]
        report: ReportForm,
    },
    /// Write finished charters into a folder.
    ///
    /// Each charter goes to DIR/PLATFORM/LANGUAGE/, with an index.html that links them all
    /// and a manifest.json that lists them with their hashes. A charter that cannot be finished
    /// (a field without a value, say) fails by itself: it is reported, the others are written,
    /// and the exit code is 1. Files that say what they said are left untouched; those of earlier
    /// exports whose platform or language is gone are listed. `SOURCE_DATE_EPOCH` dates the charters that have no date.
    #[command(
        after_help = "Example: chartrier export portails.ron --out pages --format html --format text"
    )]
    Export {
        /// The collection: a .ron or .json file.
        collection: PathBuf,
        /// The folder to write into; made if there is none.
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
        /// Only this platform, by its id. May be given several times.
        #[arg(long = "platform", value_name = "ID")]
        platforms: Vec<PlatformId>,
        /// Only this language, by its tag (fr, en…). May be given several times.
        #[arg(long = "language", value_name = "L")]
        languages: Vec<Language>,
        /// Only this format. May be given several times; without it: html, fragment, markdown, text
        /// and pdf.
        #[arg(long = "format", value_name = "F", value_parser = formats())]
        formats: Vec<Format>,
        /// Remove the files of earlier exports whose platform or language is gone; without it,
        /// they are listed. What someone has changed by hand is never removed.
        #[arg(long)]
        clean: bool,
    },
    /// Publish finished charters: export them, and add them to the register of releases.
    ///
    /// What each charter says is frozen in `NAME.publications/`, beside the collection NAME.ron: one
    /// file for each release, never written again, each with the hash of the one before it. A
    /// charter with findings is refused unless each is waived with a reason; a register that is
    /// not as it was is not added to. The date is that of `SOURCE_DATE_EPOCH`, or today.
    #[command(
        after_help = "Example: chartrier publish portails.ron --platform data-caf-fr --out pages --by 'C. Martin'"
    )]
    Publish {
        /// The collection: a .ron or .json file.
        collection: PathBuf,
        /// The platforms to publish, by their ids.
        #[arg(long = "platform", value_name = "ID", required = true, num_args = 1..)]
        platforms: Vec<PlatformId>,
        /// The folder to export into; made if there is none.
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
        /// Who publishes.
        #[arg(long, value_name = "NAME")]
        by: String,
        /// The number of the release; without it, the next.
        #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
        number: Option<u32>,
        /// From when on it is in force (2026-10-12).
        #[arg(long, value_name = "DATE")]
        date: Option<Date>,
        /// A word about it.
        #[arg(long, value_name = "TEXT", default_value = "")]
        note: String,
        /// Who agreed to it, as data protection officer.
        #[arg(long, value_name = "NAME")]
        agreed_by: Option<String>,
        /// When they agreed.
        #[arg(long, value_name = "DATE", requires = "agreed_by")]
        agreed_on: Option<Date>,
        /// A finding, or a kind of them, to publish in spite of. May be given several times.
        #[arg(long = "waive", value_name = "FINDING=REASON")]
        waivers: Vec<publish::WaiverArgument>,
        /// Only this language, by its tag (fr, en…). May be given several times.
        #[arg(long = "language", value_name = "L")]
        languages: Vec<Language>,
        /// Only this format. May be given several times; without it, the usual ones.
        #[arg(long = "format", value_name = "F", value_parser = formats())]
        formats: Vec<Format>,
    },
    /// Write a collection the other way: from RON to JSON, or back.
    ///
    /// A .ron or .json file that DEST names is replaced.
    #[command(after_help = "Example: chartrier convert portails.ron portails.json")]
    Convert {
        /// The collection to read.
        source: PathBuf,
        /// The file to write.
        dest: PathBuf,
    },
    /// Tell what two versions of a collection say otherwise.
    ///
    /// Models are compared, and the platforms that changed themselves; those that only show what
    /// changed in their models are counted. Of one version alone, what it says is told as text,
    /// for version control to compare: in Git, set diff.chartrier.textconv to "chartrier diff", and
    /// give collection files the attribute diff=chartrier.
    #[command(after_help = "Example: chartrier diff before.ron after.ron --platform data-caf-fr")]
    Diff {
        /// The version before; an empty file, if there is none.
        a: PathBuf,
        /// The version after; without it, all of the first is told.
        b: Option<PathBuf>,
        /// Only this platform, by its id, with what it inherits. May be given several times.
        #[arg(long = "platform", value_name = "ID")]
        platforms: Vec<PlatformId>,
    },
    /// Merge two versions of a collection that come from a common one; OURS takes the result.
    ///
    /// What the two changed in different places comes together. Where both changed the same thing,
    /// ours stays, and theirs is kept beside it in the file until someone decides in the window;
    /// the exit code is 1 then, as it is where one side took away what the other uses. For Git: set
    /// merge.chartrier.driver to "chartrier merge %O %A %B %P", and give collection files the
    /// attribute merge=chartrier.
    #[command(after_help = "Example: chartrier merge base.ron mine.ron theirs.ron")]
    Merge {
        /// The version that both come from; an empty file, if there is none.
        base: PathBuf,
        /// Our version, which the result replaces.
        ours: PathBuf,
        /// The other version.
        theirs: PathBuf,
        /// What the file is called in messages, where OURS is a copy that version control made.
        name: Option<PathBuf>,
    },
    /// Print the JSON Schema of collection files, or of what else is written as JSON.
    Schema {
        /// Of what.
        #[arg(value_enum, default_value_t)]
        of: SchemaName,
    },
    /// Lay pages out for another process of this program.
    #[command(name = crate::workspace::typesetting::SUBCOMMAND, hide = true)]
    Typeset,
}

/// What has a JSON Schema.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum SchemaName {
    /// The file of a collection.
    #[default]
    Collection,
    /// A charter exported as JSON.
    Charter,
    /// A release, as its register holds it.
    Release,
}

/// How a report is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum ReportForm {
    /// For people, in their language.
    #[default]
    Text,
    /// For programs.
    Json,
}

/// A starter, as the command line names it.
#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub enum StarterName {
    /// A model charter for Opendatasoft portals, in French and English.
    #[default]
    Opendatasoft,
    /// Nothing.
    Empty,
}

impl From<StarterName> for Starter {
    fn from(name: StarterName) -> Self {
        match name {
            StarterName::Opendatasoft => Self::Opendatasoft,
            StarterName::Empty => Self::Empty,
        }
    }
}

/// What draws the window, as the command line names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum RendererName {
    /// OpenGL.
    Glow,
    /// Vulkan, Metal or Direct3D.
    Wgpu,
}

/// Formats by their names, all of which help lists.
fn formats() -> impl TypedValueParser<Value = Format> {
    let names = Format::ALL.map(Format::name);
    PossibleValuesParser::new(names).try_map(|name| name.parse::<Format>())
}

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    Done,
    /// Done, with findings or with some targets failed.
    WithFailures,
    /// Could not.
    CouldNot,
}

impl From<End> for ExitCode {
    fn from(end: End) -> Self {
        Self::from(match end {
            End::Done => 0,
            End::WithFailures => 1,
            End::CouldNot => 2,
        })
    }
}

/// Runs a command.
#[must_use]
pub fn run(command: Command, words: &Words) -> End {
    let ended = match command {
        Command::New {
            collection,
            starter,
        } => new::run(words, &collection, starter.into()),
        Command::Import {
            sources,
            into,
            platform,
            language,
            report,
        } => {
            let request = crate::workspace::import::Request { platform, language };
            import::run(words, &sources, &into, &request, report)
        }
        Command::Export {
            collection,
            out,
            platforms,
            languages,
            formats,
            clean,
        } => {
            let leftovers = if clean {
                export::Leftovers::Remove
            } else {
                export::Leftovers::List
            };
            let request = crate::workspace::export::Request {
                platforms,
                languages,
                formats,
                date: crate::workspace::files::source_date(),
                beside: Some(collection.clone()),
            };
            export::run(words, &collection, &out, &request, leftovers)
        }
        Command::Convert { source, dest } => convert::run(words, &source, &dest),
        Command::Diff { a, b, platforms } => diff::run(words, &a, b.as_deref(), &platforms),
        Command::Merge {
            base,
            ours,
            theirs,
            name,
        } => merge::run(words, &base, &ours, &theirs, name.as_deref()),
        Command::Publish {
            collection,
            platforms,
            out,
            by,
            number,
            date,
            note,
            agreed_by,
            agreed_on,
            waivers,
            languages,
            formats,
        } => {
            let date = date
                .or_else(crate::workspace::files::source_date)
                .unwrap_or_else(crate::workspace::files::today);
            let asked = Asked {
                platforms,
                languages,
                formats,
                number,
                date,
                by,
                note,
                agreement: agreed_by.map(|by| Agreement { by, on: agreed_on }),
                waivers: waivers.into_iter().map(|it| it.0).collect(),
            };
            publish::run(words, &collection, &out, &asked)
        }
        Command::Schema { of } => schema::run(words, of),
        Command::Typeset => return typeset::run(),
    };
    match ended {
        Ok(end) => end,
        Err(message) => {
            say(&message);
            End::CouldNot
        }
    }
}

/// Tells something on standard error.
pub fn say(message: &str) {
    // Where nobody listens there is nobody to tell.
    let _ = writeln!(io::stderr().lock(), "chartrier: {message}");
}

/// Writes a line of a report to standard output.
fn report(words: &Words, line: &str) -> Result<(), String> {
    let mut out = io::stdout().lock();
    match writeln!(out, "{line}").and_then(|()| out.flush()) {
        // A reader that stops reading, as `head` does, has what it wanted.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            let values = [("error", error.to_string().into())];
            Err(words.say_of("report-failed", &values).into_owned())
        }
        _ => Ok(()),
    }
}

fn told(words: &Words) -> impl Fn(FileError) -> String + '_ {
    |error| messages::file_error(words, &error)
}
