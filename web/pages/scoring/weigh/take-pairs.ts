import type { AhpReport } from "../../../../src/contract/ahp-report.ts";
import { pointsOf } from "./read-weights.ts";
import { labelOf, type VersionDraft, type WeighSheet, withNewDimension } from "./weigh-draft.ts";

interface Taken {
  readonly sheet: WeighSheet;
  /** Items of the pairs that are no dimension here. */
  readonly strange: readonly string[];
}

/**
 * Weights of a study of pairs as a new version: an item is the dimension of its id or its name. Where there is no
 * dimension yet, the items become the dimensions.
 */
export function takePairs(sheet: WeighSheet, weights: AhpReport["weights"], version: VersionDraft): Taken {
  const over =
    sheet.dimensions.length > 0 ? sheet : weights.reduce((grown, { id }) => withNewDimension(grown, id), sheet);
  const found = over.dimensions.map((dimension) => weights.find(({ id }) => isSame(id, dimension)));
  const taken = found.filter((one) => one !== undefined);
  const strange = weights.filter((one) => !taken.includes(one)).map(({ id }) => id);
  const whole = strange.length === 0;
  const points = whole
    ? pointsOf(
        taken.map(({ weight }) => weight),
        4,
      )
    : taken.map(({ weight }) => String(Number((100 * weight).toFixed(4))));
  const texts = new Map(taken.map((one, at) => [one.id, points[at]!]));
  return {
    strange,
    sheet: {
      ...over,
      version: {
        ...version,
        weights: Object.fromEntries(
          over.dimensions.flatMap(({ key }, at) => {
            const one = found[at];
            return one === undefined ? [] : [[key, texts.get(one.id)!]];
          }),
        ),
      },
    },
  };
}

function isSame(item: string, dimension: { readonly id: string; readonly name: string }): boolean {
  const wanted = item.trim().toLowerCase();
  return wanted === dimension.id.toLowerCase() || wanted === labelOf(dimension).toLowerCase();
}
