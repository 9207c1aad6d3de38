//! Cookie tables: ranges as text, and changes of many cells, rows and columns.

mod support;

use chartrier::model::{
    Category, CellAddress, ColumnId, Element, Nature, Owner, Role, RowId, SectionId, Text,
};
use chartrier::workspace::changes::{
    Charters, ColumnSheet, Content, CookieSheet, Direction, Scope,
};
use chartrier::workspace::{Change, Deed, Session, sheet};
use proptest::prelude::*;
use support::{Asked, collection, language, make, offered, platform, ron, shown};

/// A model with a table of three rows, and a platform that follows it.
const PAIR: &str = r#"
models: [Model(
    id: "m",
    columns: [Column(id: "name", role: name, label: "Nom"), Column(id: "why", role: purpose, label: "But")],
    sections: [Section(id: "b", table: CookieTable(rows: [
        Row(id: "r", cells: {"name": "_ga", "why": "mesure"}),
        Row(id: "s", cells: {"name": ()}),
        Row(id: "t", cells: {"name": "_gid"}),
    ]))],
)],
platforms: [Platform(id: "p", url: "https://p.fr", follows: "m")]
"#;

#[test]
fn ranges_are_read_as_spreadsheets_write_them() {
    let cases: [(&str, &[&[&str]]); 13] = [
        ("", &[&[""]]),
        ("a", &[&["a"]]),
        ("a\tb\n", &[&["a", "b"]]),
        ("a\tb\r\nc\td\r\n", &[&["a", "b"], &["c", "d"]]),
        ("a\rb", &[&["a"], &["b"]]),
        ("a\n\nb", &[&["a"], &[""], &["b"]]),
        ("a\t\n\tb", &[&["a", ""], &["", "b"]]),
        ("\"deux\nlignes\"\tb", &[&["deux\nlignes", "b"]]),
        ("\"dit \"\"oui\"\"\"", &[&["dit \"oui\""]]),
        ("\"\"\t\"\"", &[&["", ""]]),
        // Marks that open no cell, or that nothing closes, are letters.
        ("5\" d'écran\tb", &[&["5\" d'écran", "b"]]),
        ("\"Foo\" et bar\tb", &[&["\"Foo\" et bar", "b"]]),
        ("\"jamais fermé\tb", &[&["\"jamais fermé", "b"]]),
    ];
    for (text, expected) in cases {
        assert_eq!(sheet::parse(text), expected, "{text:?}");
    }
}

#[test]
fn one_cell_alone_is_copied_without_a_line_break() {
    assert_eq!(sheet::write([vec!["13 mois"]]), "13 mois");
    assert_eq!(sheet::write([vec!["a", "b"]]), "a\tb\r\n");
    assert_eq!(sheet::write([vec!["deux\nlignes"]]), "\"deux\nlignes\"");
}

#[test]
fn a_range_is_repeated_where_it_goes_into_the_selection_without_a_rest() {
    let cases = [
        ("a", (2, 2), "a\ta\na\ta"),
        ("a\tb", (2, 4), "a\tb\ta\tb\na\tb\ta\tb"),
        ("a\tb", (3, 3), "a\tb\na\tb\na\tb"),
        ("a\nb", (3, 1), "a\nb"),
        ("a\nb", (1, 1), "a\nb"),
        ("a\tb\nc", (2, 4), "a\tb\ta\tb\nc\t\tc\t"),
    ];
    for (cells, room, expected) in cases {
        let filling = sheet::filling(sheet::parse(cells), room);
        assert_eq!(filling, sheet::parse(expected), "{cells:?} in {room:?}");
    }
}

