import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useEffect, useId, useRef } from "react";
import { MarkSign } from "../../../src/chart/draw/mark-shape.tsx";
import { markKind, markWords } from "../../../src/chart/series/mark-kind.ts";
import type { RiskDetail } from "../../../src/contract/detail.ts";
import type { HeatMap } from "../../../src/contract/heat-map.ts";
import { riskQuery } from "../../data/queries.ts";
import { PageLink } from "../../shell/page-link.tsx";
import { RefusalNote } from "../../shell/refusal-note.tsx";
import { ControlsTab } from "./controls-tab.tsx";
import { HistoryTab } from "./history-tab.tsx";
import { PlanTab } from "./plan-tab.tsx";
import { type DrawerTab, drawerTabs } from "./portfolio-search.ts";
import type { PortfolioView } from "./use-portfolio-view.ts";
import { WhyTab } from "./why-tab.tsx";

interface RiskDrawerProps {
  readonly id: string;
  readonly view: PortfolioView;
  readonly map: HeatMap | undefined;
  readonly today: string;
  readonly timeZone: string;
}

/**
 * The reasons of one risk, beside the page it was opened from; on a narrow screen, over it. Esc closes it, and the
 * focus goes back to where it came from.
 */
export function RiskDrawer({ id, view, map, today, timeZone }: RiskDrawerProps) {
  const { data: detail, error, refetch } = useQuery(riskQuery(id, view.asOf));
  const drawer = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const opener = useRef<Element | null>(null);
  const close = useRef(() => {});
  close.current = () => view.change({ risk: undefined, tab: undefined }, "push");

  useEffect(() => {
    const element = drawer.current;
    opener.current = document.activeElement;
    if (matchMedia("(max-width: 640px)").matches) element?.showModal();
    else element?.show();
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      if (event.key === "Escape" && !event.defaultPrevented && !document.querySelector("dialog:modal")) close.current();
    };
    addEventListener("keydown", onKeyDown);
    return () => {
      removeEventListener("keydown", onKeyDown);
      element?.close();
      if (opener.current instanceof HTMLElement || opener.current instanceof SVGElement) opener.current.focus();
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another risk is what moves the focus to its name
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    drawer.current?.scrollTo(0, 0);
  }, [id]);

  return (
    <dialog
      ref={drawer}
      className="drawer"
      aria-labelledby="drawer-name"
      onCancel={(event) => {
        event.preventDefault();
        close.current();
      }}
    >
      <header className="drawer-head">
        <p className="hush">{detail ? `${detail.figures.systemName}, ${categoryName(detail, map)}` : "Reading"}</p>
        <button type="button" className="drawer-close" onClick={() => close.current()}>
          Close (Esc)
        </button>
        <h2 id="drawer-name" ref={heading} tabIndex={-1}>
          {detail ? (
            <>
              <MarkSign kind={markKind(detail.figures, "residual")} isStale={detail.figures.freshness === "stale"} />
              <span className="visually-hidden">{markWords[markKind(detail.figures, "residual")]}: </span>
              {detail.figures.name}
            </>
          ) : (
            id
          )}
        </h2>
        {detail ? <p className="drawer-event">{detail.record.event}</p> : null}
      </header>
      {detail ? (
        <Tabs detail={detail} view={view} map={map} today={today} timeZone={timeZone} />
      ) : error ? (
        <RefusalNote error={error} retry={() => void refetch()} />
      ) : null}
    </dialog>
  );
}

interface TabsProps extends Omit<RiskDrawerProps, "id"> {
  readonly detail: RiskDetail;
}

function Tabs({ detail, view, map, today, timeZone }: TabsProps) {
  const panel = useId();
  const tab = view.tab ?? "why";
  const show = (next: DrawerTab) => view.change({ tab: next === "why" ? undefined : next });
  const names: Readonly<Record<DrawerTab, string>> = {
    why: detail.figures.residual ? `Why ${detail.figures.residual.score}` : "Why",
    controls: `Controls ${detail.record.controls?.length ?? 0}`,
    plan: `Plan ${detail.record.treatment?.plan?.length ?? 0}`,
    history: `History ${detail.changes.length}`,
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const next = drawerTabs[(drawerTabs.indexOf(tab) + step + drawerTabs.length) % drawerTabs.length]!;
    show(next);
    event.currentTarget.querySelector<HTMLElement>(`[data-tab="${next}"]`)?.focus();
  };
  return (
    <>
      <div className="tabs" role="tablist" aria-label={detail.figures.name} onKeyDown={onKeyDown}>
        {drawerTabs.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`${panel}-${name}`}
            data-tab={name}
            aria-selected={tab === name}
            aria-controls={panel}
            tabIndex={tab === name ? 0 : -1}
            onClick={() => show(name)}
          >
            {names[name]}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={panel} aria-labelledby={`${panel}-${tab}`} className="tab-panel">
        {tab === "why" ? <WhyTab detail={detail} map={map} today={today} timeZone={timeZone} /> : null}
        {tab === "controls" ? <ControlsTab detail={detail} currency={map?.currency} today={today} /> : null}
        {tab === "plan" ? <PlanTab detail={detail} today={today} /> : null}
        {tab === "history" ? <HistoryTab detail={detail} today={today} timeZone={timeZone} /> : null}
      </div>
      <p className="drawer-foot">
        <PageLink to={`/risks/${detail.record.id}`} className="button">
          To the risk’s page
        </PageLink>
      </p>
    </>
  );
}

function categoryName(detail: RiskDetail, map: HeatMap | undefined): string {
  const { category } = detail.figures;
  return (map?.categories.find(({ id }) => id === category)?.name ?? category).toLowerCase();
}
