"""Which files a guide's folder may hold, with the interface word that says what each one is for."""

from __future__ import annotations

DATA_FILES = (
    ("guide.yml", "file_guide"),
    ("background.yml", "file_background"),
    ("definitions.yml", "file_definitions"),
    ("effects.yml", "file_effects"),
    ("cautions.yml", "file_cautions"),
    ("methods.yml", "file_methods"),
    ("zones.yml", "file_zones"),
    ("forms.yml", "file_forms"),
    ("fields.yml", "file_fields"),
    ("roles.yml", "file_roles"),
    ("rules.yml", "file_rules"),
    ("plan/*.yml", "file_plan"),
    ("strands.yml", "file_strands"),
    ("changes.yml", "file_changes"),
    ("departments.yml", "file_departments"),
    ("indicators.yml", "file_indicators"),
    ("surveys.yml", "file_surveys"),
    ("organisations.yml", "file_organisations"),
    ("programmes.yml", "file_programmes"),
    ("cases.yml", "file_cases"),
    ("choose.yml", "file_choose"),
    ("reader.yml", "file_reader"),
    ("mentions.yml", "file_mentions"),
    ("leaflet.yml", "file_leaflet"),
)
