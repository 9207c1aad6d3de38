#!/usr/bin/env python3
"""What exporting costs, beside public tools on the same charters in the same run.

    benches/export.py            200 charters, then up to 5,000
    benches/export.py --quick    200 charters alone

It builds the program for release, makes collections with the example `make_collection`, and prints
ratios: a machine is noisy, and another one is faster. Needs pandoc and soffice (Debian: pandoc,
libreoffice-writer); what is missing is said and left out. Memory is the largest that a process and
those that it started had (getrusage).
"""

import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
LANGUAGES = 2


def main():
    build = ["cargo", "build", "--release", "--locked", "--bin", "chartrier", "--example", "make_collection"]
    subprocess.run(build, cwd=ROOT, check=True)
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        beside_tools(folder, 200)
        if "--quick" not in sys.argv:
            growth(folder, [200, 1000, 5000])


def beside_tools(folder, charters):
    collection = make(folder, charters)
    pages = folder / "pages"
    html = export(collection, pages, "html")
    pdf = export(collection, pages, "pdf")
    export(collection, pages, "markdown")
    export(collection, pages, "docx")
    print(f"{charters} charters")
    print(f"  HTML  {html:8.2f} s, {html / charters * 1000:6.2f} ms each")
    print(f"  PDF   {pdf:8.2f} s, {pdf / charters * 1000:6.2f} ms each")
    if tool("pandoc"):
        sources = sorted(pages.glob("*/*/charter.md"))
        pandoc = timed(lambda: [to_html(source) for source in sources])
        print(f"  pandoc, one by one       {pandoc:8.2f} s: HTML is {pandoc / html:.0f} times as fast")
    if tool("soffice"):
        office = folder / "office"
        office.mkdir()
        sources = [named_apart(source, office) for source in sorted(pages.glob("*/*/charter.docx"))]
        convert = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", office / "pdf", *sources]
        soffice = timed(lambda: subprocess.run(convert, check=True, stdout=subprocess.DEVNULL))
        made = len(list((office / "pdf").glob("*.pdf")))
        print(f"  soffice, one for all     {soffice:8.2f} s for {made}: PDF is {soffice / pdf:.1f} times as fast")


def growth(folder, counts):
    print("growth, all usual formats")
    for charters in counts:
        collection = make(folder, charters)
        out = folder / f"grown-{charters}"
        took, memory = measured(command(collection, out, []))
        print(f"  {charters:5} charters: {took:7.2f} s, {took / charters * 1000:6.2f} ms each, {memory:4.0f} MB at most")
        again, memory = measured(command(collection, out, []))
        print(f"        again, nothing new: {again:7.2f} s, {memory:4.0f} MB at most")
        shutil.rmtree(out)


def make(folder, charters):
    """A collection whose platforms have so many charters in all, one in each language."""
    path = folder / f"{charters}.ron"
    maker = ROOT / "target/release/examples/make_collection"
    subprocess.run([maker, "--platforms", str(charters // LANGUAGES), "--out", path], check=True)
    return path


def command(collection, out, formats):
    chosen = [option for name in formats for option in ("--format", name)]
    return [ROOT / "target/release/chartrier", "export", collection, "--out", out, *chosen]


def export(collection, out, name):
    took, _ = measured(command(collection, out, [name]))
    return took


def measured(arguments):
    """The seconds that a command took, and the memory in MB that it had at most."""
    script = (
        "import resource, subprocess, sys, time\n"
        "began = time.monotonic()\n"
        "subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)\n"
        "took = time.monotonic() - began\n"
        "print(took, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)\n"
    )
    ran = subprocess.run([sys.executable, "-c", script, *arguments], check=True, stdout=subprocess.PIPE, text=True)
    took, memory = ran.stdout.split()
    return float(took), float(memory)


def timed(work):
    began = time.monotonic()
    work()
    return time.monotonic() - began


def to_html(source):
    target = source.with_suffix(".pandoc.html")
    arguments = ["pandoc", "--standalone", "--metadata", "title=-", source, "-o", target]
    subprocess.run(arguments, check=True)


def named_apart(source, folder):
    """A copy of a charter under a name of its own, since all are called alike."""
    language, platform = source.parent.name, source.parent.parent.name
    return shutil.copy(source, folder / f"{platform}-{language}{source.suffix}")


def tool(name):
    if shutil.which(name):
        return True
    print(f"  {name} is not there: not compared")
    return False


if __name__ == "__main__":
    main()
