"""Files of office programs, which are archives of parts: the same bytes whenever they are made."""

import zipfile
from collections.abc import Callable
from io import BytesIO

_DAY = (1980, 1, 1, 0, 0, 0)
"""The first day that an archive can tell: no day of ours."""


def settled(
    save: Callable[[BytesIO], object],
    change: Callable[[str, bytes], bytes] = lambda name, content: content,
) -> bytes:
    """Return what ``save`` writes, without the hour and the system on which it was written.

    ``change`` is given the name and content of each part, and returns its content.
    """
    written, made = BytesIO(), BytesIO()
    save(written)
    with (
        zipfile.ZipFile(written) as archive,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as copy,
    ):
        for part in archive.infolist():
            entry = zipfile.ZipInfo(part.filename, _DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            copy.writestr(entry, change(part.filename, archive.read(part)))
    return made.getvalue()
