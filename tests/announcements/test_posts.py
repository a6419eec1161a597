"""Every post is within its network's limit, by a count written apart from the one it is made by."""

import re
import shutil
import unicodedata
from pathlib import Path

import pytest
import regex
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.announcements import Subject, view_of
from generator.announcements.networks import Network
from generator.records.news import NewsKind
from tests.announcements.programs import THEME, announcer_of, records, site_of


def x_length(text: str) -> float:
    """twitter-text 3: 280, counted by code points and without its tables of emoji."""
    text = re.sub(r"https?://\S+", "u" * 23, unicodedata.normalize("NFC", text))
    light = [*range(4352), *range(8192, 8206), *range(8208, 8224), *range(8242, 8248)]
    known = frozenset(light)
    return sum(
        2
        if len(cluster) > 1 and any(ord(one) > 0x2000 for one in cluster)
        else sum(1 if ord(one) in known else 2 for one in cluster)
        for cluster in regex.findall(r"\X", text)
    )


def seen(text: str) -> int:
    return len(regex.findall(r"\X", text))


LENGTHS = {
    Network.X: (x_length, 280),
    Network.MASTODON: (lambda text: seen(re.sub(r"https?://\S+", "u" * 23, text)), 500),
    Network.BLUESKY: (seen, 300),
    Network.THREADS: (len, 500),
    Network.LINKEDIN: (len, 3000),
    Network.INSTAGRAM: (len, 2200),
    Network.FACEBOOK: (len, 63206),
}

TITLES = st.lists(
    st.sampled_from(
        [
            "Lamps that stay on ",
            "مصابيح لا تنطفئ ",
            "Лампы, которые не гаснут ",
            "图书馆的夜晚",
            "図書館の夜",
            "도서관의 밤 ",
            "ห้องสมุดกลางคืน",
            "दीपक जो जलते रहते हैं ",
            "👩\u200d🔬📚",
            "e\u0301le\u0301gie ",
        ]
    ),
    min_size=1,
    max_size=14,
).map(lambda parts: unicodedata.normalize("NFC", "".join(parts).strip())[:290].strip())


@given(title=TITLES)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_post_is_within_the_limit_and_keeps_its_link(title: str, tmp_path: Path) -> None:
    program = records()
    program["outputs/2031-lamps.yaml"]["title"] = title
    site = site_of(tmp_path, program, "2031-03-01")
    view = view_of(site, Subject(NewsKind.OUTPUT, "2031-lamps"))
    assert view is not None
    announcer = announcer_of(site)
    for network, (length, most) in LENGTHS.items():
        post = announcer.post(NewsKind.OUTPUT, view, network).rstrip("\n")
        assert length(post) <= most, network
        assert "https://doi.org/10.5555/nothing.1" in post.split("\n")


def test_every_network_is_counted() -> None:
    assert set(LENGTHS) == set(Network)


@pytest.mark.parametrize(("network", "most"), [(Network.THREADS, 1), (Network.MASTODON, 3)])
def test_a_post_has_as_many_hashtags_as_its_network_heeds(
    network: Network, most: int, tmp_path: Path
) -> None:
    program = records()
    topics = [f"topic-{number}" for number in range(5)]
    program["vocabulary.yaml"]["topics"] += [
        {"id": one, "label": f"Some {one}", "definition": "Invented."} for one in topics
    ]
    program["outputs/2031-lamps.yaml"]["topics"] = topics
    site = site_of(tmp_path, program, "2031-03-01")
    view = view_of(site, Subject(NewsKind.OUTPUT, "2031-lamps"))
    assert view is not None
    post = announcer_of(site).post(NewsKind.OUTPUT, view, network)
    assert re.findall(r"#\w+", post) == ["#InventedMentorship", "#SomeTopic0", "#SomeTopic1"][:most]


@pytest.mark.parametrize("network", Network)
def test_no_word_of_a_title_is_taken_for_a_hashtag_of_ours(
    network: Network, tmp_path: Path
) -> None:
    title = "What #MeToo and #TimesUp changed: issue #3, #3 again, and #InventedMentorship"
    program = records()
    program["outputs/2031-lamps.yaml"]["title"] = title
    site = site_of(tmp_path, program, "2031-03-01")
    view = view_of(site, Subject(NewsKind.OUTPUT, "2031-lamps"))
    assert view is not None
    post = announcer_of(site).post(NewsKind.OUTPUT, view, network)
    assert title in post
    assert post.replace(title, "").split().count("#InventedMentorship") == 1


@pytest.mark.parametrize("form", ["email.txt", "long.txt", "news.md", "short.txt"])
def test_no_mark_of_a_hashtag_is_left(form: str, tmp_path: Path) -> None:
    theme = tmp_path / "theme"
    shutil.copytree(THEME / "announcements", theme / "announcements")
    head = {"email.txt": "Subject: {tag}\n\n", "news.md": "# {tag}\n\n"}.get(form, "")
    text = f"{head}Of {{tag}}\n\n".replace("{tag}", '{{ "the night" | hashtag }}')
    for name in (f"output.{form}", "signature.txt", "sample.txt"):
        (theme / "announcements" / name).write_text(text, "utf-8")
    program = records()
    program["program.yaml"]["sample"] = True
    site = site_of(tmp_path / "records", program, "2031-03-01")
    view = view_of(site, Subject(NewsKind.OUTPUT, "2031-lamps"))
    assert view is not None
    announcer = announcer_of(site, theme)
    news = announcer.news(NewsKind.OUTPUT, view)
    said = [announcer.email(NewsKind.OUTPUT, view), news.title, news.markdown]
    said += [announcer.post(NewsKind.OUTPUT, view, network) for network in Network]
    assert "#TheNight" in "".join(said)
    assert [one for one in said if not one.replace("\n", "").isprintable()] == []


def test_a_post_calls_nobody(tmp_path: Path) -> None:
    program = records()
    program["outputs/2031-lamps.yaml"]["title"] = "What @somebody said"
    site = site_of(tmp_path, program, "2031-03-01")
    view = view_of(site, Subject(NewsKind.OUTPUT, "2031-lamps"))
    assert view is not None
    announcer = announcer_of(site)
    assert "@ somebody" in announcer.post(NewsKind.OUTPUT, view, Network.MASTODON)
    assert "@somebody" in announcer.email(NewsKind.OUTPUT, view)
