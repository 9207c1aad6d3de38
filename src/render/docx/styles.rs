//! The styles of a document: those that every office knows by their names, so that another look is
//! one change of a style, and nothing is dressed by hand.

mod looks;

use super::xml::Xml;
use super::{NAMESPACE, Tongue};
use crate::model::Look;
use looks::{Border, Letters, Looks, Sizes, paragraphs};

/// Hundredths of a millimetre are not whole in a document: lengths are twentieths of a point.
pub const QUOTE_STEP: i32 = 340;
pub const ITEM_STEP: i32 = 420;
/// The margin at the left and at the right inside the cells of a table.
pub const CELL_MARGIN: i32 = 85;

const INK: &str = "1D2330";
const HEADING: &str = "10151F";
const LINK: &str = "0B3F8F";
const FAINT: &str = "474F5E";
pub const LINE: &str = "C9CED8";
const WASH: &str = "F2F4F7";
const BODY_FONT: &str = "Arial";
const CODE_FONT: &str = "Courier New";

/// A style by its id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    Normal,
    Logo,
    Title,
    /// Of a depth below the title, from 1.
    Heading(u8),
    BulletItem,
    NumberItem,
    /// A paragraph that goes on in an item.
    ItemGoesOn,
    Quote,
    Code,
    Rule,
    /// A paragraph that keeps two things apart.
    Separator,
    Header,
    Footer,
    TableLabel,
    TableText,
    /// The text of a cell that names its row.
    TableName,
}

impl Style {
    pub fn id(self) -> &'static str {
        match self {
            Self::Normal => "Normal",
            Self::Logo => "Logo",
            Self::Title => "Title",
            Self::Heading(0 | 1) => "Heading1",
            Self::Heading(2) => "Heading2",
            Self::Heading(3) => "Heading3",
            Self::Heading(4) => "Heading4",
            Self::Heading(5) => "Heading5",
            Self::Heading(_) => "Heading6",
            Self::BulletItem => "ListBullet",
            Self::NumberItem => "ListNumber",
            Self::ItemGoesOn => "ListContinue",
            Self::Quote => "Quote",
            Self::Code => "HTMLPreformatted",
            Self::Rule => "HorizontalLine",
            Self::Separator => "Separator",
            Self::Header => "Header",
            Self::Footer => "Footer",
            Self::TableLabel => "TableHeading",
            Self::TableText => "TableContents",
            Self::TableName => "TableName",
        }
    }
}

/// The styles of letters.
pub const LINK_STYLE: &str = "Hyperlink";
pub const CODE_STYLE: &str = "HTMLCode";
/// The style of tables.
pub const TABLE_STYLE: &str = "CharterTable";

/// The part of the styles.
pub fn part(look: Look, tongue: &Tongue<'_>) -> Vec<u8> {
    let sizes = Sizes::of(look);
    let mut xml = Xml::part();
    xml.element("w:styles", &[("xmlns:w", NAMESPACE)], |xml| {
        defaults(xml, &sizes, tongue);
        for looks in paragraphs(&sizes) {
            paragraph_style(xml, &looks);
        }
        letters_style(xml, "DefaultParagraphFont", "Default Paragraph Font", None);
        letters_style(
            xml,
            LINK_STYLE,
            "Hyperlink",
            Some(&Letters {
                color: Some(LINK),
                is_underlined: true,
                ..Letters::default()
            }),
        );
        letters_style(
            xml,
            CODE_STYLE,
            "HTML Code",
            Some(&Letters {
                font: Some(CODE_FONT),
                ..Letters::default()
            }),
        );
        tables(xml);
        xml.element(
            "w:style",
            &[
                ("w:type", "numbering"),
                ("w:default", "1"),
                ("w:styleId", "NoList"),
            ],
            |xml| {
                xml.value("w:name", "No List");
                xml.value("w:uiPriority", "99");
                xml.leaf("w:semiHidden", &[]);
                xml.leaf("w:unhideWhenUsed", &[]);
            },
        );
    });
    xml.finish()
}

fn defaults(xml: &mut Xml, sizes: &Sizes, tongue: &Tongue<'_>) {
    xml.element("w:docDefaults", &[], |xml| {
        xml.element("w:rPrDefault", &[], |xml| {
            xml.element("w:rPr", &[], |xml| {
                font(xml, BODY_FONT);
                xml.value("w:color", INK);
                size(xml, sizes.body);
                tongue.language(xml);
            });
        });
        xml.element("w:pPrDefault", &[], |xml| {
            xml.element("w:pPr", &[], |xml| {
                xml.leaf(
                    "w:spacing",
                    &[
                        ("w:after", "140"),
                        ("w:line", "300"),
                        ("w:lineRule", "auto"),
                    ],
                );
            });
        });
    });
}

