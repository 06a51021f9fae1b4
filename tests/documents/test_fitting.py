from orggraph.documents.document import Run
from orggraph.documents.fitting import Fitting
from tests.documents.samples import document


def test_only_words_wider_than_their_column_may_break() -> None:
    fitting = Fitting(document())
    words = "Forretningsudvalgets medlem"
    assert fitting.fit(Run(words), 60.0) == words
    made = fitting.fit(Run(words), 25.0)
    assert made.endswith(" medlem")
    assert "\u00adud\u00adval\u00adgets" in made
    assert made.replace("\u00ad", "") == words


def test_marks_and_weight_take_room() -> None:
    fitting = Fitting(document())
    width = next(
        at / 4 for at in range(400) if "\u00ad" not in fitting.fit(Run("udvalget"), at / 4)
    )
    assert "\u00ad" in fitting.fit(Run("udvalget", notes=(12, 13)), width)
    assert "\u00ad" in fitting.fit(Run("udvalget", strong=True), width)
    assert "\u00ad" in fitting.fit_heading("udvalget", width)


def test_a_document_of_a_language_without_syllables_breaks_too() -> None:
    made = Fitting(document(language="xx")).fit(Run("x" * 40), 20.0)
    assert made.count("\u200b") == 3
