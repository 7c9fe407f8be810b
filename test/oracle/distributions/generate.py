"""Reference values of special functions and distributions: mpmath to 40 digits, SciPy beside it.

    python3 test/oracle/distributions/generate.py

writes distributions.json next to this file. Seeded, so that it writes the same file again.
"""
import json
import pathlib

import mpmath as mp
import numpy as np
from scipy import integrate, optimize, stats

mp.mp.dps = 40
rng = np.random.default_rng(20261)
out = {}

grid = [float(x) for x in np.concatenate([-np.logspace(-8, 0.75, 30), [0.0], np.logspace(-8, 0.75, 30), rng.uniform(-6, 6, 40)])]
out["erf"] = [[x, float(mp.erf(x))] for x in grid]
out["erfc"] = [[x, float(mp.erfc(x))] for x in grid + [8.0, 12.5, 20.0, 26.0]]
out["normalCdf"] = [[x, float(mp.ncdf(x))] for x in grid + [-8.3, -15.0, -25.5, -36.9, 8.3]]
ps = [float(p) for p in np.concatenate([np.logspace(-300, -1, 40), rng.uniform(0, 1, 60)])]
out["normalQuantile"] = [[p, float(stats.norm.ppf(p))] for p in ps]
out["logGamma"] = [[x, float(mp.loggamma(x))] for x in [float(v) for v in np.concatenate([np.logspace(-6, 5, 45), rng.uniform(0.1, 15, 30)])]]

def gamma_p(a, x):
    return float(mp.gammainc(a, 0, x, regularized=True))

out["incompleteGamma"] = [[float(a), float(x), gamma_p(mp.mpf(a), mp.mpf(x))]
    for a in (0.05, 0.5, 1.0, 2.5, 10.0, 120.0, 2500.0)
    for x in [float(v) for v in stats.gamma.ppf([1e-6, 0.01, 0.3, 0.5, 0.9, 0.9999], a) if v > 1e-100]]
out["incompleteBeta"] = [[float(a), float(b), float(x), float(mp.betainc(a, b, 0, x, regularized=True))]
    for a, b in ((0.5, 0.5), (1, 3), (1.4444, 4.5556), (2.333, 3.667), (8, 1.2), (40, 60), (300, 500))
    for x in [float(v) for v in stats.beta.ppf([1e-6, 0.01, 0.3, 0.5, 0.9, 0.9999], a, b)]]

# name, parameters as the engine reads them, the frozen SciPy law
laws = [
    ("lognormal", {"mu": 1.2, "sigma": 0.7}, stats.lognorm(0.7, scale=np.exp(1.2))),
    ("lognormal", {"mu": 9.0, "sigma": 2.5}, stats.lognorm(2.5, scale=np.exp(9.0))),
    ("gamma", {"shape": 0.4, "rate": 3.0}, stats.gamma(0.4, scale=1 / 3)),
    ("gamma", {"shape": 12.0, "rate": 0.01}, stats.gamma(12, scale=100)),
    ("scaledBeta", {"alpha": 2.0, "beta": 5.0, "min": 0.0, "max": 1.0}, stats.beta(2, 5)),
    ("scaledBeta", {"alpha": 1.0, "beta": 1.0, "min": -2.0, "max": 7.0}, stats.uniform(-2, 9)),
    ("scaledBeta", {"alpha": 13 / 9, "beta": 41 / 9, "min": 10.0, "max": 100.0}, stats.beta(13 / 9, 41 / 9, 10, 90)),
    ("scaledBeta", {"alpha": 0.6, "beta": 0.8, "min": 0.0, "max": 50.0}, stats.beta(0.6, 0.8, 0, 50)),
]
out["laws"] = []
for name, parameters, law in laws:
    rows = []
    for p in (0.001, 0.01, 0.2, 0.5, 0.8, 0.95, 0.9999):
        x = float(law.ppf(p))
        lower = law.support()[0]
        # E[X ∧ x] = lower + integral of the survival function, in the quantile scale where that is smooth
        limited = float(law.expect(lambda v: v, lb=lower, ub=x, epsabs=0, epsrel=1e-12, limit=400) + x * law.sf(x))
        rows.append({"p": p, "x": x, "cdf": float(law.cdf(x)), "density": float(law.pdf(x)), "limited": limited})
    out["laws"].append({"law": name, "parameters": parameters, "mean": float(law.mean()), "variance": float(law.var()), "rows": rows})

# min(X, 1) by numerical integration
out["capped"] = []
for name, parameters, law in [
    ("lognormal", {"mu": -1.0, "sigma": 0.8}, stats.lognorm(0.8, scale=np.exp(-1.0))),
    ("gamma", {"shape": 2.0, "rate": 4.0}, stats.gamma(2, scale=0.25)),
]:
    moment = lambda k: integrate.quad(lambda v: v**k * law.pdf(v), 0, 1, epsabs=0, epsrel=1e-13)[0] + law.sf(1)
    out["capped"].append({"law": name, "parameters": parameters, "mean": moment(1), "variance": moment(2) - moment(1) ** 2})

