/** `judged`: who awarded the points, and why. */
import type { JudgedRule } from "../../model/scoring.js";
import type { RuleTeller } from "../rules.js";
import { bracketed, say } from "../telling.js";

export const tellJudged: RuleTeller<JudgedRule> = {
  told: ({ read: [read] }, telling) => {
    const { by = "", as, reason = "", value } = read!;
    const who = `${by}${as === undefined ? "" : bracketed(as, telling)}`;
    return {
      chain: [say(telling, `${who}评 ${String(value)} 分`, `${who} awarded ${String(value)}`)],
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
};
