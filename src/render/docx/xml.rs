//! XML as the parts of a document have it.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// Attributes by their names.
pub type Attributes<'a> = &'a [(&'a str, &'a str)];

/// XML while it is written.
pub struct Xml(Writer<Vec<u8>>);

impl Xml {
    /// A part, with the declaration at its head.
    pub fn part() -> Self {
        let mut xml = Self::piece();
        let declaration = BytesDecl::new("1.0", Some("UTF-8"), Some("yes"));
        xml.write(Event::Decl(declaration));
        xml
    }

    /// What becomes a piece of a part.
    pub fn piece() -> Self {
        Self(Writer::new(Vec::new()))
    }

    pub fn finish(self) -> Vec<u8> {
        self.0.into_inner()
    }

    /// An element with what is written in it.
    pub fn element(
        &mut self,
        name: &str,
        attributes: Attributes<'_>,
        content: impl FnOnce(&mut Self),
    ) {
        self.open(name, attributes);
        content(self);
        self.close(name);
    }

    pub fn open(&mut self, name: &str, attributes: Attributes<'_>) {
        let start = BytesStart::new(name).with_attributes(attributes.iter().copied());
        self.write(Event::Start(start));
    }

    pub fn close(&mut self, name: &str) {
        self.write(Event::End(BytesEnd::new(name)));
    }

    /// An element without content.
    pub fn leaf(&mut self, name: &str, attributes: Attributes<'_>) {
        let start = BytesStart::new(name).with_attributes(attributes.iter().copied());
        self.write(Event::Empty(start));
    }

    /// An element that says one thing.
    pub fn value(&mut self, name: &str, value: &str) {
        self.leaf(name, &[("w:val", value)]);
    }

    /// An element that holds words.
    pub fn text(&mut self, name: &str, attributes: Attributes<'_>, text: &str) {
        self.element(name, attributes, |xml| {
            xml.write(Event::Text(BytesText::new(text)));
        });
    }

    /// XML that was written apart.
    pub fn insert(&mut self, piece: Self) {
        self.0.get_mut().extend(piece.finish());
    }

    fn write(&mut self, event: Event<'_>) {
        self.0
            .write_event(event)
            .expect("memory takes whatever is written");
    }
}
