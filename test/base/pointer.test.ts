import { expect, test } from "vitest";
import { pointer } from "../../src/base/pointer.js";

test.each([
  ["", "facts", "/facts"],
  ["/facts", "经营年限", "/facts/经营年限"],
  ["/facts/x", 0, "/facts/x/0"],
  ["/judgements", "base/D1.3", "/judgements/base~1D1.3"],
  ["/facts", "a~b", "/facts/a~0b"],
  ["/facts", "~1", "/facts/~01"],
  ["/facts", "", "/facts/"],
])("%s and %s make %s (RFC 6901)", (parent, key, path) => {
  expect(pointer(parent, key)).toBe(path);
});
