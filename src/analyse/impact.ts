/** Fact sheets, scored with the old version of a rubric and with the new one: whose verdict flips, and how far others move. */
import { compare, readExact } from "../base/exact.js";
import type { Library } from "../compile/find.js";
import type { Assessment, Finding } from "../model/assessment.js";
import type { Standing } from "../model/difference.js";
import type { FactSheet } from "../model/fact.js";
import type { LoadedRubric } from "../model/rubric-set.js";
import type { ExtremeImpact, Impact, NamedFactSheet, SheetImpact, VerdictFlip } from "../model/rubric-difference.js";
import { assessedStanding, scoreDifference } from "../score/parting.js";
import { type Scorer, forFormer, scorerWith, standIn } from "./in-place.js";

export interface Compared {
  readonly old: readonly LoadedRubric[];
  readonly now: readonly LoadedRubric[];
  /** Both versions of each rubric that is on both sides. */
  readonly pairs: readonly { readonly before: LoadedRubric; readonly after: LoadedRubric }[];
  readonly others: Library;
}

export interface Impacts {
  readonly flips: readonly VerdictFlip[];
  readonly impact: Impact;
}

export function impactOf({ old, now, pairs, others }: Compared, sheets: readonly NamedFactSheet[]): Impacts {
  const former = new Map(pairs.map(({ before, after }) => [after.rubric.id, before.rubric.id]));
  const standing = now.map((loaded) => standIn(loaded, former));
  const ids = new Set([...old, ...now].map(({ rubric }) => rubric.id));
  const sides = {
    old: { rubrics: old, score: scorerWith(old, others, ids) },
    now: { rubrics: standing, score: scorerWith(standing, others, ids) },
  };
  const results = sheets.map(({ file, factSheet }) =>
    resultOf({ file, factSheet: forFormer(factSheet, former) }, sides),
  );
  const counted = (kind: Result["kind"]): number => results.filter((result) => result.kind === kind).length;
  const flips = results.flatMap((result) => (result.kind === "flipped" ? [result.flip] : []));
  const moves = [...flips, ...results.flatMap((result) => (result.kind === "moved" ? [result.move] : []))];
  return {
    flips,
    impact: {
      sheets: sheets.length,
      flipped: flips.length,
      moved: counted("moved"),
      same: counted("same"),
      elsewhere: counted("elsewhere"),
      up: extreme(moves, 1),
      down: extreme(moves, -1),
      unscored: results.flatMap((result) => (result.kind === "unscored" ? [result.unscored] : [])),
    },
  };
}

interface Side {
  readonly rubrics: readonly LoadedRubric[];
  readonly score: Scorer;
}

type Sides = Readonly<Record<"old" | "now", Side>>;

type Result =
  | { readonly kind: "flipped"; readonly flip: VerdictFlip }
  | { readonly kind: "moved"; readonly move: SheetImpact }
  | { readonly kind: "same" | "elsewhere" }
  | { readonly kind: "unscored"; readonly unscored: Impact["unscored"][number] };

function resultOf({ file, factSheet }: NamedFactSheet, sides: Sides): Result {
  if (isForOtherVersion(factSheet, sides)) return { kind: "elsewhere" };
  const [before, after] = [sides.old.score(factSheet), sides.now.score(factSheet)];
  if ("findings" in before) {
    const both = "findings" in after;
    return { kind: "unscored", unscored: { file, with: both ? "both" : "before", findings: before.findings } };
  }
  if ("findings" in after) return { kind: "unscored", unscored: { file, with: "after", findings: after.findings } };
  const [old, now] = [before.assessment, after.assessment];
  const [from, to] = [assessedStanding(old), assessedStanding(now)];
  const move = { file, before: from, after: to, points: scoreDifference(old, now), findings: newErrors(old, now) };
  const flip = flipBetween(from, to);
  if (flip) return { kind: "flipped", flip: { ...move, ...flip } };
  if (!isSameScore(old, now)) return { kind: "moved", move };
  return { kind: reads(old, sides.old) || reads(now, sides.now) ? "same" : "elsewhere" };
}

/** It names a version of the scheme that is neither the old nor the new one. */
function isForOtherVersion({ scheme }: FactSheet, { old, now }: Sides): boolean {
  if (scheme.version === undefined) return false;
  const schemes = [...old.rubrics, ...now.rubrics].filter(({ rubric }) => rubric.id === scheme.id);
  return schemes.length > 0 && !schemes.some(({ rubric }) => rubric.version === scheme.version);
}

/** Whether the scheme or one of the sheets is what is compared. */
function reads({ scheme, components }: Assessment, { rubrics }: Side): boolean {
  return rubrics.some(({ rubric: { kind, id } }) =>
    kind === "scheme" ? scheme.id === id : components.some(({ sheet }) => sheet?.id === id),
  );
}

function flipBetween(before: Standing, after: Standing): Pick<VerdictFlip, "by" | "from" | "to"> | undefined {
  if (before.outcome !== after.outcome) return { by: "outcome", from: before.outcome, to: after.outcome };
  if (before.band !== after.band) return { by: "band", from: before.band ?? "none", to: after.band ?? "none" };
  if (before.eligibility === after.eligibility) return undefined;
  return { by: "eligibility", from: before.eligibility, to: after.eligibility };
}

function isSameScore(before: Assessment, after: Assessment): boolean {
  const ends = ({ score: { status, exact, bounds } }: Assessment): string =>
    [status, exact, bounds.least, bounds.most].join(" ");
  return ends(before) === ends(after);
}

/** What fits the old version and not the new one. */
function newErrors(before: Assessment, after: Assessment): readonly Finding[] {
  const name = ({ code, path }: Finding): string => `${code} ${path}`;
  const known = new Set(before.findings.map(name));
  return after.findings.filter((found) => found.severity === "error" && !known.has(name(found)));
}

/** The first of the largest. */
function extreme(moves: readonly SheetImpact[], sign: 1 | -1): ExtremeImpact | null {
  let best: ExtremeImpact | null = null;
  for (const { file, points } of moves) {
    if (points === null || compare(readExact(points), readExact(best?.points ?? "0")) !== sign) continue;
    best = { file, points };
  }
  return best;
}
