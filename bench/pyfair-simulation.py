"""A peer of bench/quantification.ts: the same rates and similar losses by pyfair, timed on request.

Reads one JSON line { years, scenarios: [{ rate, mu, sigma }] }, then one line "VARIANT SEED" for each run,
and answers each with one JSON line { ms, mean, q99, es99 }.

pyfair has neither a Poisson nor a lognormal: the number of events of a year is a normal of the Poisson's mean and
standard deviation (pyfair moves what is negative to 0), each loss a PERT from the lognormal's 5 % to its 95 %
quantile, the mode at its median. It multiplies the number by one loss a year instead of adding up events, and starts
every model from the same seed. Its figures are therefore not ours, and its work is less: 10 million losses instead of
12.7 million.
"""

import json
import math
import sys
import time
import warnings

from pyfair import FairMetaModel, FairModel

warnings.simplefilter("ignore")
Z95 = 1.6448536269514722


def portfolio(years, scenarios, seed):
    models = []
    for i, s in enumerate(scenarios):
        model = FairModel(name=f"risk-{i}", n_simulations=years, random_seed=seed)
        model.input_data("Loss Event Frequency", mean=s["rate"], stdev=math.sqrt(s["rate"]))
        low, mode, high = (math.exp(s["mu"] + z * s["sigma"]) for z in (-Z95, 0, Z95))
        model.input_data("Loss Magnitude", low=low, mode=mode, high=high)
        models.append(model)
    total = FairMetaModel(name="portfolio", models=models)
    total.calculate_all()
    return total.export_results()["Risk"].to_numpy()


def figures(total):
    total = total.copy()
    total.sort()
    n = len(total)
    q99 = total[-(-n * 99 // 100) - 1]
    return {"mean": total.mean(), "q99": q99, "es99": q99 + (total[-(-n * 99 // 100) :] - q99).sum() / (n / 100)}


def main():
    setup = json.loads(sys.stdin.readline())
    for line in sys.stdin:
        _, seed = line.split()
        start = time.perf_counter()
        answer = figures(portfolio(setup["years"], setup["scenarios"], int(seed)))
        answer["ms"] = 1000 * (time.perf_counter() - start)
        print(json.dumps(answer), flush=True)


main()
