//! What is copied out of the window: the page to paste, text with its looks, a table.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use chartrier::ui::clipboard::{Clipboard, Taken};
use chartrier::ui::command::Command;
use egui::{Event, Key, Modifiers, OutputCommand};

use crate::desk::*;

/// A clipboard that takes HTML, and shows what it took.
#[derive(Debug, Default)]
struct Fake(Mutex<Option<(String, String)>>);

impl Clipboard for Fake {
    fn html(&self) -> Option<String> {
        None
    }

    fn set_html(&self, html: &str, text: &str) -> Taken {
        *self.0.lock().expect("nothing panics") = Some((html.to_owned(), text.to_owned()));
        Taken::Yes
    }
}

/// The examples, with a platform that is looked at.
fn desk(clipboard: Option<&Arc<Fake>>) -> Desk {
    let mut desk = french_desk();
    if let Some(clipboard) = clipboard {
        let window = desk.harness.state_mut().as_mut().expect("it is there");
        window.set_clipboard(Arc::clone(clipboard) as Arc<dyn Clipboard>);
    }
    desk.click("data.caf.fr");
    desk
}

/// What a command puts on egui's clipboard by the time that the window says so.
fn copied(desk: &mut Desk, command: Command, told: &str) -> Option<String> {
    desk.press(Modifiers::COMMAND, Key::K);
    let name = desk.say(command.key());
    desk.type_text(&name);
    // A frame is drawn for each event: what is copied in one is not seen after the next.
    desk.harness.event(Event::Key {
        key: Key::Enter,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::NONE,
    });
    let (told, began) = (desk.say(told), Instant::now());
    let mut copied = None;
    while began.elapsed() < Duration::from_secs(20) {
        desk.harness.step();
        let commands = &desk.harness.output().platform_output.commands;
        let text = commands.iter().find_map(|command| match command {
            OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        });
        copied = text.or(copied);
        if desk.shows(&told) {
            return copied;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    panic!("the window does not say « {told} »");
}

#[test]
fn the_page_to_paste_is_copied_as_its_source() {
    let mut desk = desk(None);
    let source = copied(&mut desk, Command::CopyPage, "copied-page").expect("a text");
    assert!(
        source.starts_with("<div class=\"charter\" lang=\"fr\">"),
        "{source}"
    );
    assert!(source.contains("sessionid"), "{source}");
}

#[test]
fn text_with_its_looks_is_copied_as_html_and_as_text() {
    let clipboard = Arc::new(Fake::default());
    let mut desk = desk(Some(&clipboard));
    let plain = copied(&mut desk, Command::CopyRich, "copied-rich");
    assert_eq!(plain, None, "egui would put the text alone there");
    let taken = clipboard.0.lock().expect("nothing panics").take();
    let (html, text) = taken.expect("it is taken");
    assert!(html.contains("<h1 "), "{html}");
    assert!(html.contains("border=\"1\""), "{html}");
    assert!(text.contains("\tsessionid\t"), "{text}");
    assert!(!text.contains('<') || !text.contains("<h1"), "{text}");
}

#[test]
fn where_no_clipboard_takes_html_the_text_is_copied() {
    let mut desk = desk(None);
    let text = copied(&mut desk, Command::CopyRich, "copied-plain").expect("a text");
    assert!(text.contains("\tsessionid\t"), "{text}");
}

#[test]
fn a_table_is_copied_as_visitors_read_it() {
    let mut desk = desk(None);
    desk.press(Modifiers::COMMAND, Key::P);
    desk.type_text("sessionid");
    desk.press(Modifiers::NONE, Key::Enter);
    let text = copied(&mut desk, Command::CopyTable, "copied-table").expect("a text");
    let rows: Vec<&str> = text.lines().collect();
    assert!(
        rows[0].contains('\t') && rows[1].contains("sessionid"),
        "{text}"
    );
    let cells = rows[0].matches('\t').count();
    assert!(
        rows.iter().all(|row| row.matches('\t').count() == cells),
        "{text}"
    );
}
