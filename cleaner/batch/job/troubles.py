"""What goes wrong with the memory of one site: told once, while the job goes on."""

from __future__ import annotations

import errno
import logging
from collections.abc import Iterator
from contextlib import contextmanager

from cleaner.sites.memory.memory import SiteMemoryError

_OF_THE_DISK = (errno.ENOSPC, errno.EDQUOT, errno.EROFS)
"""What is wrong with a disk, and no fault of one site: the job stops, and can go on."""
log = logging.getLogger("cleaner.batch")


class Troubles(list[str]):
    """What went wrong with the memories of single sites, each once."""

    @contextmanager
    def told(self) -> Iterator[None]:
        """Name what goes wrong with a site's memory within. Raises what is wrong with the disk."""
        try:
            yield
        except SiteMemoryError as error:
            if _number(error) in _OF_THE_DISK:
                raise
            if str(error) not in self:
                self.append(str(error))
                log.warning("site memory: %s", error)


def _number(error: BaseException | None) -> int | None:
    """The number of the system's error that an error came of."""
    while error is not None and not isinstance(error, OSError):
        error = error.__cause__
    return error.errno if error is not None else None
