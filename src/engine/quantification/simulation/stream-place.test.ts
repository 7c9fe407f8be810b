import { expect, test } from "vitest";
import { lossForms } from "../loss-forms.ts";
import { CONTROL_PLACES, STREAM_PLACE } from "./stream-place.ts";

test("no two quantities share a place: three factors of a frequency, all forms of loss, three factors of a control", () => {
  const { frequency, primaryForms, secondaryForms, ...single } = STREAM_PLACE;
  const run = (first: number, length: number) => Array.from({ length }, (_, i) => first + i);
  const forms = lossForms.length;
  const places = [
    ...run(frequency, 3),
    ...run(primaryForms, forms),
    ...run(secondaryForms, forms),
    ...Object.values(single),
  ];
  expect(new Set(places).size).toBe(places.length);
  const ofControl = Object.values(CONTROL_PLACES).flatMap((first) => run(first, 3));
  expect(new Set(ofControl).size).toBe(ofControl.length);
});
