"""Makes marked pages do harm in worker processes.

With this folder on PYTHONPATH, `clean` of a worker does what a page's `<!-- poison: … -->` says,
and no code of the package knows of it: guards, jobs and engines are tested as they are.
"""

import contextlib
import ctypes
import importlib.abc
import importlib.util
import os
import re
import signal
import sys
import time

MARKER = re.compile(r"<!-- poison: (\w+) -->")


def _memory():
    blocks = []
    for _ in range(8 << 10):
        blocks.append(b"x" * (1 << 20))


def _swallow():
    """As a library that takes MemoryError for any other error, and goes on with what it has."""
    with contextlib.suppress(Exception):
        _memory()


def _fork():
    """As a library that leaves a process behind, which holds all that was open."""
    if os.fork() == 0:
        time.sleep(600)
    os._exit(3)


HARM = {
    "swallow": _swallow,
    "hang": lambda: time.sleep(600),
    "spin": lambda: re.match(r"(a+)+$", "a" * 60 + "b"),  # holds the interpreter's lock
    "memory": _memory,
    "segfault": lambda: ctypes.string_at(0),
    "kill": lambda: os.kill(os.getpid(), signal.SIGKILL),
    "stop": lambda: os.kill(os.getpid(), signal.SIGSTOP),
    "exit": lambda: os._exit(0),
    "close": lambda: os.closerange(3, 64),
    "fork": _fork,
    "raise": lambda: exec("raise RuntimeError('a fault of ours')"),
    "print": lambda: os.write(1, b"noise on standard output\n"),
}


def _harmful(clean):
    def poisoned(source, **options):
        text = source if isinstance(source, str) else source.decode("utf-8", "replace")
        if match := MARKER.search(text):
            HARM[match[1]]()
        return clean(source, **options)

    return poisoned


class _Hook(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name != "cleaner.batch.workers.child":
            return None
        sys.meta_path.remove(self)
        spec = importlib.util.find_spec(name)
        run = spec.loader.exec_module

        def exec_module(module):
            run(module)
            module.clean = _harmful(module.clean)

        spec.loader.exec_module = exec_module
        return spec


sys.meta_path.insert(0, _Hook())