proptest! {
    #[test]
    fn a_range_that_is_written_is_read_again_as_it_was(
        rows in (1usize..5).prop_flat_map(|width| {
            let cell = prop_oneof![any::<String>(), "[\t\r\n\" a]{0,6}"];
            prop::collection::vec(prop::collection::vec(cell, width), 1..6)
        })
    ) {
        let text = sheet::write(rows.iter().map(|row| row.iter().map(String::as_str).collect()));
        prop_assert_eq!(sheet::parse(&text), rows);
    }

    #[test]
    fn whatever_is_pasted_is_undone_to_the_same_bytes(
        texts in prop::collection::vec(prop::collection::vec(any::<String>(), 1..4), 1..6),
        row in 0usize..3,
        everywhere: bool,
    ) {
        let scope = if everywhere { Scope::Everywhere } else { Scope::Here };
        let before = ron(&collection(PAIR));
        let row = ["r", "s", "t"][row];
        let session = after(&[&|c| {
            c.paste(&cell(row, "name"), &columns(), &texts, &language("fr"), scope)
                .map(|pasted| pasted.change)
        }]);
        prop_assert_eq!(ron(undone(session).collection()), before);
    }
}

/// The pair after what was asked for on the platform.
fn after(asked: &[Asked<'_>]) -> Session {
    done(PAIR, &platform("p"), asked)
}

fn done(start: &str, owner: &Owner, asked: &[Asked<'_>]) -> Session {
    let mut session = Session::unsaved(collection(start));
    for ask in asked {
        if let Some(change) = offered(&session, owner, ask) {
            session.make(change).expect("what is asked for can be done");
        }
    }
    session
}

fn undone(mut session: Session) -> Session {
    while session.undo().is_some() {}
    session
}

fn section() -> SectionId {
    SectionId::new("b").expect("an id")
}

fn row(id: &str) -> RowId {
    RowId::new(id).expect("an id")
}

fn rows(ids: &[&str]) -> Vec<RowId> {
    ids.iter().map(|id| row(id)).collect()
}

fn column(id: &str) -> ColumnId {
    ColumnId::new(id).expect("an id")
}

fn columns() -> Vec<ColumnId> {
    vec![column("name"), column("why")]
}

fn cell(row_id: &str, column_id: &str) -> CellAddress {
    CellAddress {
        section: section(),
        row: row(row_id),
        column: column(column_id),
    }
}

fn words(cells: &[(&str, &str, &str)]) -> Vec<(RowId, ColumnId, Content)> {
    let cell = |(of, column_id, words): &(&str, &str, &str)| {
        let content = Content::Words((*words).to_owned());
        (row(of), column(column_id), content)
    };
    cells.iter().map(cell).collect()
}

fn texts(rows: &[&[&str]]) -> Vec<Vec<String>> {
    let row = |row: &&[&str]| row.iter().map(|it| (*it).to_owned()).collect();
    rows.iter().map(row).collect()
}

/// The last change, taken to where the originals are held.
fn spread(asked: Asked<'_>) -> Session {
    let mut session = Session::unsaved(collection(PAIR));
    let owner = platform("p");
    let change = offered(&session, &owner, asked).expect("something to do");
    let adapted = change.adaptations(&owner);
    assert!(!adapted.is_empty(), "it is done here first");
    session.make(change).expect("it can be done");
    make(&mut session, &owner, &|charters| {
        assert!(charters.still_adapts(&adapted));
        charters.spread_all(&adapted)
    });
    session
}

/// What is asked for, and a line of what shows then: done here, and everywhere.
type Case<'a> = (
    &'a str,
    &'a dyn Fn(Charters<'_>, Scope) -> Option<Change>,
    &'a str,
    &'a str,
);

