"""One file = one section of a report: `TITLE` and `render(facts) -> list[Flowable]`, with `ROOM` the points that its start needs on a page.

Their order stands in report.py. A section reads the facts and nothing else, and sets its pages with `layout` only.
"""
