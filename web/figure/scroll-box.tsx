import type { ReactNode } from "react";

interface ScrollBoxProps {
  /** What is in it, for who hears it. */
  readonly label: string;
  readonly children: ReactNode;
}

/** Room of a bounded height for text that may be long: then it scrolls, by keys too. */
export function ScrollBox({ label, children }: ScrollBoxProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
    <section className="scroll-box" tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
