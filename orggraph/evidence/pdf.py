"""The paragraphs of PDF, which knows of none: it has characters, and where they stand.

They are read in the order in which the file draws them. Programs draw what they print in its order
of reading, while the places alone do not tell a column from the wide spaces of justified lines.
"""

import io
import logging
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import hypot
from typing import Any, NamedTuple

# Parts of the size of the type, as are all measures here.
_SPACE = 0.17  # the least gap between words; TeX prints no spaces, and shrinks them to a fifth
_COLUMN = 1.5  # the least gap between columns where no space is printed
_WIDEST = 8  # the most of one that is
_COLUMN_HEAD = 8  # the least from the foot of a column up to the head of the next
_INDENT = (0.8, 4)  # of the first line of a paragraph
_LEADING = 2.0  # the most from line to line of a paragraph, however widely it is set
_RAISED = 0.2  # the least that the number of a footnote stands above the line
_SENTENCE_ENDS = ".!?:;"
# What the number of a footnote stands at; after a shorter word it may be a power, as in m² and km².
_NOTED = re.compile(r"(?:[^\W\d_]{3}|[.,:;!?)\]»”\"'])\Z")
_ITEM = re.compile(r"\W\s|\d{1,3}[.)]\s")

# The shapes of ligatures are the font's, not the text's.
_LIGATURE = re.compile("[\ufb00-\ufb06]")
# A word is divided at the end of a line; "ledelses-" before "og" is not, nor is "KD-" before "net".
_DIVIDED = re.compile(r"(?<=[^\W\d_A-ZÆØÅ])[-‐]\n(?!(?:og|eller|and|or)\b)(?=[^\W\d_A-ZÆØÅ])")
_HYPHEN_AT_END = re.compile(r"(?<=\w)([-‐])\n(?!(?:og|eller|and|or)\b)(?=\w)")


MAX_LETTERS = 5_000_000
"""The most letters that are read, which is some thousand pages."""


class _Line(NamedTuple):
    """A line of print: its text, page, size and direction, and where along and across it begins."""

    text: str
    page: int
    size: float
    direction: tuple[float, float]
    start: float
    baseline: float

    def is_like(self, other: "_Line") -> bool:
        """Return whether another line is of the same print."""
        return self.direction == other.direction and abs(self.size - other.size) < 0.2 * self.size

    def drop_to(self, other: "_Line") -> float | None:
        """Return how far below another line of the same print stands, if it may follow."""
        drop = self.baseline - other.baseline
        near = self.page == other.page and 0 < drop <= _LEADING * self.size
        return drop if near and self.is_like(other) else None


def split_pdf(data: bytes) -> Iterator[str]:
    """Yield the paragraphs of a PDF; raises what pdfminer raises for what is none.

    Raises OverflowError where it has more than MAX_LETTERS.
    """
    from orggraph.evidence.documents import split_text

    lines: list[_Line] = []
    room = MAX_LETTERS
    for line in _lines(data):
        lines.append(line)
        room -= len(line.text)
        if room < 0:
            raise OverflowError("too much text")
    leadings: dict[int, float] = {}  # the least distance that lines of a size have
    for one, two in pairwise(lines):
        drop = one.drop_to(two)
        if drop is not None and drop > 0.8 * one.size:
            size = round(one.size)
            leadings[size] = min(drop, leadings.get(size, drop))
    blocks: list[list[_Line]] = []
    for line in lines:
        if blocks and _goes_on(blocks[-1][-1], line, leadings):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    for block in blocks:
        yield from split_text(mend_lines("\n".join(line.text for line in block)))


def mend_lines(text: str) -> str:
    """Return lines of print with the words whole that are divided at their ends.

    The hyphen becomes a soft one where small letters stand on both sides, and stays elsewhere.
    """
    whole = "\n".join(line.strip() for line in text.splitlines())
    whole = _LIGATURE.sub(lambda match: unicodedata.normalize("NFKC", match.group()), whole)
    return _HYPHEN_AT_END.sub(r"\1", _DIVIDED.sub("\N{SOFT HYPHEN}", whole))


