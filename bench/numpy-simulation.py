"""A peer of bench/quantification.ts: the same scenarios by vectorised NumPy, timed on request.

Reads one JSON line { years, scenarios: [{ rate, mu, sigma }] }, then one line "VARIANT SEED" for each run,
and answers each with one JSON line { ms, mean, q99, es99 }. Both variants give exact event sums.

yearly     a Poisson number for each year, the events added up by bincount over repeated year numbers
           (faster here than add.reduceat; this is how such a simulation is usually written)
scattered  one Poisson number for all years, each event in a uniform year: the way Plimsoll does it

Standard normals with exp in place are faster than Generator.lognormal, and SFC64 is the fastest bit generator.
"""

import json
import sys
import time

import numpy as np


def yearly(rng, years, scenarios):
    total = np.zeros(years)
    numbers = np.arange(years)
    for rate, mu, sigma in scenarios:
        counts = rng.poisson(rate, years)
        losses = lognormals(rng, int(counts.sum()), mu, sigma)
        total += np.bincount(np.repeat(numbers, counts), weights=losses, minlength=years)
    return total


def scattered(rng, years, scenarios):
    total = np.zeros(years)
    for rate, mu, sigma in scenarios:
        events = rng.poisson(rate * years)
        losses = lognormals(rng, events, mu, sigma)
        total += np.bincount(rng.integers(0, years, events), weights=losses, minlength=years)
    return total


def lognormals(rng, n, mu, sigma):
    losses = rng.standard_normal(n)
    losses *= sigma
    losses += mu
    return np.exp(losses, out=losses)


def figures(total):
    total.sort()
    n = len(total)
    quantiles = {p: total[-(-n * p // 100) - 1] for p in (50, 90, 95, 99)}
    shortfalls = {p: q + (total[-(-n * p // 100) :] - q).sum() / (n * (100 - p) / 100) for p, q in quantiles.items()}
    return {"mean": total.mean(), "q99": quantiles[99], "es99": shortfalls[99]}


def main():
    setup = json.loads(sys.stdin.readline())
    scenarios = [(s["rate"], s["mu"], s["sigma"]) for s in setup["scenarios"]]
    for line in sys.stdin:
        variant, seed = line.split()
        rng = np.random.Generator(np.random.SFC64(int(seed)))
        start = time.perf_counter()
        answer = figures({"yearly": yearly, "scattered": scattered}[variant](rng, setup["years"], scenarios))
        answer["ms"] = 1000 * (time.perf_counter() - start)
        print(json.dumps(answer), flush=True)


main()
