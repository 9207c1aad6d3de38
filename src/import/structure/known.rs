//! Providers and cookies that are known by name, to find where cells that are glued together
//! part. Who is not in it is not cut by it: nothing is guessed from a list that cannot be whole.

/// Who places cookies, as charters call them.
#[rustfmt::skip]
pub const PROVIDERS: &[&str] = &[
    "Opendatasoft", "Huwise", "Google Analytics", "Google Tag Manager", "Google", "Matomo",
    "Piano Analytics", "Piano", "AT Internet", "XiTi", "YouTube", "Vimeo", "Dailymotion",
    "Facebook", "Meta", "Twitter", "LinkedIn", "Instagram", "TikTok", "Microsoft", "Hotjar",
    "Cloudflare", "Stripe", "HubSpot", "Salesforce", "Adobe", "Axeptio", "Didomi", "tarteaucitron",
    "OneTrust", "Cookiebot", "Orejime", "Eulerian", "ContentSquare", "AddThis", "AddToAny",
    "Intercom", "Zendesk", "Crisp", "Mapbox", "OpenStreetMap", "jsDelivr",
];

/// Whether a text is the name of somebody who is known to place cookies.
pub fn is_provider(text: &str) -> bool {
    PROVIDERS.contains(&text.trim())
}

/// Whether one of the words of a text is a name that cannot be anything but a cookie's.
pub fn is_sure_name(text: &str) -> bool {
    let mut words = text
        .split([',', ';', ' ', '\n'])
        .filter(|it| !it.is_empty());
    words.any(|word| {
        word.contains(['_', '*', '#'])
            || COOKIES.contains(&word)
            || word.len() > 4 && word.ends_with("ID")
    })
}

/// Names of cookies as charters write them.
#[rustfmt::skip]
pub const COOKIES: &[&str] = &[
    "sessionid", "csrftoken", "cookies_preferences", "django_language", "_pk_id", "_pk_ses",
    "_pk_ref", "_pk_cvar", "_pk_hsr", "pk_id", "pk_ses", "mtm_consent", "mtm_cookie_consent",
    "mtm_consent_removed", "matomo_sessid", "_ga", "_gid", "_gat", "__utma", "__utmb", "__utmc",
    "__utmz", "_gcl_au", "_fbp", "atuserid", "atidvisitor", "atauthority", "_pcid", "_pctx",
    "_pprv", "pa_privacy", "pa_vid", "xtvrn", "xtan", "xtant", "idrxvr", "tmst",
    "VISITOR_INFO1_LIVE", "YSC", "PREF", "CONSENT", "SOCS", "NID", "IDE", "1P_JAR", "ANID", "vuid",
    "player", "PHPSESSID", "JSESSIONID", "ASP.NET_SessionId", "tarteaucitron", "hadopi",
    "axeptio_cookies", "axeptio_authorized_vendors", "didomi_token", "euconsent-v2",
    "OptanonConsent", "CookieConsent", "__cf_bm", "_cfuvid", "cf_clearance", "visid_incap",
    "incap_ses", "nlbi", "__stripe_mid", "__stripe_sid", "lidc", "bcookie", "li_gc",
    "UserMatchHistory", "AnalyticsSyncHistory", "personalization_id", "guest_id", "fr", "MUID",
    "_clck", "_clsk", "CLID", "pll_language", "wp-settings", "has_js",
];
