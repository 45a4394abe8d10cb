/**
 * An auditor with nothing but the printed story: reads every line back and recomputes whatever the line says was
 * computed. Own rationals, own reading; nothing of `src`, no rubric. What does not add up comes back as sentences.
 */
import type { Q } from "../helpers/oracle/rational.js";
import {
  ZERO,
  add,
  ceil,
  display,
  div,
  equal,
  floor,
  less,
  max,
  mul,
  print,
  spelled,
  sub,
  total,
  whole,
} from "../helpers/oracle/rational.js";

export interface Audit {
  readonly score: string;
  readonly wrong: readonly string[];
}

/** One indicator as printed. */
interface Entry {
  readonly name: string;
  readonly chain: readonly string[];
  readonly details: readonly string[];
  readonly adjustments: string[];
  readonly children: Entry[];
  /** Null where it does not apply. */
  readonly end: { readonly awarded: Q; readonly points: Q; readonly contribution: Q; readonly apply?: Q } | null;
}

type Say = (sentence: string) => void;

const N = String.raw`(-?\d+(?:\.\d+)?)`;
const Q_ = String.raw`(-?\d+(?:\.\d+)?(?:/\d+)?)`;
/** A number that may stand in brackets of its own. */
const B = String.raw`\(?${Q_}\)?`;
const ABOUT = String.raw`(?:（约 ${N}）| \(about ${N}\))?`;
const line = (...forms: readonly string[]): RegExp => new RegExp(`^(?:${forms.join("|")})$`, "u");

const CONTRIBUTION = line(`计入总分 ${Q_}${ABOUT}`, `${Q_}${ABOUT} in the score`);
const AWARD = line(`${Q_}${ABOUT} ?/ ${N} 分`, `${Q_}${ABOUT} of ${N} points?`);
/** Of the points, those that apply. */
const LESS = new RegExp(`(?:（适用的只有 ${Q_} 分）| \\(${Q_} of them apply\\))$`, "u");
const OUT = line("不计分，也不占分值", "neither its points nor their maximum count");
const SHARE = line(
  `适用的指标满分共 ${Q_} 分，折算：${Q_} × ${N} ÷ ${B} = ${Q_}`,
  `of the ${Q_} points? that apply: ${Q_} × ${N} ÷ ${B} = ${Q_}`,
);
const TIER = line(String.raw`(.*\d.*) 档`, String.raw`tier (.*\d.*)`);
const BETWEEN = line(
  `${N}（${N} 分）与 ${N}（${N} 分）之间按比例`,
  String.raw`in proportion between ${N} \(${N}\) and ${N} \(${N}\)`,
);
const LINE = line(String.raw`${N} \+ \(${Q_} − ${B}\) ÷ \(${N} − ${B}\) × \(${N} − ${B}\) = ${Q_}`);
const PRODUCT = line(String.raw`${N} [+−] ${B} × ${N} = ${Q_}`);
/** On a knot there is nothing to compute. */
const KNOT = line(`正好是 ${N}，按标准中 ${N} 的分值计`, `exactly ${N}, worth what the standard gives for ${N}`);
const COUNTED = line(
  `从 ${N} 起每(满?) ${N} ?(?:.*?)(计一次|计一次（不足的也算）|为一份)，(?:共|按比例折成) ${Q_} [次份]`,
  `from ${N}, (once for every full|once for every|every) ${N}(.*?): ${Q_} times?`,
);
const SUM = line(String.raw`((?:${Q_})(?: [+−] (?:${Q_}))*)(?: = ${Q_})?(?:，各项相加|, all added)?`);
const UNCHANGED = line("没有要加减的记录", "no entry changes it");
/** What a point below a group is worth in the score. */
const WORTH = line(
  `下面每一分，计入总分 ${Q_} 分${ABOUT}`,
  `below, every point is worth ${Q_} points?${ABOUT} of the score`,
);
const START = line(`从 ${N} 分起`, `from ${N} points?`);
const MISSING = line(`没有资料的按 ${N} 分计`, `without it ${N} points?`);
const LIMIT = line(
  `${Q_}，(?:封顶为 ${N}|低于下限，按 ${N} 计)`,
  `${Q_} is (?:above the cap|below the floor), counts as ${N}`,
);
const ITEMS_ZH = /^(\d+) 项中 (\d+) 项为“(是|否)”$/;
const ITEMS_EN = /^(\d+) of (\d+) items?: (yes|no)$/;
const JUDGED = line(`.*评 ${N} 分`, `.* awarded ${N}`);
const BEST = line(String.raw`分别为 (.*) 分，取最高`, String.raw`worth (.*), the best counts`);
const COMPONENT = line(`(\\S+)  (?:计入总分：|in the score: )${Q_} × ${N} × ${N} ÷ ${N} = ${Q_}`);
const ENTRIES = /(?:^|[：:] ?)(\d+) (?:条记录|entry|entries)$/;

