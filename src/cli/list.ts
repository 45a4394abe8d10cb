/** `chengxin list`: the schemes and sheets there are, the shipped ones unless others are named. */
import type { Rubric, RubricSet } from "../index.js";
import { type RubricLine, renderRubricList, renderRubricListJson } from "../render/rubric-list.js";
import { type VerbOptions, usage } from "./arguments.js";
import type { Answer } from "./run.js";
import { rubricsFor } from "./sources.js";

export async function listVerb(words: readonly string[], options: VerbOptions): Promise<Answer> {
  if (words.length > 0)
    throw usage("stray-argument", { verb: "list", got: words[0]!, instead: `list --rubrics ${words[0]!}` });
  const set = await rubricsFor(options);
  const lines = linesOf(set);
  const result = options.format === "json" ? renderRubricListJson(lines) : renderRubricList(lines, options.lang);
  // A broken file is no reason not to list the others, but it is told.
  const errors = set.diagnostics.filter(({ severity }) => severity === "error");
  return { exit: errors.length > 0 ? 1 : 0, result, findings: errors, texts: set.texts ?? new Map() };
}

/** Schemes first, then sheets by category; each by id and version. */
function linesOf({ rubrics }: RubricSet): readonly RubricLine[] {
  return rubrics.map(({ rubric }) => lineOf(rubric)).sort(byKind);
}

function lineOf(rubric: Rubric): RubricLine {
  const { kind, id, version, title, status } = rubric;
  return { kind, category: rubric.kind === "sheet" ? rubric.category : null, id, version, title, status };
}

function byKind(a: RubricLine, b: RubricLine): number {
  const keys = (line: RubricLine): readonly string[] => [line.kind, line.category ?? "", line.id, line.version];
  const [left, right] = [keys(a), keys(b)];
  const i = left.findIndex((key, at) => key !== right[at]);
  return i < 0 ? 0 : left[i]! < right[i]! ? -1 : 1;
}
