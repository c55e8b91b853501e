"""Hand the pages of the model to MkDocs, and take care of titles and of what surrounds a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from markupsafe import escape
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as SitePage
from mkdocs.utils.templates import TemplateContext

from macros import addresses
from macros.furigana import Furigana, plain
from macros.guideline.model import Guide, Library, Text
from macros.guideline.problems import GuidelineError
from macros.web import colours, held, joined, names, searchindex, shelf, theme
from macros.web.again import FOUND, KEPT, TEMPLATE, Again, fingerprint
from macros.web.blocks import Blocks
from macros.web.desk import Desk
from macros.web.fence import FRAMES
from macros.web.foreign import with_japanese_marked
from macros.web.frames import Frames
from macros.web.mended import mended
from macros.web.pages import Page, pages
from macros.web.ruby import with_printed_ruby, with_ruby, without_notation
from macros.web.units import SHARED

UNUSED = (
    "assets/javascripts/lunr/",  # the theme's search
    "assets/javascripts/workers/",
    "print/",  # the templates of what is set on paper
    *(f"{folder}/" for folder in joined.ADDRESSES),
    "figures/_",  # pieces that drawings are put together from
)
TEMPLATES = ".typ"
"""How files end that set paper and are no part of the site"""


class KyodoConfig(Config):
    """The plugin's settings in mkdocs.yml."""

    folder = config_options.Type(str, default="data")
    language = config_options.Choice(("ja", "en"), default="ja")
    guides = config_options.Type(str, default="")
    edit_base = config_options.Type(str, default="")
    progress = config_options.Type(str, default="")
    units = config_options.Type(str, default="")
    common = config_options.Type(str, default="")
    part = config_options.Choice(("all", "guides", "shared"), default="all")
    only = config_options.Type(str, default="")
    found = config_options.Type(str, default="")
    day = config_options.Type((str, date), default="")
    export = config_options.Type(str, default="")


