"""Whoever opens connections without end loses their own, and nobody else theirs."""

from __future__ import annotations

from exercises.room.crowd import MOST_AT_ADDRESS, MOST_ON_DEVICE, Crowd


class Stream:
    """A connection that can be closed."""

    def __init__(self):
        self.is_closed = False

    def closed(self):
        return self.is_closed

    def close(self):
        self.is_closed = True


def come(crowd, count, address):
    streams = [Stream() for _ in range(count)]
    for stream in streams:
        crowd.comes(stream, address)
    return streams


def open_of(streams):
    return [number for number, stream in enumerate(streams) if not stream.closed()]


def test_of_too_many_from_one_address_the_oldest_give_way_and_another_address_loses_none():
    crowd = Crowd()
    others = come(crowd, 3, "192.0.2.1")
    flood = come(crowd, MOST_AT_ADDRESS + 2, "192.0.2.66")
    assert (open_of(others), open_of(flood)) == ([0, 1, 2], list(range(2, MOST_AT_ADDRESS + 2)))
    assert not crowd.was_full


def test_who_has_shown_a_device_is_not_counted_with_the_others_at_the_address():
    crowd = Crowd()
    [known] = come(crowd, 1, "192.0.2.1")
    crowd.shows(known, "a")
    come(crowd, MOST_AT_ADDRESS + 5, "192.0.2.1")
    assert not known.closed()


def test_a_device_may_not_open_them_without_end_either():
    crowd = Crowd()
    streams = come(crowd, MOST_ON_DEVICE + 1, "192.0.2.1")
    for stream in streams:
        crowd.shows(stream, "a")
    assert open_of(streams) == list(range(1, MOST_ON_DEVICE + 1))


def test_where_there_are_too_many_in_all_a_stranger_gives_way_and_no_line_ever():
    crowd = Crowd(most=4)
    line, known = come(crowd, 2, "192.0.2.1")
    crowd.shows(line, "a")
    crowd.stays(line)
    crowd.shows(known, "b")
    strangers = [one for number in range(4) for one in come(crowd, 1, f"192.0.2.{number + 10}")]
    assert (line.closed(), known.closed(), open_of(strangers), crowd.was_full) == (False, False, [2, 3], True)


def test_those_that_are_closed_count_no_more():
    crowd = Crowd(most=3)
    for stream in come(crowd, 3, "192.0.2.1"):
        stream.close()
    assert open_of(come(crowd, 3, "192.0.2.2")) == [0, 1, 2]
    assert not crowd.was_full
