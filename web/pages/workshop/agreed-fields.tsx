import { formatNumber } from "../../../src/chart/series/format-number.ts";
import type { Workspace } from "../../../src/contract/detail.ts";
import type { WorkshopDetail } from "../../../src/contract/workshop.ts";
import { DraftField } from "../../shell/draft-field.tsx";
import { placeOf } from "../risk/rating-draft.ts";
import { type AgreedDraft, agreedOf } from "./closing-draft.ts";
import { LevelSelect } from "./level-select.tsx";
import { ratingWords } from "./vote-overview.tsx";

interface AgreedFieldsProps {
  readonly riskName: string;
  readonly spread: WorkshopDetail["spread"][number] | undefined;
  readonly chosen: Partial<AgreedDraft> | undefined;
  readonly scale: Workspace["scale"];
  readonly tried: "not-yet" | "tried";
  readonly onChange: (part: Partial<AgreedDraft>) => void;
}

/** What the facilitator closes a risk with: the medians until another level is chosen. */
export function AgreedFields({ riskName, spread, chosen, scale, tried, onChange }: AgreedFieldsProps) {
  const agreed = agreedOf(spread, chosen);
  const place = placeOf(agreed, scale);
  const field = (axis: "likelihood" | "impact") => (
    <LevelSelect
      axis={axis}
      title={axis === "likelihood" ? "Agreed likelihood" : "Agreed impact"}
      scale={scale}
      value={agreed[axis]}
      hint={hintOf(spread?.[axis].median, chosen?.[axis])}
      mistake={tried === "tried" && agreed[axis] === null ? "choose a level" : undefined}
      onChange={(level) => onChange({ [axis]: level })}
    />
  );
  return (
    <fieldset className="agreed">
      <legend className="visually-hidden">What is agreed for {riskName}</legend>
      <div className="agreed-fields">
        {field("likelihood")}
        {field("impact")}
        <DraftField title="Note" hint="Kept with the assessment, after how the votes lay">
          {(note) => (
            <textarea
              {...note}
              rows={2}
              maxLength={3000}
              value={agreed.note}
              onChange={({ target }) => onChange({ note: target.value })}
            />
          )}
        </DraftField>
      </div>
      <output className="rating-result">
        {place === null || agreed.likelihood === null
          ? "Choose what the group agrees on."
          : ratingWords({ likelihood: place.likelihood, impact: place.impact }, scale)}
      </output>
    </fieldset>
  );
}

function hintOf(median: number | undefined, chosen: number | null | undefined): string {
  if (median === undefined) return "Nobody voted on it";
  if (!Number.isInteger(median)) return `The median is ${formatNumber(median, 1)}: choose between the two`;
  return chosen === undefined || chosen === median ? "The median" : `The median is ${median}`;
}
