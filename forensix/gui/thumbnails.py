"""Small pictures for the rows that are in sight: fetched or made on the bench, the latest ones kept in memory."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QPixmap

from forensix.domain.errors import ForensixError
from forensix.gui.bench import Operation, Urgency
from forensix.gui.session import Session

if TYPE_CHECKING:
    from forensix.laboratory import Laboratory

KEPT = 1000
WIDTH, HEIGHT = 30, 40


class Thumbnails(QObject):
    """What is kept on disk comes at once; what must be made from an original waits until nothing else is to be done."""

    came = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self.session = session
        self._kept: OrderedDict[str, QPixmap | None] = OrderedDict()
        self._making: dict[str, Operation] = {}
        self._asked: Operation | None = None
        self._in_sight: Sequence[str] = ()
        self._blank = QPixmap(WIDTH, HEIGHT)
        self._blank.fill(Qt.GlobalColor.transparent)

    def of(self, radiograph_id: str) -> QPixmap:
        """The picture, or an empty one of its size until it has come."""
        return self._kept.get(radiograph_id) or self._blank

    def forget(self) -> None:
        """Another casebook, or another examiner."""
        self._kept.clear()

    def want(self, radiograph_ids: Sequence[str]) -> None:
        """These are in sight now; what was wanted before and is out of sight is not made any more."""
        self._in_sight = radiograph_ids
        in_sight = set(radiograph_ids)
        for radiograph_id, operation in list(self._making.items()):
            if radiograph_id not in in_sight:
                operation.cancel()
            if operation.cancelled:
                del self._making[radiograph_id]
        missing = [one for one in radiograph_ids if one not in self._kept and one not in self._making]
        if not missing or not self.session.ready or self._asked is not None:
            return
        self._asked = self.session.act(
            self,
            lambda laboratory, progress: _kept(laboratory, missing),
            lambda found: self._have(missing, found),
            self._failed,
            title="",
            urgency=Urgency.LOOK,
        )

    def _have(self, asked: Sequence[str], found: dict[str, bytes | None]) -> None:
        self._asked = None
        for radiograph_id, picture in found.items():
            if picture is None:
                self._make(radiograph_id)
            else:
                self._keep(radiograph_id, picture)
        self.came.emit()
        if not set(self._in_sight) <= {*asked, *self._kept}:  # others have come into sight meanwhile
            self.want(self._in_sight)

    def _make(self, radiograph_id: str) -> None:
        if radiograph_id in self._making or not self.session.ready:
            return
        self._making[radiograph_id] = self.session.act(
            self,
            lambda laboratory, progress: laboratory.preview(radiograph_id),
            lambda picture: self._made(radiograph_id, picture),
            lambda owner, error: self._made(radiograph_id, None),  # the examiner meets the failure when she opens the radiograph
            title="",
            urgency=Urgency.IDLE,
        )

    def _made(self, radiograph_id: str, picture: bytes | None) -> None:
        self._making.pop(radiograph_id, None)
        self._keep(radiograph_id, picture)
        self.came.emit()

    def _keep(self, radiograph_id: str, picture: bytes | None) -> None:
        pixmap = QPixmap()
        if picture is not None and pixmap.loadFromData(picture):
            ratio = 2.0
            size = (round(WIDTH * ratio), round(HEIGHT * ratio))
            pixmap = pixmap.scaled(*size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
            pixmap.setDevicePixelRatio(ratio)
        self._kept[radiograph_id] = None if pixmap.isNull() else pixmap
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)

    def _failed(self, owner: QObject, error: BaseException) -> None:
        self._asked = None


def _kept(laboratory: Laboratory, radiograph_ids: Sequence[str]) -> dict[str, bytes | None]:
    found: dict[str, bytes | None] = {}
    for radiograph_id in radiograph_ids:
        try:
            found[radiograph_id] = laboratory.preview(radiograph_id, make=False)
        except ForensixError:  # gone with its casebook: the list is read again anyway
            continue
    return found
