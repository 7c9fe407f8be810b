import { expect, test } from "vitest";
import { ahpFile } from "../ahp-file.ts";
import { ahpReport } from "../ahp-report.ts";
import { weighByPairs } from "./weigh-by-pairs.ts";

const settings = { table: "alonso-lamata", seed: 1 } as const;
const upper = (items: readonly string[], ratios: readonly (number | string)[]) => {
  let k = 0;
  return items.flatMap((left, i) => items.slice(i + 1).map((right) => ({ left, right, ratio: ratios[k++]! })));
};
const weigh = (file: unknown) => ahpReport.strict().parse(weighByPairs(ahpFile.parse(file), settings));

const candidates = ["tom", "dick", "harry"];
const leader = {
  items: candidates,
  judgements: upper(["experience", "education", "charisma", "age"], [4, 3, 7, "1/3", 3, 5]),
  criteria: [
    { id: "experience", judgements: upper(candidates, ["1/4", 4, 9]) },
    { id: "education", judgements: upper(candidates, [3, "1/5", "1/7"]) },
    { id: "charisma", judgements: upper(candidates, [5, 9, 4]) },
    { id: "age", judgements: upper(candidates, ["1/3", 5, 9]) },
  ],
};

test("a choice under criteria: weights, criteria and what would change the winner", () => {
  const report = weigh(leader);
  expect(report.weights.map(({ weight }) => Number(weight.toFixed(2)))).toEqual([0.36, 0.49, 0.15]);
  expect(report.criteria.map(({ id, under }) => [id, under])).toEqual(leader.criteria.map(({ id }) => [id, []]));
  expect(report.lambdaMax).toBeCloseTo(4.118418, 6);
  const charisma = report.sensitivity.winner.find(({ criterion }) => criterion === "charisma")!;
  expect(charisma).toMatchObject({ below: null, above: "tom" });
  expect(report.rankReversal!.orders).toBe("agree");
});

test("people's own judgements: shares, their weights, how far they agree", () => {
  const items = ["a", "b", "c"];
  const people = [
    { id: "mara", judgements: upper(items, [3, 5, 2]) },
    { id: "jonas", judgements: upper(items, [2, 7, 3]) },
    { id: "ines", share: 2, judgements: upper(items, ["1/4", "1/6", "1/2"]) },
  ];
  const report = weigh({ items, people });
  expect(report.people.map(({ id, share }) => [id, share])).toEqual([
    ["mara", 1],
    ["jonas", 1],
    ["ines", 2],
  ]);
  expect(report.agreement!.kendallW).toBeCloseTo(1 / 9, 12);
  expect(report.warnings.map(({ code }) => code)).toContain("little-agreement");
  const weights = (group: string) => weigh({ items, people, method: "geometric-mean", group }).weights;
  for (const [i, { weight }] of weights("judgements").entries())
    expect(weights("priorities-geometric")[i]!.weight).toBeCloseTo(weight, 12);
  expect(weights("priorities-arithmetic")[0]!.weight).not.toBeCloseTo(weights("judgements")[0]!.weight, 3);
});

test("under a criterion too, each person's own weights and ratio, and how far they agree", () => {
  const people = [
    { id: "mara", judgements: upper(candidates, [3, 5, 2]) },
    { id: "jonas", judgements: upper(candidates, ["1/3", "1/5", "1/2"]) },
  ];
  const [experience, education] = leader.criteria;
  const criteria = [{ id: "experience", people }, education, ...leader.criteria.slice(2)];
  const [first, second] = weigh({ ...leader, criteria }).criteria;
  expect(first!.people.map(({ id, consistencyRatio }) => [id, consistencyRatio! < 0.05])).toEqual([
    ["mara", true],
    ["jonas", true],
  ]);
  expect(first!.people[0]!.weights).toEqual(weigh({ items: candidates, judgements: people[0]!.judgements }).weights);
  expect(first!.agreement!.kendallW).toBeCloseTo(0, 12);
  expect([second!.people, second!.agreement, experience!.id]).toEqual([[], null, "experience"]);
});

test("someone who judged only some pairs counts for those", () => {
  const items = ["a", "b", "c"];
  const people = [
    { id: "mara", judgements: [{ left: "a", right: "b", ratio: 2 }] },
    { id: "jonas", judgements: [{ left: "b", right: "c", ratio: 3 }] },
  ];
  const report = weigh({ items, people });
  expect(report.weights.map(({ weight }) => Number(weight.toFixed(6)))).toEqual([0.6, 0.3, 0.1]);
  expect(report.people.map(({ weights }) => weights)).toEqual([null, null]);
  expect(() => weigh({ items, people, group: "priorities-geometric" })).toThrow(
    "judgements of mara do not link all items",
  );
});

test("what is wrong with judgements is warned of, with what would mend it", () => {
  const { warnings, consistencyRatio } = weigh({
    items: ["a", "b", "c"],
    judgements: upper(["a", "b", "c"], [9, "1/9", 9]),
  });
  expect(consistencyRatio).toBeGreaterThan(6);
  expect(warnings).toHaveLength(1);
  expect(warnings[0]!.message).toMatch(
    /consistency ratio of 6\.779, not below 0\.05; a, b, c contradict one another most/,
  );
});

test("people averaged by their weights under criteria: it says that their judgements are averaged instead", () => {
  const report = weigh({ ...leader, group: "priorities-geometric" });
  expect(report.weights).toEqual(weigh(leader).weights);
  expect(report.warnings.map(({ code }) => code)).toContain("group-not-used");
  expect(weigh(leader).warnings.map(({ code }) => code)).not.toContain("group-not-used");
});
