"""What the specification asks of a credential, as a JSON Schema written from its text.

Open Badges 3.0, appendix B, on the Verifiable Credentials Data Model 2.0, section 4. Stricter than
both in what the program leaves out.
"""

from typing import Any

ADDRESS = {"type": "string", "pattern": r"^https://\S+$"}
TEXT = {"type": "string", "minLength": 1}
WHEN = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$"}
CONTEXT = {
    "type": "array",
    "prefixItems": [
        {"const": "https://www.w3.org/ns/credentials/v2"},
        {"const": "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"},
        {"const": "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"},
    ],
    "items": False,
    "minItems": 3,
}


def whole(**properties: Any) -> dict[str, Any]:
    """An object that has these properties and no other; those whose name ends in _ need not be."""
    return {
        "type": "object",
        "properties": {name.removesuffix("_"): value for name, value in properties.items()},
        "required": [name for name in properties if not name.endswith("_")],
        "additionalProperties": False,
    }


def types(*names: str) -> dict[str, Any]:
    return {"const": list(names)}


PROFILE = whole(id=ADDRESS, type=types("Profile"), name=TEXT, url=ADDRESS, description=TEXT)
ACHIEVEMENT = whole(
    id=ADDRESS,
    type=types("Achievement"),
    achievementType={"const": "CertificateOfCompletion"},
    name=TEXT,
    description=TEXT,
    criteria=whole(narrative=TEXT),
)
IDENTITY = whole(
    type={"const": "IdentityObject"},
    hashed={"const": False},
    identityHash=TEXT,
    identityType={"const": "name"},
)
SUBJECT = whole(
    id=ADDRESS,
    type=types("AchievementSubject"),
    identifier={"type": "array", "items": IDENTITY, "minItems": 1, "maxItems": 1},
    achievement=ACHIEVEMENT,
    narrative_=TEXT,
)
CREDENTIAL = whole(
    id=ADDRESS,
    type=types("VerifiableCredential", "OpenBadgeCredential"),
    name=TEXT,
    issuer=PROFILE,
    validFrom=WHEN,
    credentialSubject=SUBJECT,
    credentialStatus=whole(id=ADDRESS, type={"const": "1EdTechRevocationList"}),
    credentialSchema={
        "type": "array",
        "items": whole(id=ADDRESS, type={"const": "1EdTechJsonSchemaValidator2019"}),
        "minItems": 1,
    },
)
CREDENTIAL["properties"]["@context"] = CONTEXT
CREDENTIAL["required"].append("@context")

REVOCATION_LIST = whole(
    id=ADDRESS,
    issuer=ADDRESS,
    revokedCredentials={
        "type": "array",
        "items": whole(id=ADDRESS, revoked={"const": True}),
        "uniqueItems": True,
    },
)
