//! How releases are told: why one is refused, what is not as it was, and what there was.

use std::io;
use std::path::Path;

use jiff::civil::Date;

use super::{export_error, failure, of_path, of_system, problem, unread};
use crate::words::Words;
use crate::workspace::files::RegisterError;
use crate::workspace::releases::{
    Fault, FaultKind, NotCompared, PublishError, Refusal, Refused, Released, Standing,
};

/// A date in a few signs, as the interface's language writes it.
#[must_use]
pub fn short_date(words: &Words, date: Date) -> String {
    let values = [
        ("day", format!("{:02}", date.day()).into()),
        ("month", format!("{:02}", date.month()).into()),
        ("year", format!("{:04}", date.year()).into()),
    ];
    words.say_of("date-short", &values).into_owned()
}

/// The date that a person wrote: as the interface's language writes dates, or by year.
#[must_use]
pub fn read_date(written: &str) -> Option<Date> {
    let written = written.trim();
    if let Ok(date) = written.parse() {
        return Some(date);
    }
    let mut parts = written.split(['/', '.', '-']);
    let mut number = || parts.next()?.trim().parse::<i16>().ok();
    let (day, month, year) = (number()?, number()?, number()?);
    let small = |number: i16| i8::try_from(number).ok();
    // A year that is still being typed is none.
    let year = (year >= 1000).then_some(year)?;
    Date::new(year, small(month)?, small(day)?).ok()
}

/// Why a register could not be read or added to, and what to do.
#[must_use]
pub fn register_error(words: &Words, error: &RegisterError) -> String {
    let of = |key: &str, path: &Path| of_path(words, key, path);
    let system = |key: &str, path: &Path, error: &io::Error| of_system(words, key, path, error);
    match error {
        RegisterError::NotAFolder { path } => of("register-not-a-folder", path),
        RegisterError::TooLarge { path } => of("register-too-large", path),
        RegisterError::Exists { path } => of("register-exists", path),
        RegisterError::Read { path, error } => system("register-read", path, error),
        RegisterError::Write { path, error } => system("register-write", path, error),
    }
}

/// What of a register is not as it was, and what to do.
#[must_use]
pub fn fault(words: &Words, fault: &Fault) -> String {
    let (key, value) = match &fault.kind {
        FaultKind::Changed => ("fault-changed", ""),
        FaultKind::Missing => ("fault-missing", ""),
        FaultKind::Unlisted => ("fault-unlisted", ""),
        FaultKind::NotARelease(why) => ("fault-not-a-release", why.as_str()),
        FaultKind::Newer(schema) => ("fault-newer", schema.as_str()),
        FaultKind::Broken => ("fault-broken", ""),
        FaultKind::Stranger => ("fault-stranger", ""),
        FaultKind::NoList => ("fault-no-list", ""),
        FaultKind::BadList => ("fault-bad-list", ""),
    };
    let values = [
        ("file", fault.file.as_str().into()),
        ("value", value.into()),
    ];
    words.say_of(key, &values).into_owned()
}

/// Why nothing was published, and what to do.
#[must_use]
pub fn publish_error(words: &Words, error: &PublishError) -> String {
    match error {
        PublishError::Conflicts(count) => {
            let values = [("count", (*count).into())];
            words.say_of("publish-conflicts", &values).into_owned()
        }
        PublishError::UnknownPlatform(id) => {
            let values = [("id", id.as_str().into())];
            words
                .say_of("export-unknown-platform", &values)
                .into_owned()
        }
        PublishError::NoAuthor => words.say("publish-no-author").into_owned(),
        PublishError::NoReason(finding) => {
            let values = [("finding", finding.as_str().into())];
            words.say_of("publish-no-reason", &values).into_owned()
        }
        PublishError::Register(error) => register_error(words, error),
        PublishError::Export(error) => export_error(words, error),
    }
}

/// Why a charter was not published, a line for each reason.
#[must_use]
pub fn refused(words: &Words, refused: &Refused) -> Vec<String> {
    let target = refused.platform.as_str();
    let reasons = match &refused.why {
        Refusal::Findings(standing) => standing.iter().map(|it| standing_line(words, it)).collect(),
        Refusal::Faults(faults) => faults.iter().map(|it| fault(words, it)).collect(),
        Refusal::Number { wanted, last } => {
            let values = [("wanted", (*wanted).into()), ("last", (*last).into())];
            vec![words.say_of("publish-number", &values).into_owned()]
        }
        Refusal::Date { wanted, last } => {
            let values = [
                ("wanted", short_date(words, *wanted).into()),
                ("last", short_date(words, *last).into()),
            ];
            vec![words.say_of("publish-date", &values).into_owned()]
        }
        Refusal::NoLanguage => vec![words.say("publish-no-language").into_owned()],
        // These name their target themselves.
        Refusal::NotExported(failures) => {
            return failures.iter().flat_map(|it| failure(words, it)).collect();
        }
        Refusal::Register(error) => vec![register_error(words, error)],
    };
    let line = |reason: String| {
        let values = [("target", target.into()), ("reason", reason.into())];
        words.say_of("publish-refused", &values).into_owned()
    };
    reasons.into_iter().map(line).collect()
}

/// A finding that stands, and how it is waived if it can be.
fn standing_line(words: &Words, standing: &Standing) -> String {
    let values = [
        ("problem", problem(words, &standing.finding.problem).into()),
        ("finding", standing.name().into()),
    ];
    let key = if standing.can_be_waived() {
        "publish-finding"
    } else {
        "publish-finding-blocks"
    };
    words.say_of(key, &values).into_owned()
}

/// A charter that was published.
#[must_use]
pub fn released(words: &Words, released: &Released, date: Date) -> String {
    let values = [
        ("target", released.platform.as_str().into()),
        ("number", released.number.into()),
        ("date", short_date(words, date).into()),
        ("agreed", usize::from(!released.without_agreement).into()),
        ("file", released.file.as_str().into()),
    ];
    words.say_of("publish-released", &values).into_owned()
}

/// Why a page was compared with nothing, and what to do.
#[must_use]
pub fn not_compared(words: &Words, error: &NotCompared) -> String {
    match error {
        NotCompared::Unread(error) => unread(words, error),
        NotCompared::NoPage => words.say("online-no-page").into_owned(),
        NotCompared::OtherLanguage(language) => {
            let values = [("language", language.as_str().into())];
            words.say_of("online-other-language", &values).into_owned()
        }
        NotCompared::NoDocument => words.say("online-no-document").into_owned(),
    }
}
