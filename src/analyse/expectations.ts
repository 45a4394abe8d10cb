/** What a case expects, held against an assessment: exact equality, as numbers where it is a number. */
import { compare, formatExact, readExact, subtract } from "../base/exact.js";
import { nearest } from "../base/nearest.js";
import { catalogue } from "../messages/catalogue.js";
import type { Assessment, NodeResult } from "../model/assessment.js";
import type { Expectation, ExpectedNumber } from "../model/cases.js";
import type { ExactText } from "../model/numbers.js";

/** As expected; or not, with both in words; or about something that is not there. */
export type Comparison =
  | { readonly kind: "equal" }
  | { readonly kind: "different"; readonly expected: string; readonly actual: string; readonly by: ExactText | null }
  | { readonly kind: "unknown"; readonly id: string; readonly nearest: readonly string[] };

const EQUAL: Comparison = { kind: "equal" };

/** `outcomes` are those of the scheme: an assessment tells only the ones that were asked. */
export function compareWith(expectation: Expectation, assessment: Assessment, outcomes: readonly string[]): Comparison {
  const { score, decision, eligibility } = assessment;
  switch (expectation.about) {
    case "score":
      return compareNumbers(expectation.value, score.exact ?? score.status);
    case "least":
    case "most":
      return compareNumbers(expectation.value, score.bounds[expectation.about] ?? "none");
    case "display":
      return compareWords(expectation.value, score.display ?? score.status);
    case "outcome":
      return (
        unknownOutcome([expectation.value], [...outcomes, "undetermined"]) ??
        compareWords(expectation.value, decision.outcome)
      );
    case "possible":
      return (
        unknownOutcome(expectation.values, outcomes) ??
        compareWords(listed([...expectation.values].sort()), listed([...decision.possible].sort()))
      );
    case "band": {
      const known = (assessment.scheme.bands ?? []).map(({ id }) => id);
      return (
        unknownOutcome([expectation.value], [...known, "open"]) ??
        compareWords(expectation.value, decision.band ?? "open")
      );
    }
    case "eligibility":
      return compareWords(expectation.value, eligibility.status);
    case "condition": {
      const conditions = [...eligibility.conditions, ...assessment.preferences];
      const condition = conditions.find(({ id }) => id === expectation.id);
      if (condition) return compareWords(expectation.value, condition.status);
      return unknown(
        expectation.id,
        conditions.map(({ id }) => id),
      );
    }
    case "indicator":
      return compareIndicator(expectation.id, expectation.value, assessment);
    case "findings":
      return compareFindings(expectation.values, assessment);
  }
}

/** How the author named it: `score`, `score/least`, `indicators/base/A1`. */
export function aboutOf(expectation: Expectation): string {
  switch (expectation.about) {
    case "least":
    case "most":
      return `score/${expectation.about}`;
    case "indicator":
      return `indicators/${expectation.id}`;
    case "condition":
      return `conditions/${expectation.id}`;
    default:
      return expectation.about;
  }
}

/** `component/id`, a bare id where it is unique, or a component for the whole of its sheet: as `explain` finds it. */
export function findNode({ components }: Assessment, name: string): NodeResult | undefined {
  const found = components.flatMap(({ id, root }) => {
    if (!root) return [];
    return name === id ? [root] : nodesBelow(root).filter((node) => node.id === bareId(name, id));
  });
  return found.length === 1 ? found[0] : undefined;
}

/** Without the component that stands in front. */
export function bareId(name: string, component: string): string {
  return name.startsWith(`${component}/`) ? name.slice(component.length + 1) : name;
}

/** Codes of errors and warnings; what is only told counts where it is expected. */
export function findingCodes({ findings }: Assessment, expected: readonly string[]): readonly string[] {
  const counted = findings.filter(({ severity, code }) => severity !== "info" || expected.includes(code));
  return [...new Set<string>(counted.map(({ code }) => code))].sort();
}

function compareIndicator(name: string, expected: ExpectedNumber, assessment: Assessment): Comparison {
  const node = findNode(assessment, name);
  if (!node) return unknownIndicator(name, assessment);
  const actual = node.awarded?.exact ?? (node.status === "not-applicable" ? "not-applicable" : "open");
  return compareNumbers(expected, actual);
}

function unknownIndicator(name: string, { components }: Assessment): Comparison {
  const names = components.flatMap(({ id, root }) =>
    root ? nodesBelow(root).map((node) => ({ bare: node.id, full: `${id}/${node.id}` })) : [],
  );
  const same = names.filter(({ bare }) => bare === name.slice(name.indexOf("/") + 1));
  if (same.length > 0) return { kind: "unknown", id: name, nearest: same.map(({ full }) => full) };
  return unknown(name, [...new Set(names.map(({ bare }) => bare))]);
}

function compareFindings(expected: readonly string[], assessment: Assessment): Comparison {
  const strange = expected.find((code) => !Object.hasOwn(catalogue, code));
  if (strange !== undefined) return unknown(strange, Object.keys(catalogue));
  return compareWords(listed([...new Set(expected)].sort()), listed(findingCodes(assessment, expected)));
}

function unknownOutcome(ids: readonly string[], known: readonly string[]): Comparison | undefined {
  const strange = ids.find((id) => !known.includes(id));
  return strange === undefined ? undefined : unknown(strange, known);
}

function compareNumbers(expected: ExpectedNumber, actual: string): Comparison {
  const isNumber = /\d/.test(actual);
  if ("word" in expected) return compareWords(expected.word, actual);
  if (!isNumber) return { kind: "different", expected: expected.number, actual, by: null };
  const [wanted, got] = [readExact(expected.number), readExact(actual)];
  if (compare(wanted, got) === 0) return EQUAL;
  return { kind: "different", expected: expected.number, actual, by: formatExact(subtract(got, wanted)) };
}

function compareWords(expected: string, actual: string): Comparison {
  return expected === actual ? EQUAL : { kind: "different", expected, actual, by: null };
}

function unknown(id: string, known: readonly string[]): Comparison {
  return { kind: "unknown", id, nearest: nearest(id, known) };
}

function listed(words: readonly string[]): string {
  return `[${words.join(", ")}]`;
}

function nodesBelow(node: NodeResult): readonly NodeResult[] {
  return (node.children ?? []).flatMap((child) => [child, ...nodesBelow(child)]);
}
