"""The frozen model of a guide: what the files of one municipality say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from macros.guideline.model.accessibility import AccessibilityFile, Criterion
from macros.guideline.model.bodies import (
    Cycle,
    Department,
    DepartmentsFile,
    Indicator,
    IndicatorsFile,
    Organisation,
    OrganisationsFile,
    Programme,
    ProgrammesFile,
    Survey,
    SurveysFile,
    Unit,
    Value,
)
from macros.guideline.model.cases import Case, CasesFile
from macros.guideline.model.changes import Change, ChangesFile
from macros.guideline.model.choose import Answer, ChooseFile, End, Question, Speaks
from macros.guideline.model.definitions import Definition, DefinitionsFile, Requirements, Term
from macros.guideline.model.guide import Contact, Front, Period, Statement
from macros.guideline.model.ideas import (
    Effect,
    EffectsFile,
    Field_,
    FieldsFile,
    Form,
    FormsFile,
    Passage,
    PassagesFile,
    Role,
    RolesFile,
    Rule,
    RulesFile,
)
from macros.guideline.model.leaflet import Block, Entry, LeafletFile, Panel
from macros.guideline.model.mentions import Mention, MentionsFile
from macros.guideline.model.plan import Action, Measure, Policy, Progress, Repeat, Variant
from macros.guideline.model.reader import ReaderFile
from macros.guideline.model.readings import LockedReading, LockFile, ReadingsFile, WordReading
from macros.guideline.model.records import Item, Part, Record, Source, Text, Uncertain
from macros.guideline.model.redirects import Redirect, RedirectsFile
from macros.guideline.model.sources import Document, LostFigure, Related
from macros.guideline.model.strands import Strand, StrandsFile, Stretch
from macros.guideline.model.vocabulary import LabelsFile, Vocabulary
from macros.guideline.model.zones import Band, Spectrum, Zone, ZonesFile

FILES: Mapping[str, type[Part]] = {
    "guide.yml": Front,
    "background.yml": PassagesFile,
    "effects.yml": EffectsFile,
    "cautions.yml": PassagesFile,
    "methods.yml": PassagesFile,
    "definitions.yml": DefinitionsFile,
    "zones.yml": ZonesFile,
    "forms.yml": FormsFile,
    "fields.yml": FieldsFile,
    "roles.yml": RolesFile,
    "rules.yml": RulesFile,
    "departments.yml": DepartmentsFile,
    "indicators.yml": IndicatorsFile,
    "surveys.yml": SurveysFile,
    "organisations.yml": OrganisationsFile,
    "programmes.yml": ProgrammesFile,
    "readings.yml": ReadingsFile,
    "readings.lock.yml": LockFile,
    "cases.yml": CasesFile,
    "strands.yml": StrandsFile,
    "changes.yml": ChangesFile,
    "choose.yml": ChooseFile,
    "reader.yml": ReaderFile,
    "mentions.yml": MentionsFile,
    "leaflet.yml": LeafletFile,
}
PLAN_FOLDER = "plan"
SHARED_FILES: Mapping[str, type[Part]] = {"vocabulary.yml": Vocabulary, "labels.yml": LabelsFile}
SHARED_READINGS: Mapping[str, type[Part]] = {"readings.yml": ReadingsFile, "readings.lock.yml": LockFile}
"""Files of readings that all guides share; each may be left out."""
SHARED_OPTIONS: Mapping[str, type[Part]] = {
    "redirects.yml": RedirectsFile,
    "accessibility.yml": AccessibilityFile,
}
"""Other shared files that may be left out"""


def field_of(file: str) -> str:
    """Give the name that a guide or the library gives to the contents of a *file*."""
    return {"guide.yml": "front", "readings.lock.yml": "lock"}.get(file, file.removesuffix(".yml"))


@dataclass(frozen=True)
class Guide:
    """One municipality's guideline: each file of its folder, or None where the document has no such part."""

    front: Front
    background: PassagesFile | None = None
    effects: EffectsFile | None = None
    cautions: PassagesFile | None = None
    methods: PassagesFile | None = None
    definitions: DefinitionsFile | None = None
    zones: ZonesFile | None = None
    forms: FormsFile | None = None
    fields: FieldsFile | None = None
    roles: RolesFile | None = None
    rules: RulesFile | None = None
    departments: DepartmentsFile | None = None
    indicators: IndicatorsFile | None = None
    surveys: SurveysFile | None = None
    organisations: OrganisationsFile | None = None
    programmes: ProgrammesFile | None = None
    readings: ReadingsFile | None = None
    lock: LockFile | None = None
    cases: CasesFile | None = None
    strands: StrandsFile | None = None
    changes: ChangesFile | None = None
    choose: ChooseFile | None = None
    reader: ReaderFile | None = None
    mentions: MentionsFile | None = None
    leaflet: LeafletFile | None = None
    policies: tuple[Policy, ...] = ()
    whole: bool = True
    """Whether every file was read, or guide.yml only"""

    @property
    def id(self) -> str:
        """The guide's id, which is its folder's name and the first part of its addresses."""
        return self.front.id

    def measures(self) -> Iterator[tuple[Policy, Measure]]:
        """Give each measure with its policy, in the order of the document."""
        for policy in self.policies:
            for measure in policy.measures:
                yield policy, measure

    @cached_property
    def sheets(self) -> tuple[tuple[Policy, Measure | None, Action | Repeat], ...]:
        """Every sheet as printed, repeats included, with its policy and, where the plan has that level, its measure."""
        return tuple((policy, measure, sheet) for policy in self.policies for measure, sheet in policy.sheets)

    @cached_property
    def actions(self) -> Mapping[str, Action]:
        """The distinct actions by id, in the order of the document."""
        return {sheet.id: sheet for _, _, sheet in self.sheets if isinstance(sheet, Action)}

    @cached_property
    def home_of(self) -> Mapping[str, tuple[Policy, Measure | None]]:
        """The policy and measure (where there is one) under which each action is written, by the action's id."""
        return {sheet.id: (policy, measure) for policy, measure, sheet in self.sheets if isinstance(sheet, Action)}

    @cached_property
    def department(self) -> Mapping[str, Department]:
        """The departments by id."""
        return {one.id: one for one in self.departments.departments} if self.departments else {}

    @cached_property
    def form(self) -> Mapping[str, Form]:
        """The forms by id."""
        return {one.id: one for one in self.forms.forms} if self.forms else {}

    @cached_property
    def years(self) -> tuple[int, ...]:
        """Every fiscal year from the first to the last that any action names."""
        named = [year for action in self.actions.values() for year in action.schedule]
        return tuple(range(min(named), max(named) + 1)) if named else ()


