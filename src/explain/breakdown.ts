/** Questions about the breakdown as sentences: which indicators were read, what was asked of them, the answer. */
import { describeInterval } from "../base/interval.js";
import type { Because, IndicatorRead, NodeResult } from "../model/assessment.js";
import type { Condition, IndicatorQuestion } from "../model/condition.js";
import { type Asked, askedText, pointsText, rangeText } from "./figures.js";
import { type Telling, bracketed, listed, say, titleOf, toldNodes } from "./telling.js";

/** A test that read indicators. */
export type BreakdownBecause = Because & { readonly indicators: readonly IndicatorRead[] };

export function readsBreakdown(because: Because): because is BreakdownBecause {
  return because.indicators !== undefined;
}

/** What was read, up to the answer. */
export function seenText(because: BreakdownBecause, telling: Telling): string {
  const { read, test, indicators, state } = because;
  const name = indicatorName(read, telling);
  if (indicators.length === 0)
    return state === "unknown"
      ? say(telling, `${name} 所在的指标表还没有选定`, `no sheet is named yet for ${name}`)
      : say(telling, `${name} 不适用`, `${name} does not apply`);
  const { word, bounds } = askedOf(test);
  if (word === "points") return standingText(indicators[0]!, telling);
  const inside = say(telling, `${name}的下级指标中，`, `of the indicators below ${name}, `);
  // One child that meets it, or one that does not, decides.
  const decides = word === "any_child" ? "true" : "false";
  const asked = word === "any_child" ? say(telling, "符合的", "as asked") : say(telling, "不符合的", "not as asked");
  const decisive = indicators.filter(({ applies, meets }) => applies === "yes" && meets === decides);
  const open = indicators.filter(
    ({ applies, meets }) => meets === "unknown" || (applies === "open" && meets === decides),
  );
  const names = (list: readonly IndicatorRead[]) =>
    listed(
      list.map((each) => standingText(each, telling)),
      telling,
    );
  if (decisive.length > 0) return `${inside}${names(decisive)}`;
  if (open.length > 0) return `${inside}${names(open)}`;
  return say(
    telling,
    `${inside}没有${asked}（${askedText(bounds, telling)}）`,
    `${inside}none is ${asked} (${askedText(bounds, telling)})`,
  );
}

/** What is asked, on the scale of what was read. */
export function wantedText({ test }: BreakdownBecause, telling: Telling, ofOne: (asked: Asked) => string): string {
  const { word, bounds, negated } = askedOf(test);
  if (word === "points") return ofOne(negated ? { not: bounds } : bounds);
  const asked = askedText(bounds, telling);
  if (word === "any_child")
    return negated
      ? say(telling, `没有一项${asked}`, `none of them ${asked}`)
      : say(telling, `有一项${asked}`, `one of them ${asked}`);
  return negated
    ? say(telling, `不是每一项都${asked}`, `not each of them ${asked}`)
    : say(telling, `每一项都${asked}`, `each of them ${asked}`);
}

interface AskedOfPoints {
  readonly word: "points" | "any_child" | "every_child";
  readonly bounds: Asked;
  readonly negated: boolean;
}

function askedOf(test: Because["test"]): AskedOfPoints {
  const negated = "not" in test;
  const inner = (negated ? test["not"] : test) as Asked;
  const word = (["points", "any_child", "every_child"] as const).find((each) => each in inner)!;
  return { word, bounds: inner[word] as Asked, negated };
}

/** `B2 质量管理得 12 分`; where it was scaled up, from what. */
function standingText({ indicator, points, applies, bounds }: IndicatorRead, telling: Telling): string {
  const name = indicatorName(indicator, telling);
  if (applies === "no" || bounds === null)
    return say(telling, `${name}不适用，没有得分`, `${name} does not apply and has no points`);
  const perhaps = applies === "open" ? say(telling, "（适用的话）", ", if it applies,") : "";
  const { least, most } = bounds;
  const node = nodeOf(indicator, telling);
  const scaled = node?.children !== undefined && node.status !== "not-applicable" && node.available !== node.points;
  const scale = scaled ? bracketed(say(telling, `折算到满分 ${points} 分`, `scaled up to ${points}`), telling) : "";
  if (least !== null && least === most)
    return say(
      telling,
      `${name}${perhaps}得 ${pointsText(least, telling)}${scale}`,
      `${name}${perhaps} has ${pointsText(least, telling)}${scale}`,
    );
  return say(
    telling,
    `${name}${perhaps}得分${rangeText(bounds, telling)}${scale}`,
    `${name}${perhaps} has ${rangeText(bounds, telling)}${scale}`,
  );
}

/** The same questions without an answer. */
export function questionText(
  { kind, indicator, points }: Condition & { kind: IndicatorQuestion },
  telling: Telling,
): string {
  const name = indicatorName(indicator, telling);
  const asked = askedText(Object.fromEntries(describeInterval(points)), telling);
  switch (kind) {
    case "indicator":
      return say(telling, `${name}得分${asked}`, `points of ${name}: ${asked}`);
    case "any_child_of":
      return say(telling, `${name}的下级指标有一项得分${asked}`, `points of one indicator below ${name}: ${asked}`);
    case "every_child_of":
      return say(telling, `${name}的下级指标每一项得分都${asked}`, `points of each indicator below ${name}: ${asked}`);
  }
}

/** Its id with its title; of several with this id, which component it is in. */
export function indicatorName(key: string, telling: Telling): string {
  const found = nodesNamed(key, telling);
  const [only] = found;
  if (!only) return key;
  const id = only.key.slice(only.key.indexOf("/") + 1);
  const alike = nodesNamed(id, telling).length > 1;
  const title = titleOf(only.node.title, telling);
  return only.node.level === 0 ? title : `${alike ? only.key : id} ${title}`;
}

/** As what stands at this key is told. */
export function tellingOfKey(key: string, telling: Telling): Telling {
  const told = telling.assessment.components.flatMap(({ id, root }) =>
    root
      ? toldNodes(root, telling).map((each) => ({ ...each, key: each.node.level === 0 ? id : `${id}/${each.node.id}` }))
      : [],
  );
  return told.find((each) => each.key === key)?.telling ?? telling;
}

export function nodeOf(key: string, telling: Telling): NodeResult | undefined {
  return nodesNamed(key, telling)[0]?.node;
}

interface Placed {
  readonly key: string;
  readonly node: NodeResult;
}

function nodesNamed(name: string, { assessment: { components }, instance }: Telling): readonly Placed[] {
  const all = components.flatMap(({ id, root }) => (root ? placed(root, id) : []));
  const named = (wanted: string) => all.filter(({ key }) => key === wanted || key.endsWith(`/${wanted}`));
  // Where one instance is told of, its own indicators are meant.
  const own = instance ? named(`${name}[${instance.id}]`) : [];
  return own.length > 0 ? own : named(name);
}

function placed(node: NodeResult, component: string): readonly Placed[] {
  const key = node.level === 0 ? component : `${component}/${node.id}`;
  return [{ key, node }, ...(node.children ?? []).flatMap((child) => placed(child, component))];
}
