"""A process that opens the store and answers one job after another; it can be killed at any time."""

from __future__ import annotations

import multiprocessing
import os
import resource
import signal
import sys
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

from kg.model.errors import KgError, QueryError, RequestError
from kg.query import Graph

Opener = Callable[[], Graph]
# A function of the graph and what else it needs, by reference, so that it can be sent to a process.
Job = tuple[Callable[..., object], tuple[object, ...]]


def work(opener: Opener, jobs: Connection, memory: int) -> None:
    """Answer jobs until the other end closes; each answer is a pair of whether it went well, and what came."""
    # Ctrl-C reaches the whole group; the server decides when its workers end.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_the_server, daemon=True).start()
    try:
        graph = opener()
    except KgError as error:
        jobs.send((False, error))
        return
    _bound(memory)
    jobs.send((True, None))
    while True:
        try:
            job: Job = jobs.recv()
        except EOFError:
            return
        jobs.send(_done(graph, job))


def _done(graph: Graph, job: Job) -> tuple[bool, object]:
    function, arguments = job
    try:
        return True, function(graph, *arguments)
    except RequestError as error:
        return False, error
    except QueryError as error:
        return False, RequestError(400, str(error))
    except MemoryError:
        return False, RequestError(507, "the question needs more memory than the server gives one; make it smaller")
    except Exception as error:
        # A defect of ours: the client learns that it is one, the operator what it was.
        print(f"Error: {type(error).__name__}: {error}", file=sys.stderr)
        return False, RequestError(500, "the server failed at this; its log says why")


def _end_with_the_server() -> None:
    """A server that is killed cannot end its workers; none may go on with a question for nobody."""
    server = multiprocessing.parent_process()
    if server is not None:
        server.join()
        os._exit(1)


def _bound(memory: int) -> None:
    """Let the process grow by so much: beyond it allocation fails, and the process with it."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    most = pages * os.sysconf("SC_PAGE_SIZE") + memory
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
