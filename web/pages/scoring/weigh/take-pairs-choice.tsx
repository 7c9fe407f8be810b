import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { plural } from "../../../../src/chart/series/format-number.ts";
import type { Weighting } from "../../../../src/contract/weigh-file.ts";
import { actingPerson } from "../../../data/acting-person.ts";
import { useObservable } from "../../../data/observable.ts";
import { studiesQuery, studyReportQuery } from "../../../data/studies.ts";
import { useToday } from "../../../shell/use-today.ts";
import { freshVersion } from "./fresh-version.ts";
import { takePairs } from "./take-pairs.ts";
import type { WeighSheet } from "./weigh-draft.ts";

interface TakePairsProps {
  readonly sheet: WeighSheet;
  readonly kept: readonly Weighting[];
  readonly onChange: (sheet: WeighSheet) => void;
  readonly onTaken: () => void;
}

/** Takes the weights of a kept study of pairs as a new version. */
export function TakePairs({ sheet, kept, onChange, onTaken }: TakePairsProps) {
  const queries = useQueryClient();
  const { data: studies } = useQuery(studiesQuery(undefined));
  const { on: today } = useToday();
  const person = useObservable(actingPerson);
  const [said, setSaid] = useState("");
  const pairs = studies?.filter(({ kind }) => kind === "ahp") ?? [];
  const take = async (id: string) => {
    const study = pairs.find((one) => one.id === id);
    if (study === undefined) return;
    setSaid("");
    const answer = await queries.fetchQuery(studyReportQuery(study, undefined)).catch(() => null);
    if (answer?.kind !== "ahp" || answer.report === null) {
      setSaid(`“${study.name}” has no weights yet: ${answer?.reason ?? "it could not be read"}.`);
      return;
    }
    const begun = freshVersion({ today, by: person ?? "", versions: kept.map(({ version }) => version) });
    const { sheet: next, strange } = takePairs(sheet, answer.report.weights, {
      ...(sheet.version ?? begun),
      reason: `From the study “${study.name}” (${study.id}), version ${study.version}`,
    });
    onChange(next);
    onTaken();
    setSaid(
      strange.length === 0
        ? ""
        : `${strange.join(", ")}: no ${plural("dimension", strange.length)} here; the others are taken.`,
    );
  };
  if (pairs.length === 0) return null;
  return (
    <>
      <select
        aria-label="Take weights from a study of pairs"
        value=""
        onChange={({ target }) => void take(target.value)}
      >
        <option value="">Take from pairs</option>
        {pairs.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <small className="hush" role="status">
        {said}
      </small>
    </>
  );
}
