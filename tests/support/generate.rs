//! Strategies that generate collections, and things to do to them.
//!
//! Ids come from small pools, so that adaptations and edits often meet what they speak of, and
//! often enough do not.

use std::sync::Arc;

use chartrier::model::{
    Adaptation, Category, Cell, CellAddress, Charter, CharterEdit, Collection, Column,
    ColumnAddress, ColumnEdit, ColumnId, Complete, Consent, CookieTable, Edit, Element, Fact,
    FactId, Field, FieldId, Following, Form, Identified, Language, Level, List, ListEdit, Model,
    ModelId, Nature, Owner, Place, Platform, PlatformEdit, PlatformId, Role, Row, RowAddress,
    RowEdit, RowId, Section, SectionEdit, SectionId, Text, TextEdit, Translation,
};
use indexmap::IndexMap;
use jiff::civil::{Date, date};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

const LANGUAGES: [&str; 3] = ["fr", "en", "pt-BR"];
const SECTIONS: [&str; 4] = ["s1", "s2", "s3", "s4"];
const ROWS: [&str; 3] = ["r1", "r2", "r3"];
const COLUMNS: [&str; 3] = ["c1", "c2", "c3"];
const MODELS: [&str; 5] = ["m1", "m2", "m3", "m4", "m5"];
const PLATFORMS: [&str; 4] = ["p1", "p2", "p3", "p4"];
const FACTS: [&str; 3] = ["matomo", "youtube", "multilingual"];
const FIELDS: [&str; 4] = ["brand", "publisher.name", "dpo.contact", "updated"];

/// Pieces of texts, each of which has been the end of some file format.
const PIECES: [&str; 34] = [
    "mot",
    "é",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\"",
    "'",
    "\\",
    "\\n",
    "r#\"",
    "\"#",
    "\"##",
    "//",
    "/*",
    "*/",
    "*",
    "<b>",
    "&amp;",
    "{{ platform.url }}",
    "{{ brand }}",
    "{{ nope }}",
    "\\{{ x }}",
    "{{",
    "\t",
    "\r",
    "\r\n",
    "\u{0}",
    "\u{7}",
    "\u{7f}",
    "\u{202E}",
    "\u{1F36A}",
    "\u{FEFF}",
    "\u{2028}",
];

pub fn words() -> impl Strategy<Value = String> {
    vec(select(PIECES.to_vec()), 0..6).prop_map(|pieces| pieces.concat())
}

pub fn tag() -> impl Strategy<Value = Language> {
    select(LANGUAGES.to_vec()).prop_map(|tag| Language::new(tag).unwrap())
}

fn tags() -> impl Strategy<Value = Vec<Language>> {
    subsequence(LANGUAGES.to_vec(), 0..=3)
        .prop_shuffle()
        .prop_map(|tags| {
            tags.into_iter()
                .map(|tag| Language::new(tag).unwrap())
                .collect()
        })
}

pub fn text() -> impl Strategy<Value = Text> {
    prop_oneof![
        words().prop_map(|words| Text::same(&words)),
        tags()
            .prop_flat_map(|tags| {
                let count = tags.len();
                (Just(tags), vec(translation(), count))
            })
            .prop_map(|(tags, texts)| { Text::ByLanguage(tags.into_iter().zip(texts).collect()) }),
    ]
}

/// The words of a language, which may be older than what they translate.
fn translation() -> impl Strategy<Value = Translation> {
    let of = prop_oneof![4 => Just(None), 1 => words().prop_map(|it| Some(Arc::from(it)))];
    (words(), of).prop_map(|(words, of)| Translation {
        words: Arc::from(words),
        of,
    })
}

macro_rules! ids {
    ($($function:ident, $type:ident, $pool:ident;)*) => {$(
        pub fn $function() -> impl Strategy<Value = $type> {
            select($pool.to_vec()).prop_map(|id| $type::new(id).unwrap())
        }
    )*};
}

ids! {
    section_id, SectionId, SECTIONS;
    row_id, RowId, ROWS;
    column_id, ColumnId, COLUMNS;
    model_id, ModelId, MODELS;
    platform_id, PlatformId, PLATFORMS;
    fact_id, FactId, FACTS;
    field_id, FieldId, FIELDS;
}

fn cell() -> impl Strategy<Value = Cell> {
    prop_oneof![4 => text().prop_map(Cell::Text), 1 => Just(Cell::Above)]
}

