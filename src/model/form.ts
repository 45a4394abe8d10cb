/** A fact sheet still to be filled in: what is asked, in the order of the rubric, with what helps to answer. */

/** One answer to give. */
export interface FormField {
  /** The key that it is written behind. */
  readonly key: string;
  /** What is asked, how it is written, which papers belong to it. One line each. */
  readonly notes: readonly string[];
  readonly shape: "value" | "judgement" | "judgements" | "judgements-by-class" | "reason" | "papers";
  /** Of a value: what is written beside it; a record that is not required only where there is one. */
  readonly beside?: readonly ("evidence" | "record" | "record-if-any")[];
}

/** Fields that belong together: a condition, or an indicator with its standard. */
export interface FormPart {
  readonly heading: readonly string[];
  readonly fields: readonly FormField[];
}

/** One entry of a list of instances, to be filled in as often as there are any. */
export interface FormList {
  readonly list: string;
  readonly heading: readonly string[];
  readonly facts: readonly FormPart[];
  readonly judgements: readonly FormField[];
  readonly notApplicable: readonly FormField[];
}

export interface Form {
  readonly about: readonly string[];
  readonly scheme: string;
  /** Component and sheet, where the fact sheet has to name one. */
  readonly sheets: readonly (readonly [component: string, sheet: string])[];
  /** What the fields at the top ask for. */
  readonly head: { readonly subject: string; readonly name: string; readonly asOf: string; readonly role: string };
  readonly roles: readonly string[];
  readonly closed: string;
  readonly facts: readonly FormPart[];
  readonly judgements: FormPart;
  readonly notApplicable: FormPart;
  readonly instances: readonly FormList[];
  readonly materials: FormPart;
}
