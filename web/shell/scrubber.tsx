import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import { addDays, daysBetween, formatDate } from "../../src/chart/series/format-date.ts";
import { prepareScrubberDays } from "../../src/chart/series/scrubber-days.ts";
import { timelineQuery } from "../data/queries.ts";
import { useAsOf } from "./use-as-of.ts";
import { useToday } from "./use-today.ts";

const width = 156;
const base = 14;

/** Shows everything as of a past day: a slider over the days of the register, its ticks what was recorded on each. */
export function Scrubber() {
  const { data: timeline } = useQuery(timelineQuery);
  const [asOf, show] = useAsOf();
  const today = useToday();
  const [dragged, setDragged] = useState<string | null>(null);
  const track = useRef<SVGSVGElement>(null);
  const days = prepareScrubberDays(timeline ?? [], today.on);
  const shown = dragged ?? asOf ?? days.to;
  const isLive = shown >= days.to;
  const x = Math.min(1, Math.max(0, daysBetween(days.from, shown) / days.span)) * width;

  const choose = (on: string) => show(on >= days.to ? undefined : on < days.from ? days.from : on);
  const dayUnder = ({ clientX }: PointerEvent) => {
    const box = track.current?.getBoundingClientRect();
    if (!box) return days.to;
    const share = Math.min(1, Math.max(0, (clientX - box.left) / box.width));
    return addDays(days.from, Math.round(share * days.span));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    choose(step === "first" ? days.from : step === "last" ? days.to : addDays(shown, step));
  };

  return (
    <div className="scrubber">
      <span className="scrubber-start" aria-hidden="true">
        {days.start}
      </span>
      <div
        role="slider"
        tabIndex={0}
        aria-label="As of"
        aria-valuemin={0}
        aria-valuemax={days.span}
        aria-valuenow={Math.max(0, daysBetween(days.from, shown))}
        aria-valuetext={isLive ? `live, ${formatDate(days.to)}, ${today.at}` : `end of ${formatDate(shown)}`}
        className="scrubber-track"
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setDragged(dayUnder(event));
        }}
        onPointerMove={(event) => {
          if (dragged !== null) setDragged(dayUnder(event));
        }}
        onPointerUp={(event) => {
          setDragged(null);
          choose(dayUnder(event));
        }}
        onPointerCancel={() => setDragged(null)}
      >
        <svg ref={track} width={width} height="22" viewBox={`0 0 ${width} 22`} aria-hidden="true">
          <path className="axis" d={`M0 ${base}H${width}`} />
          {days.ticks.map(({ on, at, height }) => (
            <path key={on} className="tick" d={`M${(at * width).toFixed(1)} ${base}v${(-2 - height * 8).toFixed(1)}`} />
          ))}
          {days.months.map((at) => (
            <path key={at} className="axis" d={`M${(at * width).toFixed(1)} ${base}v4`} />
          ))}
          <path className="now-line" d={`M${x.toFixed(1)} 2v18`} />
          <circle className="now-dot" cx={x.toFixed(1)} cy={base} r="4.5" />
        </svg>
      </div>
      {isLive ? (
        <span className="scrubber-now">Live {today.at}</span>
      ) : (
        <span className="scrubber-now">
          {formatDate(shown, today.on)}
          <button type="button" className="text-button" onClick={() => choose(days.to)}>
            back to live
          </button>
        </span>
      )}
    </div>
  );
}

const steps: Readonly<Record<string, number | "first" | "last">> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -7,
  PageUp: 7,
  Home: "first",
  End: "last",
};
