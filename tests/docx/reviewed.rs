//! Reviewed documents: what comes back as proposals, and what accepting them does.

use chartrier::import::review::{Basis, Review, What, review};
use chartrier::model::{Collection, Element, Owner, SectionId};
use chartrier::workspace::Session;
use chartrier::workspace::changes::{Decision, Scope, accept};

use crate::support::{self, resolve};
use crate::{archive, document, docx, returned};

const OLD: &str = "ancien";

fn collection() -> Collection {
    support::collection(
        r#"fields: [Field(id: "marque", label: "Marque", default: "Valbrune")],
        models: [Model(id: "m", name: "M", title: "Charte cookies", columns: [
            Column(id: "nom", role: name, label: "Nom"), Column(id: "fin", role: purpose, label: "Finalité")],
        sections: [
            Section(id: "pourquoi", heading: "Pourquoi ?", body: "Le portail {{ platform.name }} pose un ancien cookie. Voir <{{ platform.url }}>.\n\n* un\n* deux"),
            Section(id: "tableau", heading: "Tableau de {{ marque }}", table: CookieTable(rows: [
                Row(id: "a", cells: {"nom": "_ga", "fin": "Mesurer"}),
                Row(id: "b", cells: {"nom": "_pk", "fin": ()})])),
            Section(id: "fin", heading: "Fin", body: "Au revoir."),
        ])],
        platforms: [Platform(id: "p", name: "Essai", url: "https://essai.example", languages: ["fr"], follows: "m")]"#,
    )
}

fn replaced(old: &str, new: &str) -> impl Fn(String) -> String {
    let (old, new) = (old.to_owned(), new.to_owned());
    move |text| {
        assert!(text.contains(&old), "{old} in {text}");
        text.replacen(&old, &new, 1)
    }
}

