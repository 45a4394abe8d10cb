/** What every part of a story needs: the language, the declared facts, and the documents that clauses are cited from. */
import type { Assessment, EntryResult, FactNote, InstanceResult, NodeResult, Read } from "../model/assessment.js";
import type { Language } from "../model/language.js";
import type { DateText } from "../model/numbers.js";
import type { SourceDocument, Title } from "../model/rubric.js";

export interface Telling {
  readonly lang: Language;
  /** The day that periods end on; null where none is meant yet. */
  readonly asOf: DateText | null;
  readonly facts: ReadonlyMap<string, FactNote>;
  readonly reads: ReadonlyMap<string, Read>;
  /** The instance that is told of; absent: the enterprise. Its facts are then among the reads. */
  readonly instance?: { readonly id: string; readonly title: string };
  /** Of derived counts: what they count. */
  readonly entries: ReadonlyMap<string, readonly EntryResult[]>;
  readonly documents: ReadonlyMap<string, SourceDocument>;
  /** Titles of conditions and components, for sentences that name them. */
  readonly assessment: Assessment;
  /** Whether one indicator is asked about: then everything is told. */
  readonly inFull: boolean;
}

export function tellingOf(assessment: Assessment, lang: Language, inFull: boolean): Telling {
  const { facts, scheme, components, instances = [] } = assessment;
  const declared = [...facts.map((fact) => fact.declared), ...instances.flatMap((list) => list.declared)];
  const rubrics = [scheme, ...components.flatMap(({ sheet }) => sheet ?? [])];
  return {
    lang,
    asOf: assessment.asOf,
    facts: new Map(declared.map((fact) => [fact.id, fact])),
    reads: new Map(facts.map(({ declared, read }) => [declared.id, read])),
    entries: new Map(facts.flatMap(({ declared, entries }) => (entries ? [[declared.id, entries] as const] : []))),
    documents: new Map(rubrics.flatMap(({ documents }) => documents.map((document) => [document.id, document]))),
    assessment,
    inFull,
  };
}

/** A node as it is told: what stands for an instance, with all below it, is told of that one. */
export function tellingAt({ instance }: NodeResult, around: Telling): Telling {
  return instance ? tellingIn(instance, around) : around;
}

/** Every node from this one down, with its own telling. */
export function toldNodes(
  node: NodeResult,
  around: Telling,
): readonly { readonly node: NodeResult; readonly telling: Telling }[] {
  const telling = tellingAt(node, around);
  return [{ node, telling }, ...(node.children ?? []).flatMap((child) => toldNodes(child, telling))];
}

/** The same for one instance, which has facts of its own. */
export function tellingIn({ list, id }: NonNullable<NodeResult["instance"]>, telling: Telling): Telling {
  const entry = instanceOf(list, id, telling);
  if (!entry) return telling;
  const { title = id, facts } = entry;
  const counted = facts.flatMap(({ read, entries }) => (entries ? [[read.fact, entries] as const] : []));
  return {
    ...telling,
    instance: { id, title },
    reads: new Map([...telling.reads, ...facts.map(({ read }) => [read.fact, read] as const)]),
    entries: new Map([...telling.entries, ...counted]),
  };
}

function instanceOf(list: string, id: string, { assessment }: Telling): InstanceResult | undefined {
  return assessment.instances?.find((each) => each.list === list)?.entries.find((entry) => entry.id === id);
}

/** One thing written in both languages; the wanted one. */
export function say({ lang }: { readonly lang: Language }, zh: string, en: string): string {
  return lang === "zh" ? zh : en;
}

export function titleOf(title: Title, { lang }: { readonly lang: Language }): string {
  return typeof title === "string" ? title : title[lang];
}

/** `甲、乙、丙`; `a, b, c`. */
export function listed(items: readonly string[], telling: { readonly lang: Language }): string {
  return items.join(say(telling, "、", ", "));
}

/** Before a Chinese word: Latin letters and figures keep their distance. */
export function beforeWord(text: string): string {
  return /[\w%]$/.test(text) ? `${text} ` : text;
}

/** Words behind a name: full-width brackets in Chinese. */
export function bracketed(text: string, telling: { readonly lang: Language }): string {
  return say(telling, `（${text}）`, ` (${text})`);
}

/** A clause behind what it is the clause of; brackets of its own, since clauses are full of round ones. */
export function citation(clause: string, telling: { readonly lang: Language }): string {
  return say(telling, `〔${clause}〕`, ` [${clause}]`);
}

/** The clause as cited; a document is named only where it is not the usual one. */
export function cited(clause: string | undefined, source: string | undefined, telling: Telling): string | null {
  if (clause === undefined) return null;
  const document = source === undefined ? undefined : telling.documents.get(source);
  if (!document) return clause;
  const title = titleOf(document.title, telling);
  // A title that quotes itself is cited up to its closing mark: the number of the document behind it is long.
  const quoted = /^《.*》/u.exec(title)?.[0];
  return say(telling, `${quoted ?? `《${title}》`}${clause}`, `${quoted ?? title}, ${clause}`);
}
