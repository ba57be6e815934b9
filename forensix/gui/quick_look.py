"""The quick look: radiograph, estimate and heatmap of a file without a case; not evidence, nothing is kept."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from forensix.domain.case import Radiograph
from forensix.domain.examination import AgeEstimate, Saliency, SexEstimate
from forensix.domain.raster import raster_of
from forensix.domain.view import first_voi
from forensix.gui import keys
from forensix.gui.bench import Bench, Progress
from forensix.gui.doing import doing_word
from forensix.gui.estimate_step import EstimateStep
from forensix.gui.failure import Notice
from forensix.gui.looking import Picture
from forensix.gui.parts import Sheet, button, label, scrolling, size_within
from forensix.gui.radiograph_column import RadiographColumn
from forensix.settings import Settings


@dataclass(frozen=True, slots=True)
class Glance:
    """What one look gave."""

    radiograph: Radiograph
    picture: Picture
    sex: SexEstimate
    age: AgeEstimate | None
    saliency: Saliency | None
    doubts: tuple[str, ...]
    sha256: str


def glance(path: Path, settings: Settings, progress: Progress) -> Glance:
    """Read a file in quarantine and give it to the network; on the bench.

    Raises
    ------
    UnreadableRadiograph
        The file, or the first one in it, cannot be read.
    ModelRejected
    """
    from forensix.imaging import quality, sources
    from forensix.imaging.quarantine import Quarantine
    from forensix.laboratory.networks import Networks

    progress("reading", 0.1)
    source = next(iter(sources.find([path])))
    with Quarantine() as quarantine:
        data = source.load()
        acquisition, pixels = quarantine.read(data, source.name)
    progress("loading the network", 0.3)
    estimator = Networks(settings).estimator()
    progress("examining", 0.8)
    findings = quality.assess(pixels, acquisition)
    side = acquisition.declared_side
    seen = estimator.examine(
        pixels,
        acquisition,
        side=side,
        findings=findings,
        synthetic=False,
        prior_male=settings.prior_male,
        threshold=settings.threshold,
        saliency=settings.saliency,
    )
    radiograph = Radiograph("", "", "", "", source.name, acquisition, side=side, view=acquisition.view)
    picture = Picture(raster_of(pixels), first_voi(pixels, acquisition.windows))
    doubts = tuple(finding.sentence for finding in findings)
    return Glance(radiograph, picture, seen.sex, seen.age, seen.saliency, doubts, hashlib.sha256(data).hexdigest())


class QuickLookDialog(QDialog):
    """A window of its own, so that nothing in it can be taken for a case."""

    looked = Signal(str)
    """The estimate of the file with this SHA-256 was shown."""
    wanted = Signal(object)
    """The path of what shall be taken into a case."""

    def __init__(self, bench: Bench, settings: Settings, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Quick look: {name}").format(name=path.name))
        self.notice = Notice()
        self.column = RadiographColumn()
        self.column.compare_actions[0].setVisible(False)  # with nothing: no casebook stands behind this window
        self.estimate = EstimateStep()
        self.path = path
        tip = self.tr("Receive the file into a case; custody says that its estimate was seen before")
        self.take = button(self.tr("&Take it into a case \N{HORIZONTAL ELLIPSIS}"), tip, self._take, key="Ctrl+I", primary=True)
        self.take.setShortcut(keys.key_of("Ctrl+I"))
        self.take.setEnabled(False)
        self._lay_out()
        self.column.show_nothing(self.tr("Looking at {name} \N{HORIZONTAL ELLIPSIS}").format(name=path.name))
        self._operation = bench.run(
            self, lambda progress: glance(path, settings, progress), self._show, on_progress=self._tell, title=self.tr("quick look")
        )
        self.finished.connect(self._operation.cancel)
        size_within(self, 1100, 680)

    def _show(self, seen: Glance) -> None:
        self.column.show_radiograph(seen.radiograph, seen.picture.raster, seen.picture.voi)
        self.column.show_saliency(seen.saliency)
        self.estimate.show_estimate(seen.sex, seen.age, seen.sex.model, seen.radiograph.acquisition.patient_age_years)
        if seen.doubts:
            self.notice.say("\n".join(seen.doubts))
        self.take.setEnabled(True)
        self.looked.emit(seen.sha256)

    def _take(self) -> None:
        self.accept()
        self.wanted.emit(self.path)

    def _tell(self, step: str, fraction: float) -> None:
        self.column.show_nothing(f"{doing_word(step)} \N{HORIZONTAL ELLIPSIS}")

    def _lay_out(self) -> None:
        inside = Sheet()
        over = QVBoxLayout(inside)
        over.addWidget(self.estimate)
        over.addStretch(1)
        area = scrolling(inside)
        area.setMinimumWidth(340)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self.column)
        splitter.addWidget(area)
        splitter.setStretchFactor(0, 1)
        below = QHBoxLayout()
        below.addStretch(1)
        below.addWidget(self.take)
        below.addWidget(button(self.tr("Close"), self.tr("Close; nothing is kept"), self.reject, key="Esc"))
        column = QVBoxLayout(self)
        column.addWidget(label(self.tr("Quick look: not evidence, nothing is kept"), "synthetic"))
        column.addWidget(self.notice)
        column.addWidget(splitter, 1)
        column.addLayout(below)