/// A list of some of the elements that a pool of ids names, in any order.
fn list<T, S>(
    pool: &'static [&'static str],
    of: impl Fn(&'static str) -> S,
) -> impl Strategy<Value = List<T>>
where
    T: Identified + std::fmt::Debug,
    S: Strategy<Value = T>,
{
    let all: Vec<S> = pool.iter().map(|id| of(id)).collect();
    let count = pool.len();
    (
        all,
        subsequence((0..count).collect::<Vec<_>>(), 0..=count).prop_shuffle(),
    )
        .prop_map(|(items, order)| {
            let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
            let mut list = List::new();
            for at in order {
                list.push(items[at].take().unwrap()).unwrap();
            }
            list
        })
}

fn column_of(id: &'static str) -> impl Strategy<Value = Column> {
    let roles = [
        Role::Name,
        Role::Provider,
        Role::Purpose,
        Role::Duration,
        Role::Other,
    ];
    (select(roles.to_vec()), text(), any::<bool>(), words()).prop_map(
        move |(role, label, hidden, note)| Column {
            id: ColumnId::new(id).unwrap(),
            role,
            label,
            hidden,
            note,
        },
    )
}

fn row_of(id: &'static str) -> impl Strategy<Value = Row> {
    (
        option::of(fact_id()),
        vec((column_id(), cell()), 0..4),
        words(),
    )
        .prop_map(move |(when, cells, note)| Row {
            id: RowId::new(id).unwrap(),
            when,
            cells: cells.into_iter().collect(),
            note,
        })
}

fn category() -> impl Strategy<Value = Category> {
    prop_oneof![
        select(vec![
            Category::Necessary,
            Category::Functional,
            Category::Audience,
            Category::Personalisation,
            Category::Advertising,
            Category::Social,
        ]),
        text().prop_map(Category::Other),
    ]
}

fn consent() -> impl Strategy<Value = Option<Consent>> {
    select(vec![None, Some(Consent::Required), Some(Consent::Exempt)])
}

fn table() -> impl Strategy<Value = CookieTable> {
    (
        category(),
        consent(),
        option::of(list(&COLUMNS, column_of)),
        list(&ROWS, row_of),
    )
        .prop_map(|(category, consent, columns, rows)| CookieTable {
            category,
            consent,
            columns,
            rows,
        })
}

fn level() -> impl Strategy<Value = Level> {
    (1_u8..=6).prop_map(|level| Level::try_from(level).unwrap())
}

fn section_of(id: &'static str) -> impl Strategy<Value = Section> {
    (
        level(),
        text(),
        text(),
        option::of(fact_id()),
        option::of(table()),
        words(),
    )
        .prop_map(move |(level, heading, body, when, table, note)| Section {
            id: SectionId::new(id).unwrap(),
            level,
            heading,
            body,
            when,
            table,
            note,
        })
}

fn place<Id: Clone + std::fmt::Debug + 'static>(
    after: impl Strategy<Value = Id> + 'static,
) -> impl Strategy<Value = Place<Id>> {
    prop_oneof![
        Just(Place::First),
        Just(Place::Last),
        after.prop_map(Place::After)
    ]
}

fn nature() -> impl Strategy<Value = Nature> {
    (category(), consent()).prop_map(|(category, consent)| Nature { category, consent })
}

fn of_pool<T, S>(
    pool: &'static [&'static str],
    of: impl Fn(&'static str) -> S,
) -> impl Strategy<Value = Arc<T>>
where
    T: std::fmt::Debug,
    S: Strategy<Value = T> + 'static,
{
    proptest::strategy::Union::new(pool.iter().map(|id| of(id))).prop_map(Arc::new)
}

