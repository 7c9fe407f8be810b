// Writes loans.csv: 5,000 applications for a loan that nobody made. The same file every time: node generate.mjs
import { writeFileSync } from "node:fs";

let state = 1968;
/** Uniform on [0, 1): mulberry32. */
function uniform() {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}

/** Near enough to a standard normal: twelve uniforms less six. */
function normal() {
  let sum = -6;
  for (let k = 0; k < 12; k++) sum += uniform();
  return sum;
}

/** One of several, with the weights beside them. */
function pick(choices) {
  let left = uniform() * choices.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [choice, weight] of choices) if ((left -= weight) < 0) return choice;
  return choices.at(-1)[0];
}

const bands = [["low", -0.6], ["middle", 0.6], ["high", Infinity]];
// Incomes differ, and so do the neighbourhoods that people live in: the score looks at both.
const incomeOf = { White: 0.2, Asian: 0.3, Black: -0.35, Hispanic: -0.3, "": 0 };
const neighbourhoodOf = { White: 0.15, Asian: 0.1, Black: -0.55, Hispanic: -0.35, "": 0 };

const rows = ["application,race,sex,income,score,approved,repaid"];
for (let k = 1; k <= 5000; k++) {
  const race = pick([["White", 61], ["Black", 15], ["Hispanic", 15], ["Asian", 7], ["", 2]]);
  const sex = pick([["female", 46], ["male", 54]]);
  const income = incomeOf[race] + normal();
  const debt = normal();
  const neighbourhood = neighbourhoodOf[race] + 0.8 * normal();
  // Who repays depends on income and debt. The score believes in neighbourhoods too, which tell it nothing but race.
  const repaid = uniform() < 1 / (1 + Math.exp(-(1.2 + 0.7 * income - 0.8 * debt))) ? 1 : 0;
  const score = 1 / (1 + Math.exp(-(1.2 + 0.6 * income - 0.7 * debt + 0.45 * neighbourhood)));
  const written = Math.min(0.999, Math.max(0.001, score)).toFixed(3);
  const approved = Number(written) >= 0.7 ? 1 : 0;
  const [band] = bands.find(([, below]) => income < below);
  rows.push([`L${String(k).padStart(5, "0")}`, race, sex, band, written, approved, repaid].join(","));
}
writeFileSync(new URL("loans.csv", import.meta.url), `${rows.join("\n")}\n`);
