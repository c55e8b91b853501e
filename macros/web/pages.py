"""Say which pages a library of guides becomes: a pure function from the model to page descriptions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from macros import addresses
from macros.guideline.model import Action, Guide, Library, Text
from macros.guideline.standing import recorded_years
from macros.web import plan


@dataclass(frozen=True)
class Page:
    """A page to be: its *address* below the language's root, its *frame*, and ids only as *meta*."""

    address: str
    frame: str
    title: Text
    guide: str = ""
    record: str = ""
    parent: str = ""
    """The page above it, as "plan"; of a page further down "plan/<policy>", which the navigation leaves out"""
    nav: bool = True

    @property
    def path(self) -> str:
        """The Markdown file MkDocs is told of."""
        return addresses.source_path(self.address)

    @property
    def meta(self) -> dict[str, str]:
        """What stands in the page's front matter: ids, never text."""
        return {"frame": self.frame, "guide": self.guide, "record": self.record}


@dataclass(frozen=True)
class _Kind:
    """A kind of page that a guide has when *present* says so; *label* names it in labels.yml."""

    name: str
    label: str
    present: Callable[[Guide], object]
    below: Callable[[Guide], Iterable[Page]] = lambda _: ()


def _policies(guide: Guide) -> Iterator[Page]:
    for policy in guide.policies:
        address = addresses.policy_page(guide.id, policy.id)
        yield Page(address, "policy", policy.title, guide.id, policy.id, parent="plan")
    titles = Counter(one.title.ja for one in guide.policies) + Counter(one.title.ja for one in guide.actions.values())
    for id, action in guide.actions.items():
        policy, _ = guide.home_of[id]
        title = action.title if titles[action.title.ja] == 1 else _numbered(action)
        address = addresses.action_page(guide.id, policy.id, id)
        yield Page(address, "action", title, guide.id, id, parent=f"plan/{policy.id}")


def _numbered(action: Action) -> Text:
    """Give the title of *action* with its number, where another page has the same title."""
    title = action.title
    return Text(ja=f"{title.ja}({action.number})", en=f"{title.en} ({action.number})" if title.en else None)


def _lists_of_plan(library: Library, guide: Guide) -> Iterator[Page]:
    """Give the lists that are cut out of a plan: one a target group, one a fiscal year on record."""
    labels = library.labels.labels
    for party in plan.groups(guide, library.vocabulary):
        title = plan.filled(labels["plan_for"], group=party.name)
        address = addresses.group_page(guide.id, party.id)
        yield Page(address, "for", title, guide.id, party.id, parent="plan/for")
    for year in recorded_years(guide):
        title = plan.filled(labels["report_title"], year=plan.year_text(year))
        address = addresses.report_page(guide.id, year)
        yield Page(address, "report", title, guide.id, str(year), parent="plan/report")


_KINDS = (
    _Kind("about", "about", lambda guide: guide.front),
    _Kind(
        "definitions", "definitions", lambda guide: guide.definitions or guide.effects or guide.fields or guide.cautions
    ),
    _Kind("forms", "forms", lambda guide: guide.forms),
    _Kind("forms", "zones", lambda guide: guide.zones and not guide.forms),
    _Kind("roles", "roles", lambda guide: guide.roles),
    _Kind("rules", "rules", lambda guide: guide.rules),
    _Kind("methods", "methods", lambda guide: guide.methods),
    _Kind("plan", "plan", lambda guide: guide.policies or guide.strands, _policies),
    _Kind("indicators", "indicators", lambda guide: guide.indicators or guide.surveys),
    _Kind("organisations", "organisations", lambda guide: guide.organisations),
    _Kind("programmes", "programmes", lambda guide: guide.programmes),
    _Kind("cases", "cases", lambda guide: guide.cases),
    _Kind("terms", "terms", lambda guide: guide.definitions and guide.definitions.terms),
    _Kind("contact", "contact", lambda guide: guide.front.contacts),
)


def pages(library: Library) -> tuple[Page, ...]:
    """List every page of the site, the hub first, the same for all languages."""
    return tuple(_pages(library))


def guide_pages(library: Library, guide: Guide) -> tuple[Page, ...]:
    """List the pages of one guide in the order of its navigation."""
    return tuple(_guide_pages(library, guide))


def _pages(library: Library) -> Iterator[Page]:
    labels = library.labels.labels
    yield Page(addresses.HUB, "hub", labels["site"], nav=False)
    for guide in library.guides:
        if guide.whole:
            yield from _guide_pages(library, guide)
    yield Page(addresses.ACCESSIBILITY, "accessibility", labels["accessibility"], nav=False)
    yield Page(addresses.STAFF, "staff", labels["staff"], nav=False)


def _guide_pages(library: Library, guide: Guide) -> Iterator[Page]:
    labels = library.labels.labels
    yield Page(addresses.guide_page(guide.id), "home", guide.front.title, guide.id)
    for kind in _KINDS:
        if not kind.present(guide):
            continue
        yield Page(addresses.guide_page(guide.id, kind.name), kind.name, labels[kind.label], guide.id)
        yield from kind.below(guide)
    yield from _lists_of_plan(library, guide)
