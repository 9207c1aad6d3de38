//! The collection: what one file holds.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use indexmap::IndexMap;
use jiff::civil::Date;
use serde::de::{Deserializer, Error as _};
use serde::{Deserialize, Serialize};

use super::adaptation::Adaptation;
use super::charter::{Charter, Complete, Following, Form, Section};
use super::conflict::Conflict;
use super::element::Owner;
use super::field::{BuiltIn, Fact, Field};
use super::list::{Identified, List, entries};
use super::presentation::Presentation;
use super::table::Column;
use super::{FactId, FieldId, Language, ModelId, PlatformId, Text, is_default};

/// Every charter that a team looks after, and the texts that they share.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Collection {
    pub format: Format,
    pub name: String,
    /// The languages of the charters; the first stands in for a missing text.
    #[serde(deserialize_with = "languages")]
    #[schemars(length(min = 1))]
    pub languages: Vec<Language>,
    /// How finished charters look.
    #[serde(default, skip_serializing_if = "is_default")]
    pub presentation: Presentation,
    /// Defaults of the built-in fields, and fields of the collection's own.
    #[serde(default, skip_serializing_if = "List::is_empty")]
    pub fields: List<Field>,
    /// The facts that its texts know of, with their labels.
    #[serde(default, skip_serializing_if = "List::is_empty")]
    pub facts: List<Fact>,
    #[serde(
        default,
        skip_serializing_if = "List::is_empty",
        deserialize_with = "models"
    )]
    pub models: List<Model>,
    #[serde(default, skip_serializing_if = "List::is_empty")]
    pub platforms: List<Platform>,
    /// A word for colleagues, never exported.
    #[serde(default, skip_serializing_if = "is_default")]
    pub note: String,
    /// What a merge of two versions left open.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conflicts: Vec<Conflict>,
}

impl Collection {
    /// A collection without charters.
    #[must_use]
    pub fn new(name: &str, first: Language) -> Self {
        Self {
            format: Format,
            name: name.to_owned(),
            languages: vec![first],
            presentation: Presentation::default(),
            fields: List::new(),
            facts: List::new(),
            models: List::new(),
            platforms: List::new(),
            note: String::new(),
            conflicts: Vec::new(),
        }
    }

    /// The language that stands in for a missing text.
    #[must_use]
    pub fn first_language(&self) -> Language {
        self.languages
            .first()
            .cloned()
            .unwrap_or_else(|| Language::new("fr").expect("`fr` is a language"))
    }

    /// The charter of a model or a platform, if there is one of that name.
    #[must_use]
    pub fn charter(&self, owner: &Owner) -> Option<&Charter> {
        match owner {
            Owner::Model(id) => self.models.get(id).map(|model| &model.charter),
            Owner::Platform(id) => self.platforms.get(id).map(|platform| &platform.charter),
        }
    }

    /// All charters, those of the models first.
    pub fn charters(&self) -> impl Iterator<Item = &Charter> {
        let models = self.models.iter().map(|model| &model.charter);
        models.chain(self.platforms.iter().map(|platform| &platform.charter))
    }

    /// The languages that a charter is written in: the platform's, or else the collection's.
    #[must_use]
    pub fn languages_of(&self, owner: &Owner) -> &[Language] {
        let own = match owner {
            Owner::Model(_) => None,
            Owner::Platform(id) => self.platforms.get(id).map(|platform| &platform.languages),
        };
        own.filter(|languages| !languages.is_empty())
            .unwrap_or(&self.languages)
    }

    /// The models that a charter follows, nearest first, up to the first one that is missing or
    /// stands among them already.
    pub fn followed(&self, charter: &Charter) -> impl Iterator<Item = &Arc<Model>> {
        let mut seen = HashSet::new();
        let mut next = charter.follows().and_then(|id| self.models.get(id));
        std::iter::from_fn(move || {
            let model = next.take_if(|model| seen.insert(model.id.clone()))?;
            next = model.charter.follows().and_then(|id| self.models.get(id));
            Some(model)
        })
    }

