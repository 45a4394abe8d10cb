/** What the abridged examples stand for, in full; beside each the reason why nobody wants to read it. */
import type { Files } from "../../src/messages/examples/frames.js";
import type { Parts } from "../../src/messages/examples/example.js";
import type { DiagnosticCode } from "../../src/model/codes.js";
import { wholeTexts } from "./whole-texts.js";

export interface WholeExample {
  readonly why: string;
  /** Parts as in an example, or files where not even a text can say it. */
  readonly bad: Parts | Files<string | Uint8Array>;
  readonly good: Parts | Files<string | Uint8Array>;
}

const months = Array.from({ length: 24 }, (_, i) => `month${i + 1}: { type: decimal }`);
const total = (n: number, of: readonly (string | number)[]) =>
  `total${n}: { type: decimal, derive: { sum: [${of.map((each) => (typeof each === "number" ? `month${each}` : each)).join(", ")}] } }`;
const onTotal = "scoring: { rule: tiers, fact: total24, tiers: [{ above: 0, points: 2 }, { at_most: 0, points: 0 }] }";

export const wholeExamples: Readonly<Partial<Record<DiagnosticCode, WholeExample>>> = {
  ...wholeTexts,
  "derivation-too-deep": {
    why: "twenty-four months, and as many totals",
    bad: {
      facts: [
        ...months,
        ...months.slice(1).map((_, i) => total(i + 2, i === 0 ? [1, 2] : [`total${i + 1}`, i + 2])),
      ].join("\n"),
      leaf: onTotal,
    },
    good: {
      facts: [
        ...months,
        total(
          24,
          months.map((_, i) => i + 1),
        ),
      ].join("\n"),
      leaf: onTotal,
    },
  },
};
