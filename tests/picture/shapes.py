"""Paths as polygons, to measure with."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from svgpathtools import parse_path

STEPS = 12
"""Points on each curve of a path."""

Points = NDArray[np.complex128]


@dataclass(frozen=True, eq=False)
class Shape:
    """The closed rings of a path, as points x + iy."""

    rings: tuple[Points, ...]

    @property
    def points(self) -> Points:
        return np.concatenate(self.rings)

    @property
    def box(self) -> tuple[float, float]:
        """Width and height."""
        return float(np.ptp(self.points.real)), float(np.ptp(self.points.imag))

    def holds(self, points: Points) -> NDArray[np.bool_]:
        """Which points lie inside one of the rings."""
        return np.any([_inside(ring, points) for ring in self.rings], axis=0)

    def room(self) -> float:
        """Diameter of about the largest circle that fits in: the best of a grid of centres."""
        xs, ys = self.points.real, self.points.imag
        grid = np.array(
            [complex(x, y) for x in np.arange(xs.min(), xs.max(), 1.5) for y in np.arange(ys.min(), ys.max(), 1.5)]
        )
        centres = grid[self.holds(grid)]
        return float(2 * np.abs(centres[:, None] - self.points[None, :]).min(axis=1).max())


@cache
def shape(d: str) -> Shape:
    rings = []
    for part in parse_path(d).continuous_subpaths():
        assert part.isclosed(), "an area has to be closed"
        rings.append(np.array([curve.point(step / STEPS) for curve in part for step in range(STEPS)]))
    return Shape(tuple(rings))


def _inside(ring: Points, points: Points) -> NDArray[np.bool_]:
    """Even-odd rule: how often a ray to the right crosses the ring."""
    start, end = ring[None, :], np.roll(ring, -1)[None, :]
    y = points.imag[:, None]
    spans = (start.imag > y) != (end.imag > y)
    with np.errstate(divide="ignore", invalid="ignore"):
        at = start.real + (y - start.imag) / (end.imag - start.imag) * (end.real - start.real)
    crossings: NDArray[np.int_] = (spans & (points.real[:, None] < at)).sum(axis=1)
    return crossings % 2 == 1
