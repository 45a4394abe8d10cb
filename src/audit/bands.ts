/** The band of the score again, and what the recorded effects make of it. */
import type { Assessment, BandChange, SchemeEffectResult, Truth } from "../model/assessment.js";
import type { BandAction } from "../model/rubric.js";
import type { Ledger } from "./ledger.js";
import { numberOf } from "./rational.js";
import { type Range, inRange } from "./truth.js";

/** Every band that a range of the score may end in, best first; the effects that are open may hold and may not. */
export function bandsIn({ scheme, effects = [] }: Assessment, range: Range): readonly string[] {
  const ladder = ladderOf(scheme);
  const own = ownIn(scheme, range);
  const found = movesOf(effects).reduce((before, { action, result }) => {
    if (result === "false") return before;
    const after = before.map((band) => moved(band, action, ladder));
    return result === "true" ? after : [...before, ...after];
  }, own);
  return ladder.filter((band) => found.includes(band));
}

function ladderOf({ bands = [] }: Assessment["scheme"]): readonly string[] {
  return bands.map(({ id }) => id);
}

function ownIn({ bands = [] }: Assessment["scheme"], range: Range): readonly string[] {
  return bands.filter(({ interval }) => inRange(interval, range) !== "false").map(({ id }) => id);
}

interface Move {
  readonly effect: number;
  readonly action: BandAction;
  readonly result: Truth;
}

function movesOf(effects: readonly SchemeEffectResult[]): readonly Move[] {
  return effects.flatMap(({ action, result }, effect): readonly Move[] =>
    action.kind === "band" || action.kind === "band_at_most" || action.kind === "bands_down"
      ? [{ effect, action, result }]
      : [],
  );
}

/** The first of the ladder is the best. */
function moved(band: string, action: BandAction, ladder: readonly string[]): string {
  const at = ladder.indexOf(band);
  switch (action.kind) {
    case "band":
      return action.band;
    case "band_at_most":
      return at < ladder.indexOf(action.band) ? action.band : band;
    case "bands_down":
      return ladder[at + action.bands] ?? ladder.at(-1)!;
  }
}

export function isOpenMove({ effects = [] }: Assessment): boolean {
  return movesOf(effects).some(({ result }) => result === "unknown");
}

export function checkBands(assessment: Assessment, path: string, ledger: Ledger): void {
  const { decision, scheme, score, effects = [] } = assessment;
  const moves = movesOf(effects);
  if (!scheme.bands) {
    ledger.same(`${path}/band`, decision.band, null);
    ledger.same(`${path}/bands`, decision.bands, undefined);
    return;
  }
  if (moves.length === 0) {
    ledger.same(`${path}/scoreBand`, decision.scoreBand, undefined);
    ledger.same(`${path}/bandChanges`, decision.bandChanges, undefined);
  }
  if (score.status !== "scored") {
    ledger.take();
    return;
  }
  const exact = numberOf(score.exact);
  const range: Range = { least: exact, most: exact };
  const [own] = ownIn(scheme, range);
  const possible = bandsIn(assessment, range);
  const { bands = [] } = decision;
  // An open yes or no that several effects read can rule out what each by itself leaves open; never less.
  const stated = isOpenMove(assessment) ? bands.filter((band) => possible.includes(band)) : possible;
  ledger.same(`${path}/bands`, bands, stated);
  ledger.same(`${path}/band`, decision.band, bands.length === 1 ? bands[0] : null);
  if (moves.length === 0) return;
  ledger.same(`${path}/scoreBand`, decision.scoreBand, own);
  ledger.same(
    `${path}/bandChanges`,
    decision.bandChanges,
    isOpenMove(assessment) ? [] : changesOf(own!, moves, scheme),
  );
}

function changesOf(own: string, moves: readonly Move[], scheme: Assessment["scheme"]): readonly BandChange[] {
  const changes: BandChange[] = [];
  let from = own;
  for (const { effect, action, result } of moves) {
    const to = result === "true" ? moved(from, action, ladderOf(scheme)) : from;
    if (to !== from) changes.push({ effect, from, to });
    from = to;
  }
  return changes;
}
