import { useCallback, useEffect, useState } from "react";

interface Tip<Subject> {
  readonly subject: Subject;
  /** Pixels from the top left of the figure. */
  readonly x: number;
  readonly y: number;
  readonly figureWidth: number;
}

interface TipHandle<Subject> {
  readonly tip: Tip<Subject> | null;
  /** What an element spreads that has something to say, by pointer and by focus alike. */
  readonly tipProps: (subject: Subject) => {
    readonly onPointerEnter: (event: { readonly currentTarget: Element; readonly pointerType: string }) => void;
    readonly onPointerLeave: () => void;
  };
  readonly showFor: (subject: Subject, element: Element) => void;
  readonly hide: () => void;
}

/** A note beside an element of a figure. Esc puts it away without moving the focus. */
export function useTip<Subject>(figure: () => Element | null): TipHandle<Subject> {
  const [tip, setTip] = useState<Tip<Subject> | null>(null);
  const hide = useCallback(() => setTip(null), []);
  const showFor = useCallback(
    (subject: Subject, element: Element) => {
      const frame = figure()?.getBoundingClientRect();
      if (!frame) return;
      const box = element.getBoundingClientRect();
      setTip({
        subject,
        x: box.left + box.width / 2 - frame.left,
        y: box.bottom - frame.top,
        figureWidth: frame.width,
      });
    },
    [figure],
  );
  const tipProps = useCallback(
    (subject: Subject) => ({
      onPointerEnter: (event: { readonly currentTarget: Element; readonly pointerType: string }) => {
        // A finger opens; it does not hover.
        if (event.pointerType !== "touch") showFor(subject, event.currentTarget);
      },
      onPointerLeave: hide,
    }),
    [showFor, hide],
  );
  useEffect(() => {
    if (!tip) return;
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      if (event.key === "Escape") hide();
    };
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, [tip, hide]);
  return { tip, tipProps, showFor, hide };
}
