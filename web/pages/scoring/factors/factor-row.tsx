import { pointsFigure } from "../../../../src/chart/series/factor-sentence.ts";
import { formatPercent, plural } from "../../../../src/chart/series/format-number.ts";
import type { RatedFactor } from "../../../../src/contract/factors-report.ts";
import { SheetField } from "../sheet-field.tsx";
import type { LeaveCell } from "../sheet-keys.ts";
import { type FactorColumnId, factorColumns } from "./factor-columns.ts";
import { readingWords } from "./factor-figures.ts";
import type { FactorPlace } from "./factor-tree.ts";
import { calledOf, type FactorDraft, type FactorHow, hasParts, howWords, leafHows, partHows } from "./factors-draft.ts";

interface FactorRowProps {
  readonly place: FactorPlace;
  readonly index: number;
  /** Undefined while something below it is missing. */
  readonly rated: (RatedFactor & { readonly place: "in-tree" | "alone" }) | undefined;
  readonly mistakes: ReadonlyMap<string, string>;
  /** Column of the cell that is in the tab order; null in another row. */
  readonly active: number | null;
  readonly editing: { readonly typed: string | null } | null;
  readonly onType: (text: string) => void;
  readonly onFinish: (text: string | null, leave: LeaveCell) => void;
  readonly onToggle: () => void;
}

/** One factor of the tree as a row: what it is read from, what it weighs, and what it brings. */
export function FactorRow(props: FactorRowProps) {
  const { place, index, rated, mistakes, active, editing, onType, onFinish, onToggle } = props;
  const { factor, depth, at, siblings, state } = place;
  const called = calledOf(factor) || "a new factor";
  return (
    <tr
      data-row={index}
      aria-rowindex={index + 2}
      aria-level={depth + 1}
      aria-posinset={at + 1}
      aria-setsize={siblings}
      aria-expanded={state === "leaf" ? undefined : state === "open"}
      className={depth === 0 ? "is-top" : undefined}
    >
      {factorColumns.map(({ id, meaning, edited }, column) => {
        const isActive = active === column;
        const mistake = mistakes.get(`${factor.key}.${id}`);
        const cell = {
          "data-column": column,
          tabIndex: isActive ? 0 : -1,
          className: `column-${id}${isEditable(place, id) ? "" : " is-computed"}`,
          title: mistake,
          "aria-invalid": mistake === undefined ? undefined : true,
          "aria-readonly": isEditable(place, id) ? undefined : true,
        } as const;
        const isEditing = isActive && editing !== null;
        const content =
          isEditing && edited === "chosen" ? (
            <HowField factor={factor} label={`${meaning} of ${called}`} onFinish={onFinish} />
          ) : isEditing ? (
            <SheetField
              label={`${meaning} of ${called}`}
              text={textIn(factor, id)}
              typed={editing.typed}
              longest={id === "source" ? 4000 : 200}
              onFinish={onFinish}
              onType={onType}
            />
          ) : (
            contentOf(place, id, rated)
          );
        if (id !== "name")
          return (
            <td key={id} {...cell}>
              {content}
            </td>
          );
        return (
          <th key={id} scope="row" {...cell}>
            <span className="factor-cell" style={{ paddingLeft: 14 * depth }}>
              {state === "leaf" ? (
                <span className="factor-twist" />
              ) : (
                <button
                  type="button"
                  tabIndex={-1}
                  className="factor-twist"
                  aria-label={`${state === "open" ? "Close" : "Open"} ${called}`}
                  onClick={onToggle}
                />
              )}
              {content}
            </span>
          </th>
        );
      })}
    </tr>
  );
}

/** What a cell holds as text, while it is typed. */
function textIn(factor: FactorDraft, column: FactorColumnId): string {
  if (column === "name") return calledOf(factor);
  if (column === "weight" || column === "source") return factor[column];
  if (column !== "reading") return "";
  return factor.how === "judged" ? factor.level : factor.how === "counted" ? factor.count : factor.value;
}

/** Whether a cell can be typed into: a group is read from its parts, and weights count in a mean only. */
export function isEditable({ factor, parent }: FactorPlace, column: FactorColumnId): boolean {
  if (column === "scale" || column === "brings") return false;
  if (column === "reading") return !hasParts(factor);
  return column !== "weight" || parent?.how === "weighted";
}

function contentOf({ factor, parent }: FactorPlace, column: FactorColumnId, rated: FactorRowProps["rated"]) {
  const isPart = parent !== null && rated?.place === "in-tree";
  switch (column) {
    case "name":
      return calledOf(factor) || <span className="hush">not named</span>;
    case "how":
      return howWords[factor.how];
    case "reading":
      if (hasParts(factor)) return <span className="hush">{partsWords(factor.parts.length)}</span>;
      return rated ? readingWords(factor, rated) : textIn(factor, column) || <span className="hush">to be given</span>;
    case "scale":
      return rated ? (
        <>
          {pointsFigure(rated.value)}{" "}
          <small>
            {pointsFigure(rated.low) === pointsFigure(rated.high)
              ? ""
              : `${pointsFigure(rated.low)} to ${pointsFigure(rated.high)}`}
          </small>
        </>
      ) : (
        <span className="hush">–</span>
      );
    case "weight":
      if (parent?.how !== "weighted") return null;
      return (
        <>
          {factor.weight.trim() || "1"} <small>{isPart ? formatPercent(rated.weight) : ""}</small>
        </>
      );
    case "brings":
      return isPart ? pointsFigure(rated.contribution) : null;
    case "source":
      return factor.source;
  }
}

function partsWords(count: number): string {
  return count === 0 ? "no parts yet" : `${count} ${plural("part", count)}`;
}

function HowField(props: { factor: FactorDraft; label: string; onFinish: FactorRowProps["onFinish"] }) {
  const { factor, label, onFinish } = props;
  return (
    <select
      className="sheet-field"
      aria-label={label}
      // biome-ignore lint/a11y/noAutofocus: the cell was asked to become this field
      autoFocus
      defaultValue={factor.how}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === "Escape") onFinish(null, "stay");
        else if (event.key === "Enter") onFinish(event.currentTarget.value, "down");
        else if (event.key === "Tab") onFinish(event.currentTarget.value, event.shiftKey ? "left" : "right");
        else return;
        event.preventDefault();
      }}
      onBlur={({ target }) => onFinish(target.value, "stay")}
    >
      <HowOptions />
    </select>
  );
}

/** The ways of reading a factor, as options of a choice. */
export function HowOptions() {
  return (
    <>
      <optgroup label="A leaf">
        {leafHows.map((how: FactorHow) => (
          <option key={how} value={how}>
            {howWords[how]}
          </option>
        ))}
      </optgroup>
      <optgroup label="Made of parts">
        {partHows.map((how: FactorHow) => (
          <option key={how} value={how}>
            {howWords[how]}
          </option>
        ))}
      </optgroup>
    </>
  );
}
