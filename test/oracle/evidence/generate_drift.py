"""Average run lengths of EWMA and CUSUM charts, by Markov chains of many narrow states.

    python3 test/oracle/evidence/generate_drift.py

writes drift.json next to this file. Brook and Evans 1972 for CUSUM, Lucas and Saccucci 1990 for EWMA: another method
than the integral equation of ours; two sizes of the chain and Richardson's step from them. Nothing is drawn at random.
"""
import json
import pathlib

import numpy as np
from scipy.stats import norm


def cusum(allowance, interval, shift, states):
    # State i holds sums around i·w; state 0 takes half a cell.
    w = 2 * interval / (2 * states - 1)
    place = np.arange(states)
    step = (place[None, :] - place[:, None]) * w
    moves = norm.cdf(step + w / 2 + allowance - shift) - norm.cdf(step - w / 2 + allowance - shift)
    moves[:, 0] = norm.cdf(-place * w + w / 2 + allowance - shift)
    return np.linalg.solve(np.eye(states) - moves, np.ones(states))[0]


def ewma(lam, width, shift, states):
    limit = width * np.sqrt(lam / (2 - lam))
    w = 2 * limit / states
    place = -limit + (np.arange(states) + .5) * w
    edge = lambda to: (to - (1 - lam) * place[:, None]) / lam - shift
    moves = norm.cdf(edge(place[None, :] + w / 2)) - norm.cdf(edge(place[None, :] - w / 2))
    return np.linalg.solve(np.eye(states) - moves, np.ones(states))[states // 2]


def refined(of, *row):
    coarse, fine = of(*row, 601), of(*row, 1201)
    return float(fine + (fine - coarse) / 3)


rows = {
    "cusum": [{"allowance": k, "interval": h, "shift": s, "length": refined(cusum, k, h, s)}
              for k, h in ((.5, 4), (.5, 5), (.25, 8), (1, 2.5)) for s in (0, .5, 1, 2)],
    "ewma": [{"lambda": lam, "width": width, "shift": s, "length": refined(ewma, lam, width, s)}
             for lam, width in ((.1, 2.814), (.2, 2.962), (.2, 2.7), (.4, 3.054)) for s in (0, .5, 1, 2)],
}
pathlib.Path(__file__).with_name("drift.json").write_text(json.dumps(rows, indent=1) + "\n")
