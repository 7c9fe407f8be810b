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


def share_left(controls, acts, size):
    """1 − e·c·r of each control on a node; of controls of one mechanism the strongest counts."""
    left, strongest = np.ones(size), {}
    for control in controls:
        if control["acts"] != acts:
            continue
        taken = draw(control["effectiveness"], size, True)
        for share in ("coverage", "reliability"):
            if share in control:
                taken = taken * draw(control[share], size, True)
        if "mechanism" in control:
            strongest[control["mechanism"]] = np.maximum(taken, strongest.get(control["mechanism"], 0))
        else:
            left = left * (1 - taken)
    for taken in strongest.values():
        left = left * (1 - taken)
    return left


def magnitude(loss, size):
    forms = loss["forms"].values() if isinstance(loss, dict) and "forms" in loss else [loss]
    return sum(draw(form, size) for form in forms)


def overcome(vulnerability, events):
    """Each threat event meets its own force and its own resistance."""
    if isinstance(vulnerability, dict) and "threatCapability" in vulnerability:
        return draw(vulnerability["threatCapability"], events, True) > draw(vulnerability["resistance"], events, True)
    return None


def losses(scenario, owner, share):
    """Loss of each event before what controls leave of it; `share` is the secondary probability it meets."""
    loss = magnitude(scenario["loss"]["primary"], owner.size)
    secondary = scenario["loss"].get("secondary")
    if secondary:
        hit = rng.random(owner.size) < share
        loss = loss + hit * magnitude(secondary["loss"], owner.size)
    return loss


def secondary_share(scenario, size):
    secondary = scenario["loss"].get("secondary")
    if not secondary:
        return np.zeros(size)
    share = draw(secondary["probability"], size, True)
    return share * share_left(scenario["controls"], "secondary", size) if any(c["acts"] == "secondary" for c in scenario["controls"]) else share


def year(scenario, years):
    f, count_law = scenario["frequency"], scenario.get("count", {"kind": "poisson"})
    one = count_law["kind"] == "at-most-one"
    fought = isinstance(f, dict) and isinstance(f.get("vulnerability"), dict) and "threatCapability" in f["vulnerability"]
    if isinstance(f, dict) and "vulnerability" in f:
        rate = np.ones(years) if fought else draw(f["vulnerability"], years, True)
        rate = rate * (draw(f["threatEvents"], years, one) if "threatEvents" in f else draw(f["contact"], years, one) * draw(f["action"], years, True))
    else:
        rate = draw(f, years, one)
    left = np.ones(years)
    if "mechanism" in str(scenario["controls"]) or "coverage" in str(scenario["controls"]):
        rate = rate * share_left(scenario["controls"], "frequency", years)
        left = share_left(scenario["controls"], "loss", years)
    else:
        # In the order in which they were first drawn, so that the file stays what it was.
        for control in scenario["controls"]:
            if control["acts"] == "secondary":
                continue
            remaining = 1 - draw(control["effectiveness"], years, True)
            if control["acts"] == "frequency":
                rate = rate * remaining
            else:
                left = left * remaining
    if count_law["kind"] == "negative-binomial":
        count = rng.negative_binomial(count_law["size"], count_law["size"] / (count_law["size"] + rate))
    elif one:
        count = (rng.random(years) < rate).astype(int)
    elif count_law["kind"] == "zero-inflated":
        count = np.where(rng.random(years) < count_law["silent"], 0, rng.poisson(rate))
    else:
        count = rng.poisson(rate)
    owner = np.repeat(np.arange(years), count)
    if fought:
        owner = owner[overcome(f["vulnerability"], owner.size)]
    if "secondary" in scenario["loss"]:
        # Primary losses before the share, as they were first drawn.
        primary = magnitude(scenario["loss"]["primary"], owner.size)
        share = secondary_share(scenario, years)
        hit = rng.random(owner.size) < share[owner]
        loss = primary + hit * magnitude(scenario["loss"]["secondary"]["loss"], owner.size)
    else:
        loss = magnitude(scenario["loss"]["primary"], owner.size)
    return left * np.bincount(owner, weights=loss, minlength=years)


def struck(scenarios, years):
    """Common causes: what is not known is drawn anew with every strike."""
    total, rates = np.zeros(years), {}
    for scenario in scenarios:
        for common in scenario.get("commonCauses", []):
            if common["cause"] not in rates:
                rates[common["cause"]] = rng.poisson(draw(common["strikes"], years))
            strike = np.repeat(np.arange(years), rates[common["cause"]])
            chance = draw(common["probability"], strike.size, True) * share_left(scenario["controls"], "frequency", strike.size)
            owner = strike[rng.random(strike.size) < chance]
            loss = losses(scenario, owner, secondary_share(scenario, owner.size)) * share_left(scenario["controls"], "loss", owner.size)
            total += np.bincount(owner, weights=loss, minlength=years)
    return total


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
    drawn = [sum(year(s, YEARS) for s in scenarios) + struck(scenarios, YEARS) for _ in range(BATCHES)]
    pooled, batches = figures(np.concatenate(drawn)), [figures(batch) for batch in drawn]
    return {key: [float(pooled[key]), float(np.std([b[key] for b in batches], ddof=1) / np.sqrt(BATCHES))] for key in batches[0]}


