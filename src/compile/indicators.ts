/** Which indicator a condition of a scheme means: `component/id`, a bare id that one component has, or a component. */
import { pointer } from "../base/pointer.js";
import type { Condition, IndicatorQuestion } from "../model/condition.js";
import type { Indicator, Scheme, Sheet } from "../model/rubric.js";
import type { FoundSheets } from "./find.js";

export interface NamedIndicator {
  /** `component/id`; the sheet itself is the component's id. */
  readonly key: string;
  /** In the sheets that have it; none where no sheet of the component is loaded. */
  readonly nodes: readonly Indicator[];
}

/** One of each component that has it, in the sheets that a fact sheet may choose. */
export function indicatorsNamed(name: string, found: readonly FoundSheets[]): readonly NamedIndicator[] {
  // Ids hold no slash, so the first one ends the component.
  const slash = name.indexOf("/");
  const [component, id] = slash < 0 ? [undefined, name] : [name.slice(0, slash), name.slice(slash + 1)];
  return found.flatMap((entry): readonly NamedIndicator[] => {
    const own = entry.component.id;
    if (component !== undefined && component !== own) return [];
    if (component === undefined && id === own)
      return [{ key: own, nodes: entry.sheets.map(({ rubric }) => rubric.root) }];
    const nodes = entry.sheets.flatMap(({ rubric }) => below(rubric.root).filter((node) => node.id === id));
    // Sheets that are yet to come may have it.
    const unseen = component !== undefined && entry.sheets.length === 0;
    return nodes.length > 0 || unseen ? [{ key: `${own}/${id}`, nodes }] : [];
  });
}

/** Every name under which something can be asked for. */
export function indicatorNames(found: readonly FoundSheets[]): readonly string[] {
  const names = found.flatMap(({ component, sheets }) => [
    component.id,
    ...sheets.flatMap(({ rubric }) => below(rubric.root).flatMap(({ id }) => [id, `${component.id}/${id}`])),
  ]);
  return [...new Set(names)];
}

function below(node: Indicator): readonly Indicator[] {
  return node.kind === "leaf" ? [] : node.children.flatMap((child) => [child, ...below(child)]);
}

/** A question about the breakdown, and where it stands. */
export interface AskedIndicator {
  readonly question: Condition & { kind: IndicatorQuestion };
  readonly path: string;
  /** The condition, preference or outcome that asks; of an effect the scheme. */
  readonly user: string;
}

export function indicatorsAsked(scheme: Scheme): readonly AskedIndicator[] {
  const { eligibility, preferences, effects, outcomes } = scheme;
  return [
    ...eligibility.flatMap(({ id, path, require, appliesWhen }) => [
      ...askedIn(require, pointer(path, "require"), id),
      ...(appliesWhen ? askedIn(appliesWhen, pointer(path, "applies_when"), id) : []),
    ]),
    ...effects.flatMap(({ path, when }) => askedIn(when, pointer(path, "when"), scheme.id)),
    ...[...preferences, ...outcomes].flatMap(({ id, path, when }) =>
      when ? askedIn(when, pointer(path, "when"), id) : [],
    ),
  ];
}

/**
 * A condition may ask about an indicator that only sheets have which a fact sheet did not choose. Without one of them
 * the scheme would not compile again: these stand beside the sheets that are used.
 */
export function sheetsAsked(scheme: Scheme, found: readonly FoundSheets[], used: ReadonlySet<Sheet>): readonly Sheet[] {
  const asked = indicatorsAsked(scheme).flatMap(({ question: { kind, indicator } }) => {
    const having = found.flatMap((entry) =>
      entry.sheets.filter((sheet) =>
        indicatorsNamed(indicator, [{ ...entry, sheets: [sheet] }]).some(({ nodes }) =>
          nodes.some((node) => kind === "indicator" || node.kind === "group"),
        ),
      ),
    );
    return having.some(({ rubric }) => used.has(rubric)) ? [] : having.slice(0, 1);
  });
  return [...new Set(asked.map(({ rubric }) => rubric))];
}

export function askedIn(condition: Condition, path: string, user: string): readonly AskedIndicator[] {
  switch (condition.kind) {
    case "all":
    case "any":
    case "at_least_n": {
      const list =
        condition.kind === "at_least_n" ? pointer(pointer(path, "at_least_n"), "of") : pointer(path, condition.kind);
      return condition.of.flatMap((part, i) => askedIn(part, pointer(list, i), user));
    }
    case "not":
      return askedIn(condition.of, pointer(path, "not"), user);
    case "indicator":
    case "any_child_of":
    case "every_child_of":
      return [{ question: condition, path: pointer(path, condition.kind), user }];
    case "fact":
    case "events":
    case "score":
    case "band":
    case "vetoed":
    case "eligibility":
      return [];
  }
}