/// Words that give way to others as a tracked change.
fn tracked(old: &str, new: &str) -> String {
    let deleted = format!(
        r#"<w:del w:id="900" w:author="Ana"><w:r><w:delText xml:space="preserve">{old}</w:delText></w:r></w:del>"#
    );
    let inserted = format!(
        r#"<w:ins w:id="901" w:author="Ana"><w:r><w:t xml:space="preserve">{new}</w:t></w:r></w:ins>"#
    );
    format!(r#"</w:t></w:r>{deleted}{inserted}<w:r><w:t xml:space="preserve">"#)
}

/// What a review of the platform's document proposes, to the collection as it is by then.
fn proposed(by_then: &Collection, edit: impl Fn(String) -> String) -> Review {
    let sent = docx(&document(&collection(), "p"));
    let back = archive::edited(&sent, edit, &[]);
    review(by_then, &returned(&back)).expect("its charter is in the collection")
}

#[track_caller]
fn only(review: &Review) -> &What {
    match review.proposals.as_slice() {
        [one] => &one.what,
        other => panic!("{other:#?}"),
    }
}

#[track_caller]
fn only_text(review: &Review) -> (&Element, &str) {
    match only(review) {
        What::Text { element, now, .. } => (element, now),
        other => panic!("{other:?}"),
    }
}

fn section(id: &str) -> SectionId {
    SectionId::new(id).unwrap()
}

fn taken(collection: Collection, review: &Review, scope: Scope) -> Collection {
    let decisions = review.proposals.iter().map(|_| Decision::Accept(scope));
    let change = accept(&collection, review, decisions).expect("something was accepted");
    let mut session = Session::unsaved(collection);
    let before = support::ron(session.collection());
    session.make(change).expect("what is offered can be made");
    let after = session.collection().clone();
    session.undo();
    assert_eq!(support::ron(session.collection()), before, "it is one step");
    after
}

/// What a charter says, as plain text.
fn shown(collection: &Collection, id: &str) -> String {
    let document = document(collection, id);
    let design = chartrier::render::Design::default();
    let format = chartrier::render::Format::Markdown;
    String::from_utf8(chartrier::render::render(&document, format, &design).unwrap()).unwrap()
}

#[test]
fn a_tracked_change_comes_back_with_its_author_and_its_fields() {
    let review = proposed(&collection(), replaced(OLD, &tracked(OLD, "nouveau")));
    let (element, now) = only_text(&review);
    assert_eq!(*element, Element::Body(section("pourquoi")));
    assert_eq!(
        now,
        "Le portail {{ platform.name }} pose un nouveau cookie. Voir <{{ platform.url }}>.\n\n* un\n* deux"
    );
    assert_eq!(review.proposals[0].authors, ["Ana"]);
    assert_eq!(review.proposals[0].basis, Basis::AsRead);
}

#[test]
fn a_plain_edit_comes_back_too() {
    let review = proposed(&collection(), replaced(OLD, "nouveau"));
    assert!(only_text(&review).1.contains("un nouveau cookie"));
    assert!(review.proposals[0].authors.is_empty());
}

#[test]
fn a_value_that_was_changed_is_no_field_any_more() {
    let review = proposed(
        &collection(),
        replaced("portail Essai", "portail de la ville"),
    );
    assert!(
        only_text(&review)
            .1
            .starts_with("Le portail de la ville pose un ancien")
    );
    let review = proposed(&collection(), replaced("Tableau de", "Cookies de"));
    assert_eq!(only_text(&review).1, "Cookies de {{ marque }}");
}

#[test]
fn a_cell_a_title_and_a_label_come_back() {
    for (old, new, expected) in [
        (">Mesurer<", ">Compter<", "Compter"),
        (
            ">Charte cookies<",
            ">Charte des cookies<",
            "Charte des cookies",
        ),
        (">Finalité<", ">Finalités<", "Finalités"),
    ] {
        let review = proposed(&collection(), replaced(old, new));
        assert_eq!(only_text(&review).1, expected);
    }
}

#[test]
fn here_it_is_adapted_and_everywhere_the_model_says_it() {
    let review = proposed(&collection(), replaced(OLD, "nouveau"));
    let here = taken(collection(), &review, Scope::Here);
    assert!(shown(&here, "p").contains("un nouveau cookie"));
    assert!(shown(&here, "m").contains("un ancien cookie"));
    let everywhere = taken(collection(), &review, Scope::Everywhere);
    assert!(shown(&everywhere, "m").contains("un nouveau cookie"));
    assert!(resolve(&everywhere, "p").findings.is_empty());
    // What came in proposes nothing any more.
    let again = proposed(&here, replaced(OLD, "nouveau"));
    assert_eq!(again.proposals, []);
}

#[test]
fn nothing_is_taken_that_was_refused() {
    let review = proposed(&collection(), replaced(OLD, "nouveau"));
    assert_eq!(accept(&collection(), &review, [Decision::Refuse]), None);
}

/// The collection with its text changed since the document was written.
fn moved_on() -> Collection {
    let mut session = Session::unsaved(collection());
    let element = Element::Body(section("pourquoi"));
    let words = "Le portail pose quelques cookies.";
    support::write(
        &mut session,
        &support::model("m"),
        &element,
        words,
        Scope::Here,
    );
    session.collection().clone()
}

#[test]
fn what_changed_here_since_is_told_with_what_the_reviewer_read() {
    let review = proposed(&moved_on(), replaced(OLD, &tracked(OLD, "nouveau")));
    let Basis::ChangedSince(Some(read)) = &review.proposals[0].basis else {
        panic!("{review:?}");
    };
    assert!(read.contains("un ancien cookie"));
    let review = proposed(&moved_on(), replaced(OLD, "nouveau"));
    assert!(matches!(review.proposals[0].basis, Basis::ChangedSince(_)));
}

#[test]
fn what_only_changed_here_is_no_proposal() {
    assert_eq!(proposed(&moved_on(), |text| text).proposals, []);
}

/// The row of a table that holds some words.
fn row_of(text: &str, words: &str) -> String {
    let at = text.find(words).unwrap();
    let start = text[..at].rfind("<w:tr>").unwrap();
    let end = at + text[at..].find("</w:tr>").unwrap() + "</w:tr>".len();
    text[start..end].to_owned()
}

#[test]
fn words_in_a_column_that_a_reviewer_adds_are_told() {
    let word = |said: &str| format!("<w:tc><w:p><w:r><w:t>{said}</w:t></w:r></w:p></w:tc></w:tr>");
    let review = proposed(&collection(), |text| {
        let mut said = ["Base légale", "Intérêt légitime", "Consentement"].iter();
        let pieces: Vec<&str> = text.split("</w:tr>").collect();
        let (last, rows) = pieces.split_last().unwrap();
        let widened = rows.iter().map(|row| {
            let said = said.next().expect("there are three rows");
            format!("{row}{}", word(said))
        });
        widened.collect::<String>() + last
    });
    assert_eq!(review.proposals, []);
    let told: Vec<&str> = review.remarks.iter().map(|it| it.text.as_str()).collect();
    assert_eq!(told, ["Base légale", "Intérêt légitime", "Consentement"]);
}

#[test]
fn a_row_that_was_taken_out_is_proposed_to_go() {
    let deleted = |text: String| {
        let row = row_of(&text, "_pk");
        text.replace(&row, "")
    };
    let tracked = |text: String| {
        let row = row_of(&text, "_pk");
        let marked = row.replace("<w:trPr>", r#"<w:trPr><w:del w:id="7" w:author="Bo"/>"#);
        text.replace(&row, &marked)
    };
    for (review, authors) in [
        (proposed(&collection(), deleted), vec![]),
        (proposed(&collection(), tracked), vec!["Bo".to_owned()]),
    ] {
        let What::RemoveRow { row, .. } = only(&review) else {
            panic!("{review:?}");
        };
        assert_eq!(row.row.as_str(), "b");
        assert_eq!(review.proposals[0].authors, authors);
        let here = taken(collection(), &review, Scope::Here);
        assert!(!shown(&here, "p").contains("\\_pk") && shown(&here, "m").contains("_pk"));
    }
}

#[test]
fn a_row_that_was_added_comes_in_below_the_one_above_it() {
    let add = |text: String| {
        let row = row_of(&text, "_ga");
        let new = row
            .replace("_ga", "NID")
            .replace("Mesurer", "Retenir les choix")
            .replace("<w:trPr>", r#"<w:trPr><w:ins w:id="7" w:author="Bo"/>"#);
        let bare: String = new
            .split('<')
            .filter(|it| !it.starts_with("w:bookmark"))
            .collect::<Vec<_>>()
            .join("<");
        text.replace(&row, &format!("{row}{bare}"))
    };
    let review = proposed(&collection(), add);
    let What::AddRow { after, cells, .. } = only(&review) else {
        panic!("{review:?}");
    };
    assert_eq!(after.as_ref().map(|it| it.as_str()), Some("a"));
    assert_eq!(cells[1].1, "Retenir les choix");
    let here = taken(collection(), &review, Scope::Here);
    let shown = shown(&here, "p");
    let places: Vec<_> = ["_ga", "NID", "_pk"].map(|it| shown.find(it)).into();
    assert!(places.is_sorted() && places[0].is_some(), "{shown}");
}

/// The paragraphs from one that holds some words up to one that holds others.
fn without(text: &str, from: &str, to: Option<&str>) -> String {
    let start = text[..text.find(from).unwrap()].rfind("<w:p>").unwrap();
    let end = match to {
        Some(to) => text[..text.find(to).unwrap()].rfind("<w:p>").unwrap(),
        None => text.rfind("<w:sectPr>").unwrap(),
    };
    format!("{}{}", &text[..start], &text[end..])
}

#[test]
fn a_section_that_was_taken_out_is_proposed_to_go() {
    let review = proposed(&collection(), |text| without(&text, ">Fin<", None));
    let What::RemoveSection { section, .. } = only(&review) else {
        panic!("{review:?}");
    };
    assert_eq!(section.as_str(), "fin");
    let here = taken(collection(), &review, Scope::Here);
    assert!(!shown(&here, "p").contains("Au revoir"));
}

#[test]
fn a_section_that_was_added_comes_in_where_it_stands() {
    let add = |text: String| {
        let new = r#"<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr><w:r><w:t>Neuf</w:t></w:r></w:p><w:p><w:r><w:t>Du texte.</w:t></w:r></w:p>"#;
        let start = text[..text.find(">Fin<").unwrap()].rfind("<w:p>").unwrap();
        format!("{}{new}{}", &text[..start], &text[start..])
    };
    let review = proposed(&collection(), add);
    let What::AddSection {
        after,
        level,
        heading,
        body,
    } = only(&review)
    else {
        panic!("{review:?}");
    };
    assert_eq!(after, &Some(section("tableau")));
    assert_eq!(
        (level.number(), heading.as_str(), body.as_str()),
        (2, "Neuf", "Du texte.")
    );
    let shown = shown(&taken(collection(), &review, Scope::Here), "p");
    assert!(
        shown.find("Neuf").unwrap() < shown.find("Fin\n").unwrap(),
        "{shown}"
    );
}

#[test]
fn a_heading_that_was_typed_anew_is_still_that_of_its_section() {
    let retyped = |text: String| {
        let start = text[..text.find(">Fin<").unwrap()].rfind("<w:p>").unwrap();
        let end = start + text[start..].find("</w:p>").unwrap();
        let new =
            r#"<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Pour finir</w:t></w:r>"#;
        format!("{}{new}{}", &text[..start], &text[end..])
    };
    let review = proposed(&collection(), retyped);
    assert_eq!(
        only_text(&review),
        (&Element::Heading(section("fin")), "Pour finir")
    );
}

#[test]
fn a_paragraph_whose_end_was_deleted_goes_on_in_the_next() {
    let joined = |text: String| {
        let item = text.find(">un<").unwrap();
        let start = text[..item].rfind("<w:p>").unwrap();
        let properties = start + text[start..].find("</w:pPr>").unwrap();
        let mark = r#"<w:rPr><w:del w:id="5" w:author="Bo"/></w:rPr>"#;
        format!("{}{mark}{}", &text[..properties], &text[properties..])
    };
    let review = proposed(&collection(), joined);
    assert!(only_text(&review).1.ends_with("- undeux"), "{review:?}");
    assert_eq!(review.proposals[0].authors, ["Bo"]);
}

const COMMENTS: &str = r#"<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="3" w:author="Cy"><w:p><w:r><w:t>Est-ce bien sûr ?</w:t></w:r></w:p></w:comment></w:comments>"#;

#[test]
fn a_comment_stands_at_the_change_that_it_is_about_or_by_itself() {
    let anchor =
        r#"</w:t></w:r><w:r><w:commentReference w:id="3"/></w:r><w:r><w:t xml:space="preserve">"#;
    let sent = docx(&document(&collection(), "p"));
    let comments = [("word/comments.xml", COMMENTS)];
    let changed = |text: String| text.replacen(OLD, &format!("nouveau{anchor}"), 1);
    let back = archive::edited(&sent, changed, &comments);
    let with = review(&collection(), &returned(&back)).unwrap();
    assert_eq!(with.proposals[0].comments[0].text, "Est-ce bien sûr ?");
    assert_eq!(with.proposals[0].comments[0].author, "Cy");
    assert_eq!(with.remarks, []);
    let unchanged = |text: String| text.replacen(OLD, &format!("ancien{anchor}"), 1);
    let back = archive::edited(&sent, unchanged, &comments);
    let alone = review(&collection(), &returned(&back)).unwrap();
    assert_eq!(alone.proposals, []);
    assert_eq!(alone.remarks[0].text, "Est-ce bien sûr ?");
}

#[test]
fn a_document_of_another_collection_is_none_of_this_one() {
    let other = Collection::new("Autre", support::language("fr"));
    let sent = docx(&document(&collection(), "p"));
    assert_eq!(review(&other, &returned(&sent)), None);
}

#[test]
fn what_is_said_as_above_stays_so_unless_it_is_changed() {
    let review = proposed(&collection(), |text| {
        let at = text.rfind(">Mesurer<").unwrap();
        format!("{}>Suivre<{}", &text[..at], &text[at + ">Mesurer<".len()..])
    });
    let (element, now) = only_text(&review);
    assert!(matches!(element, Element::Cell(cell) if cell.row.as_str() == "b"));
    assert_eq!(now, "Suivre");
    let here = taken(collection(), &review, Scope::Here);
    assert!(matches!(review.owner, Owner::Platform(_)));
    assert!(shown(&here, "p").contains("Suivre") && shown(&here, "p").contains("Mesurer"));
}

#[test]
fn a_document_reviewed_in_libreoffice_comes_back_as_proposals() {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/data/review/tracked-libreoffice.docx"
    );
    let back = std::fs::read(path).expect("the fixture is there");
    let collection = crate::examples();
    let review = review(&collection, &returned(&back)).expect("it is of the examples");
    let shown: Vec<String> = review
        .proposals
        .iter()
        .map(|proposal| match &proposal.what {
            What::Text { element, .. } => format!("{element:?} by {:?}", proposal.authors),
            What::RemoveRow { row, .. } => format!("without {}", row.row),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(
        shown,
        [
            "Body(SectionId(\"pourquoi\")) by [\"Unknown Author\"]",
            "Cell(CellAddress { section: SectionId(\"necessaires\"), row: RowId(\"sessionid\"), column: ColumnId(\"provider\") }) by [\"Unknown Author\"]",
            "without valbrune-contraste",
        ]
    );
    assert!(review.proposals.iter().all(|it| it.basis == Basis::AsRead));
    assert_eq!(review.proposals[0].comments[0].text, "Lesquels ?");
    let after = taken(collection, &review, Scope::Here);
    let shown = shown_of(&after);
    assert!(
        shown.contains("combien de jours ils restent") && !shown.contains("valbrune_contraste")
    );
}

fn shown_of(collection: &Collection) -> String {
    shown(collection, "donnees-valbrune-example")
}
