"""The tests of the real window. Each works on a fresh copy of the example, in a program of its own."""

import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import time
import traceback

from desk import EXAMPLE, PICTURES, ROOT, Desk, Failure, Program, find_band, find_handles, pixels_of, until

BINARY = str(pathlib.Path(os.environ.get("CHARTRIER", ROOT / "target/debug/chartrier")).absolute())

DATA = ROOT / "tests" / "data"

WORDS = "Essai de saisie"
HERE = "data-caf-fr"
# Where things stand in the window that fills the screen.
FIRST_BODY_IN_PREVIEW = (1150, 255)
EDITOR = range(285, 850)
# In the first column of a table, right of the heads of its rows.
FIRST_COLUMN = 410
MIDDLE_OF_EDITOR = (560, 600)


class Test:
    """What a test has at hand: a folder of its own with a copy of the example, and programs."""

    def __init__(self, desk, name):
        self.desk = desk
        desk.move_in()
        self.folder = desk.folder / name
        self.folder.mkdir()
        self.file = self.folder / "portails.ron"
        shutil.copyfile(EXAMPLE, self.file)
        self.original = self.file.read_bytes()
        self.programs = []

    def open(self, *options, **environment):
        """Starts the program with the copy of the example, which is open then."""
        program = self.start(self.file, *options, **environment)
        program.wait_title(self.file.name)
        program.wait_calm()
        return program

    def start(self, *arguments, **environment):
        program = Program(self.desk, *arguments, binary=BINARY, **environment)
        self.programs.append(program)
        return program

    def saved(self, program):
        """Saves, and gives back what the file says."""
        program.press("ctrl+s")
        program.wait_saved()
        return self.file.read_bytes()

    def read(self, file=None):
        """What a collection says, whatever its notation."""
        file = file or self.file
        plain = self.folder / "read.json"
        plain.unlink(missing_ok=True)
        done = subprocess.run([BINARY, "convert", file, plain], capture_output=True, text=True, timeout=30)
        if done.returncode != 0:
            raise Failure(f"the file cannot be read: {done.stderr.strip()}")
        return json.loads(plain.read_text(encoding="utf-8"))

    def end(self):
        for program in self.programs:
            program.end()


def same(found, wanted, what):
    if found != wanted:
        raise Failure(f"{what}: {found!r:.300}, wanted {wanted!r:.300}")


def true(found, what):
    if not found:
        raise Failure(what)


def says(value):
    """Whether the words typed stand anywhere in a part of a collection."""
    return WORDS in json.dumps(value, ensure_ascii=False)


def adaptations(collection, platform):
    found = next(it for it in collection["platforms"] if it["id"] == platform)
    return found.get("adaptations", [])


def kinds(changes):
    """The kinds of adaptations: in JSON each is an object with the kind for its only key."""
    return [next(iter(change)) for change in changes]


def texts_of(value):
    """All texts that stand in a part of a collection."""
    if isinstance(value, str):
        return [value]
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return [text for part in parts for text in texts_of(part)]


def rows_of_first_table(collection):
    sections = collection["models"][0]["sections"]
    return next(section["table"]["rows"] for section in sections if "table" in section)


def go_to_first_body(program):
    program.click(*FIRST_BODY_IN_PREVIEW)


def change_first_body(program):
    go_to_first_body(program)
    program.type(WORDS)
    program.wait_modified()


# The tests ----------------------------------------------------------------------------------------------------------


def adapts(test):
    """Words typed into a section and adapted here are an adaptation of that platform only."""
    program = test.open()
    change_first_body(program)
    program.press("ctrl+Return")
    test.saved(program)
    now, before = test.read(), json_of_original(test)
    same(kinds(adaptations(now, HERE)), ["replace_body"], "the adaptations of the platform")
    true(says(adaptations(now, HERE)), "the adaptation does not have the words")
    same(now["models"], before["models"], "the model")
    same(without(now, HERE), without(before, HERE), "the other platforms")


def changes_everywhere(test):
    """Words typed into a section and changed everywhere are the model's, and no adaptation."""
    program = test.open()
    change_first_body(program)
    program.press("ctrl+shift+Return")
    test.saved(program)
    now, before = test.read(), json_of_original(test)
    true(says(now["models"]), "the model does not have the words")
    same(now["platforms"], before["platforms"], "the platforms")


