//! Formats and encodings, told from what stands in the bytes.

use chartrier::import::source::SourceFormat::{Collection, Csv, Html, Markdown, Text};
use chartrier::import::source::{Refusal, SourceFormat, read};

use crate::{outline, page, source};

#[track_caller]
fn is(format: SourceFormat, text: &str) {
    let read = source(text.as_bytes()).map(|it| it.format);
    assert_eq!(read, Ok(format), "{text}");
}

#[test]
fn a_text_is_what_stands_in_it() {
    for (format, text) in [
        (Html, "<!DOCTYPE html><html><body>Port</body></html>"),
        (Html, "\u{feff}\n<!-- gardée --><html lang=fr><p>Port"),
        (Html, "<?xml version=\"1.0\"?>\n<html><p>Port</p></html>"),
        (Html, "<h2>Cookies</h2><p>Le port en dépose."),
        (Html, "<table><tr><td>phare</td><td>1 an</td></tr></table>"),
        (Html, "Des cookies : <ul><li>phare</li></ul>"),
        (
            Html,
            "Version:0.9\r\nStartHTML:0000000105\r\n<html><body><p>Port</body></html>",
        ),
        (Markdown, "# Cookies\n\nLe port en dépose."),
        (Markdown, "Cookies\n=======\n\nLe port en dépose."),
        (
            Markdown,
            "Lisez [les mentions](https://port.example).\n\nMerci.",
        ),
        (
            Markdown,
            "| Cookie | Durée |\n|---|---|\n| phare | 1 an |\n",
        ),
        (
            Markdown,
            "# Cookies\n\nUn tableau :\n\n<table><tr><td>a</td></tr></table>\n",
        ),
        (Csv, "Nom,Durée,Finalité\nphare,1 an,\"Mesurer, compter\"\n"),
        (Csv, "Nom;Durée\nphare;1 an\nquai;6 mois\n"),
        (Csv, "Nom\tDurée\nphare\t1 an\nquai\t6 mois\n"),
        (Csv, "Cookie|Zweck|Dauer\nphare|Messung|1 Jahr\n"),
        (Csv, "sep=;\nphare;1 an\n"),
        (
            Csv,
            "phare,port.example,1 an\nquai,port.example,2 ans\njetée,port.example,3 ans\n",
        ),
        (
            Collection,
            "// de la Régie\n#![enable(implicit_some)]\nCollection(format: 1)",
        ),
        (Collection, "{\"format\": 1, \"languages\": [\"fr\"]}"),
        (
            Text,
            "Cookies\nLe port dépose des cookies, et dit lesquels.\nIl en dépose deux.",
        ),
        (
            Text,
            "Cookies\n\nNom\tDurée\nphare\t1 an\n\nVoilà tout, ou presque.",
        ),
        (Text, "{\"phare\": 1}"),
        (Text, "La balise <p> ouvre un paragraphe."),
        (Text, "Oui, mais\nnon, enfin\n"),
    ] {
        is(format, text);
    }
}

#[test]
fn a_page_with_a_paragraph_a_line_and_a_table_between_bars_is_text() {
    is(
        Text,
        "Cookies du port\nLe port utilise des cookies sur ce site.\nÀ quoi servent-ils ?\n\
         Voici la liste de ceux qui sont déposés quand vous venez, avec ce à quoi ils servent :\n\
         | Nom | Durée |\n|---|---|\n| phare | 1 an |\n\
         Comment les refuser ?\nPar le lien au bas de chaque page.\nEt dans votre navigateur.\n",
    );
}

#[test]
fn a_name_helps_where_the_text_leaves_a_doubt() {
    for (name, format) in [
        ("port.md", Markdown),
        ("port.csv", Csv),
        ("port.txt", Text),
        ("", Text),
    ] {
        let text = if format == Csv {
            "phare,1 an\nquai,2 ans\n"
        } else {
            "Le port.\n\nLe quai.\n"
        };
        let read = read(text.as_bytes(), name).map(|it| it.format);
        assert_eq!(read, Ok(format), "{name}");
    }
    let named_wrongly = read(b"<html><p>Port</p></html>", "port.csv").map(|it| it.format);
    assert_eq!(named_wrongly, Ok(Html));
}

fn utf_16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(order).collect()
}

#[test]
fn an_encoding_is_told_from_the_bytes() {
    let text = "Durée d’un été à l’île : 13 mois, près du quai où le forêt s’arrête.";
    let mark = |text: &str| format!("\u{feff}{text}");
    let (in_1252, _, _) = encoding_rs::WINDOWS_1252.encode(text);
    let html =
        |label: &str| format!("<html><head><meta charset={label}></head><p>{text}</p></html>");
    let cyrillic = "<html><head><meta http-equiv=Content-Type content=\"text/html; charset=windows-1251\"></head><p>Печенье</p></html>";
    for (bytes, encoding, words) in [
        (text.as_bytes().to_vec(), "UTF-8", text),
        (mark(text).into_bytes(), "UTF-8", text),
        (utf_16(&mark(text), u16::to_le_bytes), "UTF-16LE", text),
        (utf_16(&mark(text), u16::to_be_bytes), "UTF-16BE", text),
        (utf_16(text, u16::to_le_bytes), "UTF-16LE", text),
        (utf_16(text, u16::to_be_bytes), "UTF-16BE", text),
        (in_1252.to_vec(), "windows-1252", text),
        (
            encoding_rs::WINDOWS_1252
                .encode(&html("iso-8859-1"))
                .0
                .to_vec(),
            "windows-1252",
            text,
        ),
        // What a page says of itself may be wrong.
        (html("iso-8859-1").into_bytes(), "UTF-8", text),
        (
            encoding_rs::WINDOWS_1251.encode(cyrillic).0.to_vec(),
            "windows-1251",
            "Печенье",
        ),
    ] {
        let source = source(&bytes).expect("it is text");
        assert_eq!(source.encoding, encoding);
        assert_eq!(outline::of(&page(&bytes)), words, "{encoding}");
    }
}

#[test]
fn a_letter_that_was_cut_in_two_does_not_change_the_encoding() {
    let text = "Durée d’un été à l’île, près du quai où la forêt s’arrête, été comme hiver, à l’é";
    let bytes = text.as_bytes();
    let source = source(&bytes[..bytes.len() - 1]).expect("it is text");
    assert_eq!(source.encoding, "UTF-8");
}

#[test]
fn what_is_no_text_is_refused() {
    for bytes in [
        b"%PDF-1.7 ...".as_slice(),
        b"\x89PNG\r\n\x1a\n0000",
        b"\xff\xd8\xff\xe0JFIF",
        b"{\\rtf1 Port}",
        b"Port\0et quai",
        b"\x01\x02\x03\x04\x05\x06",
    ] {
        assert_eq!(source(bytes), Err(Refusal::NotText), "{bytes:?}");
    }
    for bytes in [b"".as_slice(), b" \n\t\n", b"\xef\xbb\xbf"] {
        assert_eq!(source(bytes), Err(Refusal::Empty), "{bytes:?}");
    }
    let large = vec![b'a'; 65 << 20];
    assert_eq!(source(&large), Err(Refusal::TooLarge(64)));
}