fn paragraph_style(xml: &mut Xml, looks: &Looks) {
    let mut attributes = vec![("w:type", "paragraph")];
    match looks.id {
        "Normal" => attributes.push(("w:default", "1")),
        "Logo" | "Separator" | "TableContents" | "TableHeading" | "TableName"
        | "HorizontalLine" => {
            attributes.push(("w:customStyle", "1"));
        }
        _ => {}
    }
    attributes.push(("w:styleId", looks.id));
    xml.element("w:style", &attributes, |xml| {
        xml.value("w:name", looks.name);
        if let Some(base) = looks.based_on {
            xml.value("w:basedOn", base);
        }
        if let Some(next) = looks.next {
            xml.value("w:next", next);
        }
        if looks.priority > 0 {
            xml.value("w:uiPriority", &looks.priority.to_string());
        }
        if looks.is_quick {
            xml.leaf("w:qFormat", &[]);
        }
        xml.element("w:pPr", &[], |xml| paragraph_looks(xml, looks));
        xml.element("w:rPr", &[], |xml| letter_looks(xml, &looks.letters));
    });
}

fn paragraph_looks(xml: &mut Xml, looks: &Looks) {
    if looks.keeps_next {
        xml.leaf("w:keepNext", &[]);
        xml.leaf("w:keepLines", &[]);
    }
    if let Some(list) = looks.list {
        xml.element("w:numPr", &[], |xml| {
            xml.value("w:numId", &list.to_string());
        });
    }
    if let Some(border) = looks.border {
        let (side, width, space) = match border {
            Border::Start => ("w:left", "18", "10"),
            Border::Below => ("w:bottom", "6", "1"),
        };
        let line = [
            ("w:val", "single"),
            ("w:sz", width),
            ("w:space", space),
            ("w:color", LINE),
        ];
        xml.element("w:pBdr", &[], |xml| xml.leaf(side, &line));
    }
    if let Some(fill) = looks.fill {
        xml.leaf(
            "w:shd",
            &[("w:val", "clear"), ("w:color", "auto"), ("w:fill", fill)],
        );
    }
    if looks.id == "HTMLPreformatted" {
        xml.leaf("w:suppressAutoHyphens", &[]);
    }
    spacing(xml, looks);
    if let Some((start, hanging)) = looks.indent {
        indent(xml, start, hanging);
    }
    if looks.tab_at_end {
        xml.value("w:jc", "right");
    }
    if let Some(outline) = looks.outline {
        xml.value("w:outlineLvl", &outline.to_string());
    }
}

fn spacing(xml: &mut Xml, looks: &Looks) {
    let space = looks
        .space
        .map(|(above, below)| (above.to_string(), below.to_string()));
    let line = looks.line.map(|line| line.abs().to_string());
    let mut attributes = Vec::new();
    if let Some((above, below)) = &space {
        attributes.push(("w:before", above.as_str()));
        attributes.push(("w:after", below.as_str()));
    }
    if let Some(line) = &line {
        let rule = if looks.line < Some(0) {
            "exact"
        } else {
            "auto"
        };
        attributes.push(("w:line", line.as_str()));
        attributes.push(("w:lineRule", rule));
    }
    if !attributes.is_empty() {
        xml.leaf("w:spacing", &attributes);
    }
}

/// How far a paragraph stands from the margin, and its first line before that.
pub fn indent(xml: &mut Xml, start: i32, hanging: i32) {
    let (start, hanging) = (start.to_string(), hanging.to_string());
    let mut attributes = vec![("w:left", start.as_str())];
    if hanging != "0" {
        attributes.push(("w:hanging", hanging.as_str()));
    }
    xml.leaf("w:ind", &attributes);
}

fn letter_looks(xml: &mut Xml, letters: &Letters) {
    if let Some(name) = letters.font {
        font(xml, name);
    }
    if letters.bold {
        xml.leaf("w:b", &[]);
        xml.leaf("w:bCs", &[]);
    }
    if let Some(color) = letters.color {
        xml.value("w:color", color);
    }
    if let Some(half_points) = letters.size {
        size(xml, half_points);
    }
    if letters.is_underlined {
        xml.value("w:u", "single");
    }
}

