//! A choice of several platforms: a list that can be filtered, with check boxes. Of however many
//! there are, those in sight are drawn.

use std::collections::HashSet;

use egui::{ScrollArea, TextEdit, Ui};

use super::Surroundings;
use crate::model::{Owner, PlatformId};
use crate::ui::scene::name_of;
use crate::ui::widgets::named_field;

/// The platforms that are chosen.
#[derive(Debug, Clone, Default)]
pub struct Several {
    pub chosen: HashSet<PlatformId>,
    filter: String,
    /// The platforms that the filter leaves, and what they were found for.
    found: Option<(String, Vec<PlatformId>)>,
}

impl Several {
    #[must_use]
    pub fn new(chosen: HashSet<PlatformId>) -> Self {
        Self {
            chosen,
            ..Self::default()
        }
    }

    pub fn ui(&mut self, ui: &mut Ui, around: &Surroundings<'_>) {
        let words = around.words;
        let hint = words.say("export-filter");
        let edit = TextEdit::singleline(&mut self.filter)
            .id_salt("platforms-filter")
            .hint_text(&*hint)
            .desired_width(f32::INFINITY);
        let response = ui.add(edit);
        named_field(ui, &response, &hint);
        self.find(around);
        let found = self.found.as_ref().map_or(&[][..], |(_, found)| found);
        let height = ui.spacing().interact_size.y;
        let apart = std::mem::take(&mut ui.spacing_mut().item_spacing.y);
        // What is around it scrolls too, and has its bar in the margin.
        let margin = std::mem::take(&mut ui.spacing_mut().scroll.bar_outer_margin);
        let room = ui.ctx().content_rect().height() - 420.0;
        let rows = (room / height).floor().clamp(3.0, 5.0);
        let scroll = ScrollArea::vertical()
            .id_salt("platforms-chosen")
            .max_height(height * rows)
            // Whole rows are seen, however few there is room for.
            .min_scrolled_height(height * rows)
            .auto_shrink([false, true]);
        scroll.show_rows(ui, height, found.len(), |ui, rows| {
            for id in found.get(rows).unwrap_or_default() {
                let owner = Owner::Platform(id.clone());
                let name = name_of(around.collection, &owner, words.language());
                let mut wanted = self.chosen.contains(id);
                if ui.checkbox(&mut wanted, name).changed() {
                    if wanted {
                        self.chosen.insert(id.clone());
                    } else {
                        self.chosen.remove(id);
                    }
                }
            }
        });
        ui.spacing_mut().item_spacing.y = apart;
        ui.spacing_mut().scroll.bar_outer_margin = margin;
        let count = self.chosen.len();
        ui.weak(words.say_of("export-chosen", &[("count", count.into())]));
    }

    /// Chooses all that the filter leaves, or none of them.
    pub fn choose_found(&mut self, wanted: bool) {
        for id in self.found.iter().flat_map(|(_, found)| found) {
            if wanted {
                self.chosen.insert(id.clone());
            } else {
                self.chosen.remove(id);
            }
        }
    }

    /// Looks for the platforms that the filter leaves, when it has changed.
    fn find(&mut self, around: &Surroundings<'_>) {
        let filter = self.filter.trim().to_lowercase();
        if self.found.as_ref().is_some_and(|(of, _)| *of == filter) {
            return;
        }
        let has = |id: &PlatformId| {
            let owner = Owner::Platform(id.clone());
            let name = name_of(around.collection, &owner, around.words.language());
            name.to_lowercase().contains(&filter)
        };
        let ids = around.collection.platforms.iter().map(|it| it.id.clone());
        let found = ids.filter(has).collect();
        self.found = Some((filter, found));
    }
}
