//! Documents, made part by part.

use std::io::{Cursor, Write as _};

use chartrier::import::source::{Refusal, read};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::{check, page, source};

fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default())
            .expect("a name is one");
        zip.write_all(text.as_bytes()).expect("memory takes it");
    }
    zip.finish().expect("memory takes it").into_inner()
}

const NAMES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
     xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
     xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";

const STYLES: &str = "<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val=\"fr-FR\"/></w:rPr></w:rPrDefault></w:docDefaults>\
     <w:style w:styleId=\"Titre1\"><w:name w:val=\"heading 1\"/></w:style>\
     <w:style w:styleId=\"Mien\"><w:name w:val=\"Maison\"/><w:basedOn w:val=\"Titre1\"/></w:style>\
     <w:style w:styleId=\"Plan\"><w:name w:val=\"Plan\"/><w:pPr><w:outlineLvl w:val=\"2\"/></w:pPr></w:style>\
     <w:style w:styleId=\"TM1\"><w:name w:val=\"toc 1\"/></w:style>\
     <w:style w:styleId=\"Puces\"><w:name w:val=\"List Bullet\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>\
     <w:style w:styleId=\"Fort\"><w:name w:val=\"Strong\"/><w:rPr><w:b/></w:rPr></w:style>";

const NUMBERING: &str = "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/></w:lvl>\
     <w:lvl w:ilvl=\"1\"><w:start w:val=\"3\"/><w:numFmt w:val=\"decimal\"/></w:lvl></w:abstractNum>\
     <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";

/// A document whose body is this.
fn document(body: &str) -> Vec<u8> {
    let whole = |name: &str, content: &str| format!("<w:{name} {NAMES}>{content}</w:{name}>");
    archive(&[
        (
            "word/document.xml",
            &whole("document", &format!("<w:body>{body}</w:body>")),
        ),
        ("word/styles.xml", &whole("styles", STYLES)),
        ("word/numbering.xml", &whole("numbering", NUMBERING)),
        (
            "word/footnotes.xml",
            &whole(
                "footnotes",
                "<w:footnote w:id=\"2\"><w:p><w:r><w:t>Une note.</w:t></w:r></w:p></w:footnote>",
            ),
        ),
        (
            "word/_rels/document.xml.rels",
            "<Relationships><Relationship Id=\"r1\" Type=\"http://x/hyperlink\" Target=\"https://port.example/\"/></Relationships>",
        ),
    ])
}

fn p(style: &str, runs: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{runs}</w:p>")
}

fn r(words: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r>")
}

#[test]
fn headings_are_told_by_their_styles_in_any_language() {
    let body = [
        p("Titre1", &r("Cookies")),
        p("Mien", &r("Maison")),
        p("Plan", &r("Plan")),
        p("berschrift2", &r("Zweck")),
        p("Heading3", &r("Purpose")),
        p("TM1", &r("Cookies 1")),
        p("Normal", &r("Mot")),
    ];
    check(
        document(&body.concat()),
        "# Cookies
        # Maison
        ### Plan
        ## Zweck
        ### Purpose
        ~ Cookies 1
        Mot",
    );
}

#[test]
fn a_title_stands_above_the_headings() {
    let body = [
        p("Title", &r("Charte")),
        p("Titre1", &r("Un")),
        p("Heading2", &r("Deux")),
    ];
    check(document(&body.concat()), "# Charte\n## Un\n### Deux");
}

#[test]
fn words_keep_their_marks_links_and_breaks() {
    let runs = "<w:r><w:rPr><w:b/></w:rPr><w:t>Gras</w:t></w:r><w:r><w:t xml:space=\"preserve\"> et </w:t></w:r>\
        <w:r><w:rPr><w:b w:val=\"0\"/><w:i/></w:rPr><w:t>penché</w:t></w:r>\
        <w:r><w:rPr><w:strike/></w:rPr><w:t>barré</w:t></w:r><w:r><w:br/><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>\
        <w:hyperlink r:id=\"r1\"><w:r><w:t>lien</w:t></w:r></w:hyperlink>\
        <w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> HYPERLINK \"https://quai.example/\" \\o \"x\"</w:instrText></w:r>\
        <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>champ</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>\
        <w:fldSimple w:instr=\"HYPERLINK https://phare.example/\"><w:r><w:t>simple</w:t></w:r></w:fldSimple>\
        <w:r><w:rPr><w:rStyle w:val=\"Fort\"/></w:rPr><w:t>fort</w:t></w:r>";
    check(
        document(&p("Normal", runs)),
        "**Gras** et *penché*~~barré~~⏎a\tb[lien](https://port.example/)[champ](https://quai.example/)[simple](https://phare.example/)**fort**",
    );
}

#[test]
fn insertions_are_in_and_deletions_out() {
    let runs = format!(
        "{}<w:ins>{}</w:ins><w:del><w:r><w:delText>non</w:delText></w:r></w:del><w:moveFrom>{}</w:moveFrom><w:moveTo>{}</w:moveTo>",
        r("Un "),
        r("oui "),
        r("ailleurs"),
        r("ici")
    );
    check(document(&p("Normal", &runs)), "Un oui ici");
}