    /// How many platforms show what each model says, by however many models between.
    #[must_use]
    pub fn reach(&self) -> HashMap<ModelId, usize> {
        let mut reach = HashMap::new();
        for platform in &self.platforms {
            for model in self.followed(&platform.charter) {
                *reach.entry(model.id.clone()).or_default() += 1;
            }
        }
        reach
    }
}

/// The version of the file's shape. There is one so far.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
pub struct Format;

impl Format {
    /// The newest version that this program reads, and the one that it writes.
    pub const NEWEST: u32 = 1;
}

impl From<Format> for u32 {
    fn from(_: Format) -> Self {
        Format::NEWEST
    }
}

impl TryFrom<u32> for Format {
    type Error = String;

    fn try_from(version: u32) -> Result<Self, String> {
        if version == Self::NEWEST {
            Ok(Self)
        } else {
            Err(format!("the format {version} is not known"))
        }
    }
}

impl schemars::JsonSchema for Format {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Format".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({"type": "integer", "const": Self::NEWEST})
    }
}

/// A charter that others follow.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "ModelRecord", into = "ModelRecord")]
pub struct Model {
    pub id: ModelId,
    pub name: Text,
    pub charter: Charter,
    /// A word for colleagues, never exported.
    pub note: String,
}

impl Identified for Model {
    type Id = ModelId;

    fn id(&self) -> &ModelId {
        &self.id
    }
}

/// A web site, and its charter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "PlatformRecord", into = "PlatformRecord")]
pub struct Platform {
    pub id: PlatformId,
    pub name: Text,
    /// Its address, as visitors type it.
    pub url: String,
    /// Where they differ from the collection's.
    pub languages: Vec<Language>,
    pub facts: Vec<FactId>,
    /// What the fields say here.
    pub fields: IndexMap<FieldId, Text>,
    pub charter: Charter,
    /// A word for colleagues, never exported.
    pub note: String,
}

impl Platform {
    #[must_use]
    pub fn new(id: PlatformId, name: &str, url: &str, charter: Charter) -> Self {
        Self {
            id,
            name: Text::same(name),
            url: url.to_owned(),
            languages: Vec::new(),
            facts: Vec::new(),
            fields: IndexMap::new(),
            charter,
            note: String::new(),
        }
    }

    /// The host of its address, if that is one.
    #[must_use]
    pub fn host(&self) -> Option<String> {
        host(&self.url)
    }

    /// Whether what depends on a fact stands here.
    #[must_use]
    pub fn has(&self, when: Option<&FactId>) -> bool {
        when.is_none_or(|fact| self.facts.contains(fact))
    }
}

impl Identified for Platform {
    type Id = PlatformId;

    fn id(&self) -> &PlatformId {
        &self.id
    }
}

/// The host of an address, if that is one.
#[must_use]
pub fn host(url: &str) -> Option<String> {
    url::Url::parse(url).ok()?.host_str().map(str::to_owned)
}

/// What a field says on a platform.
#[derive(Debug, Clone, PartialEq)]
pub enum FieldValue {
    Text(Text),
    Date(Date),
}

/// Why a field says nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoValue {
    /// Nothing defines a field of that name.
    Unknown,
    /// The platform and the collection leave it without a value.
    Unset,
}

impl Collection {
    /// What a field says on a platform whose charter is dated `updated`.
    pub fn field(
        &self,
        platform: &Platform,
        updated: Option<Date>,
        field: &FieldId,
    ) -> Result<FieldValue, NoValue> {
        let text = |text: &Text| (!text.is_empty()).then(|| FieldValue::Text(text.clone()));
        let defined = self.fields.get(field);
        let default = || defined.and_then(|field| text(&field.default));
        let value = match BuiltIn::of(field) {
            Some(BuiltIn::Name) => text(&platform.name),
            Some(BuiltIn::Url) => text(&Text::same(&platform.url)),
            Some(BuiltIn::Host) => platform
                .host()
                .map(|host| FieldValue::Text(Text::same(&host))),
            Some(BuiltIn::Updated) => updated.map(FieldValue::Date),
            Some(BuiltIn::Set) => platform.fields.get(field).and_then(text),
            None if defined.is_some() => platform.fields.get(field).and_then(text),
            None => return Err(NoValue::Unknown),
        };
        value.or_else(default).ok_or(NoValue::Unset)
    }
}

