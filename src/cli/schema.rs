//! `chartrier schema`: the JSON Schema of collection files.

use super::{End, report};
use crate::store;

pub fn run() -> End {
    report(store::schema().trim_end());
    End::Done
}
