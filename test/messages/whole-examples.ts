/** What the abridged examples stand for, in full; beside each the reason why nobody wants to read it. */
import type { Files } from "../../src/messages/examples/frames.js";
import type { Parts } from "../../src/messages/examples/example.js";
import type { DiagnosticCode } from "../../src/model/codes.js";

export interface WholeExample {
  readonly why: string;
  /** Parts as in an example, or files where not even a text can say it. */
  readonly bad: Parts | Files<string | Uint8Array>;
  readonly good: Parts | Files<string | Uint8Array>;
}

export const wholeExamples: Readonly<Partial<Record<DiagnosticCode, WholeExample>>> = {};
