const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const double = new Float64Array(1);
const words = new Int32Array(double.buffer);
const HIGH = new Int32Array(Float64Array.of(1).buffer)[1] === 0x3ff00000 ? 1 : 0;

/**
 * Natural logarithm, from +, −, × and ÷ alone: the same bits everywhere (Math.log's last bits are the engine's choice).
 *
 * The method of fdlibm's e_log.c (Sun Microsystems 1993): x = 2^k (1 + f) with 1 + f in [√½, √2], then a series in
 * f / (2 + f). Error below 1 unit in the last place. −Infinity at 0, NaN below.
 *
 * @example
 * reproducibleLn(1) // => 0
 */
export function reproducibleLn(x: number): number {
  if (!(x > 0)) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  const subnormal = x < 2.2250738585072014e-308;
  double[0] = subnormal ? x * 18014398509481984 : x;
  const high = words[HIGH]!;
  const mantissa = high & 0xfffff;
  const above = (mantissa + 0x95f64) & 0x100000;
  words[HIGH] = mantissa | (above ^ 0x3ff00000);
  const k = (high >> 20) - 1023 + (above >> 20) - (subnormal ? 54 : 0);
  const f = double[0]! - 1;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373));
  const odd = z * (0.6666666666666735 + w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)));
  const half = 0.5 * f * f;
  return k * LN2_HIGH - (half - (s * (half + even + odd) + k * LN2_LOW) - f);
}
