"""Distances and directions on the earth agree with what an atlas says, and are symmetric."""

from math import isclose, pi

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.lesson.earth import DIRECTIONS, RADIUS, bearing, direction, kilometres, on_plane, rounded

PLACES = st.tuples(st.floats(-90, 90), st.floats(-180, 180))
LONDON, PARIS, SYDNEY = (51.5074, -0.1278), (48.8566, 2.3522), (-33.8688, 151.2093)


@pytest.mark.parametrize(
    ("one", "other", "atlas"),
    # The quarter of a meridian is what the metre was once made from: 10,000 km.
    [(LONDON, PARIS, 344), (LONDON, SYDNEY, 16_990), ((0, 0), (90, 0), 10_000), ((0, 179.5), (0, -179.5), 111.3)],
)
def test_a_distance_is_that_of_an_atlas_within_half_a_per_cent(one, other, atlas):
    assert isclose(kilometres(one, other), atlas, rel_tol=0.005)


@given(PLACES, PLACES)
def test_a_distance_is_the_same_both_ways_and_never_more_than_half_around_the_earth(one, other):
    assert isclose(kilometres(one, other), kilometres(other, one), abs_tol=1e-6)
    assert 0 <= kilometres(one, other) <= pi * RADIUS + 1e-6


@pytest.mark.parametrize(
    ("to", "name"),
    zip(
        [(51, 10), (51, 11.5), (50, 11), (49, 11.5), (49, 10), (49, 8.5), (50, 9), (51, 8.5)],
        DIRECTIONS,
        strict=True,
    ),
)
def test_a_direction_goes_by_the_eight_names_of_the_compass(to, name):
    assert direction((50, 10), to) == name


@given(PLACES, PLACES)
def test_a_bearing_lies_between_north_and_north(one, other):
    assert 0 <= bearing(one, other) <= 360
    assert direction(one, other) in DIRECTIONS


@given(st.floats(-60, 60), st.floats(-180, 180), st.floats(-1, 1), st.floats(-1, 1))
def test_near_its_centre_the_plane_keeps_distances(latitude, longitude, north, east):
    centre, place = (latitude, longitude), (latitude + north, (longitude + east + 180) % 360 - 180)
    x, y = on_plane(centre, place)
    assert isclose((x**2 + y**2) ** 0.5, kilometres(centre, place), rel_tol=0.03, abs_tol=0.001)


@pytest.mark.parametrize(
    ("exact", "told"),
    [
        (2.4, 0),
        (2.6, 3),
        (5.8, 6),
        (7.8, 8),
        (11.2, 10),
        (19.4, 20),
        (20.4, 20),
        (80.6, 80),
        (104.3, 100),
        (1236, 1240),
    ],
)
def test_what_is_near_is_told_more_exactly_than_what_is_far(exact, told):
    assert rounded(exact) == told
