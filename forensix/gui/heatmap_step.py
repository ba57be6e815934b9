"""After the estimate: the heatmap that came with it, and its checks; further ones on demand, by any method, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from forensix.domain.examination import Examination, Saliency
from forensix.domain.view import first_voi
from forensix.gui import heatmap
from forensix.gui.bench import Operation, Progress, Urgency
from forensix.gui.failure import Notice, show_failure
from forensix.gui.parts import button, label, narrow, step_frame
from forensix.gui.printed_words import as_printed
from forensix.gui.session import Session

if TYPE_CHECKING:
    from numpy import uint8
    from numpy.typing import NDArray

    from forensix.laboratory import Laboratory
    from forensix.laboratory.explaining import Choices

Made = tuple["tuple[Saliency, NDArray[uint8]]", ...]


class HeatmapStep(QWidget):
    """Handed an examination only once it may be seen; what it makes is kept in custody by the laboratory."""

    shown = Signal(object)
    """The `Saliency` that the radiograph shall show now."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.current: Saliency | None = None
        self._examination: Examination | None = None
        self._asked: Operation | None = None
        self._checking: Operation | None = None
        self._layers: dict[str, tuple[int, int]] = {}
        frame, column = step_frame(self.tr("The heatmap"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.notice = Notice()
        self.facts = label("", wrap=True, says=self.tr("What the heatmap is"))
        self.checks = label("", wrap=True, says=self.tr("Checks of the heatmap"))
        caution = self.tr("Where the network responded; not proof of the cause. A map that fails a check should not be argued from.")
        self.caution = label(caution, "faint", wrap=True)
        self.printed = label("", "faint", wrap=True)
        for widget in (self.facts, self.checks, self.printed, self.caution, self.notice):
            column.addWidget(widget)
        column.addLayout(self._make_form())
        self.about = label("", "faint", wrap=True, says=self.tr("What the method does"))
        column.addWidget(self.about)
        tip = self.tr("Make these heatmaps with their checks; the custody log keeps that they were made")
        self.make = button(self.tr("Make &heatmaps"), tip, self._ask, key="Ctrl+H")
        column.addWidget(self.make, 0, Qt.AlignmentFlag.AlignLeft)
        self.pictures = QHBoxLayout()
        column.addLayout(self.pictures)
        self.method.currentIndexChanged.connect(self._say_method)
        session.bench.settled.connect(self._settled)
        self._say_method()
        self.show_examination(None)

    def show_examination(self, examination: Examination | None) -> None:
        """The examination whose heatmap is shown; what was made for the same one stays."""
        if examination is not None and self._examination is not None and examination.id == self._examination.id:
            return
        for begun in (self._asked, self._checking):
            if begun is not None:
                begun.cancel()
        self._asked = self._checking = None
        self.make.setEnabled(True)
        self._examination = examination
        self.notice.clear()
        self._show_pictures(())
        self.setVisible(examination is not None)
        if examination is not None:
            self._check(examination)
        self._show(examination.saliency if examination is not None else None)
        if examination is not None and self.layer.property("model") != examination.recipe.model:
            self._offer_layers(None)
            self._ask_choices(examination.id)

    def _show(self, saliency: Saliency | None) -> None:
        self.current = saliency
        self.facts.setText(self.tr("No heatmap was made.") if saliency is None else heatmap.facts(saliency))
        lines = [] if saliency is None else [heatmap.check_line(check) for check in saliency.checks]
        if saliency is not None and saliency.map is not None and not lines:
            lines = [self.tr("This map was not checked.") if self._checking is None else self.tr("This map is being checked.")]
        self.checks.setText("\n".join(lines))
        self.checks.setVisible(bool(self.checks.text()))
        self.printed.setText(as_printed() if saliency is not None and saliency.checks else "")
        self.printed.setVisible(bool(self.printed.text()))

    def _make_form(self) -> QFormLayout:
        self.method, self.layer, self.explains = (narrow(QComboBox()) for _ in range(3))
        for method, name in heatmap.METHODS.items():
            self.method.addItem(name, method)
        for words, asked in (
            (self.tr("Male and female, side by side"), ("male", "female")),
            (self.tr("Male"), ("male",)),
            (self.tr("Female"), ("female",)),
            (self.tr("Skeletal age, towards older"), ("age",)),
        ):
            self.explains.addItem(words, asked)
        form = QFormLayout()
        form.setContentsMargins(0, 4, 0, 0)
        for words, box in ((self.tr("Method"), self.method), (self.tr("Layer"), self.layer), (self.tr("Explains"), self.explains)):
            box.setAccessibleName(self.tr("{what} of further heatmaps").format(what=words))
            form.addRow(words, box)
        return form

    def _say_method(self) -> None:
        self.about.setText(heatmap.what_it_does(str(self.method.currentData())))

    def _offer_layers(self, choices: Choices | None) -> None:
        """The network's layers with their grids, the usual one first; before they are known only that one."""
        self._layers = {} if choices is None else dict(reversed(choices.layers.items()))
        self.layer.clear()
        self.layer.addItem(self.tr("last one with a place"), "")
        for name, (rows, columns) in self._layers.items():
            self.layer.addItem(f"{name}, {rows} \N{MULTIPLICATION SIGN} {columns}", name)
        if choices is not None and self._examination is not None:
            self.layer.setProperty("model", self._examination.recipe.model)
            self.explains.setCurrentIndex(self.explains.currentIndex() if "age" in choices.explains else 0)

    def _ask_choices(self, examination: str) -> None:
        if self.session.ready:
            self.session.act(
                self,
                lambda laboratory, progress: laboratory.heatmap_choices(examination),
                self._offer_layers,
                self._not_made,
                title="",
                urgency=Urgency.IDLE,
            )

    def _check(self, examination: Examination) -> None:
        """Have the map that came with the estimate checked, where that was not done yet."""
        own = examination.saliency
        if own is not None and own.map is not None and not own.checks and self.session.ready:
            self._checking = self.session.act(
                self,
                lambda laboratory, progress: laboratory.check_heatmap(examination.id, progress),
                self._checked,
                self._not_made,
                title=self.tr("checking the heatmap"),
            )

    def _checked(self, examination: Examination) -> None:
        if self._examination is not None and examination.id == self._examination.id:
            unchecked, self._examination = self._examination.saliency, examination
            if self.current is unchecked:
                self._show(examination.saliency)

    def _ask(self) -> None:
        examination = self._examination
        if examination is None or not self.session.ready or self._asked is not None:
            return
        method, layer, explains = str(self.method.currentData()), str(self.layer.currentData() or ""), tuple(self.explains.currentData())
        if not heatmap.follows_output(method):
            explains = explains[:1]
        self.notice.clear()
        self.make.setEnabled(False)
        self._asked = self.session.act(
            self,
            lambda laboratory, progress: made_by(laboratory, examination, explains, method, layer, progress),
            self._made,
            self._not_made,
            title=self.tr("making heatmaps"),
        )

    def _made(self, answer: tuple[str, Made]) -> None:
        examination, made = answer
        if self._examination is None or examination != self._examination.id:
            return
        self._show_pictures(made)
        self._choose(made[0][0])

    def _not_made(self, owner: Any, error: BaseException) -> None:
        show_failure(self, error)

    def _settled(self, operation: Operation) -> None:
        """Whatever became of it, cancelled too."""
        if operation is self._asked:
            self._asked = None
            self.make.setEnabled(True)
        elif operation is self._checking:
            self._checking = None
            self._show(self.current)

    def _show_pictures(self, made: Made) -> None:
        """Side by side, each with what it explains under it; choosing one lays it over the radiograph."""
        while self.pictures.count():
            taken = self.pictures.takeAt(0)
            widget = taken.widget() if taken is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for at, (saliency, picture) in enumerate(made):
            choice = self._picture(saliency, picture)
            choice.setChecked(at == 0)
            self.pictures.addWidget(choice)
        if made:
            self.pictures.addStretch(1)

    def _picture(self, saliency: Saliency, colours: NDArray[uint8]) -> QToolButton:
        rows, columns = colours.shape[:2]
        image = QImage(colours.data, columns, rows, 3 * columns, QImage.Format.Format_RGB888).copy()
        made = QToolButton()
        made.setObjectName("choice")
        image.setDevicePixelRatio(heatmap.SMALL_RATIO)
        made.setIcon(QPixmap.fromImage(image))
        made.setIconSize(image.deviceIndependentSize().toSize())
        made.setCheckable(True)
        made.setAutoExclusive(True)
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        grid = f"{saliency.grid[0]} \N{MULTIPLICATION SIGN} {saliency.grid[1]}"
        words = heatmap.explains_word(saliency.explains)
        failed = sum(check.passed is False for check in saliency.checks)
        marks = self.tr("checks failed:\n{n} of {whole}").format(n=failed, whole=len(saliency.checks)) if saliency.checks else ""
        made.setText(f"{words}, {grid if saliency.map is not None else self.tr('no map')}\n{marks}")
        made.setAccessibleName(self.tr("Heatmap for {what}").format(what=words))
        made.setAccessibleDescription(heatmap.facts(saliency) + ". " + marks.replace("\n", " "))
        made.setToolTip(self.tr("Lay this heatmap over the radiograph and show its checks"))
        made.clicked.connect(lambda: self._choose(saliency))
        return made

    def _choose(self, saliency: Saliency) -> None:
        self._show(saliency)
        self.shown.emit(saliency)


def made_by(
    laboratory: Laboratory, examination: Examination, explains: Sequence[str], method: str, layer: str, progress: Progress
) -> tuple[str, Made]:
    """Make the maps and their small pictures; on the bench."""
    made = laboratory.explain(examination.id, tuple(explains), method=method, layer=layer, progress=progress)
    item = laboratory.casebook.radiograph(examination.radiograph_id)
    acquisition, pixels = laboratory.read_evidence(item)
    voi = first_voi(pixels, acquisition.windows)
    pictures = tuple((one, heatmap.small_picture(pixels, voi, one)) for one in made)
    return examination.id, pictures
