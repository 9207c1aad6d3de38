"""A desk for the window: a display of its own, a window manager, a home, and hands.

`Desk` starts Xvfb and openbox and ends them; `Program` is one run of Chartrier on that desk, seen
through its window's title, its files and pictures of it, and driven by keys and clicks.
"""

import contextlib
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "portails.ron"
PICTURES = ROOT / "target" / "pictures"
SIZE = (1400, 900)

# The window fills the screen, without a border: what is written at a place is always there.
OPENBOX = """<?xml version="1.0" encoding="UTF-8"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <focus><focusNew>yes</focusNew></focus>
  <keyboard><keybind key="A-F4"><action name="Close"/></keybind></keyboard>
  <mouse/>
  <applications>
    <application class="*"><decor>no</decor><maximized>{maximized}</maximized></application>
  </applications>
</openbox_config>
"""


# Where programs keep what is theirs, in a home.
FOLDERS = [
    ("XDG_CONFIG_HOME", ".config"),
    ("XDG_CACHE_HOME", ".cache"),
    ("XDG_DATA_HOME", ".local/share"),
    ("XDG_STATE_HOME", ".local/state"),
    ("XDG_RUNTIME_DIR", "run"),
]


class Failure(Exception):
    """What a test expected has not happened."""


def until(condition, what, seconds=10.0):
    """Waits for something to be true, and gives it back."""
    end = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            raise Failure(f"after {seconds:g} s still not so: {what}")
        time.sleep(0.03)


