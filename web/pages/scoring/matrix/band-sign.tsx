import { bandStep } from "../../../../src/chart/series/band-step.ts";

/** A band's tint, beside its name. */
export function BandSign({ names, band }: { readonly names: readonly string[]; readonly band: string }) {
  return (
    <svg
      className={`band-sign band-${bandStep(names, band)}`}
      width="13"
      height="13"
      viewBox="0 0 13 13"
      aria-hidden="true"
    >
      <rect className="band-ground" x="0.5" y="0.5" width="12" height="12" />
    </svg>
  );
}
