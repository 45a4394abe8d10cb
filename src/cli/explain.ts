/** `chengxin explain`: fact sheets → the story of their score, or of one indicator. */
import { nearest } from "../base/nearest.js";
import { type Assessment, type NodeResult, explain, renderJson, renderText } from "../index.js";
import { type VerbOptions, usage } from "./arguments.js";
import { assess } from "./assess.js";
import type { Answer } from "./run.js";

export function explainVerb(paths: readonly string[], options: VerbOptions): Promise<Answer> {
  const { format, lang, indicator } = options;
  return assess(paths, options, (assessment) => {
    if (indicator !== undefined) expectIndicator(assessment, indicator);
    const explanation = explain(assessment, { lang, ...(indicator !== undefined && { indicator }) });
    return format === "json" ? renderJson(explanation) : renderText(explanation);
  });
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