class Desk:
    """A display, a window manager and a home that nobody else uses, until they are put away."""

    def __init__(self, language="fr_FR.UTF-8", maximized=True):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="chartrier-window-"))
        self.started = []
        try:
            self._set_up(language, maximized)
        except BaseException:
            self.put_away()
            raise

    def _set_up(self, language, maximized):
        home = self.folder / "home"
        config = self.folder / "openbox.xml"
        config.write_text(OPENBOX.format(maximized="yes" if maximized else "no"), encoding="utf-8")
        self.environment = {
            "PATH": self._tools(),
            "HOME": str(home),
            "LANG": language,
            "LC_ALL": language,
            "LIBGL_ALWAYS_SOFTWARE": "1",
        }
        self.environment.update({name: str(home / folder) for name, folder in FOLDERS})
        self.move_in()
        self.environment["DISPLAY"] = self._display()
        self._start(["openbox", "--sm-disable", "--config-file", str(config)])
        until(lambda: "window id" in self.ask("xprop", "-root", "_NET_SUPPORTING_WM_CHECK"), "openbox runs")

    def move_in(self):
        """Makes the home as it is before the first start: nothing is set, nothing is left behind."""
        for name, _ in FOLDERS:
            folder = pathlib.Path(self.environment[name])
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True, mode=0o700)

    def _tools(self):
        """A PATH with the tools of these tests alone: neither a portal nor zenity is found on it."""
        tools = self.folder / "tools"
        tools.mkdir()
        for name in ["Xvfb", "openbox", "xdotool", "xprop", "setxkbmap", "xkbcomp", "import", "xclip"]:
            found = shutil.which(name)
            if found is None:
                raise SystemExit(f"{name} is not installed: tests/run packages installs it.")
            (tools / name).symlink_to(found)
        return str(tools)

    def _display(self):
        """Starts Xvfb on the first free display, whose number it tells itself."""
        reading, writing = os.pipe()
        screen = f"{SIZE[0]}x{SIZE[1]}x24"
        command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", screen, "-nolisten", "tcp", "-noreset"]
        self._start(command, pass_fds=[writing])
        os.close(writing)
        with os.fdopen(reading) as number:
            told = number.readline().strip()
        if not told:
            raise SystemExit("Xvfb does not start.")
        return f":{told}"

    def _start(self, command, **options):
        silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "stdin": subprocess.DEVNULL}
        options = {**silent, "env": self.environment, **options}
        process = subprocess.Popen(command, start_new_session=True, **options)
        self.started.append(process)
        return process

    def ask(self, *command, check=False):
        """What a tool answers; nothing where it fails."""
        done = subprocess.run(
            command, env=self.environment, capture_output=True, timeout=30, check=check
        )
        return done.stdout.decode("utf-8", "replace")

    def do(self, *command):
        """Has a tool do something, which must work."""
        subprocess.run(
            command, env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=True, timeout=60
        )

    def picture(self, path):
        """Takes a picture of the whole screen."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self.do("import", "-window", "root", str(path))

    def keyboard(self, layout, variant=""):
        """Puts another keyboard on the desk, and learns the numbers of its keys."""
        self.do("setxkbmap", "-layout", layout, "-variant", variant)
        written = self.ask("xkbcomp", "-xkb", self.environment["DISPLAY"], "-")
        self.key_codes = dict(re.findall(r"<(\w+)> = (\d+);", written))

    def strike(self, keys):
        """Strikes keys by the places that they have on every keyboard: "LFSH+AD11" is Shift and the
        key right of P. Names of letters would not do: xdotool moves those that it does not find."""
        self.do("xdotool", "key", "--clearmodifiers", "+".join(self.key_codes[key] for key in keys.split("+")))

    @contextlib.contextmanager
    def clipboard(self, **forms):
        """Offers files through the clipboard, each as some forms, while something is done."""
        owner = [sys.executable, "-B", str(pathlib.Path(__file__).with_name("clipboard.py"))]
        given = [f"{form}={file}" for file, names in forms.values() for form in names]
        process = self._start([*owner, *given], stdout=subprocess.PIPE)
        try:
            if process.stdout.readline() != b"ready\n":
                raise Failure("the clipboard cannot be owned")
            yield
        finally:
            end(process)
            process.stdout.close()
            self.started.remove(process)

    def put_away(self):
        """Ends all that was started here, the last first."""
        for process in reversed(self.started):
            end(process)
        shutil.rmtree(self.folder, ignore_errors=True)


def end(process):
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(3)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


class Program:
    """One run of Chartrier, and the hands of the person before it."""

    def __init__(self, desk, *arguments, binary, **environment):
        self.desk = desk
        self.binary = binary
        self.process = desk._start(
            [binary, *map(str, arguments)], env={**desk.environment, **environment}
        )
        self.window = until(self._window, "the window is there", 30)

    def _window(self):
        if self.process.poll() is not None:
            raise Failure(f"the program ended by itself with {self.process.returncode}")
        found = self.desk.ask("xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid), "--name", "Chartrier")
        return found.split()[-1] if found.strip() else None

    # What is seen ----------------------------------------------------------------------------------------------------

    def title(self):
        title = self.desk.ask("xdotool", "getwindowname", self.window).strip()
        if not title and self.runs():
            # The window of a renderer that did not start has made way for another.
            self.window = self._window() or self.window
        return title

    def runs(self):
        return self.process.poll() is None

    def is_modified(self):
        return "●" in self.title()

    def wait_modified(self):
        until(self.is_modified, "the title says that there are unsaved changes")

    def wait_saved(self):
        until(lambda: not self.is_modified(), "the title says that everything is saved")

    def wait_title(self, part):
        until(lambda: part in self.title(), f"the title has “{part}”")

    def wait_end(self):
        until(lambda: not self.runs(), "the program has ended")
        return self.process.returncode

    def ticks(self):
        """The time that the processor has spent on the program, in hundredths of a second."""
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return int(fields[11]) + int(fields[12])

    def wait_calm(self, seconds=10.0):
        """Waits until the program has nothing more to draw."""
        end_of_patience = time.monotonic() + seconds
        before, calm = self.ticks(), 0
        while calm < 3 and time.monotonic() < end_of_patience:
            time.sleep(0.03)
            now = self.ticks()
            calm = calm + 1 if now == before else 0
            before = now

    # What is done ----------------------------------------------------------------------------------------------------

    def press(self, *keys):
        """Presses keys one after the other, and lets the program draw what each of them did."""
        for key in keys:
            self.desk.do("xdotool", "key", "--clearmodifiers", key)
            self.wait_calm()

    def strike(self, *keys):
        """Strikes keys by their places, one after the other."""
        for key in keys:
            self.desk.strike(key)
            self.wait_calm()

    def drag(self, start, stop):
        """Drags with the mouse from one place to another, as a hand does: in several steps."""
        self.move(*start)
        self.desk.do("xdotool", "mousedown", "1")
        for step in range(1, 9):
            along = [begin + (end - begin) * step // 8 for begin, end in zip(start, stop)]
            self.move(*along)
        self.desk.do("xdotool", "mouseup", "1")
        self.wait_calm()

    def type(self, words):
        """Types words of plain letters: others are not on the keyboard, and xdotool would lose some."""
        assert words.isascii(), words
        self.desk.do("xdotool", "type", "--clearmodifiers", "--delay", "12", words)
        self.wait_calm()

    def click(self, x, y, button=1):
        self.desk.do("xdotool", "mousemove", str(x), str(y))
        self.wait_calm()
        self.desk.do("xdotool", "click", str(button))
        self.wait_calm()

    def move(self, x, y):
        self.desk.do("xdotool", "mousemove", str(x), str(y))
        self.wait_calm()

    def scroll(self, x, y, notches):
        self.desk.do("xdotool", "mousemove", str(x), str(y))
        self.wait_calm()
        button = "5" if notches > 0 else "4"
        self.desk.do("xdotool", "click", "--repeat", str(abs(notches)), "--delay", "30", button)
        self.wait_calm()

    def close(self):
        """Asks the window to close as its cross does: through the window manager."""
        self.desk.do("xdotool", "key", "--clearmodifiers", "alt+F4")
        self.wait_calm()

    def end(self):
        if self.runs():
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()


# The ground of the headers of tables, in the light theme and in the dark one.
HEADER = [bytes.fromhex("E9EDF2"), bytes.fromhex("2A3038")]


def pixels_of(desk):
    """The colours on the screen, three bytes each."""
    done = subprocess.run(
        ["import", "-window", "root", "-depth", "8", "ppm:-"],
        env=desk.environment, capture_output=True, check=True, timeout=30,
    )
    return done.stdout[-SIZE[0] * SIZE[1] * 3:]


def find_band(desk, columns):
    """The rows of the screen that the header of the first table takes, among some columns of it."""
    pixels = pixels_of(desk)

    def has(row, run):
        start = row * SIZE[0] * 3
        line = pixels[start + columns.start * 3 : start + columns.stop * 3]
        return any(colour * run in line for colour in HEADER)

    for first in range(SIZE[1]):
        if has(first, 70):
            last = first
            while last < SIZE[1] and has(last, 12):
                last += 1
            if last - first >= 20:
                return range(first, last)
    return None


# The upper left corner of a section's handle is looked for by its six dots, in the columns where handles stand.
HANDLES = range(276, 292)


def find_handles(desk):
    """The middles of the handles of sections on the screen: three pairs of dots, one above the other."""
    pixels = pixels_of(desk)

    def differs(x, y):
        """Whether a place has another colour than the one two steps to its left."""
        at = (y * SIZE[0] + x) * 3
        return sum(abs(a - b) for a, b in zip(pixels[at : at + 3], pixels[at - 6 : at - 3])) > 60

    def runs(marks):
        """The stretches of true marks, as (first, last)."""
        found, first = [], None
        for number, mark in enumerate([*marks, False]):
            if mark and first is None:
                first = number
            elif not mark and first is not None:
                found.append((first, number - 1))
                first = None
        return found

    lines = runs(any(differs(x, y) for x in HANDLES) for y in range(SIZE[1]))
    handles = []
    for one, two, three in zip(lines, lines[1:], lines[2:]):
        small = all(last - first < 4 for first, last in (one, two, three))
        even = abs((two[0] - one[1]) - (three[0] - two[1])) <= 1 and two[0] - one[1] < 7
        if small and even:
            middle = (two[0] + two[1]) // 2
            dots = [x for x in HANDLES if differs(x, middle)]
            handles.append((sum(dots) // len(dots), middle))
    return handles
