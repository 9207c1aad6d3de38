//! `chartrier schema`: the JSON Schema of collection files.

use super::{End, report};
use crate::store;
use crate::words::Words;

pub fn run(words: &Words) -> Result<End, String> {
    report(words, store::schema().trim_end())?;
    Ok(End::Done)
}
