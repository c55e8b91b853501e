# 協働ガイド / Kyōdō Guide
# 使い方: make site(サイトを作る)、make test(試験する)。 make だけで、できることの一覧が出ます。

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help install site test nightly serve check fonts lint lock bench clean

help: ## できることの一覧 / list the targets
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

install: $(VENV)/site.done ## 必要なものを入れる / install what is needed

site: $(VENV)/site.done ## サイトを site/ に作る / build the site
	$(BIN)/kyodo build --release

test: $(VENV)/test.done ## 試験する / run the tests
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder

nightly: $(VENV)/test.done ## 長い試験も含め、すべてをふつうの Chromium で / every test, the long ones too, with a whole Chromium
	KYODO_WHOLE_BROWSER=1 $(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder -m "nightly or not nightly"

serve: $(VENV)/site.done ## 手元で見る / preview with live reload
	$(BIN)/kyodo serve

check: $(VENV)/site.done ## データのまちがいを調べる / check the data
	$(BIN)/kyodo check

fonts: $(VENV)/site.done ## 紙面の書体を取り寄せる / fetch faces for paper, once, with npm
	$(BIN)/kyodo fonts

lint: $(VENV)/test.done ## コードを調べる / ruff, mypy, import-linter
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

lock: $(VENV)/test.done ## 部品の版を決め直す / renew requirements*.txt
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-header --no-annotate -o requirements.txt pyproject.toml
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-header --no-annotate --extra dev -o requirements-dev.txt pyproject.toml

bench: $(VENV)/test.done ## 速さと大きさを測る / measure speed and size
	$(BIN)/python -m bench.furigana
	$(BIN)/python -m bench.search
	$(BIN)/python -m bench.paper
	$(BIN)/python -m bench.build
	$(BIN)/python -m bench.visit

clean: ## 作ったものを消す / remove what was made
	rm -rf $(VENV) build site

$(VENV)/pyvenv.cfg:
	$(PYTHON) -m venv $(VENV)

$(VENV)/site.done: requirements.txt pyproject.toml | $(VENV)/pyvenv.cfg
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	$(BIN)/python -m macros.web.ready
	@touch $@

$(VENV)/test.done: requirements-dev.txt $(VENV)/site.done
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.txt
	$(BIN)/python -m tests.browser
	$(BIN)/python -m tests.validator
	@touch $@
