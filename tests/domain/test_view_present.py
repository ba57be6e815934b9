"""Windowing: what the eye and the network see of the same pixels."""

from __future__ import annotations

import numpy as np
import pytest

from forensix.domain.view import LookupTable, Window, first_voi, percentile_window, present


def ramp() -> np.ndarray:
    return np.linspace(0, 1, 101, dtype=np.float32).reshape(1, -1)


def test_a_linear_window_maps_its_edges_to_black_and_white() -> None:
    shown = present(ramp(), Window(0.25, 0.75))
    assert shown.dtype == np.float32
    assert shown[0, 25] == 0 and shown[0, 75] == 1 and shown[0, 50] == pytest.approx(0.5, abs=1e-6)
    assert shown.min() == 0 and shown.max() == 1


def test_a_sigmoid_window_follows_dicom_c_11_2_1_3_1() -> None:
    shown = present(ramp(), Window(0.25, 0.75, "sigmoid"))
    centre, width = 0.5, 0.5
    expected = 1 / (1 + np.exp(-4 * (ramp() - centre) / width))
    assert np.allclose(shown, expected, atol=1e-6)


def test_a_lookup_table_is_interpolated_and_held_at_its_ends() -> None:
    shown = present(ramp(), LookupTable(0.2, 0.8, (0.0, 0.9, 1.0)))
    assert shown[0, 0] == 0 and shown[0, 100] == 1 and shown[0, 50] == pytest.approx(0.9, abs=1e-6)


def test_the_percentile_window_ignores_one_white_marker() -> None:
    pixels = np.tile(np.linspace(0.2, 0.4, 1000, dtype=np.float32), (20, 1))
    pixels[0, 0] = 1.0
    window = percentile_window(pixels)
    assert 0.2 <= window.low < 0.21 and 0.39 < window.high <= 0.4


def test_a_flat_radiograph_still_has_a_window() -> None:
    window = percentile_window(np.full((4, 4), 0.3, np.float32))
    assert window.low < 0.3 < window.high


def test_the_files_first_voi_is_taken() -> None:
    first, second = Window(0.1, 0.9), Window(0.2, 0.3)
    assert first_voi(ramp(), (first, second)) is first
    assert first_voi(ramp(), ()) == percentile_window(ramp())


@pytest.mark.parametrize(("low", "high"), [(0.5, 0.5), (0.6, 0.5), (float("nan"), 1.0), (0.0, float("inf"))])
def test_an_impossible_window_is_refused(low: float, high: float) -> None:
    with pytest.raises(ValueError, match="window"):
        Window(low, high)
