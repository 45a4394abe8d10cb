/** How often each rule, mode and state occurred: a campaign that never met something proves nothing about it. */
import { declaredFacts, leavesOf, readFacts } from "../oracle/facts.js";
import { hasOrdinary, isOrdinary } from "../oracle/outside.js";
import { has, isMap, map, maps } from "../oracle/plain.js";
import { holdsSheet } from "../oracle/blend.js";
import { averages } from "../oracle/mean.js";
import { factOf, kindOf } from "../oracle/rules.js";
import { namedDocuments } from "./completions.js";
import { mayDrop } from "./sheet.js";
import type { RuleKind } from "../../../src/model/scoring.js";
import type { Facts } from "../oracle/facts.js";
import type { OracleNode, OracleResult } from "../oracle/result.js";
import type { PlainMap } from "../oracle/plain.js";
import type { Pair } from "./pair.js";

export type Tally = Map<string, number>;

const PARTIAL = ["floor", "ceil", "interpolate"];

/** Of each rule what sets its uses apart, as `modesOf` names it. */
const MODES: { readonly [K in RuleKind]: readonly string[] } = {
  flag: [""],
  choice: ["", "best", "sum"],
  tiers: [""],
  steps: PARTIAL.flatMap((partial) => [partial, `${partial} both ways`]),
  linear: ["clip", "extend"],
  checklist: ["sum", "per_item met", "per_item unmet", "ladder"],
  events: [
    "always",
    "calendar_years with current",
    "calendar_years without current",
    ...["years", "months", "days"].flatMap((unit) =>
      ["", " until previous", " until current"].flatMap((until) =>
        ["out", "counts"].map((first) => `last ${unit}${until} ${first}`),
      ),
    ),
    ...["", " or always", " or a window"].map((otherwise) => `own term${otherwise}`),
  ],
  levels: ["choice highest", "choices highest", "choices all"],
  judged: [""],
  panel: ["mean", "trim", "weights"],
  table: [""],
  imported: ["to the points", "to a scale"],
  best_of: [""],
  first_of: [""],
  parts: [""],
};

/** Everything that has to occur; names are listed so that one that never occurs is missed. */
export const EXPECTED: readonly string[] = [
  ...Object.entries(MODES).flatMap(([rule, modes]) => modes.map((mode) => `rule ${rule} ${mode}`.trim())),
  ...PARTIAL.map((partial) => `tier steps ${partial}`),
  ...["once_per", "repeat", "at_most_count", "restore share", "restore points"].map(
    (option) => `rule events ${option}`,
  ),
  ...["once_per and repeat", "once_per and at_most_count", "repeat and at_most_count"].map(
    (some) => `rule events ${some}`,
  ),
  "rule events once_per and repeat and at_most_count",
  ...["full_years_since", "full_months_since", "sum", "difference", "mean", "ratio", "count"].map(
    (kind) => `derived ${kind}`,
  ),
  ...["given", "unknown", "missing", "invalid"].flatMap((state) => [`fact ${state}`, `derived fact ${state}`]),
  ...["given", "invalid"].map((state) => `record with a value ${state}`),
  ...["scored", "unknown", "invalid", "not-applicable"].flatMap((status) => [`leaf ${status}`, `group ${status}`]),
  ...["drop", "full", "zero"].map((policy) => `policy ${policy}`),
  "applicability open",
  "bounds relaxed",
  "bounds without an end",
  "renormalises",
  ...["bonus", "deduction"].flatMap((kind) => [`${kind} leaf`, `${kind} group`]),
  ...["section", "sheet", "none"].map((word) => `bonus absorbed by ${word}`),
  "bonus of bonuses",
  "deduction behind a division",
  ...["mean", "weighted_mean", "min", "max"].flatMap((way) => [
    `combine ${way}`,
    `combine ${way} of what may not apply`,
  ]),
  "combine at the sheet",
  "bonus or deduction behind a mean",
  ...["mean", "weighted_mean", "min", "max"].map((way) => `each ${way}`),
  ...["given", "unknown", "invalid"].map((state) => `list ${state}`),
  ...["none", "one", "several"].map((many) => `instances ${many}`),
  ...["drop", "full", "zero"].map((policy) => `policy ${policy} of a list`),
  ...["scored", "unknown", "invalid", "not-applicable"].map((status) => `group of instances ${status}`),
  "instance whose weight is open",
  "instance not applicable",
  "instances in two sheets",
  "bonus of instances",
  ...["integer", "decimal", "choice", "boolean"].map((type) => `coefficient of a ${type}`),
  ...["leaf", "group", "sheet"].map((place) => `coefficient at the ${place}`),
  ...["given", "unknown", "missing", "invalid"].map((state) => `coefficient ${state}`),
  "coefficient with when_missing",
  "coefficient of what instances make together",
  ...["an own fact", "a fact of the enterprise"].flatMap((whose) =>
    ["leaf", "group"].map((place) => `coefficient by ${whose} at a ${place} of instances`),
  ),
  "when_missing stated",
  "component without a sheet",
  "closed sheet",
  "floor 0",
  "floor none",
  "floor number",
  "cap points",
  "cap none",
  "cap number",
  ...["leaf", "group", "sheet", "scheme"].map((place) => `round at the ${place}`),
  ...["half-up", "half-even", "up", "down", "ceiling", "floor"].map((mode) => `round ${mode}`),
  ...["zero", "at_most", "points", "veto", "band", "band_at_most", "bands_down"].flatMap((kind) =>
    [true, false, "open"].map((truth) => `scheme effect ${kind} ${truth}`),
  ),
  "band changed",
  ...["clamp", "rescale", "effects", "floor", "cap", "round"].map((operation) => `${operation} changes the score`),
  "scheme holds its sheet",
  ...["satisfied", "failed", "unknown", "not-applicable"].map((status) => `eligibility of a sheet ${status}`),
  "sheet with eligibility not named",
  "component bonus",
  "component deduction",
  ...["in", "out", "open"].map((applies) => `component that may not apply ${applies}`),
  "weights divided",
  "weights not divided",
  ...["scored", "open", "nothing-scored"].map((status) => `score ${status}`),
  "score a fraction",
  "score on its threshold",
  ...["eligible", "ineligible", "undetermined"].map((status) => `eligibility ${status}`),
  ...["satisfied", "failed", "unknown", "not-applicable"].map((status) => `condition ${status}`),
  "outcome certain",
  "outcome open",
  "outcome certain while the score is open",
  "band certain",
  "band open",
  "band certain while the score is open",
  "outcome asks for a band",
  "outcome with measures",
  ...["indicator", "any_child_of", "every_child_of"].flatMap((kind) =>
    [true, false, "open"].map((truth) => `${kind} ${truth}`),
  ),
  ...["zero", "at_most", "points", "veto"].flatMap((kind) =>
    [true, false, "open"].map((truth) => `effect ${kind} ${truth}`),
  ),
  ...[true, false, "open"].map((truth) => `vetoed ${truth}`),
  "materials complete",
  "materials missing",
];

