"""Where one goes from a person: to a message to them, and to a sheet for a meeting."""

from journal.notes.records import Person
from journal.site.links import Links, Named
from journal.site.sources import Sources


def doors(sources: Sources, links: Links, person: Person) -> tuple[Named, ...]:
    """Return the two pages; nothing for those who died."""
    if person.is_dead(sources.today):
        return ()
    page = sources.addresses[person.id].page
    return (
        Named("Write to them", links.page(f"{page}write/")),
        Named("Prepare a meeting", links.page(f"{page}prep/")),
    )