/** The groups that took part, numbers and words alike. */
function groups(pattern: RegExp, text: string): readonly string[] | undefined {
  const found = pattern.exec(text);
  return found ? found.slice(1).filter((group) => group !== undefined) : undefined;
}

const numbers = (texts: readonly string[]): readonly Q[] => texts.map(spelled);

export function audit(text: string): Audit {
  const wrong: string[] = [];
  const say: Say = (sentence) => wrong.push(sentence);
  const lines = text.split("\n");
  const verdict = lines.flatMap(
    (one) => groups(line(` *得分 ${Q_} 分.*`, ` *the score is ${Q_} points?.*`), one) ?? [],
  )[0];
  const brought = components(section(lines, ["指标", "Indicators"]).slice(1), say);
  const [printed] = section(lines, ["合计", "Total"]);
  const score = sumOf(printed!.trim(), brought, "the total", say);
  if (verdict === undefined || !equal(spelled(verdict), score)) say(`the verdict says ${verdict}, not ${print(score)}`);
  return { score: print(score), wrong };
}

/** The lines below a heading, up to the next empty one. */
function section(lines: readonly string[], headings: readonly string[]): readonly string[] {
  const from = lines.findIndex((one) => headings.includes(one)) + 1;
  return lines.slice(from, lines.indexOf("", from));
}

/** What each component brings to the score. */
function components(lines: readonly string[], say: Say): readonly Q[] {
  const rest = [...lines];
  const brought: Q[] = [];
  while (rest.length > 0) {
    const root = entryFrom(rest, 2);
    const found = groups(COMPONENT, rest.shift()!.trim());
    if (!found || !root.end) throw new Error(`no sum of the component ${root.name}`);
    if (!root.name.startsWith(`${found[0]!} `)) say(`the sum of ${found[0]!} stands below ${root.name}`);
    const [awarded, weight, points, all, worth] = numbers(found.slice(1)) as [Q, Q, Q, Q, Q];
    same(awarded, root.end.awarded, `${root.name}: awarded`, say);
    same(all, root.end.points, `${root.name}: points`, say);
    const factor = div(mul(weight, points), all);
    same(mul(awarded, factor), worth, `${root.name}: weighted`, say);
    check(root, factor, say);
    brought.push(worth);
  }
  return brought;
}

/** A heading, its story, the lines that belong to it, and everything further in. */
function entryFrom(rest: string[], indent: number): Entry {
  const name = rest.shift()!.trim();
  const chain = rest.shift()!.trim().split(" → ");
  const entry = { name, chain, details: [] as string[], adjustments: [] as string[], children: [] as Entry[] };
  while (rest.length > 0) {
    const next = rest[0]!;
    const depth = /^ */.exec(next)![0].length;
    if (depth <= indent) break;
    if (next.trim().startsWith("· ")) entry.details.push(rest.shift()!.trim().slice(2));
    else if (next.trim().startsWith("± ")) entry.adjustments.push(rest.shift()!.trim().slice(2));
    else entry.children.push(entryFrom(rest, depth));
  }
  return { ...entry, end: endOf(chain) };
}

