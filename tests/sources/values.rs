//! Tables of values.

use crate::{check, outline, page};

#[test]
fn a_cell_in_quotation_marks_may_hold_anything() {
    check(
        "Nom,Finalité\n\"phare\",\"Compter,\nmesurer\"\nquai,\"dit \"\"la jetée\"\"\"\n",
        "table[1]
        | Nom | Finalité
        | phare | Compter,⏎mesurer
        | quai | dit \"la jetée\"",
    );
}

#[test]
fn a_quotation_mark_within_words_is_a_letter() {
    check(
        "Nom\tFinalité\n\"Phare\" du port\tCompter\n5\" de quai\tMesurer\n",
        "table[1]
        | Nom | Finalité
        | \"Phare\" du port | Compter
        | 5\" de quai | Mesurer",
    );
}

#[test]
fn rows_without_labels_have_no_header() {
    check(
        "phare;port.example;365\nquai;port.example;30\njetée;port.example;1\n",
        "table[0]
        | phare | port.example | 365
        | quai | port.example | 30
        | jetée | port.example | 1",
    );
}

#[test]
fn rows_have_their_lines() {
    let page = page(b"Nom;Note\nphare;\"a\nb\"\nquai;c\n\njet\xc3\xa9e;d\n");
    assert_eq!(outline::lines(&page), "1(1 2 4 6)");
}
