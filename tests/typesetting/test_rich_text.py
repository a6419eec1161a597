from generator.typesetting import Run, paragraphs, runs


def run(text: str, *style: str, link: str = "") -> Run:
    return Run(text=text, style=list(style), link=link)


def test_emphasis_is_taken_apart_into_runs() -> None:
    assert runs("A <i>slow <b>and</b></i> H<sub>2</sub>O<sup>3</sup>") == [
        run("A "),
        run("slow ", "i"),
        run("and", "i", "b"),
        run(" H"),
        run("2", "sub"),
        run("O"),
        run("3", "sup"),
    ]


def test_em_and_strong_are_italic_and_bold() -> None:
    assert runs("<em>a</em><strong>b</strong>") == [run("a", "i"), run("b", "b")]


def test_a_link_keeps_its_address() -> None:
    assert runs('see <a href="https://example.org/?a=1&amp;b=2">here</a>.') == [
        run("see "),
        run("here", link="https://example.org/?a=1&b=2"),
        run("."),
    ]


def test_other_tags_go_and_their_text_stays() -> None:
    assert runs("<span class='x'>a</span><br>b") == [run("a"), run("b")]


def test_what_was_escaped_is_text() -> None:
    assert runs("&lt;i&gt; &amp; &#8212;") == [run("<i> & —")]


def test_tags_that_are_closed_twice_or_crosswise_do_no_harm() -> None:
    assert runs("</i>a<i>b<b>c</i>d</b>e") == [
        run("a"),
        run("b", "i"),
        run("c", "i", "b"),
        run("d", "b"),
        run("e"),
    ]


def test_empty_lines_part_paragraphs_and_other_breaks_do_not() -> None:
    assert paragraphs("one\n  two\n\n \nthree\n\n") == [[run("one two")], [run("three")]]


def test_a_text_of_nothing_has_no_paragraph() -> None:
    assert paragraphs(" \n\n ") == []
