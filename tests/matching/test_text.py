import random
from math import isqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.matching.text import SharedTerm, TextModel, Texts, split_into_parts
from generator.matching.vectors import UNIT, Index, log2, product, to_unit
from generator.matching.words import Lexicon
from tests.benchmarks.text_matching import (
    COHORTS,
    OLS,
    OTHER,
    SAME_FAMILY,
    SAME_FIELD,
    hits,
    loss,
    read_cohort,
    read_reviews,
)

SEED = "Interviews with rural librarians about seed libraries and the lending of garden tools."
CHAT = "Transcripts of chat reference show how patrons ask for help with citations at night."
MAPS = "Historical maps are digitized, georeferenced and described in a shared gazetteer."
POEMS = "Poetry readings for teenagers bring spoken word artists into branch libraries."
OTHERS = {"chat": CHAT, "maps": MAPS, "poems": POEMS}

WORDS = ["seed", "library", "map", "poem", "chat", "reference", "of", "the", "data", "survey"]
PART = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)
PARTS = st.lists(PART, max_size=3).map(tuple)
PEOPLE = st.lists(PARTS, min_size=1, max_size=5).map(
    lambda people: [Texts(f"person-{at}", parts) for at, parts in enumerate(people)]
)


def model_of(seeker: str | tuple[str, ...], **offerers: str | tuple[str, ...]) -> TextModel:
    """Return a model of one seeker, called 'seeker', and some offerers."""
    return TextModel([one("seeker", seeker)], [one(id_, text) for id_, text in offerers.items()])


def one(id_: str, text: str | tuple[str, ...]) -> Texts:
    return Texts(id_, (text,) if isinstance(text, str) else text)


def keys(text: str, language: str = "english") -> list[str]:
    return [term.key for term in Lexicon(language).terms(text)]


def words(text: str) -> list[str]:
    return [term.key for term in Lexicon().terms(text) if not term.words]


class TestSimilarity:
    def test_same_text_has_all(self) -> None:
        assert model_of(SEED, twin=SEED).similarity("seeker", "twin") >= 995
        assert model_of(SEED, twin=SEED, **OTHERS).similarity("seeker", "twin") >= 950

    def test_nothing_in_common_has_none(self) -> None:
        assert model_of(SEED, maps=MAPS).similarity("seeker", "maps") == 0

    def test_nearer_text_has_more(self) -> None:
        near = "Seed libraries in rural towns: a survey of gardeners who borrow tools."
        scores = model_of(SEED, near=near, **OTHERS).scores("seeker")
        assert max(scores, key=lambda id_: scores[id_]) == "near"
        assert scores["near"] > 2 * scores["poems"]

    @pytest.mark.parametrize("empty", [(), "", " \n ", "of the and", "2026", "!!! ..."])
    def test_text_without_words_has_none_with_anybody(self, empty: str | tuple[str, ...]) -> None:
        model = TextModel(
            [one("nothing", empty), one("seeker", SEED)], [one("nothing", empty), one("seed", SEED)]
        )
        assert model.scores("nothing") == {"nothing": 0, "seed": 0}
        assert model.scores("seeker")["nothing"] == 0
        assert model.scores("seeker")["seed"] > 950
        assert model.shared_terms("nothing", "seed") == ()
        assert model.shared_terms("seeker", "nothing") == ()

    def test_nobody_on_a_side_breaks_nothing(self) -> None:
        TextModel([], [one("offerer", SEED)])
        assert TextModel([one("seeker", SEED)], []).scores("seeker") == {}

    def test_two_people_with_one_id_are_refused(self) -> None:
        with pytest.raises(ValueError, match="twin"):
            TextModel([], [one("twin", SEED), one("twin", MAPS)])

    def test_unknown_person_is_refused(self) -> None:
        with pytest.raises(KeyError, match="nobody"):
            model_of(SEED, maps=MAPS).similarity("seeker", "nobody")


