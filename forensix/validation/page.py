"""An HTML page that a person can read and print: one file, no network, light and dark; tables with n and intervals, plots inside."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path
from typing import Any

STYLE = """
:root { color-scheme: light dark; --ink: #16202b; --paper: #ffffff; --soft: #5b6774; --line: #d5dbe1; --stripe: #f4f6f8;
  --accent: #2166ac; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6eaee; --paper: #14191f; --soft: #9aa7b4; --line: #343e48; --stripe: #1b222a; --accent: #7db3e6; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 62rem; padding: 2rem 1.25rem 4rem; background: var(--paper); color: var(--ink);
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .25rem; }
h2 { font-size: 1.15rem; margin: 2.4rem 0 .5rem; padding-top: .6rem; border-top: 2px solid var(--accent); }
p, li { max-width: 46rem; }
.soft, figcaption, caption { color: var(--soft); font-size: .87rem; }
.hash { font-family: ui-monospace, "DejaVu Sans Mono", monospace; font-size: .8rem; overflow-wrap: anywhere; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; margin: .6rem 0 .4rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; padding-bottom: .3rem; }
th, td { padding: .28rem .8rem .28rem .35rem; text-align: right; border-bottom: 1px solid var(--line); vertical-align: top; }
th:first-child, td:first-child { text-align: left; }
td { white-space: nowrap; }
td.text, th.text, td:first-child { text-align: left; white-space: normal; }
thead th { border-bottom: 2px solid var(--line); font-weight: 600; }
tbody tr:nth-child(even) { background: var(--stripe); }
.plots { display: grid; grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr)); gap: 1rem; }
figure { margin: 0; }
figure img { width: 100%; height: auto; background: #ffffff; border: 1px solid var(--line); border-radius: 4px; padding: .25rem; }
.note { border-left: 4px solid var(--accent); padding: .4rem .8rem; background: var(--stripe); max-width: 46rem; }
@media print {
  :root { --ink: #000000; --paper: #ffffff; --soft: #444444; --line: #bbbbbb; --stripe: #f4f4f4; --accent: #2166ac; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  td { white-space: normal; } h2 { break-after: avoid; } tr, figure { break-inside: avoid; } .plots { grid-template-columns: 1fr 1fr; }
}
"""


def page(title: str, parts: Iterable[str]) -> str:
    """The whole document around its parts, which are HTML already."""
    head = f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{escape(title)}</title>\n'
    view = '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    return f"{head}{view}<style>{STYLE}</style>\n</head>\n<body>\n<h1>{escape(title)}</h1>\n" + "\n".join(parts) + "\n</body>\n</html>\n"


def heading(text: str) -> str:
    return f"<h2>{escape(text)}</h2>"


def paragraph(text: str, kind: str = "") -> str:
    return f"<p{_class(kind)}>{escape(text)}</p>"


def table(columns: Sequence[str], rows: Iterable[Sequence[Any]], *, caption: str = "", text: Iterable[int] = ()) -> str:
    """A table; `text` are the columns, beside the first, that are set to the left."""
    left = set(text)

    def cells(values: Sequence[Any], tag: str) -> str:
        return "".join(f"<{tag}{_class('text' if at in left else '')}>{escape(str(value))}</{tag}>" for at, value in enumerate(values))

    body = "\n".join(f"<tr>{cells(row, 'td')}</tr>" for row in rows)
    said = f"<caption>{escape(caption)}</caption>" if caption else ""
    return f'<div class="wide"><table>{said}<thead><tr>{cells(columns, "th")}</tr></thead>\n<tbody>\n{body}\n</tbody></table></div>'


def figures(files: Iterable[tuple[Path, str]]) -> str:
    """SVG files that are there, side by side, each inside the page with its caption."""
    return '<div class="plots">' + "\n".join(_figure(file, words) for file, words in files if file.is_file()) + "</div>"


def share(metric: dict[str, Any] | None) -> tuple[str, str, str]:
    """(value, 95 % interval, n) of a proportion, in percent; dashes for what is not defined."""
    return _shown(metric, lambda value: f"{100 * value:.1f} %")


def number(metric: dict[str, Any] | None) -> tuple[str, str, str]:
    """The same of a metric that is no proportion."""
    return _shown(metric, lambda value: f"{value:.3f}" if abs(value) < 2 else f"{value:.1f}")


def _shown(metric: dict[str, Any] | None, form: Any) -> tuple[str, str, str]:
    if not metric or metric.get("value") is None:
        return ("–", "–", "–")
    between = f"{form(metric['low'])} to {form(metric['high'])}" if metric.get("low") is not None else "–"
    return (form(metric["value"]), between, str(metric.get("n", "–")))


def _figure(file: Path, words: str) -> str:
    source = base64.b64encode(file.read_bytes()).decode("ascii")
    return f'<figure><img alt="{escape(words)}" src="data:image/svg+xml;base64,{source}"><figcaption>{escape(words)}</figcaption></figure>'


def _class(name: str) -> str:
    return f' class="{name}"' if name else ""
