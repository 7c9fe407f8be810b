import { formatCount, formatNumber, plural } from "../../../../src/chart/series/format-number.ts";
import { sentenceCase } from "../../../../src/chart/series/matrix-words.ts";
import type { SettingsPlan } from "../../../../src/contract/settings-plan.ts";
import { ScrollX } from "../../../figure/scroll-x.tsx";
import { ShowMore, useShownRows } from "../../../figure/show-more.tsx";
import { PageLink } from "../../../shell/page-link.tsx";

type Move = SettingsPlan["moves"][number];

/** "Seven of 43 risks change band." */
export function planHeadline({ risks, moves, refusals }: SettingsPlan): string {
  if (refusals.length > 0)
    return `It cannot be saved: ${formatCount(refusals.length)} ${plural("record", refusals.length)} would not fit.`;
  const changed = moves.filter(changesBand).length;
  if (changed > 0)
    return `${formatCount(changed, "start")} of ${formatNumber(risks)} ${plural("risk", risks)} ${changed === 1 ? "changes" : "change"} band.`;
  if (moves.length === 0) return "No risk moves.";
  return `No risk changes band; ${formatCount(moves.length)} ${moves.length === 1 ? "changes" : "change"} score or place.`;
}

function changesBand({ before, after }: Move): boolean {
  return (["inherent", "residual", "target"] as const).some((state) => before[state]?.band !== after[state]?.band);
}

/** "Against their lines: 3 go over, 1 comes back." Null where no status changes. */
export function statusSentence({ moves }: SettingsPlan): string | null {
  const isOver = (status: Move["before"]["status"]) => status === "warning" || status === "breach";
  const over = moves.filter(({ before, after }) => !isOver(before.status) && isOver(after.status)).length;
  const back = moves.filter(({ before, after }) => isOver(before.status) && !isOver(after.status)).length;
  if (over + back === 0) return null;
  const parts = [
    ...(over > 0 ? [`${formatCount(over)} ${over === 1 ? "goes" : "go"} over`] : []),
    ...(back > 0 ? [`${formatCount(back)} ${back === 1 ? "comes" : "come"} back within`] : []),
  ];
  return `Against the lines drawn: ${parts.join(", ")}.`;
}

const atOnce = 12;

/** Which risks move, and what keeps the scale from being saved. */
export function PlanTable({ plan }: { readonly plan: SettingsPlan }) {
  const { moves, refusals } = plan;
  const { shown, more } = useShownRows(moves.length, atOnce);
  return (
    <>
      {refusals.length > 0 ? (
        <ul className="refusals">
          {refusals.slice(0, 8).map(({ path, what, remedy }) => (
            <li key={`${path} ${what}`}>
              {sentenceCase(what)}; {remedy}.
            </li>
          ))}
          {refusals.length > 8 ? <li>{formatNumber(refusals.length - 8)} more.</li> : null}
        </ul>
      ) : null}
      {moves.length > 0 ? (
        <ScrollX label="Risks that move">
          <table className="figures plan-table">
            <thead>
              <tr>
                <th scope="col">Risk</th>
                <th scope="col">Inherent</th>
                <th scope="col">Residual</th>
                <th scope="col">Target</th>
                <th scope="col">Against its line</th>
              </tr>
            </thead>
            <tbody>
              {moves.slice(0, shown).map((move) => (
                <tr key={move.risk}>
                  <th scope="row">
                    <PageLink className="name-link" to={`/risks/${move.risk}`}>
                      {move.name}
                    </PageLink>{" "}
                    <small>{move.systemName}</small>
                  </th>
                  {(["inherent", "residual", "target"] as const).map((state) => (
                    <td key={state} className={isSame(move.before[state], move.after[state]) ? "hush" : ""}>
                      {difference(move.before[state], move.after[state])}
                    </td>
                  ))}
                  <td>
                    {move.before.status === move.after.status
                      ? statusWords[move.after.status]
                      : `${statusWords[move.before.status]} to ${statusWords[move.after.status]}`}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollX>
      ) : null}
      <ShowMore shown={shown} total={moves.length} atOnce={atOnce} of="risks" more={more} />
    </>
  );
}

const statusWords: Readonly<Record<Move["before"]["status"], string>> = {
  ok: "within appetite",
  warning: "over appetite",
  breach: "over tolerance",
  unknown: "no line drawn",
};

function isSame(before: Move["before"]["residual"], after: Move["after"]["residual"]): boolean {
  return before?.band === after?.band && before?.score === after?.score;
}

/** "medium 8 to high 12"; what stays is said once. */
function difference(before: Move["before"]["residual"], after: Move["after"]["residual"]): string {
  if (before === null || after === null) return "not rated";
  const words = ({ band, score }: NonNullable<typeof before>) => `${band} ${formatNumber(score, 2)}`;
  return words(before) === words(after) ? words(after) : `${words(before)} to ${words(after)}`;
}
