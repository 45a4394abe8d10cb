/** Two assessments of one enterprise: where each of them stands, and by how much their scores part. */
import { formatExact, readExact, subtract } from "../base/exact.js";
import type { Assessment } from "../model/assessment.js";
import type { Standing } from "../model/difference.js";
import type { ExactText } from "../model/numbers.js";

export function assessedStanding({ score: { status, exact, display }, decision, eligibility }: Assessment): Standing {
  return {
    score: { status, exact, display },
    outcome: decision.outcome,
    band: decision.band,
    eligibility: eligibility.status,
  };
}

/** New − old; null where one of them is open. */
export function scoreDifference(before: Assessment, after: Assessment): ExactText | null {
  const [old, now] = [before.score.exact, after.score.exact];
  return old === null || now === null ? null : formatExact(subtract(readExact(now), readExact(old)));
}
