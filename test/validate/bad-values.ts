/** JavaScript values that no YAML reader gives: each is one finding, and none is an exception. */
import type { ValidateCode } from "../../src/model/codes.js";

export interface BadValue {
  readonly name: string;
  readonly code: ValidateCode;
  readonly path: string;
  /** A fresh value each time: some fail when they are read. */
  readonly make: () => unknown;
}

const scheme = (changes: object) => ({
  kind: "scheme",
  id: "p",
  version: "1",
  title: "方案",
  points: 100,
  blend: [{ id: "base", sheet: "s", weight: 1 }],
  goal: "passed",
  outcomes: [{ id: "passed", otherwise: true }],
  ...changes,
});

class Title {
  readonly zh = "甲";
}

export const goodValue = () => scheme({});

export const badValues: readonly BadValue[] = [
  { name: "null", code: "document-empty", path: "", make: () => null },
  { name: "a list", code: "not-a-mapping", path: "", make: () => [] },
  { name: "0.1 + 0.2", code: "number-precision", path: "/points", make: () => scheme({ points: 0.1 + 0.2 }) },
  { name: "NaN", code: "number-precision", path: "/points", make: () => scheme({ points: Number.NaN }) },
  { name: "1e21", code: "number-precision", path: "/points", make: () => scheme({ points: 1e21 }) },
  { name: "beyond safe integers", code: "number-precision", path: "/points", make: () => scheme({ points: 2 ** 53 }) },
  { name: "a bigint", code: "value-not-plain", path: "/points", make: () => scheme({ points: 1n }) },
  { name: "a function", code: "value-not-plain", path: "/title", make: () => scheme({ title: () => "方案" }) },
  { name: "a symbol", code: "value-not-plain", path: "/title", make: () => scheme({ title: Symbol("a") }) },
  { name: "a symbol as a key", code: "value-not-plain", path: "", make: () => scheme({ [Symbol("a")]: 1 }) },
  { name: "a class instance", code: "value-not-plain", path: "/title", make: () => scheme({ title: new Title() }) },
  { name: "a Date", code: "value-not-plain", path: "/effective", make: () => scheme({ effective: new Date(0) }) },
  { name: "a Map", code: "value-not-plain", path: "/documents", make: () => scheme({ documents: new Map() }) },
  { name: "half a character", code: "text-broken", path: "/title", make: () => scheme({ title: "\uD800" }) },
  {
    name: "a getter that throws",
    code: "value-unreadable",
    path: "/status",
    make: () =>
      Object.defineProperty(scheme({}), "status", {
        get() {
          throw new Error("no");
        },
      }),
  },
  {
    name: "a proxy that throws",
    code: "value-unreadable",
    path: "/documents",
    make: () =>
      scheme({
        documents: new Proxy(
          {},
          {
            ownKeys() {
              throw new Error("no");
            },
          },
        ),
      }),
  },
  {
    name: "a revoked proxy",
    code: "value-unreadable",
    path: "/documents",
    make() {
      const { proxy, revoke } = Proxy.revocable({}, {});
      revoke();
      return scheme({ documents: proxy });
    },
  },
  {
    name: "a cycle",
    code: "value-cyclic",
    path: "/documents/self",
    make() {
      const documents: Record<string, unknown> = {};
      documents["self"] = documents;
      return scheme({ documents });
    },
  },
  {
    name: "a condition of 70 levels",
    code: "value-too-deep",
    path: "/outcomes/0/when/not/not",
    make() {
      let when: object = { eligibility: "eligible" };
      for (let i = 0; i < 70; i += 1) when = { not: when };
      return scheme({
        outcomes: [
          { id: "passed", when },
          { id: "failed", otherwise: true },
        ],
      });
    },
  },
  {
    name: "a hole in a list",
    code: "value-not-plain",
    path: "/roles/1",
    make: () => scheme({ roles: Object.assign(["a"], { 2: "b" }) }),
  },
  {
    name: "a huge list",
    code: "value-too-wide",
    path: "/roles",
    make: () => scheme({ roles: Array.from({ length: 10_001 }, () => "a") }),
  },
  {
    name: "a sparse list",
    code: "value-too-wide",
    path: "/roles",
    make: () => scheme({ roles: Object.assign([], { length: 4e9 }) }),
  },
  { name: "a huge text", code: "value-too-large", path: "/title", make: () => scheme({ title: "长".repeat(3e6) }) },
  {
    name: "one list, shared two to the thirtieth times",
    code: "value-too-large",
    path: "",
    make() {
      let roles: unknown[] = ["a"];
      for (let i = 0; i < 30; i += 1) roles = [roles, roles];
      return scheme({ roles });
    },
  },
];
