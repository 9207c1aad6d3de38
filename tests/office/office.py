"""LibreOffice without a window, with settings of its own, that closes when it is done with."""

import shutil
import subprocess
import tempfile
import time
from pathlib import Path


class Office:
    def __enter__(self):
        self.profile = tempfile.mkdtemp(prefix="office-")
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.profile, ignore_errors=True)

    def command(self, *arguments):
        settings = f"-env:UserInstallation=file://{self.profile}"
        return ["soffice", "--headless", "--norestore", settings, *map(str, arguments)]

    def convert(self, files, to, folder):
        """Converts files all at once, and gives where each then is."""
        folder = Path(folder)
        folder.mkdir(parents=True, exist_ok=True)
        command = self.command("--convert-to", to, "--outdir", folder, *files)
        done = subprocess.run(command, capture_output=True, text=True, timeout=600)
        assert done.returncode == 0, done.stderr
        made = [folder / (Path(file).stem + "." + to.split(":")[0]) for file in files]
        for path in made:
            assert path.exists(), f"LibreOffice did not make {path}"
        return made

    def work_on(self, source, target, work):
        """Opens a document, lets work be done on it through LibreOffice's own doors, and saves it
        as another."""
        import uno
        from com.sun.star.beans import PropertyValue
        from com.sun.star.connection import NoConnectException

        def setting(name, value):
            one = PropertyValue()
            one.Name, one.Value = name, value
            return one

        pipe = f"office{time.monotonic_ns()}"
        office = subprocess.Popen(self.command(f"--accept=pipe,name={pipe};urp;"))
        try:
            local = uno.getComponentContext()
            resolver = local.ServiceManager.createInstanceWithContext(
                "com.sun.star.bridge.UnoUrlResolver", local
            )
            address = f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext"
            for _ in range(240):
                try:
                    context = resolver.resolve(address)
                    break
                except NoConnectException:
                    time.sleep(0.25)
            else:
                raise AssertionError("LibreOffice did not start")
            desktop = context.ServiceManager.createInstanceWithContext(
                "com.sun.star.frame.Desktop", context
            )
            url = uno.systemPathToFileUrl
            document = desktop.loadComponentFromURL(
                url(str(Path(source).resolve())), "_blank", 0, (setting("Hidden", True),)
            )
            work(document)
            filter = setting("FilterName", "MS Word 2007 XML")
            document.storeToURL(url(str(Path(target).resolve())), (filter,))
            document.close(True)
            desktop.terminate()
            office.wait(60)
        finally:
            office.kill()
