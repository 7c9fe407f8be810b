"""Reference values of intervals and tests: SciPy and statsmodels; Koopman's interval by numeric search.

    pip install numpy scipy statsmodels
    python3 test/oracle/fairness/generate_intervals.py

writes intervals.json next to this file. Seeded, so that it writes the same file again.
"""
import json
import pathlib

import numpy as np
import scipy
import statsmodels
from scipy import optimize, special, stats
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.contingency_tables import StratifiedTable
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

rng = np.random.default_rng(20261121)
out = {"versions": {"numpy": np.__version__, "scipy": scipy.__version__, "statsmodels": statsmodels.__version__}}

counts = [(0, 5), (5, 5), (8, 20), (1, 1), (0, 1), (3, 7), (299, 300), (1234, 56789), (70000, 100000)]
counts += [(int(rng.integers(0, n + 1)), int(n)) for n in rng.integers(1, 400, 25)]
out["proportions"] = [
    {"x": x, "n": n, "level": level,
     "wilson": list(map(float, stats.binomtest(x, n).proportion_ci(level, "wilson"))),
     "clopperPearson": list(map(float, stats.binomtest(x, n).proportion_ci(level, "exact")))}
    for x, n in counts for level in (0.9, 0.95, 0.99)]

pairs = [(48, 80, 30, 90), (36, 40, 16, 80), (3, 10, 9, 20), (1, 30, 29, 400), (7, 8, 2, 9), (500, 1000, 4000, 9000)]
pairs += [(int(rng.integers(1, n1)), int(n1), int(rng.integers(1, n2)), int(n2)) for n1, n2 in rng.integers(3, 300, (20, 2))]


def koopman(x1, n1, x2, n2, level):
    """Both ends by search; the constrained fit by maximising the likelihood numerically, not by the quadratic."""
    limit = stats.chi2.ppf(level, 1)

    def distance(ln_ratio):
        ratio = np.exp(ln_ratio)
        top = min(1.0, 1 / ratio)

        def minus_likelihood(p2):
            p1 = ratio * p2
            return -(x1 * np.log(p1) + (n1 - x1) * np.log1p(-p1) + x2 * np.log(p2) + (n2 - x2) * np.log1p(-p2))
        p2 = optimize.minimize_scalar(minus_likelihood, bounds=(0, top * (1 - 1e-12)), method="bounded", options={"xatol": 1e-14}).x
        p1 = ratio * p2
        return (x1 - n1 * p1) ** 2 / (n1 * p1 * (1 - p1)) + (x2 - n2 * p2) ** 2 / (n2 * p2 * (1 - p2)) - limit
    best = np.log(x1 / n1) - np.log(x2 / n2)
    low = high = best
    while distance(low) < 0:
        low -= 1
    while distance(high) < 0:
        high += 1
    return [float(np.exp(optimize.brentq(distance, low, best, xtol=1e-13))), float(np.exp(optimize.brentq(distance, best, high, xtol=1e-13)))]


def miettinen_nurminen(x1, n1, x2, n2, level):
    """Both ends by search; the constrained fit by maximising the likelihood numerically, not by the cubic."""
    limit = np.sqrt(stats.chi2.ppf(level, 1))
    observed = x1 / n1 - x2 / n2

    def distance(difference):
        def minus_likelihood(p1):
            p2 = p1 - difference
            return -(special.xlogy(x1, p1) + special.xlog1py(n1 - x1, -p1) + special.xlogy(x2, p2) + special.xlog1py(n2 - x2, -p2))
        low, high = max(0, difference), min(1, 1 + difference)
        p1 = optimize.minimize_scalar(minus_likelihood, bounds=(low, high), method="bounded", options={"xatol": 1e-14}).x
        p2 = p1 - difference
        variance = (p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2) * (n1 + n2) / (n1 + n2 - 1)
        return abs(observed - difference) / np.sqrt(variance) - limit
    return [float(optimize.brentq(distance, -1 + 1e-9, observed, xtol=1e-13)), float(optimize.brentq(distance, observed, 1 - 1e-9, xtol=1e-13))]


