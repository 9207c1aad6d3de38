//! How the window looks: fonts, and colours for light and dark.

use std::sync::Arc;

use egui::{
    Color32, Context, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Margin, Stroke,
    TextStyle, Theme, Visuals, vec2,
};

/// The family of real bold letters.
pub const BOLD: &str = "bold";
/// The family of real italic letters.
pub const ITALIC: &str = "italic";
pub const BOLD_ITALIC: &str = "bold-italic";

/// Colours by what they say, one set by theme. Every text colour stands at 4.5:1 or more on
/// every ground that it is used on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Palette {
    /// The ground of panels.
    pub panel: Color32,
    /// The ground of cards, fields and the page.
    pub surface: Color32,
    /// The ground of the header of tables.
    pub header: Color32,
    pub line: Color32,
    /// The outline of what can be typed into or pressed: it stands at 3:1 on every ground.
    pub outline: Color32,
    pub text: Color32,
    pub weak: Color32,
    pub accent: Color32,
    /// The ground of what is selected.
    pub selected: Color32,
    /// What is inherited.
    pub inherited: Color32,
    /// What is adapted.
    pub adapted: Color32,
    /// What needs to be seen to.
    pub warning: Color32,
    /// The ground of a warning.
    pub warning_ground: Color32,
}

impl Palette {
    pub const LIGHT: Self = Self {
        panel: Color32::from_rgb(0xF2, 0xF4, 0xF7),
        surface: Color32::from_rgb(0xFF, 0xFF, 0xFF),
        header: Color32::from_rgb(0xE9, 0xED, 0xF2),
        line: Color32::from_rgb(0xC4, 0xCC, 0xD6),
        outline: Color32::from_rgb(0x78, 0x82, 0x8F),
        text: Color32::from_rgb(0x17, 0x1C, 0x23),
        weak: Color32::from_rgb(0x4F, 0x5A, 0x67),
        accent: Color32::from_rgb(0x0B, 0x57, 0x9E),
        selected: Color32::from_rgb(0xD3, 0xE5, 0xF7),
        inherited: Color32::from_rgb(0x3F, 0x55, 0x74),
        adapted: Color32::from_rgb(0x86, 0x45, 0x00),
        warning: Color32::from_rgb(0x9A, 0x26, 0x10),
        warning_ground: Color32::from_rgb(0xFD, 0xEC, 0xE6),
    };

    pub const DARK: Self = Self {
        panel: Color32::from_rgb(0x17, 0x1A, 0x1F),
        surface: Color32::from_rgb(0x20, 0x24, 0x2B),
        header: Color32::from_rgb(0x2A, 0x30, 0x38),
        line: Color32::from_rgb(0x45, 0x4D, 0x58),
        outline: Color32::from_rgb(0x73, 0x7D, 0x8B),
        text: Color32::from_rgb(0xE8, 0xEB, 0xEF),
        weak: Color32::from_rgb(0xA9, 0xB2, 0xBD),
        accent: Color32::from_rgb(0x86, 0xBE, 0xF5),
        selected: Color32::from_rgb(0x25, 0x41, 0x5E),
        inherited: Color32::from_rgb(0xAE, 0xC3, 0xE0),
        adapted: Color32::from_rgb(0xF3, 0xBC, 0x70),
        warning: Color32::from_rgb(0xFF, 0xA3, 0x8C),
        warning_ground: Color32::from_rgb(0x45, 0x25, 0x1E),
    };

    #[must_use]
    pub fn of(theme: Theme) -> Self {
        match theme {
            Theme::Light => Self::LIGHT,
            Theme::Dark => Self::DARK,
        }
    }

    /// The colours in use.
    #[must_use]
    pub fn now(ctx: &Context) -> Self {
        Self::of(ctx.theme())
    }
}