/// The languages of a collection: at least one, and each once.
fn languages<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Language>, D::Error> {
    let languages = own_languages(deserializer)?;
    if languages.is_empty() {
        return Err(D::Error::custom("a collection has at least one language"));
    }
    Ok(languages)
}

/// Languages, each once.
fn own_languages<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Language>, D::Error> {
    let languages = Vec::<Language>::deserialize(deserializer)?;
    let mut seen = HashSet::new();
    match languages.iter().find(|language| !seen.insert(*language)) {
        Some(twice) => Err(D::Error::custom(format!(
            "the language `{twice}` stands twice"
        ))),
        None => Ok(languages),
    }
}

/// Models that do not follow themselves: such a file has no order in which it could be resolved.
fn models<'de, D: Deserializer<'de>>(deserializer: D) -> Result<List<Model>, D::Error> {
    let models = List::<Model>::deserialize(deserializer)?;
    match cycle(&models) {
        Some(cycle) => {
            let cycle: Vec<&str> = cycle.iter().map(|id| id.as_str()).collect();
            Err(D::Error::custom(format!(
                "these models follow each other in a circle: {}",
                cycle.join(" → ")
            )))
        }
        None => Ok(models),
    }
}

/// The first circle of models, its start named again at its end.
pub(super) fn cycle(models: &List<Model>) -> Option<Vec<ModelId>> {
    let mut sound: HashSet<&ModelId> = HashSet::new();
    for model in models {
        let mut path: Vec<&ModelId> = Vec::new();
        let mut on_path: HashSet<&ModelId> = HashSet::new();
        let mut next = Some(model);
        while let Some(model) = next.filter(|model| !sound.contains(&model.id)) {
            if !on_path.insert(&model.id) {
                let start = path
                    .iter()
                    .position(|id| **id == model.id)
                    .unwrap_or_default();
                let round = path.iter().skip(start).copied();
                return Some(round.chain([&model.id]).cloned().collect());
            }
            path.push(&model.id);
            next = model.charter.follows().and_then(|id| models.get(id));
        }
        sound.extend(path);
    }
    None
}

/// A model as the file has it: its charter's parts stand beside its name.
#[derive(Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename = "Model", deny_unknown_fields)]
struct ModelRecord {
    id: ModelId,
    #[serde(default, skip_serializing_if = "is_default")]
    name: Text,
    #[serde(default, skip_serializing_if = "is_default")]
    #[schemars(with = "Option<String>")]
    updated: Option<Date>,
    #[serde(default, skip_serializing_if = "is_default")]
    follows: Option<ModelId>,
    #[serde(default, skip_serializing_if = "is_default")]
    title: Text,
    #[serde(default, skip_serializing_if = "List::is_empty")]
    columns: List<Column>,
    #[serde(default, skip_serializing_if = "List::is_empty")]
    sections: List<Section>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    adaptations: Vec<Adaptation>,
    #[serde(default, skip_serializing_if = "is_default")]
    note: String,
}

/// A platform as the file has it: its charter's parts stand beside its name.
#[derive(Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename = "Platform", deny_unknown_fields)]
struct PlatformRecord {
    id: PlatformId,
    #[serde(default, skip_serializing_if = "is_default")]
    name: Text,
    #[serde(default, skip_serializing_if = "is_default")]
    url: String,
    #[serde(
        default,
        skip_serializing_if = "Vec::is_empty",
        deserialize_with = "own_languages"
    )]
    languages: Vec<Language>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    facts: Vec<FactId>,
    #[serde(
        default,
        skip_serializing_if = "IndexMap::is_empty",
        deserialize_with = "entries"
    )]
    fields: IndexMap<FieldId, Text>,
    #[serde(default, skip_serializing_if = "is_default")]
    #[schemars(with = "Option<String>")]
    updated: Option<Date>,
    #[serde(default, skip_serializing_if = "is_default")]
    follows: Option<ModelId>,
    #[serde(default, skip_serializing_if = "is_default")]
    title: Text,
    #[serde(default, skip_serializing_if = "List::is_empty")]
    columns: List<Column>,
    #[serde(default, skip_serializing_if = "List::is_empty")]
    sections: List<Section>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    adaptations: Vec<Adaptation>,
    #[serde(default, skip_serializing_if = "is_default")]
    note: String,
}

