//! The register: which releases there are, and whether they are as they were written.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};

use super::record::{NotARelease, Release};
use crate::model::PlatformId;
use crate::workspace::files::{
    LIST, RegisterError, add_to_register, register_bytes, register_names, sha256, write_list,
};
use crate::workspace::jobs::{Cancel, Progress};

/// A register as its names and its list tell it; releases are read when they are asked for.
#[derive(Debug, Clone)]
pub struct Register {
    folder: PathBuf,
    /// The numbers of each platform's releases, those that only the list knows included.
    numbers: BTreeMap<PlatformId, BTreeSet<u32>>,
    /// The files that are there.
    there: BTreeSet<String>,
    /// The hashes of the files, as the list has them.
    listed: BTreeMap<String, String>,
    /// What the names and the list tell already.
    faults: Vec<Fault>,
}

/// The releases of a platform, in their order, and what is not as it was.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Chain {
    pub releases: Vec<Kept>,
    pub faults: Vec<Fault>,
}

/// A release as its file holds it.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept {
    pub file: String,
    /// Of the file as it is.
    pub sha256: String,
    pub release: Release,
}

/// Something of a register that is not as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The name of the file that it is about.
    pub file: String,
    pub kind: FaultKind,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FaultKind {
    /// Its bytes are not those that were written.
    Changed,
    /// It was written, and is not there.
    Missing,
    /// It is there, and the list does not know it: whoever published it was interrupted, or
    /// something put it there.
    Unlisted,
    /// It is no release, or that of another number or platform than its name says.
    NotARelease(String),
    /// A newer program wrote it, in this version of the shape.
    Newer(String),
    /// What it says came before it is not what stands before it.
    Broken,
    /// It is not named as releases are.
    Stranger,
    /// The list is not there, but releases are.
    NoList,
    /// The list has a line that is none of its own.
    BadList,
}

impl FaultKind {
    /// Whether the register has lost what proves the releases: nothing is added to it then. A
    /// release that was not listed any more is listed with the next one.
    #[must_use]
    pub fn breaks(&self) -> bool {
        !matches!(self, Self::Unlisted | Self::Stranger)
    }
}

impl Register {
    /// The register in a folder; an empty one where there is none.
    pub fn open(folder: &Path) -> Result<Self, RegisterError> {
        let mut register = Self {
            folder: folder.to_owned(),
            numbers: BTreeMap::new(),
            there: BTreeSet::new(),
            listed: BTreeMap::new(),
            faults: Vec::new(),
        };
        for name in register_names(folder)? {
            if name == LIST {
                continue;
            }
            match numbered(&name) {
                Some((platform, number)) => {
                    register.note(platform, number);
                    register.there.insert(name);
                }
                None => register.fault(name, FaultKind::Stranger),
            }
        }
        match register_bytes(folder, LIST)? {
            Some(bytes) => register.read_list(&String::from_utf8_lossy(&bytes)),
            None if register.there.is_empty() => {}
            None => register.fault(LIST.to_owned(), FaultKind::NoList),
        }
        Ok(register)
    }

    fn read_list(&mut self, list: &str) {
        for line in list.lines() {
            let entry = line.split_once("  ").and_then(|(hash, name)| {
                let is_hash = hash.len() == 64 && hash.bytes().all(|b| b.is_ascii_hexdigit());
                Some((hash, name, numbered(name).filter(|_| is_hash)?))
            });
            match entry {
                Some((hash, name, (platform, number))) => {
                    self.note(platform, number);
                    self.listed.insert(name.to_owned(), hash.to_owned());
                }
                None if self.faults.iter().any(|it| it.kind == FaultKind::BadList) => {}
                None => self.fault(LIST.to_owned(), FaultKind::BadList),
            }
        }
    }

    fn note(&mut self, platform: PlatformId, number: u32) {
        self.numbers.entry(platform).or_default().insert(number);
    }

    fn fault(&mut self, file: String, kind: FaultKind) {
        self.faults.push(Fault { file, kind });
    }

    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The platforms that were published.
    pub fn platforms(&self) -> impl Iterator<Item = &PlatformId> {
        self.numbers.keys()
    }

