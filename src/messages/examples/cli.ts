/** An example of every code of the stage `cli`. */
import type { CliCode } from "../../model/codes.js";
import type { Example } from "./example.js";

export const cliExamples: Readonly<Partial<Record<CliCode, Example>>> = {};