#[test]
fn a_change_of_a_table_is_one_step_here_or_everywhere() {
    let fr = language("fr");
    let label = |words: &str| ColumnSheet {
        role: Role::Other,
        label: Text::same(words),
    };
    let why = |c: Charters<'_>| c.column_address(&section(), &column("why"));
    let name = |c: Charters<'_>| c.column_address(&section(), &column("name"));
    let cases: [Case<'_>; 13] = [
        (
            "fill cells",
            &|c, scope| {
                let cells = words(&[("r", "name", "un"), ("t", "name", "deux")]);
                c.fill_cells(Deed::Fill, &section(), cells, &fr, scope)
            },
            "b t name: deux | adapts m",
            "b t name: deux | from m",
        ),
        (
            "paste beyond the end",
            &|c, scope| {
                let texts = texts(&[&["a", "b"], &["c", "d", "trop"]]);
                let pasted = c.paste(&cell("t", "name"), &columns(), &texts, &fr, scope)?;
                assert_eq!((pasted.added.len(), pasted.left_out), (1, 1));
                Some(pasted.change)
            },
            "b rows: r s t c",
            "b rows: r s t c",
        ),
        (
            "duplicate two rows",
            &|c, scope| {
                let copies = c.duplicate_rows(&section(), &rows(&["r", "s"]), scope);
                copies.map(|(_, change)| change)
            },
            "b rows: r s r-2 s-2 t",
            "b rows: r s r-2 s-2 t",
        ),
        (
            "move a block up",
            &|c, scope| c.move_rows(&section(), &rows(&["s", "t"]), Direction::Up, scope),
            "b rows: s t r",
            "b rows: s t r",
        ),
        (
            "move a block down",
            &|c, scope| c.move_rows(&section(), &rows(&["r", "s"]), Direction::Down, scope),
            "b rows: t r s",
            "b rows: t r s",
        ),
        (
            "move a row down",
            &|c, scope| c.move_rows(&section(), &rows(&["r"]), Direction::Down, scope),
            "b rows: s r t",
            "b rows: s r t",
        ),
        (
            "remove two rows",
            &|c, scope| c.remove_rows(&section(), &rows(&["r", "t"]), scope),
            "b t hidden by p",
            "b rows: s",
        ),
        (
            "add a column",
            &|c, scope| {
                let added = c.add_column(&section(), Some(&column("name")), label("Où"), scope);
                added.map(|(_, change)| change)
            },
            "columns: name ou why",
            "columns: name ou why",
        ),
        (
            "label a column",
            &|c, scope| {
                let sheet = ColumnSheet {
                    role: Role::Purpose,
                    label: Text::same("Pourquoi"),
                };
                c.edit_column(&why(c), &sheet, scope)
            },
            "columns why: Pourquoi | adapts m",
            "columns why: Pourquoi | from m",
        ),
        (
            "move a column",
            &|c, scope| c.move_column(&why(c), Direction::Up, scope),
            "columns: why name",
            "columns: why name",
        ),
        (
            "hide a column",
            &|c, scope| c.hide_column(&name(c), scope),
            "columns name hidden by p",
            "columns name hidden",
        ),
        (
            "the nature of a table",
            &|c, scope| {
                let nature = Nature {
                    category: Category::Social,
                    consent: None,
                };
                c.set_nature(&section(), nature, scope)
            },
            "b nature: Social Required | adapts m",
            "b nature: Social Required | from m",
        ),
        (
            "add a row",
            &|c, scope| c.add_row(&section(), Some(&row("r")), scope).map(|it| it.1),
            "b rows: r cookie s t",
            "b rows: r cookie s t",
        ),
    ];
    let before = ron(&collection(PAIR));
    for (name, ask, here, everywhere) in cases {
        let ways: [(&str, Session, &str); 3] = [
            ("here", after(&[&|c| ask(c, Scope::Here)]), here),
            (
                "everywhere",
                after(&[&|c| ask(c, Scope::Everywhere)]),
                everywhere,
            ),
            ("spread", spread(&|c| ask(c, Scope::Here)), everywhere),
        ];
        for (way, session, expected) in ways {
            let told = told(&session);
            assert!(
                told.iter().any(|line| line == expected),
                "{name}, {way}: {expected} is not in {told:#?}"
            );
            assert!(
                !told.iter().any(|line| line.starts_with("finding")),
                "{name}, {way}: {told:#?}"
            );
            let steps = if way == "spread" { 2 } else { 1 };
            assert_eq!(session.steps(), (steps, 0), "{name}, {way}");
            let own = session
                .collection()
                .charter(&platform("p"))
                .expect("it is there");
            let is_adapted = !own.adaptations().is_empty();
            assert_eq!(is_adapted, way == "here", "{name}, {way}");
            assert_eq!(ron(undone(session).collection()), before, "{name}, {way}");
        }
    }
}