class TestFairness:
    def test_long_bio_does_not_win_by_length(self) -> None:
        long_ = f"{CHAT} {MAPS} {POEMS} {CHAT} Seed libraries in rural towns lend tools."
        short = "Seed libraries in rural towns lend tools."
        scores = model_of(SEED, long=long_, short=short, **OTHERS).scores("seeker")
        assert scores["short"] > scores["long"] > 0

    def test_further_paragraphs_on_other_matters_do_not_help(self) -> None:
        short = "Seed libraries in rural towns lend tools to gardeners and farmers."
        scores = model_of(SEED, long=(short, CHAT, MAPS), short=short, poems=POEMS).scores("seeker")
        assert scores["short"] > scores["long"] > scores["poems"]

    def test_saying_the_same_twice_does_not_help(self) -> None:
        short = "Seed libraries in rural towns lend tools to gardeners and farmers."
        scores = model_of(SEED, twice=(short, short), once=short, **OTHERS).scores("seeker")
        assert scores["twice"] <= scores["once"]

    def test_term_of_everybody_makes_nobody_alike(self) -> None:
        common = "My research project as an academic librarian needs a mentor. "
        offerers = {name: common + text for name, text in OTHERS.items()}
        scores = model_of(common + SEED, seed=common + SEED[:55], **offerers).scores("seeker")
        assert scores["seed"] > 500
        assert all(scores[name] < 100 for name in OTHERS)

    def test_text_like_everybody_counts_less_than_a_text_like_few(self) -> None:
        seekers = [one("seeker", "maps poems"), one("a", "maps"), one("b", "maps"), one("c", "x y")]
        offerers = [
            one("usual", "maps seeds"),
            one("rare", "poems seeds"),
            one("other", "maps oak"),
        ]
        scores = TextModel(seekers, offerers).scores("seeker")
        assert scores["rare"] > scores["usual"]


class TestTerms:
    @pytest.mark.parametrize(
        ("this", "that"),
        [
            ("cataloging", "catalogs"),
            ("catalogue", "catalog"),
            ("digitisation", "digitizing"),
            ("behaviour", "behavior"),
            ("programmes", "programs"),
            ("centre", "center"),
            ("metadata", "METADATA"),
            ("Zürich", "zurich"),
            ("Zu\u0308rich", "zurich"),
            ("Łódź", "lodz"),
            ("Ærø", "aero"),
            ("mentor's", "mentors"),
            ("θεωρία", "ΘΕΩΡΙΑ"),
            ("مَكْتَبَة", "مكتبة"),
        ],
    )
    def test_forms_of_a_word_are_one_term(self, this: str, that: str) -> None:
        assert words(this) == words(that)
        assert len(words(this)) == 1

    @pytest.mark.parametrize("form", ["meta-data", "meta data", "metadata", "Meta\u2010Data"])
    def test_compound_is_found_however_it_is_written(self, form: str) -> None:
        assert "metadata" in keys(form)

    def test_neighbors_are_a_pair_across_stop_words(self) -> None:
        assert keys("the history of books") == ["histori", "book", "historibook"]

    def test_same_word_twice_is_no_pair(self) -> None:
        assert keys("data, data") == ["data", "data"]

    def test_pair_says_more_than_its_words_apart(self) -> None:
        model = TextModel(
            [one("seeker", "open access")],
            [
                one("pair", "open access for rural gardeners"),
                one("apart", "access for rural gardeners open"),
                one("other", "closed stacks and old maps"),
            ],
        )
        scores = model.scores("seeker")
        assert scores["pair"] > scores["apart"] > 0

    def test_numbers_and_single_letters_are_no_terms(self) -> None:
        assert keys("2026 b 7 COVID19") == ["covid19"]

    def test_chinese_is_read_in_pairs_of_characters(self) -> None:
        assert words("图书馆学 x 书") == ["图书", "书馆", "馆学", "书"]

    @pytest.mark.parametrize(
        ("seeker", "near", "far"),
        [
            ("数字图书馆的元数据", "图书馆员与元数据质量", "儿童诗歌朗诵"),
            ("デジタル図書館の研究", "図書館の利用者", "子供の詩"),
            ("цифровая библиотека", "библиотека и архив", "детская поэзия"),
            ("डिजिटल पुस्तकालय", "पुस्तकालय सेवा", "बच्चों की कविता"),
            ("ห้องสมุดดิจิทัล", "บริการห้องสมุด", "เพลงกล่อม"),
            ("디지털 도서관", "도서관 봉사", "어린이 노래"),
        ],
    )
    def test_other_scripts_are_matched(self, seeker: str, near: str, far: str) -> None:
        scores = model_of(seeker, near=near, far=far).scores("seeker")
        assert scores["near"] > 100
        assert scores["far"] < scores["near"] / 2

    def test_other_languages_have_their_own_stems(self) -> None:
        assert keys("Bibliotheken", "german") == keys("Bibliothek", "german")

    def test_unknown_language_is_refused(self) -> None:
        with pytest.raises(KeyError, match="klingon"):
            TextModel([], [], language="klingon")

    def test_field_is_known_by_other_words_than_the_seekers(self) -> None:
        near = "Checksums find silent corruption in a preservation repository."
        seekers = [one("seeker", "Fixity audits"), one("link", "Fixity audits compare checksums.")]
        offerers = [one("near", near), one("maps", MAPS), one("poems", POEMS)]
        scores = TextModel(seekers, offerers).scores("seeker")
        assert scores["near"] > 0
        assert scores["maps"] == scores["poems"] == 0


