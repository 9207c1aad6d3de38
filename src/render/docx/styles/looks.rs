//! How each style looks, for either look of a charter.

use super::super::numbering;
use super::{CODE_FONT, FAINT, HEADING, ITEM_STEP, QUOTE_STEP, WASH};
use crate::model::Look;

/// How paragraphs of a style look.
#[derive(Default)]
pub struct Looks {
    pub id: &'static str,
    pub name: &'static str,
    pub based_on: Option<&'static str>,
    pub next: Option<&'static str>,
    pub priority: u8,
    /// Whether it stands in the gallery of styles.
    pub is_quick: bool,
    pub keeps_next: bool,
    /// Above and below, in twentieths of a point.
    pub space: Option<(i32, i32)>,
    /// In 240ths of a line; negative for an exact height in twentieths of a point.
    pub line: Option<i32>,
    pub indent: Option<(i32, i32)>,
    pub list: Option<usize>,
    pub outline: Option<u8>,
    pub border: Option<Border>,
    pub fill: Option<&'static str>,
    pub tab_at_end: bool,
    pub letters: Letters,
}

#[derive(Clone, Copy)]
pub enum Border {
    Start,
    Below,
}

#[derive(Default)]
pub struct Letters {
    pub font: Option<&'static str>,
    pub bold: bool,
    /// In half points.
    pub size: Option<i32>,
    pub color: Option<&'static str>,
    pub is_underlined: bool,
}

/// The sizes of letters, in half points.
pub struct Sizes {
    pub body: i32,
    pub table: i32,
    pub small: i32,
    pub title: i32,
    pub headings: [i32; 6],
}

impl Sizes {
    pub fn of(look: Look) -> Self {
        match look {
            Look::Plain => Self {
                body: 21,
                table: 18,
                small: 17,
                title: 44,
                headings: [30, 25, 22, 21, 21, 21],
            },
            Look::Public => Self {
                body: 24,
                table: 21,
                small: 20,
                title: 52,
                headings: [36, 30, 26, 24, 24, 24],
            },
        }
    }
}

pub fn paragraphs(sizes: &Sizes) -> Vec<Looks> {
    let based_on = Some("Normal");
    let mut all = vec![
        Looks {
            id: "Normal",
            name: "Normal",
            is_quick: true,
            ..Looks::default()
        },
        Looks {
            id: "Logo",
            name: "Logo",
            based_on,
            next: Some("Title"),
            priority: 9,
            space: Some((0, 360)),
            ..Looks::default()
        },
        Looks {
            id: "Title",
            name: "Title",
            based_on,
            next: Some("Normal"),
            priority: 10,
            is_quick: true,
            keeps_next: true,
            space: Some((0, 320)),
            line: Some(264),
            letters: Letters {
                bold: true,
                size: Some(sizes.title),
                color: Some(HEADING),
                ..Letters::default()
            },
            ..Looks::default()
        },
    ];
    all.extend(headings(sizes));
    all.extend(texts(sizes));
    all.extend(of_tables(sizes));
    all
}

fn headings(sizes: &Sizes) -> impl Iterator<Item = Looks> {
    const NAMES: [(&str, &str); 6] = [
        ("Heading1", "heading 1"),
        ("Heading2", "heading 2"),
        ("Heading3", "heading 3"),
        ("Heading4", "heading 4"),
        ("Heading5", "heading 5"),
        ("Heading6", "heading 6"),
    ];
    const SPACES: [(i32, i32); 6] = [
        (440, 140),
        (360, 120),
        (300, 100),
        (260, 80),
        (260, 80),
        (260, 80),
    ];
    NAMES
        .into_iter()
        .zip(SPACES)
        .zip(sizes.headings)
        .zip(0_u8..)
        .map(|((((id, name), space), size), outline)| Looks {
            id,
            name,
            based_on: Some("Normal"),
            next: Some("Normal"),
            priority: 9,
            is_quick: true,
            keeps_next: true,
            space: Some(space),
            line: Some(264),
            outline: Some(outline),
            letters: Letters {
                bold: true,
                size: Some(size),
                color: Some(HEADING),
                ..Letters::default()
            },
            ..Looks::default()
        })
}

fn texts(sizes: &Sizes) -> [Looks; 9] {
    let based_on = Some("Normal");
    let faint = Letters {
        color: Some(FAINT),
        ..Letters::default()
    };
    let small = || Letters {
        size: Some(sizes.small),
        color: Some(FAINT),
        ..Letters::default()
    };
    let item = |id, name, list| Looks {
        id,
        name,
        based_on,
        priority: 36,
        is_quick: true,
        space: Some((0, 80)),
        indent: Some((ITEM_STEP, ITEM_STEP)),
        list: Some(list),
        ..Looks::default()
    };
    [
        item("ListBullet", "List Bullet", numbering::BULLETS),
        item("ListNumber", "List Number", numbering::NUMBERS),
        Looks {
            id: "ListContinue",
            name: "List Continue",
            based_on,
            priority: 37,
            space: Some((0, 80)),
            indent: Some((ITEM_STEP, 0)),
            ..Looks::default()
        },
        Looks {
            id: "Quote",
            name: "Quote",
            based_on,
            priority: 29,
            is_quick: true,
            indent: Some((QUOTE_STEP, 0)),
            border: Some(Border::Start),
            letters: faint,
            ..Looks::default()
        },
        Looks {
            id: "HTMLPreformatted",
            name: "HTML Preformatted",
            based_on,
            priority: 38,
            space: Some((60, 200)),
            line: Some(264),
            fill: Some(WASH),
            letters: Letters {
                font: Some(CODE_FONT),
                size: Some(sizes.table),
                ..Letters::default()
            },
            ..Looks::default()
        },
        Looks {
            id: "HorizontalLine",
            name: "Horizontal Line",
            based_on,
            next: Some("Normal"),
            priority: 39,
            space: Some((0, 280)),
            border: Some(Border::Below),
            ..Looks::default()
        },
        Looks {
            id: "Separator",
            name: "Separator",
            based_on,
            priority: 40,
            space: Some((0, 0)),
            line: Some(-140),
            letters: Letters {
                size: Some(8),
                ..Letters::default()
            },
            ..Looks::default()
        },
        Looks {
            id: "Header",
            name: "header",
            based_on,
            priority: 41,
            space: Some((0, 0)),
            letters: small(),
            ..Looks::default()
        },
        Looks {
            id: "Footer",
            name: "footer",
            based_on,
            priority: 41,
            space: Some((0, 0)),
            tab_at_end: true,
            letters: small(),
            ..Looks::default()
        },
    ]
}

fn of_tables(sizes: &Sizes) -> [Looks; 3] {
    let letters = |bold, color| Letters {
        bold,
        size: Some(sizes.table),
        color,
        ..Letters::default()
    };
    [
        Looks {
            id: "TableContents",
            name: "Table Contents",
            based_on: Some("Normal"),
            priority: 42,
            is_quick: true,
            space: Some((0, 40)),
            line: Some(264),
            letters: letters(false, None),
            ..Looks::default()
        },
        Looks {
            id: "TableHeading",
            name: "Table Heading",
            based_on: Some("TableContents"),
            priority: 42,
            is_quick: true,
            keeps_next: true,
            letters: letters(true, Some(FAINT)),
            ..Looks::default()
        },
        Looks {
            id: "TableName",
            name: "Table Name",
            based_on: Some("TableContents"),
            priority: 42,
            is_quick: true,
            letters: letters(true, Some(HEADING)),
            ..Looks::default()
        },
    ]
}
