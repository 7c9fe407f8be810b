/** Advance widths of IBM Plex Sans 500 in thousandths of the type size, by character. */
const widths = new Map<string, number>();
for (const [width, characters] of [
  [236, " "],
  [253, "'"],
  [265, "ij"],
  [285, "l"],
  [288, ",."],
  [308, "!:;"],
  [330, "[]()f"],
  [355, "|{}t"],
  [383, "r"],
  [405, "-I/\\"],
  [451, '"'],
  [490, "?zs"],
  [510, "“”cvL*y"],
  [531, "xJg"],
  [553, "kaeé_"],
  [566, "oF"],
  [580, "Thnuü"],
  [596, "–ZbdpqE$S"],
  [600, "0123456789+<=>^`~×"],
  [622, "Y€PV"],
  [658, "CXRBAKß"],
  [685, "#DU"],
  [711, "G&OQHN"],
  [800, "—wM"],
  [890, "m@"],
  [940, "W%"],
] as const)
  for (const character of characters) widths.set(character, width);

/** Scripts whose letters fill a square. */
const wide = /[ᄀ-ᅟ⺀-꓏가-힣豈-﫿︰-﹏＀-｠￠-￦\u{1F300}-\u{1FAFF}]/u;
/** Marks that take no room of their own. */
const none = /\p{M}|\p{Cf}/u;

/** About how many pixels a text takes, good to a few percent in Latin scripts; others are over- rather than underestimated. */
export function textWidth(text: string, size: number): number {
  let sum = 0;
  for (const character of text)
    sum += widths.get(character) ?? (none.test(character) ? 0 : wide.test(character) ? 1000 : 640);
  return (sum / 1000) * size;
}
