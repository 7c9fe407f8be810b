import { useObservable } from "../data/observable.ts";
import { chooseTheme, theme } from "../data/theme.ts";

export function ThemeSwitch() {
  const now = useObservable(theme);
  return (
    <fieldset className="theme-switch choices">
      <legend className="visually-hidden">Theme</legend>
      {(["light", "dark"] as const).map((name) => (
        <button key={name} type="button" aria-pressed={now === name} onClick={() => chooseTheme(name)}>
          {name === "light" ? "Light" : "Dark"}
        </button>
      ))}
    </fieldset>
  );
}
