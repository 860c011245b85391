# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Builds the shared library from the sources around this folder, and puts it into the package."""
import os
import shutil
import subprocess
from pathlib import Path

from setuptools import Distribution, setup
from setuptools.command.build_py import build_py

ROOT = Path(__file__).resolve().parents[2]


def version():
    lines = (ROOT / "metadata.ini").read_text(encoding="utf-8").splitlines()
    return next(line.split("=", 1)[1].strip() for line in lines if line.split("=")[0].strip() == "version")


def build_library():
    """The path of the library: FLEXWM_LIBRARY, or one that is compiled in build/python of the sources."""
    if os.environ.get("FLEXWM_LIBRARY"):
        return Path(os.environ["FLEXWM_LIBRARY"])
    if not (ROOT / "configure").exists():
        subprocess.run(["sh", "./bootstrap"], cwd=ROOT, check=True)
    build = ROOT / "build" / "python"
    build.mkdir(parents=True, exist_ok=True)
    if not (build / "config.status").exists():
        subprocess.run([str(ROOT / "configure"), "--disable-static"], cwd=build, check=True)
    subprocess.run(["make", f"-j{os.cpu_count()}", "src/libflexwm.la"], cwd=build, check=True)
    return next(path for path in (build / "src" / ".libs").glob("libflexwm.*") if not path.is_symlink()
                and path.suffix not in (".a", ".la", ".lai", ".exp"))


class BuildWithLibrary(build_py):
    def run(self):
        super().run()
        library = build_library()
        suffix = ".dylib" if library.suffix == ".dylib" else ".so"
        package = Path(__file__).parent / "flexwm" if self.editable_mode else Path(self.build_lib) / "flexwm"
        package.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(library, package / f"libflexwm{suffix}")


class Binary(Distribution):
    """A wheel belongs to one kind of machine, but to any Python 3."""

    def has_ext_modules(self):
        return True


commands = {"build_py": BuildWithLibrary}
try:
    from setuptools.command.bdist_wheel import bdist_wheel
except ImportError:
    from wheel.bdist_wheel import bdist_wheel


class AnyPython(bdist_wheel):
    def get_tag(self):
        return "py3", "none", super().get_tag()[2]


setup(version=version(), cmdclass={**commands, "bdist_wheel": AnyPython}, distclass=Binary)