fn font(xml: &mut Xml, name: &str) {
    let attributes = ["w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"].map(|of| (of, name));
    xml.leaf("w:rFonts", &attributes);
}

fn size(xml: &mut Xml, half_points: i32) {
    let size = half_points.to_string();
    xml.value("w:sz", &size);
    xml.value("w:szCs", &size);
}

fn letters_style(xml: &mut Xml, id: &str, name: &str, letters: Option<&Letters>) {
    let mut attributes = vec![("w:type", "character")];
    if letters.is_none() {
        attributes.push(("w:default", "1"));
    }
    attributes.push(("w:styleId", id));
    xml.element("w:style", &attributes, |xml| {
        xml.value("w:name", name);
        match letters {
            None => {
                xml.value("w:uiPriority", "1");
                xml.leaf("w:semiHidden", &[]);
                xml.leaf("w:unhideWhenUsed", &[]);
            }
            Some(letters) => {
                xml.value("w:basedOn", "DefaultParagraphFont");
                xml.value("w:uiPriority", "99");
                xml.leaf("w:unhideWhenUsed", &[]);
                xml.element("w:rPr", &[], |xml| letter_looks(xml, letters));
            }
        }
    });
}

fn tables(xml: &mut Xml) {
    let normal = [
        ("w:type", "table"),
        ("w:default", "1"),
        ("w:styleId", "TableNormal"),
    ];
    xml.element("w:style", &normal, |xml| {
        xml.value("w:name", "Normal Table");
        xml.value("w:uiPriority", "99");
        xml.leaf("w:semiHidden", &[]);
        xml.leaf("w:unhideWhenUsed", &[]);
        xml.element("w:tblPr", &[], |xml| {
            xml.leaf("w:tblInd", &[("w:w", "0"), ("w:type", "dxa")]);
            margins(xml, 0);
        });
    });
    let grid = [("w:type", "table"), ("w:styleId", "TableGrid")];
    xml.element("w:style", &grid, |xml| {
        xml.value("w:name", "Table Grid");
        xml.value("w:basedOn", "TableNormal");
        xml.value("w:uiPriority", "39");
        xml.element("w:tblPr", &[], |xml| {
            xml.element("w:tblBorders", &[], |xml| {
                for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
                    border(xml, side, "4");
                }
            });
        });
    });
    let own = [
        ("w:type", "table"),
        ("w:customStyle", "1"),
        ("w:styleId", TABLE_STYLE),
    ];
    xml.element("w:style", &own, |xml| {
        xml.value("w:name", "Charter Table");
        xml.value("w:basedOn", "TableGrid");
        xml.value("w:uiPriority", "40");
        xml.leaf("w:qFormat", &[]);
        xml.element("w:tblPr", &[], |xml| {
            xml.element("w:tblBorders", &[], |xml| {
                border(xml, "top", "4");
                none(xml, "left");
                border(xml, "bottom", "4");
                none(xml, "right");
                border(xml, "insideH", "4");
                none(xml, "insideV");
            });
            margins(xml, 60);
        });
        xml.element("w:tblStylePr", &[("w:type", "firstRow")], |xml| {
            xml.element("w:tcPr", &[], |xml| {
                xml.element("w:tcBorders", &[], |xml| border(xml, "bottom", "12"));
                xml.leaf(
                    "w:shd",
                    &[("w:val", "clear"), ("w:color", "auto"), ("w:fill", WASH)],
                );
                xml.value("w:vAlign", "bottom");
            });
        });
    });
}

fn border(xml: &mut Xml, side: &str, width: &str) {
    let line = [
        ("w:val", "single"),
        ("w:sz", width),
        ("w:space", "0"),
        ("w:color", LINE),
    ];
    xml.leaf(&format!("w:{side}"), &line);
}

fn none(xml: &mut Xml, side: &str) {
    let line = [("w:val", "nil")];
    xml.leaf(&format!("w:{side}"), &line);
}

fn margins(xml: &mut Xml, above: i32) {
    let (above, beside) = (above.to_string(), CELL_MARGIN.to_string());
    xml.element("w:tblCellMar", &[], |xml| {
        for (side, width) in [
            ("w:top", &above),
            ("w:left", &beside),
            ("w:bottom", &above),
            ("w:right", &beside),
        ] {
            xml.leaf(side, &[("w:w", width.as_str()), ("w:type", "dxa")]);
        }
    });
}
