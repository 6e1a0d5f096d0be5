"""A network folder is known for one; what lies on a disk, and what cannot be told, is not refused."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from exercises.room import disk
from exercises.room.disk import kind_at, network_kind, read_mounts

MOUNTS = r"""/dev/sda1 / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
server:/homes /home nfs4 rw,vers=4.2 0 0
/dev/sdb1 /home/anna/stick vfat rw 0 0
//server/class /media/class\040of\0409b cifs rw 0 0
anna@far: /mnt/far fuse.sshfs rw 0 0
/dev/sdc1 /mnt/over ext4 rw 0 0
server:/over /mnt/over nfs rw 0 0
tmpfs /tmp tmpfs rw 0 0
/dev/sdd1 /media/usb fuseblk rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/home/anna/.local/share/whosays", "nfs4"),
        ("/home/anna/stick/whosays", ""),
        ("/homework", ""),
        ("/media/class of 9b/whosays", "cifs"),
        ("/mnt/far", "fuse.sshfs"),
        ("/mnt/over/whosays", "nfs"),
        ("/tmp/whosays", ""),
        ("/media/usb/whosays", ""),
        ("/var/lib", ""),
    ],
)
def test_the_mount_that_holds_a_folder_tells_what_it_is(folder, kind):
    assert kind_at(PurePosixPath(folder), read_mounts(MOUNTS)) == kind


@pytest.mark.parametrize("told", ["", "nonsense", "a b\n\n \n"])
def test_what_cannot_be_told_is_not_refused(tmp_path, monkeypatch, told):
    file = tmp_path / "mounts"
    file.write_text(told, "utf-8")
    for mounts in (file, tmp_path / "not there"):
        monkeypatch.setattr(disk, "_MOUNTS", mounts)
        assert network_kind(tmp_path) == ""
