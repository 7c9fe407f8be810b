import type { LevelLabel as LevelText } from "../series/likelihood-impact-layout.ts";

/** A level beside an axis: its name, over as many lines as it needs, and its range. */
export function LevelLabel({ level, anchor }: { readonly level: LevelText; readonly anchor: "middle" | "end" }) {
  const { names, range, at } = level;
  return (
    <text className={`is-${anchor}`} x={round(at.x)} y={round(at.y)}>
      {names.map((name, index) => (
        <tspan key={name} className="level-name" x={round(at.x)} dy={index === 0 ? 0 : 12}>
          {name}
        </tspan>
      ))}
      <tspan x={round(at.x)} dy="14">
        {range}
      </tspan>
    </text>
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
