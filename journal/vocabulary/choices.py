"""The lists of words that keys choose from."""

from journal.vocabulary.key_types import Choices

CHANNELS = Choices(
    ("email", "text", "call", "video", "letter", "in-person", "chat", "social", "event", "other"),
    {
        "e-mail": "email", "mail": "email",
        "sms": "text", "phone": "call",
        "zoom": "video", "teams": "video", "meet": "video",
        "card": "letter", "postcard": "letter", "post": "letter",
        "coffee": "in-person", "lunch": "in-person", "visit": "in-person", "meeting": "in-person",
        "whatsapp": "chat", "signal": "chat", "slack": "chat",
        "linkedin": "social", "mastodon": "social",
        "conference": "event",
    },
)  # fmt: skip
#: Channels that ask for attention at once.
INTERRUPTING_CHANNELS = frozenset({"text", "call", "chat", "video"})
#: Channels on which one writes, and what is written arrives at once.
WRITTEN_CHANNELS = frozenset({"email", "text", "chat", "social"})
#: Channels on which both sides speak.
MUTUAL_CHANNELS = frozenset({"call", "video", "in-person", "event"})

ROLES = Choices(
    ("mentor", "potential-mentor", "sponsor", "protege", "potential-protege", "peer", "associate"),
    {
        "mentee": "protege", "protégé": "protege", "protégée": "protege",
        "potential-mentee": "potential-protege", "potential-protégé": "potential-protege",
    },
)  # fmt: skip
DAYS = Choices(
    ("mon", "tue", "wed", "thu", "fri", "sat", "sun"),
    {
        "monday": "mon", "tuesday": "tue", "wednesday": "wed", "thursday": "thu",
        "friday": "fri", "saturday": "sat", "sunday": "sun",
    },
)  # fmt: skip
TONES = Choices(("formal", "neutral", "informal"))
PHASES = Choices(("new", "active", "waiting", "dormant", "ended"))
SUPPORT = Choices(
    (
        "feedback", "development", "opportunities", "sponsorship", "accountability", "emotional",
        "community", "role-model", "safe-space",
    )
)  # fmt: skip
DIRECTIONS = Choices(("out", "in", "both"))
TOUCHPOINT_KINDS = Choices(
    (
        "note", "update", "greeting", "thanks", "congratulation", "question", "request", "offer",
        "introduction", "meeting", "reply", "preferences", "agreement", "feedback", "other",
    )
)  # fmt: skip
TOUCHPOINT_STATES = Choices(("done", "planned", "cancelled"), {"canceled": "cancelled"})
#: What can be given or got, before the colon of `kind: text`.
GIFTS = Choices(
    (
        "advice", "insight", "recommendation", "introduction", "idea", "feedback", "article",
        "nomination", "reference", "invitation", "opportunity", "encouragement", "time", "other",
    )
)  # fmt: skip
NEWS_KINDS = Choices(
    (
        "project", "publication", "award", "recognition", "talk", "grant", "job", "degree",
        "media", "milestone", "other",
    )
)  # fmt: skip
OPPORTUNITY_KINDS = Choices(
    (
        "reference", "nomination", "speaking", "colloquium", "grant", "interview", "introduction",
        "link", "position", "collaboration", "other",
    )
)  # fmt: skip
OPPORTUNITY_STATES = Choices(
    (
        "spotted", "offered", "accepted", "in-progress", "succeeded", "unsuccessful", "declined",
        "missed", "dropped",
    )
)  # fmt: skip
#: States of an opportunity that can still come to something.
OPEN_STATES = frozenset({"spotted", "offered", "accepted", "in-progress"})
TRIP_STATES = Choices(("idea", "planned", "booked", "done", "cancelled"), {"canceled": "cancelled"})
GOAL_KINDS = Choices(
    (
        "job", "fellowship", "grant", "degree", "publication", "skill", "project", "promotion",
        "other",
    )
)  # fmt: skip
GOAL_STATES = Choices(("open", "met", "dropped", "on-hold"))
ASPECTS = Choices(("behave", "interact", "support", "communicate", "other"))
PRACTICES = Choices(("noted", "trying", "habit"))
