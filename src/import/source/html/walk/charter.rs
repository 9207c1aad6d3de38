//! Goes through a charter that this program wrote, whose elements say what they are.

use markup5ever_rcdom::Handle;

use super::{Here, Walker};
use crate::import::page::{Content, Region};
use crate::import::source::Refusal;
use crate::import::source::html::has_below;
use crate::import::source::html::own::{self, Piece};
use crate::writing::paste::blocks::DEEPEST;
use crate::writing::paste::tree::element_name;

impl Walker<'_> {
    /// Reads what stands around a charter of this program's, and in its place the charter.
    pub fn around(
        &mut self,
        node: &Handle,
        charter: &Handle,
        here: Here<'_>,
    ) -> Result<(), Refusal> {
        for child in node.children.borrow().iter() {
            let is_it = |it: &Handle| std::rc::Rc::ptr_eq(it, charter);
            if is_it(child) {
                self.flush();
                self.region = Region::Main;
                self.charter(child, here)?;
                self.flush();
                self.region = Region::Around;
            } else if here.depth < DEEPEST && has_below(child, is_it) {
                self.around(child, charter, here.deeper())?;
            } else if matches!(element_name(child), Some("head" | "title")) {
                // What it says is told of the page.
            } else if own::is_head(child) {
                for inside in child.children.borrow().iter() {
                    if !own::is_sign(inside) {
                        self.node(inside, here)?;
                    }
                }
            } else {
                self.node(child, here)?;
            }
        }
        Ok(())
    }

    fn charter(&mut self, charter: &Handle, here: Here<'_>) -> Result<(), Refusal> {
        let mut top = 1;
        let mut level = 2;
        for child in charter.children.borrow().iter() {
            match Piece::of(child) {
                Piece::Title(on_page) => {
                    top = on_page;
                    self.own_heading(child, 1);
                }
                Piece::Section => level = self.own_section(child, (top, level), here)?,
                _ => self.node(child, here)?,
            }
        }
        Ok(())
    }

    /// Reads a section below a title of one level and after a section of another, and gives its
    /// own.
    fn own_section(
        &mut self,
        section: &Handle,
        (top, before): (u8, u8),
        here: Here<'_>,
    ) -> Result<u8, Refusal> {
        self.flush();
        let children = section.children.borrow();
        let mut elements = children.iter().filter(|it| element_name(it).is_some());
        let mut pieces = elements.clone();
        let level = match pieces.next().map(|first| (first, Piece::of(first))) {
            Some((first, Piece::Heading(on_page))) => {
                elements.next();
                let level = (on_page.saturating_sub(top) + 1).max(2);
                self.own_heading(first, level);
                level
            }
            _ => {
                // A section without a heading is one all the same.
                let line = self.tree.line_of(section);
                self.push(
                    line,
                    Content::Heading {
                        level: before,
                        inlines: Vec::new(),
                    },
                );
                before
            }
        };
        for element in elements {
            self.own_piece(element, top + level - 1, here)?;
        }
        Ok(level)
    }

    /// Reads a part of a section whose heading has a level on the page.
    fn own_piece(&mut self, node: &Handle, section: u8, here: Here<'_>) -> Result<(), Refusal> {
        match Piece::of(node) {
            Piece::Cookies => self.table(node, here),
            Piece::Group => {
                for child in node.children.borrow().iter() {
                    self.own_piece(child, section, here)?;
                }
                Ok(())
            }
            Piece::Title(_) | Piece::Section | Piece::Heading(_) | Piece::Other => {
                self.leaf(node, here);
                let line = self.begun.take();
                for mut block in self.reader.take() {
                    own::count_from(section, &mut block);
                    self.push(line, Content::Block(block));
                }
                Ok(())
            }
        }
    }

    fn own_heading(&mut self, node: &Handle, level: u8) {
        self.flush();
        let line = self.tree.line_of(node);
        let inlines = self.words_of(node);
        self.push(line, Content::Heading { level, inlines });
    }
}
