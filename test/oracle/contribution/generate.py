"""Contributions to expected shortfall from the joint distribution of three scenarios, by NumPy's 3-D transform.

    python3 test/oracle/contribution/generate.py

writes contribution.json next to this file; seconds, nothing random. The joint probabilities of the losses (s1, s2, s3)
on a lattice come from the generating function of all three at once, common causes included; the contributions are
then plain sums over the worst years, an atom at the value at risk shared.
"""
import json
import pathlib

import numpy as np

CELLS = 128


def pgf(losses, axis):
    """E[exp(-i t X)] of a loss with equally likely samples, along one axis of the cube."""
    shape = [1, 1, 1]
    shape[axis] = CELLS
    t = 2 * np.pi * np.arange(CELLS) / CELLS
    return sum(np.exp(-1j * t * x) for x in losses).reshape(shape) / len(losses)


def count(frequency, f, kind):
    """Poisson of a certain or a gamma rate; at most one event."""
    if kind == "at-most-one":
        return 1 - frequency + frequency * f
    if isinstance(frequency, dict):
        return (1 + (1 - f) / frequency["rate"]) ** -frequency["shape"]
    return np.exp(frequency * (f - 1))


def joint(scenarios):
    total = np.ones((1, 1, 1), complex)
    causes = {}
    for axis, s in enumerate(scenarios):
        f = pgf(s["loss"]["primary"]["samples"], axis)
        if "secondary" in s["loss"]:
            q = s["loss"]["secondary"]["probability"]
            f = f * (1 - q + q * pgf(s["loss"]["secondary"]["loss"]["samples"], axis))
        left = np.prod([1 - c["effectiveness"] for c in s["controls"]])
        frequency = s["frequency"]
        frequency = {**frequency, "rate": frequency["rate"] / left} if isinstance(frequency, dict) else frequency * left
        total = total * count(frequency, f, s.get("count", {}).get("kind"))
        for cause in s.get("commonCauses", []):
            q = cause["probability"] * left
            strike = causes.setdefault(cause["cause"], [cause["strikes"], np.ones((1, 1, 1), complex)])
            strike[1] = strike[1] * (1 - q + q * f)
    for strikes, z in causes.values():
        total = total * count(strikes, z, None)
    return np.fft.ifftn(np.broadcast_to(total, (CELLS,) * 3)).real.clip(0)


def contributions(p, level):
    losses = np.indices(p.shape)
    total = losses.sum(axis=0)
    by_loss = np.bincount(total.ravel(), p.ravel())
    reached = np.cumsum(by_loss)
    var = int(np.argmax(reached >= level - 1e-12))
    share = (reached[var] - level) / by_loss[var]
    weight = np.where(total > var, 1.0, np.where(total == var, share, 0.0)) * p
    parts = [float((x * weight).sum() / (1 - level)) for x in losses]
    return {"level": level, "valueAtRisk": var, "expectedShortfall": sum(parts), "parts": parts}


def scenario(name, frequency, samples, **more):
    loss = {"primary": {"samples": samples}, **({"secondary": more.pop("secondary")} if "secondary" in more else {})}
    return {"id": name, "system": "s", "frequency": frequency, "loss": loss, "controls": [], **more}


VENDOR = {"cause": "vendor", "strikes": 0.4, "probability": 0.7}
FEED = {"cause": "feed", "strikes": {"shape": 2, "rate": 5}, "probability": 0.5}
CASES = {
    "independent, rates certain and gamma": [
        scenario("a", 1, [1, 2]),
        scenario("b", {"shape": 2, "rate": 2}, [1, 3, 6]),
        scenario("c", 0.3, [2, 9], secondary={"probability": 0.25, "loss": {"samples": [4, 8]}}),
    ],
    "one common cause": [
        scenario("a", 0.5, [1, 2], commonCauses=[VENDOR]),
        scenario("b", 0, [4, 10], commonCauses=[{**VENDOR, "probability": 0.3}]),
        scenario("c", 0.3, [2, 9]),
    ],
    "two common causes, one of uncertain strikes, under controls, and at most one event": [
        scenario(
            "a",
            0.5,
            [1, 2],
            commonCauses=[VENDOR, FEED],
            controls=[{"control": "k", "acts": "frequency", "effectiveness": 0.4}],
        ),
        scenario("b", 0.4, [4, 10], commonCauses=[{**FEED, "probability": 0.9}], count={"kind": "at-most-one"}),
        scenario("c", 0.2, [2, 9], commonCauses=[VENDOR, {**FEED, "probability": 1}]),
    ],
}

out = []
for name, scenarios in CASES.items():
    p = joint(scenarios)
    assert abs(p.sum() - 1) < 1e-12
    out.append({"name": name, "scenarios": scenarios, "levels": [contributions(p, x) for x in (0.5, 0.9, 0.95, 0.99)]})

path = pathlib.Path(__file__).with_name("contribution.json")
path.write_text(json.dumps(out, indent=1) + "\n")
