"""Pictures of the window, for people to look at."""

import shutil
import signal
import sys

from desk import EXAMPLE, PICTURES, ROOT, Desk, Program, find_band
from tests import BINARY, EDITOR, MIDDLE_OF_EDITOR, adapt, change_first_body

LANGUAGES = {"fr": "fr_FR.UTF-8", "en": "en_GB.UTF-8"}
# How many times the Tab key goes on, in the menu of the view, to a theme.
THEMES = {"light": 3, "dark": 4}


def choose_theme(program, theme):
    """Opens the third menu and chooses, by the keyboard alone."""
    program.press("Tab", "Tab", "Tab", "space")
    program.press(*["Tab"] * THEMES[theme], "space")
    program.press("Escape")


def show_second_table(program):
    """Scrolls the editor until the second table is in the middle: that of the adapted section."""
    number, before = 0, None
    for _ in range(80):
        band = find_band(program.desk, EDITOR)
        if band:
            if before is None or band.start > before.start:
                number += 1
            if number == 2 and band.start < 520:
                break
        before = band
        program.scroll(*MIDDLE_OF_EDITOR, 2)
    program.move(700, 65)


def main_window(program):
    program.move(700, 65)


def bilingual(program):
    program.press("ctrl+Next", "ctrl+Next")
    show_second_table(program)


def choice(program):
    change_first_body(program)
    program.move(700, 65)


def export(program):
    program.press("ctrl+e")


def unsaved(program):
    adapt(program)
    program.close()


SCENES = {
    "main": main_window,
    "bilingual": bilingual,
    "choice": choice,
    "export": export,
    "unsaved": unsaved,
}


def main():
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    for language, locale in LANGUAGES.items():
        desk = Desk(locale)
        try:
            for theme in THEMES:
                for name, scene in SCENES.items():
                    take(desk, f"window-{name}-{theme}-{language}.png", theme, scene)
        finally:
            desk.put_away()


def take(desk, name, theme, scene):
    file = desk.folder / "portails.ron"
    shutil.copyfile(EXAMPLE, file)
    program = Program(desk, file, binary=BINARY)
    try:
        program.wait_title(file.name)
        choose_theme(program, theme)
        scene(program)
        desk.picture(PICTURES / name)
        print((PICTURES / name).relative_to(ROOT), flush=True)
    finally:
        program.end()


if __name__ == "__main__":
    main()
