# make lab   opens the course          make test    runs every check
# make build makes the notebooks       make bench   measures           make format  tidies the code
# make print makes the paper          make quick   runs what needs no browser
# make test-bounds                    tries the lowest and the newest releases that pyproject.toml allows; takes long
#
# LAB_ARGS go to JupyterLab (make lab LAB_ARGS=--no-browser), TEST_ARGS to pytest (make test TEST_ARGS="-k mark").

.DEFAULT_GOAL := help
.PHONY: help lab test test-bounds quick style types scripts lessons bench build print format venv

VENV := .venv
PYTHON := $(VENV)/bin/python
# Tests start hundreds of kernels: each would compile the whole course anew where Python may keep nothing.
export PYTHONDONTWRITEBYTECODE :=
# Jupyter and Voila read copies of these, made when the course is installed.
SHARED := $(shell find exercises/share -type f)
FAILED := { echo "The installation did not finish. Is this computer online? Then try again."; exit 1; }

help:
	@sed -n 's/^# *\(make .*\)/\1/p' Makefile

lab: venv
	@$(MAKE) -s $(VENV)/.course-installed
	@$(PYTHON) -m exercises.cli lab $(LAB_ARGS)

# The browser tests run by themselves: Playwright keeps an event loop open that others would stumble over. They often
# wait, so three processes share them on two cores, file by file, the longest first. What takes as long goes beside them:
# the storm, in which pages and kernels go wrong, and the wheel, which is built.
LONG := tests/browser tests/storm tests/test_wheel.py
test: quick
	@.ci/chromium $(PYTHON)
	$(PYTHON) -m pytest -n 3 --dist loadfile --no-loadscope-reorder $(LONG) $(TEST_ARGS)

# Everything without a browser. What looks at the code alone goes side by side.
quick: venv
	@$(MAKE) -s $(VENV)/.tests-installed
	@$(MAKE) -s -j 2 --output-sync=target style types scripts lessons
	$(PYTHON) -m pytest -n 2 --dist loadfile --no-loadscope-reorder $(LONG:%=--ignore=%) $(TEST_ARGS)

style:
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .

types:
	$(PYTHON) -m mypy

scripts:
	.ci/javascript $(PYTHON)

lessons:
	$(PYTHON) -m exercises.cli check $(patsubst %/,%,$(dir $(wildcard lessons/*/lesson.yaml)))

test-bounds: venv
	@$(MAKE) -s $(VENV)/.tests-installed
	.ci/bounds $(PYTHON) $(TEST_ARGS)

bench: venv
	@$(MAKE) -s $(VENV)/.tests-installed
	@.ci/chromium $(PYTHON)
	$(PYTHON) tests/bench $(BENCH_ARGS)

build: venv
	@$(MAKE) -s $(VENV)/.course-installed
	$(PYTHON) -m exercises.cli build

print: venv
	@$(MAKE) -s $(VENV)/.course-installed
	$(PYTHON) -m exercises.cli print --lesson kupyansk

format: venv
	@$(MAKE) -s $(VENV)/.tests-installed
	$(PYTHON) -m ruff check --fix .
	$(PYTHON) -m ruff format .
	@.ci/javascript $(PYTHON) format

# Looked at every time, because Python may have been updated or the folder moved since; takes a blink.
venv:
	@.ci/venv $(VENV)

# Stamps: with nothing changed since, the second run installs nothing.
$(VENV)/.course-installed: pyproject.toml $(SHARED)
	@echo "Installing the course. The first time this takes a few minutes."
	@$(PYTHON) -m pip install --quiet -e . || $(FAILED)
	@touch $@

$(VENV)/.tests-installed: pyproject.toml $(SHARED)
	@echo "Installing the course and what its tests need. The first time this takes a few minutes."
	@$(PYTHON) -m pip install --quiet -e ".[test]" || $(FAILED)
	@touch $@ $(VENV)/.course-installed