#[test]
fn lists_nest_by_their_levels() {
    let item = |level: u8, words: &str| {
        format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>{}</w:p>",
            r(words)
        )
    };
    let body = [
        item(0, "un"),
        item(1, "trois"),
        item(1, "quatre"),
        p("Puces", &r("deux")),
        p("Normal", &r("Mot")),
    ];
    check(
        document(&body.concat()),
        "-(un ¶ 3.(trois; quatre); deux)\nMot",
    );
}

#[test]
fn tables_have_headers_and_spans() {
    let cell = |properties: &str, words: &str| {
        format!(
            "<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>",
            p("Normal", &r(words))
        )
    };
    let row = |properties: &str, cells: &[String]| {
        format!(
            "<w:tr><w:trPr>{properties}</w:trPr>{}</w:tr>",
            cells.concat()
        )
    };
    let body = format!(
        "<w:tbl>{}{}{}{}</w:tbl>",
        row(
            "<w:tblHeader/>",
            &[cell("", "Nom"), cell("<w:gridSpan w:val=\"2\"/>", "Durée")]
        ),
        row(
            "",
            &[
                cell("<w:vMerge w:val=\"restart\"/>", "phare"),
                cell("", "1 an"),
                cell("", "a")
            ]
        ),
        row(
            "",
            &[
                cell("<w:vMerge/>", ""),
                cell("", "2 ans"),
                format!(
                    "<w:tc>{}{}</w:tc>",
                    p("Normal", &r("b")),
                    p("Normal", &r("c"))
                )
            ]
        ),
        row("<w:del/>", &[cell("", "perdu"), cell("", ""), cell("", "")]),
    );
    check(
        document(&body),
        "table[1]
        | Nom | Durée | <
        | phare | 1 an | a
        | ^ | 2 ans | b ¶ c",
    );
}

#[test]
fn notes_boxes_and_fallbacks_come_in_once() {
    let note = "<w:r><w:t>Mot</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r>";
    let boxed = format!(
        "<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>{0}</w:txbxContent></w:drawing></mc:Choice>\
         <mc:Fallback><w:pict><w:txbxContent>{0}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>",
        p("Normal", &r("Encadré"))
    );
    let body = [p("Normal", note), p("Normal", &boxed)];
    check(document(&body.concat()), "Mot[1]\nEncadré\n[1] Une note.");
}

#[test]
fn what_stands_around_the_text_is_kept_apart_and_once() {
    let part =
        |name: &str, words: &str| format!("<w:{name} {NAMES}>{}</w:{name}>", p("", &r(words)));
    let body = format!(
        "<w:document {NAMES}><w:body>{}</w:body></w:document>",
        p("", &r("Le texte."))
    );
    let bytes = archive(&[
        ("word/document.xml", &body),
        ("word/header1.xml", &part("hdr", "Mairie de Brume")),
        ("word/header2.xml", &part("hdr", "Mairie de Brume")),
        ("word/footer1.xml", &part("ftr", "Page 1")),
        ("word/comments.xml", &part("comments", "À revoir")),
    ]);
    check(&bytes, "Le texte.\n~ À revoir\n~ Page 1\n~ Mairie de Brume");
}

#[test]
fn a_document_says_its_language() {
    let page = page(&document(&p("Normal", &r("Mot"))));
    assert_eq!(page.language.as_ref().map(|it| it.as_str()), Some("fr-FR"));
}

#[test]
fn archives_that_are_no_document_are_refused() {
    assert_eq!(source(&archive(&[("a.txt", "mot")])), Err(Refusal::NotText));
    assert_eq!(read(&archive(&[]), "a.docx"), Err(Refusal::NotText));
    let whole = document(&p("Normal", &r("Mot")));
    for end in [30, whole.len() / 2, whole.len() - 10] {
        assert!(
            matches!(source(&whole[..end]), Err(Refusal::Damaged(_))),
            "{end}"
        );
    }
    let entities = "<!DOCTYPE x [<!ENTITY a \"b\">]><w:document/>";
    assert!(matches!(
        source(&archive(&[("word/document.xml", entities)])),
        Err(Refusal::Damaged(_))
    ));
}

#[test]
fn what_unpacks_without_end_is_refused() {
    let bomb = archive(&[("word/document.xml", &" ".repeat(80 << 20))]);
    assert!(bomb.len() < 1 << 20, "it is packed");
    assert_eq!(source(&bomb), Err(Refusal::TooComplex));
    let deep = format!(
        "<w:document {NAMES}><w:body>{}</w:body></w:document>",
        "<w:sdt>".repeat(5_000) + &"</w:sdt>".repeat(5_000)
    );
    assert_eq!(
        source(&archive(&[("word/document.xml", &deep)])),
        Err(Refusal::TooComplex)
    );
    let many = format!(
        "<w:document {NAMES}><w:body>{}</w:body></w:document>",
        "<w:p/>".repeat(4_000_000)
    );
    assert_eq!(
        source(&archive(&[("word/document.xml", &many)])),
        Err(Refusal::TooComplex)
    );
}
