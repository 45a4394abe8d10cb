/** Examples: what only a program can hand over. `sheet` and `scheme` are the working ones, as plain values. */
import type { ValidateCode } from "../../../model/codes.js";
import type { Example } from "../example.js";

export const valueExamples = {
  "value-not-plain": {
    bad: { value: '{ ...scheme, effective: { from: new Date("2024-01-01") } }' },
    good: { value: '{ ...scheme, effective: { from: "2024-01-01" } }' },
  },
  "value-unreadable": {
    bad: { value: '{ ...scheme, get title() { throw new Error("not loaded"); } }' },
    good: { value: '{ ...scheme, title: "信用评价方案" }' },
  },
  "value-cyclic": {
    bad: { value: "Object.assign(scheme, { documents: scheme })" },
    good: { value: '{ ...scheme, documents: { notice: { title: "通知" } } }' },
  },
  "value-too-deep": {
    bad: {
      value: `{ ...scheme, outcomes: [
  { id: "passed", when: Array(101).fill(0).reduce((inner) => ({ not: inner }), { eligibility: "eligible" }) },
  { id: "failed", otherwise: true },
] }`,
    },
    good: {
      value: `{ ...scheme, outcomes: [
  { id: "passed", when: { not: { eligibility: "eligible" } } },
  { id: "failed", otherwise: true },
] }`,
    },
  },
  "value-too-wide": {
    bad: { value: "{ ...scheme, roles: Array(20_000).fill('自评') }" },
    good: { value: "{ ...scheme, roles: ['自评', '复核'] }" },
  },
  "value-too-large": {
    bad: { value: "{ ...scheme, title: '长'.repeat(3_000_000) }" },
    good: { value: "{ ...scheme, title: '信用评价方案' }" },
  },
} satisfies Partial<Record<ValidateCode, Example>>;
