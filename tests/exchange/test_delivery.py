"""Each message is done once and in order, and only so many open pages are remembered."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.answers.store import StoreTrouble
from exercises.answers.student import OtherStudent
from exercises.exchange.delivery import Delivery
from exercises.exchange.message import Message, Refusal

PAGES = 50  # open pages whose messages are remembered


class Post:
    """A delivery with a counter of what was done."""

    def __init__(self):
        self.done = []
        self._delivery = Delivery()

    def send(self, tab="tab-number-0", seq=1, *, code="amber-heron-42", kind="draft", fails=None):
        def do(message):
            self.done.append((code, message.tab, message.seq))
            if fails:
                raise fails
            return {"kind": "saved", "times": len(self.done)}

        return self._delivery.deliver(code, Message(kind=kind, tab=tab, seq=seq), do)


@pytest.fixture
def post():
    return Post()


def test_a_message_sent_again_gets_the_same_reply_and_is_not_done_again(post):
    first = post.send()
    assert post.send() == first == {"kind": "saved", "times": 1, "tab": "tab-number-0", "seq": 1}
    assert len(post.done) == 1


def test_a_message_that_comes_too_late_is_refused_and_not_done(post):
    post.send(seq=2)
    late = post.send(seq=1)
    assert (late["kind"], late["tab"], late["seq"]) == ("refused", "tab-number-0", 1)
    assert late["words"]
    assert len(post.done) == 1


@given(st.lists(st.integers(1, 6), min_size=1, max_size=12))
def test_whatever_the_order_each_number_is_done_at_most_once_and_none_after_a_later_one(numbers):
    post = Post()
    for number in numbers:
        post.send(seq=number)
    done = [seq for _, _, seq in post.done]
    assert done == sorted(set(done))
    assert done[-1] == max(numbers)


def test_numbers_count_by_page_and_by_student(post):
    post.send(seq=5)
    assert post.send(tab="tab-number-1")["kind"] == "saved"
    assert post.send(code="other-heron-42")["kind"] == "saved"
    assert len(post.done) == 3


def test_fifty_pages_are_remembered_and_one_more_pushes_out_the_one_that_was_silent_longest(post):
    tabs = [f"tab-number-{number}" for number in range(PAGES)]
    for tab in tabs:
        post.send(tab)
    post.send(tabs[0], seq=2)
    for tab in tabs[1:]:
        post.send(tab)
    assert len(post.done) == PAGES + 1
    post.send("one-tab-more")
    post.send(tabs[0], seq=2)
    post.send(tabs[2])
    assert len(post.done) == PAGES + 2
    post.send(tabs[1])
    assert len(post.done) == PAGES + 3


@pytest.mark.parametrize("fault", [Refusal("Choose first."), OtherStudent()])
def test_a_refusal_is_an_answer_and_stands(post, fault):
    first = post.send(fails=fault)
    assert (first["kind"], first["seq"], bool(first["words"])) == ("refused", 1, True)
    assert post.send() == first
    assert len(post.done) == 1


def test_after_trouble_with_the_disk_the_same_message_is_done_when_it_comes_again(post):
    trouble = post.send(fails=StoreTrouble("The disk is full."))
    assert (trouble["kind"], trouble["words"], trouble["seq"]) == ("trouble", "The disk is full.", 1)
    assert post.send()["kind"] == "saved"
    assert len(post.done) == 2


def test_a_file_is_made_again_when_it_is_asked_for_again(post):
    post.send(kind="take")
    assert post.send(kind="take")["times"] == 2


def test_a_ping_is_answered_and_nothing_is_done(post):
    assert post.send(kind="ping") == {"kind": "pong", "tab": "tab-number-0", "seq": 1}
    assert post.done == []
