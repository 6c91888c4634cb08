"""Runs the server until it is told to end."""

from __future__ import annotations

import signal
import socket
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import uvicorn

from kg.model.errors import OutputError
from kg.publish.serve.app import Site, application
from kg.publish.serve.limits import Limits
from kg.publish.serve.pages import page_routes
from kg.publish.serve.pool import Pool
from kg.query import open_graph
from kg.query.opening import read_manifest

_BACKLOG = 512

Say = Callable[[str], None]


def serve(output: Path, host: str, port: int, limits: Limits, say: Say) -> None:
    """Serve what `kg build` wrote into `output`, until SIGINT or SIGTERM; port 0 takes a free one.

    Raises `OutputError` when there is no build, or the address cannot be had; `KeyboardInterrupt` after SIGINT.
    """
    base = read_manifest(output)["base"]
    # opened once here and closed again, so that a broken store is told before anything listens
    open_graph(output)
    listening = _listen(host, port)
    bound = listening.getsockname()[1]
    shown = f"[{host}]" if ":" in host else host
    site = Site(Pool(partial(open_graph, output), limits), base, output)
    config = uvicorn.Config(
        application(site, page_routes()),
        log_level="warning",
        access_log=False,
        server_header=False,
        limit_concurrency=limits.connections,
        timeout_keep_alive=5,
        timeout_graceful_shutdown=5,
        ws="none",
    )
    # uvicorn gives the signal on once all is ended: SIGTERM is the wish to end, and no failure
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    _greet(say, f"http://{shown}:{bound}", host)
    uvicorn.Server(config).run(sockets=[listening])


def _greet(say: Say, root: str, host: str) -> None:
    say(f"SPARQL endpoint: {root}/sparql\nViewer:          {root}/viewer\nStatus:          {root}/status")
    if host not in {"127.0.0.1", "::1", "localhost"}:
        say("Everybody who can reach this machine can ask; put a proxy with TLS in front of it.")
    say("Ctrl-C ends it.")


def _listen(host: str, port: int) -> socket.socket:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        listening = socket.socket(family, socket.SOCK_STREAM)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        # from here on a client waits until the workers are there, and is not turned away
        listening.listen(_BACKLOG)
        return listening
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(f"{host}:{port}: cannot listen here ({reason}); choose another --port or --host") from error
