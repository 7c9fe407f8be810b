import { DraftField } from "../../../shell/draft-field.tsx";
import { type AhpSheet, comparedBy, type NodeDraft, nodesOf, type PersonDraft } from "./ahp-draft.ts";
import { unlinkedWords } from "./judge-pairs.ts";

interface JudgingChoiceProps {
  readonly sheet: AhpSheet;
  readonly node: NodeDraft;
  readonly person: PersonDraft | null;
  readonly onChoose: (part: { readonly node?: number; readonly person?: number }) => void;
}

/** Which comparison is judged, and by whom. A comparison that lacks something says so in its name. */
export function JudgingChoice({ sheet, node, person, onChoose }: JudgingChoiceProps) {
  const nodes = nodesOf(sheet);
  if (nodes.length === 1 && node.people === undefined) return null;
  return (
    <div className="judging-choice">
      {nodes.length === 1 ? null : (
        <DraftField title="Compared here">
          {(field) => (
            <select {...field} value={node.key} onChange={({ target }) => onChoose({ node: Number(target.value) })}>
              {nodes.map((each) => (
                <option key={each.key} value={each.key}>
                  {nodeWords(sheet, each)}
                  {isLinked(sheet, each) ? "" : ", not linked yet"}
                </option>
              ))}
            </select>
          )}
        </DraftField>
      )}
      {node.people === undefined ? (
        nodes.some(({ people }) => people !== undefined) ? (
          <p className="measure">Judged here by all together.</p>
        ) : null
      ) : (
        <DraftField title="Whose judgements">
          {(field) => (
            <select
              {...field}
              value={person?.key ?? ""}
              onChange={({ target }) => onChoose({ person: Number(target.value) })}
            >
              {node.people!.map(({ key, name }) => (
                <option key={key} value={key}>
                  {name || "the unnamed person"}
                </option>
              ))}
            </select>
          )}
        </DraftField>
      )}
    </div>
  );
}

/** "The criteria, by the goal", "The items, under privacy" */
export function nodeWords(sheet: AhpSheet, { key, name, criteria }: NodeDraft): string {
  const what = criteria === undefined ? "The items" : "The criteria";
  if (key === sheet.goal.key) return criteria === undefined ? what : `${what} with one another`;
  return `${what}, under ${name || "the unnamed criterion"}`;
}

/** Several people's judgements may link together what no single one links. */
function isLinked(sheet: AhpSheet, node: NodeDraft): boolean {
  const all = node.people?.flatMap(({ judgements }) => judgements) ?? node.judgements ?? [];
  return unlinkedWords(comparedBy(sheet, node), all) === null;
}