export function count(tally: Tally, name: string, times = 1): void {
  tally.set(name, (tally.get(name) ?? 0) + times);
}

export function countPair(tally: Tally, pair: Pair, said: OracleResult): void {
  const documents = namedDocuments(pair);
  const declarations = declaredFacts(documents);
  const facts = readFacts(documents, pair.factSheet);
  for (const leaf of documents.flatMap(leavesOf)) countRule(tally, leaf, declarations);
  for (const [id, declaration] of declarations) {
    const derived = isMap(declaration["derive"]);
    if (derived) count(tally, `derived ${Object.keys(map(declaration["derive"]))[0] ?? ""}`);
    const given = map(pair.factSheet["facts"])[id];
    if (isMap(given) && has(given, "record")) count(tally, `record with a value ${facts.know(id).state}`);
    count(tally, `${derived ? "derived fact" : "fact"} ${facts.know(id).state}`);
  }
  for (const document of documents.slice(1)) countOptions(tally, document, "sheet");
  if (holdsSheet(documents[0] ?? {})) {
    count(tally, "scheme holds its sheet");
    for (const node of maps(documents[0]?.["indicators"]))
      countOptions(tally, node, has(node, "scoring") ? "leaf" : "group");
  }
  for (const document of documents) countCoefficients(tally, document, "sheet", facts);
  countRounding(tally, documents[0] ?? {}, "scheme");
  countBlend(tally, documents[0] ?? {}, said);
  for (const { root } of said.components) {
    if (root === null) count(tally, "component without a sheet");
    else countNode(tally, root);
  }
  if (documents.filter((document) => has(document, "instances")).length > 1) count(tally, "instances in two sheets");
  if (pair.factSheet["closed"] === true) count(tally, "closed sheet");
  countVerdict(tally, said);
  for (const { kind, truth } of said.questions) count(tally, `${kind} ${truth ?? "open"}`);
  if (maps(documents[0]?.["outcomes"]).some((outcome) => outcome["id"] === "graded"))
    count(tally, "outcome asks for a band");
}