@dataclass(frozen=True)
class Library:
    """All guides of a data folder with the words they share."""

    guides: tuple[Guide, ...]
    vocabulary: Vocabulary
    labels: LabelsFile
    readings: ReadingsFile | None = None
    lock: LockFile | None = None
    redirects: RedirectsFile | None = None
    accessibility: AccessibilityFile | None = None

    def guide(self, id: str) -> Guide:
        """Give the guide called *id*; raise KeyError where there is none."""
        return self._by_id[id]

    @cached_property
    def _by_id(self) -> Mapping[str, Guide]:
        return {guide.id: guide for guide in self.guides}


__all__ = [
    "FILES",
    "PLAN_FOLDER",
    "SHARED_FILES",
    "SHARED_OPTIONS",
    "SHARED_READINGS",
    "AccessibilityFile",
    "Action",
    "Answer",
    "Band",
    "Block",
    "Case",
    "Change",
    "ChangesFile",
    "ChooseFile",
    "Contact",
    "Criterion",
    "Cycle",
    "Definition",
    "Department",
    "Document",
    "Effect",
    "End",
    "Entry",
    "Field_",
    "Form",
    "Front",
    "Guide",
    "Indicator",
    "Item",
    "LabelsFile",
    "LeafletFile",
    "Library",
    "LockFile",
    "LockedReading",
    "LostFigure",
    "Measure",
    "Mention",
    "MentionsFile",
    "Organisation",
    "Panel",
    "Part",
    "Passage",
    "Period",
    "Policy",
    "Programme",
    "Progress",
    "Question",
    "ReaderFile",
    "ReadingsFile",
    "Record",
    "Redirect",
    "RedirectsFile",
    "Related",
    "Repeat",
    "Requirements",
    "Role",
    "Rule",
    "Source",
    "Speaks",
    "Spectrum",
    "Statement",
    "Strand",
    "StrandsFile",
    "Stretch",
    "Survey",
    "Term",
    "Text",
    "Uncertain",
    "Unit",
    "Value",
    "Variant",
    "Vocabulary",
    "WordReading",
    "Zone",
    "field_of",
]
