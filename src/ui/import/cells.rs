//! The cells of a review: what a part is, and what comes of it, each with what else it may be.

use egui::text::{LayoutJob, TextFormat};
use egui::{
    Color32, ComboBox, FontFamily, FontId, Label, Role as AccessRole, TextStyle, Ui, WidgetInfo,
};
use egui_material_icons::MaterialIcon;
use egui_material_icons::icons::{
    ICON_ADD, ICON_BLOCK, ICON_CHECK, ICON_COMPARE, ICON_EDIT_NOTE, ICON_LINK, ICON_VISIBILITY_OFF,
};

use super::Asked;
use super::lines::OUTCOME;
use crate::import::matching::{Decision, Outcome, Part, Verdict};
use crate::import::structure::Kind;
use crate::model::{Category, Element, Role, Span, compare_words};
use crate::ui::dialogs::difference::laid_out;
use crate::ui::theme::Palette;
use crate::ui::widgets::{icon_button, named};
use crate::words::Words;
use crate::workspace::review::{Beside, Line, Made, Review, Spot, Subject, What};

/// What columns may say.
const ROLES: [(Role, &str); 11] = [
    (Role::Provider, "role-provider"),
    (Role::Service, "role-service"),
    (Role::Name, "role-name"),
    (Role::Purpose, "role-purpose"),
    (Role::Duration, "role-duration"),
    (Role::Domain, "role-domain"),
    (Role::Party, "role-party"),
    (Role::Consent, "role-consent"),
    (Role::Transfer, "role-transfer"),
    (Role::Link, "role-link"),
    (Role::Other, "role-other"),
];

/// What tables may be for; any other has a name, which only the page gives.
const CATEGORIES: [(Category, &str); 6] = [
    (Category::Necessary, "category-necessary"),
    (Category::Functional, "category-functional"),
    (Category::Audience, "category-audience"),
    (Category::Personalisation, "category-personalisation"),
    (Category::Advertising, "category-advertising"),
    (Category::Social, "category-social"),
];

/// How large letters of texts are.
const LETTERS: f32 = 14.0;

/// How wide a list of choices is.
const CHOICE: f32 = 190.0;

/// What stands for nobody having said which category a table is of.
const UNTOLD: &str = "import-category-untold";

/// A choice among a few things: each with what it is called.
struct Choice<'a, T> {
    id: &'a str,
    /// What it is about, for those who listen.
    name: String,
    icon: Option<(MaterialIcon, Color32)>,
    said: String,
    among: Vec<(T, String)>,
    now: Option<T>,
    width: f32,
}

impl<T: PartialEq + Clone> Choice<'_, T> {
    fn ui(self, ui: &mut Ui) -> Option<T> {
        let mut chosen = None;
        let mut job = LayoutJob::default();
        let colour = self.icon.as_ref().map(|(_, colour)| *colour);
        let colour = colour.unwrap_or(ui.visuals().text_color());
        let format = |font_id| TextFormat {
            font_id,
            color: colour,
            valign: egui::Align::Center,
            ..TextFormat::default()
        };
        if let Some((icon, _)) = &self.icon {
            let font = FontId::new(15.0, icon.font_family());
            job.append(icon.codepoint, 0.0, format(font));
        }
        job.append(
            &self.said,
            4.0,
            format(TextStyle::Button.resolve(ui.style())),
        );
        let shown = ComboBox::from_id_salt(self.id)
            .height(380.0)
            .width(self.width)
            .truncate()
            .selected_text(job)
            .show_ui(ui, |ui| {
                for (it, said) in &self.among {
                    let is_it = self.now.as_ref() == Some(it);
                    if ui.selectable_label(is_it, said.as_str()).clicked() && !is_it {
                        chosen = Some(it.clone());
                    }
                }
            });
        let name = format!("{}, {}", self.name, self.said);
        named(&shown.response, AccessRole::ComboBox, &name);
        if shown.response.gained_focus() {
            shown.response.scroll_to_me(None);
        }
        chosen
    }
}

