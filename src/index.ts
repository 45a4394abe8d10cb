/**
 * chengxin: exact, explainable, replayable scores from published credit-evaluation rubrics.
 *
 * This door has no file system, no clock and no environment: text and values in, plain data out. `chengxin/node`
 * reads files.
 */
export { compileScheme } from "./compile/scheme.js";
export type { Choosing } from "./compile/find.js";
export type { CompiledScheme } from "./compile/program.js";
export { parseFactSheet, readFactSheet } from "./load/fact-sheet.js";
export { type RubricValidation, parseRubric, validateRubric } from "./load/rubric.js";
export { RubricError, isRubricError } from "./messages/rubric-error.js";
export type * from "./model/assessment.js";
export type { DiagnosticCode } from "./model/codes.js";
export type * from "./model/condition.js";
export type * from "./model/diagnostic.js";
export type * from "./model/fact.js";
export type * from "./model/numbers.js";
export type * from "./model/rubric.js";
export type * from "./model/rubric-set.js";
export type * from "./model/scoring.js";
export { renderJson } from "./render/json.js";
export { renderText } from "./render/assessment.js";
export { score } from "./score/score.js";