/// What the platform shows, and which columns are hidden for all.
fn told(session: &Session) -> Vec<String> {
    let mut lines = shown(session.collection(), "p");
    for column in &support::resolve(session.collection(), "p").columns {
        if column.column.hidden {
            lines.push(format!("columns {} hidden", column.column.id));
        }
    }
    lines
}

#[test]
fn additions_are_removed_together_and_leave_no_trace() {
    let session = after(&[
        &|c| {
            c.add_row(&section(), Some(&row("r")), Scope::Here)
                .map(|it| it.1)
        },
        &|c| {
            c.add_row(&section(), Some(&row("cookie")), Scope::Here)
                .map(|it| it.1)
        },
        &|c| {
            c.add_row(&section(), Some(&row("cookie-2")), Scope::Here)
                .map(|it| it.1)
        },
        &|c| {
            let both = rows(&["cookie", "cookie-2", "cookie-3"]);
            c.remove_rows(&section(), &both, Scope::Here)
        },
    ]);
    assert_eq!(ron(session.collection()), ron(&collection(PAIR)));
}

#[test]
fn a_column_is_removed_with_its_cells() {
    let session = after(&[&|c| {
        let why = c.column_address(&section(), &column("why"));
        c.remove_column(&why, Scope::Everywhere)
    }]);
    let text = ron(session.collection());
    assert!(!text.contains("mesure") && !text.contains("But"), "{text}");
    assert_eq!(ron(undone(session).collection()), ron(&collection(PAIR)));
}

#[test]
fn a_table_is_given_columns_of_its_own_and_the_common_ones_again() {
    let own: Asked<'_> = &|c| c.own_columns(&section());
    let session = after(&[own]);
    let resolved = support::resolve(session.collection(), "p");
    let table = resolved.sections[0].table.as_ref().expect("a table");
    assert_eq!(table.columns.as_ref().map(|columns| columns.len()), Some(2));
    let session = after(&[own, &|c| c.common_columns(&section())]);
    assert_eq!(ron(session.collection()), ron(&collection(PAIR)));
}

#[test]
fn a_cookies_form_is_one_step_and_its_condition_stands_where_the_row_is_held() {
    let sheet = |when: &str| CookieSheet {
        row: chartrier::model::RowAddress {
            section: section(),
            row: row("t"),
        },
        cells: vec![
            (column("name"), Content::Above),
            (column("why"), Content::Words("compter".into())),
        ],
        when: Some(when.parse().expect("an id")),
        note: "vu le 3".into(),
    };
    let fr = language("fr");
    let here = after(&[&|c| c.write_cookie(sheet("x"), &fr, Scope::Here)]);
    assert_eq!(here.steps(), (1, 0));
    let text = ron(here.collection());
    assert!(!text.contains("vu le 3"), "the row is the model's: {text}");
    assert!(text.contains("compter"));
    let everywhere = after(&[&|c| c.write_cookie(sheet("x"), &fr, Scope::Everywhere)]);
    assert_eq!(everywhere.steps(), (1, 0));
    let text = ron(everywhere.collection());
    assert!(
        text.contains("vu le 3") && !text.contains("replace_cell"),
        "{text}"
    );
    assert_eq!(ron(undone(everywhere).collection()), ron(&collection(PAIR)));
}

#[test]
fn what_is_taken_back_leaves_no_step() {
    let mut session = Session::unsaved(collection(PAIR));
    let write = |session: &mut Session, words: &str| {
        let element = Element::Cell(cell("r", "name"));
        support::write(session, &platform("p"), &element, words, Scope::Here);
    };
    write(&mut session, "un");
    let before = ron(session.collection());
    let mark = session.mark();
    write(&mut session, "deux");
    write(&mut session, "deux trois");
    session.take_back(mark);
    assert_eq!(ron(session.collection()), before);
    assert_eq!(session.steps(), (1, 0));
}
