//! Work away from the interface: each piece on its own thread, with progress and a way to stop it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread;

use rayon::iter::{
    IndexedParallelIterator as _, IntoParallelRefIterator as _, ParallelIterator as _,
};

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

/// Makes something of each of many, several at the same time, in their order, and tells how far that
/// has come; nothing comes of it once it is cancelled.
pub fn each<I: Sync, T: Send>(
    all: &[I],
    cancel: &Cancel,
    progress: &Progress,
    make: impl Fn(&I) -> T + Sync,
) -> Option<Vec<T>> {
    progress.set(0, all.len());
    let done = AtomicUsize::new(0);
    let each = all.par_iter().map(|one| {
        if cancel.is_cancelled() {
            return None;
        }
        let made = make(one);
        progress.set(done.fetch_add(1, Ordering::Relaxed) + 1, all.len());
        Some(made)
    });
    let mut made = Vec::with_capacity(all.len());
    each.collect_into_vec(&mut made);
    made.into_iter().collect()
}

/// Starts work, and wakes whoever waits for it when it ends.
#[derive(Clone)]
pub struct Jobs {
    wake: Arc<dyn Fn() + Send + Sync>,
    running: Arc<AtomicUsize>,
}

impl Jobs {
    pub fn new(wake: impl Fn() + Send + Sync + 'static) -> Self {
        Self {
            wake: Arc::new(wake),
            running: Arc::default(),
        }
    }

    /// How many pieces of work are under way.
    #[must_use]
    pub fn running(&self) -> usize {
        self.running.load(Ordering::Acquire)
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
        self.running.fetch_add(1, Ordering::Release);
        let jobs = self.clone();
        thread::spawn(move || {
            // Dropped last, also when the work panics, so that the end is always noticed.
            let ends = EndsOnDrop(jobs);
            let result = work(&cancel, &progress);
            // Nobody may be waiting any more; then the result is not wanted.
            let _ = sender.send(result);
            drop(sender);
            drop(ends);
        });
        job
    }
}

struct EndsOnDrop(Jobs);

impl Drop for EndsOnDrop {
    fn drop(&mut self) {
        self.0.running.fetch_sub(1, Ordering::Release);
        (self.0.wake)();
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

/// What nobody awaits any more is stopped, where it can be.
impl<T> Drop for Job<T> {
    fn drop(&mut self) {
        self.cancel.cancel();
    }
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
