/** Random values for facts: usable ones, often exactly on an edge, and unusable ones of several sorts. */
import { addDays, addMonths, printDay } from "../oracle/calendar.js";
import { has, ids, map } from "../oracle/plain.js";
import { ceil, div, isWhole, mul, print, whole, add } from "../oracle/rational.js";
import { holds, readSpan } from "../oracle/span.js";
import { checkSign } from "../oracle/values.js";
import { kindsOf, WORDS } from "./facts.js";
import { between, emit, emitInt, tenth } from "./numbers.js";
import type { Day } from "../oracle/calendar.js";
import type { Plain, PlainMap } from "../oracle/plain.js";
import type { Q } from "../oracle/rational.js";
import type { Edges } from "./edges.js";
import type { Random } from "./prng.js";

export interface ValueAsk {
  readonly random: Random;
  readonly edges: Edges;
  readonly asOf: Day;
}

export function usable(ask: ValueAsk, id: string, declaration: PlainMap): Plain {
  const { random } = ask;
  switch (declaration["type"]) {
    case "boolean":
      return random.chance(60);
    case "integer":
    case "decimal":
      return numberValue(ask, declaration, ask.edges.numbers.get(id) ?? []);
    case "date":
      return printDay(dayValue(ask, ask.edges.days.get(id) ?? [], random.chance(4)));
    case "choice":
      return random.pick(ids(declaration["options"]));
    case "choices":
      return random.shuffle(ids(declaration["options"])).slice(0, random.int(0, 3));
    case "text":
      return random.pick(WORDS);
    case "credit-code":
      return creditCode(random);
    case "events":
      return Array.from({ length: random.pick([0, 1, 2, 2, 3, 5]) }, () => entry(ask, declaration));
    default:
      throw new Error(`no value for ${String(declaration["type"])}`);
  }
}

function numberValue({ random }: ValueAsk, declaration: PlainMap, edges: readonly Q[]): Plain {
  const integer = declaration["type"] === "integer";
  const range = readSpan(map(declaration["range"]), integer);
  const fits = (n: Q): boolean =>
    holds(range, n) && (!integer || isWhole(n)) && print(n).length <= 40 && !print(n).includes("/");
  const onEdge = edges.filter(fits);
  const hair = integer ? whole(random.pick([-1, 1])) : mul(whole(random.pick([-1, 1])), tenth(random.pick([1, 5, 30])));
  const beside = edges.map((n) => add(n, hair)).filter(fits);
  if (onEdge.length > 0 && random.chance(45))
    return integer ? emitText(random, random.pick(onEdge)) : emit(random, random.pick(onEdge));
  if (beside.length > 0 && random.chance(30))
    return integer ? emitText(random, random.pick(beside)) : emit(random, random.pick(beside));
  const ends = [range.lo, range.hi].filter((end): end is Q => end !== null && holds(range, end));
  if (ends.length > 0 && random.chance(15)) return emitText(random, random.pick(ends));
  const low = range.lo ?? (range.hi === null ? whole(-30) : add(range.hi, whole(-120)));
  const high = range.hi ?? add(low, whole(150));
  const drawn = integer ? ceil(between(random, low, high)) : between(random, low, high);
  if (holds(range, drawn)) return integer ? emitText(random, drawn) : emit(random, drawn);
  return emitText(random, ceil(div(add(low, high), whole(2))));
}

/** Without needless zeros: whole numbers stay whole in spelling. */
const emitText = (random: Random, n: Q): Plain => {
  const text = print(n);
  return text.length < 15 && String(Number(text)) === text && random.chance(50) ? Number(text) : text;
};

/** Past days, anniversaries and the like; `future` days lie after the as-of date. */
function dayValue({ random, asOf }: ValueAsk, edges: readonly Day[], future: boolean): Day {
  if (future) return addDays(asOf, random.int(1, 60));
  const past = edges.filter((day) => printDay(day) <= printDay(asOf));
  if (past.length > 0 && random.chance(55)) return random.pick(past);
  if (random.chance(15)) return { year: random.pick([2016, 2020]), month: 2, day: 29 };
  if (random.chance(20)) return addMonths(asOf, -random.int(0, 80));
  return addDays(asOf, -random.int(0, 4000));
}

