/** Where changes are tried: each scores the record's fact sheet anew with one thing different, and no more than there is time for. */
import { formatExact, readExact, subtract } from "../base/exact.js";
import type { CompiledScheme } from "../compile/program.js";
import { pointsText, rangeText } from "../explain/figures.js";
import { gain } from "../explain/reads.js";
import { type Telling, say } from "../explain/telling.js";
import { bandName, outcomeName } from "../explain/verdict.js";
import type { Assessment, NodeResult } from "../model/assessment.js";
import type { FactSheet } from "../model/fact.js";
import type { ExactText } from "../model/numbers.js";
import type { ObjectionChange, ObjectionTrial } from "../model/objection.js";
import { score } from "../score/score.js";
import type { Answer } from "./nearest-other.js";

/** One thing that is different. */
export interface Change {
  readonly change: ObjectionChange;
  readonly text: string;
  readonly factSheet: FactSheet;
  /** Absent: the scheme of the record. */
  readonly compiled?: CompiledScheme;
}

export interface Bench {
  /** `unusable`: it cannot be what is asked about. Undefined: nothing more may be tried. */
  readonly try: (change: Change) => ObjectionTrial | "unusable" | undefined;
  readonly tried: () => number;
  readonly complete: () => boolean;
}

/** Whether outcome or band are others. */
export function answerOf(trial: ObjectionTrial | "unusable" | undefined): Answer {
  return typeof trial === "object" ? (trial.differs ? "other" : "same") : trial;
}

/** @param name `component/id` of the indicator. */
export function benchOf(compiled: CompiledScheme, recorded: Assessment, name: string, telling: Telling): Bench {
  const most = mostTrials(recorded);
  const known = new Set(recorded.findings.map(({ code, path }) => `${code} ${path}`));
  let tried = 0;
  let refused = false;

  return {
    try: (change) => {
      if (tried >= most) {
        refused = true;
        return undefined;
      }
      tried += 1;
      const assessment = score(change.compiled ?? compiled, change.factSheet);
      const leaf = nodeNamed(name, assessment);
      const isWrong = assessment.findings.some(
        ({ severity, code, path }) => severity === "error" && !known.has(`${code} ${path}`),
      );
      if (isWrong || leaf?.status === "invalid") return "unusable";
      return trialOf(change, assessment, leaf, recorded, telling);
    },
    tried: () => tried,
    complete: () => !refused,
  };
}

/** Scoring takes time in proportion to what there is to score; together they take seconds at most. */
function mostTrials({ components, facts }: Assessment): number {
  const size = components.reduce((sum, { root }) => sum + (root ? nodesIn(root) : 0), facts.length);
  return Math.max(FEWEST, Math.min(MOST, Math.floor(WORK / Math.max(1, size))));
}

const WORK = 150_000;
const FEWEST = 12;
const MOST = 600;

function nodesIn({ children = [] }: NodeResult): number {
  return children.reduce((sum, child) => sum + nodesIn(child), 1);
}

function nodeNamed(name: string, { components }: Assessment): NodeResult | undefined {
  const slash = name.indexOf("/");
  const root = components.find(({ id }) => id === name.slice(0, slash))?.root;
  return root ? below(root, name.slice(slash + 1)) : undefined;
}

function below(node: NodeResult, id: string): NodeResult | undefined {
  if (node.level > 0 && node.id === id && !node.children) return node;
  for (const child of node.children ?? []) {
    const found = below(child, id);
    if (found) return found;
  }
  return undefined;
}

function trialOf(
  { change, text }: Change,
  assessment: Assessment,
  leaf: NodeResult | undefined,
  recorded: Assessment,
  telling: Telling,
): ObjectionTrial {
  const { status, exact, display } = assessment.score;
  const { outcome, band, margin, certain } = assessment.decision;
  const before = recorded.decision;
  // What would leave the outcome open does not change it.
  const differs = certain && (outcome !== before.outcome || (band !== null && band !== before.band));
  const points = differenceOf(recorded.score.exact, exact);
  const awarded = leaf?.awarded?.exact ?? null;
  return {
    change,
    text: `${text}${say(telling, "：", ": ")}${resultText(change.kind === "points" ? null : awarded, points, assessment, telling)}`,
    awarded,
    score: { status, exact, display } as ObjectionTrial["score"],
    points,
    margin,
    outcome,
    band,
    differs,
  };
}

function differenceOf(before: ExactText | null, after: ExactText | null): ExactText | null {
  return before === null || after === null ? null : formatExact(subtract(readExact(after), readExact(before)));
}

/** `得 1.8 分，总分 80 分（+3/700），可进入专家评审程序（expert-review）`. */
function resultText(
  awarded: ExactText | null,
  points: ExactText | null,
  { score: { exact, bounds, status }, decision }: Assessment,
  telling: Telling,
): string {
  const change = points === null || points === "0" ? "" : gain(points);
  const total =
    exact !== null
      ? pointsText(exact, telling)
      : status === "open"
        ? rangeText(bounds, telling)
        : say(telling, "没有", "none");
  const outcome = decision.certain
    ? outcomeName(decision.outcome, decision.reasons, telling)
    : say(telling, "结论未定", "the outcome is open");
  const parts = [
    ...(awarded === null
      ? []
      : [say(telling, `本项 ${pointsText(awarded, telling)}`, `${pointsText(awarded, telling)} here`)]),
    say(telling, `总分 ${total}`, `a score of ${total}`) +
      (change === "" ? "" : say(telling, `（${change}）`, ` (${change})`)),
    ...(decision.band === null ? [] : [bandName(decision.band, telling)]),
    outcome,
  ];
  return parts.join(say(telling, "，", ", "));
}
