//! A collection as a tree of keys, in the shape of its file: what has an id is known by it.

use std::collections::{HashMap, HashSet};

use indexmap::IndexMap;
use serde_json::{Map, Value};
use serde_path_to_error::Segment;

use crate::model::Collection;

/// Where the parts of a charter stand in the tree: together, since a charter is either complete or
/// says what differs from another, never a mixture.
pub const CHARTER: &str = "charter";
/// Stands for the order of a list at the end of a path. No id, language or adaptation is called so.
pub const ORDER: &str = "(order)";
const CHARTER_PARTS: [&str; 6] = [
    "updated",
    "follows",
    "title",
    "columns",
    "sections",
    "adaptations",
];

#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    /// What is changed as a whole: a text in a language, an address, a choice.
    Leaf(Value),
    Branch(Branch),
}

#[derive(Debug, Clone)]
pub struct Branch {
    pub kind: Kind,
    pub children: IndexMap<String, Node>,
}

/// What the children of a branch are, and how the file has them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Named values.
    Record,
    /// The parts of a charter; in the file, beside the other values of what holds it.
    Complete,
    Following,
    /// Elements in order.
    List,
    /// A list of which nothing tells what it would hold.
    Empty,
}

impl Kind {
    /// Whether branches of two kinds can be merged child by child.
    pub fn goes_with(self, other: Self) -> bool {
        let is_list = |kind| matches!(kind, Self::List | Self::Empty);
        self == other || is_list(self) && is_list(other)
    }
}

/// Order is data.
impl PartialEq for Branch {
    fn eq(&self, other: &Self) -> bool {
        self.kind.goes_with(other.kind) && self.children.iter().eq(&other.children)
    }
}

impl Branch {
    pub fn new(kind: Kind) -> Self {
        Self {
            kind,
            children: IndexMap::new(),
        }
    }

    pub fn keys(&self) -> Vec<&str> {
        self.children.keys().map(String::as_str).collect()
    }

    /// Puts the children into an order; what it does not name stays behind what it stands behind.
    fn put_in_order(&mut self, keys: &[&str]) {
        let mut order: Vec<&str> = keys.to_vec();
        order.retain(|key| self.children.contains_key(*key));
        let named: HashSet<&str> = order.iter().copied().collect();
        let mut before = None;
        for key in self.keys() {
            if !named.contains(key) {
                let at = before.and_then(|it| order.iter().position(|key| *key == it));
                order.insert(at.map_or(0, |at| at + 1), key);
            }
            before = Some(key);
        }
        let places: HashMap<String, usize> = order
            .iter()
            .enumerate()
            .map(|(at, key)| ((*key).to_owned(), at))
            .collect();
        self.children
            .sort_by_cached_key(|key, _| places.get(key).copied());
    }
}

impl Node {
    pub fn of_collection(collection: &Collection) -> Self {
        let value = serde_json::to_value(collection).expect("a collection is plain JSON");
        Self::of(value)
    }

    /// The collection that the tree stands for, if it is one.
    pub fn into_collection(self) -> Option<Collection> {
        serde_json::from_value(self.to_value()).ok()
    }

    /// The collection that the tree stands for, or the keys on the way to what makes it none.
    pub fn read(&self) -> Result<Collection, Vec<String>> {
        serde_path_to_error::deserialize(self.to_value())
            .map_err(|fault| self.keys_on(fault.path()))
    }

    /// The keys of a path of the file, as far as it leads through the tree.
    fn keys_on(&self, path: &serde_path_to_error::Path) -> Vec<String> {
        let mut keys = Vec::new();
        let mut branch = self.branch();
        for segment in path {
            let Some(now) = branch else {
                break;
            };
            let place = match segment {
                Segment::Seq { index } => now.children.get_index(*index),
                Segment::Map { key } => now.children.get_key_value(key).or_else(|| {
                    let (name, charter) = now.children.get_key_value(CHARTER)?;
                    let found = charter.branch()?.children.get_key_value(key)?;
                    keys.push(name.clone());
                    Some(found)
                }),
                Segment::Enum { .. } | Segment::Unknown => continue,
            };
            let Some((key, node)) = place else {
                break;
            };
            keys.push(key.clone());
            branch = node.branch();
        }
        keys
    }

    fn of(value: Value) -> Self {
        match value {
            Value::Object(record) => Self::of_record(record),
            Value::Array(items) => Self::of_list(items),
            leaf => Self::Leaf(leaf),
        }
    }

    fn of_record(record: Map<String, Value>) -> Self {
        let mut branch = Branch::new(Kind::Record);
        for (key, value) in record {
            // Those of a collection are lists, and those of a model or a platform its owner's.
            let node = match (key.as_str(), value) {
                ("models" | "platforms", Value::Array(owners)) => {
                    list(owners.into_iter().map(Self::of_owner))
                }
                (_, value) => Self::of(value),
            };
            branch.children.insert(key, node);
        }
        Self::Branch(branch)
    }

    /// A model or a platform, with the parts of its charter together.
    fn of_owner(owner: Value) -> (String, Self) {
        let key = key_of(&owner);
        let mut owner = Self::of(owner);
        if let (Some(charter), Some(record)) = (charter_of(&mut owner), owner.branch_mut()) {
            let charter = Self::Branch(charter);
            record.children.insert(CHARTER.to_owned(), charter);
        }
        (key, owner)
    }

    fn of_list(items: Vec<Value>) -> Self {
        list(
            items
                .into_iter()
                .map(|item| (key_of(&item), Self::of(item))),
        )
    }

    pub fn to_value(&self) -> Value {
        match self {
            Self::Leaf(value) => value.clone(),
            Self::Branch(branch) => branch.to_value(),
        }
    }

