import { describe, expect, test } from "vitest";
import { decodeText, maxPortfolioBytes, tooLarge } from "./decode-text.ts";

const bytes = (...parts: (string | number)[]) =>
  new Uint8Array(parts.flatMap((part) => (typeof part === "string" ? [...new TextEncoder().encode(part)] : [part])));

function sentence(input: Uint8Array): string {
  const decoded = decodeText(input);
  if ("text" in decoded) return decoded.text;
  return decoded.mistakes.map(({ line, column, what, remedy }) => `${line}:${column}: ${what}; ${remedy}`).join("\n");
}

describe("decodeText", () => {
  test.each<[string, Uint8Array, string]>([
    ["nothing", bytes(), ""],
    ["all of Unicode", bytes("aß漢🚢"), "aß漢🚢"],
    ["a byte order mark is no text", bytes(0xef, 0xbb, 0xbf, "a"), "a"],
    [
      "a continuation byte alone",
      bytes("a: ", 0x80),
      "1:4: byte 0x80 is not UTF-8 (byte 4 of the file); save the file in UTF-8",
    ],
    [
      "Latin-1",
      bytes("version: 1\nname: ä caf", 0xe9, "\n"),
      "2:12: byte 0xe9 is not UTF-8 (byte 24 of the file); save the file in UTF-8",
    ],
    ["an overlong form", bytes(0xc0, 0xaf), "1:1: byte 0xc0 is not UTF-8 (byte 1 of the file); save the file in UTF-8"],
    [
      "a surrogate",
      bytes("ab", 0xed, 0xa0, 0x80),
      "1:3: byte 0xed is not UTF-8 (byte 3 of the file); save the file in UTF-8",
    ],
    [
      "beyond Unicode",
      bytes(0xf4, 0x90, 0x80, 0x80),
      "1:1: byte 0xf4 is not UTF-8 (byte 1 of the file); save the file in UTF-8",
    ],
    [
      "cut off at the end",
      bytes("a\n", 0xf0, 0x9f, 0x9a),
      "2:1: byte 0xf0 is not UTF-8 (byte 3 of the file); save the file in UTF-8",
    ],
    ["UTF-16, little-endian", bytes(0xff, 0xfe, "a", 0), "1:1: file is UTF-16, little-endian; save it in UTF-8"],
    ["UTF-16, big-endian", bytes(0xfe, 0xff, 0, "a"), "1:1: file is UTF-16, big-endian; save it in UTF-8"],
    [
      "binary",
      bytes("PK\n", 3, 0),
      "2:2: file is binary: it has a NUL byte (byte 5 of the file); give a YAML file in UTF-8",
    ],
  ])("%s", (_, input, expected) => {
    expect(sentence(input)).toBe(expected);
  });

  test("refuses what is larger than the limit, and not what just reaches it", () => {
    expect(sentence(new Uint8Array(maxPortfolioBytes + 1).fill(0x20))).toBe(
      "1:1: file has 32.1 MB, more than 32 MB; split the portfolio into several files",
    );
    expect(decodeText(new Uint8Array(maxPortfolioBytes).fill(0x20))).toHaveProperty("text");
    expect(tooLarge(50_000_000).what).toBe("file has 50 MB, more than 32 MB");
  });
});
