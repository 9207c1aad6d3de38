//! `chartrier schema`: the JSON Schema of collection files.

use super::{End, report};
use crate::store;

pub fn run() -> Result<End, String> {
    report(store::schema().trim_end());
    Ok(End::Done)
}
