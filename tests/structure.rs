//! Pages become charters: what each line is for, told from what it looks like.
//!
//! A page is plain text here; a charter is written as lines: the title, the sections with their
//! levels, bodies in brackets, tables with their category, their columns and their rows.

use chartrier::import::draft::{Draft, DraftCell, DraftTable, Verdict};
use chartrier::import::source::{self, Content};
use chartrier::import::structure::{Decisions, Kind, draft};
use chartrier::import::{NoteKind, Page};
use chartrier::model::{Category, Language, Role};

fn read(page: &str) -> Draft {
    decided(page, &Decisions::default())
}

fn decided(page: &str, decisions: &Decisions) -> Draft {
    draft(&parts(page), decisions, &Language::new("fr").unwrap())
}

/// A page as it is read: a text or, where that is what it looks like, HTML or Markdown.
fn parts(text: &str) -> Page {
    if text.is_empty() {
        return Page::default();
    }
    match source::read(text.as_bytes(), "page.txt").unwrap().content {
        Content::Page(page) => page,
        Content::Collection { .. } => panic!("a collection"),
    }
}

/// What is found on a page, as lines.
fn lines(draft: &Draft) -> String {
    let mut lines = format!("= {}\n", draft.title);
    for section in &draft.sections {
        if !section.heading.is_empty() {
            lines.push_str(&format!("{} {}\n", section.level, section.heading));
        }
        if !section.body.is_empty() {
            lines.push_str(&format!("[{}]\n", section.body.replace('\n', "/")));
        }
        lines.extend(section.table.as_ref().map(table));
    }
    for apart in &draft.set_apart {
        lines.push_str(&format!("- {}\n", apart.text));
    }
    lines
}

fn table(table: &DraftTable) -> String {
    let category = table.category.as_ref().map(|it| format!("{it:?}"));
    let columns = table
        .columns
        .iter()
        .map(|column| format!("{}:{:?}", column.label, column.role));
    let mut lines = format!(
        "{}: {}\n",
        category.unwrap_or_else(|| "?".to_owned()),
        columns.collect::<Vec<_>>().join(" | ")
    );
    for row in &table.rows {
        let cells = row.cells.iter().map(|cell| match cell {
            DraftCell::Text(text) => text.replace('\n', "/"),
            DraftCell::Above => "^".to_owned(),
            DraftCell::Absent => "∅".to_owned(),
        });
        lines.push_str(&format!("  {}\n", cells.collect::<Vec<_>>().join(" | ")));
    }
    lines
}

/// The first table of a draft.
#[track_caller]
fn table_of(draft: &Draft) -> &DraftTable {
    let first = draft.tables().next();
    first.unwrap_or_else(|| panic!("no table:\n{}", lines(draft)))
}

fn roles_of(table: &DraftTable) -> Vec<Role> {
    table.columns.iter().map(|it| it.role).collect()
}

#[track_caller]
fn check(page: &str, expected: &str) {
    same(&lines(&read(page)), expected);
}

/// Whether lines are those that are expected, without what a test indents them by.
#[track_caller]
fn same(found: &str, expected: &str) {
    let expected: String = expected
        .trim()
        .lines()
        .map(|line| format!("{}\n", line.strip_prefix("        ").unwrap_or(line)))
        .collect();
    assert_eq!(found, expected, "\n{found}");
}

fn has_note(draft: &Draft, kind: NoteKind) -> bool {
    draft.notes.iter().any(|note| note.kind == kind)
}

/// A page that says enough of cookies to be a charter, with something in its middle.
fn page(middle: &str) -> String {
    format!(
        "Charte cookies\n\
         Ce portail dépose des cookies pour fonctionner, et en dépose d’autres avec votre accord.\n\
         {middle}\n"
    )
}

/// The table that a page with something in its middle comes to hold.
#[track_caller]
fn check_table(middle: &str, expected: &str) {
    let found: String = read(&page(middle)).tables().map(table).collect();
    same(&found, expected);
}

#[test]
fn a_page_of_a_portal_becomes_sections_and_a_table() {
    check(
        "Charte cookies\n\n\
         Ce portail dépose des cookies pour fonctionner.\n\n\
         Qu'est-ce qu'un cookie ?\n\n\
         Un cookie est un petit fichier que le site range dans le navigateur.\n\n\
         À quoi servent les cookies sur la plateforme <https://data.exemple.fr>\n\n\
         Cookies nécessaires au fonctionnement\n\n\
         Nom du prestataire\tNom du cookie\tFinalités\n\
         Opendatasoft\tsessionid\tReconnaître le visiteur\n\n\
         Opendatasoft\tcsrftoken\tProtéger les formulaires\n",
        "= Charte cookies
        [Ce portail dépose des cookies pour fonctionner.]
        1 Qu'est-ce qu'un cookie ?
        [Un cookie est un petit fichier que le site range dans le navigateur.]
        1 À quoi servent les cookies sur la plateforme <https://data.exemple.fr>
        2 Cookies nécessaires au fonctionnement
        Necessary: Nom du prestataire:Provider | Nom du cookie:Name | Finalités:Purpose
          Opendatasoft | sessionid | Reconnaître le visiteur
          Opendatasoft | csrftoken | Protéger les formulaires",
    );
}

#[test]
fn headings_are_told_by_numbers_letters_capitals_and_questions() {
    check(
        "Politique des cookies\n\
         ARTICLE 1 Définitions\n\
         Les cookies sont des fichiers déposés par les sites.\n\
         1. Les cookies internes\n\
         Ils viennent du site lui-même, et de lui seul.\n\
         a) Les cookies de session\n\
         Ils disparaissent avec la fenêtre du navigateur.\n\
         2. Les cookies tiers\n\
         Ils viennent d’autres sites que celui que l’on visite.\n\
         VOS CHOIX\n\
         Vous pouvez refuser les cookies à tout moment.\n\
         Comment faire ?\n\
         Un lien au bas de chaque page ouvre les réglages.\n",
        "= Politique des cookies
        1 ARTICLE 1 Définitions
        [Les cookies sont des fichiers déposés par les sites.]
        3 1. Les cookies internes
        [Ils viennent du site lui-même, et de lui seul.]
        4 a) Les cookies de session
        [Ils disparaissent avec la fenêtre du navigateur.]
        3 2. Les cookies tiers
        [Ils viennent d’autres sites que celui que l’on visite.]
        2 VOS CHOIX
        [Vous pouvez refuser les cookies à tout moment.]
        5 Comment faire ?
        [Un lien au bas de chaque page ouvre les réglages.]",
    );
}

