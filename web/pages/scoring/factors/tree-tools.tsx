import type { FactorMove, FactorPlace } from "./factor-tree.ts";
import { calledOf, hasParts } from "./factors-draft.ts";

interface TreeToolsProps {
  readonly place: FactorPlace;
  readonly onAdd: (place: FactorPlace, where: "in" | "beside") => void;
  readonly onMove: (place: FactorPlace, move: FactorMove) => boolean;
  readonly onRemove: (place: FactorPlace) => void;
}

/** What the keys do to the open factor, as buttons. */
export function TreeTools({ place, onAdd, onMove, onRemove }: TreeToolsProps) {
  const { factor, parent, at, siblings } = place;
  const called = calledOf(factor) || "the new factor";
  return (
    <p className="actions sheet-tools">
      {hasParts(factor) ? (
        <button type="button" className="button" onClick={() => onAdd(place, "in")}>
          Add a part
        </button>
      ) : null}
      {parent === null ? null : (
        <>
          <button type="button" className="button" onClick={() => onAdd(place, "beside")}>
            Add a factor beside
          </button>
          <button type="button" className="button" disabled={at === 0} onClick={() => onMove(place, "up")}>
            Move up
          </button>
          <button type="button" className="button" disabled={at === siblings - 1} onClick={() => onMove(place, "down")}>
            Move down
          </button>
          <button type="button" className="button" onClick={() => onRemove(place)}>
            Remove {called.length > 32 ? "it" : called}
          </button>
        </>
      )}
    </p>
  );
}
