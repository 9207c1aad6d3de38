//! HTML as pages.

use chartrier::import::page::{Author, End};

use crate::{check, fixture, outline, page};

#[test]
fn a_page_comes_in_with_all_that_stands_on_it() {
    check(
        fixture("page.html"),
        "~ Ce site dépose des traceurs.
        ~ Tout accepter
        ~ [Accueil](https://portdebrume.example/)
        ~ -([Plans](https://portdebrume.example/plans); [Contact](https://portdebrume.example/contact))
        # Cookies du port
        Publié le 3\u{a0}mars 2025 par **la Régie du port**.⏎Écrivez à [cookies@portdebrume.example](mailto:cookies@portdebrume.example), ou lisez [les mentions](https://portdebrume.example/mentions).
        ## Ce qui est déposé
        table[2] Cookies nécessaires
        | Cookie | Usage | <
        | ^ | Finalité | Durée
        | `maree_session` | Retenir ¶ -(la langue; le quai) | Session
        | maree_{quai} | Ouvrir les cartes. ¶ Rien d’autre. | ^
        | phare_* | Mesurer⏎les visites | 13 mois
        ### Refuser
        Ouvrez « Gestion des cookies ».
        Firefox := Menu, Vie privée.
        Safari := Réglages.
        Logo du port
        Les champs comme {{ nom }} restent du texte.
        ~ Régie du port, quai 4",
    );
    let page = page(&fixture("page.html"));
    assert_eq!(page.language.as_ref().map(|it| it.as_str()), Some("fr"));
    assert_eq!(
        page.address.as_deref(),
        Some("https://portdebrume.example/cookies")
    );
    assert_eq!(page.site.as_deref(), Some("Port de Brume"));
    assert_eq!(page.tab_title.as_deref(), Some("Cookies – Port de Brume"));
    assert_eq!((page.author, page.end), (Author::Anyone, End::Whole));
    assert_eq!(
        outline::lines(&page),
        "12 12 15 16 19 20 21 23(25 26 29 30 31) 34 36 37 37 37 40 42"
    );
}

#[test]
fn spans_are_laid_out() {
    check(
        "<table><tr><th>A<th>B<th>C</tr><tr><td rowspan=2 colspan=2>x</td><td>1</td></tr><tr><td>2</td></tr>\
         <tr><td>y</td></tr></table>",
        "table[1]
        | A | B | C
        | x | < | 1
        | ^ | ^ | 2
        | y",
    );
}

#[test]
fn a_table_that_lays_out_the_page_is_gone_through() {
    check(
        "<table><tr><td><ul><li>Menu</li></ul></td><td><h1>Cookies</h1><table><tr><td>a<td>b</tr><tr><td>c<td>d</tr></table></td></tr></table>",
        "-(Menu)
        # Cookies
        table[0]
        | a | b
        | c | d",
    );
    check(
        "<table><tr><td>un</td></tr><tr><td>deux</td></tr></table>",
        "un\ndeux",
    );
}

#[test]
fn lists_that_hold_sections_are_gone_through() {
    check(
        "<ol><li><h2>Un</h2><p>a</p></li><li><h2>Deux</h2><table><tr><td>b<td>c</tr><tr><td>d<td>e</tr></table></li></ol>",
        "## Un
        a
        ## Deux
        table[0]
        | b | c
        | d | e",
    );
}

#[test]
fn what_opens_and_closes_is_part_of_the_page() {
    check(
        "<details><summary>Pourquoi ?</summary><p>Pour voir.</p></details>\
         <div><button aria-expanded=false>Comment ?</button><div class=accordion-panel style='display:none'><p>Ainsi.</p></div></div>",
        "**Pourquoi ?**
        Pour voir.
        **Comment ?**
        Ainsi.",
    );
}

#[test]
fn what_is_hidden_or_done_is_around() {
    check(
        "<p>Un <span hidden>caché</span> mot.</p><div style='display: none'><p>Rien</p></div>\
         <form><label>Courriel</label><input placeholder='vous@'><select><option>un<option>deux</select>\
         <input type=submit value=Envoyer></form><p>Cliquez sur <button>ce bouton</button> ici.</p>",
        "Un mot.
        ~ caché
        ~ Rien
        ~ Courriel
        ~ vous@
        ~ un deux
        ~ Envoyer
        Cliquez sur ce bouton ici.",
    );
}

#[test]
fn a_window_that_was_saved_alone_is_the_page() {
    check(
        "<dialog><h2>Cookies</h2><p>Le port en dépose.</p></dialog>",
        "## Cookies\nLe port en dépose.",
    );
}

#[test]
fn the_title_may_stand_in_the_banner() {
    check(
        "<body><header><h1>Cookies</h1></header><p>Mot.</p></body>",
        "# Cookies\nMot.",
    );
    check(
        "<body><header>Le port</header><h1>Cookies</h1><p>Mot.</p></body>",
        "~ Le port\n# Cookies\nMot.",
    );
}

#[test]
fn words_that_nothing_encloses_are_paragraphs() {
    check(
        "Un <b>mot</b><br>deux<p>trois</p>quatre <a href='javascript:x()'>cinq</a><custom-part><h2>Six</h2></custom-part>",
        "Un **mot**⏎deux
        trois
        quatre cinq
        ## Six",
    );
}

#[test]
fn a_clipboard_says_where_it_comes_from() {
    let html = "Version:0.9\r\nStartHTML:0000000105\r\nEndHTML:0000000300\r\nSourceURL:https://port.example/c\r\n\
                <html><body><!--StartFragment--><p>Mot, <a href=\"/x\">lien</a></p><!--EndFragment--></body></html>";
    check(html, "Mot, [lien](https://port.example/x)");
    let page = page(html.as_bytes());
    assert_eq!(page.address.as_deref(), Some("https://port.example/c"));
    assert_eq!(outline::lines(&page), "5");
}

#[test]
fn a_browser_says_what_it_saved() {
    let html = "<!DOCTYPE html>\n<!-- saved from url=(0026)https://port.example/saved -->\n<html><body>Mot</body></html>";
    assert_eq!(
        page(html.as_bytes()).address.as_deref(),
        Some("https://port.example/saved")
    );
}

#[test]
fn an_end_that_is_missing_is_seen() {
    for (end, html) in [
        (End::Whole, "<html><body><p>Mot</p></body></html>"),
        (End::Whole, "<html><body><ul><li>Mot</p></html>"),
        (End::Whole, "<h2>Mot<p>Mot"),
        (End::Whole, "<p>Mot<ul><li>un<li>deux</ul>"),
        (
            End::Whole,
            "<p>Mot</p><script>'<table>'</script><!-- <ul> -->",
        ),
        (End::Cut, "<html><body><p>Mot</p>"),
        (End::Cut, "<p>Mot</p><table><tr><td>un"),
        (End::Cut, "<p>Mot<ul><li>un"),
        (End::Cut, "<p>Mot</p><p clas"),
    ] {
        assert_eq!(page(html.as_bytes()).end, end, "{html}");
    }
}

#[test]
fn lists_that_consent_tools_write_into_a_page_are_its_text() {
    check(
        "<!doctype html><html><body><h1>Cookies</h1><div class=CookieDeclaration><p class=CookieDeclarationDialogText>Accord pour port.example</p></div>\
         <div class=cookie-dialog><p>Accepter ?</p></div></body></html>",
        "# Cookies
        Accord pour port.example
        ~ Accepter ?",
    );
}

#[test]
fn what_links_say_when_hovered_over_is_kept_beside_the_text() {
    let html = "<html><main><p>Des cookies : <a href=https://port.example title='La page du port'>port</a>, \
        <a href=https://quai.example title=quai>Le quai</a>, <a href=https://port.example title='La page du port'>encore</a>, \
        <abbr title='Régie du port'>RP</abbr>.";
    let markdown = "# Cookies\n\nDes cookies : [port](https://port.example \"La page du port\"), \
        [quai](https://quai.example \"quai\").\n";
    let titles = |source: &str| -> Vec<(usize, String)> {
        let titles = page(source.as_bytes()).link_titles.into_iter();
        titles.map(|it| (it.line, it.title)).collect()
    };
    assert_eq!(
        titles(html),
        [
            (1, "La page du port".to_owned()),
            (1, "Régie du port".to_owned())
        ]
    );
    assert_eq!(titles(markdown), [(3, "La page du port".to_owned())]);
}

#[test]
fn definitions_in_the_items_of_a_list_are_definitions() {
    check(
        "<main><ul><li><dl><dt>Nom<dd>quai_id<dt>Durée<dd>1 an</dl><li><dl><dt>Nom<dd>_pk_id<dt>Durée<dd>13 mois</dl></ul>",
        "Nom := quai_id
        Durée := 1 an
        Nom := _pk_id
        Durée := 13 mois",
    );
}
