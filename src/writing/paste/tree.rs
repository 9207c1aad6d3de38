//! The tree of an HTML text, read as blocks.

use html5ever::tendril::TendrilSink as _;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

use super::runs::{Kind, Look, Runs};
use crate::document::{Block, Inline, Target};

/// The longest HTML that is read.
const LONGEST: usize = 8 << 20;
/// How deep elements are told apart; what nests deeper keeps its words.
const DEEPEST: usize = 120;
/// How deep lists and quotes nest in Markdown.
const DEEPEST_LIST: usize = 12;

/// The most cells that a table has, spans laid out.
const MOST_CELLS: usize = 500_000;

/// The blocks of an HTML text; nothing where it is too much, or where its plain text says it all.
pub fn blocks(html: &str) -> Option<Vec<Block>> {
    let dom = parsed(html)?;
    let mut reader = Reader::default();
    reader.children(&dom.document, &Look::default(), 0);
    let is_source = reader.source;
    let blocks = reader.finished();
    // A program's text editor copies its lines as they are.
    let is_plain = |block: &Block| matches!(block, Block::Paragraph(_));
    if is_source && blocks.iter().all(is_plain) {
        return None;
    }
    Some(blocks)
}

/// The cells of an HTML text that is one table and nothing else, with its spans laid out; nothing
/// where it is not, or where it is too much.
pub fn table(html: &str) -> Option<Vec<Vec<Vec<Block>>>> {
    let dom = parsed(html)?;
    let table = only_table(&dom.document)?;
    if has_table(&table) {
        return None;
    }
    let mut rows = rows(&table);
    rows.retain(|cells| !cells.iter().any(|it| element_name(it) == Some("caption")));
    let rows = laid_out(&rows)?;
    if rows.is_empty() {
        return None;
    }
    let mut reader = Reader::default();
    let mut content = |cell: &Option<Handle>| match cell {
        Some(cell) => reader.inside(cell, &Look::default(), 0),
        None => Vec::new(),
    };
    let rows = rows
        .iter()
        .map(|row| row.iter().map(&mut content).collect());
    Some(rows.collect())
}

/// The tree of an HTML text; nothing where it is too much.
fn parsed(html: &str) -> Option<RcDom> {
    if html.len() > LONGEST || cost(html) > MOST {
        return None;
    }
    // Windows puts numbers before it.
    let html = html.find('<').map_or(html, |at| {
        if html.starts_with("Version:") {
            html.get(at..).unwrap_or_default()
        } else {
            html
        }
    });
    Some(parse_document(RcDom::default(), ParseOpts::default()).one(html))
}

/// What the reader of HTML may do at most, in steps: a good second on a slow machine.
const MOST: usize = 200_000_000;

/// About how many steps it takes to read an HTML text, which grow with how many elements stand
/// how deep in each other, and more so where marks are left open, since each paragraph opens them
/// again.
fn cost(html: &str) -> usize {
    const SINGLE: &[&str] = &[
        "p", "li", "td", "th", "tr", "dd", "dt", "option", "thead", "tbody", "tfoot", "colgroup",
        "br", "hr", "img", "input", "meta", "link", "col", "wbr", "area", "base", "embed",
        "source", "track",
    ];
    const STRESS: &[&str] = &[
        "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt",
        "u",
    ];
    let (mut all, mut depth, mut deepest) = (0_usize, 0_usize, 1_usize);
    let (mut open, mut most_open) = (0_usize, 0_usize);
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = rest.get(at + 1..).unwrap_or_default();
        let name = rest.trim_start_matches('/');
        let ends = name.len() < rest.len();
        let length = name
            .bytes()
            .take(12)
            .take_while(u8::is_ascii_alphanumeric)
            .count();
        let name = name.get(..length).unwrap_or_default().to_ascii_lowercase();
        if name.is_empty() {
            continue;
        }
        all += 1;
        if SINGLE.contains(&name.as_str()) {
            continue;
        }
        let is_stress = STRESS.contains(&name.as_str());
        if ends {
            depth = depth.saturating_sub(1);
            open = open.saturating_sub(usize::from(is_stress));
        } else {
            depth += 1;
            open += usize::from(is_stress);
        }
        deepest = deepest.max(depth);
        most_open = most_open.max(open);
    }
    let nested = all.saturating_mul(deepest);
    nested.saturating_add(all.saturating_mul(most_open).saturating_mul(64))
}

