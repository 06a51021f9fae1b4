from orggraph.documents.document import Bullets, Figure, Heading, Note, Paragraph, Run, Table
from orggraph.documents.paper import (
    Area,
    inks_of,
    lead_of,
    note_words,
    picture_dpi,
    picture_size,
    plain,
    split_sections,
)
from orggraph.themes.reading import find_theme
from tests.documents.samples import roster, small_scene
from tests.render.scenes import scene

UPRIGHT, TURNED = Area(166.0, 250.0), Area(253.0, 163.0)
HEADING = Heading(1, "Figurer", "figures")
LEAD = Paragraph((Run("Figuren viser det hele."),))
WIDE = Figure(1, scene(), "Bred", "", ())
SMALL = Figure(2, small_scene(), "Lille", "", ())


def split(*blocks):
    return [(part.turned, list(part.blocks)) for part in split_sections(blocks, UPRIGHT, TURNED)]


def test_a_wide_figure_lies_across_and_takes_its_lead_along() -> None:
    before, after = Paragraph((Run("Før"),)), Paragraph((Run("Efter"),))
    assert split(before, HEADING, LEAD, WIDE, after) == [
        (False, [before]),
        (True, [HEADING, LEAD, WIDE]),
        (False, [after]),
    ]


def test_all_headings_above_a_wide_figure_go_with_it() -> None:
    second = Heading(2, "Den første", "first")
    assert split(LEAD, HEADING, second, WIDE) == [(False, [LEAD]), (True, [HEADING, second, WIDE])]
    assert split(HEADING, WIDE) == [(True, [HEADING, WIDE])]


def test_long_text_does_not_move_with_a_figure() -> None:
    long = Paragraph((Run("ord " * 400),))
    assert split(HEADING, long, WIDE) == [(False, [HEADING, long]), (True, [WIDE])]
    assert split(SMALL, LEAD, WIDE) == [(False, [SMALL, LEAD]), (True, [WIDE])]


def test_a_figure_whose_letters_can_be_read_stays_upright() -> None:
    assert split(HEADING, SMALL) == [(False, [HEADING, SMALL])]
    high = WIDE._replace(scene=scene(height=2000.0))  # turned, it would be smaller still
    assert split(high) == [(False, [high])]


def test_a_table_of_many_columns_lies_across() -> None:
    many = Table(1, "Mange", ("x",) * 7, (), (0.142,) * 7)
    few = Table(2, "Få", ("x",) * 6, (), (0.166,) * 6)
    assert split(few) == [(False, [few])]
    assert split(roster(1), many) == [(False, [roster(1)]), (True, [many])]


def test_a_figure_is_as_large_as_there_is_room_and_never_larger_than_it_is() -> None:
    assert picture_size(SMALL, UPRIGHT).width == 400 / 96 * 25.4
    wide = picture_size(WIDE, UPRIGHT)
    assert wide.width == UPRIGHT.width
    assert round(wide.width / wide.height, 6) == round(960 / 720, 6)
    alone, led = picture_size(WIDE, TURNED), picture_size(WIDE, TURNED, (HEADING, LEAD))
    assert led.height < alone.height <= TURNED.height
    paper = WIDE._replace(scene=scene(paper=(100.0, 75.0)))
    assert picture_size(paper, UPRIGHT) == Area(100.0, 75.0)


def test_what_leads_to_a_figure_begins_after_the_one_before() -> None:
    blocks = (HEADING, WIDE, LEAD, SMALL)
    assert lead_of(blocks, 1) == (HEADING,)
    assert lead_of(blocks, 3) == (LEAD,)


def test_ink_is_read_on_paper_whatever_the_theme() -> None:
    light, dark = find_theme("light"), find_theme("dark")
    assert inks_of(light).ink == light.ink
    assert inks_of(dark).ink != dark.ink
    assert inks_of(dark) == inks_of(light)


def test_words_are_on_one_line_and_can_be_written() -> None:
    assert plain(" a\n b\tc\x00 \ud800") == " a b c\ufffd \ufffd"


def test_a_note_ends_with_the_site_of_its_source() -> None:
    words = (Run("Vedtægt: »x«"),)
    assert note_words(Note(1, words)) == words
    note = Note(1, words, "https://www.example.org/path?x=1")
    assert note_words(note)[-1] == Run("www.example.org", href=note.href)
    linked = (Run("Vedtægt", href=note.href),)
    assert note_words(note._replace(words=linked)) == linked
    assert note_words(note._replace(href="https://")) == words


def test_a_very_large_picture_has_no_more_pixels_than_print_shows() -> None:
    assert picture_dpi(SMALL, picture_size(SMALL, UPRIGHT)) == 192
    vast = WIDE._replace(scene=scene(width=96_000.0, height=72_000.0))
    size = picture_size(vast, UPRIGHT)
    assert abs(picture_dpi(vast, size) * 1000 - size.width / 25.4 * 300) < 500


def test_bullets_go_with_their_figure_and_take_room() -> None:
    items = Bullets(((Run("Et"),), (Run("To"),)))
    assert split(LEAD, HEADING, items, WIDE) == [(False, [LEAD]), (True, [HEADING, items, WIDE])]
    assert picture_size(WIDE, TURNED, (items,)).height < picture_size(WIDE, TURNED).height
    lead = Paragraph((Run("Ledende tekst uden overskrift."),))
    assert split(lead, WIDE) == [(False, [lead]), (True, [WIDE])]
