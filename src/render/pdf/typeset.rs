//! A sheet, laid out by a template.
//!
//! A template is a module of typst that defines a function `charter`, which takes the charter and
//! returns what stands on its pages. This module calls it as `typst::compile` would call a main
//! file, but gives it values instead of having it read them: all layouts share one library, so
//! that what one has worked out (a paragraph, a cell) serves the next, while someone types as in an
//! export of hundreds.

use serde::{Deserialize, Serialize};
use typst::comemo::{self, Constraint, Track as _};
use typst::diag::{SourceDiagnostic, SourceResult};
use typst::ecow::EcoVec;
use typst::engine::{Engine, Route, Sink, Traced};
use typst::foundations::{Context, Func, Output as _, Smart, StyleChain, Value};
use typst::introspection::{EmptyIntrospector, Introspector, MAX_ITERS};
use typst::syntax::Span;
use typst::utils::Protected;
use typst::{World, WorldExt as _};
use typst_layout::PagedDocument;

use super::sheet::{PlaceNumber, Places, Sheet};
use super::world::Surroundings;
use super::{Pages, TEMPLATE, content};
use crate::render::RenderError;

/// The function of a template.
const FUNCTION: &str = "charter";

/// How many layouts what was worked out is kept for without being used again.
const KEPT: usize = 6;

/// Why a sheet could not become pages. It can be sent from one process to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fault {
    /// A template that a person wrote fails, or asks for what templates may not do.
    Template {
        name: String,
        line: Option<usize>,
        message: String,
    },
    /// The built-in template fails on this charter.
    Layout(String),
    /// No font of the program has these letters.
    Letters {
        letters: String,
        /// Where the first of them stands.
        place: Option<PlaceNumber>,
    },
    /// The logo is damaged, or too large.
    Logo { name: String },
}

impl Fault {
    /// The same for those who know the document.
    #[must_use]
    pub fn at(self, places: &Places) -> RenderError {
        match self {
            Self::Template {
                name,
                line,
                message,
            } => RenderError::Template {
                name,
                line,
                message,
            },
            Self::Layout(message) => RenderError::Layout(message),
            Self::Letters { letters, place } => RenderError::Letters {
                letters,
                element: place
                    .and_then(|place| places.get(place))
                    .map(|(element, _)| element.clone()),
            },
            Self::Logo { name } => RenderError::Logo { name },
        }
    }
}

pub fn lay_out(sheet: &Sheet) -> Result<Pages, Fault> {
    let template = sheet.template.as_ref();
    let surroundings = Surroundings::new(template.map_or(TEMPLATE, |it| &it.text));
    let laid = compose(&surroundings, sheet);
    comemo::evict(KEPT);
    match laid {
        Ok(document) => Ok(Pages::new(document, sheet)),
        Err(errors) => Err(fault(&surroundings, sheet, &errors)),
    }
}

/// What errors of typst say to people.
pub(super) fn fault(
    surroundings: &Surroundings,
    sheet: &Sheet,
    errors: &[SourceDiagnostic],
) -> Fault {
    let Some(error) = errors.first() else {
        return Fault::Layout(String::new());
    };
    let mut message = error.message.to_string();
    // Some hints are about a command line that nobody has here.
    for hint in error.hints.iter().filter(|hint| !hint.v.contains("`--")) {
        message.push_str(" (");
        message.push_str(&hint.v);
        message.push(')');
    }
    let Some(template) = &sheet.template else {
        return Fault::Layout(message);
    };
    // An error within typst's own code was called for by a line of the template.
    let source = surroundings.template();
    let calls = error.trace.iter().map(|call| call.span);
    let spans = std::iter::once(error.span).chain(calls.map(Into::into));
    let line = spans
        .filter(|span| span.id() == Some(source.id()))
        .find_map(|span| {
            let range = surroundings.range(span)?;
            source.lines().byte_to_line(range.start)
        });
    Fault::Template {
        name: template.name.clone(),
        line: line.map(|line| line + 1),
        message,
    }
}

fn compose(surroundings: &Surroundings, sheet: &Sheet) -> SourceResult<PagedDocument> {
    let library = surroundings.library();
    let world: &dyn World = surroundings;
    let world = world.track();
    let traced = Traced::default();
    let mut sink = Sink::new();
    let module = typst_eval::eval(
        world,
        library,
        traced.track(),
        sink.track_mut(),
        Route::default().track(),
        surroundings.template(),
    )?;
    let Some(Value::Func(template)) = module.scope().get(FUNCTION).map(|it| it.read()) else {
        return Err(missing_function(surroundings));
    };
    let charter = content::charter(sheet);
    let base = StyleChain::new(&library.styles);

    // What pages say of pages (how many there are) is known once they have been laid out: so they
    // are laid out again, until they say what is so.
    let mut before: Option<PagedDocument> = None;
    for _ in 0..MAX_ITERS {
        let constraint = Constraint::new();
        let introspector: &dyn Introspector = match &before {
            Some(document) => document.introspector().as_ref(),
            None => &EmptyIntrospector,
        };
        let mut notes = Sink::new();
        let mut engine = Engine {
            world,
            library,
            introspector: Protected::new(introspector.track_with(&constraint)),
            traced: traced.track(),
            sink: notes.track_mut(),
            route: Route::default(),
        };
        let document = page(&mut engine, template, &charter, sheet, base)?;
        let now: &dyn Introspector = document.introspector().as_ref();
        let is_settled = constraint.validate(now);
        before = Some(document);
        if is_settled {
            let late = notes.delayed();
            if !late.is_empty() {
                return Err(late);
            }
            break;
        }
    }
    before.ok_or_else(EcoVec::new)
}

fn page(
    engine: &mut Engine<'_>,
    template: &Func,
    charter: &Value,
    sheet: &Sheet,
    base: StyleChain<'_>,
) -> SourceResult<PagedDocument> {
    let context = Context::none();
    let made = template.call(engine, context.track(), [charter.clone()])?;
    let content = content::in_language(made.display(), Some(&sheet.language));
    let mut document = PagedDocument::create(engine, &content, base)?;
    complete(&mut document, sheet);
    Ok(document)
}

/// What every PDF says of itself, whether or not its template does.
fn complete(document: &mut PagedDocument, sheet: &Sheet) {
    let info = document.info_mut();
    info.title
        .get_or_insert_with(|| sheet.full_title.as_str().into());
    if info.author.is_empty() {
        info.author
            .extend(sheet.publisher.as_deref().map(Into::into));
    }
    if info.date == Smart::Auto {
        let (year, month, day) = content::NO_DATE;
        let date = content::date(sheet)
            .or_else(|| typst::foundations::Datetime::from_ymd(year, month, day));
        info.date = Smart::Custom(date);
    }
}

fn missing_function(surroundings: &Surroundings) -> EcoVec<SourceDiagnostic> {
    let message = format!(
        "a template defines a function: #let {FUNCTION}(it) = …, which takes the charter and returns its pages"
    );
    let span = surroundings.template().root().span();
    let at = if span.is_detached() {
        Span::detached()
    } else {
        span
    };
    std::iter::once(SourceDiagnostic::error(at, message)).collect()
}