def adapts_another_platform(test):
    """Ctrl+Page Down goes to the next platform, which is then the one that is adapted."""
    program = test.open()
    program.press("ctrl+Next")
    change_first_body(program)
    program.press("ctrl+Return")
    test.saved(program)
    now = test.read()
    same(adaptations(now, HERE), [], "the adaptations of the first platform")
    same(kinds(adaptations(now, "opendata-cc-coeurdefrance-fr")), ["replace_body"], "those of the second")


def adapts_cell(test):
    """Words typed into a cell of a table and adapted here are an adaptation of that cell."""
    program = test.open()
    edit_cell(test, program)
    program.type(WORDS)
    program.wait_modified()
    program.press("ctrl+Return")
    test.saved(program)
    now, before = test.read(), json_of_original(test)
    same(kinds(adaptations(now, HERE)), ["replace_cell"], "the adaptations of the platform")
    true(says(adaptations(now, HERE)), "the adaptation does not have the words")
    same(now["models"], before["models"], "the model")


def undoes(test):
    """Undoing everything gives back the file to the byte; making it again, what was saved."""
    program = test.open()
    change_first_body(program)
    program.press("ctrl+Return")
    program.type(" encore")
    program.press("ctrl+Next")
    change_first_body(program)
    program.press("ctrl+shift+Return")
    edited = test.saved(program)
    true(edited != test.original, "nothing was changed")
    # Undoing goes to where the change was, and the window may tell of it before the title does.
    program.press(*["ctrl+z"] * 12)
    program.wait_modified()
    same(test.saved(program), test.original, "the file after undoing everything")
    program.press(*["ctrl+y"] * 12)
    program.wait_modified()
    same(test.saved(program), edited, "the file after making everything again")


def asks_before_closing(test):
    """Closing with unsaved changes asks; Escape keeps the window, and nothing is lost."""
    program = test.open()
    adapt(program)
    program.close()
    time.sleep(0.3)
    true(program.runs(), "the window closed without asking")
    program.press("Escape")
    program.type(" plus loin")
    true(program.runs(), "the window closed after Escape")
    same(test.file.read_bytes(), test.original, "the file before saving")
    test.saved(program)
    true(WORDS.encode() in test.file.read_bytes(), "what was typed before the question is lost")


def closes_without_saving(test):
    """« Ne pas enregistrer » ends the program and leaves the file as it was."""
    program = test.open()
    adapt(program)
    program.close()
    # The buttons, from the main one on: Enregistrer, Ne pas enregistrer, Annuler.
    program.press("Tab", "Tab", "space")
    same(program.wait_end(), 0, "the exit code")
    same(test.file.read_bytes(), test.original, "the file")


def closes_saving(test):
    """« Enregistrer », the answer of Enter, saves and ends the program."""
    program = test.open()
    adapt(program)
    program.close()
    program.press("Return")
    same(program.wait_end(), 0, "the exit code")
    true(says(adaptations(test.read(), HERE)), "the file does not have the words")


def closes_at_once(test):
    """Without unsaved changes, closing asks nothing."""
    program = test.open()
    program.close()
    same(program.wait_end(), 0, "the exit code")


def saves_elsewhere_and_opens(test):
    """Without a system dialog, a typed path saves and opens."""
    program = test.open()
    adapt(program)
    other = test.folder / "ailleurs.ron"
    program.press("ctrl+shift+s")
    program.press("ctrl+a")
    program.type(str(other))
    program.press("Return")
    until(other.exists, "the other file is there")
    program.wait_title("ailleurs.ron")
    program.wait_saved()
    true(says(adaptations(test.read(other), HERE)), "the other file does not have the words")
    same(test.file.read_bytes(), test.original, "the first file")

    program.press("ctrl+o")
    program.press("ctrl+a")
    program.type(str(test.file))
    program.press("Return")
    program.wait_title("portails.ron")
    true(not program.is_modified(), "what was just opened counts as changed")


