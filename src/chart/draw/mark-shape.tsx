import type { MarkKind } from "../series/mark-kind.ts";

interface MarkShapeProps {
  readonly kind: MarkKind;
  readonly x: number;
  readonly y: number;
  /** Half its width, about. */
  readonly size?: number;
  readonly isStale?: boolean;
}

/**
 * The shape of a status: circle, triangle, diamond, square, and a bar where no line is drawn; a dashed outline keeps
 * the last known one, hatch is not rated.
 */
export function MarkShape({ kind, x, y, size = 6, isStale = false }: MarkShapeProps) {
  const className = `mark mark-${kind}${isStale ? " is-stale" : ""}`;
  if (kind === "ok") return <circle className={className} cx={round(x)} cy={round(y)} r={round(size * 0.72)} />;
  if (kind === "unknown") return <circle className={className} cx={round(x)} cy={round(y)} r={round(size * 0.85)} />;
  return <path className={className} d={shapePath(kind, round(x), round(y), size)} />;
}

function shapePath(kind: "critical" | "breach" | "warning" | "unlined", x: number, y: number, size: number): string {
  if (kind === "unlined") {
    const half = size * 0.95;
    return `M${round(x - half)} ${round(y - size * 0.35)}h${round(2 * half)}v${round(size * 0.7)}h${round(-2 * half)}z`;
  }
  if (kind === "critical") {
    const half = size * 0.92;
    return `M${round(x - half)} ${round(y - half)}h${round(2 * half)}v${round(2 * half)}h${round(-2 * half)}z`;
  }
  if (kind === "breach") {
    const half = size * 1.13;
    return `M${x} ${round(y - half)}l${round(half)} ${round(half)}l${round(-half)} ${round(half)}l${round(-half)} ${round(-half)}z`;
  }
  return `M${x} ${round(y - size)}l${round(size)} ${round(size * 1.75)}h${round(-2 * size)}z`;
}

/** The mark as a sign in a line of text or a table. The word is said by what stands beside it. */
export function MarkSign({ kind, isStale = false }: { readonly kind: MarkKind; readonly isStale?: boolean }) {
  return (
    <svg className="mark-sign" width="12" height="12" viewBox="0 0 16 16" aria-hidden="true">
      <MarkShape kind={kind} x={8} y={kind === "warning" ? 7.8 : 8} size={kind === "ok" ? 6.6 : 6} isStale={isStale} />
    </svg>
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
