//! `chartrier typeset`: a worker of another process of this program. It is not for people.

use super::End;
use crate::workspace::typesetting;

pub fn run() -> End {
    match typesetting::serve() {
        Ok(()) => End::Done,
        Err(_) => End::CouldNot,
    }
}
