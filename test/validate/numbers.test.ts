/** Each way of missing a number has a name, and the spelling that was probably meant. */
import { describe, expect, test } from "vitest";
import { fill } from "../../src/messages/diagnose.js";
import { hints } from "../../src/messages/validate.js";
import { numberProblem } from "../../src/validate/numbers.js";

describe("a number that is none", () => {
  test.each([
    ["010", "number-leading-zero", "10"],
    ["-007.50", "number-leading-zero", "-7.50"],
    ["0o17", "number-radix", "15"],
    ["0x1F", "number-radix", "31"],
    ["0b11", "number-radix", "3"],
    ["1e3", "number-exponent", "1000"],
    ["-1.50E-2", "number-exponent", "-0.015"],
    ["12.345e1", "number-exponent", "123.45"],
    [".5e1", "number-exponent", "5"],
    ["+5", "number-plus-sign", "5"],
    [".5", "number-bare-point", "0.5"],
    ["-.5", "number-bare-point", "-0.5"],
    ["5.", "number-bare-point", "5"],
    ["1,000", "number-separator", "1000"],
    ["1_000.5", "number-separator", "1000.5"],
    ["８０", "number-full-width", "80"],
    ["0。5", "number-full-width", "0.5"],
    ["－5", "number-full-width", "-5"],
    ["\u22125", "number-full-width", "-5"],
    ["5\u3000", "number-full-width", "5"],
    [" 5", "number-space", "5"],
    ["80分", "number-unit", "80"],
    ["3.5 万元", "number-unit", "3.5"],
  ])("%s is %s: %s", (text, code, instead) => {
    const problem = numberProblem(text)!;
    expect([problem.code, problem.data]).toEqual([code, { got: text, instead }]);
    expect(problem.hint).toBe(hints.writeInstead);
  });

  test.each([
    ["80%", "number-percent", "0.80", "80"],
    ["-5 %", "number-percent", "-0.05", "-5"],
    ["12.5%", "number-percent", "0.125", "12.5"],
    ["250%", "number-percent", "2.50", "250"],
    ["80％", "number-full-width", "0.80", "80"],
  ])("%s is %s: a share of %s, or %s percent", (text, code, share, number) => {
    expect(numberProblem(text)).toEqual({ code, data: { got: text, share, number }, hint: hints.percent });
  });

  test.each([
    ["1/3", "number-fraction"],
    [".inf", "number-not-finite"],
    ["NaN", "number-not-finite"],
    ["1E400", "number-exponent"],
    ["满分", "not-a-number"],
    ["1.2.3", "not-a-number"],
    ["--5", "not-a-number"],
    ["9".repeat(41), "number-too-long"],
    ["", "empty-text"],
  ])("%s is %s, and nobody knows what was meant", (text, code) => {
    const problem = numberProblem(text)!;
    expect(problem.code).toBe(code);
    expect(problem.data).not.toHaveProperty("instead");
  });

  test("is quoted in part when it is endless", () => {
    expect(String(numberProblem("x".repeat(1e6))?.data?.["got"]).length).toBe(61);
  });
});

test.each(["0", "-0", "80", "0.30", "0.12345678901234567890123", "9007199254740993"])("%s is a number", (text) => {
  expect(numberProblem(text)).toBeUndefined();
});

test("a hint tells what to type", () => {
  expect(fill(hints.writeInstead.zh, { instead: "0.5" }, "、")).toBe("请写 `0.5`");
});