function entry(ask: ValueAsk, declaration: PlainMap): PlainMap {
  const { random } = ask;
  const near = random.chance(70) ? addDays(ask.asOf, -random.int(0, 800)) : dayValue(ask, ask.edges.windows, false);
  const date = random.chance(5)
    ? addDays(ask.asOf, random.int(1, 40))
    : random.chance(30) && ask.edges.windows.length > 0
      ? random.pick(ask.edges.windows)
      : near;
  const fields = Object.entries(map(declaration["fields"])).flatMap(([name, field]): [string, Plain][] => {
    if (map(field)["optional"] === true && random.chance(35)) return [];
    if (map(field)["type"] === "date" && ask.edges.windows.length > 0 && random.chance(40))
      return [[name, printDay(random.pick(ask.edges.windows))]];
    return [[name, usable(ask, `field ${name}`, map(field))]];
  });
  return { date: printDay(date), kind: random.pick(kindsOf(declaration)), ...Object.fromEntries(fields) };
}

export function creditCode(random: Random): string {
  const body = `91110105MA${Array.from({ length: 7 }, () => random.int(0, 9)).join("")}`;
  return body + checkSign(body);
}

/** Something the declaration does not allow. */
export function unusable(ask: ValueAsk, id: string, declaration: PlainMap): Plain {
  const { random } = ask;
  switch (declaration["type"]) {
    case "boolean":
      return random.pick<Plain>(["yes", "是", "TRUE ", ["x"]]);
    case "integer":
      return random.pick<Plain>(["1.5", "1e3", "abc", "+5", ...outOfRange(random, declaration)]);
    case "decimal":
      return random.pick<Plain>([
        "1e3",
        ".5",
        "5.",
        "80%",
        "1,000",
        `0.${"3".repeat(40)}`,
        ["1"],
        ...outOfRange(random, declaration),
      ]);
    case "date":
      return random.pick<Plain>(["2023-02-29", "2023/01/01", "2023-13-01", "2023-4-1", "yesterday"]);
    case "choice":
      return random.pick<Plain>(["no such option", ["A"]]);
    case "choices":
      return random.pick<Plain>([["no such option"], "text", [...ids(declaration["options"]), "Z"]]);
    case "text":
      return ["a", "list"];
    case "credit-code":
      return random.pick<Plain>(["91110105MA0000000X9", "91110105", wrongSign(creditCode(random))]);
    case "events":
      return random.chance(25) ? "none" : brokenList(ask, id, declaration);
    default:
      throw new Error(`no wrong value for ${String(declaration["type"])}`);
  }
}

const wrongSign = (code: string): string => code.slice(0, 17) + (code.endsWith("0") ? "1" : "0");

function outOfRange(random: Random, declaration: PlainMap): Plain[] {
  const range = readSpan(map(declaration["range"]), false);
  const beyond = [
    range.lo === null ? [] : [add(range.lo, whole(-1))],
    range.hi === null ? [] : [add(range.hi, whole(1))],
  ].flat();
  return beyond.map((n) => (isWhole(n) ? emitInt(random, Number(n.n)) : print(n)));
}

/** A list in which at least one entry cannot be used. */
function brokenList(ask: ValueAsk, id: string, declaration: PlainMap): Plain {
  const { random } = ask;
  const good = Array.from({ length: random.int(0, 2) }, () => entry(ask, declaration));
  const bad = Array.from({ length: random.int(1, 2) }, () => brokenEntry(ask, declaration));
  return random.shuffle<Plain>([...good, ...bad]);
}

function brokenEntry(ask: ValueAsk, declaration: PlainMap): Plain {
  const { random } = ask;
  const whole_ = entry(ask, declaration);
  const { kind, date, ...rest } = whole_;
  const required = Object.entries(map(declaration["fields"])).find(([, field]) => map(field)["optional"] !== true)?.[0];
  const ways: Plain[] = [
    { ...rest, kind: kind ?? "" },
    { ...rest, date: date ?? "" },
    { ...whole_, date: "2023-02-30" },
  ];
  if (has(declaration, "kinds")) ways.push({ ...whole_, kind: "unheard-of" });
  if (required !== undefined)
    ways.push(Object.fromEntries(Object.entries(whole_).filter(([name]) => name !== required)) as PlainMap);
  if (has(map(declaration["fields"]), "amount")) ways.push({ ...whole_, amount: "-1" }, { ...whole_, amount: "much" });
  return random.pick(ways);
}