function endOf(chain: readonly string[]): Entry["end"] {
  const last = chain[chain.length - 1]!;
  if (OUT.test(last)) return null;
  const link = chain[chain.length - 2] ?? "";
  const less = LESS.exec(link);
  const [award, worth] = [groups(AWARD, link.replace(LESS, "")), groups(CONTRIBUTION, last)];
  if (!award || !worth) throw new Error(`no award at the end of ${chain.join(" → ")}`);
  about(award[0]!, award.length === 3 ? award[1] : undefined);
  about(worth[0]!, worth[1]);
  const points = award[award.length - 1]!;
  const apply = less?.[1] ?? less?.[2];
  return {
    awarded: spelled(award[0]!),
    points: spelled(points),
    contribution: spelled(worth[0]!),
    ...(apply !== undefined && { apply: spelled(apply) }),
  };
}

/** A rounded figure beside a fraction is the fraction, to four places. */
function about(exact: string, rounded: string | undefined): void {
  if (exact.includes("/") !== (rounded !== undefined)) throw new Error(`${exact} beside ${rounded}`);
  if (rounded !== undefined && display(spelled(exact), 4, "half-even") !== rounded)
    throw new Error(`${exact} is not about ${rounded}`);
}

function same(a: Q, b: Q, what: string, say: Say): void {
  if (!equal(a, b)) say(`${what}: ${print(a)} is not ${print(b)}`);
}

/** What one point is worth in the score is told by the component, and by every share on the way down. */
function check(entry: Entry, factor: Q, say: Say): void {
  const { end, children, name } = entry;
  if (!end) return;
  same(mul(end.awarded, factor), end.contribution, `${name}: contribution`, say);
  if (children.length === 0) return checkLeaf(entry, end.awarded, say);
  same(end.apply ?? end.points, availableOf(entry), `${name}: what applies`, say);
  const there = children.filter((child) => child.end !== null);
  const [sum, ...shares] = entry.chain.slice(0, -2);
  let value = sumOf(
    sum!,
    there.map((child) => child.end!.awarded),
    name,
    say,
  );
  let below = factor;
  for (const share of shares) {
    const [available, from, all, by, to] = numbers(groups(SHARE, share) ?? []) as [Q, Q, Q, Q, Q];
    same(available, total(there.map(availableOf)), `${name}: what applies`, say);
    same(available, by, `${name}: divided by`, say);
    same(all, end.points, `${name}: shared out`, say);
    same(from, value, `${name}: before`, say);
    same(div(mul(from, all), by), to, `${name}: after`, say);
    [value, below] = [to, div(mul(factor, all), by)];
  }
  if (shares.length === 0 && there.length === children.length)
    same(total(there.map((child) => child.end!.points)), end.points, `${name}: points`, say);
  if (entry.adjustments.length > 0) throw new Error(`an adjustment, which no example has: ${name}`);
  same(value, end.awarded, `${name}: awarded`, say);
  // Where a line says what a point below is worth, it is what was computed on the way.
  entry.details
    .flatMap((detail) => [groups(WORTH, detail) ?? []])
    .forEach(([worth, rounded]) => {
      if (worth === undefined) return;
      about(worth, rounded);
      same(spelled(worth), below, `${name}: what a point is worth`, say);
    });
  children.forEach((child) => check(child, below, say));
  same(total(there.map((child) => child.end!.contribution)), end.contribution, `${name}: contributions`, say);
}

/** What a node could earn: less than its points where something below it does not apply and is not shared out. */
function availableOf({ end, children, chain }: Entry): Q {
  if (!end) return ZERO;
  const isShared = chain.some((link) => SHARE.test(link));
  return children.length === 0 || isShared ? end.points : total(children.map(availableOf));
}