/// What an element is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    /// It is not seen.
    Hidden,
    /// Words in a line.
    Inline,
    /// It stands on lines of its own.
    Block,
    Heading(u8),
    Bullets,
    Numbers,
    Item,
    Quote,
    Code,
    Rule,
    Break,
    Table,
    /// The name of what is explained after it.
    Term,
}

fn role(name: &str) -> Role {
    match name {
        "script" | "style" | "head" | "title" | "template" | "noscript" | "svg" | "math"
        | "iframe" | "object" | "canvas" | "audio" | "video" | "select" | "input" | "textarea"
        | "img" | "picture" | "map" | "colgroup" | "xml" => Role::Hidden,
        "h1" => Role::Heading(1),
        "h2" => Role::Heading(2),
        "h3" => Role::Heading(3),
        "h4" => Role::Heading(4),
        "h5" => Role::Heading(5),
        "h6" => Role::Heading(6),
        "ul" | "menu" | "dir" => Role::Bullets,
        "ol" => Role::Numbers,
        "li" => Role::Item,
        "blockquote" => Role::Quote,
        "pre" => Role::Code,
        "hr" => Role::Rule,
        "br" => Role::Break,
        "table" => Role::Table,
        "dt" => Role::Term,
        "p" | "div" | "section" | "article" | "main" | "header" | "footer" | "aside" | "nav"
        | "address" | "figure" | "figcaption" | "details" | "summary" | "form" | "fieldset"
        | "legend" | "dl" | "dd" | "center" | "body" | "html" | "caption" | "tr" | "td" | "th"
        | "thead" | "tbody" | "tfoot" | "hgroup" | "search" | "dialog" => Role::Block,
        _ => Role::Inline,
    }
}

/// A list's item that Word writes as a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
struct WordItem {
    level: usize,
    /// Its number, in a numbered list.
    number: Option<usize>,
}

/// Reads elements one after the other.
#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    line: Runs,
    /// What the paragraph being read is, if Word says so.
    item: Option<WordItem>,
    /// Word's items in a row, which become lists together.
    items: Vec<(WordItem, Vec<Inline>)>,
    /// Whether white space counts in it, as in a program's text.
    source: bool,
}

impl Reader {
    fn finished(mut self) -> Vec<Block> {
        self.end_line();
        self.end_items();
        self.blocks
    }

    /// Ends a paragraph.
    fn end_line(&mut self) {
        if self.line.is_blank() {
            self.line.take();
            return;
        }
        let inlines = self.line.take();
        match &self.item {
            Some(item) => self.items.push((item.clone(), inlines)),
            None => self.add(Block::Paragraph(inlines)),
        }
    }

    fn add(&mut self, block: Block) {
        self.end_items();
        self.blocks.push(block);
    }

    fn add_all(&mut self, blocks: impl IntoIterator<Item = Block>) {
        for block in blocks {
            self.add(block);
        }
    }

    fn end_items(&mut self) {
        let items = std::mem::take(&mut self.items);
        if !items.is_empty() {
            let least = items.iter().map(|(item, _)| item.level).min();
            self.blocks.extend(lists(&items, least.unwrap_or(1)));
        }
    }

    fn children(&mut self, node: &Handle, look: &Look, depth: usize) {
        for child in node.children.borrow().iter() {
            self.node(child, look, depth);
        }
    }

    fn node(&mut self, node: &Handle, look: &Look, depth: usize) {
        match &node.data {
            NodeData::Text { contents } => self.line.push(&contents.borrow(), look),
            NodeData::Element { name, .. } => {
                if depth >= DEEPEST {
                    self.line.push(&all_words(node), look);
                } else {
                    self.element(node, &name.local, look, depth + 1);
                }
            }
            NodeData::Document => self.children(node, look, depth),
            _ => {}
        }
    }

