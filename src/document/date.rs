//! Dates, written out in a language.

use icu_calendar::Date as CalendarDate;
use icu_datetime::{DateTimeFormatter, fieldsets::YMD};
use jiff::civil::Date;

use crate::model::Language;

/// A date as people write it in a language: « 22 novembre 2026 », “November 22, 2026”.
pub fn written_out(date: Date, language: &Language) -> String {
    let (year, month, day) = (date.year(), date.month(), date.day());
    let of_calendar =
        CalendarDate::try_new_iso(i32::from(year), month.unsigned_abs(), day.unsigned_abs());
    let formatter = DateTimeFormatter::try_new(language.locale().into(), YMD::long());
    match (formatter, of_calendar) {
        (Ok(formatter), Ok(of_calendar)) => formatter.format(&of_calendar).to_string(),
        _ => date.to_string(),
    }
}
