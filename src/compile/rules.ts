/** One binder for each rule kind; the type makes the table complete. */
import type { Condition } from "../model/condition.js";
import type { RuleKind, Scoring, SingleRule } from "../model/scoring.js";
import type { FactDeclaration } from "../model/fact.js";
import type { BoundCondition, BoundRule, Finish, ReadJudgement } from "./program.js";
import { bindBestOf } from "./rules/best-of.js";
import { bindChecklist } from "./rules/checklist.js";
import { bindChoice } from "./rules/choice.js";
import { bindEvents } from "./rules/events.js";
import { bindFirstOf } from "./rules/first-of.js";
import { bindFlag } from "./rules/flag.js";
import { bindImported } from "./rules/imported.js";
import { bindJudged } from "./rules/judged.js";
import { bindLevels } from "./rules/levels.js";
import { bindLinear } from "./rules/linear.js";
import { bindPanel } from "./rules/panel.js";
import { bindParts } from "./rules/parts.js";
import { bindSteps } from "./rules/steps.js";
import { bindTable } from "./rules/table.js";
import { bindTiers } from "./rules/tiers.js";

export interface RuleContext {
  /** Slot of a fact that the rule names. */
  readonly slot: (fact: string) => number;
  readonly fact: (fact: string) => FactDeclaration;
  /** Slot of what assessors say about the leaf. */
  readonly judgement: (interpret: ReadJudgement) => number;
  readonly finish: Finish;
  /** The same for an award made once and shared by all assessments: it cannot be altered. */
  readonly constant: Finish;
  /** The award of a rule inside another: without floor and cap, which are the leaf's. */
  readonly bare: Finish;
  readonly condition: (condition: Condition) => BoundCondition;
  /** Binds a rule inside another. */
  readonly bind: (scoring: SingleRule, context: RuleContext) => BoundRule;
}

export function bindRule<K extends RuleKind>(scoring: Extract<Scoring, { rule: K }>, context: RuleContext): BoundRule {
  return BINDERS[scoring.rule as K](scoring, context);
}

const BINDERS: {
  readonly [K in RuleKind]: (scoring: Extract<Scoring, { rule: K }>, context: RuleContext) => BoundRule;
} = {
  flag: bindFlag,
  choice: bindChoice,
  tiers: bindTiers,
  steps: bindSteps,
  linear: bindLinear,
  checklist: bindChecklist,
  events: bindEvents,
  levels: bindLevels,
  judged: bindJudged,
  panel: bindPanel,
  table: bindTable,
  imported: bindImported,
  best_of: bindBestOf,
  first_of: bindFirstOf,
  parts: bindParts,
};
