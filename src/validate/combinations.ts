/** All combinations of the values of several facts, as far as a table tells them apart; which rows hold which. */
import type { TableCell, TableRow } from "../model/scoring.js";
import { type Exact, ONE, add, compare, exact, floorOf, formatExact, fraction, subtract } from "../base/exact.js";
import { contains } from "../base/interval.js";
import type { DeclaredFacts } from "./declared-facts.js";
import { type Domain, isWithin } from "./domain.js";

/** A fact with the values that the cells tell apart, each by one that stands for it: all of them are in the same cells. */
export interface Axis {
  readonly fact: string;
  readonly atoms: readonly Atom[];
}

type Atom = boolean | string | Exact;

export interface Combinations {
  readonly axes: readonly Axis[];
  readonly rows: readonly RowReach[];
}

interface RowReach {
  readonly at: number;
  /** For each axis, which atoms are in the row. */
  readonly atoms: readonly (readonly number[])[];
  /** The fact whose cell holds no value. */
  readonly emptyAt: string | undefined;
  /** Values that are in the row, in the author's words. */
  readonly witness: string;
}

/** Undefined where the values of the fact are not known here. */
export function axisOf(id: string, rows: readonly TableRow[], facts: DeclaredFacts): Axis | undefined {
  const fact = facts.get(id);
  switch (fact?.type) {
    case "boolean":
      return { fact: id, atoms: [true, false] };
    case "choice":
      return { fact: id, atoms: facts.words(fact.options).list };
    case "integer":
    case "decimal": {
      const domain = facts.domain(id);
      return domain && { fact: id, atoms: pieces(endsOf(id, rows), domain) };
    }
    default:
      return undefined;
  }
}

function endsOf(id: string, rows: readonly TableRow[]): readonly Exact[] {
  return rows.flatMap(({ cells }) =>
    cells.flatMap((cell) => {
      if (cell.fact !== id || cell.kind !== "interval") return [];
      const { low, high } = cell.interval;
      return [low, high].flatMap((end) => (end ? [exact(end.value)] : []));
    }),
  );
}

/** Every end by itself and a number between each two: of whole numbers only those that there are. */
function pieces(ends: readonly Exact[], domain: Domain): readonly Exact[] {
  const limits = [domain.low, domain.high].flatMap((end) => (end ? [end.value] : []));
  const cuts = [...ends, ...limits].sort(compare).filter((cut, i, all) => i === 0 || compare(all[i - 1]!, cut) < 0);
  const [first, last] = [cuts[0], cuts.at(-1)];
  const found = cuts.flatMap((cut, i) => {
    const next = cuts[i + 1];
    return next ? [cut, between(cut, next, domain.integer)] : [cut];
  });
  if (!first || !last) return [{ n: 0n, d: 1n }];
  const floor = { n: floorOf(first), d: 1n };
  const below = compare(floor, first) < 0 ? floor : subtract(floor, ONE);
  const above = { n: floorOf(last) + 1n, d: 1n };
  return [below, ...found, above].filter(
    (value): value is Exact => value !== undefined && isWithin(value, domain) && (!domain.integer || value.d === 1n),
  );
}

function between(low: Exact, high: Exact, integer: boolean): Exact | undefined {
  if (integer) {
    const next = { n: floorOf(low) + 1n, d: 1n };
    return compare(next, high) < 0 ? next : undefined;
  }
  const { n, d } = add(low, high);
  return fraction(n, d * 2n);
}

export function combinationsOf(rows: readonly TableRow[], axes: readonly Axis[]): Combinations {
  return { axes, rows: rows.map((row, at) => rowReach(row, at, axes)) };
}

function rowReach({ cells }: TableRow, at: number, axes: readonly Axis[]): RowReach {
  const atoms = axes.map((axis) => {
    const cell = cells.find(({ fact }) => fact === axis.fact);
    return axis.atoms.flatMap((atom, i) => (!cell || isIn(cell, atom) ? [i] : []));
  });
  const empty = atoms.findIndex((list) => list.length === 0);
  const named = axes.flatMap((axis, i) => (cells.some(({ fact }) => fact === axis.fact) ? [i] : []));
  const witness = empty < 0 ? wordsOf(named, (i) => atoms[i]![0]!, axes) : "";
  return { at, atoms, emptyAt: empty < 0 ? undefined : axes[empty]!.fact, witness };
}

function isIn(cell: TableCell, atom: Atom): boolean {
  switch (cell.kind) {
    case "is":
      return cell.value === atom;
    case "options":
      return cell.options.includes(atom as string);
    case "interval":
      return contains(cell.interval, atom as Exact);
  }
}

export interface RowOverlap {
  readonly first: number;
  readonly second: number;
  readonly witness: string;
}

export interface CombinationFaults {
  /** A combination that no row holds. */
  readonly gap: string | undefined;
  readonly overlaps: readonly RowOverlap[];
}

/** So many overlaps tell enough of a table, and what is left of it is not looked at. */
const MANY = 50;

export function combinationFaults({ axes, rows }: Combinations): CombinationFaults {
  const owners = new Int32Array(axes.reduce((product, axis) => product * axis.atoms.length, 1)).fill(-1);
  const told = new Map<string, RowOverlap>();
  for (const { at, atoms, emptyAt } of rows) {
    if (emptyAt !== undefined) continue;
    forEachOf(atoms, axes, (index) => {
      const owner = owners[index]!;
      if (owner < 0) owners[index] = at;
      else if (!told.has(`${owner} ${at}`)) {
        told.set(`${owner} ${at}`, { first: owner, second: at, witness: witnessAt(index, axes) });
      }
    });
    if (told.size >= MANY) return { gap: undefined, overlaps: [...told.values()] };
  }
  const free = owners.indexOf(-1);
  return { gap: free < 0 ? undefined : witnessAt(free, axes), overlaps: [...told.values()] };
}

/** Numbers of the combinations of a row: the last axis counts fastest. */
function forEachOf(atoms: readonly (readonly number[])[], axes: readonly Axis[], visit: (index: number) => void): void {
  const walk = (axis: number, before: number): void => {
    if (axis === axes.length) return visit(before);
    for (const atom of atoms[axis]!) walk(axis + 1, before * axes[axis]!.atoms.length + atom);
  };
  walk(0, 0);
}

function witnessAt(index: number, axes: readonly Axis[]): string {
  const atoms: number[] = [];
  let rest = index;
  for (let i = axes.length - 1; i >= 0; i -= 1) {
    const { length } = axes[i]!.atoms;
    atoms[i] = rest % length;
    rest = Math.floor(rest / length);
  }
  return wordsOf([...axes.keys()], (i) => atoms[i]!, axes);
}

/** `big: true, rate: 95`. */
function wordsOf(which: readonly number[], atomOf: (axis: number) => number, axes: readonly Axis[]): string {
  return which.map((i) => `${axes[i]!.fact}: ${atomWord(axes[i]!.atoms[atomOf(i)]!)}`).join(", ");
}

function atomWord(atom: Atom): string {
  return typeof atom === "object" ? formatExact(atom) : String(atom);
}