class TestSharedTerms:
    def test_they_are_readable_and_the_largest_comes_first(self) -> None:
        model = model_of(
            "I digitize Historical Maps, and study the history of cartography.",
            near="Historical maps and their digitization; history of cartography in schools.",
            **OTHERS,
        )
        shared = model.shared_terms("seeker", "near")
        assert [term.words for term in shared] == [
            "history of cartography",
            "Historical maps",
            "digitization",
        ]
        assert [term.share for term in shared] == sorted(
            (term.share for term in shared), reverse=True
        )

    def test_only_so_many_are_returned(self) -> None:
        assert len(model_of(SEED, twin=SEED, **OTHERS).shared_terms("seeker", "twin", 2)) == 2

    def test_written_most_often_is_shown(self) -> None:
        model = model_of("libraries", near="library and library", maps=MAPS)
        assert [term.words for term in model.shared_terms("seeker", "near")] == ["library"]

    @pytest.mark.parametrize("pair", ["डिजिटल सेवा", "Zu\u0308rich M\u00fcnster", "reader-writer"])
    def test_words_are_shown_whole(self, pair: str) -> None:
        model = model_of(pair, near=pair, maps=MAPS)
        assert [term.words for term in model.shared_terms("seeker", "near")] == [pair]

    def test_they_explain_all_where_everything_is_shared(self) -> None:
        model = model_of("gardens", near="garden tools", maps=MAPS)
        assert model.shared_terms("seeker", "near") == (SharedTerm("garden", 1000),)


class TestParts:
    def test_paragraphs_are_parts(self) -> None:
        assert split_into_parts(f"{SEED}\n\n{CHAT}", MAPS + " " + POEMS) == (
            SEED,
            CHAT,
            f"{MAPS} {POEMS}",
        )

    def test_short_paragraphs_join_their_neighbors(self) -> None:
        assert split_into_parts(f"Hello!\n\n{SEED}\n\nThank you.", "") == (
            f"Hello!; {SEED}; Thank you.",
        )

    def test_markup_and_addresses_are_dropped(self) -> None:
        text = (
            "# About me\nI run **seed _libraries_** (see [our page](https://example.org/a_(b)),\n"
            "<https://example.org>, www.example.org or ada@example.org) &amp; <b>lend</b> `tools`:\n"
            "\n- rakes\n- spades\n1. hoes\n\n---\n\n[ref]: https://example.org"
        )
        assert split_into_parts(text) == (
            "About me I run seed libraries (see our page, , or ) & lend tools:; rakes; spades; hoes",
        )

    def test_nothing_has_no_parts(self) -> None:
        assert split_into_parts() == split_into_parts("", " \n\n ") == ()

    @pytest.mark.parametrize(
        "what", ["a", "[", "(", "<", "<!--", "*", "_", "a@", "[a](", "-\n", " "]
    )
    def test_long_nonsense_takes_no_long_time(self, what: str) -> None:
        parts = split_into_parts(what * 20_000)
        assert sum(map(len, parts)) <= 20_000 * len(what)

    @given(st.lists(st.text(), max_size=3))
    def test_any_text_is_split(self, texts: list[str]) -> None:
        assert all(part.strip() for part in split_into_parts(*texts))


