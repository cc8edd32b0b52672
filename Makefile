# Sourcier: make and Python 3.11 or newer are all that this needs; everything else goes into .venv.

VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
PEERS := $(VENV)/.installed-peers
CHECKERS := $(VENV)/.installed-checkers
TRAINERS := $(VENV)/.installed-trainers
ARTISTS := $(VENV)/.installed-artists
WRITERS := $(VENV)/.installed-writers
SOURCES ?= ../shared
READER ?= index/reading/model

# python3 if it is recent enough, else the newest python3.x that is.
FIND_PYTHON = for name in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && command -v $$name && exit; done; \
	echo "Sourcier needs Python 3.11 or newer and found none; on Debian: apt install python3 python3-venv" >&2; exit 1

.DEFAULT_GOAL := help
.PHONY: help install run test lint types package check model calibration reader bench reliability previews docs sbom clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-11s  %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

install: $(INSTALLED) ## install Sourcier into .venv (does nothing when nothing changed)

run: $(INSTALLED) ## start the bot if DISCORD_TOKEN is set, else the console
	@$(BIN)/sourcier run

test: $(INSTALLED) ## run the tests on all cores; the slow ones too with ALL=1
	@$(BIN)/python -m pytest -n auto --dist worksteal $(if $(ALL),,-m "not slow")

lint: $(CHECKERS) ## check style and layout
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(CHECKERS) ## check the types
	@$(BIN)/mypy

package: $(CHECKERS) ## build the wheel and try it out of the tree
	@$(BIN)/python .ci/try_wheel.py

check: lint types package test ## everything that has to pass before a change lands

model: $(TRAINERS) ## train the shipped model again from SOURCES=folder: an hour on two cores, minutes on a GPU; goes on where it was stopped
	@$(BIN)/python training/tune_model.py --from $(SOURCES)/training/student-baseline \
		--pairs $(SOURCES)/training/fr-en.tsv.gz --data $(SOURCES)/data --to build/model
	@$(BIN)/python training/narrow_pieces.py build/model/model
	@$(BIN)/python training/export_onnx.py build/model/model
	@install -m 644 build/model/model/*.safetensors build/model/model/*.json build/model/model/*.onnx index/model/
	@$(MAKE) --no-print-directory calibration
	@$(BIN)/python training/measure_model.py --data $(SOURCES)/data --beside $(SOURCES)/training/student-baseline random

calibration: $(TRAINERS) ## fit ranking, highlight and verdict again; for another model: MODEL=name
	@$(BIN)/python training/fit_calibration.py --data $(SOURCES)/data $(if $(MODEL),--model $(MODEL))

reader: $(TRAINERS) ## train the shipped reader again from SOURCES=folder: minutes on a GPU; goes on where it was stopped; a trial: MOST=60 STEPS=20 READER=build/reader/tried
	@$(BIN)/python $(SOURCES)/training/e5-fr-en/unpack.py build/reader/body
	@PYTHONPATH=. $(BIN)/python training/reading_examples.py --sources $(SOURCES) --to build/reader/examples \
		$(if $(MOST),--most $(MOST))
	@for run in 1 2; do PYTHONPATH=. $(BIN)/python training/train_reader.py --body build/reader/body \
		--examples build/reader/examples --seed 2026112$$run --to build/reader/trained-$$run \
		$(if $(STEPS),--steps $(STEPS)) || exit; done
	@PYTHONPATH=. $(BIN)/python training/export_reader.py --body build/reader/body \
		--packed $(SOURCES)/training/e5-fr-en --reader build/reader/trained-1 build/reader/trained-2 --to $(READER)
ifeq ($(READER),index/reading/model)
	@PYTHONPATH=. $(BIN)/python training/reading_trials.py --sources $(SOURCES) --to build/reader/trials.pickle
	@PYTHONPATH=. $(BIN)/python training/fit_reading.py --trials build/reader/trials.pickle
endif

bench: $(PEERS) ## compare with other systems, on the data of SOURCES=folder [QUESTIONS=1000]
	@$(BIN)/python benchmarks/peers.py --sources $(SOURCES) --questions $(or $(QUESTIONS),1000)
	@$(BIN)/python benchmarks/vectors.py --data $(SOURCES)/data

reliability: $(INSTALLED) ## draw docs/reliability.png from the present calibration: how far confidences can be believed
	@SOURCIER_LANG=en $(BIN)/sourcier eval training/questions_b.jsonl --reliability docs/reliability.png

previews: $(ARTISTS) ## draw the bot's replies as people see them, into build/previews [README=1]
	@$(BIN)/python docs/previews/render.py $(if $(README),--readme)

docs: $(WRITERS) ## build the documentation site into build/site; a broken link fails
	@$(BIN)/python docs/site/build.py

sbom: $(CHECKERS) ## list what is installed with Sourcier, and its licences, into build/sbom.json (CycloneDX)
	@mkdir -p build
	@$(BIN)/python .ci/sbom.py build/sbom.json

clean: ## remove .venv and what tools left behind; articles, data and .env stay
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(INSTALLED): pyproject.toml constraints.txt .ci/install.py
	@python=$$($(FIND_PYTHON)) && $$python .ci/install.py $(VENV) test
	@touch $@

$(PEERS): $(INSTALLED)
	@python=$$($(FIND_PYTHON)) && $$python .ci/install.py $(VENV) test,bench
	@touch $@

$(CHECKERS): $(INSTALLED)
	@python=$$($(FIND_PYTHON)) && $$python .ci/install.py $(VENV) test,lint,package
	@touch $@

$(ARTISTS): $(INSTALLED)
	@python=$$($(FIND_PYTHON)) && $$python .ci/install.py $(VENV) test,previews
	@touch $@

$(WRITERS): $(INSTALLED)
	@python=$$($(FIND_PYTHON)) && $$python .ci/install.py $(VENV) test,docs
	@touch $@

$(TRAINERS): $(INSTALLED)
	@python=$$($(FIND_PYTHON)) && $$python .ci/install.py $(VENV) test,training
	@touch $@
