/** Who tells which rule: a rule kind that has no teller does not compile. */
import type { NodeResult, Read } from "../model/assessment.js";
import type { RuleKind, Scoring } from "../model/scoring.js";
import { tellBestOf } from "./rules/best-of.js";
import { tellChecklist } from "./rules/checklist.js";
import { tellChoice } from "./rules/choice.js";
import { tellEvents } from "./rules/events.js";
import { tellFirstOf } from "./rules/first-of.js";
import { tellFlag } from "./rules/flag.js";
import { tellImported } from "./rules/imported.js";
import { tellJudged } from "./rules/judged.js";
import { tellLevels } from "./rules/levels.js";
import { tellLinear } from "./rules/linear.js";
import { tellPanel } from "./rules/panel.js";
import { tellParts } from "./rules/parts.js";
import { tellSteps } from "./rules/steps.js";
import { tellTable } from "./rules/table.js";
import { tellTiers } from "./rules/tiers.js";
import type { Telling } from "./telling.js";

/** A leaf with the rule that scored it. */
export type LeafResult<R extends Scoring = Scoring> = NodeResult & { readonly standard: R };

export interface RuleStory {
  /** From what was read to the rule's points; the points themselves stand behind it. */
  readonly chain: readonly string[];
  /** Lines below it. */
  readonly details: readonly string[];
}

export interface RuleTeller<R extends Scoring> {
  /** Of a scored leaf: how this value came to these points. */
  readonly told: (leaf: LeafResult<R>, telling: Telling) => RuleStory;
  /** The rule itself, whatever the facts: 评分标准, one line each. */
  readonly standard: (rule: R, telling: Telling) => readonly string[];
  /** Of a rule that reads no fact, but what assessors say: how that stands, and what they said. */
  readonly judgement?: JudgementTeller<R>;
}

export interface JudgementTeller<R extends Scoring> {
  readonly state: (read: Read, rule: R, telling: Telling) => string;
  readonly lines: (read: Read, rule: R, telling: Telling) => readonly string[];
}

type Tellers = { readonly [K in RuleKind]: RuleTeller<Extract<Scoring, { rule: K }>> };

const tellers: Tellers = {
  flag: tellFlag,
  choice: tellChoice,
  tiers: tellTiers,
  steps: tellSteps,
  linear: tellLinear,
  checklist: tellChecklist,
  events: tellEvents,
  levels: tellLevels,
  judged: tellJudged,
  panel: tellPanel,
  table: tellTable,
  imported: tellImported,
  best_of: tellBestOf,
  first_of: tellFirstOf,
  parts: tellParts,
};

export function tellRule(leaf: LeafResult, telling: Telling): RuleStory {
  return tellerOf(leaf.standard).told(leaf, telling);
}

/** Undefined where the rule reads facts. */
export function judgementTeller(rule: Scoring): JudgementTeller<Scoring> | undefined {
  return tellerOf(rule).judgement;
}

export function tellStandard(rule: Scoring, telling: Telling): readonly string[] {
  return tellerOf(rule).standard(rule, telling);
}

function tellerOf(rule: Scoring): RuleTeller<Scoring> {
  return tellers[rule.rule] as RuleTeller<Scoring>;
}
