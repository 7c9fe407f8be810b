import { useState } from "react";
import type { WorkshopDetail } from "../../../src/contract/workshop.ts";

interface Steady {
  readonly shown: WorkshopDetail;
  /** What somebody else did that is not shown yet; null where everything is. */
  readonly news: "state" | "votes" | null;
  readonly accept: () => void;
  /** For the element in which nothing may move while a pointer or the focus is in it. */
  readonly holdProps: {
    readonly onPointerEnter: () => void;
    readonly onPointerLeave: () => void;
    readonly onFocus: () => void;
    readonly onBlur: (event: { readonly currentTarget: Element; readonly relatedTarget: EventTarget | null }) => void;
  };
}

/**
 * Counts of an open workshop move as they come. Revealed votes that somebody revises wait while a pointer or the focus is
 * among them, and another state waits until it is asked for: the page one works on is not swapped under the hand.
 */
export function useSteadyWorkshop(latest: WorkshopDetail, ownVersion: number): Steady {
  const [kept, setKept] = useState(latest);
  const [pointer, setPointer] = useState<"inside" | "outside">("outside");
  const [focus, setFocus] = useState<"inside" | "outside">("outside");
  const isOtherState = latest.workshop.state !== kept.workshop.state || latest.droppedOn !== kept.droppedOn;
  const isInUse = pointer === "inside" || focus === "inside";
  const isNew = latest.version > kept.version && latest.version !== ownVersion;
  const isHeld = isNew && (isOtherState || (kept.workshop.state === "revealed" && isInUse));
  if (!isHeld && kept !== latest) setKept(latest);
  return {
    shown: isHeld ? kept : latest,
    news: isHeld ? (isOtherState ? "state" : "votes") : null,
    accept: () => setKept(latest),
    holdProps: {
      onPointerEnter: () => setPointer("inside"),
      onPointerLeave: () => setPointer("outside"),
      onFocus: () => setFocus("inside"),
      onBlur: ({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setFocus("outside");
      },
    },
  };
}
