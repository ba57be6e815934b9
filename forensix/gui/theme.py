"""Dark and light: palettes, the few style rules, and the colours of marks; safe for colour blindness and gray printing."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of one theme. Sex has no colour of its own: place and word carry it.

    Parameters
    ----------
    line, edge : str
        What only parts one thing from another, and what shows that something can be pressed.
    saved : str
        The light of the bottom line; its sign and word say the same.
    """

    name: str
    window: str
    base: str
    raised: str
    text: str
    faint: str
    line: str
    edge: str
    accent: str
    on_accent: str
    warning: str
    on_warning: str
    saved: str


DARK = Theme(
    "dark",
    window="#23262b",
    base="#181a1e",
    raised="#2e3238",
    text="#eceef1",
    faint="#a9afb8",
    line="#454b54",
    edge="#7d848f",
    accent="#4c9be8",
    on_accent="#0b0d10",
    warning="#e8b34c",
    on_warning="#181a1e",
    saved="#5fbf8f",
)
LIGHT = Theme(
    "light",
    window="#f2f3f5",
    base="#ffffff",
    raised="#e4e6ea",
    text="#15181c",
    faint="#555c66",
    line="#b9bfc8",
    edge="#767d87",
    accent="#0b62b5",
    on_accent="#ffffff",
    warning="#8a5a00",
    on_warning="#ffffff",
    saved="#0f6b41",
)
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
    for one in (role.WindowText, role.Text, role.ButtonText, role.PlaceholderText):
        palette.setColor(QPalette.ColorGroup.Disabled, one, QColor(theme.faint).darker(130) if theme is DARK else QColor(theme.faint))
    return palette


def style_sheet_of(theme: Theme, points: float) -> str:
    """The style rules; `points` is the size of plain text, from which the larger ones follow."""
    return f"""
    QToolTip {{ color: {theme.text}; background: {theme.raised}; border: 1px solid {theme.line}; }}
    QDialog {{ border: 1px solid {theme.line}; }}
    QFrame#notice {{ border: 1px solid {theme.line}; border-left: 4px solid {theme.accent}; background: {theme.raised}; }}
    QFrame#notice[failed="true"] {{ border: 1px solid {theme.warning}; border-left: 6px solid {theme.warning}; }}
    QFrame#step {{ border: 1px solid {theme.line}; border-radius: 4px; }}
    QLabel#heading {{ font-weight: 600; }}
    QLabel#outcome {{ font-size: {2.2 * points:.1f}pt; font-weight: 700; }}
    QLabel#said {{ font-size: {1.35 * points:.1f}pt; }}
    QLabel#faint {{ color: {theme.faint}; }}
    QLabel#saved {{ color: {theme.saved}; }}
    QLabel#header {{ background: {theme.base}; padding: 3px 8px; }}
    QLabel#synthetic {{ background: {theme.warning}; color: {theme.on_warning}; font-weight: 700; padding: 3px 8px; }}
    QPushButton {{ background: {theme.raised}; border: 1px solid {theme.edge}; border-radius: 3px; padding: 4px 10px; }}
    QPushButton:hover {{ background: {theme.line}; }}
    QPushButton:pressed {{ background: {theme.base}; }}
    QPushButton:disabled {{ background: {theme.window}; border-color: {theme.line}; }}
    QPushButton#primary {{ background: {theme.accent}; color: {theme.on_accent}; border-color: {theme.accent}; font-weight: 600; }}
    QPushButton#primary:hover {{ border-color: {theme.text}; }}
    QPushButton#primary:disabled {{ background: {theme.window}; color: {theme.faint}; border-color: {theme.line}; }}
    QPushButton:focus {{ border: 2px solid {theme.accent}; padding: 3px 9px; }}
    QPushButton#primary:focus {{ border-color: {theme.text}; }}
    QToolButton#choice:checked {{ border: 2px solid {theme.accent}; border-radius: 3px; padding: 3px; }}
    QToolButton:focus {{ border: 2px solid {theme.accent}; border-radius: 3px; padding: 3px; }}
    QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
    QDialogButtonBox QPushButton {{ min-width: 5em; }}
    QSplitter::handle {{ background: {theme.line}; }}
    """


def theme_of(app: QApplication) -> Theme:
    """The theme that the application wears now; dark until one was put on."""
    return THEMES.get(str(app.property("forensix_theme")), DARK)


def wear(app: QApplication, name: str, text_size: int = 100) -> Theme:
    """Put a theme on the whole application; an unknown name gives the dark one.

    Parameters
    ----------
    text_size : int
        Per cent of the size that the system gives to its text.
    """
    theme = THEMES.get(name, DARK)
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    font.setPointSizeF(font.pointSizeF() * text_size / 100)
    app.setFont(font)
    app.setStyle("Fusion")
    app.setProperty("forensix_theme", theme.name)
    app.setPalette(palette_of(theme))
    app.setStyleSheet(style_sheet_of(theme, font.pointSizeF()))
    return theme
