//! The language of what little renderers say of their own: French or English. Everything else in
//! a finished file is the charter's.

use crate::document::clean;
use crate::model::{Category, Language, Role};

/// A language that renderers have words in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Own {
    French,
    English,
}

impl Own {
    /// French for what is in French, English for all else.
    pub fn of(language: &Language) -> Self {
        match language.locale().id.language.as_str() {
            "fr" => Self::French,
            _ => Self::English,
        }
    }

    pub fn tag(self) -> &'static str {
        match self {
            Self::French => "fr",
            Self::English => "en",
        }
    }

    /// What is said in this language.
    pub fn put(self, french: &'static str, english: &'static str) -> &'static str {
        match self {
            Self::French => french,
            Self::English => english,
        }
    }

    /// What the cookies of a table are for.
    pub fn category(self, category: &Category, language: &Language) -> String {
        let said = match category {
            Category::Necessary => self.put("nécessaires", "necessary"),
            Category::Functional => self.put("fonctionnels", "functional"),
            Category::Audience => self.put("mesure d’audience", "audience measurement"),
            Category::Personalisation => self.put("personnalisation", "personalisation"),
            Category::Advertising => self.put("publicité", "advertising"),
            Category::Social => self.put("réseaux sociaux", "social networks"),
            Category::Other(name) => {
                let said = clean(name.said(language, language).text);
                let words: Vec<&str> = said.split_whitespace().collect();
                return words.join(" ");
            }
        };
        said.to_owned()
    }

    /// What the cells of a column say, where it has no label.
    pub fn role(self, role: Role) -> &'static str {
        match role {
            Role::Provider => self.put("Prestataire", "Provider"),
            Role::Service => self.put("Service", "Service"),
            Role::Name => self.put("Nom", "Name"),
            Role::Purpose => self.put("Finalité", "Purpose"),
            Role::Duration => self.put("Durée", "Duration"),
            Role::Domain => self.put("Domaine", "Domain"),
            Role::Party => self.put("Origine", "Party"),
            Role::Consent => self.put("Accord", "Agreement"),
            Role::Transfer => self.put("Transfert", "Transfer"),
            Role::Link => self.put("Lien", "Link"),
            Role::Other => self.put("Autre", "Other"),
        }
    }
}
