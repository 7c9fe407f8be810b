import { formatDate } from "../../../src/chart/series/format-date.ts";
import { formatCount, plural } from "../../../src/chart/series/format-number.ts";
import type { Workshop } from "../../../src/contract/workshop.ts";

/** Where a workshop stands and what comes next, in a sentence. */
export function stateWords(
  { state, participants, risks }: Pick<Workshop, "state" | "participants" | "risks">,
  droppedOn: string | null,
  today: string,
): string {
  const who = `${formatCount(participants.length, "start")} ${plural("person", participants.length, "people")}`;
  const what = `${formatCount(risks.length)} ${plural("risk", risks.length)}`;
  if (droppedOn !== null) return `Dropped on ${formatDate(droppedOn, today)} without an outcome.`;
  switch (state) {
    case "open":
      return `Open: ${who.toLowerCase()} ${participants.length === 1 ? "rates" : "rate"} ${what}, each without seeing the others.`;
    case "revealed":
      return "Revealed: whoever lies apart says why, votes are revised with a reason, then the facilitator closes.";
    case "closed":
      return `Closed: ${who.toLowerCase()} rated ${what}, and each agreed rating is an assessment.`;
  }
}