    /// The number of a platform's last release.
    #[must_use]
    pub fn last(&self, platform: &PlatformId) -> Option<u32> {
        self.numbers.get(platform)?.last().copied()
    }

    /// A release alone, whatever stands before it; nothing where it cannot be read.
    #[must_use]
    pub fn release(&self, platform: &PlatformId, number: u32) -> Option<Release> {
        let bytes = register_bytes(&self.folder, &file_of(platform, number)).ok()??;
        Release::read(&bytes).ok()
    }

    /// The releases of a platform, read and checked.
    pub fn chain(&self, platform: &PlatformId) -> Result<Chain, RegisterError> {
        let mut chain = Chain::default();
        let numbers = self.numbers.get(platform).into_iter().flatten();
        // What stands before the next one; nothing is known of it where it cannot be read.
        let mut before: Option<(u32, Option<String>)> = None;
        for number in numbers {
            let file = file_of(platform, *number);
            let mut faults = Vec::new();
            let kept = self.kept(&file, platform, *number, &mut faults)?;
            if let Some(kept) = &kept {
                let previous = kept.release.previous.as_ref();
                check_order(previous, before.as_ref(), &file, platform, &mut faults);
            }
            before = Some((*number, kept.as_ref().map(|it| it.sha256.clone())));
            chain.releases.extend(kept);
            for fault in faults {
                if !chain.faults.contains(&fault) {
                    chain.faults.push(fault);
                }
            }
        }
        Ok(chain)
    }

    /// A release, if it can be read, and what is not as it was.
    fn kept(
        &self,
        file: &str,
        platform: &PlatformId,
        number: u32,
        faults: &mut Vec<Fault>,
    ) -> Result<Option<Kept>, RegisterError> {
        let mut fault = |kind| {
            faults.push(Fault {
                file: file.to_owned(),
                kind,
            });
        };
        let Some(bytes) = register_bytes(&self.folder, file)? else {
            fault(FaultKind::Missing);
            return Ok(None);
        };
        let sha256 = sha256(&bytes);
        match self.listed.get(file) {
            Some(listed) if *listed == sha256 => {}
            Some(_) => fault(FaultKind::Changed),
            None if self.has_no_list() => {}
            None => fault(FaultKind::Unlisted),
        }
        match Release::read(&bytes) {
            Ok(release) if release.platform == *platform && release.number == number => {
                Ok(Some(Kept {
                    file: file.to_owned(),
                    sha256,
                    release,
                }))
            }
            Ok(release) => {
                let is = file_of(&release.platform, release.number);
                fault(FaultKind::NotARelease(is));
                Ok(None)
            }
            Err(NotARelease::Newer(schema)) => {
                fault(FaultKind::Newer(schema));
                Ok(None)
            }
            Err(NotARelease::Unreadable(why)) => {
                fault(FaultKind::NotARelease(why));
                Ok(None)
            }
        }
    }

    fn has_no_list(&self) -> bool {
        self.faults.iter().any(|it| it.kind == FaultKind::NoList)
    }

    /// What keeps anything from being added to the register, whatever the platform.
    pub fn broken(&self) -> impl Iterator<Item = &Fault> {
        self.faults.iter().filter(|it| it.kind.breaks())
    }

    /// Checks every release; stopped before its end, it tells what it found so far.
    pub fn verify(
        &self,
        cancel: &Cancel,
        progress: &Progress,
    ) -> Result<Vec<Fault>, RegisterError> {
        let done = std::sync::atomic::AtomicUsize::new(0);
        let platforms: Vec<&PlatformId> = self.numbers.keys().collect();
        let of = platforms.len();
        let found: Result<Vec<Vec<Fault>>, RegisterError> = platforms
            .into_par_iter()
            .map(|platform| {
                if cancel.is_cancelled() {
                    return Ok(Vec::new());
                }
                let faults = self.chain(platform)?.faults;
                let done = done.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
                progress.set(done + 1, of);
                Ok(faults)
            })
            .collect();
        let mut faults = self.faults.clone();
        faults.extend(found?.into_iter().flatten());
        Ok(faults)
    }