#[test]
fn numbered_lines_in_a_row_are_a_list() {
    let draft = read(&page(
        "Pour refuser :\n1. Ouvrez le menu\n2. Choisissez « Cookies »\n3. Cliquez sur « Refuser »",
    ));
    let body = &draft.sections[0].body;
    assert!(
        body.contains("1. Ouvrez le menu\n2. Choisissez « Cookies »"),
        "{body}"
    );
}

#[test]
fn tables_come_in_every_shape_that_text_gives_them() {
    let expected = "Necessary: Nom:Name | Finalité:Purpose | Durée:Duration\n  \
         sessionid | Reconnaître le visiteur | 2 semaines\n  \
         csrftoken | Protéger les formulaires | 12 mois";
    for shape in [
        // Tabs, with blank lines between rows.
        "Cookies nécessaires\nNom\tFinalité\tDurée\n\nsessionid\tReconnaître le visiteur\t2 semaines\n\ncsrftoken\tProtéger les formulaires\t12 mois",
        // Bars around and between, with a rule.
        "Cookies nécessaires\n| Nom | Finalité | Durée |\n|---|---|---|\n| sessionid | Reconnaître le visiteur | 2 semaines |\n| csrftoken | Protéger les formulaires | 12 mois |",
        // Bars between, a rule after every row.
        "Cookies nécessaires\nNom | Finalité | Durée\n--- | --- | ---\nsessionid | Reconnaître le visiteur | 2 semaines\n--- | --- | ---\ncsrftoken | Protéger les formulaires | 12 mois",
        // A cell a line, a bar behind each.
        "Cookies nécessaires\n|\nNom |\nFinalité |\nDurée |\n|\nsessionid |\nReconnaître le visiteur |\n2 semaines |\n|\ncsrftoken |\nProtéger les formulaires |\n12 mois |",
        // A cell a line, without marks.
        "Cookies nécessaires\nNom\nFinalité\nDurée\nsessionid\nReconnaître le visiteur\n2 semaines\ncsrftoken\nProtéger les formulaires\n12 mois",
        // Wide gaps.
        "Cookies nécessaires\nNom        Finalité                  Durée\nsessionid  Reconnaître le visiteur   2 semaines\ncsrftoken  Protéger les formulaires  12 mois",
        // An empty header above the real one.
        "Cookies nécessaires\n|  |  |  |\n|---|---|---|\n| Nom | Finalité | Durée |\n| sessionid | Reconnaître le visiteur | 2 semaines |\n| csrftoken | Protéger les formulaires | 12 mois |",
        // Its label in each cell.
        "Cookies nécessaires\nNom : sessionid\tFinalité : Reconnaître le visiteur\tDurée : 2 semaines\nNom : csrftoken\tFinalité : Protéger les formulaires\tDurée : 12 mois",
        // Records.
        "Cookies nécessaires\nNom : sessionid\nFinalité : Reconnaître le visiteur\nDurée : 2 semaines\nNom : csrftoken\nFinalité : Protéger les formulaires\nDurée : 12 mois",
        // Records on a line each.
        "Cookies nécessaires\nNom : sessionid Finalité : Reconnaître le visiteur Durée : 2 semaines\nNom : csrftoken Finalité : Protéger les formulaires Durée : 12 mois",
        // Labels alone above what they label.
        "Cookies nécessaires\nNom\nsessionid\nFinalité\nReconnaître le visiteur\nDurée\n2 semaines\nNom\ncsrftoken\nFinalité\nProtéger les formulaires\nDurée\n12 mois",
        // Bars between, and nothing else.
        "Cookies nécessaires\nNom | Finalité | Durée\nsessionid | Reconnaître le visiteur | 2 semaines\ncsrftoken | Protéger les formulaires | 12 mois",
        // Labels down the left side.
        "Cookies nécessaires\nNom\tsessionid\tcsrftoken\nFinalité\tReconnaître le visiteur\tProtéger les formulaires\nDurée\t2 semaines\t12 mois",
        // The same, bars around, one record below the other.
        "Cookies nécessaires\n| Nom | sessionid |\n| Finalité | Reconnaître le visiteur |\n| Durée | 2 semaines |\n| Nom | csrftoken |\n| Finalité | Protéger les formulaires |\n| Durée | 12 mois |",
        // Records as items over several lines.
        "Cookies nécessaires\n* Nom : sessionid\n  Finalité : Reconnaître le visiteur\n  Durée : 2 semaines\n* Nom : csrftoken\n  Finalité : Protéger les formulaires\n  Durée : 12 mois",
        // Spaces alone, where what is known tells the cells apart.
        "Cookies nécessaires\nNom Finalité Durée\nsessionid Reconnaître le visiteur 2 semaines\ncsrftoken Protéger les formulaires 12 mois",
        // Bars with no space around them.
        "Cookies nécessaires\nNom|Finalité|Durée\nsessionid|Reconnaître le visiteur|2 semaines\ncsrftoken|Protéger les formulaires|12 mois",
        // Items, dashes between what they say.
        "Cookies nécessaires\n• Nom – Finalité – Durée\n• sessionid – Reconnaître le visiteur – 2 semaines\n• csrftoken – Protéger les formulaires – 12 mois",
        // Every cell in quotation marks.
        "Cookies nécessaires\n\"Nom\"\t\"Finalité\"\t\"Durée\"\n\"sessionid\"\t\"Reconnaître le visiteur\"\t\"2 semaines\"\n\"csrftoken\"\t\"Protéger les formulaires\"\t\"12 mois\"",
        // A row broken over two lines.
        "Cookies nécessaires\nNom\tFinalité\tDurée\nsessionid\tReconnaître\nle visiteur\t2 semaines\ncsrftoken\tProtéger les formulaires\t12 mois",
    ] {
        let draft = read(&page(shape));
        let found: String = draft.tables().map(table).collect();
        assert_eq!(found.trim_end(), expected, "\n{shape}\n\n{}", lines(&draft));
    }
}

