"""Plots of an evaluation, as SVG and PNG: reliability and Tippett."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from forensix.validation.metrics import BINS, Prediction, Sample, probability_male, proportion

FEMALE, MALE = "#b2182b", "#2166ac"


def draw(predictions: Sequence[Prediction], folder: Path) -> list[Path]:
    """Write every plot that these predictions support (both sexes are needed) and return the files."""
    sample = Sample.of(predictions)
    if not len(sample.male) or sample.male.all() or not sample.male.any():
        return []
    return [file for name, plot in PLOTS.items() for file in _saved(plot, sample, folder / name)]


def reliability(axes: Axes, sample: Sample) -> None:
    """Observed share of males against P(male) at the set's own sex ratio, in ten bins with Clopper-Pearson intervals."""
    probability = probability_male(sample)
    place = np.minimum((probability * BINS).astype(int), BINS - 1)
    axes.plot([0, 1], [0, 1], color="0.6", linewidth=1)
    for index in np.unique(place):
        inside = place == index
        share = proportion(int(sample.male[inside].sum()), int(inside.sum()))
        assert share is not None
        centre = float(probability[inside].mean())
        axes.plot([centre, centre], [share["low"], share["high"]], color=MALE)
        axes.plot(centre, share["value"], "o", color=MALE)
        axes.annotate(str(int(inside.sum())), (centre, share["high"]), textcoords="offset points", xytext=(0, 3), ha="center", fontsize=7)
    axes.set(xlim=(0, 1), ylim=(0, 1.05), xlabel="P(male), unbounded ratio, the set's sex ratio", ylabel="observed share of males")
    axes.set_title(f"Reliability (n = {len(sample.male)}; 95 % intervals; n of each bin)", fontsize=9)


def tippett(axes: Axes, sample: Sample) -> None:
    """Share of males and of females with a bounded log10 likelihood ratio at least as large."""
    for male, colour, name in ((True, MALE, "males"), (False, FEMALE, "females")):
        ratios = np.sort(sample.lr[sample.male == male])
        shares = 1.0 - np.arange(len(ratios)) / len(ratios)
        axes.step(ratios, shares, where="pre", color=colour, label=f"{name} (n = {len(ratios)})")
    axes.axvline(0.0, color="0.6", linewidth=1)
    reach = max(1.0, math.ceil(float(np.abs(sample.lr).max())))
    axes.set(xlim=(-reach, reach), ylim=(0, 1.02), xlabel="log10 likelihood ratio, male over female (bounded)", ylabel="share at or above")
    axes.set_title("Tippett", fontsize=9)
    axes.legend(frameon=False, fontsize=8)


PLOTS: dict[str, Callable[[Axes, Sample], None]] = {"reliability": reliability, "tippett": tippett}


def _saved(plot: Callable[[Axes, Sample], None], sample: Sample, stem: Path) -> list[Path]:
    figure = Figure(figsize=(5.2, 4.2), layout="constrained")
    FigureCanvasAgg(figure)
    plot(figure.add_subplot(), sample)
    files = [stem.with_suffix(".svg"), stem.with_suffix(".png")]
    for file in files:
        figure.savefig(file, dpi=150)
    return files
