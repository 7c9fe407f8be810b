// Writes the counts of decisions that the example's audits are made of: nobody made them, of nobody. The same files every
// time: node generate.mjs. One line for each combination that occurs, with its number of rows.
import { writeFileSync } from "node:fs";

let state = 2026;
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

function pick(choices) {
  let left = uniform() * choices.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [choice, weight] of choices) if ((left -= weight) < 0) return choice;
  return choices.at(-1)[0];
}

function write(name, columns, rows) {
  const counts = new Map();
  for (const row of rows) counts.set(row.join(), (counts.get(row.join()) ?? 0) + 1);
  const lines = [...counts].map(([row, count]) => `${row},${count}`).sort();
  writeFileSync(new URL(name, import.meta.url), `${[...columns, "rows"].join()}\n${lines.join("\n")}\n`);
}

/** Scores have two decimals, and are even, so that the counts stay few. */
const score = (value) => (Math.round(Math.min(0.98, Math.max(0.02, value)) * 50) / 50).toFixed(2);

// Screening: of 100 women 8 advance, of 100 men 26, and of the suitable, as a panel that saw no names found them, 22 and 62.
const screened = [];
for (const [sex, suitable, count, advanced] of [
  ["female", 1, 450, 99],
  ["female", 0, 1050, 21],
  ["male", 1, 630, 391],
  ["male", 0, 1470, 155],
])
  for (let k = 0; k < count; k++) {
    const isOn = k < advanced;
    const written = isOn ? score(0.62 + 0.34 * uniform() ** 1.5) : score(0.6 - 0.5 * uniform() ** (suitable ? 1.6 : 0.9));
    screened.push([sex, pick([["under 30", 40], ["30 to 49", 45], ["50 and over", 15]]), suitable, written, isOn ? 1 : 0]);
  }
write("screening.csv", ["sex", "ageBand", "suitable", "score", "advanced"], screened);

// Loans: who repays depends on income and debt. The score also reads the length of the credit file, which is short at 22.
function applications(count) {
  return Array.from({ length: count }, () => {
    const sex = pick([["female", 44], ["male", 56]]);
    const age = pick([["18 to 25", 17], ["26 to 39", 38], ["40 to 64", 36], ["65 and over", 9]]);
    const [income, debt] = [normal(), normal()];
    const file = age === "18 to 25" ? -0.45 : age === "26 to 39" ? 0.1 : 0.15;
    const repaid = uniform() < 1 / (1 + Math.exp(-(1.3 + 0.7 * income - 0.8 * debt))) ? 1 : 0;
    const written = score(1 / (1 + Math.exp(-(1.1 + 0.6 * income - 0.7 * debt + file + 0.4 * normal()))));
    return [sex, age, repaid, written, Number(written) >= 0.66 ? 1 : 0];
  });
}
const columns = ["sex", "ageBand", "repaid", "score", "approved"];
write("loans-of-spring.csv", columns, applications(900));
write("loans-of-summer.csv", columns, applications(5200));
