/** 63 indicators of all nine rules, each with the facts that it reads and a way to draw them. */
import {
  type DrawnFact,
  type Maker,
  checklistLadder,
  checklistPerItem,
  checklistSum,
  choice,
  choicesSummed,
  eventsAdding,
  eventsDeducting,
  flag,
  judged,
  levelsOf,
  linear,
  stepsOf,
  stepsOfSum,
  tiersOfDecimal,
  tiersOfInteger,
  tiersOfRatio,
  tiersOfYears,
} from "./makers.js";
import type { PlainLeaf } from "./plain.js";

export interface Indicator {
  readonly leaf: PlainLeaf;
  readonly facts: readonly DrawnFact[];
}

/** How often each kind occurs among the 63. */
const MIX: readonly (readonly [number, Maker])[] = [
  [14, flag],
  [8, choice],
  [1, choicesSummed],
  [6, tiersOfDecimal],
  [2, tiersOfInteger],
  [3, tiersOfRatio],
  [1, tiersOfYears],
  [2, stepsOf("floor")],
  [1, stepsOf("ceil")],
  [1, stepsOf("interpolate")],
  [1, stepsOfSum],
  [5, linear],
  [3, checklistSum],
  [2, checklistPerItem],
  [2, checklistLadder],
  [3, eventsDeducting],
  [3, eventsAdding],
  [2, levelsOf("highest")],
  [1, levelsOf("all")],
  [2, judged],
];

/** All kinds spread evenly, so that every part of a sheet is mixed. */
export const MAKERS: readonly Maker[] = MIX.flatMap(([count, make]) =>
  Array.from({ length: count }, (_, i) => ({ place: (i + 0.5) / count, make })),
)
  .sort((a, b) => a.place - b.place)
  .map(({ make }) => make);

export function indicatorOf(make: Maker, id: string, cents: number): Indicator {
  const { facts, scoring, limits } = make(id.toLowerCase(), cents);
  const leaf = {
    id,
    title: `indicator ${id} (${scoring.rule})`,
    points: cents / 100,
    clause: `clause ${id}`,
    ...limits,
    scoring,
  };
  return { leaf, facts };
}
