//! What exists comes in: a published page, whatever its shape, as a structured charter.
//!
//! ```text
//! bytes ──source──► Page ──structure──► Draft ──matching──► Proposal ──► edits of a collection
//!        what stands   title, sections,    inherited, adapted,
//!        where, and    tables; what was    added, left out
//!        of which kind unsure, as notes
//! ```
//!
//! Every step is a pure function of the one before and of what the person decided, so that a
//! decision can be changed and the rest be made again. Invariant: no word of a source is lost. It
//! ends up in the charter, among what is set apart, or in a note with its line; and nothing is
//! guessed without a note.

pub mod draft;
pub mod matching;
pub mod merging;
pub mod page;
pub mod returned;
pub mod review;
pub mod source;
pub mod structure;

pub use draft::{Draft, Note, NoteKind};
pub use page::Page;
