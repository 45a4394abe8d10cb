/** Record → whether it holds by itself: a second checker that has neither the rubric nor the code that scored. */
import type { AuditResult, ScoreRecord } from "../model/record.js";
import { checkUnnamed } from "./applicability.js";
import { pointWorth } from "./blend.js";
import { askedOf } from "./conditions.js";
import { checkEffects } from "./effects.js";
import { checkEligibility } from "./eligibility.js";
import { checkFacts } from "./facts.js";
import { openBooks } from "./ledger.js";
import { checkDisplays, checkTree } from "./nodes.js";
import { checkDecision, checkMaterials, checkScore } from "./verdict.js";

/**
 * Goes through a record with a pencil, as an auditor would: adds the breakdown up again, applies every printed rule and
 * step to what it says it read, compares that with the fact sheet, and follows score, eligibility and decision from
 * there. It knows no rubric and shares no code with scoring, so that an error of the one is no error of the other.
 *
 * Digests and rubrics are the business of `replay`. Found here is who alters a figure or an answer that follows from
 * others, also with all digests computed anew; titles, clauses, units, and what of a printed standard nothing had to be
 * read against are compared with the rubric, which only `replay` has. The record is untrusted: this never throws.
 *
 * @param record from `recordOf`, or `JSON.parse` of a stored one.
 *
 * @example
 * ```ts
 * import { auditRecord, compileScheme, recordOf } from "chengxin";
 * import { loadFactSheet, loadRubrics } from "chengxin/node";
 *
 * const scheme = compileScheme(await loadRubrics("rubrics"), "gongzhu-2023");
 * const record = recordOf(scheme, await loadFactSheet("rubrics/examples/exactly-80.facts.yaml"));
 * console.log(auditRecord(record).holds); // true
 *
 * const forged = JSON.parse(JSON.stringify(record));
 * forged.assessment.score.exact = "81";
 * const [found] = auditRecord(forged).findings;
 * console.log(found!.path, found!.stated, found!.follows); // /assessment/score/exact 81 80
 * ```
 */
export function auditRecord(record: unknown): AuditResult {
  const { ledger, findings, counts } = openBooks();
  ledger.attempt("/assessment", () => {
    // Whatever it is: the first thing in it that is not what a record has ends the check it stands in.
    const { assessment, inputs } = record as ScoreRecord;
    const asked = askedOf(assessment, inputs, ledger);
    ledger.attempt("/assessment/asOf", () => {
      ledger.same("/assessment/asOf", assessment.asOf, inputs.asOf);
      ledger.same("/assessment/role", assessment.role, inputs.role ?? null);
      const { id = null, name = null } = inputs.subject;
      ledger.same("/assessment/subject", assessment.subject, { id, name });
    });
    ledger.attempt("/assessment/facts", () => checkFacts(assessment, inputs, ledger));
    assessment.components.forEach((component, i) => {
      const path = `/assessment/components/${i}`;
      ledger.attempt(path, () => {
        if (component.root) checkTree(component.root, pointWorth(assessment, component), component.id, path, asked);
        else checkUnnamed(component, path, asked);
      });
    });
    checkDisplays(assessment, asked);
    ledger.attempt("/assessment/effects", () => checkEffects(assessment, "/assessment", asked));
    checkScore(assessment, asked);
    ledger.attempt("/assessment/eligibility", () => checkEligibility(assessment, asked));
    checkDecision(assessment, asked);
    ledger.attempt("/assessment/materials", () => checkMaterials(assessment, inputs, asked));
  });
  return { holds: findings.length === 0, findings, ...counts() };
}
