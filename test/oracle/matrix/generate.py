"""Shares of pairs of risks that a matrix ranks wrong or ties, by drawing them with NumPy.

    python3 test/oracle/matrix/generate.py

writes matrix.json next to this file, the same every time. Each risk is likelihood times impact, both drawn
independently over their whole scale; the share ranked wrong comes with its standard error.

The matrices: the products of five by five with the cuts that the trade uses and with sound ones; the four by four of the
EBIOS RM guide (ANSSI) and the "critical" five by five, as CISO Assistant ships them; the default scale of this program,
whose lowest levels begin one step below the next ones when the draw is log-uniform.
"""
import json
import pathlib

import numpy as np

PAIRS, AT_ONCE = 200_000_000, 5_000_000
EBIOS = [[0, 0, 1, 1], [0, 0, 1, 2], [0, 1, 2, 2], [1, 1, 2, 2]]
CRITICAL = [[0, 0, 1, 1, 2], [0, 1, 1, 2, 2], [1, 1, 2, 2, 3], [1, 2, 2, 3, 4], [2, 2, 3, 4, 4]]
DEFAULT = [[0, 0, 0, 1, 1], [0, 0, 1, 1, 2], [0, 1, 1, 2, 2], [0, 1, 2, 2, 3], [0, 2, 2, 3, 3]]
EQUAL = lambda n: [k / n for k in range(n + 1)]
LIKELIHOOD, IMPACT = [0, 0.1, 0.3, 1, 3, 10], [0, 30_000, 100_000, 300_000, 1_000_000, 3_000_000]


def by_product(cuts):
    return [[sum(i * j >= cut for cut in cuts) for j in range(1, 6)] for i in range(1, 6)]


def draw(generator, bounds, density, n):
    if density == "uniform":
        return bounds[0] + (bounds[-1] - bounds[0]) * generator.random(n)
    start = bounds[0] if bounds[0] > 0 else bounds[1] ** 2 / bounds[2]
    return start * (bounds[-1] / start) ** generator.random(n)


def shares(grid, likelihood, impact, density, seed):
    generator, grid = np.random.default_rng(seed), np.array(grid)
    wrong = tied = 0
    for _ in range(PAIRS // AT_ONCE):
        bands, risks = [], []
        for _ in range(2):
            x = draw(generator, likelihood, density, AT_ONCE)
            y = draw(generator, impact, density, AT_ONCE)
            row = np.searchsorted(likelihood[1:-1], x, side="right")
            column = np.searchsorted(impact[1:-1], y, side="right")
            bands.append(grid[row, column])
            risks.append(x * y)
        higher = bands[0].astype(int) - bands[1]
        wrong += int(np.sum(higher * (risks[0] - risks[1]) < 0))
        tied += int(np.sum(higher == 0))
    share = wrong / PAIRS
    return {"wrong": share, "tied": tied / PAIRS, "standardError": (share * (1 - share) / PAIRS) ** 0.5,
            "tiedStandardError": (tied / PAIRS * (1 - tied / PAIRS) / PAIRS) ** 0.5}


cases = [
    ("products of five by five cut at 5, 10, 15", by_product([5, 10, 15]), EQUAL(5), EQUAL(5), "uniform"),
    ("products of five by five cut at 6, 12, 20", by_product([6, 12, 20]), EQUAL(5), EQUAL(5), "uniform"),
    ("EBIOS RM, four by four", EBIOS, EQUAL(4), EQUAL(4), "uniform"),
    ("critical, five by five", CRITICAL, EQUAL(5), EQUAL(5), "uniform"),
    ("default scale", DEFAULT, LIKELIHOOD, IMPACT, "uniform"),
    ("default scale", DEFAULT, LIKELIHOOD, IMPACT, "log-uniform"),
]
rows = [{"matrix": name, "density": density, "likelihood": likelihood, "impact": impact, "bands": grid,
         **shares(grid, likelihood, impact, density, seed)}
        for seed, (name, grid, likelihood, impact, density) in enumerate(cases, start=1)]
pathlib.Path(__file__).with_name("matrix.json").write_text(json.dumps(rows) + "\n")
