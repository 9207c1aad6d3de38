//! Ranges of cells as text: cells parted by TAB, rows by line breaks, as spreadsheets put them on
//! the clipboard.
//!
//! A cell with a TAB, a line break or a quotation mark stands in quotation marks, with those
//! inside doubled. What is written is read again as it was, whatever the cells say.

/// The text of a range. One cell alone has no line break after it, so that it can be pasted into
/// running text.
#[must_use]
pub fn write<'a>(rows: impl IntoIterator<Item = Vec<&'a str>>) -> String {
    let mut text = String::new();
    let mut count = (0, 0);
    for row in rows {
        count = (count.0 + 1, row.len());
        for (at, cell) in row.into_iter().enumerate() {
            if at > 0 {
                text.push('\t');
            }
            if cell.contains(['\t', '\n', '\r', '"']) {
                text.push('"');
                text.push_str(&cell.replace('"', "\"\""));
                text.push('"');
            } else {
                text.push_str(cell);
            }
        }
        text.push_str("\r\n");
    }
    if count == (1, 1) {
        text.truncate(text.len() - "\r\n".len());
    }
    text
}

/// The cells of a text, whichever program put it on the clipboard. A quotation mark that opens no
/// cell, or that nothing closes, is a letter like any other.
#[must_use]
pub fn parse(text: &str) -> Vec<Vec<String>> {
    let mut rows = vec![Vec::new()];
    let mut rest = text;
    loop {
        let (cell, after) = cell(rest);
        if let Some(row) = rows.last_mut() {
            row.push(cell);
        }
        if let Some(next) = after.strip_prefix('\t') {
            rest = next;
            continue;
        }
        let next = after.strip_prefix("\r\n");
        let next = next.or_else(|| after.strip_prefix(['\n', '\r']));
        match next {
            // The last line break ends a row and begins none.
            None | Some("") => return rows,
            Some(next) => {
                rows.push(Vec::new());
                rest = next;
            }
        }
    }
}

/// Cells as they are pasted over a selection of so many rows and columns: as often as they go into
/// it without a rest, as spreadsheets do; once, in either direction in which they do not.
#[must_use]
pub fn filling(mut cells: Vec<Vec<String>>, (rows, columns): (usize, usize)) -> Vec<Vec<String>> {
    let times = |room: usize, size: usize| match room.checked_rem(size) {
        Some(0) => (room / size).max(1),
        _ => 1,
    };
    let widest = cells.iter().map(Vec::len).max().unwrap_or_default();
    let across = times(columns, widest);
    if across > 1 {
        for row in &mut cells {
            row.resize(widest, String::new());
            *row = std::iter::repeat_n(&*row, across)
                .flatten()
                .cloned()
                .collect();
        }
    }
    let down = times(rows, cells.len());
    std::iter::repeat_n(cells, down).flatten().collect()
}

/// The first cell of a text, and what follows it.
fn cell(text: &str) -> (String, &str) {
    if let Some(inside) = text.strip_prefix('"')
        && let Some((cell, after)) = quoted(inside)
    {
        return (cell, after);
    }
    let end = text.find(['\t', '\n', '\r']).unwrap_or(text.len());
    let (cell, after) = text.split_at(end);
    (cell.to_owned(), after)
}

/// A cell whose opening quotation mark has been read, if another closes it right before the next
/// cell or row.
fn quoted(inside: &str) -> Option<(String, &str)> {
    let mut cell = String::new();
    let mut rest = inside;
    loop {
        let (before, after) = rest.split_once('"')?;
        cell.push_str(before);
        match after.strip_prefix('"') {
            Some(doubled) => {
                cell.push('"');
                rest = doubled;
            }
            None if after.is_empty() || after.starts_with(['\t', '\n', '\r']) => {
                return Some((cell, after));
            }
            None => return None,
        }
    }
}
