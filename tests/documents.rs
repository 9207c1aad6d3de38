//! Laws of documents made again and again while a charter changes, up to large ones.

#[path = "../benches/large/mod.rs"]
mod large;
mod support;

use std::sync::Arc;

use chartrier::document::Document;
use chartrier::model::{
    Cell, CellAddress, CharterEdit, ColumnAddress, ColumnEdit, Edit, Element, Indexed, ListEdit,
    Owner, PlatformEdit, ResolvedRow, Role, RowAddress, RowEdit, SectionEdit, Text, TextEdit,
};
use chartrier::workspace::changes::Scope;
use chartrier::workspace::{Change, Deed, Place, Session};
use support::{language, offered, owners};

fn model() -> Owner {
    Owner::Model(large::model_id())
}

fn platform() -> Owner {
    Owner::Platform(large::platform_id())
}

fn cell(row: usize, column: &str) -> CellAddress {
    CellAddress {
        section: large::large_table(),
        row: large::row_id(row),
        column: large::column_id(column),
    }
}

fn row(number: usize) -> RowAddress {
    cell(number, "nom").row_address()
}

/// Makes edits and gives the documents before and after.
fn made(session: &mut Session, of: &Owner, edits: Vec<Edit>) -> [Arc<Document>; 2] {
    let french = language("fr");
    let before = session.document(of, &french).unwrap();
    let place = Place {
        owner: of.clone(),
        element: Element::Title,
    };
    let deed = Deed::Type;
    session.make(Change { deed, place, edits }).unwrap();
    [before, session.document(of, &french).unwrap()]
}

fn write(session: &mut Session, of: &Owner, element: &Element, words: &str) -> [Arc<Document>; 2] {
    let change = offered(session, of, &|charters| {
        charters.write(element, &language("fr"), words, Scope::Here)
    });
    made(session, of, change.unwrap().edits)
}

/// How many sections and rows of a document are not those of the one before.
fn renewed([before, after]: &[Arc<Document>; 2]) -> (usize, usize) {
    let sections = after.sections.iter();
    let sections = sections.filter(|it| !before.sections.iter().any(|was| Arc::ptr_eq(was, it)));
    let rows = |document: &Document| -> Vec<_> {
        let tables = document.sections.iter().filter_map(|it| it.table.as_ref());
        tables.flat_map(|it| it.rows.clone()).collect()
    };
    let (was, is) = (rows(before), rows(after));
    let kept = |row: &_, near: usize| {
        let around = near.saturating_sub(30)..was.len().min(near + 30);
        was[around].iter().any(|was| Arc::ptr_eq(was, row))
    };
    let rows = is.iter().enumerate();
    let rows = rows.filter(|(at, row)| !kept(row, *at));
    (sections.count(), rows.count())
}

#[test]
fn a_letter_makes_one_section_and_one_row_anew() {
    let body = Element::Body(large::section_id(40));
    let heading = Element::Heading(large::section_id(41));
    for of in [model(), platform()] {
        let mut session = Session::unsaved(large::collection());
        let cases = [
            (&body, (1, 0)),
            (&heading, (1, 0)),
            (&Element::Title, (0, 0)),
            (&Element::Cell(cell(500, "nom")), (1, 1)),
            // What the four rows below repeat.
            (&Element::Cell(cell(505, "fournisseur")), (1, 5)),
        ];
        for (element, expected) in cases {
            let documents = write(&mut session, &of, element, "Écrit.");
            assert_eq!(renewed(&documents), expected, "{element} of {of}");
            assert_ne!(documents[0], documents[1], "{element} of {of}");
        }
    }
}

