"""Certificates are verified for the name that was asked for, although an address is connected to."""

from __future__ import annotations

import http.server
import shutil
import socket
import ssl
import subprocess
import threading

import pytest

from tadqiq.fetch import Fetched, Fetcher, Limits
from tadqiq.model import Rejection


class _Answering(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Length", "6")
        self.end_headers()
        self.wfile.write(b"<rss/>")

    def log_message(self, *args):
        pass


def fetch(url):
    fetcher = Fetcher(Limits(pause=0, attempts=1), allow_private=True, robots=False)
    (item,) = fetcher.fetch([url])
    return item


@pytest.fixture
def secure(tmp_path):
    """The port of an HTTPS server with a certificate of its own, the certificate, and the names
    that were asked for."""
    if shutil.which("openssl") is None:
        pytest.skip("no openssl to make a certificate with")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    command = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext"
    files = ["-keyout", str(key), "-out", str(certificate)]
    names = ["subjectAltName=DNS:localhost,DNS:feeds.example"]
    subprocess.run([*command.split(), *names, *files], check=True, capture_output=True)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Answering)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    asked = []
    context.sni_callback = lambda connection, name, _: asked.append(name)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield server.server_address[1], certificate, asked
    server.shutdown()
    server.server_close()


def test_a_certificate_that_nobody_vouches_for_is_refused(secure):
    item = fetch(f"https://localhost:{secure[0]}/")
    assert isinstance(item, Rejection)
    assert "certificate is not valid" in item.reason


def test_a_certificate_counts_for_the_name_and_not_for_the_address(secure, monkeypatch):
    port, certificate, asked = secure
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    assert isinstance(fetch(f"https://localhost:{port}/"), Fetched)
    assert asked == ["localhost"]
    assert isinstance(fetch(f"https://127.0.0.1:{port}/"), Rejection)


def test_addresses_of_the_newer_kind_are_asked_too():
    class Server(http.server.ThreadingHTTPServer):
        address_family = socket.AF_INET6

    try:
        server = Server(("::1", 0), _Answering)
    except OSError:
        pytest.skip("no IPv6 here")
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    assert isinstance(fetch(f"http://[::1]:{server.server_address[1]}/"), Fetched)
    server.shutdown()
    server.server_close()
