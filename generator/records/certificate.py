"""Certificates and letters that were given out, and what became of them."""

import re
from typing import Annotated

from pydantic import AfterValidator, WithJsonSchema

from generator.records.dates import Date
from generator.records.fields import (
    ConsentScope,
    Holds,
    Line,
    PairingId,
    ParticipantId,
    Record,
    committee,
    fault,
    public,
    with_consent,
)

ID_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
"""The characters of a certificate's id: Crockford's base 32, which nobody misreads."""

ID_GROUPS, ID_GROUP_LENGTH = 4, 5
_ID_PATTERN = f"^[{ID_ALPHABET}]{{5}}(-[{ID_ALPHABET}]{{5}}){{3}}$"


def _certificate_id(value: str) -> str:
    if not re.fullmatch(_ID_PATTERN, value):
        raise fault(
            "bad-certificate-id",
            f"'{value}' is no id of a certificate",
            "take the file as 'lrrt certificates' wrote it: 'git checkout HEAD -- FILE'",
        )
    return value


CertificateId = Annotated[
    str,
    AfterValidator(_certificate_id),
    WithJsonSchema({"type": "string", "pattern": _ID_PATTERN}),
    Holds("id of a certificate, by chance: 7kq2m-9fx3v-ht8wn-d4p6r"),
]


class Override(Record):
    """A document given although the cohort's rule was not met, by decision of the chair."""

    reason: Annotated[Line, committee("Why it was given all the same.")]
    by: Annotated[Line, committee("Who decided.")]
    day: Annotated[Date, committee("The day of the decision.")]


class Revocation(Record):
    """A certificate taken back."""

    day: Annotated[Date, public("The day on which it was taken back.")]
    reason: Annotated[Line, committee("Why.")]


class Certificate(Record):
    """A certificate of a mentee. Its id leads to the page by which others can verify it."""

    id: Annotated[CertificateId, public("Id that nobody can guess; the page's address.")]
    participant: Annotated[
        ParticipantId, with_consent(ConsentScope.CERTIFICATE, "Id of the mentee.")
    ]
    pairing: Annotated[
        PairingId, with_consent(ConsentScope.PAIRING, "The pairing in which it was earned.")
    ]
    issued: Annotated[Date, public("The day on which it was given.")]
    override: Annotated[
        Override | None, committee("The chair's decision, where the rule was not met.")
    ] = None
    revoked: Annotated[Revocation | None, public("When it was taken back.")] = None


class Letter(Record):
    """A letter of appreciation for a mentor."""

    participant: Annotated[ParticipantId, committee("Id of the mentor.")]
    issued: Annotated[Date, committee("The day on which it was written.")]
    override: Annotated[
        Override | None, committee("The chair's decision, where the rule was not met.")
    ] = None


class CertificateFile(Record):
    """The certificates and letters of a cohort, kept by 'lrrt certificates' and 'lrrt letters'.

    Made again, a document has the same id and day, and so the same bytes.
    """

    certificates: Annotated[
        tuple[Certificate, ...], public("The certificates, in the order in which they were given.")
    ] = ()
    letters: Annotated[
        tuple[Letter, ...], committee("The letters, in the order in which they were written.")
    ] = ()
