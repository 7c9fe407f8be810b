import type { Mistake } from "../contract/failure.ts";

/** A portfolio of 20,000 risks in full sentences has about 15 MB. */
export const maxPortfolioBytes = 32_000_000;

/** The refusal of a file by its size alone, so that it need not be read. */
export function tooLarge(bytes: number): Mistake {
  const inMegabytes = (size: number) => `${Math.ceil(size / 100_000) / 10} MB`;
  return wholeFile(
    `file has ${inMegabytes(bytes)}, more than ${inMegabytes(maxPortfolioBytes)}`,
    "split the portfolio into several files",
  );
}

/** The text of a file that is UTF-8, with or without a byte order mark. */
export function decodeText(bytes: Uint8Array): { readonly text: string } | { readonly mistakes: Mistake[] } {
  if (bytes.length > maxPortfolioBytes) return { mistakes: [tooLarge(bytes.length)] };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { mistakes: [utf16("little-endian")] };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { mistakes: [utf16("big-endian")] };
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    return { mistakes: [atByte(bytes, nul, "file is binary: it has a NUL byte", "give a YAML file in UTF-8")] };
  }
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    const offset = firstInvalidByte(bytes);
    const hex = bytes[offset]?.toString(16).padStart(2, "0");
    return { mistakes: [atByte(bytes, offset, `byte 0x${hex} is not UTF-8`, "save the file in UTF-8")] };
  }
}

function wholeFile(what: string, remedy: string): Mistake {
  return { path: "", line: 1, column: 1, what, remedy };
}

function utf16(order: string): Mistake {
  return wholeFile(`file is UTF-16, ${order}`, "save it in UTF-8");
}

function atByte(bytes: Uint8Array, offset: number, what: string, remedy: string): Mistake {
  const lineStart = offset === 0 ? 0 : bytes.lastIndexOf(0x0a, offset - 1) + 1;
  let line = 1;
  for (let each = bytes.indexOf(0x0a); each >= 0 && each < offset; each = bytes.indexOf(0x0a, each + 1)) line++;
  // Everything before the offending byte is valid, so that it has characters to count.
  const column = new TextDecoder().decode(bytes.subarray(lineStart, offset)).length + 1;
  return { path: "", line, column, what: `${what} (byte ${offset + 1} of the file)`, remedy };
}

/** Offset of the first byte of the first sequence that is not UTF-8 (RFC 3629: no overlong forms, no surrogates). */
function firstInvalidByte(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return bytes.length - 1;
}

function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!;
  const follows = (offset: number, from = 0x80, to = 0xbf) => {
    const byte = bytes[at + offset];
    return byte !== undefined && byte >= from && byte <= to;
  };
  if (lead < 0x80) return 1;
  if (lead >= 0xc2 && lead <= 0xdf) return follows(1) ? 2 : 0;
  if (lead >= 0xe0 && lead <= 0xef) {
    return follows(1, lead === 0xe0 ? 0xa0 : 0x80, lead === 0xed ? 0x9f : 0xbf) && follows(2) ? 3 : 0;
  }
  if (lead >= 0xf0 && lead <= 0xf4) {
    const second = follows(1, lead === 0xf0 ? 0x90 : 0x80, lead === 0xf4 ? 0x8f : 0xbf);
    return second && follows(2) && follows(3) ? 4 : 0;
  }
  return 0;
}