def exports(test):
    """Ctrl+E, a folder and Enter: every platform has its page in each of its languages."""
    program = test.open()
    folder = test.folder / "chartes finies"
    program.press("ctrl+e")
    program.press("ctrl+a")
    program.type(str(folder))
    program.press("Return")
    wanted = [
        folder / platform["id"] / language / "charter.html"
        for platform in test.read()["platforms"]
        for language in platform.get("languages") or test.read()["languages"]
    ]
    until(lambda: all(it.exists() for it in wanted), "charter.html of every platform is there")
    true(all(b"</html>" in it.read_bytes() for it in wanted), "a page has no end")


def needs_display(test):
    """Without a display the program says so, and how to export without it."""
    environment = {
        name: value
        for name, value in test.desk.environment.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY")
    }
    done = subprocess.run([BINARY, test.file], env=environment, capture_output=True, timeout=20)
    same(done.returncode, 2, "the exit code")
    true(b"chartrier export" in done.stderr, f"the message: {done.stderr!r}")


def rests(test):
    """A window that nobody touches uses no processor, wherever the cursor is."""
    program = test.open()
    for where, go_there in [
        ("without a cursor", lambda: None),
        ("with a cursor in a text", lambda: go_to_first_body(program)),
        ("with a cell selected", lambda: select_cell(test, program)),
        ("with a cursor in a cell", lambda: program.press("F2")),
    ]:
        go_there()
        time.sleep(3)
        # What draws without end does so in every stretch of time; the system may ask for one more picture in one.
        spent = min(ticks_in(program, 5), ticks_in(program, 5))
        true(spent <= 1, f"{where}, {spent} ticks of the processor in 5 s")


def ticks_in(program, seconds):
    before = program.ticks()
    time.sleep(seconds)
    return program.ticks() - before


def recovers(test):
    """Work that a killed program had not saved is offered at the next start; taken, it is there."""
    program = test.open()
    adapt(program)
    kept = pathlib.Path(test.desk.environment["XDG_DATA_HOME"]) / "chartrier" / "recovery"
    # A file that is still being written has another name.
    is_kept = lambda: any(says(it.read_text("utf-8")) for it in kept.glob("*.json"))
    until(is_kept, "the work is kept aside", 20)
    program.end()
    same(test.file.read_bytes(), test.original, "the file before the next start")
    again = test.start()
    # The first button of the question is « Reprendre ».
    again.press("Tab", "Return")
    again.wait_modified()
    again.wait_title(test.file.name)
    test.saved(again)
    true(says(adaptations(test.read(), HERE)), "the file does not have the words")
    again.end()
    last = test.open()
    true(not last.is_modified(), "what was taken is offered again")


# What makes a renderer find no driver.
WITHOUT_GLOW = {"LIBGL_DRIVERS_PATH": "/nonexistent", "__EGL_VENDOR_LIBRARY_DIRS": "/nonexistent"}
WITHOUT_WGPU = {"VK_ICD_FILENAMES": "/nonexistent", "VK_DRIVER_FILES": "/nonexistent"}


def draws_by_either(test):
    """Each renderer opens a window by itself, and either stands in for the other."""
    for options, environment in [
        (["--renderer", "glow"], {}),
        (["--renderer", "wgpu"], {}),
        ([], WITHOUT_GLOW),
        ([], WITHOUT_WGPU),
    ]:
        program = test.open(*options, **environment)
        until(lambda: not is_dark(test.desk), f"the light window is drawn with {options} {environment}")
        program.close()
        same(program.wait_end(), 0, f"the exit code with {options} {environment}")


def needs_renderer(test):
    """Where no renderer starts, the program says so, and how to export without a window."""
    environment = {**test.desk.environment, **WITHOUT_GLOW, **WITHOUT_WGPU}
    done = subprocess.run([BINARY, test.file], env=environment, capture_output=True, timeout=60)
    same(done.returncode, 2, "the exit code")
    said = done.stderr.decode("utf-8")
    true("La fenêtre n’a pas pu s’ouvrir" in said and "chartrier export" in said, f"the message: {said!r}")


def is_dark(desk):
    """Whether most of the screen is dark: in the dark theme, and where nothing is drawn."""
    pixels = pixels_of(desk)
    return sum(pixels[::97]) / len(pixels[::97]) < 90


