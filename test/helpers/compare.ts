/** The engine's assessment against what the oracle says, figure by figure. */
import type { Assessment, Adjustment, Bounds, ConditionResult, NodeResult } from "../../src/model/assessment.js";
import { compare as order, print, spelled, total } from "./oracle/rational.js";
import type {
  OracleBounds,
  OracleCondition,
  OracleDecision,
  OracleNode,
  OracleResult,
  OracleScore,
} from "./oracle/result.js";

export interface Comparison {
  /** One line for each difference; empty: they agree. */
  readonly differences: readonly string[];
  readonly compared: number;
}

/** Differences read `where: engine …, oracle …`. */
export function compareResults(assessment: Assessment, said: OracleResult): Comparison {
  const notes = new Notes();
  compareScore(notes, assessment, said.score);
  const { status } = assessment.eligibility;
  if (!said.loose || status !== "undetermined") notes.same("eligibility.status", status, said.eligibility.status);
  notes.same("eligibility.open", assessment.eligibility.open !== undefined, said.eligibility.mayBring);
  compareConditions(notes, "eligibility", assessment.eligibility.conditions, said.eligibility.conditions, said.loose);
  compareConditions(notes, "preference", assessment.preferences, said.preferences, said.loose);
  if (!said.loose)
    notes.same(
      "effects",
      (assessment.effects ?? []).map(({ action, result }) => `${action.kind} ${result}`).join(),
      said.effects.map(({ kind, truth }) => `${kind} ${truth ?? "unknown"}`).join(),
    );
  notes.same("materials.complete", assessment.materials.complete, said.materials.complete);
  notes.same("materials.missing", assessment.materials.missing.join(" "), said.materials.missing.join(" "));
  compareDecision(notes, assessment, said.decision, said.score.relaxed || said.loose);
  notes.same(
    "components",
    assessment.components.map(({ id }) => id).join(" "),
    said.components.map(({ id }) => id).join(" "),
  );
  said.components.forEach(({ id, root }, i) => {
    const engine = assessment.components[i]?.root ?? null;
    notes.same(`${id}.named`, engine !== null, root !== null);
    if (engine !== null && root !== null) compareNode(notes, engine, root);
  });
  return { differences: notes.differences, compared: notes.compared };
}

class Notes {
  readonly differences: string[] = [];
  compared = 0;

  same(where: string, engine: unknown, oracle: unknown): void {
    this.compared += 1;
    if (engine !== oracle) this.differences.push(`${where}: engine ${show(engine)}, oracle ${show(oracle)}`);
  }

  holds(where: string, truth: boolean, engine: unknown, oracle: unknown): void {
    this.compared += 1;
    if (!truth) this.differences.push(`${where}: engine ${show(engine)} does not hold oracle ${show(oracle)}`);
  }
}

const show = (value: unknown): string => JSON.stringify(value) ?? "nothing";

function compareScore(notes: Notes, { score }: Assessment, said: OracleScore): void {
  notes.same("score.status", score.status, said.status);
  notes.same("score.exact", score.exact, said.exact);
  notes.same("score.display", score.display, said.display);
  notes.same("score.certain", score.certain, said.status !== "open");
  if (said.status !== "nothing-scored") compareBounds(notes, "score", score.bounds, said.bounds, said.relaxed);
  if (said.adjusted !== null) notes.same("score.adjustments", adjusted(score.adjustments), said.adjusted);
}

function compareConditions(
  notes: Notes,
  what: string,
  engine: readonly ConditionResult[],
  said: readonly OracleCondition[],
  loose: boolean,
): void {
  notes.same(`${what} conditions`, engine.length, said.length);
  said.forEach(({ id, status, component }, i) => {
    notes.same(`${what} ${id} from`, engine[i]?.from?.component, component);
    // Of bounds that are only contained, an answer may stay open that the bounds themselves would give.
    if (loose && engine[i]?.status === "unknown") return;
    notes.same(`${what} ${id}`, `${engine[i]?.id ?? ""} ${engine[i]?.status ?? ""}`, `${id} ${status}`);
  });
}

