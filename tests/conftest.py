"""What every test may use, and may not: no network, real radiographs only where FORENSIX_DATA says."""

import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")  # before torch is loaded: threads that spin for each other starve two busy cores

LOCAL = ("127.0.0.1", "::1", "localhost")
LONGEST_FIRST = ("laboratory", "gui", "tests", "training", "inference", "validation", "reporting")


class NetworkUsed(RuntimeError):
    """A test, or what it tests, tried to leave this computer."""


def _refuse_foreign(address: Any) -> None:
    host = address[0] if isinstance(address, tuple) else LOCAL[0]  # AF_UNIX, AF_NETLINK: not a network
    if str(host) not in LOCAL:
        raise NetworkUsed(f"a connection to {host} was tried")


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    """Connections and look-ups stay on this computer; multiprocessing may talk to itself."""

    class LocalSocket(socket.socket):
        def connect(self, address: Any, /) -> None:
            _refuse_foreign(address)
            super().connect(address)

        def connect_ex(self, address: Any, /) -> int:
            _refuse_foreign(address)
            return super().connect_ex(address)

        def sendto(self, data: Any, *rest: Any) -> int:
            _refuse_foreign(rest[-1])
            return super().sendto(data, *rest)

    look_up = socket.getaddrinfo

    def local_look_up(host: Any, *rest: Any, **named: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else host
        if name is not None:
            _refuse_foreign((name,))
        return look_up(host, *rest, **named)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket, "socket", LocalSocket)
        patch.setattr(socket, "getaddrinfo", local_look_up)
        yield


@pytest.fixture(scope="session")
def forensix_data() -> Path:
    """The folder of real radiographs, laid out as its own README says; the test is skipped, visibly, without it."""
    named = os.environ.get("FORENSIX_DATA", "")
    if not named:
        pytest.skip("FORENSIX_DATA is not set: no real radiographs at hand")
    folder = Path(named)
    if not folder.is_dir():
        pytest.fail(f"FORENSIX_DATA names {folder}, which is not a folder")
    return folder


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What takes longest comes first, so that no process ends alone; tests of minutes are skipped, visibly, unless chosen with -m."""
    turns = {folder: turn for turn, folder in enumerate(LONGEST_FIRST)}
    items.sort(key=lambda item: turns.get(item.path.parent.name, len(turns)))
    if config.getoption("-m"):
        return
    for item in items:
        if item.get_closest_marker("long"):
            item.add_marker(pytest.mark.skip(reason="takes minutes; run with -m long"))


@pytest.fixture(scope="session")
def tiny_models(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A models folder with one small, random, complete bundle, `tiny-resnet18`; made once for the whole run.

    Whoever loads a network from then on draws the phantoms of its self-test once, not each time: that takes most of the loading.
    """
    from forensix.inference.estimator import Estimator
    from tests.support.tiny_bundle import on_known_hands, tiny_bundle

    folder = tmp_path_factory.mktemp("models")
    tiny_bundle(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Estimator, "self_test", on_known_hands(Estimator.self_test))
        yield folder


@pytest.fixture(scope="session")
def one_reader() -> Iterator[None]:
    """All laboratories of the run read their files in one child process: to start one takes longer than most tests that need it."""
    from forensix.imaging.quarantine import Quarantine
    from forensix.laboratory import acts

    class Shared(Quarantine):
        def __exit__(self, *about: object) -> None:
            """The next laboratory goes on with the child."""

    reader = Shared()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(acts, "Quarantine", lambda: reader)
        yield
    reader.close()
