"""A small program whose mentee was given a certificate."""

from typing import Any

from tests.views.sites import Records, person, records

ID = "ab789-9fx3v-ht8wn-d4p6r"
OTHER = "c0ffe-9fx3v-ht8wn-d4p6r"
PROJECT = "Who reads <i>aloud</i>"


def consent(scopes: list[str]) -> dict[str, Any]:
    return {"given": "2026-01-02", "scopes": scopes}


def program(**certificate: Any) -> Records:
    """A pair, and the certificate of its mentee; everybody agreed to everything."""
    filled = records()
    kept = ("program.yaml", "vocabulary.yaml", "cohorts/2026.yaml")
    given = {
        "id": ID,
        "participant": "nadia",
        "pairing": "2026/pair",
        "issued": "2027-04-01",
        **certificate,
    }
    nadia = person("Nadia", "Invented")
    nadia["name"] |= {"original": "Надя", "original_language": "ru"}
    pair = {
        "id": "pair",
        "mentors": ["milo"],
        "mentees": ["nadia"],
        "status": "active",
        "project": {"title": PROJECT},
    }
    cohort = {**filled["cohorts/2026.yaml"], "completion": {"presentation": "false"}}
    return {
        **{path: filled[path] for path in kept},
        "cohorts/2026.yaml": {
            key: value for key, value in cohort.items() if key not in ("pins", "exclusions")
        },
        "participants/nadia.yaml": nadia,
        "participants/milo.yaml": person("Milo", "Madeup"),
        "pairings/2026.yaml": {"pairings": [pair]},
        "certificates/2026.yaml": {"certificates": [given]},
    }
