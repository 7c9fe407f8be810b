import { DraftField } from "../../../shell/draft-field.tsx";
import { type AhpSheet, peopleOf } from "./ahp-draft.ts";
import { withNewPerson, withoutPerson, withPerson } from "./change-sheet.ts";
import { NameList } from "./name-list.tsx";

interface PeopleFieldsProps {
  readonly sheet: AhpSheet;
  readonly closed: string | null;
  readonly onChange: (sheet: AhpSheet, field?: string) => void;
}

const groupWords = {
  judgements: "Each pair: the geometric mean of their ratios (AIJ)",
  "priorities-geometric": "Their weights: the geometric mean (AIP)",
  "priorities-arithmetic": "Their weights: the arithmetic mean (AIP)",
} as const;
type Group = keyof typeof groupWords;

/** Who judges, what each counts, and what of them is averaged. */
export function PeopleFields({ sheet, closed, onChange }: PeopleFieldsProps) {
  const people = peopleOf(sheet);
  if (people.length === 0 && closed !== null) return null;
  const isTree = sheet.goal.criteria !== undefined;
  const hasNoneYet = people.length === 0;
  return (
    <section className="block" aria-labelledby="people-title">
      <header>
        <div>
          <h2 className="finding" id="people-title">
            {hasNoneYet ? "Judged by all together" : "Judged by each person"}
          </h2>
          <p className="measure">
            {hasNoneYet
              ? "With people each has judgements of their own, and all are averaged"
              : "Share: what a person counts beside the others, 1 unless written"}
          </p>
        </div>
      </header>
      <NameList
        what="Person"
        add="Add a person"
        list={people}
        most={200}
        closed={closed}
        onName={(key, name) => onChange(withPerson(sheet, key, { name }), `person ${key}`)}
        onAdd={() => onChange(withNewPerson(sheet))}
        onRemove={(key) => onChange(withoutPerson(sheet, key))}
        beside={({ key, name, share }) => (
          <input
            className="share-field number-input"
            type="number"
            min="0"
            step="any"
            aria-label={`Share of ${name || "the unnamed person"}`}
            placeholder="1"
            value={share ?? ""}
            disabled={closed !== null}
            onChange={({ target }) =>
              onChange(
                withPerson(sheet, key, { share: target.value === "" ? undefined : Number(target.value) }),
                `share ${key}`,
              )
            }
          />
        )}
      />
      {hasNoneYet && (sheet.goal.judgements ?? []).length > 0 && closed === null ? (
        <p className="measure">The judgements so far become the first person’s.</p>
      ) : null}
      {people.length > 1 ? (
        <DraftField
          title="What is averaged"
          hint={isTree ? "Under criteria the ratios of each pair are averaged, whatever stands here" : undefined}
          className="group-field"
        >
          {(field) => (
            <select
              {...field}
              value={sheet.group ?? "judgements"}
              disabled={closed !== null || isTree}
              onChange={({ target }) => onChange({ ...sheet, group: target.value as Group }, "group")}
            >
              {(Object.keys(groupWords) as Group[]).map((group) => (
                <option key={group} value={group}>
                  {groupWords[group]}
                </option>
              ))}
            </select>
          )}
        </DraftField>
      ) : null}
    </section>
  );
}