class KyodoPlugin(BasePlugin[KyodoConfig]):
    """Publish the guides of a data folder."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load the data; a mistake in it stops the build with its lines."""
        root = Path(config.config_file_path).parent
        read = shelf.outlines if self.config.part == "shared" else shelf.guides
        try:
            self.library: Library = read(root / self.config.folder, tuple(filter(None, self.config.guides.split(","))))
        except GuidelineError as error:
            raise PluginError("\n".join(error.lines(self.config.language))) from None
        self.guides = [guide for guide in self.library.guides if guide.whole and self.config.part != "shared"]
        self.pages: dict[str, Page] = {page.path: page for page in self._pages()}
        home = f"{config.site_url.rstrip('/')}/" if config.site_url else ""
        self.found: dict[str, tuple[searchindex.Section, ...]] = {}
        self.names = {
            address: words
            for guide in self.guides
            for address, words in names.names(self.library, guide, self.config.language).items()
        }
        self.rubied: dict[str, Blocks] = {}
        self.again: dict[str, Again] = {}
        self.kept: set[str] = set()
        self.pieces: list[str] = []
        self.desk = Desk(
            self.library,
            self.config.language,
            self._read_for,
            edit_base=self.config.edit_base,
            site_url=home,
            units=Path(self.config.units) if self.config.units else None,
            day=str(self.config.day),
        )
        config.site_url = home + addresses.language_root(self.config.language) if home else ""
        config.site_name = self.desk.word("site")
        config.theme["language"] = self.config.language
        (theme.without_files if self.config.part == "guides" else theme.without_icons)(config.theme)
        return config

    def _pages(self) -> Iterator[Page]:
        """Give the pages to build: those of the model, or those of the part that this process does."""
        for page in pages(self.library, self.config.language):
            mine = self.config.part == "all" or bool(page.guide) == (self.config.part == "guides")
            if mine and self.config.only in ("", page.address):
                yield page

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add every page of the model and the colours of every guide."""
        if self.config.part == "guides":
            for file in list(files):  # those of docs/
                files.remove(file)
        self.frames = Frames(Path(config.docs_dir) / FRAMES)
        for page in self.pages.values():
            files.append(File.generated(config, page.path, content=self.frames.body(page)))
        for guide in self.library.guides if self.config.part == "all" else self.guides:
            content = colours.stylesheet(guide.front.colours)
            files.append(File.generated(config, colours.path(guide.id), content=content))
        if self.config.part == "guides":
            return files
        files.append(File.generated(config, colours.TOWNS, content=colours.towns(self.library.guides)))
        for file in [file for file in files if file.src_uri.startswith(UNUSED) or file.src_uri.endswith(TEMPLATES)]:
            files.remove(file)
        for folder, address in joined.ADDRESSES.items():
            content = joined.source(Path(config.config_file_path).parent, folder)
            files.append(File.generated(config, address, content=content))
        return files

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG002 MkDocs names them
        """Drop the automatic navigation: each page draws that of its own guide."""
        return Navigation([], nav.pages)

    @event_priority(50)
    def _before_macros(self, /, markdown: str, page: SitePage, **_: Any) -> str:
        """Set what else stands at the head of a page of ours: writing it as YAML only to read it again takes long."""
        if ours := self.pages.get(page.file.src_uri):
            page.meta.update(self.frames.meta(ours))
        return markdown

    @event_priority(-50)
    def _after_macros(self, /, markdown: str, page: SitePage, **_: Any) -> str:
        """Set the title from the data, after the macros have run and where no template can see it."""
        ours = self.pages.get(page.file.src_uri)
        if ours:
            page.meta["title"] = str(escape(self.desk.say(ours.title)))
        whole = held.plain(markdown)
        if self.config.export:
            target = Path(self.config.export) / self.config.language / page.file.src_uri
            target.parent.mkdir(parents=True, exist_ok=True)
            front = yaml.safe_dump({"title": self.desk.say(ours.title)} if ours else {}, allow_unicode=True)
            target.write_text(f"---\n{front}---\n{whole}", encoding="utf-8", newline="\n")
        if ours and self.config.common and self._again(ours).is_the_same(ours.address, whole):
            self.kept.add(ours.address)
            page.meta["template"] = TEMPLATE
            page.content = ""
            page.render = _rendered  # type: ignore[method-assign]
            return ""
        left, self.pieces = held.taken(markdown)
        return left

    on_page_markdown = CombinedEvent(_before_macros, _after_macros)

    def _again(self, page: Page) -> Again:
        """Give the finished pages of the unit of *page* from the build before."""
        unit = page.guide or SHARED
        if unit not in self.again:
            guide = self.library.guide(page.guide) if page.guide else None
            around = [(one.address, *self._words(one.title), one.parent, one.nav) for one in self.pages.values()]
            short = [(one.number, *self._words(one.short_title)) for one in guide.policies] if guide else []
            told = repr((around, short, guide and (guide.reader is None, guide.changes is None)))
            surroundings = fingerprint(self.config.common, self._read_for(guide).mark, told)
            self.again[unit] = Again.of(Path(self.config.units) / unit / self.config.language, surroundings)
        return self.again[unit]

    def _words(self, text: Text) -> tuple[str, str | None]:
        return text.ja, text.written_in(self.config.language)

    def on_page_content(self, html: str, page: SitePage, **_: Any) -> str:
        """Put our HTML back, and take the sections for the search index before anything else is added to the page."""
        ours = self.pages.get(page.file.src_uri)
        html = held.put_back(html, self.pieces)
        if ours and not page.meta.get("search", {}).get("exclude"):
            sections = (
                self._again(ours).found.get(ours.address, ())
                if ours.address in self.kept
                else searchindex.sections(without_notation(html), ours.address, plain(self.desk.say(ours.title)))
            )
            self.found[ours.address] = tuple(replace(one, names=self.names.get(one.address, ())) for one in sections)
        return html

    def on_page_context(self, context: TemplateContext, page: SitePage, **_: Any) -> TemplateContext:
        """Give the theme's templates what surrounds the page: navigation, trail, languages, words."""
        ours = self.pages.get(page.file.src_uri)
        if not (ours and ours.address in self.kept):
            context["around"] = self.desk.around(ours)  # type: ignore[typeddict-unknown-key]  # templates take more keys
        return context

    def on_env(self, env: Any, **_: Any) -> Any:
        """Let the theme's templates that are no page (404) use the same words."""
        env.globals["around"] = self.desk.around(None)
        theme.settle(env)
        return env

    def _read_for(self, guide: Guide | None) -> Furigana:
        """Give what reads Japanese for the pages of *guide*, or of none."""
        return shelf.furigana(self.library, guide)

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write the search indexes, or for a build that joins many parts what the indexes are made from."""
        for blocks in self.rubied.values():
            blocks.save()
        shared = self._found_on(None)
        guides = {guide.id: self._found_on(guide) for guide in self.guides}
        if not self.config.found:
            searchindex.write(Path(config.site_dir), shared, guides.items())
            return
        folder = Path(self.config.found)
        folder.mkdir(parents=True, exist_ok=True)
        for unit, found in guides.items() if self.config.part == "guides" else ((SHARED, shared),):
            (folder / f"{unit}.{FOUND}").write_text(found.written(), encoding="utf-8", newline="\n")
            if unit in self.again:
                (folder / f"{unit}.{KEPT}").write_text(self.again[unit].written(), encoding="utf-8", newline="\n")

    def _found_on(self, guide: Guide | None) -> searchindex.Found:
        """Give what the pages of *guide*, or of none, give to the indexes."""
        own = [page for page in self.pages.values() if page.guide == (guide.id if guide else "")]
        listed = [page for page in own if page.address in self.found]
        found = [one for page in listed for one in self.found[page.address]]
        heads = {
            page.address: searchindex.Head(
                plain(self.desk.say(page.title)), page.guide, page.frame in searchindex.BRIEF or not page.guide
            )
            for page in listed
        }
        if guide is None:
            return searchindex.Found(heads, found, synonyms=names.synonyms(self.library))
        read = names.readings(f"{one.title} {one.text}" for one in found) if self.config.language == "ja" else {}
        return searchindex.Found(heads, found, self.desk.guide_name(guide), read)

    def on_post_template(self, output_content: str, template_name: str, **_: Any) -> str:
        """Take written readings out of what is no page of ours (404), and mend it."""
        return mended(without_notation(output_content)) if template_name.endswith(".html") else output_content

    def on_post_page(self, output: str, page: SitePage, **_: Any) -> str:
        """Lay readings over a Japanese page, last of all, and count it for whoever shows progress.

        A page that is there already is left where it is: MkDocs writes no file for a page of no text.
        """
        ours = self.pages.get(page.file.src_uri)
        if self.config.progress:
            with Path(self.config.progress).open("a") as counter:
                counter.write(".")
        return "" if ours and ours.address in self.kept else self._finished(mended(output), ours)

    def _finished(self, output: str, ours: Page | None) -> str:
        if self.config.language == "ja":
            guide = self.library.guide(ours.guide) if ours and ours.guide else None
            reader, name = self._read_for(guide), guide.id if guide else ""
            if name not in self.rubied:
                self.rubied[name] = Blocks(name, reader.mark)
            return with_ruby(output, reader.segments, self.rubied[name])
        return with_japanese_marked(with_printed_ruby(output))


def _rendered(config: MkDocsConfig, files: Files) -> None:
    """Do nothing: the page is there as it was finished before."""
