/** Two versions of rubrics, and the fact sheets that are scored with both. */
import { type DiffRubricsOptions, type RubricDifference, type UnscoredSheet, diffRubrics } from "../index.js";
import { isFactSheetFile, listFiles } from "../files/list.js";
import { renderRubricDifference, renderRubricDifferenceJson } from "../render/rubric-difference.js";
import { type VerbOptions, usage } from "./arguments.js";
import type { RubricsRead } from "./readable.js";
import type { Answer } from "./run.js";
import { factSheetAt, rubricsFor } from "./sources.js";

export type Versions = Readonly<Record<"before" | "after", RubricsRead & { readonly file: string }>>;

export async function diffVersions({ before, after }: Versions, options: VerbOptions): Promise<Answer> {
  for (const { file, rubrics } of [before, after])
    if (rubrics.rubrics.length === 0) throw usage("nothing-matched", { file });
  const { asked, unread } = await factSheetsOf(options);
  const difference = withUnread(diffRubrics(before.rubrics, after.rubrics, asked), unread);
  const result =
    options.format === "json"
      ? renderRubricDifferenceJson(difference)
      : renderRubricDifference(difference, options.lang);
  return { exit: difference.changes.length > 0 ? 1 : 0, result, findings: [], texts: new Map() };
}

interface FactSheets {
  readonly asked: DiffRubricsOptions;
  readonly unread: readonly UnscoredSheet[];
}

async function factSheetsOf(options: VerbOptions): Promise<FactSheets> {
  if (options.facts.length === 0) return { asked: {}, unread: [] };
  const files = await listFiles(options.facts, isFactSheetFile);
  if (files.length === 0) throw usage("nothing-matched", { file: options.facts.join(" ") });
  const readings = [];
  for (const file of files) readings.push(await factSheetAt(file));
  return {
    asked: {
      factSheets: readings.filter((reading) => reading.kind === "fact-sheet"),
      rubrics: await rubricsFor(options),
    },
    unread: readings.flatMap((reading) =>
      reading.kind === "fact-sheet" ? [] : [{ file: reading.file, with: "both", findings: reading.diagnostics }],
    ),
  };
}

/** Named like the others that could not be scored. */
function withUnread(difference: RubricDifference, unread: readonly UnscoredSheet[]): RubricDifference {
  const { impact } = difference;
  if (!impact || unread.length === 0) return difference;
  const unscored = [...impact.unscored, ...unread];
  return { ...difference, impact: { ...impact, sheets: impact.sheets + unread.length, unscored } };
}
