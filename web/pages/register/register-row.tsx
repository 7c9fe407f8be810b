import { memo } from "react";
import type { RiskFigures } from "../../../src/contract/heat-map.ts";
import { NameField, OwnerField } from "./cell-fields.tsx";
import type { CellContext, RegisterColumn } from "./register-columns.tsx";

interface RegisterRowProps {
  readonly risk: RiskFigures | undefined;
  readonly index: number;
  readonly columns: readonly RegisterColumn[];
  readonly context: CellContext;
  /** The column whose cell takes the tab stop; null in every other row. */
  readonly active: number | null;
  /** The column that is being edited. */
  readonly editing: "name" | "owner" | null;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly onEdited: (risk: RiskFigures, field: "name" | "owner", value: string) => void;
  readonly onLeft: () => void;
}

/** One risk as a row; without one, the place where it will stand when its page has come. */
export const RegisterRow = memo(function RegisterRow(props: RegisterRowProps) {
  const { risk, index, columns, context, active, editing } = props;
  return (
    <tr aria-rowindex={index + 2} data-row={index}>
      {columns.map((column, at) => {
        const common = {
          "data-column": at,
          tabIndex: active === at ? 0 : -1,
          className: `${column.kind === "number" ? "number " : ""}column-${column.id}`,
          "aria-readonly": column.edit === undefined,
        };
        if (at === 0)
          return (
            <th key={column.id} scope="row" {...common}>
              <Cell {...props} column={column} editing={editing} />
            </th>
          );
        return (
          <td key={column.id} {...common}>
            {risk ? <Cell {...props} column={column} editing={editing} context={context} /> : null}
          </td>
        );
      })}
    </tr>
  );
});

function Cell(props: RegisterRowProps & { column: RegisterColumn }) {
  const { risk, column, editing, context, people, onEdited, onLeft } = props;
  if (!risk) return <span className="hush">Reading</span>;
  if (editing === "name" && column.edit === "name")
    return <NameField risk={risk} onEdited={onEdited} onLeft={onLeft} />;
  if (editing === "owner" && column.edit === "owner")
    return <OwnerField risk={risk} people={people} onEdited={onEdited} onLeft={onLeft} />;
  return column.cell(risk, context);
}