    /// How many releases there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.there.len()
    }

    /// Writes a release into a file of its own. The list knows it once [`Register::list`] was
    /// called.
    pub fn add(&mut self, release: &Release) -> Result<String, RegisterError> {
        let file = file_of(&release.platform, release.number);
        let bytes = release.written();
        add_to_register(&self.folder, &file, &bytes)?;
        self.note(release.platform.clone(), release.number);
        self.there.insert(file.clone());
        self.listed.insert(file.clone(), sha256(&bytes));
        Ok(file)
    }

    /// Notes a release that is there in the list.
    pub fn note_unlisted(&mut self, kept: &Kept) {
        self.listed
            .entry(kept.file.clone())
            .or_insert_with(|| kept.sha256.clone());
    }

    /// Writes the list, with what others may have added to it meanwhile.
    pub fn list(&mut self) -> Result<(), RegisterError> {
        if let Some(bytes) = register_bytes(&self.folder, LIST)? {
            self.read_list(&String::from_utf8_lossy(&bytes));
        }
        let lines = self.listed.iter();
        let text: String = lines
            .map(|(file, sha256)| format!("{sha256}  {file}\n"))
            .collect();
        write_list(&self.folder, &text)
    }
}

/// Notes where what a release says came before it is not what stands before it.
fn check_order(
    previous: Option<&super::record::Before>,
    before: Option<&(u32, Option<String>)>,
    file: &str,
    platform: &PlatformId,
    faults: &mut Vec<Fault>,
) {
    let fault = |file: &str, kind| Fault {
        file: file.to_owned(),
        kind,
    };
    match (previous, before) {
        (None, None) => {}
        (Some(previous), Some((number, sha256))) if previous.number == *number => {
            // One that cannot be read is told already.
            if sha256.as_ref().is_some_and(|it| *it != previous.sha256) {
                faults.push(fault(&file_of(platform, *number), FaultKind::Changed));
            }
        }
        (Some(previous), before) => {
            let is_gone = before.is_none_or(|(number, _)| *number < previous.number);
            faults.push(if is_gone {
                fault(&file_of(platform, previous.number), FaultKind::Missing)
            } else {
                fault(file, FaultKind::Broken)
            });
        }
        (None, Some(_)) => faults.push(fault(file, FaultKind::Broken)),
    }
}

/// What was in force on a day: the last of the releases that were in force by then.
#[must_use]
pub fn in_force(releases: &[Kept], day: Date) -> Option<&Kept> {
    releases.iter().rev().find(|kept| kept.release.date <= day)
}

/// The name of a release's file. Some systems keep a few names for devices; no id starts with the
/// mark that sets a name apart from theirs.
pub fn file_of(platform: &PlatformId, number: u32) -> String {
    let id = platform.as_str();
    let stem = id.split_once('.').map(|(stem, _)| stem);
    let numbered = |device: &str, stem: &str| {
        let number = stem.strip_prefix(device);
        number.is_some_and(|it| it.len() == 1 && it.bytes().all(|b| b.is_ascii_digit()))
    };
    // The number follows the id, so that only what a dot ends is a device's name.
    let is_device = stem.is_some_and(|stem| {
        ["con", "prn", "aux", "nul"].contains(&stem)
            || numbered("com", stem)
            || numbered("lpt", stem)
    });
    let mark = if is_device { "_" } else { "" };
    format!("{mark}{id}-{number:04}.json")
}

/// The platform and the number that a release's file is named after.
fn numbered(file: &str) -> Option<(PlatformId, u32)> {
    let (id, number) = file.strip_suffix(".json")?.rsplit_once('-')?;
    let id = PlatformId::new(id.strip_prefix('_').unwrap_or(id)).ok()?;
    let number = number.parse().ok().filter(|number| *number > 0)?;
    (file_of(&id, number) == file).then_some((id, number))
}
