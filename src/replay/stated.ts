/** What two records state otherwise: facts and judgements, rubrics, date and role. */
import { canonicalJson } from "../base/canonical.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { CauseKind, StatedChange } from "../model/difference.js";
import type { FactSheet, SuppliedFact, SuppliedList } from "../model/fact.js";
import type { ScoreRecord } from "../model/record.js";

/** By cause; empty where that is the same in both. */
export function statedChanges(before: ScoreRecord, after: ScoreRecord): Readonly<Record<CauseKind, StatedChange[]>> {
  const [old, now] = [before.inputs, after.inputs];
  const between = (kind: StatedChange["kind"], of: (inputs: FactSheet) => Stated): StatedChange[] =>
    changesBetween(kind, of(old), of(now));
  return {
    facts: [
      ...between("fact", ({ facts }) => facts.map((fact) => [fact.id, suppliedText(fact)])),
      ...between("judgement", ({ judgements }) => judgements.map(({ indicator, ...said }) => [indicator, text(said)])),
      ...between("not-applicable", (inputs) =>
        inputs.notApplicable.map(({ indicator, ...said }) => [indicator, text(said)]),
      ),
      ...between("instances", ({ instances = [] }) => instances.map((list) => [list.list, instancesText(list)])),
      ...between("material", ({ materials }) => materials.map(({ id, papers }) => [id, text(papers)])),
      ...between("closed", ({ closed }) => [["closed", String(closed)]]),
      ...between("problems", ({ problems = [] }) => [...codesByPath(problems)]),
    ],
    rubric: [
      ...between("scheme", ({ scheme: { id, version } }) => [
        ["scheme", version === undefined ? id : `${id}@${version}`],
      ]),
      ...between("sheet-choice", ({ sheets }) => sheets.map(({ component, sheet }) => [component, sheet])),
      ...rubricChanges(before, after),
    ],
    "date-and-role": [
      ...between("as-of", ({ asOf }) => [["as_of", asOf]]),
      ...between("role", ({ role }) => (role === undefined ? [] : [["role", role]])),
    ],
  };
}

/** What a rubric says, under its digest; its version is what people call it by. */
function rubricChanges(before: ScoreRecord, after: ScoreRecord): readonly StatedChange[] {
  return (["scheme", "sheet"] as const).flatMap((kind) => {
    const of = ({ rubrics }: ScoreRecord): Stated =>
      rubrics
        .filter((rubric) => rubric.kind === kind)
        .map(({ id, version, content }) => [id, `${version} ${content.slice(0, "sha256:".length + 8)}`, content]);
    return changesBetween(kind, of(before), of(after));
  });
}

/** Id, how it is printed, and what it is compared by where that is more. */
type Stated = readonly (readonly [id: string, shown: string, whole?: string])[];

function changesBetween(kind: StatedChange["kind"], before: Stated, after: Stated): StatedChange[] {
  const [old, now] = [new Map(before.map((one) => [one[0], one])), new Map(after.map((one) => [one[0], one]))];
  const ids = [...old.keys(), ...[...now.keys()].filter((id) => !old.has(id))];
  return ids.flatMap((id) => {
    const [was, is] = [old.get(id), now.get(id)];
    if (was && is && (was[2] ?? was[1]) === (is[2] ?? is[1])) return [];
    return [{ kind, id, before: was?.[1] ?? null, after: is?.[1] ?? null }];
  });
}

/** The value alone, unless there is more to it. Where in a file it stood makes no difference. */
function suppliedText({ state, value = null, invalid, evidence, note, record }: SuppliedFact): string {
  const beside = { ...(evidence.length > 0 && { evidence }), invalid, note, record };
  const isPlain = Object.values(beside).every((part) => part === undefined);
  if (isPlain) return state === "missing" ? state : text(value);
  return text({ ...(state === "missing" ? { state } : { value }), ...beside });
}

/** The whole list; where in a file its facts stood makes no difference. */
function instancesText({ entries, invalid }: SuppliedList): string {
  const said = entries.map(({ facts, ...more }) => ({
    ...more,
    facts: facts.map((fact) => [fact.id, suppliedText(fact)]),
  }));
  return text({ entries: said, ...(invalid && { invalid }) });
}

function codesByPath(problems: readonly Diagnostic[]): ReadonlyMap<string, string> {
  const codes = new Map<string, string>();
  for (const { path, code } of problems) codes.set(path, [codes.get(path), code].filter(Boolean).join(" "));
  return codes;
}

function text(value: unknown): string {
  return typeof value === "string" ? value : canonicalJson(value);
}
