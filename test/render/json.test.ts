import { describe, expect, test } from "vitest";
import { renderJson } from "../../src/index.js";
import { filled, half, rubrics } from "../helpers/build/kitchen.js";
import { node, scheme, scorer, sheet } from "../helpers/build/rubric.js";

/** The contract of the format, once in full: a sheet of one leaf. */
const SMALLEST = `{
  "format": "chengxin/assessment@1",
  "scheme": {
    "id": "scheme",
    "version": "1",
    "title": "Scheme",
    "points": "100",
    "display": {
      "places": 2,
      "mode": "half-up"
    },
    "documents": [
      {
        "id": "notice",
        "title": "通知"
      }
    ],
    "source": "notice"
  },
  "drafted": [
    "sheet"
  ],
  "subject": {
    "id": null,
    "name": "甲公司"
  },
  "asOf": "2023-11-10",
  "role": "self",
  "eligibility": {
    "status": "eligible",
    "conditions": [
      {
        "id": "E1",
        "title": "注册",
        "status": "satisfied",
        "clause": "五（一）",
        "asks": {
          "kind": "fact",
          "fact": "registered",
          "tests": [
            {
              "op": "is",
              "value": true
            }
          ]
        },
        "because": [
          {
            "read": "registered",
            "value": true,
            "state": "given",
            "test": {
              "is": true
            },
            "result": "true"
          }
        ]
      }
    ]
  },
  "preferences": [],
  "materials": {
    "complete": false,
    "missing": [
      "M4"
    ],
    "items": [
      {
        "id": "M4",
        "title": "征信报告",
        "required": true,
        "papers": []
      }
    ]
  },
  "score": {
    "status": "scored",
    "exact": "86.345",
    "display": "86.35",
    "bounds": {
      "least": "86.345",
      "most": "86.345",
      "tight": true
    },
    "certain": true,
    "adjustments": []
  },
  "decision": {
    "outcome": "pass",
    "certain": true,
    "possible": [
      "pass"
    ],
    "goal": "pass",
    "threshold": "80",
    "margin": "6.345",
    "band": null,
    "reasons": [
      {
        "outcome": "pass",
        "result": "true",
        "asks": {
          "kind": "score",
          "interval": {
            "low": {
              "value": "80",
              "inclusive": true
            }
          }
        },
        "because": [
          {
            "read": "score",
            "value": "86.345",
            "state": "given",
            "test": {
              "at_least": "80"
            },
            "result": "true"
          }
        ]
      }
    ]
  },
  "components": [
    {
      "id": "base",
      "weight": "1",
      "sheet": {
        "id": "sheet",
        "version": "1",
        "title": "Sheet",
        "status": "drafted",
        "documents": [
          {
            "id": "notice",
            "title": "通知"
          }
        ],
        "source": "notice"
      },
      "root": {
        "id": "sheet",
        "title": "Sheet",
        "level": 0,
        "points": "100",
        "available": "100",
        "awarded": {
          "exact": "86.345",
          "display": "86.35"
        },
        "bounds": {
          "least": "86.345",
          "most": "86.345",
          "tight": true
        },
        "status": "scored",
        "factor": "1",
        "contribution": "86.345",
        "shortfall": "13.655",
        "adjustments": [],
        "read": [],
        "steps": [
          {
            "op": "sum",
            "in": [
              "86.345"
            ],
            "out": "86.345"
          }
        ],
        "children": [
          {
            "id": "L",
            "title": "L",
            "level": 1,
            "points": "100",
            "available": "100",
            "awarded": {
              "exact": "86.345",
              "display": "86.35"
            },
            "bounds": {
              "least": "86.345",
              "most": "86.345",
              "tight": true
            },
            "status": "scored",
            "factor": "1",
            "contribution": "86.345",
            "shortfall": "13.655",
            "adjustments": [],
            "rule": "flag",
            "standard": {
              "rule": "flag",
              "fact": "L",
              "points": "86.345"
            },
            "read": [
              {
                "fact": "L",
                "value": true,
                "state": "given",
                "evidence": []
              }
            ],
            "steps": [
              {
                "op": "flag",
                "in": [
                  true
                ],
                "out": "86.345"
              }
            ],
            "clause": "六（二）"
          }
        ]
      }
    }
  ],
  "facts": [
    {
      "declared": {
        "id": "registered",
        "type": "boolean"
      },
      "read": {
        "fact": "registered",
        "value": true,
        "state": "given",
        "evidence": []
      }
    },
    {
      "declared": {
        "id": "L",
        "title": "L",
        "type": "boolean"
      },
      "read": {
        "fact": "L",
        "value": true,
        "state": "given",
        "evidence": []
      }
    }
  ],
  "findings": []
}
`;

