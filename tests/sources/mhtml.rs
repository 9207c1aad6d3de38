//! Pages saved as single files.

use chartrier::import::source::Refusal;

use crate::{check, page, source};

/// A page as browsers save one, its parts separated by `--part`.
fn saved(parts: &str) -> String {
    format!(
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://port.example/cookies\r\n\
         MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\
         \tboundary=\"part\"\r\n\r\n\r\n--part\r\n{parts}\r\n--part--\r\n"
    )
}

#[test]
fn its_page_is_read_and_what_it_shows_in_frames_stands_around() {
    let saved = saved(
        "Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
         <html><body><h1>Cookies du port</h1><p>Le port d=C3=A9pose des cookies =\r\net le dit. \
         <a href=3D\"/plan\">Plan</a></p></body></html>\r\n--part\r\n\
         Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--part\r\n\
         Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n\
         PHA+Q2FydGUgZHUgcG9ydDwvcD4=",
    );
    check(
        &saved,
        "# Cookies du port
        Le port dépose des cookies et le dit. [Plan](https://port.example/plan)
        ~ Carte du port",
    );
    let address = page(saved.as_bytes()).address;
    assert_eq!(address.as_deref(), Some("https://port.example/cookies"));
}

#[test]
fn a_file_that_was_cut_off_gives_what_it_has() {
    let whole =
        saved("Content-Type: text/html\r\n\r\n<h1>Cookies</h1><p>Le port en dépose.</p><p>Il en");
    let cut = whole.split("\r\n--part--").next().unwrap();
    check(cut, "# Cookies\nLe port en dépose.\nIl en");
}

#[test]
fn one_without_a_page_is_refused() {
    let empty = saved("Content-Type: image/png\r\n\r\nrien");
    assert_eq!(source(empty.as_bytes()), Err(Refusal::NotText));
    let headers = "MIME-Version: 1.0\nContent-Type: multipart/related\n\nrien\n";
    assert!(matches!(
        source(headers.as_bytes()),
        Err(Refusal::Damaged(_))
    ));
}
