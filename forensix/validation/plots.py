"""Plots of an evaluation, as SVG and PNG, the same bytes each time: ROC, reliability, Tippett, empirical cross-entropy, confusion, age."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import matplotlib as mpl
import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from forensix.validation.manifest import BANDS
from forensix.validation.metrics import BINS, LN10, Floats, Prediction, Sample, auc, best_calibrated, probability_male, proportion

FEMALE, MALE = "#b2182b", "#2166ac"
PRIOR_REACH = 2.5
"""Of the empirical cross-entropy plot: log10 prior odds to both sides."""
SETTINGS: Any = {"svg.hashsalt": "forensix", "svg.fonttype": "path", "axes.spines.top": False, "axes.spines.right": False}


def draw(predictions: Sequence[Prediction], folder: Path) -> list[Path]:
    """Write every plot that these predictions support: of sex where there are both, by age where it is known, of age where estimated."""
    sample = Sample.of(predictions)
    both = len(sample.male) > 0 and not sample.male.all() and bool(sample.male.any())
    chosen = PLOTS_OF_SEX if both else {}
    chosen = chosen | (PLOTS_BY_AGE if np.isfinite(sample.age).any() else {})
    chosen = chosen | (PLOTS_OF_AGE if np.isfinite(sample.age + sample.estimate).any() else {})
    return [file for name, plot in chosen.items() for file in _saved(plot, sample, folder / name)]


def roc(axes: Axes, sample: Sample) -> None:
    """Share of males against share of females at or above each unbounded ratio; the dot is the forced choice."""
    cuts = np.concatenate(([math.inf], np.sort(np.unique(sample.unbounded))[::-1]))
    males, females = np.sort(sample.unbounded[sample.male]), np.sort(sample.unbounded[~sample.male])
    hits, alarms = (1.0 - np.searchsorted(group, cuts, side="left") / len(group) for group in (males, females))
    axes.plot([0, 1], [0, 1], color="0.6", linewidth=1)
    axes.plot(alarms, hits, color=MALE)
    axes.plot((females > 0).mean(), (males > 0).mean(), "o", color=FEMALE, label="forced choice (ratio above 1)")
    axes.set(xlim=(-0.01, 1), ylim=(0, 1.02), xlabel="share of females called male", ylabel="share of males called male")
    axes.set_title(f"ROC: area {auc(sample):.3f} ({len(males)} males, {len(females)} females)", fontsize=9)
    axes.legend(frameon=False, fontsize=8, loc="lower right")


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


def cross_entropy(log10_lr: Floats, sample: Sample, log10_odds: Floats) -> Floats:
    """Empirical cross-entropy in bits at each log10 prior odds of male (Ramos and Gonzalez-Rodriguez 2013); at even odds it is Cllr."""
    ln_lr, ln_odds = log10_lr * LN10, log10_odds[:, None] * LN10
    prior = 0.5 * (1 + np.tanh(ln_odds[:, 0] / 2))
    of_males = np.logaddexp(0, -(ln_lr[sample.male] + ln_odds)).mean(axis=1)
    of_females = np.logaddexp(0, ln_lr[~sample.male] + ln_odds).mean(axis=1)
    return np.asarray((prior * of_males + (1 - prior) * of_females) / math.log(2))


def empirical_cross_entropy(axes: Axes, sample: Sample) -> None:
    """The cost of the ratios at every prior, beside that of the best calibration and of no ratio at all."""
    odds = np.linspace(-PRIOR_REACH, PRIOR_REACH, 201)
    neutral = np.zeros_like(sample.lr)
    curves = (
        (sample.lr, MALE, "-", "as given (bounded)"),
        (best_calibrated(sample) / LN10, FEMALE, "--", "after the best monotone calibration"),
        (neutral, "0.4", ":", "without the network (ratio 1)"),
    )
    for ratios, colour, style, name in curves:
        axes.plot(odds, cross_entropy(ratios, sample, odds), style, color=colour, label=name)
    axes.axvline(0.0, color="0.8", linewidth=1, zorder=0)
    axes.set(xlim=(-PRIOR_REACH, PRIOR_REACH), ylim=(0, 1.4), xlabel="log10 prior odds, male over female")
    axes.set(ylabel="empirical cross-entropy (bits)")
    axes.set_title(f"Empirical cross-entropy (n = {len(sample.male)}; at even odds it is Cllr)", fontsize=9)
    axes.legend(frameon=False, fontsize=8, loc="upper right")


def confusion_by_age(axes: Axes, sample: Sample) -> None:
    """Of each sex in each band of known skeletal age: the share and the number called female and male, forced choice."""
    names: list[str] = []
    for name, low, high in reversed(BANDS):
        for sex, male in (("males", True), ("females", False)):
            called = sample.called_male[(sample.age >= low) & (sample.age < high) & (sample.male == male)]
            as_male = int(called.sum())
            begins = 0.0
            for count, colour in ((len(called) - as_male, FEMALE), (as_male, MALE)):
                share = count / max(1, len(called))
                axes.barh(len(names), share, left=begins, color=colour, height=0.8)
                if count:
                    axes.text(begins + share / 2, len(names), str(count), color="white", ha="center", va="center", fontsize=7)
                begins += share
            names.append(f"{name} years, {sex}")
    axes.set(xlim=(0, 1), xlabel="share called female (red) and male (blue), with numbers")
    axes.set_yticks(range(len(names)), names, fontsize=8)
    axes.set_title(f"Forced choice by skeletal age and sex (n = {int(np.isfinite(sample.age).sum())})", fontsize=9)


def age_scatter(axes: Axes, sample: Sample) -> None:
    """Estimated against known skeletal age, in years."""
    for male, colour, name in ((True, MALE, "males"), (False, FEMALE, "females")):
        known = (sample.male == male) & ~np.isnan(sample.age + sample.estimate)
        true, estimated, words = sample.age[known] / 12, sample.estimate[known] / 12, f"{name} (n = {int(known.sum())})"
        axes.scatter(true, estimated, color=colour, label=words, s=9, linewidths=0, alpha=0.5)
    reach = math.ceil(float(np.nanmax(np.concatenate((sample.age, sample.estimate)))) / 12)
    axes.plot([0, reach], [0, reach], color="0.4", linewidth=1)
    axes.set(xlim=(0, reach), ylim=(0, reach), xlabel="known skeletal age (years)", ylabel="estimated skeletal age (years)")
    axes.set_title("Skeletal age", fontsize=9)
    axes.legend(frameon=False, fontsize=8, loc="upper left")


PLOTS_OF_SEX: dict[str, Callable[[Axes, Sample], None]] = {
    "roc": roc,
    "reliability": reliability,
    "tippett": tippett,
    "empirical_cross_entropy": empirical_cross_entropy,
}
PLOTS_BY_AGE: dict[str, Callable[[Axes, Sample], None]] = {"confusion_by_age": confusion_by_age}
PLOTS_OF_AGE: dict[str, Callable[[Axes, Sample], None]] = {"age_scatter": age_scatter}


def _saved(plot: Callable[[Axes, Sample], None], sample: Sample, stem: Path) -> list[Path]:
    files = [stem.with_suffix(".svg"), stem.with_suffix(".png")]
    with mpl.rc_context(SETTINGS):
        figure = Figure(figsize=(5.2, 4.2), layout="constrained")
        FigureCanvasAgg(figure)
        plot(figure.add_subplot(), sample)
        for file, metadata in zip(files, ({"Date": None, "Creator": None}, {"Software": None}), strict=True):
            figure.savefig(file, dpi=150, metadata=metadata)
    return files