/// A text, as much of it as its room holds; whole to those who hover over it.
pub fn text_ui(ui: &mut Ui, text: &str, family: FontFamily, colour: Color32) {
    let mut job = LayoutJob::simple(
        text.to_owned(),
        FontId::new(LETTERS, family),
        colour,
        f32::INFINITY,
    );
    job.wrap.max_rows = rows_in(ui);
    let is_short = text.chars().count() < 120;
    let shown = ui.add(Label::new(job).wrap());
    shown.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, text));
    if !is_short {
        shown.on_hover_text(text);
    }
}

/// How many lines of text there is room for.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a few lines"
)]
fn rows_in(ui: &Ui) -> usize {
    let room = ui.max_rect().height();
    (room / (LETTERS * 1.25)).floor().clamp(1.0, 40.0) as usize
}

/// The line of the source that something is about, as it is said.
fn about(words: &Words, key: &str, line: &Line) -> String {
    match line.line {
        Some(number) => {
            let values = [
                ("column", words.say(key).into_owned().into()),
                ("line", number.into()),
            ];
            words.say_of("import-cell", &values).into_owned()
        }
        None => words.say(key).into_owned(),
    }
}

// ---- What it is

pub fn structure_ui(ui: &mut Ui, words: &Words, made: &Made, line: &Line, asked: &mut Vec<Asked>) {
    match &line.what {
        What::Part {
            part,
            kind,
            told,
            is_grid,
        } => {
            let chosen = kind_ui(ui, words, line, (*kind, *told), *is_grid);
            asked.extend(chosen.map(|kind| Asked::Kind(*part..*part + 1, kind)));
        }
        What::Table {
            parts,
            spot,
            section,
            is_grid,
        } => {
            ui.vertical(|ui| {
                let chosen = kind_ui(ui, words, line, (Kind::Table, Kind::Table), *is_grid);
                asked.extend(chosen.map(|kind| Asked::Kind(parts.clone(), kind)));
                category_ui(ui, words, made, line, (*spot, *section), asked);
            });
        }
        What::Column {
            spot,
            section,
            column,
        } => {
            let table = made
                .draft
                .sections
                .get(*section)
                .and_then(|it| it.table.as_ref());
            let Some(drafted) = table.and_then(|table| table.columns.get(*column)) else {
                return;
            };
            let name = words.say_of("import-role-of", &[("label", drafted.label.clone().into())]);
            let choice = Choice {
                id: "role",
                name: name.into_owned(),
                icon: None,
                said: said_of(words, &ROLES, &drafted.role),
                among: all_of(words, &ROLES),
                now: Some(drafted.role),
                width: CHOICE - 14.0,
            };
            if let Some(role) = choice.ui(ui) {
                asked.push(Asked::Role(*spot, *column, role));
            }
        }
        What::Row { row, .. } => {
            let values = [("row", (row + 1).into())];
            ui.weak(words.say_of("import-row", &values));
        }
        What::Within => drop(ui.weak(words.say("import-within"))),
        What::Charter => {
            let key = match &line.beside {
                Beside::Part {
                    subject: Subject::Charter(element),
                    ..
                } => key_of(element),
                _ => "import-element",
            };
            ui.weak(words.say(key));
        }
    }
}

/// What a part of a charter is.
fn key_of(element: &Element) -> &'static str {
    match element {
        Element::Row(_) => "import-element-row",
        Element::Column(_) => "import-element-column",
        Element::Title => "import-kind-title",
        _ => "import-element",
    }
}

fn said_of<T: PartialEq>(words: &Words, all: &[(T, &str)], it: &T) -> String {
    let found = all.iter().find(|(other, _)| other == it);
    found.map_or_else(String::new, |(_, key)| words.say(key).into_owned())
}

fn all_of<T: Clone>(words: &Words, all: &[(T, &str)]) -> Vec<(T, String)> {
    let said = |(it, key): &(T, &str)| (it.clone(), words.say(key).into_owned());
    all.iter().map(said).collect()
}

