import type { SVGProps } from "react";
import type { MapCell, MapLayout } from "../series/likelihood-impact-layout.ts";
import type { MapLine } from "../series/map-lines.ts";
import { labelLineHeight, originRadius } from "../series/place-marks.ts";
import { LevelLabel } from "./level-label.tsx";
import { MarkShape } from "./mark-shape.tsx";

interface LikelihoodImpactMapProps {
  readonly layout: MapLayout;
  /** What the map is, for those who hear it. */
  readonly label: string;
  readonly cellLabel: (cell: MapCell) => string;
  /** What a page adds to a cell or a mark: focus, keys, pointer. A report adds nothing. */
  readonly cellProps?: (cell: MapCell) => SVGProps<SVGGElement>;
  readonly markProps?: (id: string) => SVGProps<SVGGElement>;
  readonly selected?: string | undefined;
  readonly changed?: ReadonlySet<string>;
}

/** Arrow keys move in it, and a table cannot be drawn as SVG. */
const grid = { role: "grid", "aria-readonly": true } as const;

/** Likelihood up, impact to the right, and the load line between what may ride and what is too deep. */
export function LikelihoodImpactMap(props: LikelihoodImpactMapProps) {
  const { layout, label, cellLabel, cellProps, markProps } = props;
  const { width, height, plot } = layout;
  const rows = layout.likelihoodLevels.map((_, index) => layout.likelihoodLevels.length - index);
  const stateOf = (id: string) =>
    `mark-place${id === props.selected ? " is-selected" : ""}${props.changed?.has(id) ? " is-changed" : ""}`;
  return (
    <svg
      className={`likelihood-impact-map is-${layout.room}`}
      width={width}
      height={round(height)}
      viewBox={`0 0 ${width} ${round(height)}`}
      {...grid}
      aria-label={label}
    >
      {rows.map((likelihood) => (
        // biome-ignore lint/a11y/useSemanticElements: a table cannot be drawn inside an SVG
        <g key={likelihood} role="row">
          {layout.cells
            .filter((cell) => cell.likelihood === likelihood)
            .map((cell) => (
              // biome-ignore lint/a11y/useSemanticElements: a table cannot be drawn inside an SVG
              <g
                key={cell.impact}
                role="gridcell"
                aria-label={cellLabel(cell)}
                {...cellProps?.(cell)}
                className={`cell is-${cell.side}`}
              >
                <rect
                  x={round(cell.box.left + 1)}
                  y={round(cell.box.top + 1)}
                  width={round(cell.box.right - cell.box.left - 2)}
                  height={round(cell.box.bottom - cell.box.top - 2)}
                />
              </g>
            ))}
        </g>
      ))}
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus; the cells' names say it all */}
      <g aria-hidden="true">
        {layout.likelihoodLevels.map((level) => (
          <LevelLabel key={level.at.y} level={level} anchor="end" />
        ))}
        {layout.impactLevels.map((level) => (
          <LevelLabel key={level.at.x} level={level} anchor="middle" />
        ))}
        {layout.dots.map(({ id, at, kind, isStale }) => (
          <g key={id} className={stateOf(id)} {...markProps?.(id)}>
            <circle className="mark-reach" cx={round(at.x)} cy={round(at.y)} r="7" />
            <MarkShape kind={kind} x={at.x} y={at.y} size={layout.room === "wide" ? 6 : 5} isStale={isStale} />
          </g>
        ))}
        {layout.tolerance ? <path className="tolerance-line" d={layout.tolerance.path} /> : null}
        {layout.line ? <LoadLine line={layout.line} /> : null}
        {layout.tolerance ? <LineLabel line={layout.tolerance} className="tolerance-label" /> : null}
        {layout.counts.map(({ at, kind, text }) => (
          <g key={`${at.x} ${at.y}`} className="map-count">
            {kind ? <MarkShape kind={kind} x={at.x} y={at.y} /> : null}
            <text x={round(at.x + (kind ? 12 : 0))} y={round(at.y + 4)}>
              {text}
            </text>
          </g>
        ))}
        {layout.marks.map(({ id, at, origin }) =>
          origin ? (
            <g key={id} className="journey">
              <circle className="journey-start" cx={round(origin.x)} cy={round(origin.y)} r={originRadius} />
              <path className="journey-arrow" d={journeyPath(origin, at)} />
            </g>
          ) : null,
        )}
        {layout.marks.map((mark) => (
          <g key={mark.id} className={stateOf(mark.id)} {...markProps?.(mark.id)}>
            <circle className="mark-reach" cx={round(mark.at.x)} cy={round(mark.at.y)} r="10" />
            <MarkShape kind={mark.kind} x={mark.at.x} y={mark.at.y} isStale={mark.isStale} />
            <text className={`mark-label is-${mark.anchor}`} x={round(mark.text.x)} y={round(mark.text.y)}>
              {mark.lines.map((line, index) => (
                <tspan key={line} x={round(mark.text.x)} dy={index === 0 ? 0 : labelLineHeight}>
                  {line}
                </tspan>
              ))}
            </text>
          </g>
        ))}
        {layout.unrated ? <Unrated unrated={layout.unrated} bottom={plot.bottom} /> : null}
      </g>
    </svg>
  );
}

