import { type KeyboardEvent, useEffect, useRef } from "react";
import { MarkSign } from "../../../src/chart/draw/mark-shape.tsx";
import { formatNumber, plural } from "../../../src/chart/series/format-number.ts";
import { markKind, markWords } from "../../../src/chart/series/mark-kind.ts";
import type { RiskFigures } from "../../../src/contract/heat-map.ts";
import type { State } from "../../../src/contract/score-report.ts";

interface RiskListPanelProps {
  readonly title: string;
  readonly risks: readonly RiskFigures[];
  /** Risks of the cell, listed or not. */
  readonly total: number;
  readonly by: State;
  readonly open: (risk: string) => void;
  readonly close: () => void;
}

/** The risks of one cell, to choose from. */
export function RiskListPanel({ title, risks, total, by, open, close }: RiskListPanelProps) {
  const panel = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    panel.current?.showModal();
    panel.current?.querySelector<HTMLButtonElement>("li button")?.focus();
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    const buttons = [...(panel.current?.querySelectorAll<HTMLButtonElement>("li button") ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    buttons[(at + (event.key === "ArrowDown" ? 1 : -1) + buttons.length) % buttons.length]?.focus();
  };
  const left = total - risks.length;
  return (
    // The dialog itself is the ground around the panel: a click there closes it, as Esc does.
    <dialog
      ref={panel}
      className="risk-list-panel"
      aria-label={title}
      onClose={close}
      onClick={(event) => {
        if (event.target === panel.current) close();
      }}
      onKeyDown={onKeyDown}
    >
      <header>
        <h3>{title}</h3>
        <button type="button" className="text-button" onClick={close}>
          Close (Esc)
        </button>
      </header>
      <ul>
        {risks.map((risk) => {
          const kind = markKind(risk, by);
          const score = risk[by]?.score;
          return (
            <li key={risk.id}>
              <button type="button" onClick={() => open(risk.id)}>
                <MarkSign kind={kind} isStale={risk.freshness === "stale"} />
                <span className="name">
                  {risk.name} <small>{risk.systemName}</small>
                </span>
                <small>{markWords[kind]}</small>
                <span className="score">{score === undefined ? "–" : formatNumber(score, 2)}</span>
              </button>
            </li>
          );
        })}
      </ul>
      {left > 0 ? (
        <p className="measure">
          and {formatNumber(left)} {plural("risk", left)} less than these
        </p>
      ) : null}
    </dialog>
  );
}