/// Gives a context the program's fonts and colours.
pub fn install(ctx: &Context) {
    ctx.set_fonts(fonts());
    ctx.add_font(egui_material_icons::font_insert());
    // Where the system does not say which it prefers.
    ctx.options_mut(|options| options.fallback_theme = Theme::Light);
    for theme in [Theme::Light, Theme::Dark] {
        ctx.style_mut_of(theme, |style| {
            style.visuals = visuals(theme);
            style.spacing.item_spacing = vec2(8.0, 6.0);
            style.spacing.button_padding = vec2(9.0, 5.0);
            style.spacing.interact_size.y = 28.0;
            style.spacing.menu_margin = Margin::same(6);
            // That there is more to see is seen before the pointer comes near.
            style.spacing.scroll.floating_width = 4.0;
            style.spacing.scroll.dormant_handle_opacity = 0.4;
            // The bar stands beside what scrolls, in the margin of what holds it.
            style.spacing.scroll.bar_outer_margin = -6.0;
            style.text_styles = [
                (TextStyle::Small, FontId::proportional(12.5)),
                (TextStyle::Body, FontId::proportional(14.5)),
                (TextStyle::Button, FontId::proportional(14.0)),
                (
                    TextStyle::Heading,
                    FontId::new(18.0, FontFamily::Name(BOLD.into())),
                ),
                (TextStyle::Monospace, FontId::monospace(13.5)),
            ]
            .into();
        });
    }
}

/// Has nothing slide or fade, where every frame is dear.
pub fn without_animations(ctx: &Context) {
    ctx.all_styles_mut(|style| style.animation_time = 0.0);
}

fn fonts() -> FontDefinitions {
    let mut fonts = FontDefinitions::default();
    let files: [(&str, &'static [u8]); 4] = [
        (
            "Inter",
            include_bytes!("../../assets/fonts/Inter-Regular.otf"),
        ),
        (BOLD, include_bytes!("../../assets/fonts/Inter-Bold.otf")),
        (
            ITALIC,
            include_bytes!("../../assets/fonts/Inter-Italic.otf"),
        ),
        (
            BOLD_ITALIC,
            include_bytes!("../../assets/fonts/Inter-BoldItalic.otf"),
        ),
    ];
    for (name, bytes) in files {
        fonts
            .font_data
            .insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    // What Inter lacks, the fonts that come with egui may have.
    let others = fonts
        .families
        .get(&FontFamily::Proportional)
        .cloned()
        .unwrap_or_default();
    let families = [
        (FontFamily::Proportional, "Inter"),
        (FontFamily::Name(BOLD.into()), BOLD),
        (FontFamily::Name(ITALIC.into()), ITALIC),
        (FontFamily::Name(BOLD_ITALIC.into()), BOLD_ITALIC),
    ];
    for (family, name) in families {
        let mut names = vec![name.to_owned()];
        names.extend(others.iter().cloned());
        fonts.families.insert(family, names);
    }
    fonts
}

fn visuals(theme: Theme) -> Visuals {
    let palette = Palette::of(theme);
    let mut visuals = theme.default_visuals();
    visuals.panel_fill = palette.panel;
    visuals.window_fill = palette.surface;
    visuals.window_stroke = Stroke::new(1.0, palette.line);
    visuals.extreme_bg_color = palette.surface;
    visuals.text_edit_bg_color = Some(palette.surface);
    visuals.faint_bg_color = palette.header;
    visuals.code_bg_color = palette.header;
    visuals.hyperlink_color = palette.accent;
    visuals.weak_text_color = Some(palette.weak);
    visuals.warn_fg_color = palette.adapted;
    visuals.error_fg_color = palette.warning;
    visuals.selection.bg_fill = palette.selected;
    visuals.selection.stroke = Stroke::new(1.5, palette.accent);
    // A blinking cursor would draw the window again and again while nothing happens.
    visuals.text_cursor.blink = false;
    visuals.text_cursor.stroke.width = 1.5;
    let radius = CornerRadius::same(5);
    let widgets = &mut visuals.widgets;
    for (widget, fill, line) in [
        (&mut widgets.noninteractive, palette.panel, palette.line),
        (&mut widgets.inactive, palette.surface, palette.outline),
        (&mut widgets.hovered, palette.header, palette.accent),
        (&mut widgets.active, palette.selected, palette.accent),
        (&mut widgets.open, palette.header, palette.outline),
    ] {
        widget.corner_radius = radius;
        widget.bg_fill = fill;
        widget.weak_bg_fill = fill;
        widget.bg_stroke = Stroke::new(1.0, line);
        widget.fg_stroke = Stroke::new(1.0, palette.text);
        widget.expansion = 0.0;
    }
    visuals
}
