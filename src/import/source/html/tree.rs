//! An HTML text as a tree, read as browsers read it, with the lines on which its words stand.
//!
//! It is read piece by piece, so that what nests or repeats itself too much is given up while it
//! is still cheap: the parser tells its tree each element that it looks at.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::collections::HashMap;

use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::{StrTendril, TendrilSink as _};
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{Attribute, ExpandedName, ParseOpts, QualName, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

use crate::import::source::Refusal;
use crate::writing::paste::tree::{descendants, identity};

/// How many nodes a tree may have: some 150 bytes each.
const MOST_NODES: usize = 2_500_000;
/// How many elements the parser may look at, in all, to place others.
const MOST_STEPS: usize = 300_000_000;
/// How many bytes are read before the costs are looked at again.
const PIECE: usize = 1 << 10;

/// A tree, and where its words stand in the source.
pub struct Tree {
    pub document: Handle,
    /// Of text nodes, the first line on which they have words.
    lines: HashMap<usize, usize>,
}

impl Tree {
    pub fn read(html: &str) -> Result<Self, Refusal> {
        let options = ParseOpts {
            tree_builder: TreeBuilderOpts {
                // What stands in for a script is words too.
                scripting_enabled: false,
                ..TreeBuilderOpts::default()
            },
            ..ParseOpts::default()
        };
        let mut parser = parse_document(Sink::default(), options);
        let mut rest = html;
        while !rest.is_empty() {
            let (piece, after) = rest.split_at(rest.floor_char_boundary(PIECE.min(rest.len())));
            parser.process(StrTendril::from_slice(piece));
            if parser.tokenizer.sink.sink.costs_too_much() {
                return Err(Refusal::TooComplex);
            }
            rest = after;
        }
        let sink = parser.finish();
        Ok(Self {
            document: sink.dom.document.clone(),
            lines: sink.lines.into_inner(),
        })
    }

    /// The line of the first word in a node.
    pub fn line_of(&self, node: &Handle) -> Option<usize> {
        let line = |node: &Handle| self.lines.get(&identity(node)).copied();
        line(node).or_else(|| descendants(node).find_map(|below| line(&below)))
    }
}

/// What the parser builds its tree with.
#[derive(Default)]
struct Sink {
    dom: RcDom,
    line: Cell<usize>,
    lines: RefCell<HashMap<usize, usize>>,
    nodes: Cell<usize>,
    steps: Cell<usize>,
}

impl Sink {
    fn costs_too_much(&self) -> bool {
        self.nodes.get() > MOST_NODES || self.steps.get() > MOST_STEPS
    }

    fn count_node(&self) {
        self.nodes.set(self.nodes.get() + 1);
    }

    fn count_step(&self) {
        self.steps.set(self.steps.get() + 1);
    }

    /// Notes where the words begin that were put at the end of a node.
    fn note_line(&self, parent: &Handle) {
        if let Some(last) = parent.children.borrow().last()
            && matches!(last.data, NodeData::Text { .. })
        {
            let mut lines = self.lines.borrow_mut();
            lines.entry(identity(last)).or_insert(self.line.get());
        }
    }
}

fn has_words(child: &NodeOrText<Handle>) -> bool {
    matches!(child, NodeOrText::AppendText(text) if !text.trim().is_empty())
}

impl TreeSink for Sink {
    type Handle = Handle;
    type Output = Self;
    type ElemName<'a> = ExpandedName<'a>;

    fn finish(self) -> Self {
        self
    }

    // Every page has mistakes: they are of no interest.
    fn parse_error(&self, _: Cow<'static, str>) {}

    fn set_current_line(&self, line: u64) {
        self.line.set(usize::try_from(line).unwrap_or(usize::MAX));
    }

    fn get_document(&self) -> Handle {
        self.dom.get_document()
    }

    fn elem_name<'a>(&'a self, target: &'a Handle) -> ExpandedName<'a> {
        self.count_step();
        self.dom.elem_name(target)
    }

    fn same_node(&self, one: &Handle, other: &Handle) -> bool {
        self.count_step();
        self.dom.same_node(one, other)
    }

    fn create_element(&self, name: QualName, attrs: Vec<Attribute>, flags: ElementFlags) -> Handle {
        self.count_node();
        self.dom.create_element(name, attrs, flags)
    }

    fn create_comment(&self, text: StrTendril) -> Handle {
        self.count_node();
        self.dom.create_comment(text)
    }

    fn create_pi(&self, target: StrTendril, data: StrTendril) -> Handle {
        self.count_node();
        self.dom.create_pi(target, data)
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        self.count_node();
        let has_words = has_words(&child);
        self.dom.append(parent, child);
        if has_words {
            self.note_line(parent);
        }
    }

    fn append_before_sibling(&self, sibling: &Handle, child: NodeOrText<Handle>) {
        self.count_node();
        self.dom.append_before_sibling(sibling, child);
    }

    fn append_based_on_parent_node(
        &self,
        element: &Handle,
        previous: &Handle,
        child: NodeOrText<Handle>,
    ) {
        self.count_node();
        self.dom
            .append_based_on_parent_node(element, previous, child);
    }

    fn append_doctype_to_document(&self, name: StrTendril, public: StrTendril, system: StrTendril) {
        self.dom.append_doctype_to_document(name, public, system);
    }

    fn get_template_contents(&self, target: &Handle) -> Handle {
        self.dom.get_template_contents(target)
    }

    fn set_quirks_mode(&self, mode: QuirksMode) {
        self.dom.set_quirks_mode(mode);
    }

    fn add_attrs_if_missing(&self, target: &Handle, attrs: Vec<Attribute>) {
        self.dom.add_attrs_if_missing(target, attrs);
    }

    fn remove_from_parent(&self, target: &Handle) {
        self.dom.remove_from_parent(target);
    }

    fn reparent_children(&self, node: &Handle, new_parent: &Handle) {
        self.dom.reparent_children(node, new_parent);
    }

    fn is_mathml_annotation_xml_integration_point(&self, target: &Handle) -> bool {
        self.dom.is_mathml_annotation_xml_integration_point(target)
    }
}
