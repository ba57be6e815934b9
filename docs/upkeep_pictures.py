"""The pictures of what is done for a whole case, incident or casebook; see make_screenshots.py."""

from __future__ import annotations

from studio import Studio

from forensix.gui.backup_dialog import BackupDialog, RestoreDialog
from forensix.gui.clock_dialog import CompareClockDialog, ConfirmClockDialog
from forensix.gui.disclose_dialog import DiscloseDialog
from forensix.gui.doctor_dialog import DoctorDialog
from forensix.gui.export_dialog import ExportDialog
from forensix.gui.identities_dialog import IdentitiesDialog
from forensix.gui.scheme_dialog import SchemeDialog
from forensix.gui.sites_dialog import SitesDialog
from forensix.gui.trust_dialog import TrustDialog
from forensix.gui.verify_file_dialog import VerifyFileDialog


def upkeep(studio: Studio, passphrase: str) -> None:
    """After a report was issued and signed."""
    ask = studio.window.menus.upkeep
    _scheme(studio)
    _clock(studio)
    _disclose(studio, passphrase)
    for opened, kind, name in (
        (ask.ask_export, ExportDialog, "export"),
        (ask.ask_identities, IdentitiesDialog, "identities"),
        (ask.ask_trust, TrustDialog, "trust"),
        (ask.ask_sites, SitesDialog, "sites"),
        (ask.ask_backup, BackupDialog, "backup"),
        (ask.ask_restore, RestoreDialog, "restore"),
        (ask.ask_doctor, DoctorDialog, "doctor"),
    ):
        opened()
        dialog = studio.dialog(kind)
        studio.settle()
        studio.take(name)
        dialog.reject()
    _verify_file(studio)


def _scheme(studio: Studio) -> None:
    studio.window.menus.upkeep.ask_scheme()
    dialog = studio.dialog(SchemeDialog)
    assert isinstance(dialog, SchemeDialog)
    studio.settle()
    dialog.masks.setPlainText("PM-##\nAM-##")
    dialog.example.setText("PM-12")
    studio.take("scheme")
    dialog.masks.setPlainText("PM")
    studio.take("scheme-refused")
    dialog.reject()


def _clock(studio: Studio) -> None:
    ask = studio.window.menus.upkeep
    ask.ask_compare_clock()
    dialog = studio.dialog(CompareClockDialog)
    assert isinstance(dialog, CompareClockDialog)
    studio.settle()
    dialog.reference.setCurrentText("GPS receiver GX-2")
    dialog.shown.setText(f"{dialog._now():%H:%M:%S}")
    dialog.take.click()
    studio.until(lambda: dialog.ahead is not None)
    studio.take("clock")
    dialog.reject()
    ask.ask_confirm_clock()
    confirm = studio.dialog(ConfirmClockDialog)
    studio.settle()
    studio.take("clock-confirm")
    confirm.reject()


def _disclose(studio: Studio, passphrase: str) -> None:
    studio.window.menus.upkeep.ask_disclose()
    dialog = studio.dialog(DiscloseDialog)
    assert isinstance(dialog, DiscloseDialog)
    studio.settle()
    dialog.recipient.setText("the defence's expert")
    dialog.out.field.setText(str(studio.work / "disclosure-PM-0001.zip"))
    dialog.signs.setChecked(True)
    dialog.key.secret.setText(passphrase)
    studio.take("disclose")
    dialog.act_button.click()
    studio.settle()
    studio.take("disclosed")
    dialog.reject()


def _verify_file(studio: Studio) -> None:
    studio.window.menus.upkeep.ask_verify_file()
    dialog = studio.dialog(VerifyFileDialog)
    assert isinstance(dialog, VerifyFileDialog)
    issued = studio.window.panel.report.chosen()
    dialog.file.setText("" if issued is None else str(issued.path))
    dialog.act_button.click()
    studio.settle()
    studio.take("verify-file")
    dialog.reject()
