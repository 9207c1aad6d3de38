//! Whether a text is one table of values and nothing else.

use crate::import::source::csv::{FirstRow, Form, Quotes, Wanted, each_row, separator_line};

/// How many rows are looked at.
const ENOUGH: usize = 500;

/// The form of a text that is a table.
pub fn form(text: &str, is_named_so: bool) -> Option<Form> {
    if let Some(delimiter) = text.lines().next().and_then(separator_line) {
        let rows = Rows::of(text, delimiter, Quotes::Enclose)?;
        return Some(rows.form(delimiter, Quotes::Enclose));
    }
    for delimiter in [b'\t', b';', b',', b'|'] {
        if let Some(form) = with(text, delimiter, is_named_so) {
            return Some(form);
        }
    }
    None
}

fn with(text: &str, delimiter: u8, is_named_so: bool) -> Option<Form> {
    let is_table = |rows: &Rows| rows.are_a_table(delimiter, is_named_so);
    let letters = Rows::of(text, delimiter, Quotes::AreLetters).filter(is_table);
    if let Some(rows) = letters.filter(|rows| rows.has_loose_quotes) {
        return Some(rows.form(delimiter, Quotes::AreLetters));
    }
    let rows = Rows::of(text, delimiter, Quotes::Enclose).filter(is_table)?;
    Some(rows.form(delimiter, Quotes::Enclose))
}

/// What the first rows of a text are like.
struct Rows {
    first: Vec<String>,
    count: usize,
    /// How many are as long as the first.
    alike: usize,
    /// Whether a cell begins with a quotation mark and does not end with one.
    has_loose_quotes: bool,
    /// The longest cell, in letters.
    longest: usize,
}

impl Rows {
    fn of(text: &str, delimiter: u8, quotes: Quotes) -> Option<Self> {
        let mut rows: Option<Self> = None;
        each_row(text, (delimiter, quotes), |_, row| {
            if row.iter().all(|it| it.trim().is_empty()) {
                return Wanted::More;
            }
            let rows = rows.get_or_insert_with(|| Self {
                first: row.iter().map(|it| it.trim().to_owned()).collect(),
                count: 0,
                alike: 0,
                has_loose_quotes: false,
                longest: 0,
            });
            rows.count += 1;
            rows.alike += usize::from(row.len() == rows.first.len());
            rows.longest = row.iter().map(str::len).fold(rows.longest, usize::max);
            rows.has_loose_quotes |= row.iter().any(has_loose_quote);
            if rows.count >= ENOUGH {
                Wanted::Stop
            } else {
                Wanted::More
            }
        })
        .ok()?;
        rows
    }

    fn are_a_table(&self, delimiter: u8, is_named_so: bool) -> bool {
        let columns = self.first.len();
        if columns < 2 || self.alike * 100 < self.count * 98 {
            return false;
        }
        let has_labels = self.first_row() == FirstRow::Labels;
        // Outer bars are those of a table in a text.
        let is_bare = delimiter != b'|' || self.first.first().is_some_and(|it| !it.is_empty());
        let is_short = |cell: &String| cell.chars().count() <= 60;
        match delimiter {
            _ if !is_bare => false,
            // A rule makes it Markdown.
            b'|' if self.longest > 2_000 => false,
            _ if is_named_so => true,
            b'\t' => self.count >= 2,
            _ if has_labels => self.count >= 2,
            // Sentences have commas, too.
            _ => columns >= 3 && self.count >= 3 && self.first.iter().all(is_short),
        }
    }

    fn form(&self, delimiter: u8, quotes: Quotes) -> Form {
        Form {
            delimiter,
            quotes,
            first: self.first_row(),
        }
    }

    fn first_row(&self) -> FirstRow {
        let are_short = self.first.iter().all(|it| it.chars().count() <= 60);
        let labels = self.first.iter().filter(|it| is_label(it)).count();
        let said = self.first.iter().filter(|it| !it.is_empty()).count();
        if are_short && labels > 0 && labels * 2 >= said {
            FirstRow::Labels
        } else {
            FirstRow::Values
        }
    }
}

fn has_loose_quote(cell: &str) -> bool {
    cell.starts_with('"') && (cell.len() < 2 || !cell.ends_with('"'))
}

/// Whether words label a column of a cookie table, in one of the languages that are read.
fn is_label(words: &str) -> bool {
    /// Beginnings of words, without accents.
    const LABELS: &[&str] = &[
        "name",
        "nom",
        "nome",
        "nombre",
        "naam",
        "cookie",
        "provider",
        "supplier",
        "vendor",
        "fournisseur",
        "prestataire",
        "emetteur",
        "fornitore",
        "fornecedor",
        "proveedor",
        "proveidor",
        "anbieter",
        "aanbieder",
        "host",
        "domain",
        "domaine",
        "dominio",
        "domini",
        "domein",
        "purpose",
        "description",
        "descripcion",
        "descripcio",
        "descrizione",
        "descricao",
        "beschreibung",
        "beschrijving",
        "finalit",
        "finalidad",
        "finalidade",
        "zweck",
        "doel",
        "funktion",
        "fonction",
        "function",
        "functie",
        "objectif",
        "scopo",
        "objetivo",
        "duration",
        "duree",
        "duracion",
        "durada",
        "durata",
        "duracao",
        "dauer",
        "speicherdauer",
        "duur",
        "bewaartermijn",
        "retention",
        "expir",
        "expiry",
        "echeance",
        "caducidad",
        "caducitat",
        "scadenza",
        "validade",
        "vervaltijd",
        "ablauf",
        "lifetime",
        "conservation",
        "type",
        "tipo",
        "tipus",
        "typ",
        "category",
        "categorie",
        "categoria",
        "kategorie",
        "service",
        "platform",
        "origine",
        "cle",
        "key",
        "contenu",
        "traceur",
        "party",
        "maximum",
        "duree",
        "bron",
        "source",
    ];
    let plain = deunicode::deunicode(words).to_ascii_lowercase();
    let mut words = plain.split(|c: char| !c.is_ascii_alphanumeric());
    words.any(|word| !word.is_empty() && LABELS.iter().any(|it| word.starts_with(it)))
}