#[test]
fn a_large_document_made_of_the_one_before_is_the_one_made_anew() {
    let (of, section) = (model(), large::large_table());
    let edit = |edit| Edit::Charter(of.clone(), edit);
    let rows = |edit| CharterEdit::Rows(section.clone(), edit);
    let platform_edit = |edit| Edit::Platform(large::platform_id(), edit);
    let steps: Vec<Vec<Edit>> = vec![
        vec![edit(rows(ListEdit::Remove(large::row_id(10))))],
        vec![edit(rows(ListEdit::Move {
            id: large::row_id(900),
            to: 1,
        }))],
        vec![edit(rows(ListEdit::Move {
            id: large::row_id(0),
            to: 700,
        }))],
        vec![edit(CharterEdit::Cell {
            address: cell(20, "fournisseur"),
            cell: Some(Cell::Above),
            at: None,
        })],
        vec![edit(CharterEdit::Row(
            row(25),
            RowEdit::When(Some("audience".parse().unwrap())),
        ))],
        vec![edit(CharterEdit::Section(
            large::section_id(3),
            SectionEdit::Level(5.try_into().unwrap()),
        ))],
        vec![edit(CharterEdit::Column(
            ColumnAddress {
                table: None,
                column: large::column_id("domaine"),
            },
            ColumnEdit::Role(Role::Party),
        ))],
        vec![edit(CharterEdit::Updated(None))],
        vec![platform_edit(PlatformEdit::Facts(Vec::new()))],
        vec![platform_edit(PlatformEdit::Name(TextEdit::Set(
            Text::same("Autre nom"),
        )))],
        vec![platform_edit(PlatformEdit::Url(
            "https://autre.example".to_owned(),
        ))],
        vec![Edit::Fields(ListEdit::Remove(
            "publisher.name".parse().unwrap(),
        ))],
        vec![Edit::Languages(vec![language("en"), language("fr")])],
        vec![edit(CharterEdit::Section(
            section.clone(),
            SectionEdit::Table(None),
        ))],
    ];
    let mut session = Session::unsaved(large::collection());
    let agrees = |session: &mut Session, step: usize| {
        for owner in owners(session.collection()) {
            for tag in ["fr", "en"] {
                let kept = session.document(&owner, &language(tag)).unwrap();
                let resolved = session.collection().resolve(&owner).unwrap();
                let anew = Document::new(session.collection(), &resolved, &language(tag));
                assert!(*kept == anew, "{owner} in {tag} after step {step}");
            }
        }
    };
    agrees(&mut session, 0);
    let count = steps.len();
    for (step, edits) in steps.into_iter().enumerate() {
        made(&mut session, &of, edits);
        session.seal();
        agrees(&mut session, step + 1);
    }
    for step in 0..count {
        session.undo().unwrap();
        agrees(&mut session, step);
    }
}

/// Whatever is added, moved and taken out, an id finds what a walk meets first.
#[test]
fn what_is_looked_for_by_its_id_is_what_a_walk_finds() {
    use chartrier::model::{Adaptation, Form, Place};
    let mut collection = large::collection();
    let mut platform_of = collection.platforms.at(0).unwrap().as_ref().clone();
    let Form::Following(following) = &mut platform_of.charter.form else {
        panic!("the large platform follows the model");
    };
    for number in 0..60 {
        let added = match &following.adaptations[50 + number % 10] {
            Adaptation::AddRow { row, .. } => Arc::clone(row),
            other => panic!("{other:?}"),
        };
        following.adaptations.push(match number % 3 {
            // An id that stands there already.
            0 => Adaptation::AddRow {
                section: large::large_table(),
                row: added,
                place: Place::After(large::row_id(number * 13)),
            },
            1 => Adaptation::MoveRow {
                section: large::large_table(),
                row: added.id.clone(),
                place: Place::First,
            },
            _ => Adaptation::MoveRow {
                section: large::large_table(),
                row: large::row_id(number * 7),
                place: Place::After(large::row_id(number * 16)),
            },
        });
    }
    let edit = Edit::Platforms(ListEdit::Replace(Arc::new(platform_of)));
    collection.apply(edit).unwrap();
    let resolved = collection.resolve(&platform()).unwrap();
    let table = resolved.section(&large::large_table()).unwrap();
    let rows: &Indexed<ResolvedRow> = &table.table.as_ref().unwrap().rows;
    assert_eq!(rows.len(), large::ROWS + 10 + 20);
    for number in 0..large::ROWS + 20 {
        let id = large::row_id(number);
        let walked = rows.iter().position(|row| *row.id() == id);
        assert_eq!(rows.position_of(&id), walked, "{id}");
    }
}
