/** Points awarded otherwise, on their grid: the nearest above and below that decide; of a panel those of each assessor. */
import { type Exact, add, divide, exact, floorOf, formatExact, multiply, readExact, subtract } from "../base/exact.js";
import { say, titleOf } from "../explain/telling.js";
import type { Read } from "../model/assessment.js";
import type { FactSheet } from "../model/fact.js";
import type { ExactText } from "../model/numbers.js";
import type { ObjectionTrial } from "../model/objection.js";
import { saidBy, withJudgement } from "./fact-sheet.js";
import { type Ground, nearestTrial, rising } from "./ground.js";

export function judgementTrials(read: Read, ground: Ground): readonly ObjectionTrial[] {
  const { leaf, names, owner, factSheet, telling } = ground;
  const { standard } = leaf;
  if (standard.rule !== "judged" && standard.rule !== "panel") return [];
  const [low, high, step] = [standard.low, standard.high, standard.step].map((text) => exact(text)) as [
    Exact,
    Exact,
    Exact,
  ];
  const old = saidBy(factSheet, owner)?.judgements.find(({ indicator }) => names.includes(indicator));
  if (!old) return [];
  const [full] = names;
  const given = read.state === "given" && typeof read.value === "string" ? read.value : undefined;
  const votes: readonly (readonly [index: number | null, points: ExactText, by: string])[] =
    standard.rule === "panel"
      ? (read.judgements ?? []).flatMap(({ points, by }, i) => (points === null ? [] : [[i, points, by] as const]))
      : given === undefined
        ? []
        : [[null, given, read.by ?? ""]];
  return votes.flatMap(([index, points, by]) => {
    const from = readExact(points);
    return [1, -1].flatMap((sign) => {
      const end = divide(sign > 0 ? subtract(high, from) : subtract(from, low), step);
      return nearestTrial(rising([1n, floorOf(end)]), ground, (steps) => {
        const to = formatExact(add(from, multiply({ n: BigInt(sign) * steps, d: 1n }, step)));
        const who = by === "" ? titleOf(leaf.title, telling) : by;
        return {
          change: { kind: "judgement", index, from: points, to, step: formatExact(step) },
          text: `${who}${say(telling, "评分：", ": ")}${points} → ${to}`,
          factSheet: withJudgement(factSheet, owner, old, judged(old, index, to, full)),
        };
      });
    });
  });
}

type Judged = FactSheet["judgements"][number];

function judged(old: Judged, index: number | null, points: ExactText, indicator: string): Judged {
  if (!("judgements" in old)) return { ...old, points };
  return { indicator, judgements: old.judgements.map((each, i) => (i === index ? { ...each, points } : each)) };
}
