/** The only door to zod. Everything here is used with `strict` in shape.ts; no sentence of zod reaches an author. */
export { array, meta, optional, strictObject, unknown } from "zod/mini";
export type { ZodMiniObject, ZodMiniType, infer as Infer } from "zod/mini";