function LoadLine({ line }: { readonly line: MapLine }) {
  return (
    <>
      <path className="load-line" d={line.path} />
      {line.ring ? (
        <>
          <circle className="load-ring" cx={round(line.ring.x)} cy={round(line.ring.y)} r="7.5" />
          <path className="load-line" d={`M${round(line.ring.x - 14)} ${round(line.ring.y)}h28`} />
        </>
      ) : null}
      <LineLabel line={line} className="load-label" />
    </>
  );
}

function LineLabel({ line, className }: { readonly line: MapLine; readonly className: string }) {
  if (!line.label) return null;
  const { at, anchor, text } = line.label;
  return (
    <text className={`${className} is-${anchor}`} x={round(at.x)} y={round(at.y)}>
      {text}
    </text>
  );
}

function Unrated({
  unrated,
  bottom,
}: {
  readonly unrated: NonNullable<MapLayout["unrated"]>;
  readonly bottom: number;
}) {
  const { box, head, names, rest } = unrated;
  const isWide = names.length > 0 || rest !== null;
  return (
    <>
      <rect
        className="unknown-hatch"
        x={round(box.left)}
        y={round(box.top)}
        width={round(box.right - box.left)}
        height={round(box.bottom - box.top)}
      />
      {isWide ? (
        <>
          <text className="level-name" x={round(head.x)} y={round(head.y)}>
            not rated: {names.length + (rest?.count ?? 0)}
          </text>
          {names.map(({ lines, at }) => (
            <text key={`${at.y}`} className="unrated-name" x={round(at.x)} y={round(at.y)}>
              {lines.map((line, index) => (
                <tspan key={line} x={round(at.x)} dy={index === 0 ? 0 : labelLineHeight}>
                  {line}
                </tspan>
              ))}
            </text>
          ))}
          {rest ? (
            <text className="unrated-name" x={round(rest.at.x)} y={round(rest.at.y)}>
              {rest.text}
            </text>
          ) : null}
          <text x={round(head.x)} y={round(bottom - 14)}>
            Not placed, not
            <tspan x={round(head.x)} dy="13">
              counted as low.
            </tspan>
          </text>
        </>
      ) : null}
    </>
  );
}

/** From the ring's edge to just before the mark. */
function journeyPath(from: { x: number; y: number }, to: { x: number; y: number }): string {
  const distance = Math.hypot(to.x - from.x, to.y - from.y);
  const along = (length: number) => ({
    x: round(from.x + ((to.x - from.x) * length) / distance),
    y: round(from.y + ((to.y - from.y) * length) / distance),
  });
  const start = along(originRadius + 0.5);
  const end = along(Math.max(originRadius + 1, distance - 8.5));
  return `M${start.x} ${start.y}L${end.x} ${end.y}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