class TestVectors:
    def test_logarithm_is_whole_and_exact(self) -> None:
        assert [log2(number) for number in (1, 2, 3, 1024)] == [0, 1024, 1623, 10240]

    @given(st.dictionaries(st.sampled_from(WORDS), st.integers(1, 10**9)))
    def test_unit_vector_is_never_longer_than_a_unit(self, vector: dict[str, int]) -> None:
        length = isqrt(sum(weight**2 for weight in to_unit(vector).values()))
        assert length <= UNIT
        assert not vector or length >= UNIT - len(vector)

    @given(st.integers(0, 60), st.randoms(use_true_random=False))
    def test_index_multiplies_as_one_by_one(self, size: int, chance: random.Random) -> None:
        vectors = [
            to_unit({key: chance.randint(1, 99) for key in WORDS if chance.random() < 0.1 * at})
            for at, _ in enumerate(range(size), 1)
        ]
        query = to_unit({key: chance.randint(1, 99) for key in WORDS})
        assert Index(vectors).products(query) == [product(query, each) for each in vectors]


class TestProperties:
    @given(PEOPLE, PEOPLE)
    def test_values_are_in_range_and_shares_do_not_exceed_the_whole(
        self, seekers: list[Texts], offerers: list[Texts]
    ) -> None:
        model = TextModel(seekers, offerers)
        for seeker in seekers:
            for offerer in offerers:
                assert 0 <= model.similarity(seeker.id, offerer.id) <= 1000
                shared = model.shared_terms(seeker.id, offerer.id, 99)
                assert sum(term.share for term in shared) <= 1000
                assert len({term.words for term in shared}) == len(shared)
                assert all(term.words and term.share > 0 for term in shared)

    @given(PEOPLE, PEOPLE, st.randoms(use_true_random=False))
    def test_order_of_people_does_not_matter(
        self, seekers: list[Texts], offerers: list[Texts], chance: random.Random
    ) -> None:
        model = TextModel(seekers, offerers)
        other = TextModel(
            chance.sample(seekers, len(seekers)), chance.sample(offerers, len(offerers))
        )
        for seeker in seekers:
            assert list(model.scores(seeker.id).items()) == list(other.scores(seeker.id).items())
            for offerer in offerers:
                assert model.shared_terms(seeker.id, offerer.id) == other.shared_terms(
                    seeker.id, offerer.id
                )

    @given(st.lists(st.text(max_size=40), min_size=2, max_size=5))
    def test_any_text_is_compared(self, texts: list[str]) -> None:
        people = [one(f"{at}", text) for at, text in enumerate(texts)]
        model = TextModel(people, people)
        for person in people:
            assert all(0 <= value <= 1000 for value in model.scores(person.id).values())
            model.shared_terms(person.id, "0")


class TestQuality:
    def test_own_field_comes_before_others(self) -> None:
        papers, reviewers, grades = read_reviews()
        own = {pair: max(OTHER, grade - SAME_FAMILY) for pair, grade in grades.items()}
        assert set(own.values()) == {OTHER, SAME_FIELD - SAME_FAMILY}
        assert loss(papers, reviewers, own) <= 0.01
        assert loss(papers, reviewers, grades) <= 0.21

    @pytest.mark.skipif(not OLS.exists(), reason="the data of real cohorts are not here")
    @pytest.mark.parametrize("wide", [False, True])
    def test_committees_choice_is_among_the_best_three_often_enough(self, *, wide: bool) -> None:
        found = [hit for name in COHORTS for hit in hits(read_cohort(name, wide=wide), 3)]
        assert sum(found) / len(found) >= 0.28
