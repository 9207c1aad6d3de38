//! `chartrier publish`: finished charters, exported, frozen and added to the register.

use std::path::Path;
use std::str::FromStr;

use super::{End, progress, report, told};
use crate::messages;
use crate::words::Words;
use crate::workspace::files;
use crate::workspace::releases::{Asked, Origin, Waiver, publish};

/// A waiver as the command line writes it: `FINDING=REASON`.
#[derive(Debug, Clone)]
pub struct WaiverArgument(pub Waiver);

impl FromStr for WaiverArgument {
    type Err = String;

    fn from_str(written: &str) -> Result<Self, String> {
        let (finding, reason) = written
            .split_once('=')
            .ok_or("a waiver is written FINDING=REASON")?;
        Ok(Self(Waiver {
            finding: finding.trim().to_owned(),
            reason: reason.trim().to_owned(),
        }))
    }
}

pub fn run(words: &Words, path: &Path, out: &Path, asked: &Asked) -> Result<End, String> {
    let session = files::open(path).map_err(told(words))?;
    let fingerprint = session
        .source()
        .expect("what was opened has a source")
        .fingerprint;
    let origin = Origin {
        collection: session.collection().clone(),
        path: path.to_owned(),
        fingerprint,
    };
    let published = progress::shown(words, "export-progress", |cancel, progress| {
        publish(&origin, asked, out, cancel, progress)
    });
    let published = published.map_err(|error| messages::publish_error(words, &error))?;
    for released in &published.released {
        report(words, &messages::released(words, released, asked.date))?;
    }
    for refused in &published.refused {
        for line in messages::refused(words, refused) {
            report(words, &line)?;
        }
    }
    let register = files::register_folder(path);
    let values = [
        ("released", published.released.len().into()),
        ("refused", published.refused.len().into()),
        ("path", register.display().to_string().into()),
    ];
    report(words, &words.say_of("publish-done", &values))?;
    Ok(if published.refused.is_empty() {
        End::Done
    } else {
        End::WithFailures
    })
}