/// The parts of a charter as records have them.
struct Parts {
    updated: Option<Date>,
    follows: Option<ModelId>,
    complete: Complete,
    adaptations: Vec<Adaptation>,
}

impl TryFrom<Parts> for Charter {
    type Error = &'static str;

    fn try_from(parts: Parts) -> Result<Self, &'static str> {
        let form = match parts.follows {
            None if parts.adaptations.is_empty() => Form::Complete(parts.complete),
            None => return Err("a charter with `adaptations` says which model it `follows`"),
            Some(_) if parts.complete != Complete::default() => {
                return Err(
                    "a charter that `follows` a model has no `title`, `columns` or `sections` of its own: it says in `adaptations` what differs",
                );
            }
            Some(model) => Form::Following(Following {
                model,
                adaptations: parts.adaptations,
            }),
        };
        Ok(Self {
            updated: parts.updated,
            form,
        })
    }
}

impl From<Charter> for Parts {
    fn from(charter: Charter) -> Self {
        let (follows, complete, adaptations) = match charter.form {
            Form::Complete(complete) => (None, complete, Vec::new()),
            Form::Following(Following { model, adaptations }) => {
                (Some(model), Complete::default(), adaptations)
            }
        };
        Self {
            updated: charter.updated,
            follows,
            complete,
            adaptations,
        }
    }
}

impl TryFrom<ModelRecord> for Model {
    type Error = &'static str;

    fn try_from(record: ModelRecord) -> Result<Self, &'static str> {
        Ok(Self {
            id: record.id,
            name: record.name,
            charter: Charter::try_from(Parts {
                updated: record.updated,
                follows: record.follows,
                complete: Complete {
                    title: record.title,
                    columns: record.columns,
                    sections: record.sections,
                },
                adaptations: record.adaptations,
            })?,
            note: record.note,
        })
    }
}

impl From<Model> for ModelRecord {
    fn from(model: Model) -> Self {
        let parts = Parts::from(model.charter);
        Self {
            id: model.id,
            name: model.name,
            updated: parts.updated,
            follows: parts.follows,
            title: parts.complete.title,
            columns: parts.complete.columns,
            sections: parts.complete.sections,
            adaptations: parts.adaptations,
            note: model.note,
        }
    }
}

impl TryFrom<PlatformRecord> for Platform {
    type Error = &'static str;

    fn try_from(record: PlatformRecord) -> Result<Self, &'static str> {
        Ok(Self {
            id: record.id,
            name: record.name,
            url: record.url,
            languages: record.languages,
            facts: record.facts,
            fields: record.fields,
            charter: Charter::try_from(Parts {
                updated: record.updated,
                follows: record.follows,
                complete: Complete {
                    title: record.title,
                    columns: record.columns,
                    sections: record.sections,
                },
                adaptations: record.adaptations,
            })?,
            note: record.note,
        })
    }
}

impl From<Platform> for PlatformRecord {
    fn from(platform: Platform) -> Self {
        let parts = Parts::from(platform.charter);
        Self {
            id: platform.id,
            name: platform.name,
            url: platform.url,
            languages: platform.languages,
            facts: platform.facts,
            fields: platform.fields,
            updated: parts.updated,
            follows: parts.follows,
            title: parts.complete.title,
            columns: parts.complete.columns,
            sections: parts.complete.sections,
            adaptations: parts.adaptations,
            note: platform.note,
        }
    }
}

macro_rules! schema_of_record {
    ($($type:ident as $record:ident),*) => {$(
        impl schemars::JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                $record::schema_name()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                $record::json_schema(generator)
            }
        }
    )*};
}

schema_of_record!(Model as ModelRecord, Platform as PlatformRecord);
