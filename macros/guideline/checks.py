"""Check what crosses records and files; each check is one function whose docstring is the rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from pathlib import PurePosixPath

from macros.guideline import book, choice, once
from macros.guideline.codes import has_right_check_digit
from macros.guideline.folders import DEVICE_NAMES
from macros.guideline.model import Guide, Library, Part, Period, Related, Source, StrandsFile, Stretch
from macros.guideline.parts import own_field, parts
from macros.guideline.problems import Place, Problem, Values, hint
from macros.guideline.references import references, repeats
from macros.guideline.shown import blocks, file_of, leaflet_references, shows

Check = Callable[[Library, Guide], Iterator[Problem]]

LEAST_CONTRAST = 4.5
SHARE_TOLERANCE = Decimal("0.5")
CONTINUING = "continue"
SEPARATOR = "・"
PLAN_NAMES = frozenset(("for", "report"))
"""What stands below the plan in addresses beside the ids of its policies"""


def check(library: Library, guide: Guide) -> Iterator[Problem]:
    """Give the problems of *guide* that every check of the table finds."""
    for one in CHECKS:
        yield from one(library, guide)


def check_shared(library: Library) -> Iterator[Problem]:
    """Give the problems of what all guides share."""
    yield from labels_have_english(library)
    yield from once.readings_agree(library.readings)
    yield from once.moved_once(library.redirects)


def check_together(guides: Sequence[Guide]) -> Iterator[Problem]:
    """Give the problems that lie between *guides*."""
    yield from guides_are_told_apart(guides)


def guides_are_told_apart(guides: Sequence[Guide]) -> Iterator[Problem]:
    """Guides of one municipality have short titles of their own: the titles of their pages differ by nothing else."""
    named: dict[tuple[str, ...], tuple[str, Place]] = {}
    for front in (guide.front for guide in guides):
        names = front.municipality.name, front.short_title
        for language in ("ja", "en"):
            written = tuple(name.written_in(language) or name.ja for name in names)
            place = front.short_title.place_of(language)
            id, first = named.setdefault((language, *written), (front.id, place))
            if id != front.id:  # a copied folder is told of its id
                yield Problem(place, "same-short-title", {"town": written[0], "title": written[1], "first": str(first)})


def id_is_folder(_: Library, guide: Guide) -> Iterator[Problem]:
    """A guide's id is the name of its folder."""
    place = guide.front.place_of("id")
    folder = PurePosixPath(place.file).parent.name
    if guide.id != folder:
        yield Problem(place, "id-not-folder", {"id": guide.id, "folder": folder})


def ids_are_unique(_: Library, guide: Guide) -> Iterator[Problem]:
    """Two records of one kind and one part of the guide never share an id; the files of the plan are one part."""
    seen: dict[tuple[type[Part], str | int, str], Place] = {}
    for way, part in parts(guide):
        id = own_field(part, "id")
        if isinstance(id, str):
            place = part.place_of("id")
            first = seen.setdefault((type(part), way[0], id), place)
            if first is not place:
                code = "duplicate-id" if first.file == place.file else "duplicate-id-in-files"
                yield Problem(place, code, {"id": id, "first": str(first)})


def ids_are_no_devices(_: Library, guide: Guide) -> Iterator[Problem]:
    """No id is a name of Windows's own: the pages of many records stand in folders of that name."""
    for _way, part in parts(guide):
        id = own_field(part, "id")
        if id in DEVICE_NAMES:
            yield Problem(part.place_of("id"), "device-name", {"name": str(id)})


def references_exist(library: Library, guide: Guide) -> Iterator[Problem]:
    """Whatever a record refers to by id is there."""
    for one in references(library, guide):
        for id, place in one.names:
            if id not in one.known:
                yield Problem(place, "unknown-reference", {"id": id, "where": one.where, "hint": hint(id, one.known)})


def leaflet_records_exist(_: Library, guide: Guide) -> Iterator[Problem]:
    """What the leaflet names is there, and so is each part of the guide that it shows."""
    for one in leaflet_references(guide):
        for id, place in one.names:
            if id not in one.known:
                yield Problem(place, "unknown-reference", {"id": id, "where": one.where, "hint": hint(id, one.known)})
    for block in blocks(guide):
        if not shows(guide, block.of):
            values: Values = {"of": block.of, "where": f"{guide.id}/{file_of(block.of)}"}
            yield Problem(block.place_of("of"), "leaflet-without-part", values)


