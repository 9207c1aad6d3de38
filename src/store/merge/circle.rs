//! Models that two versions together have follow each other.

use std::collections::HashMap;

use super::node::{CHARTER, Kind, Node};

/// Where such a circle is opened: at what one of its models follows, as theirs has it. Nothing, if
/// there is none.
pub fn broken(merged: &Node, ours: Option<&Node>, theirs: Option<&Node>) -> Option<String> {
    let together = followed(merged)?;
    let ours = ours?;
    let [our_models, their_models] = [Some(ours), theirs].map(|it| it.and_then(followed));
    let is_theirs = |id: &&str| {
        let [ours, theirs] = [&our_models, &their_models].map(|it| it.as_ref()?.get(id));
        ours != theirs && theirs == together.get(id)
    };
    let id = circle(&together)?.into_iter().find(is_theirs)?;
    let model = format!("models/{id}");
    let charter = format!("{model}/{CHARTER}");
    match ours.at(&charter).and_then(Node::branch) {
        Some(charter_of_ours) if charter_of_ours.kind == Kind::Following => {
            Some(format!("{charter}/follows"))
        }
        Some(_) => Some(charter),
        None => Some(model),
    }
}

/// What each model follows.
fn followed(tree: &Node) -> Option<HashMap<&str, &str>> {
    let models = &tree.at("models")?.branch()?.children;
    let follows =
        models
            .iter()
            .filter_map(|(id, model)| match model.at(CHARTER)?.at("follows")? {
                Node::Leaf(model) => Some((id.as_str(), model.as_str()?)),
                Node::Branch(_) => None,
            });
    Some(follows.collect())
}

/// The models of a circle; of several, the first by id.
fn circle<'a>(followed: &HashMap<&'a str, &'a str>) -> Option<Vec<&'a str>> {
    let mut starts: Vec<&str> = followed.keys().copied().collect();
    starts.sort_unstable();
    starts.into_iter().find_map(|start| {
        let mut circle = vec![start];
        // No longer than there are models: a way may lead into a circle that its start is not in.
        for _ in 0..followed.len() {
            match followed.get(circle.last()?)? {
                next if *next == start => return Some(circle),
                next => circle.push(next),
            }
        }
        None
    })
}
