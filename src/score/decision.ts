/**
 * Outcomes while something is open. First-true over three values is not enough: with a score between 70 and 90 both
 * "≥ 80" and "< 80" are unknown, and a third, impossible branch would appear. So the range of the score is cut at
 * every number that an outcome names, and each piece is decided by itself.
 */
import { type Amount, exactOf, formatAmount, minus, order } from "../base/amount.js";
import { type Exact, compare, floorOf, multiply } from "../base/exact.js";
import { movesBand } from "../compile/scheme-effects.js";
import type { Known, Program, ScoreRange, Slot, View } from "../compile/program.js";
import type { Because, Decision, EligibilityStatus, OutcomeReason, Truth } from "../model/assessment.js";
import { bandChanges, bandsUnder, ownBandsOf } from "./bands.js";
import type { ScoreStanding } from "./blend.js";
import type { Vetoes } from "./effects.js";

export interface Decidable {
  readonly program: Program;
  /** The facts and the breakdown. */
  readonly view: View;
  readonly score: ScoreStanding;
  readonly eligibility: EligibilityStatus;
  /** Undefined where no rubric knows a veto. */
  readonly vetoes: Vetoes | undefined;
}

export function decide(question: Decidable): Decision {
  const { program, score, vetoes } = question;
  const { scheme, threshold } = program;
  const { possible, bands } = stillPossible(question);
  const certain = possible.length === 1;
  const measures = certain ? scheme.outcomes.find(({ id }) => id === possible[0])?.measures : undefined;
  return {
    outcome: certain ? possible[0]! : "undetermined",
    certain,
    possible,
    goal: scheme.goal,
    threshold: threshold ? threshold.text : null,
    margin: threshold && score.value !== null ? formatAmount(minus(score.value, threshold.amount)) : null,
    band: bandOf(question, bands),
    ...(program.bands.length > 0 && { bands }),
    ...scoreBandOf(question),
    ...(vetoes && { vetoed: vetoes.vetoed === "unknown" ? null : vetoes.vetoed === "true", vetoes: vetoes.vetoes }),
    ...(measures && { measures }),
    reasons: reasonsOf(question, bands),
  };
}

/** Of no score there is no band. */
function bandOf({ score }: Pick<Decidable, "score">, bands: readonly string[]): string | null {
  return bands.length === 1 && !score.mayBeNothing ? bands[0]! : null;
}

/** The band before any effect on it. */
function scoreBandOf({ program, view, score }: Decidable): Pick<Decision, "scoreBand" | "bandChanges"> {
  if (!program.effects.some(({ effect }) => movesBand(effect.action))) return {};
  const own = piecesOf(score, program).flatMap((piece) => ownBandsOf(program, piece));
  const [first, ...others] = new Set(own);
  const isOpen = first === undefined || others.length > 0 || score.mayBeNothing;
  return {
    scoreBand: isOpen ? null : first,
    bandChanges: (isOpen ? undefined : bandChanges(program, view, first)) ?? [],
  };
}

interface StillPossible {
  /** Outcomes in scheme order. */
  readonly possible: readonly string[];
  /** Best first. */
  readonly bands: readonly string[];
}

/** More than can be reached, perhaps; never less. */
function stillPossible({ program, view, score, eligibility, vetoes }: Decidable): StillPossible {
  const outcomes = new Set<number>();
  const reached = new Set<string>();
  const statuses = eligibility === "undetermined" ? (["eligible", "ineligible"] as const) : [eligibility];
  const pieces = piecesOf(score, program);
  for (const known of assumptions(program, view.known, score)) {
    const bandsOf = bandsUnder(program, { ...view, known });
    for (const range of pieces) {
      const bands = bandsOf(range);
      bands.forEach((band) => reached.add(band));
      // Each band by itself: of two that a score may end in it has one.
      for (const one of bands.length > 1 ? bands.map((band) => [band]) : [bands])
        for (const status of statuses)
          for (const vetoed of eitherOf(vetoes?.vetoed ?? "false"))
            collect(program, { ...view, known, score: range, bands: one, vetoed, eligibility: status }, outcomes);
    }
  }
  return {
    possible: program.scheme.outcomes.filter((_, index) => outcomes.has(index)).map((outcome) => outcome.id),
    bands: program.bands.map(({ id }) => id).filter((id) => reached.has(id)),
  };
}

function eitherOf(truth: Truth): readonly Truth[] {
  return truth === "unknown" ? ["true", "false"] : [truth];
}

/** False: not this one. Unknown: perhaps this one. True: this one at the latest. */
function collect(program: Program, view: View, found: Set<number>): void {
  for (const [index, outcome] of program.outcomes.entries()) {
    const answer = outcome ? outcome.evaluate(view, null) : "true";
    if (answer === "false") continue;
    found.add(index);
    if (answer === "true") return;
  }
}