pub fn adaptation() -> impl Strategy<Value = Adaptation> {
    let table = || option::of(section_id());
    prop_oneof![
        (text(), text()).prop_map(|(was, text)| Adaptation::ReplaceTitle { was, text }),
        (section_id(), text(), text())
            .prop_map(|(section, was, text)| Adaptation::ReplaceHeading { section, was, text }),
        (section_id(), text(), text()).prop_map(|(section, was, text)| Adaptation::ReplaceBody {
            section,
            was,
            text
        }),
        (section_id(), level(), level()).prop_map(|(section, was, level)| {
            Adaptation::ReplaceLevel {
                section,
                was,
                level,
            }
        }),
        (section_id(), nature(), nature()).prop_map(|(section, was, nature)| {
            Adaptation::ReplaceNature {
                section,
                was,
                nature,
            }
        }),
        (table(), column_id(), text(), text()).prop_map(|(table, column, was, text)| {
            Adaptation::ReplaceLabel {
                table,
                column,
                was,
                text,
            }
        }),
        (
            section_id(),
            row_id(),
            column_id(),
            option::of(cell()),
            option::of(cell())
        )
            .prop_map(
                |(section, row, column, was, cell)| Adaptation::ReplaceCell {
                    section,
                    row,
                    column,
                    was,
                    cell
                }
            ),
        section_id().prop_map(|section| Adaptation::HideSection { section }),
        (section_id(), row_id()).prop_map(|(section, row)| Adaptation::HideRow { section, row }),
        (table(), column_id()).prop_map(|(table, column)| Adaptation::HideColumn { table, column }),
        (of_pool(&SECTIONS, section_of), place(section_id()))
            .prop_map(|(section, place)| Adaptation::AddSection { section, place }),
        (section_id(), of_pool(&ROWS, row_of), place(row_id())).prop_map(
            |(section, row, place)| Adaptation::AddRow {
                section,
                row,
                place
            }
        ),
        (table(), of_pool(&COLUMNS, column_of), place(column_id())).prop_map(
            |(table, column, place)| Adaptation::AddColumn {
                table,
                column,
                place
            }
        ),
        (section_id(), place(section_id()))
            .prop_map(|(section, place)| Adaptation::MoveSection { section, place }),
        (section_id(), row_id(), place(row_id())).prop_map(|(section, row, place)| {
            Adaptation::MoveRow {
                section,
                row,
                place,
            }
        }),
        (table(), column_id(), place(column_id())).prop_map(|(table, column, place)| {
            Adaptation::MoveColumn {
                table,
                column,
                place,
            }
        }),
    ]
}

fn day() -> impl Strategy<Value = Option<Date>> {
    option::of((1_i16..=9999, 1_i8..=12, 1_i8..=28).prop_map(|(y, m, d)| date(y, m, d)))
}

fn complete() -> impl Strategy<Value = Form> {
    (
        text(),
        list(&COLUMNS, column_of),
        list(&SECTIONS, section_of),
    )
        .prop_map(|(title, columns, sections)| {
            Form::Complete(Complete {
                title,
                columns,
                sections,
            })
        })
}

fn following(models: &'static [&'static str]) -> impl Strategy<Value = Form> {
    (select(models.to_vec()), vec(adaptation(), 0..6)).prop_map(|(model, adaptations)| {
        Form::Following(Following {
            model: ModelId::new(model).unwrap(),
            adaptations,
        })
    })
}

/// A charter that may follow one of these models.
fn charter(models: &'static [&'static str]) -> BoxedStrategy<Charter> {
    let form = if models.is_empty() {
        complete().boxed()
    } else {
        prop_oneof![1 => complete(), 5 => following(models)].boxed()
    };
    (day(), form)
        .prop_map(|(updated, form)| Charter { updated, form })
        .boxed()
}

fn model(at: usize) -> impl Strategy<Value = Model> {
    // Each may follow any before it: chains as long as there are models, and no circle.
    (text(), charter(&MODELS[..at]), words()).prop_map(move |(name, charter, note)| Model {
        id: ModelId::new(MODELS[at]).unwrap(),
        name,
        charter,
        note,
    })
}

fn models() -> impl Strategy<Value = List<Model>> {
    let all: Vec<_> = (0..MODELS.len()).map(|at| model(at).boxed()).collect();
    all.prop_shuffle().prop_map(|models| {
        let mut list = List::new();
        for model in models {
            list.push(model).unwrap();
        }
        list
    })
}

fn platform_of(id: &'static str) -> impl Strategy<Value = Platform> {
    let urls = [
        "",
        "https://data.example.fr",
        "http://éàü.example/",
        "pas une adresse",
        "a\"b\\",
    ];
    (
        (text(), select(urls.to_vec()), tags(), words()),
        subsequence(FACTS.to_vec(), 0..=3).prop_shuffle(),
        vec((field_id(), text()), 0..3),
        charter(&MODELS),
    )
        .prop_map(
            move |((name, url, languages, note), facts, fields, charter)| Platform {
                id: PlatformId::new(id).unwrap(),
                name,
                url: url.to_owned(),
                languages,
                facts: facts
                    .into_iter()
                    .map(|it| FactId::new(it).unwrap())
                    .collect(),
                fields: fields.into_iter().collect::<IndexMap<_, _>>(),
                charter,
                note,
            },
        )
}

