"""Find quotations in a document.

White space, characters without width, soft hyphens, quotation marks, dashes, case and Unicode form
do not matter, and nothing else is forgiven: a changed word is not found. Case is Unicode's full
case folding (ß is ss, and a Turkish ı is no i). Form is canonical (NFC): Å as a letter, as an A
with a ring and as the sign for ångström are one; a ligature and its letters are two.

Words are found whole. Their bounds are those of Unicode's text segmentation (UAX #29), but that a
hyphen belongs to the words it touches ("voting" does not stand in "non-voting", nor "IT" in
"IT- og digitalisering"), and that a capital after a small letter begins a word, since words run
together where a page loses its spaces.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

# Unicode's property Quotation_Mark, and the accents and primes that are typed in their place.
_QUOTES = "\"'`´‘’‚‛“”„‟«»‹›′″⹂「」『』〝〞〟﹁﹂﹃﹄＂＇｢｣"
_INVISIBLE = frozenset(
    map(
        chr,
        (
            *(0xAD, 0x34F, 0x61C, 0x180E, 0xFEFF),
            *range(0x200B, 0x2010),
            *range(0x202A, 0x202F),
            *range(0x2060, 0x2065),
            *range(0x2066, 0x2070),
        ),
    )
)
# Case folding would take a ligature apart, though no case differs.
_LIGATURES = frozenset(map(chr, (*range(0xFB00, 0xFB07), *range(0xFB13, 0xFB18))))
_APOSTROPHES = "'’"
_IN_NUMBERS = ".,:/"
# Dashes that divide sentences even where no space is about them; all others join.
_DIVIDING = "—―"
# Words of ASCII with single spaces between, as most text is: each character folds by itself, and
# what follows is no mark that would belong to the last.
_PLAIN = re.compile("[!#-&(-_a-~]+(?: [!#-&(-_a-~]+)*(?=[ -~])")
_SAME = {**dict.fromkeys(_QUOTES, "'"), "\N{MINUS SIGN}": "-"}


class Span(NamedTuple):
    """Where a quotation stands: paragraph from zero, and characters of it from and to."""

    paragraph: int
    start: int
    end: int


class FoldedText(NamedTuple):
    """Text as it is compared, with the place of each of its characters in the original.

    A character stands from its `origins` to its `ends`; `shapes` has the characters unfolded, since
    case tells where words begin that have run together.
    """

    text: str
    origins: tuple[int, ...]
    ends: tuple[int, ...]
    shapes: str

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of the folded text, which is not empty, stands in the original."""
        return self.origins[start], self.ends[end - 1]

    def is_break(self, place: int) -> bool:
        """Return whether a word may begin or end at a place of the folded text."""
        if not 0 < place < len(self.text):
            return True
        if self.origins[place - 1] == self.origins[place]:  # within ß, folded to ss
            return False
        before, behind = self.shapes[place - 1], self.shapes[place]
        if before.isalnum() and behind.isalnum():
            return before.islower() and behind.isupper()
        if before.isalnum():
            return not _joins(before, behind, self.shapes[place + 1 : place + 2])
        if place == 1 and behind.isalpha():  # after the dash of an item written without a space
            return True
        return not (behind.isalnum() and _joins(self.shapes[max(place - 2, 0)], before, behind))


class _Stretch(NamedTuple):
    """A part of a folded text, as `FoldedText` has the whole."""

    text: str
    origins: Sequence[int]
    ends: Sequence[int]
    shapes: str


def _joins(before: str, sign: str, behind: str) -> bool:
    """Return whether a sign joins the letters or digits on one side of it to what is beyond."""
    if unicodedata.category(sign) == "Pd" or sign == "\N{MINUS SIGN}":
        return sign not in _DIVIDING
    if sign in _IN_NUMBERS:
        return before.isdigit() and behind.isdigit()
    return sign in _APOSTROPHES and before.isalnum() and behind.isalnum()


