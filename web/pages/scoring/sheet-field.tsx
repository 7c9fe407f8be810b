import { type KeyboardEvent, useRef, useState } from "react";
import type { LeaveCell } from "./sheet-keys.ts";

interface SheetFieldProps {
  readonly label: string;
  readonly text: string;
  /** The key that opened it and replaces what was there; null where the text itself is edited. */
  readonly typed: string | null;
  /** With null nothing is written. */
  readonly onFinish: (text: string | null, leave: LeaveCell) => void;
  /** What stands in it while it is typed. */
  readonly onType?: (text: string) => void;
  readonly longest?: number;
}

const arrows: Readonly<Record<string, LeaveCell>> = {
  ArrowDown: "down",
  ArrowUp: "up",
  ArrowLeft: "left",
  ArrowRight: "right",
};

/** The cell while it is typed: Enter goes down, Tab on, Esc gives up; arrows go on where typing began by a key. */
export function SheetField({ label, text, typed, onFinish, onType, longest = 200 }: SheetFieldProps) {
  const [value, setValue] = useState(typed ?? text);
  const isOver = useRef(false);
  const finish = (written: string | null, leave: LeaveCell) => {
    if (isOver.current) return;
    isOver.current = true;
    onFinish(written === null || written.trim() === text ? null : written.trim(), leave);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    event.stopPropagation();
    const { key, shiftKey } = event;
    if (key === "Escape") finish(null, "stay");
    else if (key === "Enter") finish(value, shiftKey ? "up" : "down");
    else if (key === "Tab") finish(value, shiftKey ? "left" : "right");
    else if (typed !== null && arrows[key] !== undefined) finish(value, arrows[key]);
    else return;
    event.preventDefault();
  };
  return (
    <input
      className="sheet-field"
      aria-label={label}
      // biome-ignore lint/a11y/noAutofocus: the cell was asked to become this field
      autoFocus
      value={value}
      maxLength={longest}
      onFocus={({ target }) => {
        if (typed === null) target.select();
      }}
      onChange={({ target }) => {
        setValue(target.value);
        onType?.(target.value);
      }}
      onKeyDown={onKeyDown}
      onBlur={() => finish(value, "stay")}
    />
  );
}
