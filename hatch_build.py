"""What a build of the package does besides copying: each language file goes into the wheel as JSON, in its
YAML's place. An editable install has none of it, and reads the YAML."""

import json
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
            made = Path(self.written.name, source.stem).with_suffix(".json")
            held = yaml.load(source.read_bytes(), Loader=yaml.BaseLoader)
            made.write_text(json.dumps(held, ensure_ascii=False, separators=(",", ":")), "utf-8")
            build_data["force_include"][str(made)] = f"{LANGUAGE}/{made.name}"

    def finalize(self, version: str, *_: object) -> None:
        if version != "editable":
            self.written.cleanup()
