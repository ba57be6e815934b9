"""The child process that reads files: limits, crashes and bombs cost one file, and answers are data."""

import os
import subprocess
import sys
import threading
import zlib
from io import BytesIO

import numpy as np
import pytest
from pydicom import dcmread
from pydicom.encaps import encapsulate, generate_frames
from pydicom.uid import DeflatedExplicitVRLittleEndian, JPEGLosslessSV1

from forensix import imaging
from forensix.domain.errors import UnreadableRadiograph, UnsuitableRadiograph
from forensix.imaging import phantom, quarantine, quarantined
from forensix.imaging.quarantine import Quarantine
from tests.support.patience import PATIENCE_S


@pytest.fixture(scope="module")
def kept():
    with Quarantine() as held:
        yield held


def child_of(held):
    return held._child.pid


def deflated(megabytes):
    """A deflated DICOM whose pixel data has `megabytes` of zeros."""
    small = phantom.dicom(np.zeros((8, 8), np.float32), transfer_syntax=DeflatedExplicitVRLittleEndian)
    start = 144 + int.from_bytes(small[140:144], "little")
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(zlib.decompress(small[start:], -15))
    for _ in range(megabytes):
        packed += packer.compress(bytes(1 << 20))
    return small[:start] + packed + packer.flush()


def test_the_child_reads_what_this_process_reads_and_is_kept(kept, hand):
    for data, name in ((phantom.dicom(hand, WindowCenter=2000, WindowWidth=900), "a.dcm"), (phantom.png(hand), "b.dcm")):
        here, there = imaging.read(data, name), kept.read(data, name)
        assert there[0] == here[0]
        assert np.array_equal(there[1], here[1])
        assert there[1].dtype == np.float32
    first = child_of(kept)
    kept.read(phantom.png(hand))
    assert child_of(kept) == first


def test_refusals_come_back_as_themselves(kept, hand):
    with pytest.raises(UnreadableRadiograph, match="empty") as empty:
        kept.read(b"", "nothing.dcm")
    assert empty.value.subject == "nothing.dcm"
    with pytest.raises(UnsuitableRadiograph, match="2 frames") as frames:
        kept.read(phantom.dicom(hand, NumberOfFrames=2), "cine.dcm")
    assert frames.value.remedy


@pytest.mark.skipif(
    sys.platform != "linux", reason="elsewhere the child looks at its size ten times a second, too seldom to be tested by the clock"
)
def test_a_bomb_that_passes_the_size_check_meets_the_memory_limit(hand):
    """200 MB unpacked lies below the bound on deflated data, so that only the limit on the process can stop it."""
    bomb = deflated(200)
    assert len(bomb) < 300_000
    with Quarantine(memory_bytes=150 << 20) as small:
        small.read(phantom.dicom(hand))
        first = child_of(small)
        with pytest.raises(UnreadableRadiograph, match="too large when unpacked"):
            small.read(bomb, "bomb.dcm")
        acquisition, pixels = small.read(phantom.dicom(hand))
        assert np.array_equal(pixels, hand)
        assert acquisition.rows == hand.shape[0]
        assert child_of(small) != first


def test_a_larger_bomb_is_refused_without_a_kill(kept):
    with pytest.raises(UnreadableRadiograph, match="too large when unpacked"):
        kept.read(deflated(300), "bomb.dcm")


def test_a_slow_file_is_stopped_and_the_next_one_read(hand):
    with Quarantine(seconds=0.002) as hasty:
        with pytest.raises(UnreadableRadiograph, match="took too long") as late:
            hasty.read(phantom.png(phantom.hand(1, size=(800, 600))), "slow.png")
        assert late.value.subject == "slow.png"
        hasty._seconds = PATIENCE_S
        assert np.array_equal(hasty.read(phantom.dicom(hand))[1], hand)


def test_a_crash_costs_one_file(hand):
    with Quarantine() as held:
        held.read(phantom.dicom(hand))
        held._child.kill()
        held._child.wait()
        assert np.array_equal(held.read(phantom.dicom(hand))[1], hand)


def test_a_file_that_ends_the_decoder_costs_itself_alone(hand):
    """Fifteen bytes too many before a Huffman table: gdcm ends its whole process on this."""

    def damage(dataset):
        frame = bytearray(next(generate_frames(dataset.PixelData, number_of_frames=1)))
        at = frame.index(b"\xff\xc4")
        frame[at:at] = b"\x11" * 15
        dataset.PixelData = encapsulate([bytes(frame)])

    dataset = dcmread(BytesIO(phantom.dicom(hand, transfer_syntax=JPEGLosslessSV1)))
    damage(dataset)
    out = BytesIO()
    dataset.save_as(out)
    with Quarantine() as held:
        with pytest.raises(UnreadableRadiograph, match=r"crashed|damaged") as crashed:
            held.read(out.getvalue(), "x.dcm")
        assert crashed.value.subject == "x.dcm"
        assert np.array_equal(held.read(phantom.dicom(hand))[1], hand)


def test_what_only_the_decoder_s_messages_tell_of_damage_is_refused(kept, hand):
    data = bytearray(phantom.dicom(hand, transfer_syntax=JPEGLosslessSV1))
    whole = bytes(data)
    scan = data.index(b"\xff\xda") + 40
    data[scan:-4000] = data[scan + 2000 : -2000]  # so that the scan ends too early
    with pytest.raises(UnreadableRadiograph, match="decoder says"):
        kept.read(bytes(data))
    assert kept.read(whole)


@pytest.mark.skipif(sys.platform == "win32", reason="a child without a window hears no interrupt there")
def test_an_interrupt_of_the_terminal_s_processes_does_not_reach_the_child(kept, hand):
    kept.read(phantom.png(hand))
    assert os.getsid(child_of(kept)) != os.getsid(0)


def test_close_ends_the_child_and_a_later_read_starts_another(hand, monkeypatch):
    monkeypatch.setattr(quarantine, "END_SECONDS", PATIENCE_S)  # on a busy computer it may take longer to end by itself
    held = Quarantine()
    held.read(phantom.dicom(hand))
    child = held._child
    held.close()
    assert child.poll() == 0
    held.read(phantom.dicom(hand))
    held.close()


def test_threads_share_one_child(kept, hand, hand8):
    results = {}

    def work(number):
        pixels = hand if number % 2 else hand8
        results[number] = np.array_equal(kept.read(phantom.dicom(pixels, bits=12 if number % 2 else 8))[1], pixels)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == dict.fromkeys(range(6), True)


def test_the_child_loads_neither_torch_nor_qt_nor_files_from_the_working_folder(tmp_path):
    (tmp_path / "numpy.py").write_text("raise SystemExit('the working folder was imported from')")
    code = (
        "import sys, runpy; sys.argv = ['x', str(1 << 30)]; runpy.run_module('forensix.imaging.quarantined', run_name='__main__');"
        "sys.exit(any(name.split('.')[0] in ('torch', 'PySide6', 'cv2') for name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-P", "-c", code], input=b"", capture_output=True, cwd=tmp_path, check=False)
    assert done.returncode == 0, done.stderr


def test_the_watchdog_ends_a_process_that_grows():
    ended = threading.Event()
    sizes = iter([10, 20, 300])
    quarantined.watch(100, lambda: next(sizes), ended.set).join(PATIENCE_S)
    assert ended.is_set()
    assert quarantined.resident() > 1 << 20


def test_a_child_that_cannot_start_is_told(monkeypatch):
    monkeypatch.setattr(quarantine, "CHILD", "forensix.no_such_module")
    with Quarantine() as held, pytest.raises(UnreadableRadiograph, match="could not be started"):
        held.read(b"x")
