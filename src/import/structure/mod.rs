//! Structure: what the parts of a page are for.
