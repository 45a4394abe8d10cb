/** Who scored, in records. `semantics` rises only with a change that could alter a score. */
export const ENGINE = { name: "chengxin", version: "0.1.0", semantics: 1 } as const;
