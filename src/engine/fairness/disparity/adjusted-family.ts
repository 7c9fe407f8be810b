import { adjustedPValues, type PAdjustment } from "../../stats/adjusted-pvalues.ts";
import { hierarchicalPValues } from "../../stats/hierarchical-pvalues.ts";
import { disparityDefinition } from "./disparity-definition.ts";
import { isEntropyName } from "./entropy-disparity.ts";

/** What was tested of whom. */
interface TestedDisparity {
  readonly name: string;
  readonly attributes: readonly string[];
  readonly pValue: number | null;
}

/**
 * P-values of an audit adjusted as one family. A difference and a ratio of the same rates share their test, which counts
 * once. A hierarchy asks of every intersection only after its least certain part.
 *
 * @returns one a disparity; null where it has no test
 * @example
 * const one = { name: "aucDifference", attributes: ["sex"], pValue: 0.02 };
 * adjustedFamily([one, { ...one, attributes: ["race"], pValue: 0.4 }], "holm") // => [0.04, 0.4]
 */
export function adjustedFamily(
  disparities: readonly TestedDisparity[],
  adjustment: PAdjustment | "hierarchical",
): (number | null)[] {
  const question = ({ name, attributes }: TestedDisparity) => {
    const { metrics, combination } = isEntropyName(name)
      ? { metrics: [name], combination: "single" }
      : disparityDefinition(name);
    return { about: `${metrics.join()} ${combination}`, attributes };
  };
  const tests = new Map<string, { pValue: number; about: string; attributes: readonly string[] }>();
  for (const disparity of disparities) {
    const asked = question(disparity);
    const key = `${asked.about} ${JSON.stringify(asked.attributes)}`;
    if (!tests.has(key)) tests.set(key, { pValue: disparity.pValue ?? Number.NaN, ...asked });
  }
  const list = [...tests.values()];
  const values =
    adjustment === "hierarchical"
      ? hierarchicalPValues(list.map((test) => ({ pValue: test.pValue, parent: parentOf(test, list) })))
      : adjustedPValues(
          list.map(({ pValue }) => pValue),
          adjustment,
        );
  const places = new Map([...tests.keys()].map((key, k) => [key, k]));
  return disparities.map((disparity) => {
    const asked = question(disparity);
    const value = values[places.get(`${asked.about} ${JSON.stringify(asked.attributes)}`)!]!;
    return Number.isNaN(value) ? null : value;
  });
}

function parentOf(
  { about, attributes }: { about: string; attributes: readonly string[] },
  list: readonly { pValue: number; about: string; attributes: readonly string[] }[],
): number | null {
  let parent: number | null = null;
  for (const [k, other] of list.entries()) {
    const isPart =
      other.about === about &&
      other.attributes.length === attributes.length - 1 &&
      other.attributes.every((name) => attributes.includes(name));
    if (isPart && (parent === null || !(other.pValue <= list[parent]!.pValue))) parent = k;
  }
  return parent;
}