fn field_of(id: &'static str) -> impl Strategy<Value = Field> {
    (text(), text(), words()).prop_map(move |(label, default, note)| Field {
        id: FieldId::new(id).unwrap(),
        label,
        default,
        note,
    })
}

fn fact_of(id: &'static str) -> impl Strategy<Value = Fact> {
    text().prop_map(move |label| Fact {
        id: FactId::new(id).unwrap(),
        label,
    })
}

/// Whole collections: up to five models deep, with every kind of adaptation.
pub fn collection() -> impl Strategy<Value = Collection> {
    (
        words(),
        subsequence(LANGUAGES.to_vec(), 1..=3).prop_shuffle(),
        (list(&FIELDS, field_of), list(&FACTS, fact_of)),
        models(),
        list(&PLATFORMS, platform_of),
        words(),
    )
        .prop_map(
            |(name, languages, (fields, facts), models, platforms, note)| Collection {
                fields,
                facts,
                models,
                platforms,
                note,
                languages: languages
                    .iter()
                    .map(|tag| Language::new(tag).unwrap())
                    .collect(),
                ..Collection::new(&name, Language::new("fr").unwrap())
            },
        )
}

pub fn owner() -> impl Strategy<Value = Owner> {
    prop_oneof![
        model_id().prop_map(Owner::Model),
        platform_id().prop_map(Owner::Platform)
    ]
}

pub fn element() -> impl Strategy<Value = Element> {
    prop_oneof![
        Just(Element::Title),
        section_id().prop_map(Element::Section),
        section_id().prop_map(Element::Heading),
        section_id().prop_map(Element::Body),
        column_address().prop_map(Element::Column),
        row_address().prop_map(Element::Row),
        cell_address().prop_map(Element::Cell),
    ]
}

fn column_address() -> impl Strategy<Value = ColumnAddress> {
    (option::of(section_id()), column_id())
        .prop_map(|(table, column)| ColumnAddress { table, column })
}

fn row_address() -> impl Strategy<Value = RowAddress> {
    (section_id(), row_id()).prop_map(|(section, row)| RowAddress { section, row })
}

fn cell_address() -> impl Strategy<Value = CellAddress> {
    (section_id(), row_id(), column_id()).prop_map(|(section, row, column)| CellAddress {
        section,
        row,
        column,
    })
}

fn text_edit() -> impl Strategy<Value = TextEdit> {
    prop_oneof![
        text().prop_map(TextEdit::Set),
        (
            tag(),
            0_usize..4,
            select(vec!["", "mot", "é", "x"]),
            words()
        )
            .prop_map(|(language, at, removed, inserted)| TextEdit::Splice {
                language,
                at,
                removed: removed.to_owned(),
                inserted
            }),
    ]
}

