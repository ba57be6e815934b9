"""The guard in conftest.py holds, and lets a program talk to itself."""

import socket

import pytest


def test_connecting_outwards_is_refused() -> None:
    with pytest.raises(RuntimeError, match=r"192\.0\.2\.1"):
        socket.create_connection(("192.0.2.1", 80), timeout=1)


def test_sending_a_datagram_outwards_is_refused() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender, pytest.raises(RuntimeError):
        sender.sendto(b"x", ("192.0.2.1", 9))


def test_looking_up_a_name_is_refused() -> None:
    with pytest.raises(RuntimeError, match="example"):
        socket.getaddrinfo("example.invalid", 443)


def test_this_computer_may_be_reached() -> None:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        with socket.create_connection(server.getsockname(), timeout=5) as client:
            assert client.getpeername() == server.getsockname()