fn kind_ui(
    ui: &mut Ui,
    words: &Words,
    line: &Line,
    (kind, told): (Kind, Kind),
    is_grid: bool,
) -> Option<Kind> {
    let headings = (1..=6).map(Kind::Heading);
    let among: Vec<Kind> = if is_grid {
        vec![Kind::Table, Kind::SetApart]
    } else {
        let table = (told == Kind::Table).then_some(Kind::Table);
        let all = std::iter::once(Kind::Title).chain(headings);
        all.chain([Kind::Text])
            .chain(table)
            .chain([Kind::SetApart])
            .collect()
    };
    let said = |kind: &Kind| match kind {
        Kind::Title => words.say("import-kind-title").into_owned(),
        Kind::Heading(level) => {
            let values = [("level", (*level).into())];
            words.say_of("import-kind-heading", &values).into_owned()
        }
        Kind::Text => words.say("import-kind-text").into_owned(),
        Kind::Table => words.say("import-kind-table").into_owned(),
        Kind::SetApart => words.say("import-kind-apart").into_owned(),
    };
    let choice = Choice {
        id: "kind",
        name: about(words, "import-column-structure", line),
        icon: None,
        said: said(&kind),
        among: among.iter().map(|kind| (*kind, said(kind))).collect(),
        now: Some(kind),
        width: CHOICE,
    };
    choice.ui(ui)
}

fn category_ui(
    ui: &mut Ui,
    words: &Words,
    made: &Made,
    line: &Line,
    (spot, section): (Spot, usize),
    asked: &mut Vec<Asked>,
) {
    let table = made
        .draft
        .sections
        .get(section)
        .and_then(|it| it.table.as_ref());
    let now = table.and_then(|table| table.category.clone());
    let said = match &now {
        None => words.say(UNTOLD).into_owned(),
        Some(Category::Other(name)) => {
            let language = &made.draft.language;
            name.said(language, language).text.to_owned()
        }
        Some(category) => said_of(words, &CATEGORIES, category),
    };
    let all = all_of(words, &CATEGORIES).into_iter();
    let mut among: Vec<(Option<Category>, String)> =
        all.map(|(category, said)| (Some(category), said)).collect();
    among.insert(0, (None, words.say(UNTOLD).into_owned()));
    let choice = Choice {
        id: "category",
        name: about(words, "import-category", line),
        icon: None,
        said,
        among,
        now: Some(now),
        width: CHOICE,
    };
    if let Some(category) = choice.ui(ui) {
        asked.push(Asked::Category(spot, category));
    }
}

// ---- What comes of it

pub fn charter_ui(
    ui: &mut Ui,
    words: &Words,
    review: &Review,
    made: &Made,
    line: &Line,
    asked: &mut Vec<Asked>,
) {
    let (said, charter, outcome) = match &line.beside {
        Beside::Nothing => {
            drop(ui.weak(words.say("import-set-apart")));
            return;
        }
        Beside::Goes {
            part,
            said,
            charter,
        } => (
            said,
            charter,
            part.and_then(|at| made.proposal.parts.get(at)),
        ),
        Beside::Part {
            subject,
            part,
            said,
            charter,
        } => {
            let Some(part) = made.proposal.parts.get(*part) else {
                return;
            };
            ui.scope(|ui| {
                ui.set_width(OUTCOME - 6.0);
                outcome_ui(ui, (words, review, made), line, (subject, part), asked);
            });
            (said, charter, Some(part))
        }
    };
    if charter.is_empty() || charter == said {
        return;
    }
    let is_adapted = outcome.is_some_and(|part| part.outcome == Outcome::Adapted);
    if !is_adapted || differs_in_spaces_alone(charter, said) {
        let palette = Palette::now(ui.ctx());
        text_ui(ui, charter, FontFamily::Proportional, palette.weak);
        return;
    }
    let spans = compare_words(charter, said);
    if icon_button(
        ui,
        ICON_COMPARE,
        &about(words, "import-compare", line),
        true,
    )
    .clicked()
    {
        asked.push(Asked::Compare(spans.clone()));
    }
    ui.add(Label::new(difference(ui, &spans)).wrap());
}

