"""What a build of the package does besides copying: each language file goes into the wheel as JSON, in its
YAML's place, and beside it the stems of its words. An editable install has none of it, and reads the YAML."""

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

LANGUAGE = "factcheck/language"


class LanguageFiles(BuildHookInterface[Any]):
    """The hook; pyproject.toml leaves the YAML out of the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        self.written = TemporaryDirectory()
        for source in sorted(Path(self.root, LANGUAGE).glob("*.yaml")):
            self._put(source.stem, yaml.load(source.read_bytes(), Loader=yaml.BaseLoader), build_data)
        sys.path.insert(0, self.root)
        from factcheck.language.lexicon import languages, load
        from factcheck.language.tables import STEMMED
        from factcheck.match.terms import stemmed, vocabulary

        for code in languages():
            self._put(code + STEMMED, stemmed(load(code), vocabulary(code).stem), build_data)

    def _put(self, name: str, held: Any, build_data: dict[str, Any]) -> None:
        made = Path(self.written.name, f"{name}.json")
        made.write_text(json.dumps(held, ensure_ascii=False, separators=(",", ":")), "utf-8")
        build_data["force_include"][str(made)] = f"{LANGUAGE}/{made.name}"

    def finalize(self, version: str, *_: object) -> None:
        if version != "editable":
            self.written.cleanup()
