"""JupyterLab opens the course also where the home is closed: its own files are kept elsewhere for now."""

import json
import os
import subprocess
import sys
import tempfile
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import pytest
from ports import free_port, wait_for

from exercises.jupyter import folders

OWN = {
    "JUPYTER_RUNTIME_DIR",
    "JUPYTER_DATA_DIR",
    "JUPYTER_CONFIG_DIR",
    "JUPYTERLAB_SETTINGS_DIR",
    "JUPYTERLAB_WORKSPACES_DIR",
    "IPYTHONDIR",
}
NOTEBOOK = {"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


@pytest.fixture
def closed_home(tmp_path, monkeypatch):
    """Give a home in which nothing can be made, not by root either: a file stands where its folder should be."""
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    home = tmp_path / "file" / "home"
    for name in (*OWN, "JUPYTER_PATH", "JUPYTER_CONFIG_PATH", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "JUPYTER_NO_CONFIG"):
        monkeypatch.setenv(name, "")
    for name in ("HOME", "USERPROFILE", "APPDATA"):
        monkeypatch.setenv(name, str(home))
    return home


def course(folder):
    (folder / "lessons" / "bridge").mkdir(parents=True)
    (folder / "lessons" / "bridge" / "lesson.yaml").write_text("id: bridge\n", encoding="utf-8")
    (folder / "notebooks").mkdir()
    (folder / "notebooks" / "start_here.ipynb").write_text(json.dumps(NOTEBOOK), encoding="utf-8")
    return folder


@contextmanager
def lab(folder, log):
    """Start the command in a course, and give its address."""
    port = free_port()
    command = [sys.executable, "-m", "exercises.cli", "lab", "--no-browser", f"--port={port}", "--allow-root"]
    command += ["--IdentityProvider.token=", "--ServerApp.disable_check_xsrf=True", "--ServerApp.ip=127.0.0.1"]
    with log.open("w") as written:
        process = subprocess.Popen(command, cwd=folder, stdout=written, stderr=written)
        try:
            wait_for(f"http://127.0.0.1:{port}/api/status", 120)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(60)


def asked(address, method="GET", content=None):
    data = None if content is None else json.dumps(content).encode()
    with urllib.request.urlopen(urllib.request.Request(address, data=data, method=method), timeout=120) as reply:
        return reply.status


def test_in_a_closed_home_the_notebook_opens_a_kernel_runs_and_the_page_is_kept(closed_home, tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path / "for_now"))
    (tmp_path / "for_now").mkdir()
    with lab(course(tmp_path / "course"), tmp_path / "lab.log") as address:
        assert asked(f"{address}/api/contents/notebooks/start_here.ipynb?type=notebook") == 200
        assert asked(f"{address}/api/kernels", "POST", {"name": "python3"}) == 201
        workspace = {"data": {}, "metadata": {"id": "default"}}
        assert asked(f"{address}/lab/api/workspaces/default", "PUT", workspace) == 204
        setting = {"raw": "{}"}
        plugin = "@jupyterlab/apputils-extension:themes"
        assert asked(f"{address}/lab/api/settings/{plugin}", "PUT", setting) == 204
    first, *more = (tmp_path / "lab.log").read_text(encoding="utf-8").splitlines()
    assert "so they are kept elsewhere for now" in first
    assert not [line for line in more if str(closed_home) in line and "Errno" in line]
    assert not list((tmp_path / "for_now").glob("whosays-jupyter-*"))


def test_only_what_is_closed_is_kept_elsewhere_and_still_read_from_where_it_was(closed_home, tmp_path, monkeypatch):
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", str(tmp_path / "runtime"))
    monkeypatch.setenv("JUPYTER_PATH", "mine")
    before = folders.own_folders()
    assert set(before) == OWN
    with folders.open_folders() as sentence:
        assert "Not a directory" in sentence
        after = folders.own_folders()
        assert after["JUPYTER_RUNTIME_DIR"] == tmp_path / "runtime"
        assert folders.closed_folders() == {}
        assert os.environ["JUPYTER_PATH"].split(os.pathsep) == ["mine", str(before["JUPYTER_DATA_DIR"])]
        assert os.environ["JUPYTER_CONFIG_PATH"] == str(before["JUPYTER_CONFIG_DIR"])
    assert not after["IPYTHONDIR"].exists()


@pytest.fixture
def own(tmp_path, monkeypatch):
    """Give a place in which every folder of Jupyter is one that it may use."""
    for name in OWN:
        monkeypatch.setenv(name, str(tmp_path / name))
    for name in ("JUPYTER_PATH", "JUPYTER_CONFIG_PATH"):
        monkeypatch.setenv(name, "")
    return tmp_path


