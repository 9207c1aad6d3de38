//! How like two texts are, by their words.

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// From this likeness on, a text is near another one.
pub const NEAR: f32 = 0.5;

/// Longer texts are compared by which words they have, and not by their order.
const ORDERED: usize = 1500;

/// The words of a text.
#[derive(Debug, Clone, Default)]
pub struct Words {
    in_order: Vec<u64>,
    sorted: Vec<u64>,
}

impl Words {
    pub fn of(text: &str) -> Self {
        let words = text.split(|c: char| !c.is_alphanumeric());
        let in_order = words.filter(|word| !word.is_empty()).map(hash_of_word);
        Self::from_hashes(in_order.collect())
    }

    /// The words of several texts, one after the other.
    pub fn joined<'a>(texts: impl IntoIterator<Item = &'a Self>) -> Self {
        let words = texts.into_iter().flat_map(|text| &text.in_order);
        Self::from_hashes(words.copied().collect())
    }

    fn from_hashes(in_order: Vec<u64>) -> Self {
        let mut sorted = in_order.clone();
        sorted.sort_unstable();
        Self { in_order, sorted }
    }

    pub fn len(&self) -> usize {
        self.in_order.len()
    }

    /// How many words both have, in whatever order, as a share of all: never less than the
    /// likeness.
    pub fn in_common(&self, other: &Self) -> f32 {
        let (mut common, mut left, mut right) = (0, 0, 0);
        while let (Some(a), Some(b)) = (self.sorted.get(left), other.sorted.get(right)) {
            common += usize::from(a == b);
            left += usize::from(a <= b);
            right += usize::from(b <= a);
        }
        share(common, self.len() + other.len())
    }

    /// How like both are: 1 for the same words in the same order, 0 for no word in common.
    pub fn likeness(&self, other: &Self) -> f32 {
        let at_most = self.in_common(other);
        if at_most < NEAR || self.len().max(other.len()) > ORDERED {
            return at_most;
        }
        let equal = |op: &DiffOp| match op {
            DiffOp::Equal { len, .. } => *len,
            _ => 0,
        };
        let ops = capture_diff_slices(Algorithm::Myers, &self.in_order, &other.in_order);
        share(ops.iter().map(equal).sum(), self.len() + other.len())
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a share of words, told to a person"
)]
fn share(common: usize, of: usize) -> f32 {
    if of == 0 {
        return 0.0;
    }
    (2 * common) as f32 / of as f32
}

/// FNV-1a: words are short, and what they hash to has no reader but this program.
fn hash_of_word(word: &str) -> u64 {
    const START: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0100_0000_01b3;
    let letters = word.chars().flat_map(char::to_lowercase);
    letters.fold(START, |hash, c| {
        (hash ^ u64::from(u32::from(c))).wrapping_mul(PRIME)
    })
}
