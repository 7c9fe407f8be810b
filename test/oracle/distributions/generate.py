"""Reference values of special functions and distributions: mpmath to 40 digits, SciPy beside it.

    python3 test/oracle/distributions/generate.py

writes distributions.json next to this file. Seeded, so that it writes the same file again.
"""
import json
import pathlib

import mpmath as mp
import numpy as np
from scipy import integrate, stats

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

pathlib.Path(__file__).with_name("distributions.json").write_text(json.dumps(out, indent=1) + "\n")
