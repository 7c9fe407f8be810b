import { formatNumber, plural } from "../../../../src/chart/series/format-number.ts";
import { DraftField } from "../../../shell/draft-field.tsx";
import { BandSign } from "./band-sign.tsx";
import { withBandAbove, withBandName, withoutBand } from "./change-draft.ts";
import { type MatrixDraft, sizes } from "./matrix-draft.ts";

interface BandFieldsProps {
  readonly draft: MatrixDraft;
  /** Names that tell every band and impact level apart, lowest first. */
  readonly names: { readonly bands: readonly string[]; readonly impact: readonly string[] };
  readonly mistakes: ReadonlyMap<string, string>;
  readonly closed: string | null;
  readonly onChange: (draft: MatrixDraft, field?: string) => void;
}

/** The bands by name, highest first. */
export function BandFields({ draft, names, mistakes, closed, onChange }: BandFieldsProps) {
  const { bands, grid } = draft;
  const { least, most } = sizes.bands;
  const cellsOf = (key: number) => grid.flat().filter((each) => each === key).length;
  return (
    <section className="block band-fields" aria-labelledby="bands-head">
      <header>
        <div>
          <h2 className="finding" id="bands-head">
            Bands
          </h2>
          <p className="measure">A band never falls with likelihood or impact</p>
        </div>
      </header>
      <fieldset disabled={closed !== null}>
        <legend className="visually-hidden">Bands, highest first</legend>
        <ol className="bands">
          {bands
            .map(({ key, name }, index) => (
              <li key={key}>
                <BandSign names={names.bands} band={names.bands[index]!} />
                <DraftField title={`Band ${index + 1}`} mistake={mistakes.get(`band.${key}`)}>
                  {(field) => (
                    <input
                      {...field}
                      value={name}
                      maxLength={200}
                      onChange={({ target }) => onChange(withBandName(draft, key, target.value), `band ${key}`)}
                    />
                  )}
                </DraftField>
                <span className="measure">
                  {formatNumber(cellsOf(key))} {plural("cell", cellsOf(key))}
                </span>
                {closed === null ? (
                  <span className="level-actions">
                    <button
                      type="button"
                      className="text-button"
                      disabled={bands.length >= most}
                      onClick={() => onChange(withBandAbove(draft, index))}
                    >
                      Add above<span className="visually-hidden"> {names.bands[index]}</span>
                    </button>
                    <button
                      type="button"
                      className="text-button"
                      disabled={bands.length <= least}
                      onClick={() => onChange(withoutBand(draft, index))}
                    >
                      Remove<span className="visually-hidden"> {names.bands[index]}</span>
                    </button>
                  </span>
                ) : null}
              </li>
            ))
            .toReversed()}
        </ol>
      </fieldset>
    </section>
  );
}

/** From which impact no cell lies below a band, and what a score is made of. */
export function FloorFields({ draft, names, closed, onChange }: Omit<BandFieldsProps, "mistakes">) {
  const { bands, floor, score, impact } = draft;
  return (
    <section className="block" aria-labelledby="floor-head">
      <header>
        <div>
          <h2 className="finding" id="floor-head">
            Severity floor and score
          </h2>
          <p className="measure">What is grave when it happens is looked at however rare it is</p>
        </div>
      </header>
      <fieldset className="floor-fields" disabled={closed !== null}>
        <legend className="visually-hidden">Severity floor and score</legend>
        <DraftField title="From impact">
          {(field) => (
            <select
              {...field}
              value={floor?.level ?? ""}
              onChange={({ target }) =>
                onChange({
                  ...draft,
                  floor:
                    target.value === ""
                      ? null
                      : { level: Number(target.value), band: floor?.band ?? bands[Math.min(1, bands.length - 1)]!.key },
                })
              }
            >
              <option value="">No floor</option>
              {impact.levels
                .map(({ key }, k) => (
                  <option key={key} value={key}>
                    {names.impact[k]} and above
                  </option>
                ))
                .toReversed()}
            </select>
          )}
        </DraftField>
        {floor === null ? null : (
          <DraftField title="No band below">
            {(field) => (
              <select
                {...field}
                value={floor.band}
                onChange={({ target }) => onChange({ ...draft, floor: { ...floor, band: Number(target.value) } })}
              >
                {bands
                  .map(({ key }, k) => (
                    <option key={key} value={key}>
                      {names.bands[k]}
                    </option>
                  ))
                  .toReversed()}
              </select>
            )}
          </DraftField>
        )}
        <DraftField title="Score of two levels">
          {(field) => (
            <select
              {...field}
              value={score}
              onChange={({ target }) => onChange({ ...draft, score: target.value as MatrixDraft["score"] })}
            >
              <option value="product">their product</option>
              <option value="sum">their sum</option>
            </select>
          )}
        </DraftField>
      </fieldset>
    </section>
  );
}
