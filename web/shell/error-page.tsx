import type { ErrorComponentProps } from "@tanstack/react-router";
import { usePageTitle } from "./use-page-title.ts";

export function ErrorPage({ error, reset }: ErrorComponentProps) {
  usePageTitle("Stopped on an error");
  return (
    <section className="full-page" role="alert">
      <h1 className="head-line">This page stopped on an error.</h1>
      <p className="lede">Nothing was changed by it. What it said:</p>
      <p>
        <code>{error instanceof Error ? error.message : String(error)}</code>
      </p>
      <p>
        <button type="button" className="button" onClick={reset}>
          Try again
        </button>
      </p>
    </section>
  );
}