    fn element(&mut self, node: &Handle, name: &str, look: &Look, depth: usize) {
        let style = Css::of(node);
        if style.is_hidden(node) {
            return;
        }
        let role = role(name);
        match role {
            Role::Hidden => {}
            Role::Break => self.line.push_break(),
            Role::Inline => {
                let look = style.look(node, name, look);
                self.children(node, &look, depth);
            }
            Role::Block | Role::Term => {
                self.source |= style.says("white-space", |it| it.starts_with("pre"));
                self.end_line();
                let outer = self.item.take();
                self.item = word_item(node, &style);
                let mut look = style.look(node, name, look);
                look.strong |= role == Role::Term;
                self.children(node, &look, depth);
                self.end_line();
                self.item = outer;
            }
            Role::Heading(level) => {
                self.end_line();
                let link = Look {
                    link: look.link.clone(),
                    ..Look::default()
                };
                let mut inside = self.inside(node, &link, depth);
                let inlines = inside.pop().map(inlines_of).unwrap_or_default();
                // More than a line in a heading is what a page puts there by mistake.
                self.add_all(inside);
                let inlines = unstressed(inlines);
                if !inlines.is_empty() {
                    let depth = level - 1;
                    self.add(Block::Heading { depth, inlines });
                }
            }
            Role::Bullets | Role::Numbers => {
                self.end_line();
                self.list(node, role, depth);
            }
            Role::Item => {
                self.end_line();
                let content = self.inside(node, look, depth);
                if !content.is_empty() {
                    let items = vec![content];
                    self.add(Block::List { start: None, items });
                }
            }
            Role::Quote => {
                self.end_line();
                let quoted = self.inside(node, look, depth);
                if nesting(&quoted) >= DEEPEST_LIST {
                    self.add_all(quoted);
                } else if !quoted.is_empty() {
                    self.add(Block::Quote(quoted));
                }
            }
            Role::Code => {
                self.end_line();
                let code = all_text(node);
                let code = code.trim_matches('\n');
                if !code.trim().is_empty() {
                    self.add(Block::Code(crate::document::clean(code).into_owned()));
                }
            }
            Role::Rule => {
                self.end_line();
                self.add(Block::Rule);
            }
            Role::Table => {
                self.end_line();
                self.table(node, depth);
            }
        }
    }

    /// The blocks inside an element.
    fn inside(&mut self, node: &Handle, look: &Look, depth: usize) -> Vec<Block> {
        let mut inside = Self::default();
        inside.children(node, look, depth);
        self.source |= inside.source;
        inside.finished()
    }

    fn list(&mut self, node: &Handle, role: Role, depth: usize) {
        let mut items: Vec<Vec<Block>> = Vec::new();
        for child in node.children.borrow().iter() {
            let mut inside = Self::default();
            let is_item = matches!(element_name(child), Some("li"));
            if is_item {
                inside.children(child, &Look::default(), depth);
            } else {
                inside.node(child, &Look::default(), depth);
            }
            self.source |= inside.source;
            let content = inside.finished();
            match items.last_mut() {
                _ if content.is_empty() => {}
                // A list beside its items is one of the item above it.
                Some(last) if !is_item => last.extend(content),
                _ => items.push(content),
            }
        }
        let start = attribute(node, "start").and_then(|it| it.trim().parse().ok());
        let start = (role == Role::Numbers).then(|| start.unwrap_or(1));
        if items.iter().any(|item| nesting(item) >= DEEPEST_LIST) {
            self.add_all(items.into_iter().flatten());
        } else if !items.is_empty() {
            self.add(Block::List { start, items });
        }
    }