#[test]
fn a_category_stands_in_many_places() {
    let rows = "Nom\tFinalité\n_pk_id\tCompter les visites\n_pk_ses\tCompter les pages";
    for before in [
        "Cookies de mesure d’audience",
        "Statistiques (33)\nIls nous disent quelles pages sont lues, et combien de fois elles le sont.",
        "Cookies analytiques : ils nous disent quelles pages sont lues.",
        "Vos cookies\nLes cookies de mesure d’audience sont les suivants :",
    ] {
        let draft = read(&page(&format!("{before}\n{rows}")));
        let category = &table_of(&draft).category;
        assert_eq!(*category, Some(Category::Audience), "{before}");
    }
    check_table(
        "| Cookies nécessaires |  |\n|---|---|\n| Nom | Finalité |\n| sessionid | Reconnaître le visiteur |\n| Cookies de mesure d’audience |  |\n| _pk_id | Compter les visites |",
        "Necessary: Nom:Name | Finalité:Purpose
          sessionid | Reconnaître le visiteur
        Audience: Nom:Name | Finalité:Purpose
          _pk_id | Compter les visites",
    );
}

#[test]
fn columns_are_known_by_their_labels_in_eight_languages() {
    use Role::{Consent, Domain, Duration, Link, Name, Other, Party, Provider, Purpose, Service};

    for (labels, roles) in [
        (
            "Nom du prestataire | Service et emplacement | Nom du cookies | Finalités",
            &[Provider, Service, Name, Purpose][..],
        ),
        (
            "Provider | Service and location | Cookie name | Purpose",
            &[Provider, Service, Name, Purpose][..],
        ),
        (
            "Supplier name | Cookie name | Duration | Function",
            &[Provider, Name, Duration, Purpose][..],
        ),
        (
            "Cookies | Description | Durée de conservation",
            &[Name, Purpose, Duration][..],
        ),
        (
            "NOMS DES COOKIES | FINALITE | DUREE DE CONSERVATION",
            &[Name, Purpose, Duration][..],
        ),
        (
            "Nom | échéance | Contenu | Objectif",
            &[Name, Duration, Other, Purpose][..],
        ),
        (
            "Site(s) concerné(s) | Nom du traceur | Emetteur | Fonction | Durée",
            &[Domain, Name, Provider, Purpose, Duration][..],
        ),
        (
            "Domaine | Nom du cookie | Durée de conservation",
            &[Domain, Name, Duration][..],
        ),
        (
            "Nom | Description | Domaines | Durée de vie (jours)",
            &[Name, Purpose, Domain, Duration][..],
        ),
        (
            "Nom | Fournisseur | Finalité | Durée maximale de conservation | Type",
            &[Name, Provider, Purpose, Duration, Other][..],
        ),
        (
            "Nom | Fournisseur | Domaine | Finalité | Type | Durée | Origine",
            &[Name, Provider, Domain, Purpose, Other, Duration, Party][..],
        ),
        ("Cookie ID | Objectif", &[Name, Purpose][..]),
        ("Clé | Finalité | Durée", &[Name, Purpose, Duration][..]),
        (
            "Nom du Cookie et du partenaire | Finalité",
            &[Name, Purpose][..],
        ),
        (
            "Name | Type (if persistent cookie, retention period) | Purpose of cookie | Opt-out",
            &[Name, Duration, Purpose, Consent][..],
        ),
        (
            "name | domain | category | description | platform | privacy_link | expiry",
            &[Name, Domain, Other, Purpose, Provider, Link, Duration][..],
        ),
        (
            "Tipo | Cookie | Descripción | Duración",
            &[Other, Name, Purpose, Duration][..],
        ),
        (
            "Nom | Finalitat | Caducitat",
            &[Name, Purpose, Duration][..],
        ),
        (
            "Cookie | Fornecedor | Validade | Tipo | Finalidade",
            &[Name, Provider, Duration, Other, Purpose][..],
        ),
        (
            "Name | Speicherdauer | Funktion",
            &[Name, Duration, Purpose][..],
        ),
        (
            "Nome Cookie | Scadenza preimpostata | Scopo | Altre informazioni",
            &[Name, Duration, Purpose, Link][..],
        ),
        (
            "Naam | Aanbieder | Doel | Bewaartermijn",
            &[Name, Provider, Purpose, Duration][..],
        ),
    ] {
        let cells = vec!["x"; roles.len()].join("\t");
        let draft = read(&page(&format!(
            "{}\n{cells}\n{cells}",
            labels.replace(" | ", "\t")
        )));
        let table = table_of(&draft);
        let said: Vec<&str> = table.columns.iter().map(|it| it.label.as_str()).collect();
        assert_eq!(roles_of(table), roles, "{labels}");
        assert_eq!(said.join(" | "), labels);
    }
}

#[test]
fn columns_without_labels_are_told_by_what_is_in_them_and_a_note_says_so() {
    let draft = read(&page(
        "Cookies de mesure d’audience\n_pk_id\tCompter les visites d’un mois à l’autre\t13 mois\n_pk_ses\tCompter les pages d’une visite\t30 minutes",
    ));
    let table = table_of(&draft);
    assert_eq!(roles_of(table), [Role::Name, Role::Purpose, Role::Duration]);
    assert!(table.columns.iter().all(|it| it.label.is_empty()));
    assert_eq!(table.rows.len(), 2);
    assert!(has_note(&draft, NoteKind::RolesGuessed));
}