def keeps_settings(test):
    """The theme chosen in the palette holds at the next start."""
    program = test.open()
    true(not is_dark(test.desk), "the window is dark from the start")
    program.press("ctrl+k")
    program.type("theme sombre")
    program.press("Return")
    until(lambda: is_dark(test.desk), "the window is dark")
    program.close()
    same(program.wait_end(), 0, "the exit code")
    test.open()
    until(lambda: is_dark(test.desk), "the window is dark at the next start")


# What is typed on a French keyboard, and by which keys: AD11 is the one right of P, AE09 the 9, AB01 and AB02 the two
# at the left of the lowest row. RALT is AltGr. « fr(oss) » is what Linux systems give to French people.
FRENCH = {
    "ê": ["AD11", "AD03"],
    "ë": ["LFSH+AD11", "AD03"],
    "î": ["AD11", "AD08"],
    "ç": ["AE09"],
    "œ": ["RALT+AD09"],
    "«": ["RALT+AB01"],
    "»": ["RALT+AB02"],
    "€": ["RALT+AD03"],
}


def types_french(test):
    """On a French keyboard, dead keys and AltGr write what is printed on the keys, into a section."""
    program = test.open()
    go_to_first_body(program)
    strike_french(test, program)


def types_french_into_cell(test):
    """The same into a cell of a table."""
    program = test.open()
    edit_cell(test, program)
    strike_french(test, program)
    same(kinds(adaptations(test.read(), HERE)), ["replace_cell"], "the adaptations of the platform")


def strike_french(test, program):
    """Strikes the keys of all French letters, adapts here and saves: the adaptation has them."""
    test.desk.keyboard("fr", "oss")
    try:
        for keys in FRENCH.values():
            program.strike(*keys)
        program.press("ctrl+Return")
    finally:
        test.desk.keyboard("us")
    test.saved(program)
    adapted = json.dumps(adaptations(test.read(), HERE), ensure_ascii=False)
    # The quotation marks get the no-break spaces that French has inside them.
    true("".join(FRENCH).replace("«", "«\u00a0") in adapted, f"not {''.join(FRENCH)} but {adapted!r:.400}")


# What LibreOffice Calc puts on the clipboard when three rows of three cells are copied, one with two lines, one with
# quotation marks, one with accents: taken from Calc 7.4 by `xclip -o -selection clipboard -t TARGET`. As text, Calc
# writes a line break within a cell as a space, and quotes nothing; as HTML, it is a <br>.
CALC = {
    "text": (DATA / "calc.tsv", ["UTF8_STRING", "text/plain;charset=utf-8"]),
    "html": (DATA / "calc.html", ["text/html"]),
}
CALC_ROWS = [
    ["_essai_visite", "Compte les visites.{break}Une seule fois par jour.", "13 mois"],
    ["_essai_choix", "Retient le choix « refuser » ; dit aussi \"accord\".", "6 mois"],
    ["_essai_panier", "Garde l’été du panier, déjà choisi.", "Fin de session"],
]


def pastes_from_calc(test):
    """Cells that Calc has copied fill a table right and down from the selected cell."""
    pastes(test, CALC, "\\\n")


def pastes_plain_text(test):
    """Cells that come as nothing but text, as from other programs, fill it too."""
    pastes(test, {"text": CALC["text"]}, " ")


def pastes(test, forms, line_break):
    program = test.open()
    select_cell(test, program)
    with test.desk.clipboard(**forms):
        program.press("ctrl+v")
        program.wait_modified()
    test.saved(program)
    written = texts_of(test.read())
    for row in CALC_ROWS:
        for cell in row:
            cell = cell.replace("{break}", line_break)
            true(cell in written, f"no cell says {cell!r}")


def grows_by_pasting(test):
    """Where more rows are pasted than there are from the selected cell on, rows are added."""
    program = test.open()
    before = len(rows_of_first_table(test.read()))
    select_cell(test, program)
    program.press(*["Down"] * (before - 1))
    with test.desk.clipboard(**CALC):
        program.press("ctrl+v")
        program.wait_modified()
    test.saved(program)
    added = kinds(adaptations(test.read(), HERE)).count("add_row")
    same(added, len(CALC_ROWS) - 1, "the rows added below the last one")