/** `5 − 1.5 = 3.5`: the terms are the ones expected, and the sum is theirs. A single term is its own sum. */
function sumOf(text: string, expected: readonly Q[] | undefined, name: string, say: Say): Q {
  const found = SUM.exec(text);
  if (!found) throw new Error(`no sum: ${text}`);
  const terms = found[1]!.split(/ (?=[+−] )/).map((term) => spelled(term.replace(/^\+ /, "").replace(/^− /, "-")));
  if (expected && (terms.length !== expected.length || terms.some((term, i) => !equal(term, expected[i]!))))
    say(`${name}: ${text} is not the sum of ${expected.map(print).join(", ")}`);
  const [result] = /(?<== )[-\d./]+/.exec(text) ?? [];
  if (result !== undefined) same(total(terms), spelled(result), `${name}: sum`, say);
  return total(terms);
}

/** The chain of a leaf link by link: what was read, then what was made of it. */
function checkLeaf({ chain, details, name }: Entry, awarded: Q, say: Say): void {
  const [read, ...links] = chain.slice(0, -2) as [string, ...string[]];
  const hold = (a: Q, b: Q, what: string): void => same(a, b, `${name}: ${what}`, say);
  let points: Q | undefined;
  let value = itemsHeld(read, details, hold) ?? valueRead(read);
  const judged = groups(JUDGED, read);
  if (judged) points = spelled(judged[0]!);
  const entries = ENTRIES.exec(read);
  let knots: readonly Q[] | undefined;
  for (const link of links) {
    let found: readonly string[] | undefined;
    if ((found = groups(TIER, link))) {
      if (value !== undefined && !inside(value, found[0]!)) say(`${name}: ${print(value)} is not in ${found[0]!}`);
    } else if ((found = groups(BETWEEN, link))) {
      knots = numbers(found);
    } else if ((found = groups(LINE, link))) {
      const [y0, x, x0, x1, x0b, y1, y0b, out] = numbers(found) as [Q, Q, Q, Q, Q, Q, Q, Q];
      const named = knots ?? [];
      [x0, y0, x1, y1].forEach((figure, i) => hold(figure, named[i]!, "a knot"));
      [[x0, x0b] as const, [y0, y0b] as const].forEach(([a, b]) => hold(a, b, "the same knot"));
      hold(x, value!, "what was read");
      hold(add(y0, mul(div(sub(x, x0b), sub(x1, x0)), sub(y1, y0))), out, "in proportion");
      points = out;
    } else if ((found = groups(COUNTED, link))) {
      value = checkCount(link, found, value!, hold);
    } else if ((found = groups(PRODUCT, link))) {
      const [base, times, each, out] = numbers(found) as [Q, Q, Q, Q];
      hold(times, value!, "times");
      hold(link.includes("−") ? sub(base, mul(times, each)) : add(base, mul(times, each)), out, "product");
      points = out;
    } else if ((found = groups(KNOT, link))) {
      numbers(found).forEach((figure) => hold(figure, value!, "the knot"));
    } else if ((found = groups(START, link))) {
      points = spelled(found[0]!);
      if (entries) hold(spelled(entries[1]!), whole(details.length), "entries");
    } else if (UNCHANGED.test(link)) {
      details.flatMap(gainOf).forEach((gain) => hold(gain, ZERO, "an entry that changes nothing"));
    } else if ((found = groups(MISSING, link))) {
      points = spelled(found[0]!);
    } else if ((found = groups(LIMIT, link))) {
      const [from, to] = numbers(found) as [Q, Q];
      hold(from, points!, "before the limit");
      points = to;
    } else if ((found = groups(BEST, link))) {
      points = found[0]!
        .split(/、|, /)
        .map(spelled)
        .reduce(max);
    } else {
      const counted = entries
        ? [points!, ...details.flatMap(gainOf).filter((gain) => !equal(gain, ZERO))]
        : yesGains(details);
      if (!entries) noGains(details).forEach((gain) => hold(gain, ZERO, "an item that does not hold"));
      points = sumOf(link, details.length === 0 ? undefined : counted, name, say);
    }
  }
  if (points !== undefined) hold(points, awarded, "awarded");
}

