/** Causes as an auditor needs them: with the arithmetic of both sides, and the line of the rubric. */
import { conditionStory } from "../explain/conditions.js";
import { effectStory } from "../explain/effects.js";
import { nodeStory } from "../explain/nodes.js";
import { schemeAdjustmentStory } from "../explain/adjustments.js";
import { tellingOf } from "../explain/telling.js";
import type { Assessment, NodeResult } from "../model/assessment.js";
import type { Language } from "../model/language.js";
import type { ReplayCause, RubricPlace } from "../model/record.js";
import type { Indicator, Rubric } from "../model/rubric.js";
import { readDocument } from "../parse/read-document.js";
import { type BareCause, conditionsIn, nodesOf } from "./causes.js";

/** A rubric that was used, and the file it came from, where it came from one. */
export interface UsedRubric {
  readonly rubric: Rubric;
  readonly file?: string | undefined;
}

/** Of thousands the first say enough: a story takes time, and a record may be anybody's. */
const MOST_TOLD = 100;

export function tellCauses(
  causes: readonly BareCause[],
  recorded: Assessment,
  replayed: Assessment,
  used: readonly UsedRubric[],
): readonly ReplayCause[] {
  const told = causes.slice(0, MOST_TOLD);
  const before = storiesOf(told, recorded);
  const after = storiesOf(told, replayed);
  const place = placer(replayed, used);
  const [stepsBefore, stepsAfter] = [nodesOf(recorded), nodesOf(replayed)];
  return causes.map((cause, i) => ({
    ...cause,
    steps: {
      recorded: cause.kind === "node" ? (stepsBefore.get(cause.id)?.steps ?? []) : [],
      replayed: cause.kind === "node" ? (stepsAfter.get(cause.id)?.steps ?? []) : [],
    },
    story: { recorded: before[i] ?? NONE, replayed: after[i] ?? NONE },
    rubric: i < MOST_TOLD ? place(cause) : null,
  }));
}

const NONE = { zh: [], en: [] };

type Stories = ReplayCause["story"]["recorded"];

function storiesOf(causes: readonly BareCause[], assessment: Assessment): readonly Stories[] {
  const nodes = nodesOf(assessment);
  const tell = (cause: BareCause, lang: Language): readonly string[] => {
    try {
      return storyOf(cause, assessment, nodes, lang);
    } catch {
      // A recorded assessment under right digests may still be none.
      return [];
    }
  };
  return causes.map((cause) => ({ zh: tell(cause, "zh"), en: tell(cause, "en") }));
}

function storyOf(
  { id, kind }: BareCause,
  assessment: Assessment,
  nodes: ReadonlyMap<string, NodeResult>,
  lang: Language,
): readonly string[] {
  const telling = tellingOf(assessment, lang, false);
  if (kind === "scheme") return assessment.score.adjustments.map((entry) => schemeAdjustmentStory(entry, telling).text);
  if (kind === "condition") {
    const effect = assessment.effects?.[effectIn(id) ?? -1];
    if (effect) return [effectStory(effect, telling)];
    const asked = conditionsIn(assessment).find((condition) => condition.id === id);
    return asked ? conditionStory(asked, telling).because : [];
  }
  const node = nodes.get(id);
  if (!node) return [];
  const { story, details, adjustments } = nodeStory(node, telling);
  return [story, ...details, ...adjustments.map(({ text }) => text)].filter((line) => line !== "");
}

/** Where the rubrics that were used say what the causes are about; each text is read once. */
function placer(assessment: Assessment, used: readonly UsedRubric[]): (cause: BareCause) => RubricPlace | null {
  const lines = new Map<Rubric, (path: string) => number | null>();
  const lineOf = ({ rubric }: UsedRubric, path: string): number | null => {
    const known = lines.get(rubric) ?? linesIn(rubric);
    lines.set(rubric, known);
    return known(path);
  };
  return (cause) => {
    const found = placeOf(cause, assessment, used);
    if (!found) return null;
    const { id, version } = found.used.rubric;
    const { path } = found;
    return { id, version, file: found.used.file ?? null, path, line: lineOf(found.used, path) };
  };
}

function linesIn({ origin }: Rubric): (path: string) => number | null {
  const document = origin?.text === undefined ? undefined : readDocument(origin.text, "rubric").document;
  return (path) => document?.locate(path, "value")?.start.line ?? null;
}

interface Place {
  readonly used: UsedRubric;
  readonly path: string;
}

function placeOf({ id, kind }: BareCause, assessment: Assessment, used: readonly UsedRubric[]): Place | undefined {
  const scheme = used.find(({ rubric }) => rubric.kind === "scheme");
  if (kind === "node") {
    const [component = "", ...rest] = id.split("/");
    const named = assessment.components.find((entry) => entry.id === component)?.sheet;
    const sheet = used.find(({ rubric }) => rubric.kind === "sheet" && rubric.id === named?.id) ?? scheme;
    const root = sheet && rootOf(sheet.rubric);
    const indicator = root && (rest.length === 0 ? root : indicatorIn(root, rest.join("/").replace(/\[.*$/, "")));
    return sheet && indicator ? { used: sheet, path: indicator.path } : undefined;
  }
  if (kind === "scheme") return scheme && { used: scheme, path: "" };
  const effect = effectIn(id);
  for (const one of used) {
    const { rubric } = one;
    const path =
      effect !== undefined && rubric.kind === "scheme" ? rubric.effects[effect]?.path : conditionPath(rubric, id);
    if (path !== undefined) return { used: one, path };
  }
  return undefined;
}

/** Effects of a scheme are called by their place. */
function effectIn(id: string): number | undefined {
  const place = /^effects\/(\d+)$/.exec(id)?.[1];
  return place === undefined ? undefined : Number(place);
}

function conditionPath(rubric: Rubric, id: string): string | undefined {
  const conditions =
    rubric.kind === "scheme"
      ? [...rubric.eligibility, ...rubric.preferences, ...(rubric.sheet?.eligibility ?? [])]
      : rubric.eligibility;
  return conditions.find((condition) => condition.id === id)?.path;
}

function rootOf(rubric: Rubric): Indicator | undefined {
  return rubric.kind === "sheet" ? rubric.root : rubric.sheet?.root;
}

function indicatorIn(node: Indicator, id: string): Indicator | undefined {
  if (node.level > 0 && node.id === id) return node;
  if (node.kind !== "group") return undefined;
  return node.children.map((child) => indicatorIn(child, id)).find((found) => found !== undefined);
}
