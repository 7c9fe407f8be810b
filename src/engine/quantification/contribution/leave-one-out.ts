import type { Spectrum } from "../exact/count-transform.ts";
import { multiplySpectrum } from "../exact/event-loss.ts";

/**
 * For each item the product of the transforms of all the others and of `rest`, by products of what stands before and
 * after it: no transform is divided out. In blocks of √n, so that about 4√n transforms are held at a time, each
 * computed twice.
 *
 * @example
 * const of = (re) => ({ re: Float64Array.of(re), im: Float64Array.of(0) });
 * [...leaveOneOut([2, 3, 5], { transform: of, rest: of(7) })].map(({ others }) => others.re[0]) // => [105, 70, 42]
 */
export function* leaveOneOut<T>(
  items: readonly T[],
  { transform, rest }: { readonly transform: (item: T) => Spectrum; readonly rest: Spectrum },
): Generator<{ readonly item: T; readonly others: Spectrum }> {
  const size = Math.max(1, Math.ceil(Math.sqrt(items.length)));
  const blocks: (readonly T[])[] = [];
  for (let from = 0; from < items.length; from += size) blocks.push(items.slice(from, from + size));
  const products = blocks.map((block) => {
    const product = onesLike(rest);
    for (const item of block) multiplySpectrum(product, transform(item));
    return product;
  });
  const outside = withoutEach(products, rest);
  for (const [b, block] of blocks.entries()) {
    const others = withoutEach(block.map(transform), outside[b]!);
    for (const [k, item] of block.entries()) yield { item, others: others[k]! };
  }
}

/** rest × the product of all but each. */
function withoutEach(spectra: readonly Spectrum[], rest: Spectrum): Spectrum[] {
  const without: Spectrum[] = [];
  const before = copy(rest);
  for (const spectrum of spectra) {
    without.push(copy(before));
    multiplySpectrum(before, spectrum);
  }
  const after = onesLike(rest);
  for (let k = spectra.length - 1; k >= 0; k--) {
    multiplySpectrum(without[k]!, after);
    multiplySpectrum(after, spectra[k]!);
  }
  return without;
}

const copy = ({ re, im }: Spectrum): Spectrum => ({ re: re.slice(), im: im.slice() });

const onesLike = ({ re, im }: Spectrum): Spectrum => ({
  re: new Float64Array(re.length).fill(1),
  im: new Float64Array(im.length),
});