#[test]
fn cells_glued_together_are_cut_by_what_is_known_and_proposed() {
    let draft = read(&page(
        "Cookies nécessaires\nProviderService and locationCookie namePurpose\n\
         OpendatasoftSigning insessionidKnowing the visitor again\n\
         OpendatasoftChoice of the languagedjango_languageKeeping the language",
    ));
    let tables: String = draft.tables().map(table).collect();
    assert_eq!(
        tables,
        "Necessary: Provider:Provider | Service and location:Service | Cookie name:Name | Purpose:Purpose\n  \
         Opendatasoft | Signing in | sessionid | Knowing the visitor again\n  \
         Opendatasoft | Choice of the language | django_language | Keeping the language\n"
    );
    assert!(has_note(&draft, NoteKind::TableProposed));
}

#[test]
fn cells_glued_together_that_nothing_tells_apart_are_left_as_text_with_a_note() {
    let draft = read(&page(
        "Cookies nécessaires\nProviderService and locationCookie namePurpose\n\
         UnknowncorpSigning inweirdcookieKnowing the visitor again",
    ));
    assert!(draft.tables().next().is_none(), "{}", lines(&draft));
    assert!(has_note(&draft, NoteKind::GluedLeft));
    let all = lines(&draft);
    assert!(
        all.contains("UnknowncorpSigning inweirdcookieKnowing the visitor again"),
        "{all}"
    );
}

#[test]
fn notices_around_a_charter_are_set_apart_and_not_thrown_away() {
    let draft = read(&format!(
        "Download as PDF\n{}© Ville de Valbrune\n",
        page("")
    ));
    let apart: Vec<&str> = draft.set_apart.iter().map(|it| it.text.as_str()).collect();
    assert_eq!(apart, ["Download as PDF", "© Ville de Valbrune"]);
    assert_eq!(draft.title, "Charte cookies");
}

#[test]
fn pages_that_stop_in_the_middle_are_incomplete() {
    for (end, verdict) in [
        ("Pour Edge : https://supp", Verdict::Incomplete),
        ("Nom\tFinalité\tDurée\n_ga\tCompter", Verdict::Incomplete),
        (
            "1. Les cookies\nIls sont rangés dans le navigateur.\n2. Vos droits",
            Verdict::Incomplete,
        ),
        (
            "Vous pouvez changer d’avis à tout moment.",
            Verdict::Complete,
        ),
        ("Vous pouvez changer d’avis à tout", Verdict::Incomplete),
        ("Pour Edge : http", Verdict::Incomplete),
        ("Ce cookie (celui du portail", Verdict::Incomplete),
        ("Pour nous écrire : contact@exemple.fr", Verdict::Complete),
        (
            "Nom\tFinalité\n_ga\tCompter les visites\n_gid\tCompter les pages",
            Verdict::Complete,
        ),
        (
            "Nom\tFinalité\tDurée\n_ga\tCompter\t13 mois\n_gid\tCompter",
            Verdict::Incomplete,
        ),
    ] {
        let draft = read(&page(&format!(
            "Vos choix\nVous avez le choix, cookie par cookie.\n{end}"
        )));
        assert_eq!(draft.verdict, verdict, "{end}");
        assert_eq!(
            has_note(&draft, NoteKind::Incomplete),
            verdict == Verdict::Incomplete
        );
    }
}

#[test]
fn pages_that_are_no_charter_are_said_to_be_none() {
    for page in [
        "Déclaration sur les cookies\n",
        "404\nPage introuvable\nLa page que vous cherchez n’existe pas ou n’existe plus. Revenez à l’accueil, ou cherchez ce qu’il vous faut.\n",
        "Just a moment…\nPlease enable JavaScript and cookies to continue. Checking your browser before the cookies page opens, which may take some seconds of your time.\n",
        "Bienvenue\nNous utilisons des cookies pour mesurer l’audience et vous proposer des contenus qui vous ressemblent. Vous pouvez accepter ces cookies, les refuser ou choisir parmi les cookies.\nTout accepter\nTout refuser\n",
        "Cookies Settings\nPrivacy center\nThis site may keep cookies in your browser, mostly to make the site work as you expect it to. You can choose not to allow some kinds of cookies.\nAllow all\nConfirm my choices\n",
        "Sorry, you have been blocked\nPlease enable cookies. This site is protected by a service that keeps attacks away, and something that you did made it think of one. Cookies are needed to go on.\n",
        "Connexion\nIdentifiant\nMot de passe\nMot de passe oublié ?\nSe connecter\n",
        "",
    ] {
        assert_eq!(read(page).verdict, Verdict::NoCharter, "{page}");
    }
}

#[test]
fn a_page_tells_its_address_its_date_and_who_publishes_it() {
    let draft = read(
        "URL: https://data.exemple.fr/pages/cookies/?flg=fr\n\
         Charte cookies\n\
         Dernière mise à jour : 21 décembre 2022\n\
         Le site est édité par la Région Exemple, qui dépose des cookies pour le faire fonctionner.\n\
         Un cookie est un petit fichier que le site range dans le navigateur de ses visiteurs.\n",
    );
    assert_eq!(draft.address.as_deref(), Some("https://data.exemple.fr"));
    assert_eq!(draft.publisher.as_deref(), Some("la Région Exemple"));
    let updated = draft.updated.unwrap();
    assert_eq!(updated.date.to_string(), "2022-12-21");
    assert_eq!(updated.written, "21 décembre 2022");
}

