"""Words in DOT and Mermaid."""

from orggraph.text.escapes import escape_mermaid, mermaid_id, one_line, quote_dot, quote_dot_label


def test_dot_keeps_quotes_and_backslashes() -> None:
    assert quote_dot('a "b" \\N\nc') == '"a \\"b\\" \\\\N\\nc"'
    assert quote_dot_label("a &lt; b\\") == '"a &amp;lt; b\\\\"'
    assert quote_dot_label('a\\"b"') == '"a\\\\&quot;b&quot;"'


def test_mermaid_codes_what_could_mean_something() -> None:
    assert escape_mermaid('<b>"x"</b> #1 `y`') == "#60;b#62;#34;x#34;#60;/b#62; #35;1 #96;y#96;"
    assert escape_mermaid("1. udvalg") == "1#46; udvalg"
    assert "$$" not in escape_mermaid("$$x$$").replace("#36;", "$")


def test_mermaid_ids_are_apart() -> None:
    assert mermaid_id("kd-net") == "n_kd_2d_net"
    ids = ["a-b", "a.b", "a_b", "a_2d_b", "ab", "å", "end"]
    assert len({mermaid_id(id_) for id_ in ids}) == len(ids)


def test_one_line_has_no_controls() -> None:
    assert one_line("a\n\tb\x00\x1b c ") == "a b\ufffd\ufffd c"