    fn table(&mut self, node: &Handle, depth: usize) {
        let rows = rows(node);
        let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
        let lays_out = columns < 2 || rows.len() < 2 || rows.iter().flatten().any(has_table);
        if lays_out {
            for cell in rows.iter().flatten() {
                let content = self.inside(cell, &Look::default(), depth);
                self.add_all(content);
            }
            return;
        }
        let mut rows: Vec<Vec<Vec<Inline>>> = rows
            .into_iter()
            .map(|cells| {
                let mut row = Vec::new();
                for cell in cells {
                    row.push(super::one_line(&self.inside(
                        &cell,
                        &Look::default(),
                        depth,
                    )));
                    let span = attribute(&cell, "colspan").and_then(|it| it.trim().parse().ok());
                    row.extend((1..span.unwrap_or(1_usize).min(50)).map(|_| Vec::new()));
                }
                row
            })
            .collect();
        let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
        for row in &mut rows {
            row.resize(columns, Vec::new());
        }
        let header = rows.remove(0).into_iter().map(unstressed).collect();
        self.add(Block::Grid { header, rows });
    }
}

/// The rows of a table, each with its cells.
fn rows(table: &Handle) -> Vec<Vec<Handle>> {
    let mut rows = Vec::new();
    for child in table.children.borrow().iter() {
        match element_name(child) {
            _ if is_hidden(child) => {}
            Some("tr") => rows.push(cells(child)),
            Some("thead" | "tbody" | "tfoot") => rows.extend(rows_of_part(child)),
            // A caption is a line above all.
            Some("caption") => rows.push(vec![child.clone()]),
            _ => {}
        }
    }
    rows.retain(|cells| !cells.is_empty());
    rows
}

/// Whether a part of a table is not shown.
fn is_hidden(node: &Handle) -> bool {
    Css::of(node).is_hidden(node)
}

fn rows_of_part(part: &Handle) -> Vec<Vec<Handle>> {
    let children = part.children.borrow();
    let rows = children.iter().filter(|it| element_name(it) == Some("tr"));
    rows.filter(|it| !is_hidden(it)).map(cells).collect()
}

fn cells(row: &Handle) -> Vec<Handle> {
    let children = row.children.borrow();
    let is_cell = |it: &&Handle| matches!(element_name(it), Some("td" | "th")) && !is_hidden(it);
    children.iter().filter(is_cell).cloned().collect()
}

/// The table below a node beside which nothing is seen.
fn only_table(root: &Handle) -> Option<Handle> {
    let mut table = None;
    let mut left = vec![root.clone()];
    while let Some(next) = left.pop() {
        match &next.data {
            NodeData::Text { contents } if !contents.borrow().trim().is_empty() => return None,
            NodeData::Element { name, .. } => match role(&name.local) {
                Role::Hidden => continue,
                _ if Css::of(&next).is_hidden(&next) => continue,
                Role::Table if table.is_some() => return None,
                Role::Table => {
                    table = Some(next);
                    continue;
                }
                _ => {}
            },
            _ => {}
        }
        left.extend(next.children.borrow().iter().cloned());
    }
    table
}

/// The cells of rows at their places, and none where another cell spans; nothing where they are
/// too many.
fn laid_out(rows: &[Vec<Handle>]) -> Option<Vec<Vec<Option<Handle>>>> {
    /// The most columns that a cell spans.
    const WIDEST: usize = 50;
    let span = |cell: &Handle, name| {
        let span = attribute(cell, name).and_then(|it| it.trim().parse().ok());
        span.unwrap_or(1_usize).max(1)
    };
    let mut all = Vec::new();
    let mut count = 0_usize;
    // How many rows a cell above still spans, column by column.
    let mut spanned: Vec<usize> = Vec::new();
    for cells in rows {
        let mut row: Vec<Option<Handle>> = Vec::new();
        let is_free =
            |row: &Vec<_>, spanned: &[usize]| spanned.get(row.len()).is_none_or(|it| *it == 0);
        let mut below = Vec::new();
        for cell in cells {
            while !is_free(&row, &spanned) {
                row.push(None);
            }
            let (start, width) = (row.len(), span(cell, "colspan").min(WIDEST));
            row.push(Some(cell.clone()));
            row.resize(start + width, None);
            below.push((start..row.len(), span(cell, "rowspan")));
        }
        let last = spanned.iter().rposition(|it| *it > 0);
        row.resize(row.len().max(last.map_or(0, |last| last + 1)), None);
        count += row.len();
        if count > MOST_CELLS {
            return None;
        }
        spanned.resize(spanned.len().max(row.len()), 0);
        for rows in &mut spanned {
            *rows = rows.saturating_sub(1);
        }
        for (columns, height) in below {
            if let Some(spanned) = spanned.get_mut(columns) {
                spanned.fill(height - 1);
            }
        }
        all.push(row);
    }
    Some(all)
}