/// Whether two texts are the same but for spaces, of whatever kind.
fn differs_in_spaces_alone(one: &str, other: &str) -> bool {
    let letters = |text: &'_ str| {
        text.chars()
            .filter(|c| !c.is_whitespace())
            .collect::<String>()
    };
    letters(one) == letters(other)
}

fn outcome_ui(
    ui: &mut Ui,
    (words, review, made): (&Words, &Review, &Made),
    line: &Line,
    (subject, part): (&Subject, &Part),
    asked: &mut Vec<Asked>,
) {
    let palette = Palette::now(ui.ctx());
    let is_new_model = made.proposal.new_model.is_some();
    let (icon, key, colour) = match part.outcome {
        Outcome::Inherited if matches!(part.verdict, Some(Verdict::Typographic)) => {
            (ICON_LINK, "import-outcome-typographic", palette.inherited)
        }
        Outcome::Inherited => (ICON_LINK, "import-outcome-inherited", palette.inherited),
        Outcome::Adapted => (ICON_EDIT_NOTE, "import-outcome-adapted", palette.adapted),
        // Its platform inherits it from the model that is made of the page.
        Outcome::Added if made.proposal.new_model.is_some() => {
            (ICON_LINK, "import-outcome-new-model", palette.inherited)
        }
        Outcome::Added => (ICON_ADD, "import-outcome-added", palette.accent),
        Outcome::LeftOut => (ICON_BLOCK, "import-outcome-left-out", palette.weak),
        Outcome::Hidden => (ICON_VISIBILITY_OFF, "import-outcome-hidden", palette.weak),
        Outcome::Kept => (ICON_CHECK, "import-outcome-kept", palette.inherited),
    };
    let decided = review.decided.parts.get(subject).copied();
    let choices: &[(Decision, &str)] = match (subject, part.element.is_some()) {
        (Subject::Charter(_), _) => &[
            (Decision::Inherit, "import-decide-keep"),
            (Decision::LeaveOut, "import-decide-hide"),
        ],
        (Subject::Title, _) => &[
            (Decision::Inherit, "import-decide-inherit"),
            (Decision::Adapt, "import-decide-adapt"),
        ],
        (_, true) => &[
            (Decision::Inherit, "import-decide-inherit"),
            (Decision::Adapt, "import-decide-adapt"),
            (Decision::Add, "import-decide-add"),
            (Decision::LeaveOut, "import-decide-leave-out"),
        ],
        (_, false) if is_new_model => &[
            (Decision::Add, "import-decide-new-model"),
            (Decision::LeaveOut, "import-decide-leave-out"),
        ],
        (_, false) => &[
            (Decision::Add, "import-decide-add"),
            (Decision::LeaveOut, "import-decide-leave-out"),
        ],
    };
    let mut among: Vec<(Option<Decision>, String)> =
        vec![(None, words.say("import-decide-proposed").into_owned())];
    let said = |(decision, key): &(Decision, &str)| (Some(*decision), words.say(key).into_owned());
    among.extend(choices.iter().map(said));
    let said = words.say(key).into_owned();
    let choice = Choice {
        id: "outcome",
        name: about(words, "import-column-charter", line),
        icon: Some((icon, colour)),
        said: match decided {
            Some(_) => words
                .say_of("import-decided", &[("outcome", said.into())])
                .into_owned(),
            None => said,
        },
        among,
        now: Some(decided),
        width: OUTCOME - 12.0,
    };
    if let Some(decision) = choice.ui(ui) {
        asked.push(Asked::Part(subject.clone(), decision));
    }
}

/// What differs, as the view of differences has it, in as many lines as there is room for.
fn difference(ui: &Ui, spans: &[Span]) -> LayoutJob {
    let mut job = laid_out(ui, spans, LETTERS);
    job.wrap.max_rows = rows_in(ui);
    job
}