function countBlend(tally: Tally, scheme: PlainMap, said: OracleResult): void {
  for (const { component, status } of said.eligibility.conditions)
    if (component !== undefined) count(tally, `eligibility of a sheet ${status}`);
  if (said.eligibility.mayBring) count(tally, "sheet with eligibility not named");
  maps(scheme["blend"]).forEach((component, i) => {
    if (has(component, "counts_as")) count(tally, `component ${String(component["counts_as"])}`);
    const may = has(component, "applies_when") || component["may_be_not_applicable"] === true;
    if (may) count(tally, `component that may not apply ${said.components[i]?.applies ?? ""}`);
  });
  const isLess = said.components.some(({ applies }) => applies === "out") && said.score.status === "scored";
  if (isLess && has(scheme, "renormalise"))
    count(tally, scheme["renormalise"] === true ? "weights divided" : "weights not divided");
}

function countRule(tally: Tally, leaf: PlainMap, declarations: ReadonlyMap<string, PlainMap>): void {
  const rule = map(leaf["scoring"]);
  const type = has(rule, "fact") ? String(map(declarations.get(factOf(leaf)))["type"]) : "";
  count(tally, ["rule", rule["rule"], ...modesOf(rule, type)].join(" "));
  if (rule["rule"] === "tiers")
    for (const tier of maps(rule["tiers"]))
      if (has(tier, "steps")) count(tally, `tier steps ${String(map(tier["steps"])["partial"])}`);
  if (rule["rule"] === "events") for (const option of eventOptions(rule)) count(tally, `rule events ${option}`);
  if (has(leaf, "when_missing")) count(tally, "when_missing stated");
}

function eventOptions(rule: PlainMap): string[] {
  const options = ["once_per", "repeat", "at_most_count"].filter((option) => has(rule, option));
  return [
    ...options,
    ...(options.length > 1 ? [options.join(" and ")] : []),
    ...new Set(maps(rule["restore"]).map((line) => `restore ${has(line, "share") ? "share" : "points"}`)),
  ];
}

function modesOf(rule: PlainMap, type: string): string[] {
  switch (kindOf(rule)) {
    case "choice":
      return type === "choices" ? [String(rule["pick"])] : [];
    case "steps":
      return [String(rule["partial"]), ...(rule["both_ways"] === true ? ["both ways"] : [])];
    case "linear":
      return [String(rule["beyond"])];
    case "checklist":
      return rule["mode"] === "per_item" ? ["per_item", String(rule["count"] ?? "met")] : [String(rule["mode"])];
    case "levels":
      return [type, String(rule["count"])];
    case "events":
      return [windowName(rule)];
    case "imported":
      return [has(rule, "to") ? "to a scale" : "to the points"];
    case "panel":
      return [has(rule, "trim") ? "trim" : has(rule, "weights") ? "weights" : "mean"];
    case "flag":
    case "tiers":
    case "judged":
    case "table":
    case "best_of":
    case "first_of":
    case "parts":
      return [];
  }
}

function windowName(rule: PlainMap): string {
  return has(rule, "within") ? nameOfWindow(map(rule["within"])) : "always";
}

function nameOfWindow(within: PlainMap): string {
  if (has(within, "own_term")) {
    const { otherwise } = map(within["own_term"]);
    return `own term${otherwise === undefined ? "" : otherwise === "always" ? " or always" : " or a window"}`;
  }
  if (has(within, "calendar_years"))
    return `calendar_years ${within["including_current"] === true ? "with" : "without"} current`;
  const until = has(within, "until") ? ` until ${String(map(within["until"])["year"])}` : "";
  return `last ${Object.keys(map(within["last"]))[0] ?? ""}${until} ${String(within["first_day"])}`;
}

function countRounding(tally: Tally, node: PlainMap, place: string): void {
  if (!has(node, "round")) return;
  count(tally, `round at the ${place}`);
  count(tally, `round ${String(map(node["round"])["mode"])}`);
}

function countOptions(tally: Tally, node: PlainMap, place: string): void {
  countRounding(tally, node, place);
  if (has(node, "floor"))
    count(tally, `floor ${node["floor"] === "none" ? "none" : String(node["floor"]) === "0" ? "0" : "number"}`);
  if (has(node, "cap"))
    count(tally, `cap ${["none", "points"].includes(String(node["cap"])) ? String(node["cap"]) : "number"}`);
  if (node["renormalise"] === true) count(tally, "renormalises");
  countOutside(tally, node, place);
  if (has(node, "each")) {
    count(tally, `each ${String(node["combine"])}`);
    if (isOrdinary(node)) count(tally, `policy ${String(node["if_not_applicable"] ?? "drop")} of a list`);
    else count(tally, "bonus of instances");
  } else if (averages(node)) countCombination(tally, node, place);
  if (has(node, "applies_when") || node["may_be_not_applicable"] === true)
    count(tally, `policy ${String(node["if_not_applicable"] ?? "drop")}`);
  for (const child of maps(node["indicators"])) countOptions(tally, child, has(child, "scoring") ? "leaf" : "group");
}

