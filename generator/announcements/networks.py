"""The networks: how much each takes, and how it counts."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from generator.announcements.counting import (
    code_units,
    graphemes,
    mastodon_length,
    threads_length,
    x_weight,
)


class Network(StrEnum):
    """Where posts go."""

    MASTODON = "mastodon"
    BLUESKY = "bluesky"
    X = "x"
    LINKEDIN = "linkedin"
    FACEBOOK = "facebook"
    THREADS = "threads"
    INSTAGRAM = "instagram"


@dataclass(frozen=True, slots=True)
class Limits:
    """What a network takes.

    A post may have ``longest`` by each pair's count. ``alternative`` is how many characters the
    alternative text of a picture may have. ``hashtags`` are those that the network heeds.
    ``is_short`` says that a post is a few sentences, ``links`` that addresses can be followed.
    """

    name: str
    counts: tuple[tuple[int, Callable[[str], int]], ...]
    alternative: int
    hashtags: int = 3
    is_short: bool = True
    links: bool = True

    def fits(self, text: str) -> bool:
        """Tell whether the network takes a text."""
        return all(count(text) <= longest for longest, count in self.counts)


def _bytes(text: str) -> int:
    return len(text.encode())


LIMITS = {
    Network.MASTODON: Limits("Mastodon", ((500, mastodon_length),), 1500),
    Network.BLUESKY: Limits("Bluesky", ((300, graphemes), (3000, _bytes)), 2000),
    Network.X: Limits("X", ((280, x_weight),), 1000),
    Network.LINKEDIN: Limits("LinkedIn", ((3000, code_units),), 1000, is_short=False),
    Network.FACEBOOK: Limits("Facebook", ((63206, code_units),), 1000, is_short=False),
    Network.THREADS: Limits("Threads", ((500, threads_length),), 1000, hashtags=1),
    Network.INSTAGRAM: Limits(
        "Instagram", ((2200, code_units),), 1000, is_short=False, links=False
    ),
}
"""The limits of each network.

Sources: Mastodon, Instance entity (``max_characters``, ``description_limit``). Bluesky, lexicon
app.bsky.feed.post (``maxGraphemes``, ``maxLength``), and MAX_ALT_TEXT of its app. X, twitter-text
3.1, config/v3.json, and its help on image descriptions. LinkedIn, Posts API (``commentary``). Meta,
Threads API "Posts" and Instagram Platform "Content Publishing". Facebook gives no limit for
alternative texts; that of Instagram stands for it. Servers of Mastodon may be set to take more.
"""

ALTERNATIVE = min(limits.alternative for limits in LIMITS.values())
"""Characters of an alternative text that every network takes."""
