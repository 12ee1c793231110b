"""What people are to me, in words."""

from journal.notes.records import Person

#: role -> (one of them, all of them)
WORDS = {
    "mentor": ("mentor", "Mentors"),
    "potential-mentor": ("potential mentor", "Potential mentors"),
    "sponsor": ("sponsor", "Sponsors"),
    "protege": ("protégé", "Protégés"),
    "potential-protege": ("potential protégé", "Potential protégés"),
    "peer": ("peer", "Peers"),
    "associate": ("associate", "Associates"),
}


def first_role(person: Person) -> str:
    """Return the role under which a person is listed."""
    return person.roles[0] if person.roles else "associate"


def role_words(person: Person) -> str:
    """Return all that a person is to me, in words."""
    return ", ".join(WORDS[role][0] for role in person.roles)