# products: moments exactly, distribution function by integration over the second factor
product = []
a, b = stats.lognorm(0.7, scale=2.0), stats.beta(2, 3)
for x in (0.1, 0.5, 1.0, 2.0, 6.0):
    product.append([x, integrate.quad(lambda w: a.cdf(x / w) * b.pdf(w), 0, 1, epsrel=1e-11)[0]])
out["product"] = {"mu": float(np.log(2.0)), "sigma": 0.7, "alpha": 2, "beta": 3, "mean": float(a.mean() * b.mean()),
    "variance": float((a.var() + a.mean() ** 2) * (b.var() + b.mean() ** 2) - (a.mean() * b.mean()) ** 2), "cdf": product}

x = rng.normal(size=64)
spectrum = np.fft.rfft(x)
out["fourier"] = {"x": x.tolist(), "re": spectrum.real.tolist(), "im": spectrum.imag.tolist()}
nodes, weights = np.polynomial.legendre.leggauss(7)
out["gauss"] = {"nodes": nodes.tolist(), "weights": (weights / 2).tolist()}

# What estimates are made of: cut, insured and pooled distributions, by integration of SciPy's densities and quantiles
frozen = {
    "lognormal": lambda mu, sigma: stats.lognorm(sigma, scale=np.exp(mu)),
    "gamma": lambda shape, rate: stats.gamma(shape, scale=1 / rate),
    "scaledBeta": lambda alpha, beta, min, max: stats.beta(alpha, beta, min, max - min),
}

def quantile_at(law, z):
    """The quantile at a normal score, from whichever tail is the shorter."""
    return np.where(z < 0, law.ppf(stats.norm.cdf(z)), law.isf(stats.norm.sf(z)))

def score_at(law, x):
    return stats.norm.ppf(law.cdf(x)) if law.cdf(x) < 0.5 else stats.norm.isf(law.sf(x))

nodes, weights = np.polynomial.legendre.leggauss(60)

def integral(of, ends):
    """Over the normal score with its density, in panels of at most 1/2 that begin anew at each end."""
    total = 0.0
    for a, b in zip(ends, ends[1:]):
        cuts = np.linspace(a, b, int(np.ceil(2 * (b - a))) + 1)
        for c, d in zip(cuts, cuts[1:]):
            z = c + (d - c) * (nodes + 1) / 2
            total += float(np.sum(weights * of(z) * stats.norm.pdf(z)) * (d - c) / 2)
    return total

def expectation(of, law, lower, upper, breaks=()):
    """E[of(X); lower < X ≤ upper], parted where `of` has a kink."""
    low = -16.0 if lower is None else score_at(law, lower)
    high = 16.0 if upper is None else score_at(law, upper)
    inside = sorted(z for z in (score_at(law, b) for b in breaks) if low < z < high)
    return integral(lambda z: of(quantile_at(law, z)), [low, *inside, high])

bases = [
    ("lognormal", {"mu": 1.2, "sigma": 0.7}),
    ("lognormal", {"mu": 11.0, "sigma": 1.6}),
    ("gamma", {"shape": 0.4, "rate": 3.0}),
    ("scaledBeta", {"alpha": 13 / 9, "beta": 41 / 9, "min": 10.0, "max": 100.0}),
]
out["truncated"] = []
out["retained"] = []
for name, parameters in bases:
    law = frozen[name](**parameters)
    for low, high in ((0.05, 0.9), (None, 0.6), (0.7, None), (0.995, 0.999)):
        a = None if low is None else float(law.ppf(low))
        b = None if high is None else float(law.ppf(high))
        kept = (1 if b is None else law.cdf(b)) - (0 if a is None else law.cdf(a))
        mean = expectation(lambda v: v, law, a, b) / kept
        rows = []
        for p in (0.03, 0.4, 0.97):
            x = float(law.ppf((0 if a is None else law.cdf(a)) + p * kept))
            limited = expectation(lambda v: np.minimum(v, x), law, a, b, breaks=(x,)) / kept
            rows.append({"p": p, "x": x, "limited": limited})
        out["truncated"].append({"law": name, "parameters": parameters, "from": a, "to": b,
            "mean": mean, "variance": expectation(lambda v: (v - mean) ** 2, law, a, b) / kept, "rows": rows})
    for low, high in ((0.3, 0.8), (0.9, 0.999), (0.0, 0.5)):
        d = float(law.ppf(low)) if name != "scaledBeta" or low else 4.0
        limit = float(law.ppf(high)) - d
        kept = lambda v: v - np.minimum(np.maximum(v - d, 0), limit)
        mean = expectation(kept, law, None, None, breaks=(d, d + limit))
        variance = expectation(lambda v: (kept(v) - mean) ** 2, law, None, None, breaks=(d, d + limit))
        k = 1.3 * d + 0.2 * limit
        out["retained"].append({"law": name, "parameters": parameters, "deductible": d, "limit": limit, "mean": mean,
            "variance": variance, "k": k,
            "limited": expectation(lambda v: np.minimum(kept(v), k), law, None, None, breaks=(d, d + limit, k, k + limit))})

