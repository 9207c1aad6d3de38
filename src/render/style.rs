//! The style sheets: of a page, of a fragment, of an index. Each rule has one source.
//!
//! Tables become cards in a narrow place. A page is as narrow as its window; a fragment as the
//! column of the portal that it stands in, which only a container query knows. A page has none,
//! because the Nu checker does not know them inside `style`. Its window counts its margins.

/// What makes a fragment readable; for the style sheet of the portal that it is pasted into.
pub const FRAGMENT_STYLESHEET: &str = concat!(
    include_str!("../../assets/render/fragment.css"),
    "\n",
    include_str!("../../assets/render/shared.css"),
    "\n@media screen {\n@container (max-width: 40em) {\n\n",
    include_str!("../../assets/render/cards.css"),
    "\n}\n}\n",
);

/// What a plain page brings with it.
pub const PLAIN: &str = concat!(
    include_str!("../../assets/render/shared.css"),
    "\n",
    include_str!("../../assets/render/page.css"),
    "\n@media screen and (max-width: 48em) {\n\n",
    include_str!("../../assets/render/cards.css"),
    "\n}\n",
);

/// What the page of a public body brings with it: larger letters make cards of rows earlier.
pub const PUBLIC: &str = concat!(
    include_str!("../../assets/render/shared.css"),
    "\n",
    include_str!("../../assets/render/page.css"),
    "\n",
    include_str!("../../assets/render/public.css"),
    "\n@media screen and (max-width: 62em) {\n\n",
    include_str!("../../assets/render/cards.css"),
    "\n}\n",
);

/// What a page with a logo brings with it before that.
pub const LOGO: &str = concat!(include_str!("../../assets/render/logo.css"), "\n");

/// What an index, which has no tables, brings with it.
pub const INDEX: &str = concat!(
    include_str!("../../assets/render/page.css"),
    "\n",
    include_str!("../../assets/render/index.css"),
);
