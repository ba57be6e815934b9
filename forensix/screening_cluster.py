"""Screening on a Ray cluster: the same rows as `screening`, from as many networks as the cluster has room for."""

from __future__ import annotations

import os
import re
import socket
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING, Any

from forensix.domain.errors import ForensixError
from forensix.imaging.quarantine import Quarantine
from forensix.screening import Rule, examined, finished, found_under, taken

if TYPE_CHECKING:
    from forensix.inference.estimator import Estimator

AHEAD = 2
"""Files that wait at each network, so that none is idle and few lie in memory."""


PATIENCE = 10.0
"""Seconds until a cluster's first answer."""


class ClusterUnavailable(ForensixError):
    """Ray is not installed, or its cluster cannot be reached or ended."""

    kind = "cluster_unavailable"


@dataclass(frozen=True, slots=True)
class Network:
    """What each worker loads: a bundle's folder, which every machine has at this place, and where and how it computes."""

    bundle: Path
    device: str
    threads: int


class Worker:
    """One process of the cluster: a network and a quarantine of its own, made with the first file."""

    def __init__(self, network: Network, rule: Rule) -> None:
        self._network, self._rule = network, rule
        self._ready: tuple[Quarantine, Estimator] | None = None

    def examine(self, data: bytes, name: str) -> tuple[dict[str, Any], bytes]:
        """See `screening.examined`."""
        if self._ready is None:
            from forensix.inference.estimator import Estimator

            estimator = Estimator.load(self._network.bundle, self._network.device, self._network.threads)
            self._ready = Quarantine().__enter__(), estimator
        return examined(data, name, *self._ready, self._rule)

    def close(self) -> None:
        """End the quarantine; where the process is ended instead, the quarantine ends with it."""
        if self._ready is not None:
            self._ready[0].close()
            self._ready = None


def screen(
    paths: Sequence[Path],
    network: Network,
    rule: Rule,
    *,
    address: str = "",
    heatmaps: Path | None = None,
    progress: Callable[[str, float], None],
) -> Iterator[dict[str, Any]]:
    """As `screening.screen`: one row to each file, in path order; files are read here, and only their bytes sent.

    Parameters
    ----------
    address : str
        The cluster's, as Ray names it ("ray://head:10001", "auto"); "" makes one of this computer, which nothing else can reach.

    Raises
    ------
    ClusterUnavailable
    ModelRejected
        A machine does not have the bundle, or has another one.
    """
    found = found_under(paths)
    waiting: deque[tuple[dict[str, Any], Any]] = deque()
    with _workers(network, rule, address, len(found)) as (ray, workers):
        turn = cycle(workers)
        for position, source in enumerate(found):
            progress(f"screening {source.name}", position / len(found))
            row, data = taken(source)
            waiting.append((row, None if data is None else next(turn).examine.remote(data, source.name)))
            if len(waiting) > AHEAD * len(workers):
                yield _answer(ray, waiting.popleft(), heatmaps)
        while waiting:
            yield _answer(ray, waiting.popleft(), heatmaps)
        ray.get([worker.close.remote() for worker in workers])
    progress("screened", 1.0)


def _answer(ray: Any, asked: tuple[dict[str, Any], Any], heatmaps: Path | None) -> dict[str, Any]:
    row, answer = asked
    if answer is None:
        return row
    try:
        return row | finished(row, ray.get(answer), heatmaps)
    except ray.exceptions.RayError as error:
        cause = getattr(error, "cause", None)
        if isinstance(cause, ForensixError):
            raise cause from error
        message = f"The cluster did not answer for {row['path']}: {type(error).__name__}."
        raise ClusterUnavailable(message, "See that its machines run, with the same forensix, then screen again.", row["path"]) from error


@contextmanager
def _workers(network: Network, rule: Rule, address: str, most: int) -> Iterator[tuple[Any, list[Any]]]:
    """Ray and its workers: as many as have room for a network, and no more than there are files."""
    ray = _ray()
    _require_reachable(address)
    alone = {} if address else {"_node_ip_address": "127.0.0.1"}
    try:
        ray.init(address=address or None, include_dashboard=None if address else False, log_to_driver=False, **alone)
    except (ConnectionError, RuntimeError, OSError, ValueError) as error:
        raise ClusterUnavailable(f"The cluster cannot be reached: {error}.", "Check --address, or leave it out.", address) from error
    try:
        needs = {"num_cpus": network.threads} | ({"num_gpus": 1} if network.device == "cuda" else {})
        has = ray.cluster_resources()
        room = min(int(has.get(name, 0) // need) for name, need in (("CPU", network.threads), ("GPU", needs.get("num_gpus"))) if need)
        if room < 1:
            raise ClusterUnavailable("The cluster has no room for a network.", "Ask for another --device, or for fewer threads.", address)
        yield ray, [ray.remote(**needs)(Worker).remote(network, rule) for _ in range(min(room, max(1, most)))]
    finally:
        ray.shutdown()


def _require_reachable(address: str) -> None:
    """See that something listens where a host and a port are named: Ray itself waits for minutes where nothing does."""
    named = re.fullmatch(r"(?:ray://)?\[?(?P<host>[^/]+?)\]?:(?P<port>[0-9]{1,5})", address)
    if named is None:
        return
    try:
        socket.create_connection((named["host"], int(named["port"])), timeout=PATIENCE).close()
    except (OSError, OverflowError) as error:
        raise ClusterUnavailable(f"Nothing answers at {address}: {error}.", "Check --address, or leave it out.", address) from error


def _ray() -> Any:
    """The library, kept from telling its makers about its use."""
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    try:
        import ray
        import ray.exceptions
    except ImportError as error:
        raise ClusterUnavailable(
            "Ray is not installed.", "Install forensix with its extra `cluster`, or use --engine local.", "ray"
        ) from error
    return ray
