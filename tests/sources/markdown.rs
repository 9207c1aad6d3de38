//! Markdown as pages.

use chartrier::import::page::End;

use crate::{check, outline, page};

#[test]
fn markdown_says_what_it_means() {
    check(
        "URL: https://port.example/cookies\nCookies\n=======\n\nLisez *bien* **tout** : \
         [mentions](/mentions), `phare_*`, \\_quai\\_.\\\nMerci.\n\n* un\n* deux\n  1. trois\n\n\
         > cité\n\n* * *\n\n```\na\n\n b\n```\n",
        "# Cookies
        Lisez *bien* **tout** : [mentions](https://port.example/mentions), `phare_*`, _quai_.⏎Merci.
        -(un; deux ¶ 1.(trois))
        > cité
        ---
        code(a⏎⏎ b)",
    );
}

#[test]
fn the_first_line_may_name_the_address() {
    let page = page(b"URL: https://port.example/cookies\n# Cookies\n\nMot.");
    assert_eq!(
        page.address.as_deref(),
        Some("https://port.example/cookies")
    );
    assert_eq!(outline::lines(&page), "2 4");
    assert_eq!(page.end, End::Whole);
}

#[test]
fn tables_keep_their_rows_be_they_empty_or_rules() {
    check(
        "# Cookies\n\n|     |     |\n| --- | --- |\n| Nom | Durée |\n| --- | --- |\n| phare\\_\\* | 1 an<br>ou deux |\n",
        "# Cookies
        table[1]
        |  |
        | Nom | Durée
        | --- | ---
        | phare_* | 1 an⏎ou deux",
    );
}

#[test]
fn html_in_markdown_is_read_and_names_in_angle_brackets_are_words() {
    check(
        "# Cookies\n\n<table><tr><th>Nom</th><th>Durée</th></tr><tr><td>quai_<ID></td><td>1 an</td></tr></table>\n\n\
         Chez phare_<ID> ou <plaintext> et <script>.\n",
        "# Cookies
        table[1]
        | Nom | Durée
        | quai_<ID> | 1 an
        Chez phare_<ID> ou <plaintext> et <script>.",
    );
}

#[test]
fn parts_and_rows_have_their_lines() {
    let page = page(
        b"# Cookies\n\nMot.\n\n- un\n- deux\n\n| Nom | Dur |\n|---|---|\n| a | b |\n| c | d |\n\n<p>Fin</p>\n",
    );
    assert_eq!(outline::lines(&page), "1 3 5 8(8 10 11) 13");
}

#[test]
fn what_stands_between_dashes_above_a_page_stands_around_it() {
    check(
        "---\ntitle: Cookies\nlayout: page\n---\n\n# Cookies du port\n\nLe port en dépose.\n",
        "~ title: Cookies layout: page
        # Cookies du port
        Le port en dépose.",
    );
}
