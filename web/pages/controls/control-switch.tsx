interface ControlSwitchProps {
  readonly name: string;
  readonly state: "on" | "off";
  readonly onSwitch: () => void;
}

/** Puts a control on or off in the trial. */
export function ControlSwitch({ name, state, onSwitch }: ControlSwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      className="control-switch"
      aria-checked={state === "on"}
      aria-label={name}
      onClick={onSwitch}
    />
  );
}
