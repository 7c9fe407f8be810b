import type { AnchorDraft, FactorDraft } from "./factors-draft.ts";

interface AnchorFieldsProps {
  readonly factor: FactorDraft;
  readonly mistakes: ReadonlyMap<string, string>;
  readonly closed: string | null;
  readonly onChange: (factor: FactorDraft, field: string) => void;
}

/** The declared anchors of a scale: which measured value is how many of 100, straight between them. */
export function AnchorFields({ factor, mistakes, closed, onChange }: AnchorFieldsProps) {
  const { anchors, how, raises, key, unit } = factor;
  const change = (next: readonly AnchorDraft[], field: string) => onChange({ ...factor, anchors: next }, field);
  const input = (anchor: AnchorDraft, place: number, field: "at" | "points") => {
    const mistake = mistakes.get(`${key}.anchor.${anchor.key}`);
    return (
      <input
        className="number-input"
        aria-label={field === "at" ? `Anchor ${place + 1}, measured` : `Anchor ${place + 1}, of 100`}
        aria-invalid={mistake !== undefined}
        aria-describedby={mistake === undefined ? undefined : `anchor-${key}-${anchor.key}`}
        value={anchor[field]}
        maxLength={40}
        disabled={closed !== null}
        onChange={({ target }) =>
          change(
            anchors.map((each) => (each.key === anchor.key ? { ...each, [field]: target.value } : each)),
            `anchor ${anchor.key} ${field}`,
          )
        }
      />
    );
  };
  const add = () => {
    const next = 1 + Math.max(-1, ...anchors.map((each) => each.key));
    const empty = (offset: number, points: string): AnchorDraft => ({ key: next + offset, at: "", points });
    change(anchors.length === 0 ? [empty(0, "0"), empty(1, "100")] : [...anchors, empty(0, "")], "");
  };
  return (
    <fieldset className="anchor-fields is-wide">
      <legend>Anchors of its scale</legend>
      {anchors.length === 0 ? (
        <p className="measure">
          {how === "counted"
            ? "None: a share of 0 % is 0 of 100, and 100 % is 100"
            : "None yet: at least two are needed"}
        </p>
      ) : (
        <ol>
          <li className="anchor-head" aria-hidden="true">
            <span>Measured{unit.trim() === "" || how === "counted" ? "" : `, ${unit.trim()}`}</span>
            <span>{raises === "higher" ? "Of 100" : "Of 100, turned round"}</span>
            <span />
          </li>
          {anchors.map((anchor, place) => {
            const mistake = mistakes.get(`${key}.anchor.${anchor.key}`);
            return (
              <li key={anchor.key}>
                {input(anchor, place, "at")}
                {input(anchor, place, "points")}
                {closed === null ? (
                  <button
                    type="button"
                    className="text-button"
                    aria-label={`Remove anchor ${place + 1}`}
                    onClick={() =>
                      change(
                        anchors.filter((each) => each.key !== anchor.key),
                        "",
                      )
                    }
                  >
                    Remove
                  </button>
                ) : (
                  <span />
                )}
                {mistake === undefined ? null : (
                  <small className="field-mistake" id={`anchor-${key}-${anchor.key}`}>
                    {mistake}
                  </small>
                )}
              </li>
            );
          })}
        </ol>
      )}
      {closed === null ? (
        <button type="button" className="text-button" onClick={add}>
          {anchors.length === 0 ? "Declare anchors" : "Add an anchor"}
        </button>
      ) : null}
    </fieldset>
  );
}
