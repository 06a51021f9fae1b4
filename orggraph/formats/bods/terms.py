"""The interests of the BODS code list, as relation types.

A seat on a board is a membership. For the rest the core vocabulary has no type, so a file gets
types of its own, those that it uses. Codes of BODS 0.1, with hyphens, are the same as the later.
"""

import re
from typing import Any

FAMILY = "ownership"
OTHER = "interest"
_FAMILY_LABEL = {"en": "ownership and control", "da": "ejerskab og kontrol"}

ON_BOARD = {"boardMember": "member", "boardChair": "chair"}
"""The codes that are memberships, with the role that each is."""

_RENAMED = {
    "influenceOrControl": "otherInfluenceOrControl",
    "otherInfluenceOrControlOfTrust": "otherInfluenceOrControl",
    "settlorOfTrust": "settlor",
    "trusteeOfTrust": "trustee",
    "protectorOfTrust": "protector",
    "beneficiaryOfTrust": "beneficiaryOfLegalArrangement",
    "rightsToSurplusAssets": "rightsToSurplusAssetsOnDissolution",
}
_LABELS = {
    "shareholding": (
        "holds shares in", "har aktier eller andele i", "has as shareholder", "har som andelshaver"
    ),
    "votingRights": (
        "has voting rights in", "har stemmeret i", "has as voter", "har som stemmeberettiget"
    ),
    "appointmentOfBoard": (
        "appoints the board of", "udpeger bestyrelsen for",
        "has its board appointed by", "får bestyrelsen udpeget af",
    ),
    "otherInfluenceOrControl": (
        "has influence over", "har indflydelse på", "is influenced by", "er under indflydelse af"
    ),
    "seniorManagingOfficial": (
        "is a senior manager of", "er øverste leder i", "has as senior manager", "har som leder"
    ),
    "settlor": ("is the settlor of", "er stifter af", "was settled by", "er stiftet af"),
    "trustee": ("is a trustee of", "er forvalter af", "has as trustee", "forvaltes af"),
    "protector": ("is a protector of", "er protektor for", "has as protector", "har som protektor"),
    "beneficiaryOfLegalArrangement": (
        "is a beneficiary of", "er begunstiget af", "has as beneficiary", "begunstiger"
    ),
    "rightsToSurplusAssetsOnDissolution": (
        "has rights to the surplus assets of", "har ret til overskydende aktiver i",
        "owes surplus assets to", "skylder overskydende aktiver til",
    ),
    "rightsToProfitOrIncome": (
        "has rights to the profit of", "har ret til overskud i", "owes profit to",
        "skylder overskud til",
    ),
    "rightsGrantedByContract": (
        "has contractual rights in", "har rettigheder efter aftale i",
        "has granted rights by contract to", "har ved aftale givet rettigheder til",
    ),
    "conditionalRightsGrantedByContract": (
        "has conditional rights in", "har betingede rettigheder i",
        "has granted conditional rights to", "har givet betingede rettigheder til",
    ),
    "controlViaCompanyRulesOrArticles": (
        "controls by its articles", "kontrollerer gennem vedtægterne",
        "is controlled by its articles through", "kontrolleres gennem vedtægterne af",
    ),
    "controlByLegalFramework": (
        "controls by law", "kontrollerer efter lov", "is controlled by law by",
        "kontrolleres efter lov af",
    ),
    "enjoymentAndUseOfAssets": (
        "has the use of assets of", "har brug af aktiver i", "lends assets to",
        "stiller aktiver til rådighed for",
    ),
    "rightToProfitOrIncomeFromAssets": (
        "has rights to income from assets of", "har ret til afkast af aktiver i",
        "owes income from assets to", "skylder afkast af aktiver til",
    ),
    "nominee": ("is a nominee for", "er stråmand for", "has as nominee", "har som stråmand"),
    "nominator": (
        "is the nominator of", "er bagmand for", "has as nominator", "har som bagmand"
    ),
    OTHER: ("has an interest in", "har en interesse i", "is of interest to", "har som interessent"),
}  # fmt: skip
_UNSAID = ("unknownInterest", "unpublishedInterest", "")
_HYPHEN = re.compile("-([a-z])")


def find_code(written: str) -> tuple[str, bool]:
    """Return the code of an interest, and whether what is written is a code at all.

    An interest that is unknown, unpublished or none of the code list is `OTHER`.
    """
    camel = _HYPHEN.sub(lambda found: found[1].upper(), written)
    code = _RENAMED.get(camel, camel)
    if code in _UNSAID:
        return OTHER, True
    return (code, True) if code in _LABELS or code in ON_BOARD else (OTHER, False)


def make_vocabulary(codes: set[str]) -> dict[str, Any]:
    """Return the types that some codes need, as a data file adds them; empty for none."""
    types = {}
    for code in sorted(codes & set(_LABELS)):
        english, danish, inverse_english, inverse_danish = _LABELS[code]
        types[type_id(code)] = {
            "family": FAMILY,
            "label": {"en": english, "da": danish},
            "inverse": {"en": inverse_english, "da": inverse_danish},
            "target": ["organisation"],
            "traits": ["downward"],
        }
    return {"families": {FAMILY: {"label": _FAMILY_LABEL}}, "types": types} if types else {}


def type_id(code: str) -> str:
    """Return the id of the relation type of a code: ``votingRights`` is ``voting_rights``."""
    return re.sub("[A-Z]", lambda found: f"_{found[0].lower()}", code)
