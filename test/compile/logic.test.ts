import { describe, expect, test } from "vitest";
import { bindAll, bindAny, bindAtLeast, bindNot } from "../../src/compile/logic.js";
import type { Truth } from "../../src/model/assessment.js";

const TRUTHS: readonly Truth[] = ["true", "false", "unknown"];
const is = (truth: Truth) => () => truth;

describe("Kleene's logic", () => {
  test.each([
    // a, b: all, any
    ["true", "true", "true", "true"],
    ["true", "false", "false", "true"],
    ["true", "unknown", "unknown", "true"],
    ["false", "true", "false", "true"],
    ["false", "false", "false", "false"],
    ["false", "unknown", "false", "unknown"],
    ["unknown", "true", "unknown", "true"],
    ["unknown", "false", "false", "unknown"],
    ["unknown", "unknown", "unknown", "unknown"],
  ] as const)("%s and %s: all %s, any %s", (a, b, all, any) => {
    expect(bindAll([is(a), is(b)])(null)).toBe(all);
    expect(bindAny([is(a), is(b)])(null)).toBe(any);
  });

  test("not turns true and false round", () => {
    expect(TRUTHS.map((truth) => bindNot(is(truth))(null))).toEqual(["false", "true", "unknown"]);
  });

  test("at least n is false once true and unknown together are fewer than n", () => {
    for (const a of TRUTHS) {
      for (const b of TRUTHS) {
        for (const c of TRUTHS) {
          const yes = [a, b, c].filter((x) => x === "true").length;
          const open = [a, b, c].filter((x) => x === "unknown").length;
          for (const n of [1, 2, 3]) {
            const expected = yes >= n ? "true" : yes + open < n ? "false" : "unknown";
            expect(bindAtLeast(n, [is(a), is(b), is(c)])(null)).toBe(expected);
          }
        }
      }
    }
  });

  test("at least one is any, at least all is all", () => {
    for (const a of TRUTHS) {
      for (const b of TRUTHS) {
        const parts = [is(a), is(b)];
        expect(bindAtLeast(1, parts)(null)).toBe(bindAny(parts)(null));
        expect(bindAtLeast(2, parts)(null)).toBe(bindAll(parts)(null));
      }
    }
  });

  test("every part is asked, also when the answer is out, so that all that was read is reported", () => {
    const asked: number[] = [];
    const noting = (n: number, truth: Truth) => () => {
      asked.push(n);
      return truth;
    };
    bindAll([noting(1, "false"), noting(2, "true")])(null);
    bindAny([noting(3, "true"), noting(4, "false")])(null);
    bindAtLeast(1, [noting(5, "true"), noting(6, "true")])(null);
    expect(asked).toEqual([1, 2, 3, 4, 5, 6]);
  });
});
