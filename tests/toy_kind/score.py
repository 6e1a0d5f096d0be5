"""How a guess is scored."""

from exercises.kinds.base import Remark, Result


def score(item, answer, lesson):
    if answer.guess is None:
        raise ValueError("Guess a number first.")
    right = answer.guess == item.number
    remark = Remark(subject=str(answer.guess), outcome="right" if right else "wrong", reason=item.why)
    return Result(points=right, out_of=1, summary="Right." if right else "Not right.", remarks=(remark,), right=right)