fn has_table(node: &Handle) -> bool {
    descendants(node).any(|it| element_name(&it) == Some("table"))
}

/// All that is below a node, in the order of reading.
fn descendants(node: &Handle) -> impl Iterator<Item = Handle> {
    let mut left: Vec<Handle> = node.children.borrow().iter().rev().cloned().collect();
    std::iter::from_fn(move || {
        let next = left.pop()?;
        left.extend(next.children.borrow().iter().rev().cloned());
        Some(next)
    })
}

/// The words below a node that are seen, with spaces between elements that stand apart.
fn all_words(node: &Handle) -> String {
    let mut words = String::new();
    let mut left = vec![node.clone()];
    while let Some(next) = left.pop() {
        match &next.data {
            NodeData::Text { contents } => words.push_str(&contents.borrow()),
            NodeData::Element { name, .. } => {
                let role = role(&name.local);
                if role == Role::Hidden || Css::of(&next).is_hidden(&next) {
                    continue;
                }
                if role != Role::Inline {
                    words.push(' ');
                }
                left.extend(next.children.borrow().iter().rev().cloned());
            }
            _ => {}
        }
    }
    words
}

/// The text below a node, letter for letter.
fn all_text(node: &Handle) -> String {
    let mut text = String::new();
    for below in descendants(node) {
        match &below.data {
            NodeData::Text { contents } => text.push_str(&contents.borrow()),
            NodeData::Element { name, .. } if &*name.local == "br" => text.push('\n'),
            _ => {}
        }
    }
    text
}

fn element_name(node: &Handle) -> Option<&str> {
    match &node.data {
        NodeData::Element { name, .. } => Some(&name.local),
        _ => None,
    }
}

fn attribute(node: &Handle, name: &str) -> Option<String> {
    let NodeData::Element { attrs, .. } = &node.data else {
        return None;
    };
    let attributes = attrs.borrow();
    let found = attributes.iter().find(|it| &*it.name.local == name);
    found.map(|it| it.value.to_string())
}

/// What an element's own style says.
struct Css(Vec<(String, String)>);

impl Css {
    fn of(node: &Handle) -> Self {
        let style = attribute(node, "style").unwrap_or_default();
        let style = style.to_ascii_lowercase();
        let properties = style.split(';').filter_map(|property| {
            let (name, value) = property.split_once(':')?;
            Some((name.trim().to_owned(), value.trim().to_owned()))
        });
        Self(properties.collect())
    }

    fn says(&self, name: &str, is_so: impl Fn(&str) -> bool) -> bool {
        self.get(name).is_some_and(is_so)
    }

    fn get(&self, name: &str) -> Option<&str> {
        let found = self.0.iter().rev().find(|(other, _)| other == name);
        found.map(|(_, value)| value.as_str())
    }

    fn is_hidden(&self, node: &Handle) -> bool {
        self.says("display", |it| it.starts_with("none"))
            || self.says("visibility", |it| it.starts_with("hidden"))
            || self.says("mso-hide", |it| it.starts_with("all"))
            // Word's bullets and numbers, which the list has anew.
            || self.says("mso-list", |it| it.starts_with("ignore"))
            || attribute(node, "hidden").is_some()
            || attribute(node, "aria-hidden").is_some_and(|it| it.eq_ignore_ascii_case("true"))
    }

    /// How the words of an element look, in one that looks so.
    fn look(&self, node: &Handle, name: &str, outer: &Look) -> Look {
        let mut look = outer.clone();
        match name {
            "b" | "strong" => look.strong = true,
            "i" | "em" | "cite" | "dfn" | "var" => look.emphasis = true,
            "s" | "strike" | "del" => look.strike = true,
            "code" | "kbd" | "samp" | "tt" => look.kind = Kind::Code,
            "a" => {
                let address = attribute(node, "href");
                look.link = address.and_then(|it| Target::new(&it)).or(look.link);
            }
            _ => {}
        }
        if let Some(weight) = self.get("font-weight") {
            let number = weight.parse::<u32>().ok();
            look.strong = weight.starts_with("bold") || number.is_some_and(|it| it >= 600);
        }
        if let Some(slant) = self.get("font-style") {
            look.emphasis = slant.starts_with("italic") || slant.starts_with("oblique");
        }
        let line = self
            .get("text-decoration-line")
            .or(self.get("text-decoration"));
        if let Some(line) = line {
            look.strike |= line.contains("line-through");
        }
        look
    }
}

