"""How a command ends that cannot do what it was asked for: in one sentence with a cure, and exit code 1."""

from __future__ import annotations

import errno
import signal
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

import typer
from typer.core import TyperGroup

from exercises.files.fault import InWords
from exercises.files.problems import LessonError
from exercises.words import words
from exercises.words.fault import fault_words

_FAULTS = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT), "disk_full"),
    **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), "closed"),
    **dict.fromkeys((errno.EEXIST, errno.ENOTDIR, errno.EISDIR), "in_the_way"),
    errno.ENAMETOOLONG: "long_name",
}


class InOneSentence(TyperGroup):
    """Ends every command that fails in one sentence with a cure; what fails by a fault of ours says where."""

    def invoke(self, ctx: Any) -> Any:
        """Run a command; whatever it fails with becomes a sentence."""
        from exercises.answers.store import StoreTrouble

        try:
            return super().invoke(ctx)
        except (LessonError, StoreTrouble) as error:
            stop(str(error))
        except BrokenPipeError:
            # Whoever read along has left, as in “whosays check | head”: typer goes quietly.
            raise
        except OSError as error:
            file = error.filename or words("cli")["a_file"]
            stop(words("cli")[_word_for(error)].format(file=file, reason=error.strerror or error))
        except Exception as error:
            if isinstance(error, InWords):
                stop(str(error))
            if isinstance(error, typer.Abort) or hasattr(error, "exit_code"):
                # Typer itself says what is wrong with the words of a command.
                raise
            place = traceback.extract_tb(error.__traceback__)[-1]
            where = {"file": Path(place.filename).name, "line": place.lineno}
            stop(words("cli")["broken"].format(detail=fault_words(error), **where))


def stop(sentence: str) -> NoReturn:
    """Say one sentence and end the command as failed."""
    typer.echo(sentence, err=True)
    raise typer.Exit(code=1)


@contextmanager
def ended_alike() -> Iterator[None]:
    """End what stands inside in the same way, with all that is cleared away then, for Ctrl+C and a closed window."""
    found = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name)]
    before = {one: signal.signal(one, signal.default_int_handler) for one in found}
    try:
        yield
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)


def _word_for(error: OSError) -> str:
    """Name the sentence with the cure that can help."""
    if isinstance(error, FileNotFoundError):
        # Where the folder is there and takes no file all the same, as in /proc, making it would be of no use.
        return "no_place" if error.filename and Path(error.filename).parent.is_dir() else "no_folder"
    return _FAULTS.get(error.errno or 0, "trouble")
