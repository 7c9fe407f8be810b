import type { WorkshopDetail } from "../../../src/contract/workshop.ts";

/** What the facilitator closes a risk with; null is not chosen. */
export interface AgreedDraft {
  readonly likelihood: number | null;
  readonly impact: number | null;
  readonly note: string;
}

/** What was chosen by hand, by risk; what is left out follows the votes. */
export type ClosingDraft = Readonly<Record<string, Partial<AgreedDraft>>>;

type Spread = WorkshopDetail["spread"][number];

/** The medians of the votes; between two levels it is for the group to choose, and nothing is proposed. */
export function agreedOf(spread: Spread | undefined, chosen: Partial<AgreedDraft> = {}): AgreedDraft {
  const level = (median: number | undefined) => (median !== undefined && Number.isInteger(median) ? median : null);
  return { likelihood: level(spread?.likelihood.median), impact: level(spread?.impact.median), note: "", ...chosen };
}

interface ReadClosing {
  readonly body: { readonly ratings: readonly { risk: string; likelihood: number; impact: number; note?: string }[] };
  /** Names of the risks without both levels. */
  readonly missing: readonly string[];
}

/** The body that the API takes; risks that were taken out of use are left out. */
export function readClosing(
  { risks, spread }: Pick<WorkshopDetail, "risks" | "spread">,
  draft: ClosingDraft,
): ReadClosing {
  const missing: string[] = [];
  const ratings = risks.flatMap(({ id, name, retiredOn }) => {
    if (retiredOn !== null) return [];
    const of = spread.find(({ risk }) => risk === id);
    const { likelihood, impact, note } = agreedOf(of, draft[id]);
    if (likelihood === null || impact === null) {
      missing.push(name);
      return [];
    }
    return [{ risk: id, likelihood, impact, ...(note.trim() !== "" && { note: note.trim() }) }];
  });
  return { body: { ratings }, missing };
}
