//! « Revue »: what a reviewed document proposes, to accept or refuse one by one.

use std::collections::VecDeque;

use egui::{Frame, Label, Margin, RichText, ScrollArea, Stroke, Ui};

use super::difference::laid_out;
use super::parts::{Ready, at_the_right, buttons, room};
use super::{Answer, Surroundings};
use crate::import::returned::Comment;
use crate::import::review::{Basis, Proposal, Review, What};
use crate::messages::{self, Reading};
use crate::model::{Collection, Resolved, Span, compare_words};
use crate::ui::scene::name_of;
use crate::ui::theme::Palette;
use crate::ui::widgets::{bold, warning};
use crate::words::Words;
use crate::workspace::changes::{Charters, Decision, Scope, accept};

/// Reviewed documents, one after the other.
#[derive(Debug)]
pub struct ReviewForm {
    review: Review,
    /// Whose charter it is.
    name: String,
    /// As many as there are proposals.
    entries: Vec<Entry>,
    /// Those that wait.
    others: VecDeque<Review>,
}

/// A proposal as it is shown.
#[derive(Debug)]
struct Entry {
    place: String,
    /// Set where what the reviewer read is not what stands here.
    since: Option<Vec<Span>>,
    spans: Vec<Span>,
    is_inherited: bool,
    decision: Decision,
}

const LETTERS: f32 = 13.5;

impl ReviewForm {
    /// The form of the first review; nothing where there is none, or its charter is gone.
    #[must_use]
    pub fn new(
        words: &Words,
        collection: &Collection,
        mut reviews: VecDeque<Review>,
    ) -> Option<Self> {
        let review = reviews.pop_front()?;
        let resolved = collection.resolve(&review.owner)?;
        let entries = review.proposals.iter();
        let entries = entries.map(|it| Entry::new(words, collection, &resolved, &review, it));
        Some(Self {
            name: name_of(collection, &review.owner, words.language()),
            entries: entries.collect(),
            review,
            others: reviews,
        })
    }

    /// The next one.
    #[must_use]
    pub fn next(self, words: &Words, collection: &Collection) -> Option<Self> {
        Self::new(words, collection, self.others)
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, around: &Surroundings<'_>) -> Option<Answer> {
        let words = around.words;
        let about = [
            ("name", self.name.as_str().into()),
            ("language", self.review.language.as_str().to_owned().into()),
        ];
        ui.heading(words.say_of("review-title", &about));
        let count = [("count", self.entries.len().into())];
        ui.label(words.say_of("review-text", &count));
        if self.entries.len() > 1 {
            ui.horizontal_wrapped(|ui| {
                for (key, decision) in [
                    ("review-all", Decision::Accept(Scope::Here)),
                    ("review-none", Decision::Refuse),
                ] {
                    if ui.button(words.say(key)).clicked() {
                        self.entries
                            .iter_mut()
                            .for_each(|it| it.decision = decision);
                    }
                }
            });
        }
        let tallest = room(ui, 260.0);
        ScrollArea::vertical().max_height(tallest).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 6.0;
            let proposals = self.review.proposals.iter();
            for (at, (proposal, entry)) in proposals.zip(&mut self.entries).enumerate() {
                ui.push_id(at, |ui| entry.ui(ui, words, proposal));
                ui.add_space(8.0);
            }
            if !self.review.remarks.is_empty() {
                ui.label(bold(words.say("review-remarks")));
                for comment in &self.review.remarks {
                    comment_ui(ui, words, comment);
                }
            }
        });
        let decisions = self.entries.iter().map(|entry| entry.decision);
        let accepted = decisions.filter(|it| *it != Decision::Refuse).count();
        let apply = words.say_of("review-apply", &[("count", accepted.into())]);
        if self.entries.is_empty() {
            let close = at_the_right(ui, |ui| ui.button(words.say("close")).clicked());
            return close.then_some(Answer::Reviewed(None));
        }
        let decisions: Vec<Decision> = self.entries.iter().map(|it| it.decision).collect();
        let change = || accept(around.collection, &self.review, decisions);
        // What it comes to is made once, when it is asked for.
        let answer = buttons(
            ui,
            words,
            Ready::Yes,
            (&apply, Answer::Reviewed(None)),
            |_| None,
        )?;
        Some(match answer {
            Answer::Reviewed(_) => Answer::Reviewed(change()),
            other => other,
        })
    }
}

