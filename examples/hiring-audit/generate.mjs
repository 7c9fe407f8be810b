// Writes applicants.csv: 2,000 applicants that do not exist. The same file every time: node generate.mjs
import { writeFileSync } from "node:fs";

let state = 2026;
let interviewState = 411;
/** Uniform on [0, 1): mulberry32. */
function uniform() {
  state = (state + 0x6d2b79f5) | 0;
  return mulberry(state);
}

/** The same from a seed of its own: what happens after the screening changes nothing before it. */
function uniformAtInterview() {
  interviewState = (interviewState + 0x6d2b79f5) | 0;
  return mulberry(interviewState);
}

function mulberry(seed) {
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}

/** One of several, with the weights beside them. */
function pick(choices) {
  let left = uniform() * choices.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [choice, weight] of choices) if ((left -= weight) < 0) return choice;
  return choices.at(-1)[0];
}

const rows = ["applicant,sex,race,department,suitable,score,advanced,stage"];
for (let k = 1; k <= 2000; k++) {
  const sex = pick([["female", 45], ["male", 55]]);
  const race = pick([["White", 58], ["Black", 16], ["Hispanic", 14], ["Asian", 8], ["", 4]]);
  const department = pick(
    sex === "female" ? [["engineering", 25], ["sales", 35], ["support", 40]] : [["engineering", 55], ["sales", 30], ["support", 15]],
  );
  // Who is suitable does not depend on sex or race; the score looks at it through noise, and marks women down.
  const suitable = uniform() < 0.3 ? 1 : 0;
  const noise = (uniform() + uniform() + uniform()) / 3;
  const raw = 0.55 * noise + 0.28 * suitable + (department === "engineering" ? 0.1 : 0.04) - (sex === "female" ? 0.09 : 0);
  const score = Math.min(0.99, Math.max(0.01, raw)).toFixed(2);
  const advanced = Number(score) >= 0.5 ? 1 : 0;
  // Who is interviewed is offered the job for being suitable: the gap opens at the screening, and nowhere else.
  const offered = uniformAtInterview() < (suitable === 1 ? 0.6 : 0.15);
  const stage = advanced === 0 ? "applied" : offered ? "offered" : "interviewed";
  const id = `a${String(k).padStart(4, "0")}`;
  rows.push([id, sex, race, department, suitable, score, advanced, stage].join(","));
}
writeFileSync(new URL("applicants.csv", import.meta.url), `${rows.join("\n")}\n`);
