/** The band of the score, and what the effects of a scheme make of it, while either may be open. */
import { movesBand } from "../compile/scheme-effects.js";
import type { Program, ScoreRange, View } from "../compile/program.js";
import type { BandChange, Truth } from "../model/assessment.js";
import type { BandAction } from "../model/rubric.js";

/** Ids of the bands that a range of the score can lead to, best first. More than can be reached, perhaps; never less. */
export type BandsOf = (range: ScoreRange | null) => readonly string[];

/** Under the facts of the view; the effects are asked once for all ranges. */
export function bandsUnder(program: Program, view: View): BandsOf {
  const ladder = program.bands.map(({ id }) => id);
  const moves = movesUnder(program, view);
  return (range) => {
    const own = new Set(rungsOf(program, range));
    const found = moves.reduce((before, { action, holds }) => moved(before, holds, action, ladder), own);
    return ladder.filter((_, i) => found.has(i));
  };
}

/** Of the score alone. */
export function ownBandsOf(program: Program, range: ScoreRange | null): readonly string[] {
  return rungsOf(program, range).map((i) => program.bands[i]!.id);
}

/** Places in the ladder, from 0; of no score there is none. */
function rungsOf({ bands }: Program, range: ScoreRange | null): readonly number[] {
  return range === null ? [] : bands.flatMap(({ holds }, i) => (holds(range) === "false" ? [] : [i]));
}

interface Move {
  readonly effect: number;
  readonly action: BandAction;
  readonly holds: Truth;
}

function movesUnder({ effects }: Program, view: View): readonly Move[] {
  return effects.flatMap(({ effect: { action }, when }, effect) =>
    movesBand(action) ? [{ effect, action, holds: when.evaluate(view, null) }] : [],
  );
}

/** In the order written, each on what those before it left; an open one may hold and may not. */
function moved(before: ReadonlySet<number>, holds: Truth, action: BandAction, ladder: readonly string[]): Set<number> {
  if (holds === "false") return new Set(before);
  const after = [...before].map((rung) => rungAfter(rung, action, ladder));
  return new Set(holds === "true" ? after : [...before, ...after]);
}

/** Higher places are worse. */
function rungAfter(rung: number, action: BandAction, ladder: readonly string[]): number {
  switch (action.kind) {
    case "band":
      return ladder.indexOf(action.band);
    case "band_at_most":
      return Math.max(rung, ladder.indexOf(action.band));
    case "bands_down":
      return Math.min(rung + action.bands, ladder.length - 1);
  }
}

/** What happened to a band that is known, effect by effect; undefined while one of them is open. */
export function bandChanges(program: Program, view: View, own: string): readonly BandChange[] | undefined {
  const ladder = program.bands.map(({ id }) => id);
  const changes: BandChange[] = [];
  let rung = ladder.indexOf(own);
  for (const { effect, action, holds } of movesUnder(program, view)) {
    if (holds === "unknown") return undefined;
    if (holds === "false") continue;
    const next = rungAfter(rung, action, ladder);
    if (next !== rung) changes.push({ effect, from: ladder[rung]!, to: ladder[next]! });
    rung = next;
  }
  return changes;
}
