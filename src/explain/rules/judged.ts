/** `judged`: who awarded the points, and why. */
import type { Read } from "../../model/assessment.js";
import type { JudgedRule } from "../../model/scoring.js";
import { judgementStateText } from "../facts.js";
import type { RuleTeller } from "../rules.js";
import { type Telling, bracketed, say } from "../telling.js";

export const tellJudged: RuleTeller<JudgedRule> = {
  told: ({ read: [read] }, telling) => {
    const { reason = "" } = read!;
    return {
      chain: [judgementText(read!, telling)],
      details: reason === "" ? [] : [say(telling, `理由：${reason}`, `reason: ${reason}`)],
    };
  },
  standard: ({ low, high, step }, telling) => [
    say(
      telling,
      `由评审人在 ${low} 到 ${high} 分之间评定，每 ${step} 分一档`,
      `awarded by an assessor between ${low} and ${high}, in steps of ${step}`,
    ),
  ],
  judgement: {
    state: (read, _rule, telling) => judgementText(read, telling),
    lines: (read, _rule, telling) => (read.state === "given" ? [judgementText(read, telling)] : []),
  },
};

/** Who awarded how much, or why nobody did. */
function judgementText({ by = "", as, value, state }: Read, telling: Telling): string {
  if (state !== "given") return judgementStateText(state, telling);
  const who = `${by}${as === undefined ? "" : bracketed(as, telling)}`;
  return say(telling, `${who}评 ${String(value)} 分`, `${who} awarded ${String(value)}`);
}
