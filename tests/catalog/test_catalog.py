"""References resolved both ways."""

from pathlib import Path

from generator.catalog import Catalog, load_catalog
from generator.records.fields import Refers


def test_what_refers_to_a_record_is_found_from_the_record(catalog: Catalog) -> None:
    pairing = catalog.pairings["2025/reading-aloud"]
    output = catalog.outputs["2026-reading-aloud"]
    talk = "2026-symposium/reading-aloud"
    assert catalog.pairings_of_cohort == {"2025": (pairing,)}
    assert catalog.pairings_of_participant == {"ada-okafor": (pairing,), "ben-larsen": (pairing,)}
    assert catalog.outputs_of_participant == {"ben-larsen": (output,), "ada-okafor": (output,)}
    assert catalog.outputs_of_pairing == {"2025/reading-aloud": (output,)}
    assert catalog.sessions_of_pairing == {"2025/reading-aloud": (talk,)}
    assert catalog.sessions_of_participant == {"ben-larsen": (talk,)}
    assert [event.id for event in catalog.events_of_cohort["2025"]] == [
        "2025-check-in",
        "2026-symposium",
    ]


def test_terms_are_found_by_facet_and_id(catalog: Catalog) -> None:
    assert list(catalog.terms[Refers.TOPIC]) == ["reading", "shared-reading"]
    assert catalog.terms[Refers.NEED]["research-design"].label == "Research design"


def test_a_reference_to_a_broken_file_is_not_called_dangling(program: Path) -> None:
    (program / "records/events/2026-symposium.yaml").write_text("a: b: c")
    (program / "records/vocabulary.yaml").write_text("a: b: c")
    catalog = load_catalog(program / "records").catalog
    assert catalog.may_refer(Refers.EVENT, "2026-symposium")
    assert catalog.may_refer(Refers.SESSION, "2026-symposium/opening")
    assert catalog.may_refer(Refers.TOPIC, "anything")
    assert not catalog.may_refer(Refers.EVENT, "2027-symposium")
    assert not catalog.may_refer(Refers.SESSION, "2027-symposium/opening")


def test_events_are_at_their_own_time_or_the_program_s(catalog: Catalog) -> None:
    check_in = catalog.events["2025-check-in"].record
    assert catalog.zone_of(check_in) == "America/Chicago"
    elsewhere = check_in.model_copy(update={"time_zone": "Asia/Tokyo"})
    assert catalog.zone_of(elsewhere) == "Asia/Tokyo"