/** The range of the score as points and open pieces between the cuts; null: no score at all. */
function piecesOf(score: ScoreStanding, { cuts, round }: Program): readonly (ScoreRange | null)[] {
  const pieces: (ScoreRange | null)[] = score.mayBeNothing ? [null] : [];
  if (score.hull === null) return pieces;
  const { least, most } = score.hull;
  const inside = cuts.filter(
    (cut) => (least === null || order(cut, least) > 0) && (most === null || order(cut, most) < 0),
  );
  const edges = [least, ...inside, most];
  edges.forEach((edge, i) => {
    if (edge !== null && !(i > 0 && edges[i - 1] !== null && order(edge, edges[i - 1]!) === 0))
      pieces.push(point(edge));
    if (i === edges.length - 1) return;
    const next = edges[i + 1]!;
    if (edge === null || next === null || (order(edge, next) < 0 && isReached(edge, next, round))) {
      pieces.push({ least: edge, leastOpen: true, most: next, mostOpen: true });
    }
  });
  return pieces;
}

/** A rounded score lies on its grid, and between two numbers there may be none of it. */
function isReached(least: Amount, most: Amount, round: Program["round"]): boolean {
  if (!round) return true;
  const scale: Exact = { n: 10n ** BigInt(round.rounding.places), d: 1n };
  const next = floorOf(multiply(exactOf(least), scale)) + 1n;
  return compare({ n: next, d: 1n }, multiply(exactOf(most), scale)) < 0;
}

function point(value: Amount): ScoreRange {
  return { least: value, leastOpen: false, most: value, mostOpen: false };
}

const MOST_COMBINATIONS = 4096;
/** Facts held in all assumptions together: a rubric of ten thousand facts is not copied thousands of times. */
const MOST_COPIED = 4_000_000;

/** Every way in which the open booleans and choices that outcomes read may turn out; too many are left unknown. */
function assumptions(program: Program, known: readonly Known[], score: ScoreStanding): readonly (readonly Known[])[] {
  let ways: (readonly Known[])[] = [known];
  const missable = (slot: number): boolean =>
    program.missable.has(slot) || score.components.some(({ selected }) => selected.sheet?.missable.has(slot));
  for (const slot of program.outcomeSlots) {
    const state = known[slot]!.state;
    if (state !== "unknown" && state !== "invalid") continue;
    const values = valuesOf(program.slots[slot]!, missable(slot));
    if (values.length === 0) continue;
    const more = ways.length * values.length;
    if (more > MOST_COMBINATIONS || more * known.length > MOST_COPIED) return [known];
    ways = ways.flatMap((way) =>
      values.map((value) => {
        const assumed = [...way];
        assumed[slot] = value;
        return assumed;
      }),
    );
  }
  return ways;
}

/** A fact may turn out missing where some rule or condition speaks of that. */
function valuesOf(slot: Slot, missable: boolean): readonly Known[] {
  if (slot.kind !== "supplied") return [];
  const { declaration, unknown, missing } = slot;
  const given = (value: boolean | string): Known => ({ ...unknown, state: "given", value });
  const without = missable ? [missing] : [];
  if (declaration.type === "boolean") return [given(true), given(false), ...without];
  if (declaration.type === "choice") return [...declaration.options.map((option) => given(option.id)), ...without];
  return [];
}

/** What each outcome was asked, up to the first that holds for certain. */
function reasonsOf(
  { program, view: facts, score, eligibility, vetoes }: Decidable,
  bands: readonly string[],
): readonly OutcomeReason[] {
  const range: ScoreRange | null | undefined =
    score.hull === null
      ? null
      : score.mayBeNothing
        ? undefined
        : { least: score.hull.least, leastOpen: false, most: score.hull.most, mostOpen: false };
  const view: View = {
    ...facts,
    ...(range !== undefined && { score: range, bands }),
    vetoed: vetoes?.vetoed ?? "false",
    eligibility,
  };
  const band = bandOf({ score }, bands);
  const reasons: OutcomeReason[] = [];
  for (const [index, outcome] of program.outcomes.entries()) {
    const { id, title, clause, source, when } = program.scheme.outcomes[index]!;
    const because: Because[] = [];
    const result = outcome ? outcome.evaluate(view, because) : "true";
    reasons.push({
      outcome: id,
      ...(title !== undefined && { title }),
      result,
      ...(clause !== undefined && { clause }),
      ...(source !== undefined && { source }),
      ...(when && { asks: when }),
      because: because.map((entry) => withScore(entry, score, band)),
    });
    if (result === "true") break;
  }
  return reasons;
}

function withScore(entry: Because, { value }: ScoreStanding, band: string | null): Because {
  if (entry.read === "band") return { ...entry, value: band, state: band === null ? "unknown" : "given" };
  if (entry.read !== "score") return entry;
  return { ...entry, value: value === null ? null : formatAmount(value), state: value === null ? "unknown" : "given" };
}