out["pairs"] = [
    {"a": [x1, n1], "b": [x2, n2], "level": level,
     "newcombe": list(map(float, confint_proportions_2indep(x1, n1, x2, n2, method="newcomb", compare="diff", alpha=1 - level))),
     "katz": list(map(float, stats.contingency.relative_risk(x1, n1, x2, n2).confidence_interval(level))),
     "miettinenNurminen": miettinen_nurminen(x1, n1, x2, n2, level),
     "koopman": koopman(x1, n1, x2, n2, level),
     "fisher": [float(stats.fisher_exact([[x1, n1 - x1], [x2, n2 - x2]], alternative).pvalue)
                for alternative in ("two-sided", "less", "greater")]}
    for x1, n1, x2, n2 in pairs for level in (0.95, 0.9)]

out["range"] = [[k, level, float(stats.studentized_range.ppf(level, k, np.inf) / np.sqrt(2))]
                for k in (2, 3, 5, 10, 40) for level in (0.5, 0.9, 0.95, 0.99)]

families = [[.001, .008, .039, .041, .042, .06, .074, .205], list(map(float, rng.uniform(0, 1, 30) ** 2)), [0.5], [0.01, 0.01]]
out["families"] = [
    {"p": p, "bh": list(map(float, stats.false_discovery_control(p, method="bh"))),
     "by": list(map(float, stats.false_discovery_control(p, method="by"))),
     "holm": list(map(float, multipletests(p, method="holm")[1]))}
    for p in families]

strata = [[[20, 80, 10, 90], [30, 20, 40, 60]],
          [[512, 313, 89, 19], [353, 207, 17, 8], [120, 205, 202, 391], [138, 279, 131, 244], [53, 138, 94, 299], [22, 351, 24, 317]],
          [[int(v) for v in rng.integers(1, 60, 4)] for _ in range(7)]]
out["strata"] = []
for tables in strata:
    t = StratifiedTable([np.array(s, float).reshape(2, 2) for s in tables])
    plain, corrected = t.test_null_odds(correction=False), t.test_null_odds(correction=True)
    out["strata"].append({
        "tables": tables, "chiSquare": float(plain.statistic), "pValue": float(plain.pvalue),
        "correctedChiSquare": float(corrected.statistic), "oddsRatio": float(t.oddsratio_pooled),
        "riskRatio": float(t.riskratio_pooled), "homogeneityPValue": float(t.test_equal_odds(adjust=True).pvalue)})

replicates = [float(v) for v in np.round(rng.gamma(2, 1, 400), 6)]
out["quantiles"] = {"sample": replicates, "at": [[p, float(np.quantile(replicates, p))] for p in (0, 0.001, 0.025, 0.31, 0.5, 0.975, 1)]}

out["bca"] = []
for sample, statistic in ((rng.exponential(1, 30), np.var), (rng.normal(3, 1, 12), np.mean), (rng.integers(0, 4, 25).astype(float), np.mean)):
    for level in (0.95, 0.8):
        result = stats.bootstrap((sample,), statistic, method="BCa", n_resamples=999, confidence_level=level, rng=np.random.default_rng(7), axis=-1)
        without = [float(statistic(np.delete(sample, k))) for k in range(len(sample))]
        out["bca"].append({"level": level, "estimate": float(statistic(sample)), "without": without,
                           "replicates": [float(v) for v in result.bootstrap_distribution],
                           "interval": [float(result.confidence_interval.low), float(result.confidence_interval.high)]})

law = []
for n, p in ((5, 0.3), (40, 0.02), (60, 0.5), (1000, 0.013), (1000, 0.4), (200000, 0.75)):
    d = stats.binom(n, p)
    edges = sorted({int(d.ppf(q)) for q in np.linspace(0.1, 0.9, 9)})
    law.append({"n": n, "p": p, "mean": float(d.mean()), "variance": float(d.var()), "edges": edges, "cdf": [float(d.cdf(e)) for e in edges]})
out["binomial"] = law
law = []
for total, marked, drawn in ((10, 4, 3), (50, 25, 10), (200, 3, 150), (5000, 2000, 700), (1000000, 300000, 200000)):
    d = stats.hypergeom(total, marked, drawn)
    edges = sorted({int(d.ppf(q)) for q in np.linspace(0.1, 0.9, 9)})
    law.append({"total": total, "marked": marked, "drawn": drawn, "mean": float(d.mean()), "variance": float(d.var()), "edges": edges, "cdf": [float(d.cdf(e)) for e in edges]})
out["hypergeometric"] = law

pathlib.Path(__file__).with_name("intervals.json").write_text(json.dumps(out, separators=(",", ":")) + "\n")
