"""Annual losses by two independent routes: a fine FFT and a large simulation, both NumPy.

    python3 test/oracle/compound/generate.py

writes compound.json next to this file; about two minutes. Seeded, so that it writes the same file again.

The simulation draws what is not known (rates, probabilities, effectiveness) once a year, and chance (number of events,
loss of each) event by event; each figure has its standard error from 40 batches.
"""
import json
import pathlib

import numpy as np
from scipy import stats

rng = np.random.default_rng(20262)
Z = stats.norm.ppf(0.95)
LEVELS = (0.5, 0.9, 0.95, 0.99)
BATCHES, YEARS = 40, 50_000


def draw(estimate, size, probability=False):
    if not isinstance(estimate, dict):
        return np.full(size, float(estimate))
    e = estimate
    if "low" in e:
        x = np.exp(rng.normal((np.log(e["low"]) + np.log(e["high"])) / 2, np.log(e["high"] / e["low"]) / (2 * Z), size))
    elif "mode" in e:
        lam, width = e.get("lambda", 4), e["max"] - e["min"]
        a = 1 + lam * (e["mode"] - e["min"]) / width
        x = e["min"] + width * rng.beta(a, 2 + lam - a, size)
    elif "min" in e:
        x = rng.uniform(e["min"], e["max"], size)
    elif "alpha" in e:
        x = rng.beta(e["alpha"], e["beta"], size)
    elif "shape" in e:
        x = rng.gamma(e["shape"], 1 / e["rate"], size)
    elif "mu" in e:
        x = np.exp(rng.normal(e["mu"], e["sigma"], size))
    else:
        x = rng.choice(e["samples"], size)
    return np.minimum(x, 1) if probability else x


def year(scenario, years):
    f = scenario["frequency"]
    if isinstance(f, dict) and "vulnerability" in f:
        rate = draw(f["vulnerability"], years, True)
        rate = rate * (draw(f["threatEvents"], years) if "threatEvents" in f else draw(f["contact"], years) * draw(f["action"], years, True))
    else:
        rate = draw(f, years)
    left = np.ones(years)
    for control in scenario["controls"]:
        remaining = 1 - draw(control["effectiveness"], years, True)
        if control["acts"] == "frequency":
            rate = rate * remaining
        else:
            left = left * remaining
    count = rng.poisson(rate)
    owner = np.repeat(np.arange(years), count)
    loss = draw(scenario["loss"]["primary"], owner.size)
    secondary = scenario["loss"].get("secondary")
    if secondary:
        share = draw(secondary["probability"], years, True)
        hit = rng.random(owner.size) < share[owner]
        loss = loss + hit * draw(secondary["loss"], owner.size)
    return left * np.bincount(owner, weights=loss, minlength=years)


def figures(s):
    s = np.sort(s)
    n = s.size
    out = {"expectedAnnualLoss": s.mean(), "standardDeviation": s.std(), "probabilityOfLoss": (s > 0).mean()}
    for p in LEVELS:
        out[f"valueAtRisk {p}"] = s[int(np.ceil(n * p - 1e-9)) - 1]
    for p in (0.95, 0.99):
        k = int(np.ceil(n * p - 1e-9))
        out[f"expectedShortfall {p}"] = (s[k:].sum() + (k - n * p) * s[k - 1]) / (n * (1 - p))
    return out


def simulate(scenarios):
    drawn = [sum(year(s, YEARS) for s in scenarios) for _ in range(BATCHES)]
    pooled, batches = figures(np.concatenate(drawn)), [figures(batch) for batch in drawn]
    return {key: [float(pooled[key]), float(np.std([b[key] for b in batches], ddof=1) / np.sqrt(BATCHES))] for key in batches[0]}


def scenario(frequency, primary, controls=(), secondary=None, id="a"):
    loss = {"primary": primary} if secondary is None else {"primary": primary, "secondary": secondary}
    return {"id": id, "system": "s", "frequency": frequency, "loss": loss, "controls": [{"acts": a, "effectiveness": e} for a, e in controls]}


