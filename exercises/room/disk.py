"""Whether a folder lies on a disk of this computer: in a network folder many writers can damage the file of a class."""

from __future__ import annotations

import ctypes
import re
import subprocess
import sys
from pathlib import Path, PurePosixPath

_NETWORK = re.compile(
    r"nfs\d?|cifs|smb\w*|afpfs|webdav|davfs\d?|ncpfs|afs|ceph|lustre|gpfs|glusterfs|9p|vboxsf"
    r"|fuse\.(sshfs|rclone|gvfsd-fuse|glusterfs|davfs2?|s3fs|ceph\S*|smbnetfs|google-drive-ocamlfuse)"
)
_MOUNTS = Path("/proc/self/mounts")
_ON_MAC = re.compile(r"^.* on (/.*) \((\w+)[,)]", re.MULTILINE)
_REMOTE = 4  # what Windows calls a drive of the network


def network_kind(folder: Path) -> str:
    """Name the kind of network folder in which a folder lies; empty if it lies on a disk, or that cannot be told."""
    whole = folder.expanduser().resolve()
    try:
        if sys.platform == "win32":
            return _on_windows(whole)
        return kind_at(PurePosixPath(whole), _mounted())
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        return ""


def kind_at(folder: PurePosixPath, mounted: list[tuple[str, str]]) -> str:
    """Name the kind of network folder, from the places at which something is mounted and its type, in order."""
    around = [(len(PurePosixPath(place).parts), kind) for place, kind in mounted if folder.is_relative_to(place)]
    # The deepest one holds the folder; of two at one place the later one lies on top.
    kind = max(reversed(around), key=lambda one: one[0], default=(0, ""))[1]
    return kind if _NETWORK.fullmatch(kind) else ""


def read_mounts(text: str) -> list[tuple[str, str]]:
    """Read what Linux says of its mounts: place and type; a space in a name is written as a number there."""
    fields = [line.split(" ") for line in text.splitlines()]
    return [(_plain(one[1]), one[2]) for one in fields if len(one) > 2]


def _plain(name: str) -> str:
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), name)


def _mounted() -> list[tuple[str, str]]:
    if sys.platform == "darwin":
        told = subprocess.run(["/sbin/mount"], capture_output=True, check=True, timeout=10, text=True).stdout
        return _ON_MAC.findall(told)
    return read_mounts(_MOUNTS.read_text("utf-8", "surrogateescape"))


def _on_windows(folder: Path) -> str:
    shared = folder.drive.startswith("\\\\")
    windows = getattr(ctypes, "windll", None)  # the type checker knows it on Windows alone
    remote = windows is not None and windows.kernel32.GetDriveTypeW(f"{folder.drive}\\") == _REMOTE
    return folder.drive if shared or remote else ""
