/** What the bench prints. */
import { readFileSync } from "node:fs";
import type { CpuInfo } from "node:os";
import { type Approach, allLeaves } from "./approach.js";
import type { Comparison } from "./compare.js";
import { type Measured, type Sample, median } from "./measure.js";
import type { PlainNode } from "./plain.js";
import { type BenchRubric, COMPONENTS, THRESHOLD } from "./rubric.js";

const PEERS = ["json-rules-engine", "json-logic-engine", "decimal.js"];

export function workLines(
  rubric: BenchRubric,
  options: { rows: number; seed: number },
  loaded: Sample,
): readonly string[] {
  const leaves = allLeaves(rubric);
  const kinds = new Map<string, number>();
  for (const { scoring } of leaves) kinds.set(scoring.rule, (kinds.get(scoring.rule) ?? 0) + 1);
  const groups = COMPONENTS.reduce((total, id) => total + 1 + groupsIn(rubric.sheets[id].indicators), 0);
  const mix = [...kinds].sort((a, b) => b[1] - a[1]).map(([kind, count]) => `${kind} ${count}`);
  return [
    `${options.rows} random enterprises (seed ${options.seed}) on one rubric: ${leaves.length} indicators, ${groups} groups, ` +
      `${rubric.facts.length} facts, 8 conditions, 7 : 3, shortlisted from ${THRESHOLD}`,
    `indicators: ${mix.join(", ")}`,
    `rubric text read, checked and compiled, cold: ${(loaded.wall / 1e6).toFixed(0)} ms (${(loaded.cpu / 1e6).toFixed(0)} ms CPU)`,
  ];
}

function groupsIn(nodes: readonly PlainNode[]): number {
  return nodes.reduce((total, node) => total + ("indicators" in node ? 1 + groupsIn(node.indicators) : 0), 0);
}

export function machineLines(cpus: readonly CpuInfo[], load: readonly number[]): readonly string[] {
  const manifest = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as Manifest;
  const versions: Readonly<Record<string, string>> = { ...manifest.dependencies, ...manifest.devDependencies };
  return [
    `machine: ${cpus.length} × ${cpus[0]?.model.trim() ?? "unknown"}, Node ${process.versions.node}, V8 ${process.versions.v8}, ${loadText(load)}`,
    `peers: ${PEERS.map((peer) => `${peer} ${versions[peer]}`).join(", ")}; chengxin ${manifest.version}`,
  ];
}

interface Manifest {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

function loadText(load: readonly number[]): string {
  return `load ${load.map((value) => value.toFixed(1)).join(" ")}`;
}

export function comparisonLines(comparisons: readonly Comparison[]): readonly string[] {
  const lines = comparisons.flatMap((comparison) => {
    const { approach, exact, rows, scores, different, examples, atThreshold, turned } = comparison;
    const how = exact ? "to the letter" : "within 1e-9";
    const name = `  ${approach}: ${rows} rows, ${scores} scores`;
    if (different > 0) return [`${name}: ${different} rows DIFFER`, ...examples.map((example) => `    ${example}`)];
    const decisions = turned === 0 ? "every decision equal" : `${turned} decisions turned around`;
    return [`${name} and totals equal ${how}; ${decisions} (${atThreshold} eligible rows at exactly ${THRESHOLD})`];
  });
  return ["compared with chengxin before timing:", ...lines];
}

/** Ratios above 1: so many times slower than chengxin. An approach that differs gets none. */
export function ratioLines(
  approaches: readonly Approach[],
  measured: readonly Measured[],
  comparisons: readonly Comparison[],
): readonly string[] {
  const ours = measured[0]!;
  const rows = measured.map((entry, i): readonly string[] => {
    const cpu = median(entry.rounds.map((round) => round.cpu));
    const wall = median(entry.rounds.map((round) => round.wall));
    const same = !comparisons.some((comparison) => comparison.approach === entry.name && comparison.different > 0);
    const figures = [entry.name, approaches[i]!.gives, nanoseconds(cpu), nanoseconds(wall), count(1e9 / cpu)];
    return [...figures, same ? ratioText(ours, entry) : "none: it differs", count(entry.rowsPerRound)];
  });
  const rounds = ours.rounds.length;
  return [
    `per enterprise, medians of ${rounds} interleaved rounds after a warm-up; last but one: ratio of CPU times, median of the rounds (least – most)`,
    ...table(["approach", "gives", "ns CPU", "ns wall", "per second", "time ÷ chengxin's", "rows a round"], rows),
  ];
}

function ratioText(ours: Measured, other: Measured): string {
  const ratios = other.rounds.map((round, i) => round.cpu / ours.rounds[i]!.cpu);
  const [least, most] = [Math.min(...ratios), Math.max(...ratios)];
  return `${shortNumber(median(ratios))} × (${shortNumber(least)} – ${shortNumber(most)})`;
}

export function partLines(score: Measured, parts: readonly Measured[]): readonly string[] {
  const rows = [score, ...parts].map((part) => {
    const cpu = median(part.rounds.map((round) => round.cpu));
    return [part.name, nanoseconds(cpu), ratioText(score, part)];
  });
  return ["from a plain value to JSON text, per enterprise:", ...table(["part", "ns CPU", "time ÷ score()'s"], rows)];
}

/** On a quiet machine the wall clock shows what the CPU clock shows, and the same work takes the same time. */
export function noiseLines({ rounds }: Measured, load: readonly number[]): readonly string[] {
  const cpu = rounds.map((round) => round.cpu);
  const waits = rounds.map((round) => round.wall / round.cpu);
  const spread = (100 * (Math.max(...cpu) - Math.min(...cpu))) / median(cpu);
  return [
    `noise: a fixed loop took ${median(waits).toFixed(2)} × its CPU time by the wall clock (at most ${Math.max(...waits).toFixed(2)} ×), ` +
      `and its CPU time varied by ${spread.toFixed(0)} %; ${loadText(load)} at the end`,
  ];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]!.length)));
  const line = (cells: readonly string[]): string =>
    `  ${cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join("  ")}`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)];
}

function nanoseconds(value: number): string {
  return count(value);
}

function count(value: number): string {
  return String(Math.round(value)).replaceAll(/\B(?=(?:\d{3})+$)/g, " ");
}

function shortNumber(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
