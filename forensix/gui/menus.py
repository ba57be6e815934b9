"""The menus: every action with its shortcut; which of them can be used now."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMessageBox, QWidget

import forensix
from forensix.gui.identity_dialog import IdentityDialog
from forensix.gui.parts import action
from forensix.gui.shortcut_table import ShortcutSheet
from forensix.gui.upkeep import Upkeep

if TYPE_CHECKING:
    from forensix.gui.main_window import MainWindow


class Menus(QObject):
    """Actions of buttons are the buttons' own clicks, so that a shortcut does what the button would, or nothing."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window
        self.upkeep = Upkeep(window)
        self.with_casebook: list[QAction] = []
        self.in_sight: list[QAction] = []
        self._fill_file(self._menu(self.tr("&File")))
        self._fill_work(self._menu(self.tr("&Work")))
        self._fill_view(self._menu(self.tr("&View")))
        self._menu(self.tr("&Marks")).addActions(window.column.mark_actions)
        self._fill_casebook(self._menu(self.tr("&Casebook")))
        self._fill_help(self._menu(self.tr("&Help")))
        window.pages.currentChanged.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Enable what a casebook allows; what is done to radiographs only while they are shown, so that nothing is recorded unseen."""
        opened, shown = self.window.session.casebook is not None, self.window.pages.currentWidget() is self.window.work
        for one in self.with_casebook:
            one.setEnabled(opened and (shown or one not in self.in_sight))

    def _fill_file(self, menu: QMenu) -> None:
        window, doors, receiving = self.window, self.window.doors, self.window.receiving
        self._add(menu, self.tr("&Create a casebook \N{HORIZONTAL ELLIPSIS}"), "Ctrl+N", self.tr("Create a casebook"), doors.ask_create)
        self._add(menu, self.tr("&Open a casebook \N{HORIZONTAL ELLIPSIS}"), "Ctrl+O", self.tr("Open a casebook"), doors.ask_open)
        if doors.demonstrate is not None:
            self._add(
                menu,
                self.tr("Open the &demonstration"),
                "Ctrl+Shift+D",
                self.tr("The whole job on made-up radiographs"),
                doors.open_demonstration,
            )
        tip = self.tr("Radiograph, estimate and heatmap of a file; nothing is kept")
        self._add(menu, self.tr("&Quick look \N{HORIZONTAL ELLIPSIS}"), "Ctrl+Shift+Q", tip, receiving.ask_quick_look)
        menu.addSeparator()
        tip = self.tr("Receive files into a case")
        self._add(menu, self.tr("&Receive files \N{HORIZONTAL ELLIPSIS}"), "Ctrl+I", tip, receiving.ask_files, casebook=True)
        tip = self.tr("Receive all radiographs of a folder into a case")
        self._add(menu, self.tr("Receive a &folder \N{HORIZONTAL ELLIPSIS}"), "Ctrl+Shift+I", tip, receiving.ask_folder, casebook=True)
        menu.addSeparator()
        self._add(menu, self.tr("&Who works \N{HORIZONTAL ELLIPSIS}"), "Ctrl+U", self.tr("Change who works"), doors.ask_who, casebook=True)
        tip = self.tr("Make a signing identity in this casebook")
        self._add(menu, self.tr("New &signing identity \N{HORIZONTAL ELLIPSIS}"), "Ctrl+Shift+K", tip, self.new_identity, casebook=True)
        tip = self.tr("Decision rule, prior, device, theme, language, folders, shortcuts")
        self._add(menu, self.tr("Se&ttings \N{HORIZONTAL ELLIPSIS}"), "Ctrl+,", tip, window.ask_settings)
        menu.addSeparator()
        self._add(menu, self.tr("&Quit"), "Ctrl+Q", self.tr("Quit"), window.close)

    def _fill_work(self, menu: QMenu) -> None:
        window, panel, receiving = self.window, self.window.panel, self.window.receiving
        lock, reveal, conclude, review, sign, sign_too, open_, verify = self._presses()
        clicks: tuple[tuple[str, str, str, Callable[[], Any]], ...] = (
            (self.tr("&Examine"), "Ctrl+E", self.tr("Run the network on the selected radiographs"), window.receiving.examine_selected),
            (self.tr("&Lock observation"), "Ctrl+L", self.tr("Lock your own observation"), lock),
            (self.tr("&Reveal the estimate"), "Ctrl+R", self.tr("Uncover the estimate"), reveal),
            (self.tr("&Conclude"), "Ctrl+Return", self.tr("Record your conclusion"), conclude),
            (self.tr("Revie&w the case \N{HORIZONTAL ELLIPSIS}"), "Ctrl+Shift+R", self.tr("Agree or dissent"), review),
            (self.tr("&Preview and sign \N{HORIZONTAL ELLIPSIS}"), "Ctrl+P", self.tr("The report"), sign),
            (self.tr("Co&untersign \N{HORIZONTAL ELLIPSIS}"), "Ctrl+Shift+P", self.tr("Sign the issued report as its reviewer"), sign_too),
            (self.tr("&Open the issued report"), "Ctrl+Shift+O", self.tr("With the system's viewer"), open_),
            (self.tr("&Verify the report"), "Ctrl+Shift+V", self.tr("Check the issued report"), verify),
            (self.tr("Verif&y the case"), "Ctrl+B, V", self.tr("Check chain, originals and reports of the case"), receiving.verify_case),
            (self.tr("Verify every&thing"), "Ctrl+B, E", self.tr("Check the whole casebook"), receiving.verify_all),
        )
        for text, key, tip, slot in clicks:
            self._add(menu, text, key, tip, slot, casebook=True)
        tip = self.tr("Examine the selected radiographs once more, with a reason; every run is kept")
        self._add(menu, self.tr("Examine &again \N{HORIZONTAL ELLIPSIS}"), "Ctrl+Shift+E", tip, window.receiving.ask_again, casebook=True)
        tip = self.tr("Examine every radiograph of the casebook that was not examined yet")
        self._add(menu, self.tr("Examine all that &wait"), "Ctrl+Shift+A", tip, window.receiving.examine_waiting, casebook=True)
        tip = self.tr("Make the heatmaps that the heatmap step asks for, with their checks")
        self._add(menu, self.tr("Make &heatmaps"), "Ctrl+H", tip, panel.heatmap.make.click, casebook=True)
        tip = self.tr("Put right or complete what is known of the radiograph, its part and its case, with the reason")
        self._add(menu, self.tr("&Correct \N{HORIZONTAL ELLIPSIS}"), "Ctrl+Shift+C", tip, window.receiving.ask_correct, casebook=True)
        menu.addSeparator()
        tip = self.tr("Go to the step that waits for you")
        self._add(menu, self.tr("&Go on"), "Ctrl+G", tip, partial(window.right.go_to, panel), casebook=True)
        tip = self.tr("Next radiograph of the list")
        self._add(menu, self.tr("&Next radiograph"), "Ctrl+Down", tip, lambda: window.list.step(1), casebook=True)
        tip = self.tr("Previous radiograph of the list")
        self._add(menu, self.tr("P&revious radiograph"), "Ctrl+Up", tip, lambda: window.list.step(-1), casebook=True)
        self.in_sight += menu.actions()
        menu.addActions([window.list.look_for, window.list.filter.choose_action, window.list.filter.all_action])
        menu.addSeparator()
        self._fill_batch(menu)

    def _presses(self) -> list[Callable[[], None]]:
        """What the keys of the steps' buttons do; an act is done only while the examination is in sight."""
        panel, seen = self.window.panel, self.window.sides.in_sight
        report = panel.report
        steps = (panel.observation.lock, panel.estimate.reveal_button, panel.conclusion.conclude, panel.review.review_button)
        acts = [seen(partial(panel.press, push)) for push in (*steps, report.sign_button, report.countersign_button)]
        return [*acts, partial(panel.press, report.open_button), partial(panel.press, report.verify_button)]

    def _fill_batch(self, menu: QMenu) -> None:
        window, unfinished = self.window, self.window.list.unfinished
        menu.addAction(window.status.pause_action)
        tip = self.tr("Stop after the item at work; what is done stays done")
        self._add(menu, self.tr("S&top the work"), "Esc", tip, window.step_back)
        tip = self.tr("Do what is left of a batch that was cut short")
        self._add(menu, self.tr("Go on with the &batch"), "Ctrl+Shift+G", tip, unfinished.go_on.emit, casebook=True)
        tip = self.tr("Do not ask again about a batch that was cut short; what was done stays done")
        self._add(menu, self.tr("Lea&ve the batch"), "Ctrl+Shift+L", tip, unfinished.leave.emit, casebook=True)

    def _fill_view(self, menu: QMenu) -> None:
        column = self.window.column
        menu.addActions(column.view_actions)
        menu.addSeparator()
        menu.addActions([column.heatmap, column.blocks])
        menu.addSeparator()
        menu.addActions(column.compare_actions)
        menu.addSeparator()
        menu.addActions(self.window.sides.actions)
        menu.addSeparator()
        right = self.window.right
        tabs: tuple[tuple[str, str, QWidget], ...] = (
            (self.tr("&Examination"), "Ctrl+1", right.panel),
            (self.tr("&Header of the file"), "Ctrl+2", right.tags),
            (self.tr("&Custody timeline"), "Ctrl+3", right.custody),
            (self.tr("&Model card"), "Ctrl+4", right.model),
        )
        for text, key, tab in tabs:
            tip = text.replace("&", "")
            self._add(menu, text, key, tip, partial(right.go_to, tab), casebook=True)
        tip = self.tr("Copy the fields of the header or the custody timeline, whichever is shown")
        self._add(menu, self.tr("Cop&y the tab"), "Ctrl+Shift+Y", tip, right.copy, casebook=True)
        menu.addSeparator()
        self._add(
            menu,
            self.tr("&Light or dark"),
            "Ctrl+T",
            self.tr("Change between the dark and the light theme"),
            self.window.adopting.change_theme,
        )
        self._add(menu, self.tr("F&ull screen"), "F11", self.tr("Full screen on or off"), self._full_screen)

    def _fill_casebook(self, menu: QMenu) -> None:
        ask, more = self.upkeep, " \N{HORIZONTAL ELLIPSIS}"
        of_others = self.tr("A report file from anywhere, against this casebook or a root certificate")
        groups: tuple[tuple[tuple[str, str, str, Callable[[], None]], ...], ...] = (
            (
                (self.tr("&Number scheme"), "Ctrl+B, N", self.tr("Which numbers the cases of an incident may have"), ask.ask_scheme),
                (
                    self.tr("Compare the &clock"),
                    "Ctrl+B, C",
                    self.tr("Compare this computer's clock with another one"),
                    ask.ask_compare_clock,
                ),
                (
                    self.tr("C&onfirm the clock"),
                    "Ctrl+B, O",
                    self.tr("It is right now, and was wrong before"),
                    ask.ask_confirm_clock,
                ),
            ),
            (
                (self.tr("&Disclose the case"), "Ctrl+B, D", self.tr("The current case for the other side, in one zip"), ask.ask_disclose),
                (self.tr("E&xport"), "Ctrl+B, X", self.tr("The current case or its incident for another system"), ask.ask_export),
            ),
            (
                (self.tr("&Identities"), "Ctrl+B, I", self.tr("Who can sign until when; renew and revoke"), ask.ask_identities),
                (self.tr("&Trust an authority"), "Ctrl+B, A", self.tr("For identities that another authority issued"), ask.ask_trust),
                (self.tr("&Site records"), "Ctrl+B, S", self.tr("Your own validation of a model"), ask.ask_sites),
                (self.tr("&Back up"), "Ctrl+B, B", self.tr("The whole casebook in one file"), ask.ask_backup),
            ),
        )
        for group in groups:
            for text, key, tip, slot in group:
                self._add(menu, text + more, key, tip, slot, casebook=True)
            menu.addSeparator()
        self._add(menu, self.tr("&Restore a casebook") + more, "Ctrl+B, R", self.tr("A casebook from a backup"), ask.ask_restore)
        self._add(menu, self.tr("Verify a report &file") + more, "Ctrl+B, F", of_others, ask.ask_verify_file)
        tip = self.tr("Check the current case, and run the network again on its radiographs: same or differs, with the numbers")
        self._add(menu, self.tr("Verify and run the network a&gain"), "Ctrl+B, G", tip, ask.replay, casebook=True)

    def _fill_help(self, menu: QMenu) -> None:
        self._add(menu, self.tr("&Shortcuts"), "F1", self.tr("Every key that works"), self.show_shortcuts)
        tip = self.tr("What forensix needs of this computer, and what it found")
        self._add(menu, self.tr("&Is this computer ready? \N{HORIZONTAL ELLIPSIS}"), "Ctrl+F1", tip, self.upkeep.ask_doctor)
        self._add(menu, self.tr("&About forensix"), "Shift+F1", self.tr("Version and limits"), self._about)

    def show_shortcuts(self) -> None:
        sheet = ShortcutSheet(self.window)
        sheet.finished.connect(sheet.deleteLater)
        sheet.open()

    def new_identity(self) -> None:
        casebook = self.window.session.casebook
        if casebook is None:
            return
        if not self.window.session.ready:
            self.window.doors.ask_who()
            return
        dialog = IdentityDialog(self.window.session, casebook.folder, self.window)
        dialog.made.connect(lambda path: self.window.list.notice.say(self.tr("Identity made: {path}").format(path=path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _full_screen(self) -> None:
        window = self.window
        if window.isFullScreen():
            window.showNormal()
        else:
            window.showFullScreen()

    def _about(self) -> None:
        text = self.tr(
            "forensix {version}\n\nSex and skeletal-age estimation from hand radiographs, for research use. The models that ship were "
            "validated on children and young people, not on adults. An estimate is not an identification."
        )
        box = QMessageBox(QMessageBox.Icon.Information, "forensix", text.format(version=forensix.__version__), parent=self.window)
        box.finished.connect(box.deleteLater)
        box.open()

    def _menu(self, title: str) -> QMenu:
        menu = self.window.menuBar().addMenu(title)
        menu.setToolTipsVisible(True)
        return menu

    def _add(self, menu: QMenu, text: str, key: str, tip: str, slot: Callable[[], Any], *, casebook: bool = False) -> QAction:
        made = action(self.window, text, key, tip, slot)
        menu.addAction(made)
        if casebook:
            self.with_casebook.append(made)
        return made
