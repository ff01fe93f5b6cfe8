"""Which file is at a path, and whether it is a database, told without letting go of SQLite's locks on it.

A process that closes any descriptor of a file loses all locks that it has on that file, see fcntl(2). SQLite has one
for as long as a connection is open. Without it another process that ends takes itself for the last one and removes the
write-ahead log, with all that is written to it from then on. So a file is opened once, and stays open while anybody
here may have a connection to it.
"""

from __future__ import annotations

import os
import threading
import weakref
from pathlib import Path

Identity = tuple[int, int]
"""Device and number of a file."""

_MAGIC = b"SQLite format 3\0"


class FileIdentity:
    """Watches one path. Keep it for as long as connections to the file may be open."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._files: dict[Identity, _OpenFile] = {}

    def now(self) -> Identity | None:
        """What is there at this moment; `None` when it is gone or no database."""
        try:
            status = self._path.stat()
            identity = (status.st_dev, status.st_ino)
            start = os.pread(self._opened(identity).descriptor, len(_MAGIC), 0)
        except OSError:
            return None
        return identity if start == _MAGIC else None

    def _opened(self, identity: Identity) -> _OpenFile:
        if identity not in self._files:
            with _OPENING:
                self._files[identity] = _OPEN.get(identity) or _OpenFile(self._path)
                _OPEN[identity] = self._files[identity]
        return self._files[identity]


class _OpenFile:
    """A file that stays open until nobody here watches it any more."""

    def __init__(self, path: Path) -> None:
        self.descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        weakref.finalize(self, os.close, self.descriptor).atexit = False


_OPEN: weakref.WeakValueDictionary[Identity, _OpenFile] = weakref.WeakValueDictionary()
_OPENING = threading.Lock()
