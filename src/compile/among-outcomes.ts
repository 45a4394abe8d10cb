/** A scheme that decides among some of its outcomes only, in their order; scores and conditions are as ever. */
import type { CompiledScheme } from "./program.js";

/** The last outcome, which holds otherwise, always stays. */
export function amongOutcomes(compiled: CompiledScheme, isAmong: (outcome: string) => boolean): CompiledScheme {
  const { program } = compiled;
  const { scheme } = program;
  const last = scheme.outcomes.length - 1;
  const kept = scheme.outcomes.map(({ id }, i) => i === last || isAmong(id));
  return {
    ...compiled,
    program: {
      ...program,
      scheme: { ...scheme, outcomes: scheme.outcomes.filter((_, i) => kept[i]) },
      outcomes: program.outcomes.filter((_, i) => kept[i]),
    },
  };
}
