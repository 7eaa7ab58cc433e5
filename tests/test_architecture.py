"""The walls of the house: import contracts, public surfaces, cheap imports."""

from __future__ import annotations

import importlib
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest
from importlinter.api import read_configuration
from importlinter.application.use_cases import lint_imports

import gazetteer
import geo

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted(
    info.name
    for package in (geo, gazetteer)
    for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    # The build's sources need packages that only a rebuild installs.
    if not info.name.startswith(("gazetteer.sources", "gazetteer.build"))
)


def test_import_contracts_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert read_configuration(str(ROOT / "pyproject.toml"))["contracts_options"]
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), cache_dir=None)


@pytest.mark.parametrize("name", MODULES)
def test_all_names_exist(name: str) -> None:
    module = importlib.import_module(name)
    assert hasattr(module, "__all__"), f"{name} has no __all__"
    missing = [public for public in module.__all__ if not hasattr(module, public)]
    assert not missing


def test_command_line_starts_without_the_heavy_libraries() -> None:
    heavy = ("folium", "geopandas", "pandas", "shapely", "numpy")
    code = f"import sys, geo.cli; print([m for m in {heavy!r} if m in sys.modules])"
    loaded = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert loaded.stdout.strip() == "[]"