    /// What stands at the end of a path.
    pub fn at(&self, path: &str) -> Option<&Node> {
        let mut keys = path.split('/').filter(|key| !key.is_empty());
        keys.try_fold(self, |node, key| node.branch()?.children.get(key))
    }

    /// The value at the end of a path, be it the order of a list.
    pub fn value_at(&self, path: &str) -> Option<Value> {
        match path.rsplit_once('/') {
            Some((list, ORDER)) => {
                let keys = self.at(list)?.branch()?.keys().into_iter();
                Some(keys.map(Value::from).collect())
            }
            _ => self.at(path).map(Node::to_value),
        }
    }

    /// Puts a value at the end of a path, or takes away what stands there; nothing, if the path
    /// leads nowhere.
    pub fn put(&mut self, path: &str, value: Option<&Value>) -> Option<()> {
        let (folder, key) = path.rsplit_once('/').unwrap_or(("", path));
        let mut keys = folder.split('/').filter(|key| !key.is_empty());
        let branch = keys.try_fold(self.branch_mut()?, |branch, key| {
            branch.children.get_mut(key)?.branch_mut()
        })?;
        match value {
            Some(value) if key == ORDER => {
                let keys = value.as_array()?.iter().filter_map(Value::as_str);
                branch.put_in_order(&keys.collect::<Vec<_>>());
            }
            None => drop(branch.children.shift_remove(key)),
            // A translation of something older stays one.
            Some(Value::String(words)) if branch.translation_mut(key).is_some() => {
                let text = branch.translation_mut(key)?;
                *text = Self::Leaf(Value::String(words.clone()));
            }
            Some(value) if key == CHARTER => {
                let charter = Self::Branch(charter_of(&mut Self::of(value.clone()))?);
                branch.children.insert(key.to_owned(), charter);
            }
            Some(value) => {
                let node = match folder {
                    "models" | "platforms" => Self::of_owner(value.clone()).1,
                    _ => Self::of(value.clone()),
                };
                branch.children.insert(key.to_owned(), node);
            }
        }
        Some(())
    }

    pub fn branch(&self) -> Option<&Branch> {
        match self {
            Self::Branch(branch) => Some(branch),
            Self::Leaf(_) => None,
        }
    }

    pub fn into_branch(self) -> Option<Branch> {
        match self {
            Self::Branch(branch) => Some(branch),
            Self::Leaf(_) => None,
        }
    }

    fn branch_mut(&mut self) -> Option<&mut Branch> {
        match self {
            Self::Branch(branch) => Some(branch),
            Self::Leaf(_) => None,
        }
    }
}

impl Branch {
    /// The words of a child that says what it was translated from.
    fn translation_mut(&mut self, key: &str) -> Option<&mut Node> {
        let older = self.children.get_mut(key)?.branch_mut()?;
        if older.keys() == ["text", "of"] {
            older.children.get_mut("text")
        } else {
            None
        }
    }

    fn to_value(&self) -> Value {
        match self.kind {
            Kind::List | Kind::Empty => self.children.values().map(Node::to_value).collect(),
            Kind::Record | Kind::Complete | Kind::Following => {
                let mut record = Map::new();
                for (key, node) in &self.children {
                    match node {
                        Node::Branch(charter)
                            if matches!(charter.kind, Kind::Complete | Kind::Following) =>
                        {
                            let parts = charter.children.iter();
                            record.extend(parts.map(|(key, it)| (key.clone(), it.to_value())));
                        }
                        node => drop(record.insert(key.clone(), node.to_value())),
                    }
                }
                Value::Object(record)
            }
        }
    }
}

/// Takes the parts of a charter out of what holds them.
fn charter_of(owner: &mut Node) -> Option<Branch> {
    let record = owner.branch_mut()?;
    let form = if record.children.contains_key("follows") {
        Kind::Following
    } else {
        Kind::Complete
    };
    let mut charter = Branch::new(form);
    for part in CHARTER_PARTS {
        if let Some(node) = record.children.shift_remove(part) {
            charter.children.insert(part.to_owned(), node);
        }
    }
    Some(charter)
}

/// A list of nodes by their keys. Two of one key, which only adaptations can be, stand apart.
fn list(items: impl Iterator<Item = (String, Node)>) -> Node {
    let mut branch = Branch::new(Kind::List);
    for (key, node) in items {
        let mut free = key.clone();
        let mut number = 2;
        while branch.children.contains_key(&free) {
            free = format!("{key}#{number}");
            number += 1;
        }
        branch.children.insert(free, node);
    }
    if branch.children.is_empty() {
        branch.kind = Kind::Empty;
    }
    Node::Branch(branch)
}

/// What an element of a list is known by: its id; what an adaptation does, and to which element;
/// otherwise what it says.
fn key_of(item: &Value) -> String {
    match item {
        Value::String(name) => return name.clone(),
        Value::Object(record) => {
            if let Some(Value::String(id)) = record.get("id") {
                return id.clone();
            }
            let mut pairs = record.iter();
            if let (Some((deed, Value::Object(about))), None) = (pairs.next(), pairs.next()) {
                return adaptation_key(deed, about);
            }
        }
        _ => {}
    }
    item.to_string().replace('/', "\u{2215}")
}

fn adaptation_key(deed: &str, about: &Map<String, Value>) -> String {
    let of = |name: &str| match about.get(name) {
        Some(Value::String(id)) => Some(id.as_str()),
        Some(Value::Object(added)) => added.get("id").and_then(Value::as_str),
        _ => None,
    };
    let places = ["section", "table", "row", "column"]
        .into_iter()
        .filter_map(of);
    places.fold(deed.to_owned(), |key, place| format!("{key}:{place}"))
}