def sources_exist(_: Library, guide: Guide) -> Iterator[Problem]:
    """Every record's source names a document of guide.yml."""
    known = [document.id for document in guide.front.documents]
    for _way, part in parts(guide):
        if isinstance(part, Source) and part.document not in known:
            values: Values = {"id": part.document, "where": "guide.yml (documents)", "hint": hint(part.document, known)}
            yield Problem(part.place_of("document"), "unknown-reference", values)


def policies_leave_names(_: Library, guide: Guide) -> Iterator[Problem]:
    """A policy's id is no name that pages of the plan use."""
    for policy in guide.policies:
        if policy.id in PLAN_NAMES:
            yield Problem(policy.place_of("id"), "reserved-policy", {"id": policy.id})


def repeats_exist(_: Library, guide: Guide) -> Iterator[Problem]:
    """A repeated sheet names an original action, not another repeat."""
    for id, place in repeats(guide):
        if id not in guide.actions:
            yield Problem(place, "repeat-of-repeat", {"id": id, "hint": hint(id, guide.actions)})


def successors_end(_: Library, guide: Guide) -> Iterator[Problem]:
    """Departments do not succeed each other in a circle."""
    told: set[str] = set()
    for start in guide.department.values():
        chain, at = [start.id], start.successor
        while at is not None and at in guide.department and at not in chain:
            chain.append(at)
            at = guide.department[at].successor
        if at == start.id and at not in told:
            told.update(chain)
            code = "successor-itself" if len(chain) == 1 else "circular-successor"
            yield Problem(start.place_of("successor"), code, {"id": at, "chain": " → ".join([*chain, at])})


def schedule_words_known(library: Library, guide: Guide) -> Iterator[Problem]:
    """The words of a schedule, cut at ・, are those printed of a step; an unsure reading's too."""
    known = {word for step in library.vocabulary.steps for word in step.printed}
    for action in guide.actions.values():
        written = [(year, words, action.place_of("schedule", year)) for year, words in action.schedule.items()]
        for one in action.uncertain:
            for at, reading in enumerate(one.readings):
                if isinstance(reading, dict):
                    written += [(year, words, one.place_of("readings", at, year)) for year, words in reading.items()]
        for _year, words, place in written:
            for word in [] if words in known else words.split(SEPARATOR):
                if word not in known:
                    yield Problem(place, "unknown-step", {"word": word, "hint": hint(word, known)})


def schedule_starts(library: Library, guide: Guide) -> Iterator[Problem]:
    """A schedule does not start with the sign that says "as the year before"."""
    arrows = {word for step in library.vocabulary.steps if step.id == CONTINUING for word in step.printed}
    for action in guide.actions.values():
        if action.schedule:
            first = min(action.schedule)
            word = action.schedule[first].split(SEPARATOR)[0]
            if word in arrows:
                yield Problem(action.place_of("schedule", first), "arrow-first", {"word": word})


def uncertain_agrees(_: Library, guide: Guide) -> Iterator[Problem]:
    """Where the schedule is unsure, the reading shown is the first of those listed."""
    for action in guide.actions.values():
        for one in action.uncertain:
            first = one.readings[0]
            if one.field == "schedule" and isinstance(first, dict) and first != action.schedule:
                yield Problem(one.place_of("readings", 0), "uncertain-differs")


def targets_follow(_: Library, guide: Guide) -> Iterator[Problem]:
    """An indicator's targets lie after its baseline."""
    for indicator in guide.indicators.indicators if guide.indicators else ():
        baseline = indicator.baseline.year
        for target in indicator.targets:
            if target.year <= baseline:
                values = {"year": str(target.year), "baseline": str(baseline)}
                yield Problem(target.place_of("year"), "target-not-after", values)


