/** SHA-256 and canonical JSON against their published vectors, and against Node's own digest. */
import { createHash, createHmac } from "node:crypto";
import { assert, property, string } from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson } from "../../src/base/canonical.js";
import { digestOf, keyedHash } from "../../src/base/digest.js";
import { ENGINE } from "../../src/base/engine.js";
import manifest from "../../package.json" with { type: "json" };

describe("SHA-256", () => {
  // FIPS 180-4 examples (NIST): one block, two blocks, nothing.
  test.each([
    ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
    [
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
    ],
    ["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
  ])("%s", (text, expected) => {
    expect(digestOf(text)).toBe(`sha256:${expected}`);
  });

  test("a million times the letter a", () => {
    expect(digestOf("a".repeat(1_000_000))).toBe(
      "sha256:cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0",
    );
  });

  test("is Node's, for every length around a block and for every script", () => {
    const byNode = (text: string): string => `sha256:${createHash("sha256").update(text, "utf8").digest("hex")}`;
    for (let length = 50; length < 70; length += 1)
      expect(digestOf("信".repeat(length))).toBe(byNode("信".repeat(length)));
    assert(
      property(string({ unit: "binary", maxLength: 200 }), (text) => digestOf(text) === byNode(text)),
      { numRuns: 300, seed: 7 },
    );
  });
});

describe("HMAC-SHA-256", () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

  // RFC 4231, test cases 1 and 2.
  test.each([
    [new Uint8Array(20).fill(0x0b), "Hi There", "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"],
    [bytes("Jefe"), "what do ya want for nothing?", "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"],
  ])("case %#", (key, text, expected) => {
    expect(keyedHash(key, text)).toBe(expected);
  });

  test("is Node's, for keys of every length up to a block", () => {
    for (let length = 0; length <= 64; length += 8) {
      const key = new Uint8Array(length).map((_, i) => i * 37 + length);
      expect(keyedHash(key, "诚信")).toBe(createHmac("sha256", key).update("诚信").digest("hex"));
    }
  });
});

describe("canonical JSON", () => {
  // The sorting example of RFC 8785, section 3.2.3: by UTF-16 code unit, so that the smiley stands before U+FB33.
  test("keys in the order of the RFC", () => {
    const value = {
      "\u20ac": "Euro Sign",
      "\r": "Carriage Return",
      "\ufb33": "Hebrew Letter Dalet With Dagesh",
      "1": "One",
      "\ud83d\ude00": "Emoji: Grinning Face",
      "\u0080": "Control",
      "\u00f6": "Latin Small Letter O With Diaeresis",
    };
    expect(Object.values(JSON.parse(canonicalJson(value)))).toHaveLength(7);
    expect([...canonicalJson(value).matchAll(/:"([A-Z][a-z]+)/g)].map(([, word]) => word)).toEqual([
      "Carriage",
      "One",
      "Control",
      "Latin",
      "Euro",
      "Emoji",
      "Hebrew",
    ]);
  });

  test("literals, nesting and escapes", () => {
    expect(canonicalJson({ b: [true, null, 12, -0], a: '\u0007"\\/\n中' })).toBe(
      '{"a":"\\u0007\\"\\\\/\\n中","b":[true,null,12,0]}',
    );
  });

  test.each([[0.1], [2 ** 53], [Number.NaN], ["\ud800"], [new Date(0)], [() => 1], [1n], [{ a: [undefined] }]])(
    "%s has none",
    (value) => {
      expect(() => canonicalJson(value)).toThrow(TypeError);
    },
  );
});

test("the engine names the version of the package", () => {
  expect([ENGINE.name, ENGINE.version]).toEqual([manifest.name, manifest.version]);
});