def scenario(frequency, primary, controls=(), secondary=None, id="a", **more):
    loss = {"primary": primary} if secondary is None else {"primary": primary, "secondary": secondary}
    read = [{"control": f"c{k}", "acts": c[0], "effectiveness": c[1], **(c[2] if len(c) > 2 else {})} for k, c in enumerate(controls)]
    return {"id": id, "system": "s", "frequency": frequency, "loss": loss, "controls": read, **more}


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

FORMS = {"forms": {"productivity": {"low": 2000, "high": 30000}, "response": {"min": 500, "mode": 2000, "max": 9000},
                   "replacement": 1500, "competitiveAdvantage": {"low": 100, "high": 50000},
                   "fines": {"samples": [0, 0, 0, 40000]}, "reputation": {"shape": 0.8, "rate": 0.0001}}}
NB = {"kind": "negative-binomial", "size": 0.7}
COVERED = {"coverage": {"min": 0.5, "mode": 0.8, "max": 1}, "reliability": {"alpha": 8, "beta": 2}}
VENDOR = {"cause": "vendor", "strikes": {"low": 0.2, "high": 1.5}, "probability": {"alpha": 4, "beta": 2}}
sets |= {
    "negative binomial count": [scenario(2, LN, count=NB)],
    "negative binomial count of an uncertain rate": [scenario({"low": 1, "high": 6}, LN, count={"kind": "negative-binomial", "size": 2.5})],
    "zero-inflated count": [scenario(3, LN, count={"kind": "zero-inflated", "silent": 0.4})],
    "zero-inflated count of an uncertain rate, uncertain secondary probability": [scenario({"low": 1, "high": 6}, {"low": 1000, "high": 20000}, (), {"probability": {"alpha": 1.5, "beta": 4}, "loss": {"low": 20000, "high": 400000}}, count={"kind": "zero-inflated", "silent": 0.7})],
    "at most one event": [scenario({"alpha": 2, "beta": 6}, LN, [("loss", PERT), ("frequency", 0.2)], {"probability": {"alpha": 2, "beta": 3}, "loss": LN}, count={"kind": "at-most-one"})],
    "six forms": [scenario({"low": 0.5, "high": 4}, FORMS, (), {"probability": 0.3, "loss": {"forms": {"fines": LN, "reputation": {"low": 1000, "high": 90000}}}})],
    "threat capability against resistance": [scenario({"threatEvents": {"low": 2, "high": 12}, "vulnerability": {"threatCapability": {"min": 0.6, "mode": 0.85, "max": 0.98}, "resistance": {"min": 0.63, "mode": 0.87, "max": 0.99}}}, LN)],
    "coverage, reliability and one mechanism": [scenario({"low": 1, "high": 8}, LN, [("frequency", PERT, {**COVERED, "mechanism": "review"}), ("frequency", {"alpha": 3, "beta": 3}, {"mechanism": "review"}), ("loss", PERT, COVERED), ("loss", 0.2, {"coverage": 0.5})])],
    "control on the secondary probability": [scenario(3, {"low": 1000, "high": 20000}, [("secondary", PERT, {"coverage": 0.8})], {"probability": {"alpha": 3, "beta": 3}, "loss": {"low": 20000, "high": 400000}})],
    "a common cause by itself": [scenario(0, LN, commonCauses=[{"cause": "vendor", "strikes": 0.5, "probability": 0.6}])],
    "common causes under controls": [
        scenario({"low": 0.2, "high": 2}, LN, [("loss", PERT), ("frequency", {"alpha": 2, "beta": 3}, COVERED)], id="a", commonCauses=[VENDOR]),
        scenario(0.5, {"low": 10_000, "high": 300_000}, (), {"probability": {"alpha": 2, "beta": 2}, "loss": LN}, id="b", commonCauses=[{**VENDOR, "probability": 0.9}, {"cause": "model", "strikes": 2, "probability": 0.25}]),
        scenario(1.5, FORMS, [("frequency", 0.3)], id="c", count=NB, commonCauses=[{"cause": "model", "strikes": 2, "probability": {"min": 0.2, "max": 0.6}}]),
        scenario(0.3, 75_000, [("loss", {"min": 0.2, "max": 0.9})], id="d", count={"kind": "at-most-one"}, commonCauses=[VENDOR]),
    ],
}


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