/// What Word says of a paragraph that is an item.
fn word_item(node: &Handle, style: &Css) -> Option<WordItem> {
    let list = style.get("mso-list").filter(|it| !it.starts_with("none"))?;
    let level = list
        .split_whitespace()
        .find_map(|word| word.strip_prefix("level")?.parse().ok())
        .unwrap_or(1_usize);
    let is_mark = |it: &Handle| Css::of(it).says("mso-list", |it| it.starts_with("ignore"));
    let mark = descendants(node).take(40).find(is_mark);
    let mark = mark.map(|it| all_text(&it)).unwrap_or_default();
    let mark = mark.trim_matches(|c: char| c.is_whitespace() || c == '\u{a0}');
    let digits = mark.bytes().take_while(u8::is_ascii_digit).count();
    let number = mark.get(..digits).and_then(|it| it.parse().ok());
    // `a)` and `iv.` are numbers too; a lone letter is one of the signs that fonts of signs have.
    let is_letters = digits == 0
        && mark.len() > 1
        && mark.ends_with(['.', ')'])
        && mark.starts_with(|c: char| c.is_ascii_alphabetic());
    Some(WordItem {
        level,
        number: number.or(is_letters.then_some(1)),
    })
}

/// Items in a row as lists, those of deeper levels inside the item above them.
fn lists(items: &[(WordItem, Vec<Inline>)], level: usize) -> Vec<Block> {
    let mut lists: Vec<Block> = Vec::new();
    let mut rest = items;
    while let Some(((item, words), after)) = rest.split_first() {
        let below = after
            .iter()
            .take_while(|(next, _)| next.level > level)
            .count();
        let (inner, next) = after.split_at(below);
        let mut content = vec![Block::Paragraph(words.clone())];
        let deeper = inner.iter().map(|(item, _)| item.level).min();
        if let Some(deeper) = deeper {
            if level < DEEPEST_LIST {
                content.extend(self::lists(inner, deeper.max(level + 1)));
            } else {
                content.extend(
                    inner
                        .iter()
                        .map(|(_, words)| Block::Paragraph(words.clone())),
                );
            }
        }
        match lists.last_mut() {
            Some(Block::List { start, items }) if start.is_some() == item.number.is_some() => {
                items.push(content);
            }
            _ => lists.push(Block::List {
                start: item.number,
                items: vec![content],
            }),
        }
        rest = next;
    }
    lists
}

/// How deep lists and quotes nest in blocks.
fn nesting(blocks: &[Block]) -> usize {
    blocks
        .iter()
        .map(|block| match block {
            Block::Quote(blocks) => 1 + nesting(blocks),
            Block::List { items, .. } => {
                1 + items
                    .iter()
                    .map(|item| nesting(item))
                    .max()
                    .unwrap_or_default()
            }
            _ => 0,
        })
        .max()
        .unwrap_or_default()
}

fn inlines_of(block: Block) -> Vec<Inline> {
    super::one_line(&[block])
}

/// Inlines that stand out by where they are: strong type would say it twice.
fn unstressed(inlines: Vec<Inline>) -> Vec<Inline> {
    let all = inlines.into_iter().flat_map(|inline| match inline {
        Inline::Strong(content) => unstressed(content),
        Inline::Emphasis(content) => vec![Inline::Emphasis(unstressed(content))],
        Inline::Strike(content) => vec![Inline::Strike(unstressed(content))],
        Inline::Link { target, content } => vec![Inline::Link {
            target,
            content: unstressed(content),
        }],
        other => vec![other],
    });
    all.collect()
}
