"""Every kind of page, each by one that stands for it."""

KINDS = {
    "home": "",
    "apply": "apply/",
    "people": "people/",
    "person": "people/xu-gousi/",
    "cohorts": "cohorts/",
    "completed cohort": "cohorts/2025/",
    "running cohort": "cohorts/2026/",
    "outputs": "outputs/",
    "impact": "impact/",
    "output": "outputs/2026-bilingual-headings-article/",
    "output with a long title and 25 authors": "outputs/2026-student-newspaper-inventory/",
    "events": "events/",
    "event": "events/2023-ala-annual-session/",
    "event with a schedule": "events/2026-review-workshop/",
    "symposium": "events/2026-symposium/",
    "how to verify a certificate": "certificates/",
    "certificate": "certificates/k0ksh-gsxd9-mfn7d-xm9bx/",
    "search": "search/",
    "results": "search/?q=library",
    "accessibility": "accessibility/",
    "privacy": "privacy/",
    "not found": "404.html",
}
SIZES = {"phone": (390, 844), "desktop": (1280, 900)}
