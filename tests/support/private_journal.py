"""A journal in which much is private, and every word of it that nobody else may see."""

PRIVATE = "---\nprivate: true\n"
FILES = {
    "mentors/amara": "---\nsince: 2015\nprefers: email\nemail: a@example.org\n---\n"
    "Knows [[hush|the quiet one]] and [[Quentin Secret]].",
    "mentors/quentin-secret": PRIVATE + "since: 2015-03-01\nemail: q@example.org\n"
    "aliases: [Quenny]\ntags: [undercover]\nintroduced_by: amara\n---\nwhispered words",
    "touchpoints/2026-06-01 both": "---\npeople: [amara, quentin-secret]\nchannel: call\n---\n"
    "- [ ] send [[quentin-secret]] the figures 📅 2026-06-20\n- [ ] bring apples 📅 2026-06-20",
    "touchpoints/2026-06-02 alone": "---\npeople: quentin-secret\nchannel: call\n---\nmurmured",
    "touchpoints/2026-06-03 hush": PRIVATE + "people: amara\nchannel: call\n"
    "followup_on: 2026-06-16\n---\nshushed",
    "touchpoints/2026-06-04 after": "---\npeople: amara\nchannel: email\nabout: [hush, award]\n"
    "because_of: hush\n---\n[[hush|the quiet one]] told me.",
    "news/2026-06-05-award": PRIVATE + "---\nhidden prize",
    "news/2026-06-06-theirs": "---\nabout: quentin-secret\n---\nrumoured",
    "opportunities/prize": "---\nfor: quentin-secret\ndeadline: 2026-06-30\n---\nmumbled",
    "opportunities/panel": "---\nfor: [amara, quentin-secret]\ndeadline: 2026-06-30\n---\n",
    "trips/visit": "---\nwho: quentin-secret\ncity: Porto\nstart: 2026-06-20\n---\nsneaked",
    "goals/book": "---\npeople: [amara, quentin-secret]\n---\n",
    "lessons/listen": "---\nfrom: quentin-secret\n---\noverheard",
    "journal.toml": '[me]\nname = "Noor"\ncity = "Porto"\n',
}
#: the link on Amara's page names its target by these words, and they must go, too
SECRETS = (
    "quentin", "secret", "quenny", "undercover", "hush", "quiet one", "award", "whispered",
    "murmured", "rumoured", "mumbled", "sneaked", "overheard", "q@example.org", "alone",
)  # fmt: skip
