"""The scheme of an incident's case numbers: shown, tried on an example as it is typed, and set by an act."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from forensix.domain.errors import CaseConflict
from forensix.domain.numbering import NumberScheme
from forensix.gui.act_dialog import ActDialog, form, named
from forensix.gui.bench import Progress
from forensix.gui.parts import label
from forensix.gui.session import Session

if TYPE_CHECKING:
    from forensix.laboratory import Laboratory

LINES = 3
TOLD = 6
"""How many numbers that do not follow a scheme are named."""


class SchemeDialog(ActDialog):
    """One mask to a line; a number that follows none of them is refused from then on."""

    def __init__(self, session: Session, incident: str, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._incidents = {one.id: one.name for one in session.casebook.incidents()} if session.casebook is not None else {}
        self._numbers = [(one.incident_id, one.number) for one in session.casebook.cases()] if session.casebook is not None else []
        self.held = NumberScheme()
        """What the incident has now."""
        self.incident = named(QComboBox(editable=True), self.tr("Incident; it may be yet to come"))
        self.incident.addItems(sorted(set(self._incidents.values())))
        self.incident.setCurrentText(incident)
        self.masks = named(QPlainTextEdit(tabChangesFocus=True), self.tr("Masks of case numbers, one to a line"))
        self.masks.setPlaceholderText("PM-####\nAM-####")
        self.masks.setFixedHeight(LINES * self.masks.fontMetrics().lineSpacing() + 14)
        self.legend = label(self.tr("# is a digit, @ a capital letter, + one or more of the one before it. One mask to a line."), "faint")
        self.example = named(QLineEdit(), self.tr("A number to try the scheme on"))
        self.example.setPlaceholderText(self.tr("type a number to try it"))
        self.now = label("", wrap=True, says=self.tr("The scheme that holds now"))
        self.verdict = label("", wrap=True, says=self.tr("Whether the example follows the scheme"))
        self.effect = label("", "faint", wrap=True, says=self.tr("What the scheme does"))
        self.lay_out(
            self.tr("Number scheme"),
            self.tr("&Set the scheme"),
            form(
                (self.tr("Incident"), self.incident),
                (self.tr("Now"), self.now),
                (self.tr("Scheme"), self.masks),
                ("", self.legend),
                (self.tr("Example"), self.example),
                ("", self.verdict),
            ),
            self.effect,
        )
        self.incident.currentTextChanged.connect(self.follow)
        self.incident.activated.connect(self._read)
        line = self.incident.lineEdit()
        if line is not None:
            line.editingFinished.connect(self._read)
        self.masks.textChanged.connect(self.follow)
        self.example.textChanged.connect(self.follow)
        self._read()

    def wanted(self) -> tuple[str, ...]:
        """The masks as they stand in the dialog."""
        return tuple(line.strip() for line in self.masks.toPlainText().splitlines() if line.strip())

    def unlike(self, scheme: NumberScheme) -> list[str]:
        """Numbers of the incident's cases that do not follow a scheme."""
        return [number for of, number in self._numbers if self._incidents[of] == self._name() and not scheme.fits(number)]

    def follow(self) -> None:
        super().follow()
        self._try()

    def _missing(self) -> str:
        if not self._name():
            return self.tr("Name the incident.")
        try:
            wanted = NumberScheme(self.wanted())
        except CaseConflict as error:
            return f"{error.message} {error.remedy}"
        if wanted == self.held:
            return self.tr("Nothing is changed yet.")
        return ""

    def _name(self) -> str:
        return self.incident.currentText().strip()

    def _try(self) -> None:
        """Hold the example and the known numbers against what is typed."""
        try:
            scheme = NumberScheme(self.wanted())
        except CaseConflict:
            self.verdict.clear()
            self.effect.clear()
            return
        number = self.example.text().strip()
        said = self.tr("{number} follows the scheme.") if scheme.fits(number) else self.tr("{number} does not follow it, and is refused.")
        self.verdict.setText(said.format(number=number) if number else "")
        self.effect.setText(self._effect(scheme, self.unlike(scheme)))
        self.fit()

    def _effect(self, scheme: NumberScheme, unlike: Sequence[str]) -> str:
        if not scheme.masks:
            return self.tr("Without a mask any number is taken.")
        said = self.tr("A number that does not follow the scheme is refused when a case is opened or its number is corrected.")
        if not unlike:
            return said
        stays = self.tr("Given before, not following it, and left as they are: {numbers}.")
        return f"{said} {stays.format(numbers=_few(unlike))}"

    def _read(self) -> None:
        """Another incident was named: what it has now."""
        name = self._name()

        def read(laboratory: Laboratory, progress: Progress) -> NumberScheme:
            from forensix.laboratory.numbering import scheme_of

            return scheme_of(laboratory.casebook, name)

        def shown(held: NumberScheme) -> None:
            if name != self._name():
                return
            untouched = self.wanted() == self.held.masks
            self.held = held
            self.now.setText(str(held) or self.tr("none: any number is taken"))
            if untouched:
                self.masks.setPlainText("\n".join(held.masks))
            self.follow()

        self.look(read, shown)

    def _act(self) -> None:
        incident, masks = self._name(), self.wanted()

        def done(unlike: tuple[str, ...]) -> None:
            said = self.tr("The number scheme of {incident} is set.") if masks else self.tr("{incident} has no number scheme any more.")
            stays = self.tr("Not following it, and left as they are: {numbers}.").format(numbers=_few(unlike)) if unlike else ""
            self.finish(f"{said.format(incident=incident)} {stays}".strip())

        title = self.tr("setting the number scheme")
        self.work(lambda laboratory, progress: laboratory.set_number_scheme(incident, masks), done, title)


def _few(numbers: Sequence[str]) -> str:
    """The first of some numbers, and that there are more."""
    more = f" \N{HORIZONTAL ELLIPSIS} ({len(numbers)})" if numbers[TOLD:] else ""
    return ", ".join(numbers[:TOLD]) + more