impl Entry {
    fn new(
        words: &Words,
        collection: &Collection,
        resolved: &Resolved,
        review: &Review,
        proposal: &Proposal,
    ) -> Self {
        let first = collection.first_language();
        let reading = Reading {
            resolved,
            language: &review.language,
            first: &first,
        };
        let element = messages::place(words, reading, &proposal.what.element());
        let key = match &proposal.what {
            What::Text { .. } => None,
            What::AddRow { .. } => Some("review-add-row"),
            What::RemoveRow { .. } => Some("review-remove-row"),
            What::AddSection { .. } => Some("review-add-section"),
            What::RemoveSection { .. } => Some("review-remove-section"),
        };
        let place = match key {
            None => element,
            Some(key) => words.say_of(key, &[("place", element.into())]).into_owned(),
        };
        let charters = Charters {
            collection,
            resolved,
        };
        let now = match &proposal.what {
            What::Text { now, .. } => now.as_str(),
            _ => "",
        };
        Self {
            place,
            since: match &proposal.basis {
                Basis::AsRead => None,
                Basis::ChangedSince(None) => Some(Vec::new()),
                Basis::ChangedSince(Some(read)) => Some(compare_words(read, now)),
            },
            spans: spans(&proposal.what),
            is_inherited: charters.proposal_is_inherited(proposal),
            decision: match proposal.basis {
                Basis::AsRead => Decision::Accept(Scope::Here),
                // Taking it would undo what was done here: that is for a person to say.
                Basis::ChangedSince(_) => Decision::Refuse,
            },
        }
    }

    fn ui(&mut self, ui: &mut Ui, words: &Words, proposal: &Proposal) {
        let palette = Palette::now(ui.ctx());
        ui.horizontal_wrapped(|ui| {
            ui.label(bold(self.place.as_str()));
            if !proposal.authors.is_empty() {
                let authors = proposal.authors.join(", ");
                ui.label(RichText::new(authors).small().color(palette.weak));
            }
        });
        if let Some(read) = &self.since {
            warning(ui, &words.say("review-since"));
            if !read.is_empty() {
                ui.label(
                    RichText::new(words.say("review-read"))
                        .small()
                        .color(palette.weak),
                );
                frame_ui(ui, read);
                ui.label(
                    RichText::new(words.say("review-here"))
                        .small()
                        .color(palette.weak),
                );
            }
        }
        frame_ui(ui, &self.spans);
        for comment in &proposal.comments {
            comment_ui(ui, words, comment);
        }
        ui.horizontal_wrapped(|ui| {
            let mut choices = vec![(Decision::Refuse, "review-refuse")];
            if self.is_inherited {
                choices.push((Decision::Accept(Scope::Here), "review-accept-here"));
                choices.push((
                    Decision::Accept(Scope::Everywhere),
                    "review-accept-everywhere",
                ));
            } else {
                choices.push((Decision::Accept(Scope::Here), "review-accept"));
            }
            for (decision, key) in choices {
                ui.radio_value(&mut self.decision, decision, words.say(key));
            }
        });
    }
}

/// What a proposal takes away and adds.
fn spans(what: &What) -> Vec<Span> {
    let lines = |parts: &[&str]| {
        let parts = parts.iter().filter(|part| !part.is_empty());
        parts.copied().collect::<Vec<_>>().join("\n")
    };
    match what {
        What::Text { here, now, .. } => compare_words(here, now),
        What::AddRow { cells, .. } => {
            let cells: Vec<&str> = cells.iter().map(|(_, words)| words.as_str()).collect();
            vec![Span::Added(cells.join(" · "))]
        }
        What::RemoveRow { said, .. } => vec![Span::Removed(said.join(" · "))],
        What::AddSection { heading, body, .. } => vec![Span::Added(lines(&[heading, body]))],
        What::RemoveSection { heading, body, .. } => {
            vec![Span::Removed(lines(&[heading, body]))]
        }
    }
}

fn frame_ui(ui: &mut Ui, spans: &[Span]) {
    let palette = Palette::now(ui.ctx());
    let frame = Frame::new()
        .fill(palette.panel)
        .stroke(Stroke::new(1.0, palette.line))
        .corner_radius(5)
        .inner_margin(Margin::symmetric(10, 6));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.add(Label::new(laid_out(ui, spans, LETTERS)).wrap());
    });
}

fn comment_ui(ui: &mut Ui, words: &Words, comment: &Comment) {
    let palette = Palette::now(ui.ctx());
    let said = messages::comment(words, comment);
    ui.label(RichText::new(said).italics().color(palette.weak));
}