#[test]
fn dates_are_read_as_each_language_writes_them() {
    for (line, date) in [
        ("Mise à jour le 1er mars 2024", "2024-03-01"),
        ("Dernière modification : 09/02/2021", "2021-02-09"),
        ("à jour du 2022-12-21", "2022-12-21"),
        ("Last Modified: 5 August 2026", "2026-08-05"),
        ("Updated on 14 Mar 2025.", "2025-03-14"),
        ("Last updated: August 5, 2026", "2026-08-05"),
        ("Actualizado el 25 de junio de 2025", "2025-06-25"),
        ("Stand: 3. Januar 2025", "2025-01-03"),
        (
            "Aggiornata: versione aggiornata il 7 maggio 2023",
            "2023-05-07",
        ),
    ] {
        let draft = read(&page(line));
        let found = draft.updated.map(|it| it.date.to_string());
        assert_eq!(found.as_deref(), Some(date), "{line}");
    }
    let ambiguous = "Cookie policy\nLast updated: 04/05/2024\nThis site sets cookies in the browser of those who visit it, and the cookies are listed below.\n";
    assert_eq!(read(ambiguous).updated, None);
}

#[test]
fn what_a_person_decides_goes_before_what_was_told() {
    let source = page(
        "Nos partenaires\nIls déposent des cookies à leur tour, sur leurs propres sites.\nAccès aux données\nNom\tFinalité\n_ga\tCompter les visites\n_gid\tCompter les pages",
    );
    let mut decisions = Decisions::default();
    decisions.kinds.insert(2, Kind::Text);
    decisions.kinds.insert(4, Kind::SetApart);
    decisions.roles.insert((0, 1), Role::Other);
    let found = lines(&decided(&source, &decisions));
    assert_eq!(
        found,
        "= Charte cookies\n\
         [Ce portail dépose des cookies pour fonctionner, et en dépose d’autres avec votre accord.//Nos partenaires//Ils déposent des cookies à leur tour, sur leurs propres sites.]\n\
         ?: Nom:Name | Finalité:Other\n  \
         _ga | Compter les visites\n  \
         _gid | Compter les pages\n\
         - Accès aux données\n"
    );
}

#[test]
fn an_empty_page_has_nothing() {
    let draft = draft(
        &Page::default(),
        &Decisions::default(),
        &Language::new("fr").unwrap(),
    );
    assert!(draft.sections.is_empty() && draft.set_apart.is_empty());
    assert_eq!(draft.verdict, Verdict::NoCharter);
}

