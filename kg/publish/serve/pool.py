"""Workers in a pool: a job that takes too long, too much, or has no client any more is stopped with its process."""

from __future__ import annotations

import asyncio
import multiprocessing
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from kg.model.errors import KgError, RequestError
from kg.publish.serve.limits import Limits
from kg.publish.serve.worker import Job, Opener, work

_LOOK_EVERY = 0.5
_START_SECONDS = 60
_RETRY_SECONDS = 1.0


@dataclass(slots=True)
class Counts:
    """What became of the jobs since the start."""

    served: int = 0
    failed: int = 0
    killed: int = 0
    refused: int = 0
    running: int = 0
    waiting: int = 0


class Pool:
    """Runs functions of the graph in worker processes; the process that holds the pool opens no store."""

    def __init__(self, opener: Opener, limits: Limits) -> None:
        self.counts = Counts()
        self.limits = limits
        self._opener = opener
        self._idle: asyncio.Queue[_Worker] = asyncio.Queue()
        self._workers: set[_Worker] = set()
        self._threads = ThreadPoolExecutor(2 * limits.workers, thread_name_prefix="job")
        self._starting: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        """Start all workers. Raises the `KgError` that keeps one from opening the graph."""
        await asyncio.gather(*(self._add() for _ in range(self.limits.workers)))

    async def stop(self) -> None:
        """End all workers, whatever they do."""
        for task in self._starting:
            task.cancel()
        for worker in self._workers:
            worker.kill()
        self._threads.shutdown(wait=True)

    async def run(self, function: Callable[..., object], *arguments: object, seconds: float | None = None) -> object:
        """What `function(graph, *arguments)` gives; it is a function of a module, and all can be pickled.

        Raises `RequestError` when too many wait (503), time (503) or memory (507) is used up, the question is not
        valid (400), the job fails (500), or the function refuses. When the caller is cancelled, the job is killed.
        """
        allowed = min(seconds or self.limits.seconds, self.limits.seconds)
        worker = await self._worker()
        self.counts.running += 1
        worker.spent = True
        try:
            answer = await self._in_thread(worker.call, (function, arguments), allowed)
            self.counts.served += 1
            return answer
        except KgError:
            self.counts.failed += 1
            raise
        finally:
            self.counts.running -= 1
            self._give_back(worker)

    async def _worker(self) -> _Worker:
        if self._idle.empty() and self.counts.waiting >= self.limits.waiting:
            self.counts.refused += 1
            raise RequestError(503, "too many questions wait already; try again in a moment", again=True)
        self.counts.waiting += 1
        try:
            async with asyncio.timeout(self.limits.waiting_seconds):
                return await self._idle.get()
        except TimeoutError as error:
            self.counts.refused += 1
            raise RequestError(503, "no worker was free for too long; try again in a moment", again=True) from error
        finally:
            self.counts.waiting -= 1

    def _give_back(self, worker: _Worker) -> None:
        if not worker.spent:
            self._idle.put_nowait(worker)
            return
        worker.kill()
        self._workers.discard(worker)
        self.counts.killed += 1
        task = asyncio.ensure_future(self._replace())
        self._starting.add(task)
        task.add_done_callback(self._starting.discard)

    async def _replace(self) -> None:
        while True:
            try:
                return await self._add()
            except (KgError, OSError) as error:
                print(f"Error: a worker cannot be started: {error}", file=sys.stderr)
                await asyncio.sleep(_RETRY_SECONDS)

    async def _add(self) -> None:
        worker = _Worker(self._opener, self.limits.memory)
        self._workers.add(worker)
        try:
            await self._in_thread(worker.wait)
        except BaseException:
            worker.kill()
            self._workers.discard(worker)
            raise
        self._idle.put_nowait(worker)

    async def _in_thread(self, function: Callable[..., object], *arguments: object) -> object:
        return await asyncio.get_running_loop().run_in_executor(self._threads, function, *arguments)


class _Worker:
    """One process and the pipe to it. A worker is spent from the sending of a job until its answer is there."""

    def __init__(self, opener: Opener, memory: int) -> None:
        # Forked from a process that has imported all and opened nothing: a killed worker is soon replaced.
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload([work.__module__])
        ours, theirs = context.Pipe()
        self.spent = False
        self._jobs = ours
        self._process = context.Process(target=work, args=(opener, theirs, memory), daemon=True)
        self._process.start()
        theirs.close()

    def wait(self) -> None:
        """Until the graph is open."""
        self._answer(_START_SECONDS)

    def call(self, job: Job, seconds: float) -> object:
        """What a job gives. Raises `KgError`."""
        try:
            self._jobs.send(job)
        except OSError as error:
            raise RequestError(503, "the worker was gone; try again", again=True) from error
        return self._answer(seconds)

    def kill(self) -> None:
        """End the process at once; whoever waits for its answer gets an error."""
        self._process.kill()

    def _answer(self, seconds: float) -> object:
        end = time.monotonic() + seconds
        while not self._jobs.poll(min(_LOOK_EVERY, max(0.0, end - time.monotonic()))):
            if time.monotonic() >= end:
                self.kill()
                raise RequestError(503, f"stopped after {seconds:g} s, the time limit; make the question simpler")
        try:
            well, answer = self._jobs.recv()
        except (EOFError, OSError) as error:
            raise RequestError(507, "the worker ended: most likely it needed more memory than the limit") from error
        self.spent = False
        if not well and isinstance(answer, BaseException):
            raise answer
        return answer
