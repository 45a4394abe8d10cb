/** Totals of exactly 80: the rows where arithmetic shows, and too rare to wait for. */
import { allLeaves, floatTotal } from "./approach.js";
import { floatLeaf } from "./approaches/floats.js";
import type { Enterprise } from "./plain.js";
import { type BenchRubric, THRESHOLD, judgedLeaves } from "./rubric.js";

/**
 * The same enterprise with judgements that make its total exactly the threshold; undefined where none do. It must
 * score whole hundredths, so that its total has three decimals and a double, rounded to them, tells it exactly.
 */
export function steerer(rubric: BenchRubric): (enterprise: Enterprise) => Enterprise | undefined {
  const leaves = allLeaves(rubric).map((leaf) => floatLeaf(leaf, rubric));
  const totalOf = floatTotal(rubric);
  const [inBase, inSector] = [judgedLeaves(rubric)[0]!, judgedLeaves(rubric)[1]!];
  const [most, mostInSector] = [hundredths(inBase.points), hundredths(inSector.points)];
  return (enterprise) => {
    const judged = (base: number, sector: number): Enterprise => ({
      facts: enterprise.facts,
      judgements: { [inBase.id]: base / 100, [inSector.id]: sector / 100 },
    });
    const unjudged = judged(0, 0);
    const lacking = Math.round(1000 * (THRESHOLD - totalOf(leaves.map((leaf) => leaf(unjudged)))));
    // A hundredth in the base sheet is worth seven thousandths of the total, in the sector sheet three.
    for (let base = 0; base <= most && 7 * base <= lacking; base += 1) {
      const sector = (lacking - 7 * base) / 3;
      if (Number.isInteger(sector) && sector <= mostInSector) return judged(base, sector);
    }
    return undefined;
  };
}

function hundredths(points: number): number {
  return Math.round(points * 100);
}