function countCoefficients(tally: Tally, node: PlainMap, place: string, facts: Facts, inEach = false): void {
  if (has(node, "coefficient")) {
    const coefficient = map(node["coefficient"]);
    const fact = String(coefficient["fact"]);
    const declaration = map(facts.declarations.get(fact));
    count(tally, `coefficient of a ${String(declaration["type"])}`);
    count(tally, `coefficient at the ${place}`);
    if (has(coefficient, "when_missing")) count(tally, "coefficient with when_missing");
    if (has(node, "each")) count(tally, "coefficient of what instances make together");
    const isOwn = has(declaration, "each");
    if (!isOwn) count(tally, `coefficient ${facts.know(fact).state}`);
    if (inEach)
      count(tally, `coefficient by ${isOwn ? "an own fact" : "a fact of the enterprise"} at a ${place} of instances`);
  }
  for (const child of maps(node["indicators"]))
    countCoefficients(tally, child, has(child, "scoring") ? "leaf" : "group", facts, inEach || has(node, "each"));
}

function countOutside(tally: Tally, node: PlainMap, place: string): void {
  if (!isOrdinary(node)) count(tally, `${String(node["counts_as"])} ${place}`);
  if (node["counts_as"] === "bonus") count(tally, `bonus absorbed by ${String(node["absorbed_by"])}`);
  if (node["counts_as"] === "bonus" && place === "group" && !hasOrdinary(node)) count(tally, "bonus of bonuses");
  const deducts = maps(node["indicators"]).some((child) => child["counts_as"] === "deduction");
  if (node["renormalise"] === true && deducts) count(tally, "deduction behind a division");
}

function countCombination(tally: Tally, node: PlainMap, place: string): void {
  const way = `combine ${String(node["combine"])}`;
  count(tally, way);
  if (place === "sheet") count(tally, "combine at the sheet");
  if (maps(node["indicators"]).some((child) => isOrdinary(child) && mayDrop(child)))
    count(tally, `${way} of what may not apply`);
  if (!maps(node["indicators"]).every(isOrdinary)) count(tally, "bonus or deduction behind a mean");
}

function countNode(tally: Tally, node: OracleNode): void {
  count(tally, `${node.children.length === 0 ? "leaf" : "group"} ${node.status}`);
  if (node.listed !== null) countList(tally, node);
  if (node.mayNotApply) count(tally, "applicability open");
  if (node.relaxed) count(tally, "bounds relaxed");
  if (node.bounds !== null && (node.bounds.least === null || node.bounds.most === null))
    count(tally, "bounds without an end");
  for (const { kind, truth } of node.effects) count(tally, `effect ${kind} ${truth ?? "open"}`);
  for (const child of node.children) countNode(tally, child);
}

function countList(tally: Tally, { listed, status, children }: OracleNode): void {
  count(tally, `list ${String(listed)}`);
  count(tally, `group of instances ${status}`);
  if (listed === "given") count(tally, `instances ${["none", "one"][children.length] ?? "several"}`);
  for (const { weighed, status: own } of children) {
    if (!weighed) count(tally, "instance whose weight is open");
    if (own === "not-applicable") count(tally, "instance not applicable");
  }
}

function countVerdict(tally: Tally, said: OracleResult): void {
  count(tally, `score ${said.score.status}`);
  if (said.score.exact?.includes("/") === true) count(tally, "score a fraction");
  if (said.decision.margin === "0") count(tally, "score on its threshold");
  if (said.score.adjusted !== null && said.score.adjusted !== "0") {
    const [operation = "clamp", ...more] = said.score.operations;
    if (more.length === 0) count(tally, `${operation} changes the score`);
  }
  count(tally, `eligibility ${said.eligibility.status}`);
  for (const condition of said.eligibility.conditions) count(tally, `condition ${condition.status}`);
  count(tally, said.decision.certain ? "outcome certain" : "outcome open");
  if (said.decision.certain && said.score.status === "open") count(tally, "outcome certain while the score is open");
  if (said.decision.vetoed !== undefined) count(tally, `vetoed ${said.decision.vetoed ?? "open"}`);
  if (said.decision.measures.length > 0) count(tally, "outcome with measures");
  if (said.decision.bands !== undefined) {
    count(tally, said.decision.band === null ? "band open" : "band certain");
    if (said.decision.band !== null && said.score.status === "open")
      count(tally, "band certain while the score is open");
  }
  for (const { kind, truth } of said.effects) count(tally, `scheme effect ${kind} ${truth ?? "open"}`);
  const { band, scoreBand } = said.decision;
  if (band !== null && typeof scoreBand === "string" && scoreBand !== band) count(tally, "band changed");
  count(tally, said.materials.complete ? "materials complete" : "materials missing");
}
