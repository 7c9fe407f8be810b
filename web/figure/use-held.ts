import { useCallback, useState } from "react";

interface Held<T> {
  readonly shown: T;
  readonly accept: () => void;
  /** What the element spreads in which nothing may move while a pointer or the focus is in it. */
  readonly holdProps: {
    readonly onPointerEnter: () => void;
    readonly onPointerLeave: () => void;
    readonly onFocus: () => void;
    readonly onBlur: (event: { readonly currentTarget: Element; readonly relatedTarget: EventTarget | null }) => void;
  };
}

/** Keeps what is shown still while a pointer or the focus is in it; `key` says whether it is another question altogether. */
export function useHeld<T>(latest: T, key: string): Held<T> {
  const [kept, setKept] = useState({ value: latest, key });
  const [pointer, setPointer] = useState<"inside" | "outside">("outside");
  const [focus, setFocus] = useState<"inside" | "outside">("outside");
  const isHeld = (pointer === "inside" || focus === "inside") && kept.key === key;
  if (!isHeld && (kept.value !== latest || kept.key !== key)) setKept({ value: latest, key });
  const accept = useCallback(() => setKept({ value: latest, key }), [latest, key]);
  return {
    shown: isHeld ? kept.value : latest,
    accept,
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
