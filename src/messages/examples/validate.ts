/** An example of every code of the stage `validate`. */
import type { ValidateCode } from "../../model/codes.js";
import type { Example } from "./example.js";

export const validateExamples: Readonly<Partial<Record<ValidateCode, Example>>> = {
  "points-do-not-add-up": {
    bad: {
      indicators: `- { id: A, title: 合同履约, points: 1, scoring: { rule: flag, fact: ok } }
- { id: B, title: 按期纳税, points: 2, scoring: { rule: flag, fact: { type: boolean } } }`,
    },
    good: {
      indicators: `- { id: A, title: 合同履约, points: 1, scoring: { rule: flag, fact: ok } }
- { id: B, title: 按期纳税, points: 1, scoring: { rule: flag, fact: { type: boolean } } }`,
    },
  },
  "number-precision": {
    bad: { value: '{ ...scheme, blend: [{ id: "base", sheet: "s", weight: 0.7 + 0.2 + 0.1 }] }' },
    good: { value: '{ ...scheme, blend: [{ id: "base", sheet: "s", weight: "1" }] }' },
  },
};
