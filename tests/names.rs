//! The names that a name cell holds.

use chartrier::document::{CookieName, names_in};
use proptest::prelude::*;

/// Names as a test writes them: a name as it is, a pattern between slashes, words in brackets.
#[track_caller]
fn check(cell: &str, names: &[&str]) {
    let found: Vec<String> = names_in(cell).iter().map(shown).collect();
    assert_eq!(found, names, "in {cell:?}");
}

fn shown(name: &CookieName) -> String {
    match name {
        CookieName::Exact(name) => name.clone(),
        CookieName::Pattern(pattern) => format!("/{}/", pattern.regex()),
        CookieName::Words(words) => format!("[{words}]"),
    }
}

#[test]
fn a_cell_holds_a_name_or_several() {
    check("sessionid", &["sessionid"]);
    check("csrftoken, csrf", &["csrftoken", "csrf"]);
    check("_hjSessionUser; _hjid", &["_hjSessionUser", "_hjid"]);
    check("`_fbp`, `_fbc`", &["_fbp", "_fbc"]);
    check("_gat\n_ga\n_gid", &["_gat", "_ga", "_gid"]);
    check("_ga et _gid", &["_ga", "_gid"]);
    check("_ga _gid", &["_ga", "_gid"]);
    check("« _ga » / « _gid »", &["_ga", "_gid"]);
    check("- _ga\n- _gid", &["_ga", "_gid"]);
    check("Cookies : _ga, _gid", &["_ga", "_gid"]);
    check("Cookies: _ga", &["_ga"]);
    check("`a, b`", &["a, b"]);
    check("yt.innertube::nextId", &["yt.innertube::nextId"]);
    check("ads/ga-audiences", &["ads/ga-audiences"]);
    check("c.gif", &["c.gif"]);
}

#[test]
fn a_remark_behind_a_name_is_none_of_it() {
    check("uid, uidr (comScore)", &["uid", "uidr"]);
    check("persist:session [x2]", &["persist:session"]);
    check("NID (Google).", &["NID"]);
}

#[test]
fn what_stands_for_anything_makes_a_pattern() {
    check("_pk_id*", &["/^_pk_id.*$/"]);
    check("_pk_ses.*", &["/^_pk_ses\\..*$/"]);
    check("incap_ses_<ID>", &["/^incap_ses_.+$/"]);
    check("voted_(number)", &["/^voted_.+$/"]);
    check("{num}_vote", &["/^.+_vote$/"]);
    check("_ga_<container id>", &["/^_ga_.+$/"]);
    check("mp_#_mixpanel [x6]", &["/^mp_.+_mixpanel$/"]);
    check("_gat_UA-XXXXXX", &["/^_gat_UA-.+$/"]);
    check("_hjSession_…", &["/^_hjSession_.*$/"]);
    check("`_ga_*`, `_gid`", &["/^_ga_.*$/", "_gid"]);
}

#[test]
fn words_that_say_how_names_begin_make_a_pattern() {
    check("any cookie starting with `_hs`", &["/^_hs.*$/"]);
    check(
        "tout cookie dont le nom commence par mtm_consent.",
        &["/^mtm_consent.*$/"],
    );
    check("tous les cookies commençant par « _hj »", &["/^_hj.*$/"]);
    check("cookies ending with _session", &["/^.*_session$/"]);
}

#[test]
fn what_names_no_cookie_stays_words_or_is_nothing() {
    check("tout cookie en `_hs`", &["[tout cookie en `_hs`]"]);
    check("Cookies de session", &["[Cookies de session]"]);
    check("{num}", &["[{num}]"]);
    check("*", &[]);
    check("_*", &[]);
    check("a*", &["[a*]"]);
    check("—", &[]);
    check("N/A", &[]);
    check("", &[]);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_and_nothing_in_it_is_made_up(text in "[ a-z_*<>(){}\\[\\],;`X#…é\n-]{0,40}") {
        for name in names_in(&text) {
            prop_assert!(text.contains(&name.to_string()), "{name} is not in {text:?}");
            prop_assert!(!name.to_string().trim().is_empty());
        }
    }

    #[test]
    fn a_list_of_names_is_those_names(names in proptest::collection::vec("[a-z][a-z0-9]{1,4}_[a-z0-9.:-]{0,5}[a-z0-9]", 1..5),
        between in proptest::sample::select(vec![", ", ";", "\n", " et ", " · ", "` , `"]))
    {
        let text = names.join(between);
        let text = if between.contains('`') { format!("`{text}`") } else { text };
        let found: Vec<String> = names_in(&text).iter().map(ToString::to_string).collect();
        if between != " et " || names.len() < 3 {
            prop_assert_eq!(found, names);
        }
    }

    #[test]
    fn a_pattern_fits_what_its_gaps_are_filled_with(
        parts in proptest::collection::vec("[a-z_.$|+-]{1,4}", 2..4), filling in "[a-zA-Z0-9]{1,5}")
    {
        prop_assume!(parts.concat().chars().filter(|c| c.is_alphanumeric()).count() >= 2);
        let written = format!("`{}`", parts.join("<x>"));
        let names = names_in(&written);
        let [CookieName::Pattern(pattern)] = names.as_slice() else {
            return Err(TestCaseError::fail(format!("{names:?}")));
        };
        prop_assert!(pattern.fits(&parts.join(&filling)));
        // A gap has something in it, and nothing stands behind the end.
        let longer = format!("{}§", parts.join(&filling));
        prop_assert!(!pattern.fits(&longer));
    }
}
