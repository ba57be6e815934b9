"""Shortcuts: the key that an action ships with names it, and the examiner may choose another for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QWidget

CHOSEN = "forensix_keys"
SHIPPED = "forensix_shipped_key"
TIP = "forensix_tip"


def choose(chosen: Mapping[str, str]) -> None:
    """Let every action made from now on take its chosen key; `chosen` maps the key that ships to the one wanted, "" for none."""
    app = QCoreApplication.instance()
    if app is not None:
        app.setProperty(CHOSEN, dict(chosen))


def key_of(shipped: str) -> QKeySequence:
    """The key that works where `shipped` ships."""
    app = QCoreApplication.instance()
    chosen = cast(dict[str, str], app.property(CHOSEN) or {}) if app is not None else {}
    return QKeySequence(chosen.get(shipped, shipped))


def tell(part: QAction | QWidget, shipped: str, tip: str) -> None:
    """Put `tip`, ending with the key that works, on an action or button, and remember both for a later choice."""
    part.setProperty(SHIPPED, shipped)
    part.setProperty(TIP, tip)
    part.setToolTip(with_key(tip, key_of(shipped)))


def with_key(tip: str, key: QKeySequence) -> str:
    shown = shown_key(key)
    return f"{tip} ({shown})" if shown else tip


def shown_key(key: QKeySequence) -> str:
    return key.toString(QKeySequence.SequenceFormat.NativeText)


def actions_of(window: QObject) -> list[QAction]:
    """The window's actions that have a key or could have one, in the order in which they were made."""
    return [one for one in window.findChildren(QAction) if one.property(SHIPPED)]


def follow(window: QObject) -> None:
    """Give the actions and buttons that are there the keys that are chosen now."""
    for one in actions_of(window):
        one.setShortcut(key_of(str(one.property(SHIPPED))))
        tell(one, str(one.property(SHIPPED)), str(one.property(TIP)))
    for push in window.findChildren(QAbstractButton):
        if push.property(SHIPPED):
            tell(push, str(push.property(SHIPPED)), str(push.property(TIP)))


def conflict(keys: Mapping[str, str], shipped: str, wanted: str) -> str:
    """The shipped key of another action that has `wanted` already, or would swallow it as the first of two strokes; "" when free.

    Parameters
    ----------
    keys : mapping
        Shipped key -> the key that works, for every action.
    """
    new = QKeySequence(wanted)
    if new.isEmpty():
        return ""
    for other, key in keys.items():
        held = QKeySequence(key)
        none = QKeySequence.SequenceMatch.NoMatch
        if other != shipped and not held.isEmpty() and (held.matches(new) != none or new.matches(held) != none):
            return other
    return ""
