"""Exported documents as LibreOffice opens and prints them, and gives them back."""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from office import Office  # noqa: E402
from reviewing import review  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]
TARGET = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
CHARTRIER = os.environ.get("CHARTRIER", TARGET / "debug" / "chartrier")
DOCUMENTS = Path(os.environ.get("DOCUMENTS", TARGET / "tmp" / "docx"))
PICTURES = TARGET / "pictures" / "office"
EXAMPLES = ROOT / "examples" / "portails.ron"


def chartrier(*arguments):
    done = subprocess.run([CHARTRIER, *map(str, arguments)], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def printed(pdf):
    """The text of a print in the order in which it was laid out, cell after cell."""
    done = subprocess.run(["pdftotext", "-raw", pdf, "-"], capture_output=True, text=True, check=True)
    return done.stdout


def letters(text):
    """A text without spaces and signs, which fonts and the ends of lines change."""
    return re.sub(r"[\W_]+", "", text)


def check_words(text, pdf):
    """Every cell of the text is in the print in one piece, and every other word too."""
    found = letters(printed(pdf))
    # Where links lead is no word of a document.
    for line in re.sub(r"<https?://[^>\s]*>", "", text).splitlines():
        cells = line.split("\t")
        pieces = cells if len(cells) > 1 else line.split()
        for piece in pieces:
            assert letters(piece) in found, f"{pdf}: {piece!r} is not printed"


def examples_are_printed_whole(office, folder):
    out = folder / "export"
    chartrier("export", EXAMPLES, "--out", out, "--format", "docx", "--format", "text")
    sources = []
    for document in sorted(out.glob("*/*/charter.docx")):
        name = f"{document.parent.parent.name}-{document.parent.name}"
        sources.append(shutil.copy(document, folder / f"{name}.docx"))
        shutil.copy(document.with_suffix(".txt"), folder / f"{name}.txt")
    assert sources
    for source, pdf in zip(sources, office.convert(sources, "pdf", folder / "pdf")):
        check_words(Path(source).with_suffix(".txt").read_text(encoding="utf-8"), pdf)
        shutil.rmtree(PICTURES / pdf.stem, ignore_errors=True)
        (PICTURES / pdf.stem).mkdir(parents=True)
        subprocess.run(["pdftoppm", "-r", "60", "-png", pdf, PICTURES / pdf.stem / "page"], check=True)
    return f"{len(sources)} documents"


def generated_charters_are_printed_whole(office, folder):
    sources = sorted(DOCUMENTS.glob("*.docx"))
    assert sources, f"cargo test --test docx leaves some in {DOCUMENTS}"
    for source, pdf in zip(sources, office.convert(sources, "pdf", folder / "generated")):
        check_words(source.with_suffix(".txt").read_text(encoding="utf-8"), pdf)
    return f"{len(sources)} documents"


def headers_of_tables_stand_on_every_page(office, folder):
    source = DOCUMENTS / "long-table.docx"
    [pdf] = office.convert([source], "pdf", folder / "long")
    pages = printed(pdf).split("\f")[:-1]
    assert len(pages) > 2
    for number, page in enumerate(pages):
        for label in ["Nomducookie", "Finalité"]:
            assert label in letters(page), f"page {number + 1} has no {label}"
    return f"{len(pages)} pages"


def taken_in(document, folder):
    """What the examples become with a document, and the report of that."""
    collection = folder / f"{Path(document).stem}.ron"
    shutil.copy(EXAMPLES, collection)
    [report] = json.loads(chartrier("import", document, "--into", collection, "--report", "json"))
    return collection, report


def what_is_only_saved_again_proposes_nothing(office, folder):
    sources = [path for path in sorted(folder.glob("*-*.docx")) if path.with_suffix(".txt").exists()]
    assert sources
    for saved in office.convert(sources, "docx:MS Word 2007 XML", folder / "saved"):
        collection, report = taken_in(saved, folder / "saved")
        reviewed = [note["message"] for note in report["notes"] if note["kind"] == "reviewed"]
        assert reviewed == [], f"{saved}: {reviewed}"
        assert collection.read_bytes() == EXAMPLES.read_bytes(), saved
    return f"{len(sources)} documents"


def a_review_comes_back_as_proposals(office, folder):
    source = folder / "donnees-valbrune-example-fr.docx"
    back = folder / "reviewed.docx"
    office.work_on(source, back, review)
    collection, report = taken_in(back, folder)
    reviewed = [note["message"] for note in report["notes"] if note["kind"] == "reviewed"]
    for expected in ["combien de jours ils restent", "Opendatasoft SAS", "valbrune_contraste"]:
        assert any(expected in message for message in reviewed), (expected, reviewed)
    assert len(reviewed) == 3, reviewed
    assert any("Lesquels ?" in note.get("text", "") for note in report["notes"]), report["notes"]
    text = collection.read_text(encoding="utf-8")
    assert "combien de jours ils restent" in text
    assert "la plateforme {{ platform.name }} utilise, à quoi ils servent, combien de jours" in text
    return f"{len(reviewed)} proposals"


def main():
    tests = [
        examples_are_printed_whole,
        generated_charters_are_printed_whole,
        headers_of_tables_stand_on_every_page,
        what_is_only_saved_again_proposes_nothing,
        a_review_comes_back_as_proposals,
    ]
    failed = 0
    with Office() as office, tempfile.TemporaryDirectory() as folder:
        for test in tests:
            try:
                print(f"ok      {test.__name__} ({test(office, Path(folder))})", flush=True)
            except (AssertionError, OSError, subprocess.SubprocessError) as error:
                failed += 1
                print(f"FAILED  {test.__name__}: {error}", flush=True)
        kept = os.environ.get("KEEP")
        if kept:
            shutil.copytree(folder, kept, dirs_exist_ok=True)
    sys.exit(1 if failed else 0)


main()
