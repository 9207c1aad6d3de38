//! What is said between the program and its workers: a message, as JSON, then bytes, each behind
//! its length.

use std::io::{self, Read, Write};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::render::pdf::{Fault, Sheet, Spot};

/// The most bytes of a part: no page has as many.
const MOST: u32 = 1 << 30;

/// What is asked of a worker.
#[derive(Debug, Serialize, Deserialize)]
pub enum Ask {
    /// To lay a sheet out; the bytes are those of its logo.
    LayOut(Box<Sheet>),
    /// The PDF of what was laid out last.
    Pdf,
    /// A picture of a page of it.
    Raster { page: usize, scale: f32 },
}

/// What a worker answers.
#[derive(Debug, Serialize, Deserialize)]
pub enum Told {
    Pages {
        sizes: Vec<(f32, f32)>,
        spots: Vec<Vec<Spot>>,
    },
    /// The bytes are the PDF.
    Pdf,
    /// The bytes are the pixels.
    Raster {
        width: u32,
        height: u32,
    },
    Fault(Fault),
    /// There is no such page, or nothing was laid out.
    Nothing,
}

pub fn send(to: &mut impl Write, message: &impl Serialize, bytes: &[u8]) -> io::Result<()> {
    send_part(to, &serde_json::to_vec(message)?)?;
    send_part(to, bytes)?;
    to.flush()
}

/// What was sent; nothing where the other side has ended.
pub fn receive<T: DeserializeOwned>(from: &mut impl Read) -> io::Result<Option<(T, Vec<u8>)>> {
    let message = match receive_part(from) {
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
        part => part?,
    };
    let bytes = receive_part(from)?;
    Ok(Some((serde_json::from_slice(&message)?, bytes)))
}

fn send_part(to: &mut impl Write, part: &[u8]) -> io::Result<()> {
    let length = u32::try_from(part.len())
        .ok()
        .filter(|length| *length <= MOST)
        .ok_or(io::ErrorKind::FileTooLarge)?;
    to.write_all(&length.to_le_bytes())?;
    to.write_all(part)
}

fn receive_part(from: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut length = [0; 4];
    from.read_exact(&mut length)?;
    let length = u32::from_le_bytes(length);
    if length > MOST {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut part = Vec::new();
    let read = from.take(length.into()).read_to_end(&mut part)?;
    if u32::try_from(read).is_ok_and(|read| read == length) {
        Ok(part)
    } else {
        Err(io::ErrorKind::UnexpectedEof.into())
    }
}