#[test]
fn titles_are_found_below_menus_and_menus_are_set_apart() {
    check(
        "Aller au contenu\nCommune de Valbrune\nVivre à Valbrune\nDémarches\nAgenda\nAccueil > Cookies\n\
         Politique des cookies\n\
         La commune dépose des cookies sur son site, et voici lesquels.\n\
         Vos droits\n\
         Vous pouvez refuser les cookies qui ne sont pas nécessaires.\n\
         Contact\n1 place du Puits, Valbrune\n\n\
         Suivez-nous\nFacebook\nCommune de Valbrune\n1 place du Puits\nPlan du site\n",
        "= Politique des cookies
        [La commune dépose des cookies sur son site, et voici lesquels.]
        1 Vos droits
        [Vous pouvez refuser les cookies qui ne sont pas nécessaires.//Contact//1 place du Puits, Valbrune]
        - Aller au contenu
        - Commune de Valbrune
        - Vivre à Valbrune
        - Démarches
        - Agenda
        - Accueil > Cookies
        - Suivez-nous
        - Facebook
        - Commune de Valbrune
        - 1 place du Puits
        - Plan du site",
    );
}

#[test]
fn lines_below_headings_and_the_width_of_a_page_are_marks() {
    check(
        "Cookies of the lighthouse\n=========================\n\n\
         The lighthouse keeps a few cookies in the browser of those who look up when the\n\
         tides are, so that they need not choose their harbour each time they come back.\n\
         Saying no to them is possible, and what they do is told below for each of those\n\
         Cookies that are kept for longer than a visit, or that are read by other sites.\n\n\
         Kinds\n-----\n\n\
         * Cookies that are needed to show the tides of the harbour that you have chosen,\n  \
           for as long as the visit lasts\n\
         * Cookies that count\n",
        "= Cookies of the lighthouse
        [The lighthouse keeps a few cookies in the browser of those who look up when the tides are, so that they need not choose their harbour each time they come back. Saying no to them is possible, and what they do is told below for each of those Cookies that are kept for longer than a visit, or that are read by other sites.]
        1 Kinds
        [- Cookies that are needed to show the tides of the harbour that you have chosen, for as long as the visit lasts/- Cookies that count]",
    );
}

#[test]
fn cells_that_one_above_spans_may_be_missing() {
    check_table(
        "Nom du prestataire\tService\tNom du cookie\tFinalités\n\
         Opendatasoft\tConnexion\tsessionid\tReconnaître le visiteur\n\
         csrftoken\tProtéger les formulaires\n\
         Langue\tdjango_language\tGarder la langue",
        "?: Nom du prestataire:Provider | Service:Service | Nom du cookie:Name | Finalités:Purpose
          Opendatasoft | Connexion | sessionid | Reconnaître le visiteur
          ^ | ^ | csrftoken | Protéger les formulaires
          ^ | Langue | django_language | Garder la langue",
    );
}

#[test]
fn lines_between_rows_speak_for_those_below_or_belong_to_cells() {
    check_table(
        "Nom du cookie\tÉmetteur\tDurée\n\
         Cookies nécessaires\nsessionid\tLe portail\t2 semaines\n\
         Cookies de mesure d’audience\n_ga\n_gid\tGoogle\t13 mois\n1 jour\n_pk_id\tMatomo\t13 mois",
        "Necessary: Nom du cookie:Name | Émetteur:Provider | Durée:Duration
          sessionid | Le portail | 2 semaines
        Audience: Nom du cookie:Name | Émetteur:Provider | Durée:Duration
          _ga\\/_gid | Google | 13 mois\\/1 jour
          _pk_id | Matomo | 13 mois",
    );
}

#[test]
fn cells_that_make_no_table_are_left_as_text_with_a_note() {
    // Cells of two lines each, of which a browser copies the first and the last apart.
    let draft = read(&page(
        "Nom du cookie\tDurée\nPHPSESSID\ntarteaucitron\tSession\n12 mois\n_pk_id\tSession",
    ));
    assert_eq!(draft.tables().count(), 0);
    assert!(has_note(&draft, NoteKind::GluedLeft));
    let body = &draft.sections.first().unwrap().body;
    assert!(body.contains("PHPSESSID") && body.contains("12 mois"));
}

#[test]
fn records_may_begin_with_who_places_a_cookie_or_with_its_bare_name() {
    check_table(
        "Émetteur : Google\nNom : _ga\nDurée : 13 mois\nÉmetteur : Matomo\nNom : _pk_id\nDurée : 13 mois",
        "?: Émetteur:Provider | Nom:Name | Durée:Duration
          Google | _ga | 13 mois
          Matomo | _pk_id | 13 mois",
    );
    check_table(
        "_ga\nFinalité : compter les visiteurs\nDurée : 13 mois\n_gid\nFinalité : compter les visites\nDurée : 1 jour",
        "?: :Name | Finalité:Purpose | Durée:Duration
          _ga | compter les visiteurs | 13 mois
          _gid | compter les visites | 1 jour",
    );
    // Where a cookie's name has a column, a bare name is that of the service.
    check_table(
        "Name\tStatistics\nAnbieter\tMatomo\nCookie Name\t_pk_id\nCookie Laufzeit\t13 Monate",
        "?: Name:Service | Anbieter:Provider | Cookie Name:Name | Cookie Laufzeit:Duration
          Statistics | Matomo | _pk_id | 13 Monate",
    );
}

#[test]
fn cookie_and_name_are_told_apart_by_what_is_in_them() {
    check_table(
        "Cookie\tName\tPurpose\nStatistics of the harbour\t_pk_id\tCounting visitors\nChosen harbour\tquay_id\tKeeping it",
        "?: Cookie:Service | Name:Name | Purpose:Purpose
          Statistics of the harbour | _pk_id | Counting visitors
          Chosen harbour | quay_id | Keeping it",
    );
}

#[test]
fn a_table_without_labels_goes_on_with_the_roles_of_the_one_above() {
    check_table(
        "Nom du prestataire\tNom du cookie\tFinalités\nOpendatasoft\tsessionid\tReconnaître\n\nCookies de mesure d’audience\n\nMatomo\t_pk_id\tCompter",
        "?: Nom du prestataire:Provider | Nom du cookie:Name | Finalités:Purpose
          Opendatasoft | sessionid | Reconnaître
        Audience: :Provider | :Name | :Purpose
          Matomo | _pk_id | Compter",
    );
}

#[test]
fn an_address_needs_no_scheme_where_it_is_said_to_be_of_the_web() {
    let draft = read(&page("Le site est www.valbrune.example, et lui seul."));
    assert_eq!(
        draft.address.as_deref(),
        Some("https://www.valbrune.example")
    );
    assert!(has_note(&draft, NoteKind::AddressGuessed));
}

#[test]
fn items_have_many_signs() {
    let draft = read(&page(
        "➢ garder la session\n✔ compter les visites\n•mesurer le temps\n■\u{a0}plaire",
    ));
    let body = &draft.sections.first().unwrap().body;
    assert!(
        body.ends_with("- garder la session\n- compter les visites\n- mesurer le temps\n- plaire"),
        "{body}"
    );
}

#[test]
fn cookies_listed_a_line_each_become_proposed_rows() {
    for (listed, expected) in [
        (
            "_ga – Google – distingue les visiteurs – 13 mois\n_gid – Google – distingue les visites – 24 heures",
            "?: :Name | :Provider | :Purpose | :Duration
              _ga | Google | distingue les visiteurs | 13 mois
              _gid | Google | distingue les visites | 24 heures",
        ),
        (
            "JSESSIONID - Maintien de la session - Session\ncookie_notice - Mémorise le choix de chacun quant aux cookies - 6 mois\nlang_choice - Retient la langue - 1 an",
            "?: :Name | :Purpose | :Duration
              JSESSIONID | Maintien de la session | Session
              cookie_notice | Mémorise le choix de chacun quant aux cookies | 6 mois
              lang_choice | Retient la langue | 1 an",
        ),
        (
            "• _ga : distingue les visiteurs, 13 mois\n• _gid : distingue les visites (24 heures)\n• _gat : limite les requêtes. Durée : 1 minute.",
            "?: :Name | :Purpose | :Duration
              _ga | distingue les visiteurs | 13 mois
              _gid | distingue les visites | 24 heures
              _gat | limite les requêtes. | Durée : 1 minute",
        ),
        (
            "• has_js : indique si JavaScript est actif, session\n• PHPSESSID : gardé jusqu’à la fermeture du navigateur\n• _lang : retient la langue, un an",
            "?: :Name | :Purpose | :Duration
              has_js | indique si JavaScript est actif | session
              PHPSESSID | gardé jusqu’à la fermeture du navigateur | 
              _lang | retient la langue | un an",
        ),
        (
            "- quai_id (1 an) : retient le quai\n- _pk_id.7.3a (13 mois) : compte les visiteurs",
            "?: :Name | :Duration | :Purpose
              quai_id | 1 an | retient le quai
              _pk_id.7.3a | 13 mois | compte les visiteurs",
        ),
        (
            "Nom – Finalité – Durée\n_pk_id – Reconnaître le visiteur – 13 mois\n_pk_ses – Suivre la visite – 30 minutes",
            "?: Nom:Name | Finalité:Purpose | Durée:Duration
              _pk_id | Reconnaître le visiteur | 13 mois
              _pk_ses | Suivre la visite | 30 minutes",
        ),
        (
            "ASP.NET_SessionId: keeps your session: until you leave\nseen_message: remembers that you saw it: 30 days",
            "?: :Name | :Purpose | :Duration
              ASP.NET_SessionId | keeps your session | until you leave
              seen_message | remembers that you saw it | 30 days",
        ),
    ] {
        let draft = read(&page(listed));
        let found: String = draft.tables().map(table).collect();
        same(&found, &expected.replace("              ", "          "));
        assert!(has_note(&draft, NoteKind::TableProposed), "{listed}");
    }
}

#[test]
fn lines_that_explain_something_else_than_cookies_stay_text() {
    for explained in [
        "Firefox : ouvrez le menu, puis les paramètres.\nChrome : ouvrez le menu, puis la confidentialité.",
        "• Safari – Préférences – Confidentialité\n• Edge – Paramètres – Cookies",
        "CNIL : l’autorité de contrôle, 3 place de Fontenoy\nRGPD : le règlement européen, 27 avril 2016",
        "• Cookie _ga (Google) : mesure l’audience\n• Cookie _gid (Google) : mesure l’audience",
        "Session - le temps de la visite\nPersistant - au-delà de la visite",
    ] {
        let draft = read(&page(explained));
        assert!(draft.tables().next().is_none(), "{}", lines(&draft));
    }
}

#[test]
fn records_may_stand_below_the_name_of_who_places_the_cookies() {
    check_table(
        "Nos partenaires\nVoici ceux avec qui nous travaillons, et les cookies qu’ils déposent.\n\
         Google Analytics\nFinalité : mesure d’audience\nCookies : _ga, _gid\nDurée : 13 mois\n\
         Criteo (optionnel)\nFinalité : publicité\nCookies : cto_bundle\nDurée : 390 jours",
        "?: :Provider | Finalité:Purpose | Cookies:Name | Durée:Duration
          Google Analytics | mesure d’audience | _ga, _gid | 13 mois
          Criteo (optionnel) | publicité | cto_bundle | 390 jours",
    );
    // Of several cookies below one name, each is a record of its own.
    check_table(
        "Google\nNom : _ga\nDurée : 13 mois\nNom : _gid\nDurée : 1 jour",
        "?: Nom:Name | Durée:Duration
          _ga | 13 mois
          _gid | 1 jour",
    );
}

#[test]
fn what_links_say_when_hovered_over_is_noted() {
    let html = "<html><main><h1>Charte cookies</h1><p>Ce portail dépose des cookies pour fonctionner, et en dépose \
        d’autres avec <a href=https://portail.exemple title='Réglages, nouvelle fenêtre'>votre accord</a>.</p>";
    let draft = read(html);
    let note = draft
        .notes
        .iter()
        .find(|it| it.kind == NoteKind::LinkTitles);
    assert_eq!(note.unwrap().text, "Réglages, nouvelle fenêtre");
}

#[test]
fn a_topic_right_above_a_kind_of_cookies_is_a_heading() {
    check(
        "Accueil » Cookies\nPolitique des cookies\n\
         Qu’est-ce qu’un cookie ?\nUn petit fichier que le site range dans le navigateur de ses visiteurs.\n\
         Les cookies que nous utilisons\nCookies nécessaires\nIls sont indispensables à la navigation sur ce site.\n\
         Cookies de mesure d’audience\nIls nous disent quelles pages sont lues, et combien de fois.",
        "= Politique des cookies
        1 Qu’est-ce qu’un cookie ?
        [Un petit fichier que le site range dans le navigateur de ses visiteurs.]
        1 Les cookies que nous utilisons
        2 Cookies nécessaires
        [Ils sont indispensables à la navigation sur ce site.]
        2 Cookies de mesure d’audience
        [Ils nous disent quelles pages sont lues, et combien de fois.]
        - Accueil » Cookies",
    );
}

#[test]
fn captions_of_tables_that_follow_each_other_stand_side_by_side() {
    check(
        "<html><main><h1>Cookies du port</h1><h2>Liste</h2>\
         <table><caption>Cookies nécessaires</caption><tr><th>Nom<th>Durée<tr><td>quai_id<td>1 an</table>\
         <table><caption>Mesure d’audience</caption><tr><th>Nom<th>Durée<tr><td>_pk_id<td>13 mois</table>",
        "= Cookies du port
        1 Liste
        2 Cookies nécessaires
        Necessary: Nom:Name | Durée:Duration
          quai_id | 1 an
        2 Mesure d’audience
        Audience: Nom:Name | Durée:Duration
          _pk_id | 13 mois",
    );
}

#[test]
fn empty_lines_and_strong_lines_part_what_line_breaks_hold_together() {
    check(
        "<html><table><tr><td><a href=/>Accueil</a></td></tr><tr><td><b>Cookies du port</b><br><br>\
         Le port dépose des cookies, et dit ici lesquels.<br>Il en dépose deux.<br><br>\
         <b>1 - Définition</b><br>Un cookie est un petit fichier.</td></tr></table>",
        "= Cookies du port
        [Le port dépose des cookies, et dit ici lesquels.\\/Il en dépose deux.]
        1 1 - Définition
        [Un cookie est un petit fichier.]
        - Accueil",
    );
}

#[test]
fn a_row_that_says_one_thing_alone_goes_on_with_the_row_above() {
    check_table(
        "Prestataire\tNom\tFinalités\nLe port\tquai_id\tRetenir le quai\n\t\tDurée : 13 mois\nLe port\t_pk_id\tCompter",
        "?: Prestataire:Provider | Nom:Name | Finalités:Purpose
          Le port | quai_id | Retenir le quai\\/Durée : 13 mois
          Le port | _pk_id | Compter",
    );
}

#[test]
fn names_that_are_set_apart_by_how_they_are_set_open_records() {
    for page in [
        // Of Markdown, whose line ends are spaces.
        "# Política de Cookies\n\nEste site usa cookies para funcionar, e diz aqui quais são eles e para que servem.\n\n\
         **_fbp**\nFornecedor: Facebook\nValidade: 3 meses\n\n**IDE**\nFornecedor: Google\nValidade: 1 ano\n",
        "<html lang=pt><main><h1>Política de Cookies</h1><p>Este site usa cookies para funcionar, e diz aqui quais são.</p>\
         <p><code>_fbp</code><br>Fornecedor: Facebook<br>Validade: 3 meses</p><p><b>IDE</b><br>Fornecedor: Google<br>Validade: 1 ano</p>",
    ] {
        let draft = read(page);
        let found: String = draft.tables().map(table).collect();
        same(
            &found.replace('`', ""),
            "?: :Name | Fornecedor:Provider | Validade:Duration
          _fbp | Facebook | 3 meses
          IDE | Google | 1 ano",
        );
    }
}

#[test]
fn records_whose_labels_are_headings_come_in_in_every_language_of_their_plugin() {
    for (name, duration, purpose) in [
        ("Name", "Expiration", "Function"),
        ("Nom", "Expiration", "Fonction"),
        ("Naam", "Bewaartermijn", "Functie"),
        ("Nombre", "Caducidad", "Función"),
        ("Nome", "Scadenza", "Funzione"),
        ("Nome", "Expiração", "Função"),
        ("Name", "Ablaufdatum", "Funktion"),
    ] {
        let record = |cookie: &str| {
            format!(
                "<h5>{name}</h5><div>{cookie}</div><h5>{duration}</h5><div>2 x</div><h5>{purpose}</h5><div>Winkelmandje</div>"
            )
        };
        let draft = read(&format!(
            "<html><main><h1>Cookies</h1><h4>Functioneel</h4>{}{}</main>",
            record("cart_hash"),
            record("wp_session_*")
        ));
        let table = table_of(&draft);
        assert_eq!(roles_of(table), [Role::Name, Role::Duration, Role::Purpose]);
        assert_eq!(table.rows.len(), 2, "{name}");
    }
}

#[test]
fn an_address_may_be_the_host_of_what_is_said_to_be_a_site() {
    for (line, address) in [
        (
            "Le site data.valbrune.fr dépose des cookies.",
            Some("https://data.valbrune.fr"),
        ),
        ("Écrivez à dpo@valbrune.fr, au sujet du site.", None),
        ("Le site dépose le cookie _pk_id.1.fff.", None),
        ("Sur le site, des cookies de doubleclick.net.", None),
    ] {
        assert_eq!(read(&page(line)).address.as_deref(), address, "{line}");
    }
}

#[test]
fn a_table_of_contents_a_date_and_a_duration_are_no_headings() {
    check(
        "Charte cookies du port\nDATE DE MISE À JOUR : 01/06/2023\n\
         1. Les cookies\n2. Vos choix\n\n\
         1. Les cookies\nLe port en dépose deux, dont voici la durée de vie.\n12 mois\nC’est le temps que le port les garde au plus.\n\
         2. Vos choix\nVous pouvez les refuser à tout moment.",
        "= Charte cookies du port
        [DATE DE MISE À JOUR : 01/06/2023//1\\. Les cookies//2\\. Vos choix]
        1 1. Les cookies
        [Le port en dépose deux, dont voici la durée de vie.//12 mois//C’est le temps que le port les garde au plus.]
        1 2. Vos choix
        [Vous pouvez les refuser à tout moment.]",
    );
}

#[test]
fn a_strong_line_about_cookies_right_above_a_table_is_its_heading() {
    check(
        "# Cookies du port\n\nLe port dépose des cookies, que voici.\n\n## Liste\n\n**Cookies obligatoires**\n\n\
         | Nom | Durée |\n|---|---|\n| quai_id | 1 an |\n\n**Cookies statistiques**\n\n\
         | Nom | Durée |\n|---|---|\n| _pk_id | 13 mois |\n",
        "= Cookies du port
        [Le port dépose des cookies, que voici.]
        1 Liste
        1 Cookies obligatoires
        Necessary: Nom:Name | Durée:Duration
          quai_id | 1 an
        1 Cookies statistiques
        Audience: Nom:Name | Durée:Duration
          _pk_id | 13 mois",
    );
}

#[test]
fn sentences_are_no_labels() {
    check_table(
        "quai\tGardé. Expire avec la visite.\ncap_id\tGardé. Expire au bout d’un an.",
        "?: :Name | :Purpose
          quai | Gardé. Expire avec la visite.
          cap_id | Gardé. Expire au bout d’un an.",
    );
}

#[test]
fn a_page_that_says_everything_twice_is_noted() {
    let french = "Qu’est-ce qu’un cookie ?\nUn cookie est un petit fichier que le site range dans le navigateur de ses visiteurs, pour les reconnaître d’une page à l’autre et retenir ce qu’ils ont choisi. Il ne contient rien que le site ne sache déjà, et disparaît avec le temps.";
    let english = "What is a cookie?\nA cookie is a small file that the site keeps in the browser of those who visit it, so that it knows them from one page to the next and remembers what they have chosen. It holds nothing that the site does not know already, and it goes away with time.";
    for (second, is_noted) in [(english, true), (french, false)] {
        let draft = read(&page(&format!("{french}\n\n{second}")));
        let note = draft
            .notes
            .iter()
            .find(|it| it.kind == NoteKind::SeveralLanguages);
        assert_eq!(note.map(|it| it.line), is_noted.then_some(6), "{second}");
    }
}

#[test]
fn where_labels_say_what_is_what_a_list_may_begin_with_who_places_the_cookies() {
    for shape in [
        "Prestataire - Nom du cookie - Finalités\nLe port (et ses quais) - quai - Retenir le quai\nMatomo - visites - Compter - sans nom",
        "Prestataire Service et emplacement Nom du cookie Finalités\nOpendatasoft Connexion (partout) sessionid Reconnaître\nOpendatasoft Langue django_language Garder la langue",
    ] {
        let draft = read(&page(shape));
        assert!(
            has_note(&draft, NoteKind::TableProposed),
            "{}",
            lines(&draft)
        );
    }
    check_table(
        "Proveedor|Nombre de la cookie|Finalidad\nEl puerto|muelle|Recordar el muelle\nMatomo|visitas|Contar",
        "?: Proveedor:Provider | Nombre de la cookie:Name | Finalidad:Purpose
          El puerto | muelle | Recordar el muelle
          Matomo | visitas | Contar",
    );
}
