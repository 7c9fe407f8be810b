"""The tails of the binomial distribution, by SciPy.

    python3 test/oracle/binomial/generate.py

writes binomial.json next to this file. Nothing in it is drawn at random.
"""
import json
import pathlib

from scipy import stats

rows = [{"successes": successes, "n": n, "probability": probability,
        "atMost": float(stats.binom(n, probability).cdf(successes)),
        "atLeast": float(stats.binom(n, probability).sf(successes - 1))}
    for n in (1, 5, 10, 20, 40, 250)
    for successes in sorted({0, 1, n // 2, (4 * n) // 5, n - 1, n})
    for probability in (0.3, 0.9)]

pathlib.Path(__file__).with_name("binomial.json").write_text(json.dumps(rows, indent=1) + "\n")
