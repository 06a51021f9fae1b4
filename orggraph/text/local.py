"""A text in one or more languages."""

from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class LocalText:
    """A text with its translations: pairs of language code and words, the original first."""

    values: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, text: str, /, language: str = "en", **translations: str) -> Self:
        """Return a text written in ``language``, with translations by language code."""
        return cls(((language, text), *sorted(translations.items())))

    @property
    def original(self) -> str:
        """The text in the language it was written in."""
        return self.values[0][1]

    @property
    def language(self) -> str:
        """The code of the language the text was written in."""
        return self.values[0][0]

    def in_language(self, language: str) -> str:
        """Return the text in ``language``, or the original where there is no translation."""
        if len(self.values) == 1:
            return self.values[0][1]
        return self.translations.get(language, self.original)

    def led_by(self, language: str) -> "LocalText":
        """Return the same text with ``language`` as its original, where it has that language."""
        others = self.translations
        if language not in others:
            return self
        return LocalText.of(others.pop(language), language, **others)

    @property
    def translations(self) -> dict[str, str]:
        """The text by language code, the original included."""
        return dict(self.values)

    def all(self) -> tuple[str, ...]:
        """Return the text in every language it has, the original first."""
        return tuple(text for _, text in self.values)


class TextList(tuple[LocalText, ...]):
    """Texts that are listed in a sentence, which may be told in any language."""

    __slots__ = ()

    def message(self, language: str, /) -> str:
        """Return the texts in ``language``, with commas."""
        return ", ".join(text.in_language(language) for text in self)
