"""An owner of the clipboard that offers several forms at once, as programs do.

    python3 clipboard.py TARGET=FILE...

Each FILE is what is given to those who ask for TARGET. It says "ready" once it owns the clipboard,
and stays until it is ended or something else takes the clipboard. libX11 is called directly: no
tool of Debian's offers more than one form.
"""

import ctypes
import pathlib
import sys

SELECTION_CLEAR, SELECTION_REQUEST, SELECTION_NOTIFY = 29, 30, 31
REPLACE = 0
ATOM = 4
# An event is a union of structures whose fields all take a long each on 64 bits; the longest has 24.
Event = ctypes.c_ulong * 24


def main(arguments):
    x = ctypes.CDLL("libX11.so.6")
    x.XOpenDisplay.restype = ctypes.c_void_p
    display = ctypes.c_void_p(x.XOpenDisplay(None))
    if not display:
        sys.exit("There is no display.")
    for name in ["XDefaultRootWindow", "XCreateSimpleWindow", "XInternAtom", "XGetSelectionOwner"]:
        getattr(x, name).restype = ctypes.c_ulong

    def atom(name):
        return x.XInternAtom(display, name.encode(), 0)

    forms = {}
    for argument in arguments:
        target, _, file = argument.rpartition("=")
        forms[atom(target)] = pathlib.Path(file).read_bytes()
    clipboard, targets = atom("CLIPBOARD"), atom("TARGETS")
    root = ctypes.c_ulong(x.XDefaultRootWindow(display))
    window = x.XCreateSimpleWindow(display, root, 0, 0, 1, 1, 0, ctypes.c_ulong(0), ctypes.c_ulong(0))
    x.XSetSelectionOwner(display, ctypes.c_ulong(clipboard), ctypes.c_ulong(window), ctypes.c_ulong(0))
    if x.XGetSelectionOwner(display, ctypes.c_ulong(clipboard)) != window:
        sys.exit("The clipboard cannot be owned.")
    print("ready", flush=True)

    def put(requestor, property_, type_, width, data, count):
        x.XChangeProperty(
            display, ctypes.c_ulong(requestor), ctypes.c_ulong(property_), ctypes.c_ulong(type_),
            width, REPLACE, data, count,
        )

    event = Event()
    while True:
        x.XNextEvent(display, event)
        kind = event[0] & 0xFFFFFFFF
        if kind == SELECTION_CLEAR:
            return
        if kind != SELECTION_REQUEST:
            continue
        requestor, selection, target, property_, time = event[5:10]
        property_ = property_ or target
        if target == targets:
            offered = (ctypes.c_ulong * (len(forms) + 1))(targets, *forms)
            put(requestor, property_, ATOM, 32, offered, len(offered))
        elif target in forms:
            data = forms[target]
            put(requestor, property_, target, 8, data, len(data))
        else:
            property_ = 0
        answer = Event(SELECTION_NOTIFY, 0, 0, 0, requestor, selection, target, property_, time)
        x.XSendEvent(display, ctypes.c_ulong(requestor), 0, ctypes.c_long(0), answer)
        x.XFlush(display)


if __name__ == "__main__":
    main(sys.argv[1:])