def fold_text(original: str) -> FoldedText:
    """Return ``original`` as it is compared with quotations."""
    folded: list[str] = []
    shapes: list[str] = []
    origins: list[int] = []
    ends: list[int] = []
    for stretch in _stretches(original):
        if stretch.text == " " and (not folded or folded[-1] == " "):
            continue
        folded.append(stretch.text)
        shapes.append(stretch.shapes)
        origins.extend(stretch.origins)
        ends.extend(stretch.ends)
    return FoldedText("".join(folded), tuple(origins), tuple(ends), "".join(shapes))


def _stretches(text: str) -> Iterator[_Stretch]:
    """Yield the stretches of a text, folded; white space is one for itself."""
    done = 0
    for plain in (*_PLAIN.finditer(text), None):
        until = plain.start() if plain else len(text)
        for start, end, cluster in _clusters(text[done:until]):
            is_space = cluster.isspace()
            same, shape = (" ", " ") if is_space else (_fold_cluster(cluster), cluster[0])
            size = len(same)
            yield _Stretch(same, [done + start] * size, [done + end] * size, shape * size)
        if plain:
            words, (start, done) = plain.group(), plain.span()
            yield _Stretch(words.lower(), range(start, done), range(start + 1, done + 1), words)


def _fold_cluster(cluster: str) -> str:
    if cluster.isascii():
        return "'" if cluster in "\"'`" else cluster.lower()
    if cluster in _SAME or cluster in _LIGATURES:
        return _SAME.get(cluster, cluster)
    if unicodedata.category(cluster[0]) == "Pd":
        return "-" + cluster[1:]
    # The folding of a letter may be of another form than that of its capital, as with ΐ.
    return unicodedata.normalize("NFC", cluster.casefold())


def _clusters(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the characters of ``text`` in canonical form, with their places from and to.

    What has no width is left out. A letter and its marks are one character, and so are the jamo of
    a syllable, so that the folding of a text does not depend on how it was encoded.
    """
    start, end, cluster = 0, 0, ""
    for place, character in enumerate(text):
        if character in _INVISIBLE:
            continue
        if cluster and not character.isascii() and _continues(character):
            cluster += character
            end = place + 1
            continue
        if cluster:
            yield start, end, _composed(cluster)
        start, end, cluster = place, place + 1, character
    if cluster:
        yield start, end, _composed(cluster)


def _continues(character: str) -> bool:
    is_jamo = "\u1160" <= character <= "\u11ff"  # vowels and final consonants
    return is_jamo or unicodedata.category(character).startswith("M")


def _composed(cluster: str) -> str:
    return cluster if cluster.isascii() else unicodedata.normalize("NFC", cluster)


def find_quote(parts: Sequence[str], paragraphs: Sequence[FoldedText]) -> list[Span]:
    """Return where the parts of a quotation follow each other, once for each paragraph they do.

    Parts begin and end with whole words. Of several places in a paragraph it is the first.
    """
    found = []
    rarest = max(map(_fold_part, parts), key=len, default="")
    for number, paragraph in enumerate(paragraphs):
        if rarest in paragraph.text and (places := place_parts(parts, paragraph)):
            found.append(Span(number, *paragraph.span(places[0][0], places[-1][1])))
    return found


def place_parts(parts: Sequence[str], paragraph: FoldedText) -> list[tuple[int, int]] | None:
    """Return where parts of a quotation follow each other in the folded text; None if not."""
    places: list[tuple[int, int]] = []
    for part in parts:
        wanted = _fold_part(part)
        place = find_words(wanted, paragraph, places[-1][1] if places else 0)
        if place is None:
            return None
        places.append((place, place + len(wanted)))
    return places or None


@lru_cache(maxsize=10_000)
def _fold_part(part: str) -> str:
    return fold_text(part).text.strip()


def find_words(words: str, paragraph: FoldedText, after: int = 0) -> int | None:
    """Return the first place in the folded text, from ``after`` on, of folded words; None if none.

    They begin and end where words may.
    """
    place = paragraph.text.find(words, after)
    while words and place != -1:
        if paragraph.is_break(place) and paragraph.is_break(place + len(words)):
            return place
        place = paragraph.text.find(words, place + 1)
    return None
