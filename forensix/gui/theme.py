"""Dark and light: palettes, the few style rules, and the colours of marks; safe for colour blindness and gray printing."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of one theme. Sex has no colour of its own: place and word carry it."""

    name: str
    window: str
    base: str
    raised: str
    text: str
    faint: str
    line: str
    accent: str
    on_accent: str
    warning: str


DARK = Theme("dark", "#23262b", "#181a1e", "#2e3238", "#eceef1", "#a9afb8", "#454b54", "#4c9be8", "#0b0d10", "#e8b34c")
LIGHT = Theme("light", "#f2f3f5", "#ffffff", "#e4e6ea", "#15181c", "#555c66", "#b9bfc8", "#0b62b5", "#ffffff", "#8a5a00")
THEMES = {theme.name: theme for theme in (DARK, LIGHT)}


def palette_of(theme: Theme) -> QPalette:
    palette = QPalette(QColor(theme.raised), QColor(theme.window))
    role = QPalette.ColorRole
    colours = {
        role.Window: theme.window,
        role.WindowText: theme.text,
        role.Base: theme.base,
        role.AlternateBase: theme.raised,
        role.Text: theme.text,
        role.PlaceholderText: theme.faint,
        role.Button: theme.raised,
        role.ButtonText: theme.text,
        role.ToolTipBase: theme.raised,
        role.ToolTipText: theme.text,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.on_accent,
        role.Link: theme.accent,
        role.Accent: theme.accent,
        role.Mid: theme.line,
    }
    for one, colour in colours.items():
        palette.setColor(one, QColor(colour))
    for one in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, one, QColor(theme.faint).darker(130) if theme is DARK else QColor(theme.faint))
    return palette


def style_sheet_of(theme: Theme) -> str:
    on_warning = theme.on_accent if theme is LIGHT else theme.base
    return f"""
    QToolTip {{ color: {theme.text}; background: {theme.raised}; border: 1px solid {theme.line}; }}
    QFrame#notice {{ border: 1px solid {theme.line}; border-left: 4px solid {theme.accent}; background: {theme.raised}; }}
    QFrame#notice[failed="true"] {{ border: 1px solid {theme.warning}; border-left: 6px solid {theme.warning}; }}
    QFrame#step {{ border: 1px solid {theme.line}; border-radius: 4px; }}
    QLabel#heading {{ font-weight: 600; }}
    QLabel#outcome {{ font-size: 20pt; font-weight: 700; }}
    QLabel#said {{ font-size: 12pt; }}
    QLabel#faint {{ color: {theme.faint}; }}
    QLabel#header {{ background: {theme.base}; padding: 3px 8px; }}
    QLabel#synthetic {{ background: {theme.warning}; color: {on_warning}; font-weight: 700; padding: 3px 8px; }}
    QPushButton#primary {{ background: {theme.accent}; color: {theme.on_accent}; font-weight: 600; padding: 5px 12px; }}
    QPushButton#primary:disabled {{ background: {theme.raised}; color: {theme.faint}; }}
    QPushButton:focus, QToolButton:focus {{ border: 2px solid {theme.accent}; border-radius: 3px; padding: 3px; }}
    QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
    QSplitter::handle {{ background: {theme.line}; }}
    """


def theme_of(app: QApplication) -> Theme:
    """The theme that the application wears now; dark until one was put on."""
    return THEMES.get(str(app.property("forensix_theme")), DARK)


def wear(app: QApplication, name: str) -> Theme:
    """Put a theme on the whole application; an unknown name gives the dark one."""
    theme = THEMES.get(name, DARK)
    app.setStyle("Fusion")
    app.setProperty("forensix_theme", theme.name)
    app.setPalette(palette_of(theme))
    app.setStyleSheet(style_sheet_of(theme))
    return theme
