"""The files of this folder: YAML in a checkout, the same as JSON in the package that is built of it.

JSON is read some forty times as fast. The build (hatch_build.py) puts it in the YAML's place, so that there
is never one beside the other that could be stale; it holds data only, and is read the same by any Python.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

STEMMED = ".stemmed"
"""What follows a language's code in the name of what the build made of its words (`match.terms.stemmed`)."""
_HERE = Path(__file__).parent


def names(folder: Path = _HERE) -> frozenset[str]:
    """The names of the folder's files, without their endings and without what a build adds."""
    stems = (path.stem for path in folder.iterdir() if path.suffix in {".yaml", ".json"})
    return frozenset(stem for stem in stems if not stem.endswith(STEMMED))


def table(name: str, folder: Path = _HERE) -> Any:
    """What a file holds: mappings and lists of texts. Raises OSError where there is none of this name."""
    source = folder / f"{name}.yaml"
    if not source.is_file():
        return json.loads(source.with_suffix(".json").read_bytes())
    import yaml

    # the base loader keeps every scalar a text: `on` and `no` are words here
    return yaml.load(source.read_bytes(), Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))


def built(name: str, folder: Path = _HERE) -> Any:
    """What a file holds that only a build makes; None in a checkout."""
    made = folder / f"{name}.json"
    return json.loads(made.read_bytes()) if made.is_file() else None