def periods_run_forward(_: Library, guide: Guide) -> Iterator[Problem]:
    """A period ends no earlier than it begins; so do earlier plans, the strands and their stretches."""
    strands = guide.strands.strands if guide.strands else ()
    spans: list[Period | Related | StrandsFile | Stretch] = [*guide.front.periods, *guide.front.related]
    spans += [guide.strands] if guide.strands else []
    spans += [stretch for strand in strands for stretch in strand.stretches]
    for period in spans:
        if period.first is not None and period.last is not None and period.last < period.first:
            values = {"first": str(period.first), "last": str(period.last)}
            yield Problem(period.place_of("last"), "period-backwards", values)


def stretches_lie_within(_: Library, guide: Guide) -> Iterator[Problem]:
    """What a strand shows lies between the first and the last fiscal year of the whole schedule."""
    if guide.strands is None:
        return
    for strand in guide.strands.strands:
        for stretch in strand.stretches:
            for name, year in (("first", stretch.first), ("last", stretch.last)):
                if year is not None and not guide.strands.first <= year <= guide.strands.last:
                    values = {"year": str(year), "first": str(guide.strands.first), "last": str(guide.strands.last)}
                    yield Problem(stretch.place_of(name), "year-outside", values)


def shares_add_up(_: Library, guide: Guide) -> Iterator[Problem]:
    """The answers of a survey add up to its total, rounding aside, or a note says why not."""
    for survey in guide.surveys.surveys if guide.surveys else ():
        if survey.total is None or survey.notes:
            continue
        total, sum_ = _decimal(survey.total), sum((_decimal(one.value) for one in survey.answers), Decimal())
        if abs(sum_ - total) > SHARE_TOLERANCE:
            yield Problem(
                survey.place_of("total"),
                "shares-differ",
                {"sum": f"{sum_.normalize():f}", "total": f"{total.normalize():f}"},
            )


def labels_have_english(library: Library) -> Iterator[Problem]:
    """Every word of the interface is there in English."""
    for name, label in library.labels.labels.items():
        if label.en is None:
            yield Problem(label.place_of(), "label-without-english", {"label": name})


def zone_forms_once(_: Library, guide: Guide) -> Iterator[Problem]:
    """A zone names each form once."""
    for zone in guide.zones.zones if guide.zones else ():
        for at, form in enumerate(zone.forms):
            if form in zone.forms[:at]:
                yield Problem(zone.place_of("forms", at), "form-twice", {"id": form})


def code_is_right(_: Library, guide: Guide) -> Iterator[Problem]:
    """The last digit of a municipality's code follows from the others."""
    code = guide.front.municipality.code
    if code and not has_right_check_digit(code):
        yield Problem(guide.front.municipality.place_of("code"), "bad-check-digit", {"value": code})


def brand_is_readable(_: Library, guide: Guide) -> Iterator[Problem]:
    """White words on the town's colour can be read (WCAG 2.2, 1.4.3)."""
    colours = guide.front.colours
    ratio = contrast_with_white(colours.brand)
    if ratio < LEAST_CONTRAST:
        yield Problem(colours.place_of("brand"), "low-contrast", {"colour": colours.brand, "ratio": f"{ratio:.2f}"})


def contrast_with_white(colour: str) -> float:
    """Give the contrast ratio of *colour* (#rrggbb) with white, as WCAG defines it."""
    parts_ = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts_]
    luminance = sum(weight * one for weight, one in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
    return 1.05 / (luminance + 0.05)


def _decimal(value: float) -> Decimal:
    return Decimal(str(value))


CHECKS: tuple[Check, ...] = (
    id_is_folder,
    ids_are_unique,
    ids_are_no_devices,
    references_exist,
    leaflet_records_exist,
    sources_exist,
    policies_leave_names,
    repeats_exist,
    successors_end,
    schedule_words_known,
    schedule_starts,
    uncertain_agrees,
    targets_follow,
    periods_run_forward,
    stretches_lie_within,
    shares_add_up,
    zone_forms_once,
    code_is_right,
    brand_is_readable,
    *choice.CHECKS,
    *once.CHECKS,
    book.speakers_are_cast,
    book.figures_can_be_drawn,
    book.records_of_the_book_exist,
    book.answers_exist,
    book.lesson_fills_its_time,
    book.words_are_used,
    book.words_are_listed_once,
)
