import { type ReactNode, useLayoutEffect, useRef, useState } from "react";

interface ScrollXProps {
  /** What is in it, for who hears it. */
  readonly label: string;
  readonly children: ReactNode;
}

/** Room for a table that may be wider than the page: then it scrolls sideways, by keys too. */
export function ScrollX({ label, children }: ScrollXProps) {
  const frame = useRef<HTMLElement>(null);
  const [state, setState] = useState<"fits" | "scrolls">("fits");
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    const measure = () => setState(element.scrollWidth > element.clientWidth ? "scrolls" : "fits");
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, []);
  return (
    <section
      ref={frame}
      className="scroll-x"
      // What scrolls has to be reached by keys; what fits is no stop on the way.
      {...(state === "scrolls" ? { tabIndex: 0, "aria-label": label } : {})}
    >
      {children}
    </section>
  );
}