def _goes_on(last: _Line, line: _Line, leadings: Mapping[int, float]) -> bool:
    """Return whether a line is of the paragraph of the one before it."""
    drop = last.drop_to(line)
    if drop is None:
        # At the head of a column or page, in the midst of a sentence, it is the same paragraph.
        is_head = line.page != last.page or line.baseline > last.baseline + _COLUMN_HEAD * line.size
        in_sentence = last.text[-1] not in _SENTENCE_ENDS and line.text[0].islower()
        return is_head and in_sentence and last.is_like(line)
    indent = (line.start - last.start) / last.size
    if _INDENT[0] < indent < _INDENT[1] and not _ITEM.match(last.text):
        return False
    return drop <= 1.25 * leadings.get(round(last.size), drop)


class _Letter(NamedTuple):
    text: str
    line: _Line  # as though it were the first of one
    end: float


def _lines(data: bytes) -> Iterator[_Line]:
    """Yield the lines of a PDF in the order in which they are drawn.

    The number of a footnote is no text where it is referred to: it would run on to its word.
    """
    found: list[_Letter] = []
    for letter in _letters(data):
        if found and _is_reference(found, letter):
            found[-1] = found[-1]._replace(end=letter.end)
            continue
        if found and not _is_beside(found[-1], letter):
            yield from _as_line(found)
            found = []
        if found and letter.line.start - found[-1].end > _SPACE * letter.line.size:
            found.append(letter._replace(text=" "))
        found.append(letter)
    yield from _as_line(found)


def _is_reference(before: Sequence[_Letter], letter: _Letter) -> bool:
    """Return whether a letter is of a footnote's number, raised and small at the end of a word."""
    last = before[-1].line
    return (
        letter.text.isdigit()
        and letter.line.size < 0.85 * last.size
        and letter.line.baseline - last.baseline > _RAISED * letter.line.size
        and _is_beside(before[-1], letter)
        and letter.line.start - before[-1].end < _SPACE * last.size
        and _NOTED.search("".join(each.text for each in before[-3:])) is not None
    )


def _is_beside(last: _Letter, letter: _Letter) -> bool:
    """Return whether a letter stands on the line of the one drawn before it."""
    one, two = last.line, letter.line
    if (one.page, one.direction) != (two.page, two.direction):
        return False
    is_level = abs(one.baseline - two.baseline) < 0.6 * max(one.size, two.size)
    gap = (two.start - last.end) / max(one.size, two.size)
    between = _WIDEST if " " in (last.text, letter.text) else _COLUMN
    return is_level and -0.5 < gap < between


def _as_line(letters: Sequence[_Letter]) -> Iterator[_Line]:
    text = " ".join("".join(letter.text for letter in letters).split())
    inked = [letter.line for letter in letters if not letter.text.isspace()]
    if text:
        sizes = Counter(round(line.size, 1) for line in inked)
        # That of most letters, since a superscript or an initial is of another.
        yield inked[0]._replace(text=text, size=sizes.most_common(1)[0][0])


def _letters(data: bytes) -> Iterator[_Letter]:
    from pdfminer.converter import PDFPageAggregator
    from pdfminer.layout import LTChar, LTContainer
    from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
    from pdfminer.pdfpage import PDFPage

    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # it tells of flaws that do not matter
    resources = PDFResourceManager()
    device = PDFPageAggregator(resources, laparams=None)
    interpreter = PDFPageInterpreter(resources, device)

    def walk(items: Iterable[Any], page: int) -> Iterator[_Letter]:
        for item in items:
            if isinstance(item, LTChar):
                a, b, _, _, x, y = item.matrix
                scale = hypot(a, b) or 1.0
                along, across = a / scale, b / scale
                start, baseline = along * x + across * y, along * y - across * x
                direction = (round(along, 2), round(across, 2))
                line = _Line("", page, item.size, direction, start, baseline)
                yield _Letter(item.get_text(), line, start + item.adv * scale)
            elif isinstance(item, LTContainer):
                yield from walk(item, page)

    for number, page in enumerate(PDFPage.get_pages(io.BytesIO(data))):
        interpreter.process_page(page)
        yield from walk(device.get_result(), number)
