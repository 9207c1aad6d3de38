//! Work away from the interface: each piece on its own thread, with progress and a way to stop it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread;

/// Says to work under way that it is no longer wanted.
#[derive(Debug, Clone, Default)]
pub struct Cancel(Arc<AtomicBool>);

impl Cancel {
    pub fn cancel(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// How far work has come.
#[derive(Debug, Clone, Default)]
pub struct Progress(Arc<(AtomicUsize, AtomicUsize)>);

impl Progress {
    pub fn set(&self, done: usize, of: usize) {
        self.0.0.store(done, Ordering::Relaxed);
        self.0.1.store(of, Ordering::Relaxed);
    }

    /// How many pieces are done, and of how many.
    #[must_use]
    pub fn get(&self) -> (usize, usize) {
        (
            self.0.0.load(Ordering::Relaxed),
            self.0.1.load(Ordering::Relaxed),
        )
    }
}

/// Work under way.
#[derive(Debug)]
pub struct Job<T> {
    result: Receiver<T>,
    pub cancel: Cancel,
    pub progress: Progress,
}

/// Does work on each of many, several at the same time, and gives what came of each in their order.
/// Each thread begins with a state of its own.
///
/// Not on the threads of rayon: what lays out pages waits there for pieces of its own and, while it
/// waits, would take up another of these, and another upon that, until its stack is full.
pub fn side_by_side<T: Sync, S, R: Send>(
    items: &[T],
    begin: impl Fn() -> S + Sync,
    work: impl Fn(&mut S, &T) -> R + Sync,
) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let take = || {
        let mut state = begin();
        let turns = std::iter::repeat_with(|| next.fetch_add(1, Ordering::Relaxed));
        let mine = turns.map_while(|at| Some((at, items.get(at)?)));
        mine.map(|(at, item)| (at, work(&mut state, item)))
            .collect::<Vec<(usize, R)>>()
    };
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let others = threads.min(items.len()).saturating_sub(1);
    let mut made = thread::scope(|scope| {
        let others: Vec<_> = (0..others).map(|_| scope.spawn(take)).collect();
        let mut made = take();
        for other in others {
            match other.join() {
                Ok(theirs) => made.extend(theirs),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        made
    });
    made.sort_unstable_by_key(|(at, _)| *at);
    made.into_iter().map(|(_, result)| result).collect()
}

/// Starts work, and wakes whoever waits for it when it ends.
#[derive(Clone)]
pub struct Jobs {
    wake: Arc<dyn Fn() + Send + Sync>,
}

impl Jobs {
    pub fn new(wake: impl Fn() + Send + Sync + 'static) -> Self {
        Self {
            wake: Arc::new(wake),
        }
    }

    /// Starts work on a thread of its own.
    pub fn start<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Cancel, &Progress) -> T + Send + 'static,
    ) -> Job<T> {
        let (sender, result) = channel();
        let job = Job {
            result,
            cancel: Cancel::default(),
            progress: Progress::default(),
        };
        let (cancel, progress) = (job.cancel.clone(), job.progress.clone());
        let wake = Arc::clone(&self.wake);
        thread::spawn(move || {
            // Dropped last, also when the work panics, so that the end is always noticed.
            let woken = WakeOnDrop(wake);
            let result = work(&cancel, &progress);
            // Nobody may be waiting any more; then the result is not wanted.
            let _ = sender.send(result);
            drop(sender);
            drop(woken);
        });
        job
    }
}

struct WakeOnDrop(Arc<dyn Fn() + Send + Sync>);

impl Drop for WakeOnDrop {
    fn drop(&mut self) {
        (self.0)();
    }
}

/// What has come of work so far.
#[derive(Debug)]
pub enum Outcome<T> {
    Running,
    Done(T),
    /// It ended without a result: a defect of the program.
    Lost,
}

impl<T> Job<T> {
    /// Its result, once it has ended. It is given once.
    #[must_use]
    pub fn outcome(&self) -> Outcome<T> {
        match self.result.try_recv() {
            Ok(result) => Outcome::Done(result),
            Err(TryRecvError::Empty) => Outcome::Running,
            Err(TryRecvError::Disconnected) => Outcome::Lost,
        }
    }
}