fn list_edit<T, S>(
    pool: &'static [&'static str],
    of: impl Fn(&'static str) -> S + Copy,
    id: impl Fn(&'static str) -> T::Id + Clone + 'static,
) -> impl Strategy<Value = ListEdit<T>>
where
    T: Identified + std::fmt::Debug + Clone,
    S: Strategy<Value = T> + 'static,
{
    let again = id.clone();
    prop_oneof![
        (0_usize..5, of_pool(pool, of)).prop_map(|(at, item)| ListEdit::Insert { at, item }),
        select(pool.to_vec()).prop_map(move |it| ListEdit::Remove(id(it))),
        (select(pool.to_vec()), 0_usize..5)
            .prop_map(move |(it, to)| ListEdit::Move { id: again(it), to }),
        of_pool(pool, of).prop_map(ListEdit::Replace),
    ]
}

fn sections() -> impl Strategy<Value = ListEdit<Section>> {
    list_edit(&SECTIONS, section_of, |id| SectionId::new(id).unwrap())
}

fn rows() -> impl Strategy<Value = ListEdit<Row>> {
    list_edit(&ROWS, row_of, |id| RowId::new(id).unwrap())
}

fn columns() -> impl Strategy<Value = ListEdit<Column>> {
    list_edit(&COLUMNS, column_of, |id| ColumnId::new(id).unwrap())
}

/// A model that may follow any, itself among them.
fn any_model(id: &'static str) -> impl Strategy<Value = Model> {
    (text(), charter(&MODELS)).prop_map(move |(name, charter)| Model {
        id: ModelId::new(id).unwrap(),
        name,
        charter,
        note: String::new(),
    })
}

fn section_edit() -> impl Strategy<Value = SectionEdit> {
    prop_oneof![
        level().prop_map(SectionEdit::Level),
        option::of(fact_id()).prop_map(SectionEdit::When),
        option::of(table()).prop_map(SectionEdit::Table),
        category().prop_map(SectionEdit::Category),
        consent().prop_map(SectionEdit::Consent),
        option::of(list(&COLUMNS, column_of)).prop_map(SectionEdit::Columns),
        words().prop_map(SectionEdit::Note),
    ]
}

fn charter_edit() -> impl Strategy<Value = CharterEdit> {
    prop_oneof![
        day().prop_map(CharterEdit::Updated),
        charter(&MODELS).prop_map(|charter| CharterEdit::Form(charter.form)),
        (element(), text_edit()).prop_map(|(element, edit)| CharterEdit::Text(element, edit)),
        (cell_address(), option::of(cell()), option::of(0_usize..4))
            .prop_map(|(address, cell, at)| CharterEdit::Cell { address, cell, at }),
        sections().prop_map(CharterEdit::Sections),
        (section_id(), section_edit()).prop_map(|(id, edit)| CharterEdit::Section(id, edit)),
        (section_id(), rows()).prop_map(|(id, edit)| CharterEdit::Rows(id, edit)),
        (row_address(), option::of(fact_id()))
            .prop_map(|(row, when)| CharterEdit::Row(row, RowEdit::When(when))),
        (row_address(), words()).prop_map(|(row, note)| CharterEdit::Row(row, RowEdit::Note(note))),
        (option::of(section_id()), columns())
            .prop_map(|(table, edit)| CharterEdit::Columns(table, edit)),
        (column_address(), any::<bool>())
            .prop_map(|(column, hidden)| CharterEdit::Column(column, ColumnEdit::Hidden(hidden))),
        (0_usize..5, adaptation())
            .prop_map(|(at, adaptation)| CharterEdit::Adapt { at, adaptation }),
        (0_usize..5).prop_map(|at| CharterEdit::Unadapt { at }),
    ]
}

fn platform_edit() -> impl Strategy<Value = PlatformEdit> {
    prop_oneof![
        text_edit().prop_map(PlatformEdit::Name),
        words().prop_map(PlatformEdit::Url),
        tags().prop_map(PlatformEdit::Languages),
        vec(fact_id(), 0..3).prop_map(PlatformEdit::Facts),
        (field_id(), option::of(text()), option::of(0_usize..3))
            .prop_map(|(field, value, at)| PlatformEdit::Field { field, value, at }),
        words().prop_map(PlatformEdit::Note),
    ]
}

/// Any edit; many are about what is not there.
pub fn edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        1 => words().prop_map(Edit::Name),
        1 => words().prop_map(Edit::Note),
        1 => vec(tag(), 0..4).prop_map(Edit::Languages),
        1 => list_edit(&FIELDS, field_of, |id| FieldId::new(id).unwrap()).prop_map(Edit::Fields),
        1 => list_edit(&FACTS, fact_of, |id| FactId::new(id).unwrap()).prop_map(Edit::Facts),
        2 => list_edit(&MODELS, any_model, |id| ModelId::new(id).unwrap()).prop_map(Edit::Models),
        2 => list_edit(&PLATFORMS, platform_of, |id| PlatformId::new(id).unwrap())
            .prop_map(Edit::Platforms),
        1 => (model_id(), text_edit()).prop_map(|(id, edit)| Edit::ModelName(id, edit)),
        1 => (model_id(), words()).prop_map(|(id, note)| Edit::ModelNote(id, note)),
        3 => (platform_id(), platform_edit()).prop_map(|(id, edit)| Edit::Platform(id, edit)),
        20 => (owner(), charter_edit()).prop_map(|(owner, edit)| Edit::Charter(owner, edit)),
    ]
}
