"""Say which pages a library of guides becomes: a pure function from the model to page descriptions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from macros import addresses
from macros.guideline.model import Action, ChooseFile, End, Guide, Library, Text
from macros.guideline.model.vocabulary import Label
from macros.guideline.standing import recorded_years
from macros.guideline.text import filled
from macros.web import plan

LANGUAGES = ("ja", "en")
CHILDREN = ("ja",)
"""The languages of the children's pages"""


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
    heading: Text | None = None
    """The first heading, where it is shorter than the title"""
    languages: tuple[str, ...] = LANGUAGES
    """In which languages there is such a page"""

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
    below: Callable[[Guide, Mapping[str, Label]], Iterable[Page]] = lambda *_: ()
    languages: tuple[str, ...] = LANGUAGES


def _policies(guide: Guide, _labels: Mapping[str, Label]) -> Iterator[Page]:
    for policy in guide.policies:
        address = addresses.policy_page(guide.id, policy.id)
        yield Page(address, "policy", policy.title, guide.id, policy.id, parent="plan")
    titles = Counter(one.title.ja for one in guide.policies) + Counter(one.title.ja for one in guide.actions.values())
    for id, action in guide.actions.items():
        policy = guide.home_of[id][0]
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


def _of_reader(guide: Guide, labels: Mapping[str, Label]) -> Iterator[Page]:
    """Give a page for each chapter of the reader, its quiz and its words."""
    assert guide.reader is not None
    for chapter in guide.reader.chapters:
        address = addresses.kids_page(guide.id, chapter.id)
        yield Page(address, "kids-chapter", Text(ja=chapter.title), guide.id, chapter.id, "kids", languages=CHILDREN)
    for name, label in (("quiz", "kids_quiz"), ("words", "kids_wordlist")):
        address = addresses.kids_page(guide.id, name)
        yield Page(address, f"kids-{name}", labels[label], guide.id, parent="kids", languages=CHILDREN)


_KINDS = (
    _Kind("about", "about", lambda guide: guide.front),
    _Kind(
        "definitions", "definitions", lambda guide: guide.definitions or guide.effects or guide.fields or guide.cautions
    ),
    _Kind("forms", "forms", lambda guide: guide.forms),
    _Kind("forms", "zones", lambda guide: guide.zones and not guide.forms),
    _Kind("choose", "choose", lambda guide: guide.choose and guide.forms),
    _Kind("roles", "roles", lambda guide: guide.roles),
    _Kind("rules", "rules", lambda guide: guide.rules),
    _Kind("methods", "methods", lambda guide: guide.methods),
    _Kind("plan", "plan", lambda guide: guide.policies or guide.strands, _policies),
    _Kind("indicators", "indicators", lambda guide: guide.indicators or guide.surveys),
    _Kind("organisations", "organisations", lambda guide: guide.organisations),
    _Kind("programmes", "programmes", lambda guide: guide.programmes),
    _Kind("cases", "cases", lambda guide: guide.cases),
    _Kind("terms", "terms", lambda guide: guide.definitions and guide.definitions.terms),
    _Kind("kids", "kids", lambda guide: guide.reader, _of_reader, CHILDREN),
    _Kind("print", "print", lambda guide: guide.leaflet or guide.reader),
    _Kind("contact", "contact", lambda guide: guide.front.contacts),
    _Kind("data", "data", lambda guide: guide.front),
    _Kind("changes", "changes", lambda guide: guide.changes),
)

COMPARED = ("definition", "forms", "rules", "roles", "zones", "effects", "plans")
"""The parts of the comparison, each a page"""

_FEWEST_TO_COMPARE = 2


def pages(library: Library, language: str = "") -> tuple[Page, ...]:
    """List every page of the site, the hub first; only those that there are in a *language* where it is given."""
    return tuple(page for page in _pages(library, library.guides) if not language or language in page.languages)


def has_comparison(library: Library) -> bool:
    """Say whether there are towns to compare."""
    return len(library.guides) >= _FEWEST_TO_COMPARE


def guide_pages(library: Library, guide: Guide, language: str = "") -> tuple[Page, ...]:
    """List the pages of one guide in the order of its navigation; only those in a *language* where it is given."""
    return tuple(page for page in _guide_pages(library, guide) if not language or language in page.languages)


def shared_pages(library: Library, language: str = "") -> tuple[Page, ...]:
    """List the pages of no guide; only those in a *language* where it is given."""
    return tuple(page for page in _pages(library, ()) if not language or language in page.languages)


def _pages(library: Library, guides: Iterable[Guide]) -> Iterator[Page]:
    labels = library.labels.labels
    yield Page(addresses.HUB, "hub", labels["site"], nav=False)
    yield from _compare_pages(library)
    for guide in guides:
        if guide.whole:
            yield from _guide_pages(library, guide)
    yield Page(addresses.DATA, "all-data", labels["all_data"], nav=False)
    yield Page(addresses.ACCESSIBILITY, "accessibility", labels["accessibility"], nav=False)
    yield Page(addresses.STAFF, "staff", labels["staff"], nav=False)


def _compare_pages(library: Library) -> Iterator[Page]:
    """List the comparison and its parts, where there are towns to compare."""
    if not has_comparison(library):
        return
    labels = library.labels.labels
    yield Page(addresses.compare_page(), "compare", labels["compare"], nav=False)
    for part in COMPARED:
        title = labels[f"compare_{part}"]
        yield Page(addresses.compare_page(part), "compare", title, record=part, parent="compare", nav=False)


def _guide_pages(library: Library, guide: Guide) -> Iterator[Page]:
    labels = library.labels.labels
    yield Page(addresses.guide_page(guide.id), "home", guide.front.title, guide.id)
    for kind in _KINDS:
        if not kind.present(guide):
            continue
        address = addresses.guide_page(guide.id, kind.name)
        yield Page(address, kind.name, labels[kind.label], guide.id, languages=kind.languages)
        yield from kind.below(guide, labels)
    yield from _lists_of_plan(library, guide)
    if guide.choose:
        yield from _choose_pages(labels, guide, guide.choose)


def _choose_pages(labels: Mapping[str, Label], guide: Guide, choose: ChooseFile) -> Iterator[Page]:
    """Give a page for each question after the first, and one for each end."""
    for question in choose.questions[1:]:
        address = addresses.choose_page(guide.id, question.id)
        yield Page(address, "choose-step", question.text, guide.id, question.id, parent="choose", nav=False)
    for question in choose.questions:
        for answer in question.answers:
            if answer.end:
                address = addresses.choose_page(guide.id, question.id, answer.id)
                heading = _end_heading(labels, guide, answer.end)
                title = Text(
                    ja=f"{heading.ja}({answer.text.ja})", en=f"{heading.en} ({answer.text.en or answer.text.ja})"
                )
                record = f"{question.id}/{answer.id}"
                yield Page(address, "choose-end", title, guide.id, record, "choose", nav=False, heading=heading)


def _end_heading(labels: Mapping[str, Label], guide: Guide, end: End) -> Text:
    label = labels[f"choose_end_{end.kind}"]
    titles = [guide.form[id].title for id in end.forms]
    ja = filled(label.ja, forms="、".join(f"「{title.ja}」" for title in titles))
    en = filled(label.en or label.ja, forms=", ".join(title.en or title.ja for title in titles))
    return Text(ja=ja, en=en)