LN = {"low": 50_000, "high": 1_000_000}
PERT = {"min": 0.2, "mode": 0.5, "max": 0.8}
sets = {
    "fixed rate, lognormal loss": [scenario(1.5, LN)],
    "uncertain rate (lognormal)": [scenario({"low": 0.5, "high": 8}, LN)],
    "uncertain rate (gamma)": [scenario({"shape": 2, "rate": 0.8}, {"min": 1000, "mode": 4000, "max": 30000})],
    "contact × action × vulnerability": [scenario({"contact": {"low": 20, "high": 80}, "action": {"min": 0.05, "max": 0.3}, "vulnerability": {"alpha": 2, "beta": 6}}, {"shape": 1.5, "rate": 0.001})],
    "control on frequency": [scenario({"low": 1, "high": 6}, LN, [("frequency", PERT)])],
    "control on loss": [scenario(2, {"min": 9000, "mode": 10000, "max": 11000}, [("loss", PERT)])],
    "constant loss, control on loss": [scenario(1.2, 10000, [("loss", {"alpha": 3, "beta": 2})])],
    "controls in series on both": [scenario({"low": 1, "high": 10}, LN, [("loss", PERT), ("frequency", 0.3), ("frequency", {"alpha": 4, "beta": 4}), ("loss", {"min": 0.1, "max": 0.4})])],
    "uncertain secondary probability": [scenario(3, {"low": 1000, "high": 20000}, (), {"probability": {"alpha": 1.5, "beta": 4}, "loss": {"low": 20000, "high": 400000}})],
    "capped probability": [scenario({"threatEvents": 4, "vulnerability": {"low": 0.1, "high": 1}}, LN)],
    "empirical loss and rate": [scenario({"samples": [0, 1, 1, 4]}, {"samples": [500, 1500, 1500, 9000]})],
    "large uncertain rate": [scenario({"low": 300, "high": 900}, {"low": 100, "high": 3000})],
    "large uncertain rate and secondary probability": [scenario({"min": 200, "max": 600}, 100, (), {"probability": {"min": 0.1, "max": 0.4}, "loss": {"low": 50, "high": 500}})],
    "all of it": [scenario({"low": 0.2, "high": 2}, {"low": 1e5, "high": 1e6}, [("loss", PERT), ("frequency", {"alpha": 2, "beta": 3})], {"probability": {"alpha": 2, "beta": 5}, "loss": {"low": 1e5, "high": 1e7}})],
}
sets["portfolio"] = [
    scenario(0.8, LN, id="b"), scenario(40, {"low": 500, "high": 9000}, id="a"), scenario(0.1, 2_000_000, id="c"),
    scenario({"low": 0.5, "high": 5}, {"low": 10_000, "high": 300_000}, [("loss", PERT)], id="d"),
    scenario({"shape": 0.5, "rate": 1}, {"min": 0, "max": 200_000}, [("frequency", 0.4)], {"probability": 0.3, "loss": {"low": 1e5, "high": 3e6}}, id="e"),
]


def fine(rate, law, cells, width):
    """Masses rounded to the nearest grid point, no tilt, a range four times what is read."""
    h = width / cells
    edges = (np.arange(cells + 1) - 0.5) * h
    f = np.diff(law.cdf(edges))
    f[0] = law.cdf(0.5 * h)
    g = np.fft.irfft(np.exp(rate * (np.fft.rfft(f) - 1)), cells)
    cumulated = np.cumsum(g)
    out = {}
    for p in LEVELS:
        k = int(np.searchsorted(cumulated, p))
        before = cumulated[k - 1] if k else 0
        out[str(p)] = 0.0 if k == 0 else float((k - 0.5 + (p - before) / g[k]) * h)
    return out


ln = lambda low, high: stats.lognorm(np.log(high / low) / (2 * Z), scale=np.sqrt(low * high))
fft = [
    {"frequency": rate, "loss": loss, "quantiles": fine(rate, law, 2**22, width)}
    for rate, loss, law, width in [
        (1, {"low": 1e5, "high": 1e6}, ln(1e5, 1e6), 4e7),
        (0.1, {"low": 1e6, "high": 1e7}, ln(1e6, 1e7), 4e8),
        (10, {"low": 1e3, "high": 1e5}, ln(1e3, 1e5), 2e7),
        (300, {"low": 1e3, "high": 1e4}, ln(1e3, 1e4), 8e6),
        (2.5, {"min": 10, "mode": 20, "max": 100}, stats.beta(13 / 9, 41 / 9, 10, 90), 4000),
        (4, {"shape": 0.7, "rate": 0.01}, stats.gamma(0.7, scale=100), 12000),
        (2, {"mu": 0.0, "sigma": 1.8}, stats.lognorm(1.8), 20000),
    ]
]

simulated = [{"name": name, "scenarios": scenarios, "figures": simulate(scenarios)} for name, scenarios in sets.items()]
out = {"years": BATCHES * YEARS, "simulated": simulated, "fft": fft}
pathlib.Path(__file__).with_name("compound.json").write_text(json.dumps(out, indent=1) + "\n")
