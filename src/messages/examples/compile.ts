/** An example of every code of the stage `compile`. */
import type { CompileCode } from "../../model/codes.js";
import type { Example } from "./example.js";

export const compileExamples: Readonly<Partial<Record<CompileCode, Example>>> = {};
