//! What bringing pages in costs: a thousand pages of a common size, and pages that are far too
//! much. Each line tells what came of a source and how long it took.
//!
//! ```text
//! cargo bench --bench import
//! ```

use std::fs;
use std::io::{Cursor, Write as _};
use std::path::PathBuf;
use std::time::Instant;

use chartrier::import::draft::Verdict;
use chartrier::model::{Collection, Language};
use chartrier::workspace::import::{Found, Request, Unread, found_in, read, take_in};
use chartrier::workspace::{Cancel, Progress};

fn main() {
    a_thousand_pages();
    println!();
    for (name, source) in [
        ("50 MB of text", text(50 << 20)),
        ("50 MB of HTML", html(50 << 20)),
        ("100,000 rows, tabs", rows('\t')),
        ("100,000 rows, CSV", rows(';')),
        ("100,000 rows, HTML", html_rows()),
        ("10,000 nested divs", nested("div")),
        ("10,000 nested lists", nested("ul><li")),
        ("1 MB of NULs", vec![0; 1 << 20]),
        ("4 MB at random", random(4 << 20)),
        ("a ZIP bomb as DOCX", bomb()),
    ] {
        let start = Instant::now();
        let came = came_of(&source);
        println!(
            "{name:>22}: {:6.2} s  {came}",
            start.elapsed().as_secs_f64()
        );
    }
}

fn came_of(source: &[u8]) -> String {
    let french = Language::new("fr").expect("`fr` is a language");
    match found_in(source, "", &Request::default(), &french) {
        Ok(Found::Charter(found)) => {
            let rows: usize = found.draft.tables().map(|table| table.rows.len()).sum();
            let verdict = match found.draft.verdict {
                Verdict::Complete => "",
                Verdict::Incomplete => ", incomplete",
                Verdict::NoCharter => ", no charter",
            };
            format!(
                "{} sections, {rows} rows{verdict}",
                found.draft.sections.len()
            )
        }
        Ok(Found::Collection(_)) => "a collection".to_owned(),
        Err(Unread::Refused(refusal)) => format!("refused: {refusal}"),
        Err(Unread::NoCharter) => "no charter".to_owned(),
        Err(other) => format!("{other:?}"),
    }
}

/// A charter of about 5 kB, of which one in ten says something of its own.
fn page(number: usize) -> String {
    let mut page = format!(
        "Charte cookies\n\nCe portail range de petits fichiers dans votre navigateur, et dit ici lesquels.\n\n\
         À quoi servent les cookies sur la plateforme <https://data-{number}.exemple.fr>\n\n"
    );
    for part in 0..12 {
        let own = if number.is_multiple_of(10) && part == 3 {
            "Chez nous, c’est un peu différent. "
        } else {
            ""
        };
        page.push_str(&format!(
            "Comment se passe l’étape {part} ?\n\n{own}Le visiteur ouvre la page, lit ce qu’elle dit des cookies, \
             choisit ceux qu’il accepte, et revient sur son choix quand il le veut, à l’étape {part} comme aux autres. \
             Le portail garde ce choix six mois, puis le demande de nouveau.\n\n"
        ));
    }
    page.push_str("Cookies nécessaires\n\nNom\tFinalité\tDurée\n");
    for row in 0..12 {
        page.push_str(&format!(
            "cookie_{row}\tRetenir la réponse {row} du visiteur\t{row} mois\n"
        ));
    }
    page
}

fn a_thousand_pages() {
    const PAGES: usize = 1000;
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let paths: Vec<PathBuf> = (0..PAGES)
        .map(|number| {
            let path = folder.path().join(format!("{number:04}.txt"));
            fs::write(&path, page(number)).expect("there is room for a page");
            path
        })
        .collect();
    let french = Language::new("fr").expect("`fr` is a language");
    let start = Instant::now();
    let request = Request::default();
    let incoming = read(
        &paths,
        &request,
        &french,
        &Cancel::default(),
        &Progress::default(),
    );
    let reading = start.elapsed();
    let taken = take_in(&Collection::new("Essai", french), incoming, &request);
    let all = start.elapsed();
    let (done, failed) = taken.counts();
    println!(
        "{PAGES} pages of {} bytes: read in {:.2} s, with all matched {:.2} s; {done} came in, {failed} did not",
        page(1).len(),
        reading.as_secs_f64(),
        all.as_secs_f64(),
    );
}

fn text(size: usize) -> Vec<u8> {
    "Les cookies de ce portail sont de petits fichiers, que le navigateur garde.\n"
        .repeat(size / 78)
        .into_bytes()
}

fn html(size: usize) -> Vec<u8> {
    let paragraph = "<p>Les cookies de ce <b>portail</b> sont de petits fichiers.</p>\n";
    format!(
        "<html><h1>Cookies</h1>{}</html>",
        paragraph.repeat(size / paragraph.len())
    )
    .into_bytes()
}

fn rows(between: char) -> Vec<u8> {
    let mut rows = format!("Nom{between}Finalité{between}Durée\n");
    for row in 0..100_000 {
        rows.push_str(&format!(
            "cookie_{row}{between}Retenir la réponse {row}{between}{row} jours\n"
        ));
    }
    rows.into_bytes()
}

fn html_rows() -> Vec<u8> {
    let mut rows = String::from(
        "<html><h1>Cookies</h1><table><tr><th>Nom</th><th>Finalité</th><th>Durée</th></tr>",
    );
    for row in 0..100_000 {
        rows.push_str(&format!(
            "<tr><td>cookie_{row}</td><td>Retenir {row}</td><td>{row} jours</td></tr>\n"
        ));
    }
    rows.push_str("</table></html>");
    rows.into_bytes()
}

fn nested(element: &str) -> Vec<u8> {
    format!(
        "<html><p>cookies</p>{}",
        format!("<{element}>").repeat(10_000)
    )
    .into_bytes()
}

/// Bytes that look like nothing, the same each time.
fn random(size: usize) -> Vec<u8> {
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_le_bytes()[3]
    };
    (0..size).map(|_| next()).collect()
}

fn bomb() -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    archive
        .start_file("word/document.xml", options)
        .expect("a part can be begun");
    let zeros = vec![b' '; 1 << 20];
    for _ in 0..1024 {
        archive.write_all(&zeros).expect("memory takes it");
    }
    archive.finish().expect("memory takes it").into_inner()
}
