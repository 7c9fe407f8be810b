"""Clopper and Pearson's intervals and the tails of the binomial distribution, by SciPy.

    python3 test/oracle/binomial/generate.py

writes binomial.json next to this file. Nothing in it is drawn at random.
"""
import json
import pathlib

from scipy import stats

rows = []
for n in (1, 5, 10, 20, 40, 250):
    for successes in sorted({0, 1, n // 2, (4 * n) // 5, n - 1, n}):
        level = 0.9 if n == 20 else 0.95
        interval = stats.binomtest(successes, n).proportion_ci(confidence_level=level, method="exact")
        for probability in (0.3, 0.9):
            law = stats.binom(n, probability)
            rows.append({"successes": successes, "n": n, "level": level, "probability": probability,
                "low": float(interval.low), "high": float(interval.high),
                "atMost": float(law.cdf(successes)), "atLeast": float(law.sf(successes - 1))})

pathlib.Path(__file__).with_name("binomial.json").write_text(json.dumps(rows, indent=1) + "\n")
