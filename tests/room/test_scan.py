"""Whoever scans the open port finds the addresses of the course, and nothing of what else programs serve."""

from __future__ import annotations

import http.client
import socket
from contextlib import suppress

import pytest

METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND", "TRACE")
# What scanners ask for first, what Jupyter and Voila would answer, and ways out of a folder.
GUESSED = [
    "/.env",
    "/.git/config",
    "/.git/HEAD",
    "/.htaccess",
    "/.well-known/security.txt",
    "/admin",
    "/admin/login",
    "/api",
    "/api/kernels",
    "/api/contents",
    "/api/sessions",
    "/api/terminals",
    "/api/status",
    "/app",
    "/backup",
    "/backup.sql",
    "/cgi-bin/",
    "/config",
    "/config.json",
    "/console",
    "/debug",
    "/docs",
    "/favicon.ico",
    "/files",
    "/files/",
    "/graphql",
    "/health",
    "/hub",
    "/index.html",
    "/index.php",
    "/info",
    "/lab",
    "/lab/tree",
    "/login",
    "/logout",
    "/manager",
    "/metrics",
    "/nbconvert",
    "/nbextensions",
    "/notebooks",
    "/openapi.json",
    "/phpinfo.php",
    "/phpmyadmin",
    "/ping",
    "/robots.txt",
    "/server-status",
    "/shell",
    "/sitemap.xml",
    "/static",
    "/static/",
    "/static/room.js",
    "/status",
    "/swagger",
    "/teacher/",
    "/teacher/answers",
    "/teacher/cards",
    "/teacher/key",
    "/terminals",
    "/tree",
    "/user",
    "/v1",
    "/voila",
    "/voila/render/x",
    "/wp-admin",
    "/wp-login.php",
    "/ws",
    "/answers.sqlite",
    "/data/answers.sqlite",
    "/exercises/room/server.py",
    "/lessons/kupyansk/claims.yaml",
    "/lessons/bridge/key.yaml",
    "/bridge/key.yaml",
    "/bridge/answers.sqlite",
    "/bridge/../../../../etc/passwd",
    "/files/../../etc/passwd",
    "/files/0000000000000000/../../../etc/passwd",
    "/files/0000000000000000/room.js",
    "/..%2f..%2fetc%2fpasswd",
    "/%2e%2e/%2e%2e/etc/passwd",
    "//etc/passwd",
    "/line",
    "/line/",
    "/line/bridge",
    "/line/bridge/nothing",
    "/in/",
    "/in/x",
]


def asked(room, method, path, host=None):
    """Give status, headers and text as they come, without any help of a library with the path."""
    line = http.client.HTTPConnection("127.0.0.1", room.port, timeout=60)
    try:
        line.putrequest(method, path, skip_host=True)
        line.putheader("Host", host or room.host)
        line.putheader("Origin", f"http://{room.host}")
        line.putheader("Content-Length", "0")
        line.endheaders()
        reply = line.getresponse()
        return reply.status, reply.headers, reply.read().decode("utf-8", "replace")
    finally:
        line.close()


@pytest.mark.parametrize("path", GUESSED)
def test_no_guessed_address_is_one_of_ours(room, path):
    status, _, text = asked(room, "GET", path)
    # A notebook that is not there leads nobody anywhere: who is not in is not told which there are.
    assert status in (302, 400, 403, 404), text


def test_a_stranger_gets_the_way_in_and_the_files_of_the_pages_and_nothing_else(room):
    answered = {
        path for path in ("/", "/teacher", "/here", "/waiting", "/bridge/first") if asked(room, "GET", path)[0] == 200
    }
    assert answered == {"/", "/teacher", "/here", "/waiting"}


@pytest.mark.parametrize("method", METHODS)
def test_no_method_makes_an_address_say_more(room, method):
    for path in ("/", "/teacher", "/bridge/first", "/answers.sqlite"):
        status, headers, text = asked(room, method, path)
        assert (status < 500 or status == 501, "Traceback" in text, "exercises/" in text) == (True, False, False)
        assert "Server" not in headers or "/" not in headers["Server"], headers["Server"]


@pytest.mark.parametrize(
    "sent",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(64),
        b"SSH-2.0-OpenSSH_9.6\r\n",
        b"GET / HTTP/1.1\r\n" + b"X: " + b"a" * 100_000 + b"\r\n\r\n",
        b"GET " + b"/" * 70_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
        bytes(range(256)) * 8,
    ],
    ids=["secure", "shell", "a header without end", "an address without end", "noise"],
)
def test_what_is_no_request_gets_no_page_and_holds_nobody_up(room, sent):
    with socket.create_connection(("127.0.0.1", room.port), timeout=60) as line, suppress(OSError):
        line.sendall(sent)
        line.shutdown(socket.SHUT_WR)
        told = line.recv(1000)
        assert b"200 OK" not in told
    assert asked(room, "GET", "/")[0] == 200
