"""What a build makes that the repository does not hold: browser code and the gazetteer's index.

Both are written into the tree they are built from (git-ignored), so that tests and
an editable installation run from the same files that a wheel carries.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        root = Path(self.root)
        sys.path.insert(0, str(root))
        try:
            assets = importlib.import_module("geo.web.assets")
            self.app.display_info("Browser code that package-lock.json names")
            assets.build_assets(root / "geo" / "web")
            if self.target_name == "wheel":
                index = importlib.import_module("gazetteer.index")
                self.app.display_info("Expanding the gazetteer")
                index.expand(root / "gazetteer" / "data", root / "gazetteer" / "index")
        finally:
            sys.path.remove(str(root))
