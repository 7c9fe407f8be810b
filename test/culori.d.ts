/** What the palette test uses of culori, which ships without types. */
declare module "culori" {
  export interface Color {
    readonly mode: string;
  }
  export interface Lab extends Color {
    readonly l: number;
    readonly a: number;
    readonly b: number;
  }
  export function parse(text: string): Color | undefined;
  export function converter(mode: "lab65"): (color: Color) => Lab;
  export function differenceEuclidean(mode: "lab65"): (a: Color, b: Color) => number;
  export function wcagContrast(a: Color, b: Color): number;
  export function filterDeficiencyDeuter(severity: number): (color: Color) => Color;
  export function filterDeficiencyProt(severity: number): (color: Color) => Color;
  export function filterDeficiencyTrit(severity: number): (color: Color) => Color;
}
