"""What changed: told from the history of the data, and kept as staff reword it."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.guideline.load import load
from macros.guideline.model import Library
from tests.site import town


class Repository:
    """The make-believe town in a repository of its own, with a commit a day."""

    def __init__(self, folder: Path) -> None:
        self.data = town(folder)
        (self.data / "midori" / "changes.yml").unlink()  # nothing has been told yet
        self.day = 0
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *words: str) -> str:
        stamp = f"2026-04-{self.day:02}T12:00:00+09:00"
        who = {
            f"GIT_{role}_{what}": "town@midori.example"
            for role in ("AUTHOR", "COMMITTER")
            for what in ("NAME", "EMAIL")
        }
        calm = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        dates = {"GIT_AUTHOR_DATE": stamp, "GIT_COMMITTER_DATE": stamp}
        done = subprocess.run(
            ["git", *words],
            cwd=self.data,
            env={**os.environ, **who, **calm, **dates},
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout.strip()

    def commit(self) -> str:
        self.day += 1
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", f"Day {self.day}")
        return self.git("rev-parse", "HEAD")

    def change(self, file: str, *pairs: tuple[str, str]) -> None:
        path = self.data / "midori" / file
        text = path.read_text(encoding="utf-8")
        for old, new in pairs:
            assert old in text
            text = text.replace(old, new, 1)
        path.write_text(text, encoding="utf-8")

    def told(self) -> list[tuple[str, str, str | None, str]]:
        changes = load(self.data).guide("midori").changes
        assert changes is not None
        return [(one.date, one.kind, one.page, one.text.ja) for one in changes.changes]


@pytest.fixture(name="repository")
def fixture_repository(tmp_path: Path) -> Repository:
    repository = Repository(tmp_path)
    repository.commit()
    assert main(["changes", "--data", str(repository.data)]) == 0
    repository.commit()
    return repository


def tell(repository: Repository, *words: str) -> int:
    return main(["changes", "--data", str(repository.data), *words])


def test_at_first_all_that_is_told_is_when_the_guide_was_written(repository: Repository) -> None:
    assert repository.told() == [("2026-04-01", "added", None, "このガイドを作りました。")]


def test_a_guide_that_came_with_a_merge_was_written_on_the_day_of_the_merge(tmp_path: Path) -> None:
    repository = Repository(tmp_path)
    front = repository.data / "midori" / "guide.yml"
    text = front.read_bytes()
    front.unlink()
    repository.commit()
    repository.git("checkout", "--quiet", "-b", "other")
    repository.git("commit", "--quiet", "--allow-empty", "--message", "Elsewhere")
    repository.git("checkout", "--quiet", "main")
    repository.git("merge", "--quiet", "--no-ff", "--no-commit", "other")
    front.write_bytes(text)
    repository.commit()

    assert tell(repository) == 0
    assert repository.told() == [("2026-04-02", "added", None, "このガイドを作りました。")]


def test_added_changed_and_finished_are_told_in_words(repository: Repository) -> None:
    repository.change(
        "plan/1-together.yml",
        ("schedule: {2010: 実施, 2011: →}", "schedule: {2010: 検討, 2011: 実施}"),
        (
            "            evidence: 広報みどり 10月号\n",
            "            evidence: 広報みどり 10月号\n"
            "          - date: 2015-03-31\n            state: done\n"
            "            text: {ja: 終わりました。, en: It is over.}\n",
        ),
    )
    repository.commit()
    repository.change(
        "rules.yml",
        (
            "  - id: equals\n",
            "  - id: openness\n    source: {at: 第5章 3}\n    title: {ja: 公開, en: Openness}\n    reading: こうかい\n"
            "  - id: equals\n",
        ),
    )
    repository.change(
        "indicators.yml", ("{year: 2013, value: 690}]", "{year: 2013, value: 690}, {year: 2014, value: 810}]")
    )
    repository.change(
        "cases.yml", ("  - id: market\n    source: {at: 写真2}\n    title: {ja: 朝市, en: Morning market}\n", "")
    )
    repository.commit()
    assert tell(repository) == 0

    assert repository.told()[1:] == [
        ("2026-04-03", "finished", "plan/together/festival", "「夏祭りの共催」が完了しました(2015年3月31日の記録)。"),
        ("2026-04-03", "changed", "plan/together/garden", "「花の道」の年次計画を改めました。"),
        (
            "2026-04-04",
            "changed",
            "indicators#visits",
            "「交流センターに来た人」に、平成26年度(2014年度)の実績値(810人)を加えました。",
        ),
        ("2026-04-04", "added", "rules#openness", "「協働の約束」に「公開」を加えました。"),
        ("2026-04-04", "removed", "cases", "「事例」から「朝市」を除きました。"),
    ]


def test_the_end_of_a_plan_is_told(tmp_path: Path) -> None:
    repository = Repository(tmp_path)
    repository.change("guide.yml", ("now: ended", "now: in-force"))
    repository.commit()
    tell(repository)
    repository.change("guide.yml", ("now: in-force", "now: ended"))
    repository.commit()
    tell(repository)

    assert [kind for _, kind, _, _ in repository.told()] == ["added", "finished"]


def test_a_mended_translation_or_source_tells_citizens_nothing(repository: Repository) -> None:
    repository.change("rules.yml", ("en: As equals", "en: As equal partners"), ("第5章 2", "第5章 二"))
    repository.commit()
    before = (repository.data / "midori" / "changes.yml").read_bytes()
    tell(repository)

    assert (repository.data / "midori" / "changes.yml").read_bytes() == before


def test_many_changes_of_one_list_are_told_in_one_sentence(repository: Repository) -> None:
    path = repository.data / "midori" / "programmes.yml"
    more = "".join(
        f"  - id: more-{number}\n    source: {{at: 第6章}}\n    title: {{ja: 制度{number}, en: Programme {number}}}\n"
        f"    reading: せいど\n    kind: grant\n    text: {{ja: 使えます。, en: Use it.}}\n"
        f"    for_whom: {{ja: 町民, en: Residents}}\n"
        for number in range(4)
    )
    path.write_text(path.read_text(encoding="utf-8") + more, encoding="utf-8")
    repository.commit()
    tell(repository)

    assert repository.told()[1:] == [("2026-04-03", "added", "programmes", "「使える制度」に4件を加えました。")]


def test_rewording_is_kept_and_nothing_is_told_twice(repository: Repository) -> None:
    repository.change("rules.yml", ("何のためかを確かめ合います。", "何のためかを、先に確かめ合います。"))
    repository.commit()
    tell(repository)
    path = repository.data / "midori" / "changes.yml"
    reworded = path.read_text(encoding="utf-8").replace(
        "「目的の共有」の内容を改めました。", "約束を分かりやすくしました。"
    )
    path.write_text("# 職員のメモ\n" + reworded, encoding="utf-8")
    repository.commit()
    written = path.read_bytes()

    for words in ((), ("--since", "HEAD~3"), ("--since", "HEAD~2", "--guide", "midori")):
        assert tell(repository, *words) == 0
        assert path.read_bytes() == written
    assert repository.told()[-1][3] == "約束を分かりやすくしました。"


def test_what_is_not_committed_is_not_told_and_that_is_said(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    repository.change("rules.yml", ("何のためかを確かめ合います。", "確かめ合います。"))
    tell(repository)

    assert "書き足すことはありません" in (said := capsys.readouterr().out)
    assert "コミットしていない変更" in said


def test_a_revision_git_does_not_know_is_named_with_a_remedy(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    assert tell(repository, "--since", "moon") == 1
    assert "「moon」という版がありません" in capsys.readouterr().out


def test_on_a_machine_without_git_the_command_says_so(
    town: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", "")

    assert main(["changes", "--data", str(town)]) == 1
    assert "このパソコンに Git を入れ、" in capsys.readouterr().out


def test_without_git_the_command_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = town(tmp_path)

    assert main(["changes", "--data", str(data)]) == 1
    assert "Git の記録がありません" in capsys.readouterr().out


# ---- Page and feed ----
def test_real_guides_tell_what_the_history_shows(real: Library) -> None:
    for guide in real.guides:
        assert guide.changes is not None
        assert [(one.id, one.date) for one in guide.changes.changes][:1] == [("first", "2026-11-20")]