@pytest.fixture
def of_root(monkeypatch):
    """Give what closes a file or folder, as root's files are closed to others: to root itself nothing is."""
    closed, allowed = set(), os.access
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) not in closed and allowed(path, mode))
    return closed.add


@pytest.mark.parametrize(
    ("variable", "file", "still_read"),
    [
        ("JUPYTER_CONFIG_DIR", "jupyter_server_config.json", False),
        ("JUPYTER_CONFIG_DIR", "jupyter_server_config.d/more.json", False),
        ("JUPYTER_DATA_DIR", "kernels/mine/kernel.json", False),
        ("JUPYTER_DATA_DIR", "labextensions/@mine/dark/package.json", False),
        ("JUPYTER_DATA_DIR", "labextensions/dark/package.json", False),
        ("JUPYTER_DATA_DIR", "notebook_secret", True),
        ("JUPYTER_DATA_DIR", "nbsignatures.db", True),
        ("JUPYTER_RUNTIME_DIR", "jupyter_cookie_secret", False),
        ("JUPYTERLAB_SETTINGS_DIR", "@jupyterlab/apputils-extension/themes.jupyterlab-settings", False),
        ("JUPYTERLAB_SETTINGS_DIR", "mine/plugin.jupyterlab-settings", False),
        ("JUPYTERLAB_WORKSPACES_DIR", "default-37a8.jupyterlab-workspace", False),
    ],
)
def test_a_folder_with_a_file_that_may_not_be_read_is_kept_elsewhere_and_not_read_if_jupyter_would_end_there(
    own, of_root, variable, file, still_read
):
    there = own / variable / file
    there.parent.mkdir(parents=True)
    there.write_text("{}", encoding="utf-8")
    assert folders.closed_folders() == {}
    of_root(there)
    with folders.open_folders() as sentence:
        assert f"{there}: Permission denied" in sentence
        assert os.environ[variable] != str(own / variable)
        assert os.environ["JUPYTER_CONFIG_PATH"] == ""
        assert os.environ["JUPYTER_PATH"] == (str(own / variable) if still_read else "")


@pytest.mark.parametrize(
    ("variable", "name", "still_read"),
    [
        ("JUPYTER_RUNTIME_DIR", "jupyter_cookie_secret", False),
        ("JUPYTER_DATA_DIR", "notebook_secret", True),
        ("JUPYTER_DATA_DIR", "labextensions/dark/package.json", False),
        ("JUPYTERLAB_WORKSPACES_DIR", "default-37a8.jupyterlab-workspace", False),
    ],
)
def test_where_a_folder_stands_in_place_of_a_file_others_are_used_and_it_is_named(own, variable, name, still_read):
    (own / variable / name).mkdir(parents=True)
    with folders.open_folders() as sentence:
        assert f"{own / variable / name}: Is a directory" in sentence
        assert os.environ[variable] != str(own / variable)
        assert os.environ["JUPYTER_PATH"] == (str(own / variable) if still_read else "")


@pytest.mark.parametrize("sort", ["closed folder", "file", "link to nothing"])
def test_a_profile_in_which_no_kernel_could_write_is_kept_elsewhere(own, of_root, sort):
    profile = own / "IPYTHONDIR" / "profile_default"
    profile.parent.mkdir()
    if sort == "closed folder":
        profile.mkdir()
        of_root(profile)
    elif sort == "file":
        profile.write_text("in the way", encoding="utf-8")
    else:
        profile.symlink_to(own / "nowhere")
    with folders.open_folders() as sentence:
        assert str(profile) in sentence
        assert os.environ["IPYTHONDIR"] != str(own / "IPYTHONDIR")


def test_a_kernel_that_is_a_link_to_nothing_closes_nothing(own):
    kernels = own / "JUPYTER_DATA_DIR" / "kernels"
    kernels.mkdir(parents=True)
    (kernels / "gone").symlink_to(own / "nowhere")
    assert folders.closed_folders() == {}


def test_where_all_is_open_nothing_is_kept_elsewhere_or_said(own):
    (own / "IPYTHONDIR" / "profile_default").mkdir(parents=True)
    with folders.open_folders() as sentence:
        assert (sentence, os.environ["IPYTHONDIR"]) == ("", str(own / "IPYTHONDIR"))


def test_where_there_is_no_other_place_either_one_sentence_says_so(closed_home, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(closed_home))
    with pytest.raises(folders.NoFolders, match="set TMPDIR to a folder"), folders.open_folders():
        pass


def test_a_home_that_is_no_persons_is_closed_and_no_fault(closed_home, monkeypatch):
    monkeypatch.setenv("IPYTHONDIR", "~nobody-of-that-name/ipython")
    assert folders.own_folders()["IPYTHONDIR"] == Path("~nobody-of-that-name/ipython")
