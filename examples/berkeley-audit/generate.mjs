// Writes admissions.csv: one row for each applicant to the six largest departments of Berkeley's graduate school in
// autumn 1973, from the published counts. The same file every time: node generate.mjs
import { writeFileSync } from "node:fs";

// Department: men admitted, men rejected, women admitted, women rejected.
const counts = {
  A: [512, 313, 89, 19],
  B: [353, 207, 17, 8],
  C: [120, 205, 202, 391],
  D: [138, 279, 131, 244],
  E: [53, 138, 94, 299],
  F: [22, 351, 24, 317],
};

const rows = ["sex,department,admitted"];
for (const [department, [menIn, menOut, womenIn, womenOut]] of Object.entries(counts)) {
  for (const [sex, admitted, count] of [
    ["male", 1, menIn],
    ["male", 0, menOut],
    ["female", 1, womenIn],
    ["female", 0, womenOut],
  ]) {
    for (let k = 0; k < count; k++) rows.push(`${sex},${department},${admitted}`);
  }
}
writeFileSync(new URL("admissions.csv", import.meta.url), `${rows.join("\n")}\n`);
