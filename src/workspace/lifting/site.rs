//! What a platform is called and where it is, as its texts say it: what varies from one platform
//! to the next, and becomes fields.

use crate::import::matching::Site;
use crate::model::{Collection, FieldId, Language, Platform, Text, Translation};

/// What texts of a platform may say of it, language by language.
pub struct Sites {
    /// For a text that is the same in every language.
    common: Site,
    by_language: Vec<(Language, Site)>,
}

impl Sites {
    pub fn of(collection: &Collection, platform: &Platform) -> Self {
        let first = collection.first_language();
        let publisher = FieldId::new("publisher.name").ok();
        let publisher = publisher.and_then(|field| platform.fields.get(&field));
        let site = |language: &Language| {
            let said = |text: &Text| text.said(language, &first).text.to_owned();
            let publisher = publisher.map(said);
            Site::new(
                &platform.url,
                &said(&platform.name),
                publisher.as_deref(),
                None,
            )
        };
        let by_language = collection.languages.iter();
        Self {
            common: site(&first),
            by_language: by_language
                .map(|language| (language.clone(), site(language)))
                .collect(),
        }
    }

    /// A text with fields in the place of what varies.
    pub fn in_fields(&self, text: &Text) -> Text {
        match text {
            Text::Same(words) => Text::same(&self.common.in_fields(words)),
            Text::ByLanguage(texts) => Text::ByLanguage(
                texts
                    .iter()
                    .map(|(language, said)| {
                        let mut sites = self.by_language.iter();
                        let site = sites.find(|(of, _)| of == language);
                        let site = site.map_or(&self.common, |(_, site)| site);
                        let said = Translation {
                            words: site.in_fields(said).into(),
                            // It is in the first language, as what is common to all is.
                            of: said.of.as_ref().map(|of| self.common.in_fields(of).into()),
                        };
                        (language.clone(), said)
                    })
                    .collect(),
            ),
        }
    }
}