# Three experts, mixed and by Vincent's average: roots by Brent, moments by integration over the probability
experts = [(0.5, bases[0]), (0.3, ("scaledBeta", {"alpha": 2.0, "beta": 4.0, "min": 1.0, "max": 20.0})),
    (0.2, ("gamma", {"shape": 2.0, "rate": 0.25}))]
parts = [(weight, frozen[name](**parameters)) for weight, (name, parameters) in experts]
mixed = lambda x: sum(w * law.cdf(x) for w, law in parts)
mean = sum(w * law.mean() for w, law in parts)
score = lambda z: sum(w * quantile_at(law, z) for w, law in parts)
second = integral(lambda z: score(z) ** 2, [-16, 16])
rows = []
for x in (1.2, 2.5, 4.0, 7.0, 15.0, 40.0):
    z = float(optimize.brentq(lambda v: score(v) - x, -12, 12, xtol=1e-14, rtol=1e-14))
    limited = integral(score, [-16, z])
    rows.append({"x": x, "cdf": float(stats.norm.cdf(z)), "limited": limited + x * float(stats.norm.sf(z)), "mixed": float(mixed(x))})
out["pooled"] = {"parts": [{"weight": w, "law": n, "parameters": p} for w, (n, p) in experts], "mean": float(mean),
    "averagedVariance": float(second - mean**2),
    "mixedVariance": float(sum(w * (law.var() + law.mean() ** 2) for w, law in parts) - mean**2),
    "mixedMedian": float(optimize.brentq(lambda x: mixed(x) - 0.5, 0.1, 50, xtol=1e-13)), "rows": rows}

# PERT by its 5 % and 95 % quantiles: both ends at once, by Powell's hybrid method
out["pertPercentiles"] = []
for low, mode, high, lam in ((12.9516, 20, 59.6254, 4), (5e4, 2e5, 1e6, 4), (100, 100, 300, 4), (100, 300, 300, 4), (10, 12, 15, 10), (10, 14, 30, 1)):
    def misses(ends):
        a, b = ends
        law = stats.beta(1 + lam * (mode - a) / (b - a), 1 + lam * (b - mode) / (b - a), a, b - a)
        return [(law.ppf(0.05) - low) / (high - low), (law.ppf(0.95) - high) / (high - low)]
    width = high - low
    solution = optimize.root(misses, [low - 0.1 * width, high + 0.3 * width], tol=1e-13)
    a, b = [float(v) for v in solution.x]
    assert solution.success and max(map(abs, misses((a, b)))) < 1e-10, (low, mode, high, lam, solution)
    out["pertPercentiles"].append({"min": low, "mode": mode, "max": high, "lambda": lam, "from": a, "to": b})

# The line of least squares through logarithms over normal scores, by NumPy
out["lognormalThrough"] = []
for given in ([(0.05, 1.0), (0.95, 10.0)], [(0.1, 10.0), (0.5, 40.0), (0.9, 90.0)], [(0.01, 2.0), (0.3, 9.0), (0.5, 17.0), (0.8, 70.0), (0.99, 400.0)]):
    sigma, mu = np.polyfit(stats.norm.ppf([p for p, _ in given]), np.log([x for _, x in given]), 1)
    out["lognormalThrough"].append({"quantiles": [{"p": p, "value": x} for p, x in given], "mu": float(mu), "sigma": float(sigma)})

# The ends of what gamma and beta accept
out["extremes"] = [{"law": name, "parameters": parameters,
        "rows": [[p, float(frozen[name](**parameters).ppf(p)), float(frozen[name](**parameters).cdf(frozen[name](**parameters).mean()))] for p in (0.05, 0.5, 0.95, 0.999)]}
    for name, parameters in (
        ("gamma", {"shape": 0.01, "rate": 2.0}), ("gamma", {"shape": 1e6, "rate": 10.0}),
        ("scaledBeta", {"alpha": 0.01, "beta": 0.02, "min": 0.0, "max": 1.0}), ("scaledBeta", {"alpha": 1e6, "beta": 3e5, "min": 0.0, "max": 1.0}),
        ("scaledBeta", {"alpha": 0.01, "beta": 1e6, "min": 0.0, "max": 1.0}), ("scaledBeta", {"alpha": 3.0, "beta": 1e6, "min": 0.0, "max": 1.0}))]

pathlib.Path(__file__).with_name("distributions.json").write_text(json.dumps(out, indent=1) + "\n")
