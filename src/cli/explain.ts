/** `chengxin explain`: fact sheets, or a record → the story of their score, or of one indicator. */
import { nearest } from "../base/nearest.js";
import {
  type Assessment,
  type NodeResult,
  type ScoreRecord,
  auditRecord,
  explain,
  renderJson,
  renderText,
  replay,
} from "../index.js";
import { recordRefused } from "./answer.js";
import { type VerbOptions, usage } from "./arguments.js";
import { assess } from "./assess.js";
import { recordAt } from "./records.js";
import type { Answer } from "./run.js";

export async function explainVerb(paths: readonly string[], options: VerbOptions): Promise<Answer> {
  const [file, ...more] = paths;
  const record = file !== undefined && more.length === 0 && file.endsWith(".json") ? await recordAt(file) : undefined;
  if (!isCalledRecord(record)) return assess(paths, options, (assessment) => storyOf(assessment, options));
  const { verdict } = replay(record);
  // What was taken out of a record keeps it from being computed again; what is left must still follow from itself.
  const isSound = verdict === "MATCH" || (verdict === "NOT_REPLAYABLE" && auditRecord(record).holds);
  if (!isSound) return recordRefused(file!, verdict);
  return { exit: 0, result: storyOf(record.assessment, options), findings: [], texts: new Map() };
}

/** It says so itself; whether it is one, `replay` finds out. */
function isCalledRecord(value: unknown): value is ScoreRecord {
  return typeof value === "object" && value !== null && "format" in value && value.format === "chengxin/record@1";
}

function storyOf(assessment: Assessment, { format, lang, indicator }: VerbOptions): string {
  if (indicator !== undefined) expectIndicator(assessment, indicator);
  const explanation = explain(assessment, { lang, ...(indicator !== undefined && { indicator }) });
  return format === "json" ? renderJson(explanation) : renderText(explanation);
}

/** Said in the words of the command line: what `explain` would throw is meant for developers. */
function expectIndicator({ components }: Assessment, indicator: string): void {
  const names = components.flatMap(({ id, root }) =>
    root ? nodesBelow(root).map((node) => ({ bare: node.id, full: `${id}/${node.id}` })) : [],
  );
  const whole = components.some(({ id, root }) => id === indicator && root !== null);
  const found = names.filter(({ bare, full }) => indicator === bare || indicator === full);
  if (whole || found.length === 1) return;
  const near =
    found.length > 1 ? found.map(({ full }) => full) : nearest(indicator, [...new Set(names.map(({ bare }) => bare))]);
  throw usage("unknown-indicator", { got: indicator, nearest: near });
}

function nodesBelow(node: NodeResult): readonly NodeResult[] {
  return (node.children ?? []).flatMap((child) => [child, ...nodesBelow(child)]);
}
