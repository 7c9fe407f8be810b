import { useQuery } from "@tanstack/react-query";
import { formatNumber } from "../../../src/chart/series/format-number.ts";
import type { RegisterPage } from "../../../src/contract/detail.ts";
import { read } from "../../data/request.ts";
import { DraftField } from "../../shell/draft-field.tsx";

interface RiskFieldProps {
  readonly title: string;
  /** Id of the risk; empty for none. */
  readonly value: string;
  /** Id of the system whose risks are offered; empty for those of all. */
  readonly system: string;
  readonly closed: string | null;
  readonly onChoose: (risk: string) => void;
}

const mostRisks = 500;

/** A risk of the register, chosen by its name. */
export function RiskField({ title, value, system, closed, onChoose }: RiskFieldProps) {
  const { data } = useQuery({
    queryKey: ["risks-to-choose", system],
    queryFn: ({ signal }) =>
      read<RegisterPage>("/v1/risks", { system: system === "" ? undefined : system, limit: mostRisks }, signal),
  });
  const risks = [...(data?.items ?? [])].sort((a, b) => a.name.localeCompare(b.name, "en"));
  const hint =
    data && data.total > risks.length
      ? `The worst ${formatNumber(risks.length)} of ${formatNumber(data.total)}; with a system chosen, its own`
      : undefined;
  return (
    <DraftField title={title} hint={hint}>
      {(field) => (
        <select {...field} value={value} disabled={closed !== null} onChange={({ target }) => onChoose(target.value)}>
          <option value="">No risk of the register</option>
          {value !== "" && risks.every(({ id }) => id !== value) ? <option value={value}>{value}</option> : null}
          {risks.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </DraftField>
  );
}
