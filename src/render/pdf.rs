//! PDF pages.

use super::{Design, RenderError};
use crate::document::Document;

pub fn render(_document: &Document, _design: &Design) -> Result<Vec<u8>, RenderError> {
    Ok(Vec::new())
}