/** Where bounds are only contained, more outcomes may seem possible, never fewer. */
function compareDecision(notes: Notes, { decision }: Assessment, said: OracleDecision, relaxed: boolean): void {
  notes.same(
    "decision.threshold",
    decision.threshold === null ? null : print(spelled(decision.threshold)),
    said.threshold,
  );
  notes.same("decision.margin", decision.margin, said.margin);
  if (!relaxed || decision.vetoed !== null) notes.same("decision.vetoed", decision.vetoed, said.vetoed);
  if (relaxed) {
    const [engine, oracle] = [decision.bands ?? [], said.bands ?? []];
    notes.holds(
      "decision.bands",
      oracle.every((band) => engine.includes(band)),
      engine,
      oracle,
    );
  } else {
    notes.same("decision.bands", decision.bands?.join(" "), said.bands?.join(" "));
    notes.same("decision.band", decision.band, said.band);
    notes.same("decision.scoreBand", decision.scoreBand, said.scoreBand);
  }
  notes.same(
    "decision.outcome by certainty",
    decision.outcome,
    decision.certain ? (decision.possible[0] ?? "") : "undetermined",
  );
  // Where the oracle is sure and the engine is not, there is nothing to follow from yet.
  if (decision.certain)
    notes.same("decision.measures", (decision.measures ?? []).map(({ id }) => id).join(" "), said.measures.join(" "));
  else notes.same("decision.measures", decision.measures, undefined);
  if (relaxed) {
    notes.holds(
      "decision.possible",
      said.possible.every((id) => decision.possible.includes(id)),
      decision.possible,
      said.possible,
    );
    notes.holds("decision.certain", !decision.certain || said.certain, decision.certain, said.certain);
    return;
  }
  notes.same("decision.possible", decision.possible.join(" "), said.possible.join(" "));
  notes.same("decision.certain", decision.certain, said.certain);
  notes.same("decision.outcome", decision.outcome, said.outcome);
}

function compareNode(notes: Notes, engine: NodeResult, said: OracleNode): void {
  const at = said.id;
  notes.holds(`${at}.id`, engine.id === at || at.endsWith(`/${engine.id}`), engine.id, at);
  notes.same(`${at}.status`, engine.status, said.status);
  notes.same(`${at}.points`, print(spelled(engine.points)), said.points);
  notes.same(`${at}.available`, engine.available, said.available);
  notes.same(`${at}.awarded`, engine.awarded?.exact ?? null, said.awarded);
  notes.same(`${at}.contribution`, engine.contribution, said.contribution);
  notes.same(`${at}.shortfall`, engine.shortfall, said.shortfall);
  const effects = engine.effects ?? [];
  notes.same(`${at}.effects`, effects.length, said.effects.length);
  said.effects.forEach(({ kind, truth, loose }, i) => {
    const { action, result } = effects[i] ?? {};
    if ((said.relaxed || loose) && result === "unknown") return;
    notes.same(`${at}.effects`, `${action?.kind} ${result}`, `${kind} ${truth ?? "unknown"}`);
  });
  notes.same(`${at}.bounds exist`, engine.bounds !== null, said.bounds !== null);
  if (engine.bounds !== null && said.bounds !== null)
    compareBounds(notes, at, engine.bounds, said.bounds, said.relaxed);
  if (said.adjusted !== null) notes.same(`${at}.adjustments`, adjusted(engine.adjustments), said.adjusted);
  const children = engine.children ?? [];
  notes.same(`${at}.children`, children.length, said.children.length);
  said.children.forEach((child, i) => {
    const other = children[i];
    if (other !== undefined) compareNode(notes, other, child);
  });
}

function compareBounds(notes: Notes, at: string, engine: Bounds, said: OracleBounds, relaxed: boolean): void {
  if (relaxed) {
    notes.holds(`${at}.bounds`, contains(engine, said), [engine.least, engine.most], [said.least, said.most]);
    return;
  }
  notes.same(`${at}.bounds.least`, engine.least, said.least);
  notes.same(`${at}.bounds.most`, engine.most, said.most);
}

/** Whether nothing of `inner` lies outside `outer`. */
export function contains(outer: OracleBounds, inner: OracleBounds): boolean {
  const low = outer.least === null || (inner.least !== null && order(spelled(outer.least), spelled(inner.least)) <= 0);
  const high = outer.most === null || (inner.most !== null && order(spelled(inner.most), spelled(outer.most)) <= 0);
  return low && high;
}

/** The sum of what a node adds to its children, in points of the score. */
export function adjusted(adjustments: readonly Adjustment[]): string {
  return print(total(adjustments.map(({ contribution }) => spelled(contribution ?? "0"))));
}
