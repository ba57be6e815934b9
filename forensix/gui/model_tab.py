"""The model card: what the network was made from, what it was measured on, how reliable its probabilities were, and where it ends."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from forensix.domain.case import Side
from forensix.gui.bench import Urgency
from forensix.gui.failure import Notice
from forensix.gui.model_facts import Measure, ModelFacts, facts_of, names_of
from forensix.gui.parts import Sheet, label, scrolled, scrolling
from forensix.gui.reliability_plot import ReliabilityPlot
from forensix.gui.session import Session
from forensix.gui.wording import isolated, measure_word, side_word, tr

MONTHS = ("bone_age_mad_months",)
PLAIN = ("auc", "cllr", "expected_calibration_error")


class ModelTab(QWidget):
    """Reads bundles on the bench; a damaged one says so instead of showing numbers."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.facts: ModelFacts | None = None
        self.notice = Notice()
        self.names = QComboBox()
        self.names.setAccessibleName(self.tr("Model"))
        self.names.setToolTip(self.tr("Models at hand; the first is the one in use"))
        self.names.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.validated = label("", wrap=True, says=self.tr("What the model was validated for"))
        self.measured = label("", "heading", wrap=True)
        self.grid = QWidget()
        self.rows = QGridLayout(self.grid)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setHorizontalSpacing(10)
        self.plot_title = label(self.tr("Reliability"), "heading")
        self.plot = ReliabilityPlot()
        explained = self.tr(
            "Each point: hands that were given about this probability, and the share recorded as male, with its 95 % interval and n."
        )
        self.plot_said = label(explained, "faint", wrap=True)
        self.limits = label("", wrap=True, says=self.tr("Limits of the model"))
        self.made = label("", "faint", wrap=True, says=self.tr("How the model was made"))
        self._lay_out()
        self.names.activated.connect(self._choose)
        self.show_facts(None)

    def _lay_out(self) -> None:
        inside = Sheet()
        column = QVBoxLayout(inside)
        column.setContentsMargins(8, 8, 8, 8)
        self.interval = label("", "faint", wrap=True)
        for widget in (
            self.validated,
            self.measured,
            self.grid,
            self.interval,
            self.plot_title,
            self.plot,
            self.plot_said,
            self.limits,
            self.made,
        ):
            column.addWidget(widget)
        column.addStretch(1)
        outer = scrolled(self)
        for part in (self.names, self.notice):
            outer.addWidget(part)
        area = scrolling(inside)
        area.setAccessibleName(self.tr("Model card"))
        area.setMinimumHeight(120)
        outer.addWidget(area, 1)

    def refresh(self) -> None:
        """Read which models there are, and show the one in use, unless one was chosen."""
        if not self.session.ready:
            return
        wanted = self.names.currentText()

        def read(laboratory: Any, progress: Any) -> tuple[list[str], ModelFacts]:
            names = names_of(laboratory)
            return names, facts_of(laboratory, wanted if wanted in names else names[0])

        self.session.act(self, read, self._read, title="", urgency=Urgency.LOOK)

    def forget(self) -> None:
        """Another casebook or other settings: the choice is open again."""
        self.names.clear()
        self.show_facts(None)

    def _read(self, answer: tuple[list[str], ModelFacts]) -> None:
        names, facts = answer
        self.names.clear()
        self.names.addItems(names)
        self.names.setCurrentText(facts.name)
        self.show_facts(facts)

    def _choose(self) -> None:
        name = self.names.currentText()
        if self.session.ready and name:
            self.session.act(self, lambda laboratory, progress: facts_of(laboratory, name), self.show_facts, title="", urgency=Urgency.LOOK)

    def show_facts(self, facts: ModelFacts | None) -> None:
        """Show a model; None shows nothing."""
        self.facts = facts
        self.notice.clear()
        if facts is not None and facts.damage:
            self.notice.say(facts.damage, failed=True)
        sound = facts is not None and not facts.damage
        tables: Mapping[str, Any] = facts.tables if facts is not None else {}
        self.validated.setText("\n".join((*_site(facts.site), _validated(tables["validated"]))) if facts is not None and sound else "")
        self._fill(facts.measures if facts is not None else ())
        part = facts.part if facts is not None else ""
        self.measured.setText(self.tr("Measured on the part “{part}”, kept apart from training").format(part=part) if part else "")
        self.plot.show_bins(facts.bins if facts is not None else ())
        said = self.tr("In brackets the 95 % interval.")
        both = self.tr(
            "Each hand was read both ways, as one of unknown side is; a report on one of known side has those of single readings."
        )
        self.interval.setText(f"{said} {both}" if facts is not None and facts.read_both else said)
        self.interval.setVisible(bool(facts is not None and facts.measures))
        for widget in (self.plot_title, self.plot_said):
            widget.setVisible(bool(facts is not None and facts.bins))
        self.limits.setText(_limits(tables) if sound else "")
        self.made.setText(_made(tables) if sound else "")

    def _fill(self, measures: tuple[Measure, ...]) -> None:
        while (item := self.rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for at, measure in enumerate(measures):
            name = label(measure_word(measure.name), wrap=True)
            name.setMinimumWidth(100)
            value = label(_value(measure))
            value.setAccessibleName(f"{measure_word(measure.name)}: {_value(measure)}, n = {measure.n}")
            self.rows.addWidget(name, at, 0)
            self.rows.addWidget(value, at, 1)
            self.rows.addWidget(label(f"n = {measure.n}", "faint"), at, 2)
        self.rows.setColumnStretch(0, 1)


def _value(measure: Measure) -> str:
    values = (measure.value, measure.low, measure.high)
    if measure.name in MONTHS:
        shown, unit = [f"{value:.1f}" for value in values], ""
    elif measure.name in PLAIN:
        shown, unit = [f"{value:.3f}" for value in values], ""
    else:
        shown, unit = [f"{100 * value:.1f}" for value in values], " %"
    return f"{shown[0]}{unit}  ({shown[1]}\N{EN DASH}{shown[2]})"


def _validated(validated: Mapping[str, Any]) -> str:
    months = validated.get("months", ("?", "?"))
    lines = [
        tr("Validated for estimated skeletal ages of {low} to {high} months.").format(low=f"{months[0]:g}", high=f"{months[1]:g}"),
        _sentence(str(validated.get("population", ""))),
        tr("Living or remains: {who}").format(who=validated.get("living", "")),
        tr("Adults: {what}").format(what=validated["adults"]) if validated.get("adults") else "",
    ]
    return "\n".join(line for line in lines if line)


def _site(name: str) -> list[str]:
    """What a site record that is in use changes of all that follows."""
    said = tr("The site record of {name} is in use: its calibration, bounds, validated range and rule hold in the place of these.")
    return [said.format(name=name)] if name else []


def _sentence(words: str) -> str:
    """A card's words as a line of their own."""
    return words[:1].upper() + words[1:]


def _limits(tables: Mapping[str, Any]) -> str:
    validated = tables["validated"]
    lines = [
        *_bounds(tables["calibration"]),
        str(validated.get("form", "")),
        tr("Side {side}, view {view}.").format(side=_side(str(validated.get("side", ""))), view=validated.get("view", "")),
        tr("An estimate is not an identification, and a heatmap shows where the network responded, not why."),
    ]
    return "\n".join(f"\N{BULLET} {line}" for line in lines if line)


def _bounds(calibration: Mapping[str, Any]) -> list[str]:
    """Between what the ratio stays; two lines where a hand that is read once has a calibration of its own."""
    hands, once = calibration["n_female"] + calibration["n_male"], calibration.get("once")
    if not once:
        said = tr("The likelihood ratio is bounded: log10 {bound}, which {n} calibration hands support; more is never claimed.")
        return [said.format(bound=_bound(calibration), n=hands)]
    said = tr("The likelihood ratio is bounded by what {n} calibration hands support; more is never claimed:")
    sides = (
        tr("Side known, the hand is read once: log10 {bound}").format(bound=_bound({**calibration, **once})),
        tr("Side unknown, it is read both ways: log10 {bound}").format(bound=_bound(calibration)),
    )
    return ["\n   ".join((said.format(n=hands), *sides))]


def _bound(calibration: Mapping[str, Any]) -> str:
    signed = (f"{calibration[name]:+.2f}".replace("-", "\N{MINUS SIGN}") for name in ("log10_lr_low", "log10_lr_high"))
    low, high = map(isolated, signed)
    return tr("{low} to {high}").format(low=low, high=high)


def _side(word: str) -> str:
    """A card's word for the side of the hand, in the window's language."""
    return side_word(Side(word)) if word in {side.value for side in Side} else word


def _grouped(sha256: str) -> str:
    """A hash in groups, so that it can be compared by eye and the line can be broken."""
    return " ".join(sha256[at : at + 16] for at in range(0, len(sha256), 16))


def _made(tables: Mapping[str, Any]) -> str:
    training, licence = tables["training"], tables["licence"]
    lines = (
        tr("Recipe {recipe}, backbone {backbone}, weights SHA-256 {sha256}").format(
            recipe=tables["recipe"], backbone=tables["backbone"], sha256=_grouped(tables["weights_sha256"])
        ),
        tr("Trained on {n} subjects, from {start}, {device}, seed {seed}").format(
            n=training["subjects"], start=training["start"], device=training["device"], seed=training["seed"]
        ),
        str(licence.get("note", "")),
        str(licence.get("citation", "")),
    )
    return "\n".join(line for line in lines if line)
