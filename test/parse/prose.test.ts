import { describe, expect, test } from "vitest";
import { codesOf, documentOf } from "./reading.js";

const sheet = `# yaml-language-server: $schema=../../rubric.v1.json
# 说明：本表依据“通知”起草，分值合计100分；不足之处，请指正。
kind: sheet
id: property-management-2023
version: 2023.10
category: sector
title: { zh: 物业服务行业指标（2023年度）, en: "Property management: sector indicators" }
status: drafted
documents:
  notice-2023: { title: 关于征集2023年度“北京市共铸诚信企业”的通知, date: 2023-10-18 }
source: notice-2023
points: 100
facts:
  收缴率: { type: decimal, title: 物业费收缴率（％）, range: { at_least: 0, at_most: 100 } }
  投诉办结: { type: decimal, title: 投诉按期办结率：12345热线、现场、来信 }
indicators:
  - id: A
    title: 合同与公示（一）
    points: 40
    indicators:
      - id: A1
        title: 服务合同备案；合同履约：按约定提供服务，无重大违约
        points: 20
        clause: 五（一）
        note: 注意：以上、以下均含本数——例如“80分以上”含80分！
        scoring:
          rule: tiers
          fact: 收缴率
          tiers:
            - { at_least: 95, points: 20 }
            - { at_least: 80, below: 95, points: 12.5 }   # 含80，不含95
            - { below: 80, points: 0 }
      - id: A2
        title: 收费公示
        points: 20
        standard: |
          　　一、公示位置：小区主要出入口；
          　　二、公示内容：收费项目、标准、依据，缺一项扣5分，扣完为止。
          重点: 电梯、消防 # 这里不是注释
        note: >
          折叠的段落：第一行，
          第二行（含全角标点）。
        basis: "《物业管理条例》第六条: “收费应当公示”"
        evidence:
          - 照片：三张以上
          - 公示栏（2023年1月1日－12月31日）
          - 《合同》，含附件
          - A1：与合同一致的清单
        scoring: { rule: flag, fact: fees_published, title: 是否公示，以现场为准 }
  - id: B
    title: 安全管理
    points: 60
    options: [北京市, 天津市, 河北省（雄安新区）]
    reasons: [未按时提交，已补交, 其他]
    text: 一段没有引号的话：它跨了
      两行，第二行有“：”和，也算正文。
`;

describe("a Chinese rubric with full-width punctuation in its values", () => {
  test("has no finding", () => {
    expect(codesOf(sheet)).toEqual([]);
  });

  test("nor with the line ends of Windows", () => {
    expect(codesOf(sheet.replaceAll("\n", "\r\n"))).toEqual([]);
  });

  test("is read as written", () => {
    const { value } = documentOf(sheet);
    expect(value).toMatchObject({
      version: "2023.10",
      facts: { 收缴率: { title: "物业费收缴率（％）" } },
      indicators: [
        { indicators: [{ clause: "五（一）" }, { note: "折叠的段落：第一行， 第二行（含全角标点）。\n" }] },
        {},
      ],
    });
  });
});
