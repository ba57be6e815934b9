"""How unlike the calibration hands a radiograph is: a low-rank Mahalanobis distance of the penultimate features, as a share.

The one place where the score is computed: whoever writes a bundle's tensors calls `fit`, whoever reads them `score`.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

METHOD = "low-rank Mahalanobis"
"""The card's `[typicality] method`; a card that names another is not understood."""

Tensors = Mapping[str, NDArray[np.float32]]
"""What a bundle keeps, as float32: mean (features,), components (rank, features), variances (rank,), residual_variance (1,),
scores (calibration hands,) in rising order."""

SHAPES = {"mean": 1, "components": 2, "variances": 1, "residual_variance": 1, "scores": 1}


def score(features: NDArray[np.float32], tensors: Tensors) -> float:
    """The squared distance from the training hands: 0 is the mean hand, larger is more unusual.

    Parameters
    ----------
    features : ndarray (features,) or (readings, features)
        The network's penultimate features, float32; of several readings (as is, mirrored) the mean of their scores counts.
    """
    centred = np.atleast_2d(features).astype(np.float64) - tensors["mean"]
    along = centred @ tensors["components"].astype(np.float64).T
    # What lies outside the kept components counts too: an odd picture often differs just there.
    outside = np.maximum((centred**2).sum(axis=1) - (along**2).sum(axis=1), 0.0)
    inside = (along**2 / tensors["variances"]).sum(axis=1)
    return float(np.mean(inside + outside / float(tensors["residual_variance"][0])))


def typicality(scored: float, tensors: Tensors) -> float:
    """Share of the calibration hands at least as unusual as this one, 0..1; 0 where the score is not finite."""
    scores = tensors["scores"]
    if not np.isfinite(scored):
        return 0.0
    return float(len(scores) - np.searchsorted(scores, np.float32(scored), side="left")) / len(scores)


def fit(training: NDArray[np.float32], calibration: NDArray[np.float32], rank: int) -> dict[str, NDArray[np.float32]]:
    """The tensors of a bundle.

    Parameters
    ----------
    training : ndarray (hands, features)
        Penultimate features of training hands: where the mean and the components come from.
    calibration : ndarray (hands, features) or (hands, readings, features)
        Of hands that were not trained on: where the scores come from, read as the estimator will read (side unknown: both).
    rank : int
        Components kept; fewer than hands and features.

    Raises
    ------
    ValueError
        Too few hands for the rank, or features that are not finite.
    """
    if not (0 < rank < min(training.shape)) or len(calibration) == 0:
        raise ValueError(f"{training.shape[0]} hands with {training.shape[1]} features do not carry {rank} components")
    if not (np.isfinite(training).all() and np.isfinite(calibration).all()):
        raise ValueError("features must be finite")
    mean = training.mean(axis=0, dtype=np.float64)
    values, vectors = np.linalg.eigh(np.cov(training.astype(np.float64), rowvar=False))
    kept = slice(-rank, None)
    residual = float(np.clip(values[:-rank], 0.0, None).mean())
    floor = np.finfo(np.float32).tiny
    tensors = {
        "mean": mean.astype(np.float32),
        "components": np.ascontiguousarray(vectors[:, kept].T[::-1], dtype=np.float32),
        "variances": np.maximum(values[kept][::-1], floor).astype(np.float32),
        "residual_variance": np.array([max(residual, floor)], dtype=np.float32),
    }
    tensors["scores"] = np.sort(np.array([score(hand, tensors) for hand in calibration], dtype=np.float32))
    return tensors


def check(tensors: Tensors) -> None:
    """Refuse tensors that are not what `fit` writes.

    Raises
    ------
    ValueError
        Naming the tensor and what is wrong with it.
    """
    for name, dimensions in SHAPES.items():
        if name not in tensors:
            raise ValueError(f"tensor {name!r} is missing")
        if tensors[name].ndim != dimensions or tensors[name].size == 0 or not np.isfinite(tensors[name]).all():
            raise ValueError(f"tensor {name!r} is empty, of the wrong shape, or not finite")
    rank, features = tensors["components"].shape
    if tensors["mean"].shape != (features,) or tensors["variances"].shape != (rank,):
        raise ValueError("tensors 'mean', 'components' and 'variances' do not fit each other")
    if (tensors["variances"] <= 0).any() or tensors["residual_variance"][0] <= 0 or (np.diff(tensors["scores"]) < 0).any():
        raise ValueError("variances must be positive and scores in rising order")
