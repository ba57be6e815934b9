"""One file = one section of a report: `TITLE` and `render(facts) -> list[Flowable]`; their order stands in report.py."""
