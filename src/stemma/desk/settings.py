"""Settings from `stemma.toml`: one table for each room, one entry for each field of its rules."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path
from typing import Any

from stemma.model import UsageError

# Which class holds a room's rules; a room is imported only where a setting of it is given.
RULES = {
    "intake": "IntakeRules",
    "reports": "ReportRules",
    "readings": "ReadingRules",
    "matches": "MatchRules",
    "stories": "StoryRules",
    "engines": "EngineRules",
}
FILE = "stemma.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The rules of those rooms that are not as they ship; `told` is what was set, as a stamp carries it."""

    rules: Mapping[str, Any] = field(default_factory=dict)
    told: Mapping[str, str] = field(default_factory=dict)

    def of(self, room: str) -> dict[str, Any]:
        """Give the keyword arguments by which a room's entry takes its rules: none where they are as they ship."""
        return {"rules": self.rules[room]} if room in self.rules else {}

    def rules_of(self, room: str) -> Any:
        """Give the rules of a room, as they ship where nothing is set."""
        return self.rules.get(room) or shipped(room)

    def but(self, room: str, **values: Any) -> "Settings":
        """Give the same settings but for some of one room; those that are None stay as they are.

        >>> Settings().but("readings", reader="fast").told
        {'readings.reader': 'fast'}
        """
        given = {name: value for name, value in values.items() if value is not None}
        if not given:
            return self
        rules = replace(self.rules_of(room), **given)
        told = {f"{room}.{name}": str(value) for name, value in given.items()}
        return Settings(rules={**self.rules, room: rules}, told={**self.told, **told})


def settings_in_force(path: Path | None = None) -> Settings:
    """Give the settings of a file: the one given, the one that STEMMA_SETTINGS names, or `stemma.toml` in this folder.

    Raises UsageError with one line where the file cannot be read or holds what no room knows.
    """
    named = path or (Path(os.environ["STEMMA_SETTINGS"]) if os.environ.get("STEMMA_SETTINGS") else None)
    if named is None and not Path(FILE).is_file():
        return Settings()
    return read_settings(named or Path(FILE))


def read_settings(path: Path) -> Settings:
    """Give the settings that a file holds; raises UsageError."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}; give the path of a settings file") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: not TOML ({' '.join(str(error).split())}); correct it") from error
    rules: dict[str, Any] = {}
    told: dict[str, str] = {}
    for room, table in tables.items():
        if room not in RULES:
            raise UsageError(f"{path}: no room is called [{room}]{_near(room, RULES)}")
        if not isinstance(table, Mapping):
            raise UsageError(f"{path}: {room} is a room; write its settings under [{room}]")
        rules[room] = _filled(path, room, table)
        told |= {f"{room}.{name}": str(value) for name, value in table.items()}
    return Settings(rules=rules, told=told)


def shipped(room: str) -> Any:
    """Give the rules of a room as they ship."""
    return getattr(import_module(f"stemma.{room}"), RULES[room])()


def _filled(path: Path, room: str, table: Mapping[str, Any]) -> Any:
    rules = shipped(room)
    known = {one.name: one for one in fields(rules)}
    for name, value in table.items():
        if name not in known:
            raise UsageError(f"{path}: [{room}] has no setting {name}{_near(name, known)}")
        if not _fits(value, getattr(rules, name)):
            raise UsageError(f"{path}: [{room}] {name} is {value!r}; give a value like {getattr(rules, name)!r}")
    return replace(rules, **{name: _as(getattr(rules, name), value) for name, value in table.items()})


def _fits(value: object, default: object) -> bool:
    """Say whether a value is of the kind of the default: a number for a number, whole where it is whole."""
    if isinstance(default, bool) or isinstance(value, bool):
        return isinstance(default, bool) and isinstance(value, bool)
    if isinstance(default, float):
        return isinstance(value, int | float)
    if isinstance(default, tuple):
        return isinstance(value, list) and all(isinstance(one, str | int | float) for one in value)
    return isinstance(value, type(default))


def _as(default: object, value: object) -> object:
    if isinstance(default, float) and isinstance(value, int):
        return float(value)
    return tuple(value) if isinstance(default, tuple) and isinstance(value, list) else value


def _near(name: str, known: Mapping[str, object]) -> str:
    near = get_close_matches(name, list(known), n=1)
    return f"; did you mean {near[0]}?" if near else f"; there is {', '.join(sorted(known))}"