/** How many items hold, as many as are listed below; undefined where the line is about something else. */
function itemsHeld(read: string, details: readonly string[], hold: (a: Q, b: Q, what: string) => void): Q | undefined {
  const [zh, en] = [ITEMS_ZH.exec(read), ITEMS_EN.exec(read)];
  const found = zh ? { all: zh[1]!, held: zh[2]!, word: zh[3]! } : en && { all: en[2]!, held: en[1]!, word: en[3]! };
  if (!found) return undefined;
  const held = details.filter((detail) => new RegExp(`[：:] ?${found.word}(?:$|[，,])`).test(detail));
  hold(spelled(found.all), whole(details.length), "items");
  hold(spelled(found.held), whole(held.length), "items that count");
  return spelled(found.held);
}

/** The number that a leaf read: the exact one where a rounded one stands before it. */
function valueRead(read: string): Q | undefined {
  const exact = new RegExp(`(?:准确值|exactly) ${Q_}`).exec(read);
  if (exact) return spelled(exact[1]!);
  const [before] = read.split(/（据| \(from /);
  const number = new RegExp(`^${N}(?: |$)`).exec(before!.split(/：|: /).pop()!);
  return number ? spelled(number[1]!) : undefined;
}

/** So many full, begun or proportional steps lie between the start and the value. */
function checkCount(link: string, found: readonly string[], value: Q, hold: (a: Q, b: Q, what: string) => void): Q {
  const figures = found.filter((group) => /^-?\d/.test(group));
  const [start, per, count] = numbers(figures) as [Q, Q, Q];
  const size = max(ZERO, div(sub(value, start), per));
  const isFull = /每满|every full/.test(link);
  const isPart = /按比例|in proportion/.test(link);
  hold(isPart ? size : isFull ? floor(size) : ceil(size), count, "steps");
  return count;
}

/** `[5, 10)`, `≥ 10`, `7`. */
function inside(value: Q, bracket: string): boolean {
  const both = /^([[(])(.*), (.*)([\])])$/.exec(bracket);
  if (both) {
    const [low, high] = [spelled(both[2]!), spelled(both[3]!)];
    const aboveLow = both[1] === "[" ? !less(value, low) : less(low, value);
    return aboveLow && (both[4] === "]" ? !less(high, value) : less(value, high));
  }
  const [, sign, edge] = /^([≥>≤<]?) ?(.*)$/.exec(bracket)!;
  const end = spelled(edge!);
  switch (sign) {
    case "≥":
      return !less(value, end);
    case ">":
      return less(end, value);
    case "≤":
      return !less(end, value);
    case "<":
      return less(value, end);
    default:
      return equal(value, end);
  }
}

/** What a line below says is added; nothing where it says nothing of the kind. */
function gainOf(detail: string): readonly Q[] {
  const found = /([+−])(\d+(?:\.\d+)?)$/.exec(detail);
  return found ? [spelled(`${found[1] === "−" ? "-" : ""}${found[2]!}`)] : [];
}

/** Of a checklist the items that hold; none of them: a single 0. */
function yesGains(details: readonly string[]): readonly Q[] {
  const held = details.filter((detail) => /[：:] ?(?:是|yes)[，,]/.test(detail)).flatMap(gainOf);
  return held.length === 0 ? [ZERO] : held;
}

function noGains(details: readonly string[]): readonly Q[] {
  return details.filter((detail) => /[：:] ?(?:否|no)[，,]/.test(detail)).flatMap(gainOf);
}