describe("an assessment as JSON", () => {
  test("one small one, to the byte", () => {
    const score = scorer(
      sheet({
        status: "drafted",
        documents: { notice: { title: "通知" } },
        source: "notice",
        indicators: [
          node("L", 100, {
            clause: "六（二）",
            scoring: { rule: "flag", fact: { type: "boolean" }, points: "86.345" },
          }),
        ],
      }),
      scheme({
        documents: { notice: { title: "通知" } },
        source: "notice",
        facts: { registered: { type: "boolean" } },
        roles: ["self"],
        eligibility: [{ id: "E1", title: "注册", clause: "五（一）", require: { fact: "registered", is: true } }],
        materials: [{ id: "M4", title: "征信报告", required: true }],
      }),
    );
    expect(renderJson(score({ role: "self", subject: { name: "甲公司" }, facts: { L: true, registered: true } }))).toBe(
      SMALLEST,
    );
  });

  test("keys are in the order of the contract at every node, and those without a value are left out", () => {
    const KEYS = [
      "id",
      "title",
      "level",
      "points",
      "available",
      "awarded",
      "bounds",
      "status",
      "factor",
      "contribution",
      "shortfall",
      "adjustments",
      "rule",
      "standard",
      "read",
      "steps",
      "renormalise",
      "clause",
      "source",
      "terms",
      "applicability",
      "children",
    ];
    const walk = (entry: { readonly children?: readonly object[] }): void => {
      const keys = Object.keys(entry);
      expect(keys).toEqual(KEYS.filter((key) => keys.includes(key)));
      expect("children" in entry).toBe(!("rule" in entry));
      (entry.children ?? []).forEach(walk);
    };
    for (const facts of [filled, half]) {
      const assessment = scorer(...rubrics)(facts);
      assessment.components.forEach(({ root }) => root && walk(root));
      expect(Object.keys(assessment)).toEqual([
        "format", "scheme", "drafted", "subject", "asOf", "role", "eligibility", "preferences", "materials", "score", "decision", "components", "facts", "findings",
      ]); // prettier-ignore
      expect(Object.keys(assessment.decision)).toEqual([
        "outcome",
        "certain",
        "possible",
        "goal",
        "threshold",
        "margin",
        "band",
        "reasons",
      ]);
      expect(Object.keys(assessment.score)).toEqual(["status", "exact", "display", "bounds", "certain", "adjustments"]);
    }
  });

  test("no number is a JavaScript number but what counts: levels, entries, items, years of a window", () => {
    const numbers: string[] = [];
    JSON.parse(renderJson(scorer(...rubrics)(filled)), (key, value: unknown) => {
      if (typeof value === "number") numbers.push(key);
      return value;
    });
    expect([...new Set(numbers)].sort()).toEqual(["index", "level", "line", "n", "of", "places", "value"]); // `n` years of a window, `of` n items, `places` of a rounding
  });

  test("every exact number has the one spelling", () => {
    const SPELLING = /^(-?(0|[1-9]\d*)(\.\d*[1-9])?|-?[1-9]\d*\/[1-9]\d*)$/;
    const EXACT = new Set([
      "exact",
      "least",
      "most",
      "factor",
      "contribution",
      "shortfall",
      "margin",
      "available",
      "by",
      "points",
      "threshold",
      "weight",
    ]);
    let seen = 0;
    for (const facts of [filled, half]) {
      JSON.parse(renderJson(scorer(...rubrics)(facts)), function (this: object, key: string, value: unknown) {
        // A judgement's own name of its assessor is `by` as well; the rule as data keeps the author's spelling.
        if (
          EXACT.has(key) &&
          typeof value === "string" &&
          !("reason" in this) &&
          !("rule" in this) &&
          !("option" in this) &&
          !("interval" in this) &&
          !("at" in this) &&
          !("kind" in this)
        ) {
          seen += 1;
          if (key === "by" ? "cause" in this : true) expect(value).toMatch(SPELLING);
          expect(value).not.toBe("-0");
        }
        return value;
      });
    }
    expect(seen).toBeGreaterThan(100);
  });

  test("ends with one line break", () => {
    const text = renderJson(scorer(...rubrics)(half));
    expect(text.endsWith("}\n")).toBe(true);
    expect(text.endsWith("\n\n")).toBe(false);
  });
});