def copies_formatted_text(test):
    """A charter that is copied with its looks is on the clipboard as HTML and as text, for other programs."""
    program = test.open()
    choose(program, "Copier le texte mis en forme")
    until(lambda: "<h1" in offered(test, "text/html"), "the clipboard has HTML with a title")
    text = offered(test, "UTF8_STRING")
    true("\tsessionid\t" in text and "<h1" not in text, "the text beside it is none")


def copies_page(test):
    """The page to paste is on the clipboard as its source."""
    program = test.open()
    choose(program, "Copier le code HTML")
    until(lambda: '<div class="charter"' in offered(test, "UTF8_STRING"), "the clipboard has the source")


def choose(program, command):
    """Runs a command of the palette."""
    program.press("ctrl+k")
    program.type(command)
    program.press("Return")


def offered(test, form):
    """What other programs get of the clipboard in a form."""
    return test.desk.ask("xclip", "-o", "-selection", "clipboard", "-t", form)


def drags_section(test):
    """A section dragged above the one before it by its handle stands there on this platform alone."""
    program = test.open()
    handles = find_handles(test.desk)
    true(len(handles) >= 2, f"{len(handles)} handles of sections are seen")
    (x, first), (_, second) = handles[:2]
    program.drag((x, second), (x, first + 10))
    program.wait_modified()
    test.saved(program)
    same(kinds(adaptations(test.read(), HERE)), ["move_section"], "the adaptations of the platform")
    program.press("ctrl+z")
    program.wait_modified()
    same(test.saved(program), test.original, "the file after undoing")


TESTS = [
    adapts,
    changes_everywhere,
    adapts_another_platform,
    adapts_cell,
    undoes,
    asks_before_closing,
    closes_without_saving,
    closes_saving,
    closes_at_once,
    saves_elsewhere_and_opens,
    exports,
    needs_display,
    rests,
    types_french,
    types_french_into_cell,
    pastes_from_calc,
    pastes_plain_text,
    grows_by_pasting,
    copies_formatted_text,
    copies_page,
    drags_section,
    recovers,
    draws_by_either,
    needs_renderer,
    keeps_settings,
]

# What they share ----------------------------------------------------------------------------------------------------


def adapt(program):
    change_first_body(program)
    program.press("ctrl+Return")


def json_of_original(test):
    original = test.folder / "original.ron"
    original.write_bytes(test.original)
    return test.read(original)


def without(collection, platform):
    return [it for it in collection["platforms"] if it["id"] != platform]


def select_cell(test, program):
    """Selects the first cell of the first table, once the editor is scrolled so far."""
    for _ in range(60):
        band = find_band(test.desk, EDITOR)
        if band and band.stop < 700:
            program.click(FIRST_COLUMN, band.stop + 14)
            return
        program.scroll(*MIDDLE_OF_EDITOR, 3)
    raise Failure("no table in the editor")


def edit_cell(test, program):
    """Puts the cursor behind the words of that cell."""
    select_cell(test, program)
    program.press("F2")


def run(desk, test_of):
    """Runs a test, and says in a line how it went."""
    began = time.monotonic()
    name = test_of.__name__
    try:
        test = Test(desk, name)
        try:
            test_of(test)
        except BaseException:
            picture = PICTURES / f"window-failure-{name}.png"
            desk.picture(picture)
            print(f"       picture: {picture.relative_to(ROOT)}")
            raise
        finally:
            test.end()
    except Exception as error:
        if not isinstance(error, Failure):
            traceback.print_exc()
        print(f"FAILED {name}: {error}", flush=True)
        return False
    print(f"ok     {name} ({time.monotonic() - began:.1f} s)", flush=True)
    return True


def main(names):
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    by_name = {test.__name__: test for test in TESTS}
    unknown = [name for name in names if name not in by_name]
    if unknown:
        sys.exit(f"There is no test {unknown[0]}: {' '.join(by_name)}")
    if not os.access(BINARY, os.X_OK):
        sys.exit(f"There is no program at {BINARY}: cargo build makes it.")
    for picture in PICTURES.glob("window-failure-*.png"):
        picture.unlink()
    desk = Desk()
    try:
        went = [run(desk, by_name[name]) for name in names or [test.__name__ for test in TESTS]]
    finally:
        desk.put_away()
    print(f"{went.count(True)} passed, {went.count(False)} failed")
    return 0 if all(went) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
