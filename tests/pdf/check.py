"""Looks at PDFs as other programs do.

    check.py FOLDER PDFUA

Each FOLDER/NAME.pdf stands beside NAME.txt, which holds what must be in it: paragraphs, labels and
cells in the order of reading, with a form feed between. PDFUA is the checker of PDF/UA.
"""

import concurrent.futures
import os
import re
import subprocess
import sys
from pathlib import Path

FOLDER, PDFUA = sys.argv[1:]

# What a page shows otherwise than it is written: ligatures are letters, soft hyphens and joiners are
# none, and a line end stands for a space.
UNSEEN = re.compile(r"[\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\U000e0000-\U000e0fff]+")

FROM_RIGHT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
# Letters of one direction.
WORD = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+|[^\W\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+")


# What is written as one sign is turned as one, which pdftotext does not know of.
LIGATURE = "\u0644\u0627"


def seen(text):
    return UNSEEN.sub("", text).replace(LIGATURE, LIGATURE[::-1])


def run(*command):
    return subprocess.run(command, check=True, capture_output=True).stdout.decode()


def lost(pdf):
    """The first words that its text has not, in the order of reading."""
    words = pdf.with_suffix(".txt").read_text()
    missing = lost_of(words, run("pdftotext", "-raw", pdf, "-"))
    # Raw text is in the order in which a page is painted: from left to right, whatever the script.
    if missing and FROM_RIGHT.search(words):
        missing = lost_of(words, run("pdftotext", pdf, "-"))
    return missing


def lost_of(words, text):
    text = seen(text)
    at = 0
    for leaf in words.split("\n\f\n"):
        # A line that runs from right to left is told from left to right: only where it stands is sure.
        turned = FROM_RIGHT.search(leaf)
        end = at
        for word in WORD.findall(leaf) if turned else leaf.split():
            word = seen(word)
            found = text.find(word, at if turned else end)
            if found < 0:
                return f"{word!r} of {leaf[:80]!r} is not where it should be: …{text[at : at + 80]!r}"
            end = max(end, found + len(word))
        at = end
    return None


def defects(pdf):
    found = []
    if not re.search(r"^Tagged: +yes$", run("pdfinfo", pdf), re.MULTILINE):
        found.append("pdfinfo says that it is not tagged")
    missing = lost(pdf)
    if missing:
        found.append(missing)
    checked = subprocess.run([PDFUA, "check", pdf], capture_output=True)
    if checked.returncode != 0:
        found.append(f"pdfua check: {checked.returncode}\n{checked.stdout.decode()}{checked.stderr.decode()}")
    return found


def main(folder):
    pdfs = sorted(Path(folder).glob("*.pdf"))
    if not pdfs:
        sys.exit(f"there is no PDF in {folder}")
    wrong = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for pdf, found in zip(pdfs, pool.map(defects, pdfs)):
            for defect in found:
                print(f"{pdf.name}: {defect}")
            wrong += bool(found)
    print(f"{len(pdfs)} PDFs, {wrong} with defects")
    sys.exit(wrong > 0)


main(FOLDER)
