/** Words for what goes wrong around the texts: files, arguments. */
import type { CliCode } from "../model/codes.js";
import type { CatalogueEntry } from "./diagnose.js";

export const cliMessages: Readonly<Record<CliCode, CatalogueEntry>> = {
  "unreadable-file": {
    severity: "error",
    zh: "无法读取 `{file}`（{reason}）",
    en: "`{file}` cannot be read ({reason})",
    hint: {
      zh: "核对文件名和文件夹：`ENOENT` 是没有这个文件，`EACCES` 是没有读取权限",
      en: "check the path: `ENOENT` means that there is no such file, `EACCES` that you may not read it",
    },
  },
  "nothing-matched": {
    severity: "error",
    zh: "`{file}` 里没有可以处理的文件",
    en: "there is nothing to work on in `{file}`",
    hint: {
      zh: "填报表的文件名以 `.facts.yaml` 结尾，测试用例以 `.cases.yaml` 结尾，指标表和评价方案以 `.yaml` 结尾；计分要写填报表",
      en: "names of fact sheets end in `.facts.yaml`, of golden cases in `.cases.yaml`, of rubrics in `.yaml`; what is scored is a fact sheet",
    },
  },
  "unknown-verb": {
    severity: "error",
    zh: "没有 `{got}` 这个命令",
    en: "there is no command `{got}`",
    hint: {
      zh: "可用的命令：`{known}`；用 `chengxin --help` 查看说明",
      en: "the commands are `{known}`; see `chengxin --help`",
    },
  },
  "unknown-code": {
    severity: "error",
    zh: "没有 `{got}` 这个代码",
    en: "there is no code `{got}`",
    hint: {
      zh: "您是不是要写 `{nearest}`？用 `chengxin code` 查看全部代码",
      en: "did you mean `{nearest}`? see all of them with `chengxin code`",
    },
    hintWithoutList: { zh: "用 `chengxin code` 查看全部代码", en: "see all of them with `chengxin code`" },
  },
  "unknown-schema": {
    severity: "error",
    zh: "没有 `{got}` 的 JSON Schema",
    en: "there is no JSON Schema of `{got}`",
    hint: { zh: "可以写：`{known}`", en: "write one of `{known}`" },
  },
  "unknown-option": {
    severity: "error",
    zh: "没有 `{got}` 这个选项",
    en: "there is no option `{got}`",
    hint: {
      zh: "您是不是要写 `{nearest}`？用 `chengxin --help` 查看全部选项",
      en: "did you mean `{nearest}`? all options are in `chengxin --help`",
    },
    hintWithoutList: { zh: "用 `chengxin --help` 查看全部选项", en: "all options are in `chengxin --help`" },
  },
  "option-misplaced": {
    severity: "error",
    zh: "`{verb}` 没有选项 `{option}`",
    en: "`{verb}` has no option `{option}`",
    hint: { zh: "这个选项属于：`{known}`", en: "the option belongs to: `{known}`" },
  },
  "unknown-indicator": {
    severity: "error",
    zh: "没有 `{got}` 这个指标，或者几张表里都有",
    en: "there is no indicator `{got}`, or several sheets have one",
    hint: { zh: "请写其中一个：`{nearest}`", en: "write one of: `{nearest}`" },
    hintWithoutList: {
      zh: "`chengxin explain` 不写 `--indicator` 时会列出全部指标",
      en: "`chengxin explain` without `--indicator` tells all of them",
    },
  },
  "indicator-is-group": {
    severity: "error",
    zh: "`{got}` 是一组指标，答复要针对其中一个",
    en: "`{got}` is a group, and an answer is about one indicator",
    hint: { zh: "请写其中一个：`{nearest}`", en: "write one of: `{nearest}`" },
    hintWithoutList: { zh: "请写组里的一个指标", en: "write one of the indicators in it" },
  },
  "sheet-not-chosen": {
    severity: "error",
    zh: "`{component}` 用哪张指标表，还没有选",
    en: "no sheet is chosen for `{component}`",
    hint: { zh: "用 `--sheet` 选一张：`{known}`", en: "choose one with `--sheet`: `{known}`" },
    hintWithoutList: { zh: "先载入一张这个类别的指标表", en: "load a sheet of its category first" },
  },
  "missing-argument": {
    severity: "error",
    zh: "`{verb}` 后面还少一项：{wanted}",
    en: "`{verb}` needs {wanted} behind it",
    hint: {
      zh: "例如 `{example}`；用 `chengxin --help` 查看说明",
      en: "as in `{example}`; see `chengxin --help`",
    },
  },
  "stray-argument": {
    severity: "error",
    zh: "`{verb}` 后面不写 `{got}`",
    en: "`{verb}` takes no `{got}` behind it",
    hint: { zh: "请写 `chengxin {instead}`", en: "write `chengxin {instead}`" },
  },
  "too-many-arguments": {
    severity: "error",
    zh: "`{verb}` 一次只接受一个 {wanted}，这里有 {count} 个",
    en: "`{verb}` takes one {wanted} at a time, and here are {count}",
    hint: {
      zh: "每次只写一个，分几次执行",
      en: "name one, and run the command once for each",
    },
  },
  "bad-option-value": {
    severity: "error",
    zh: "选项 `{option}` 不能是 `{got}`",
    en: "the option `{option}` cannot be `{got}`",
    hint: { zh: "可以是：`{known}`", en: "it can be: `{known}`" },
    hintWithoutList: { zh: "只写 `{option}`，后面不写别的", en: "write `{option}` alone" },
  },
  "file-left-out": {
    severity: "warning",
    zh: "`{file}` 读不出编号，没有载入；计分时没有用到它",
    en: "`{file}` was left out: not even its id can be read",
    hint: { zh: "用 `chengxin check {file}` 查看原因", en: "see why with `chengxin check {file}`" },
  },
  "no-case-matched": {
    severity: "error",
    zh: "没有名称里含“{name}”的用例",
    en: "no case has `{name}` in its name",
    hint: {
      zh: "核对 `-t` 后面的文字；不写 `-t` 会运行全部用例",
      en: "check what stands behind `-t`; without it all cases are run",
    },
  },
  "update-refused": {
    severity: "error",
    zh: "环境变量 `CI` 已设置，不能用 `{option}` 改写期望值",
    en: "`{option}` changes what is expected, and is refused where the environment sets `CI`",
    hint: {
      zh: "在自己的电脑上改写，核对每一处以后再提交",
      en: "run it on your own machine, and look at every change before you commit it",
    },
  },
  "store-differs": {
    severity: "error",
    zh: "`{folder}` 里以 `{rubric}` 的校验值为名的文件，内容不是它",
    en: "the file in `{folder}` that is named by the digest of `{rubric}` says something else",
    hint: {
      zh: "文件被人改过：删去它再运行一次，或者换一个文件夹；记录没有写出",
      en: "somebody has changed it: remove it and try again, or take another folder; no record was written",
    },
  },
  "not-redactable": {
    severity: "error",
    zh: "`{file}` 不是可以隐去个人信息的记录（`{verdict}`）",
    en: "`{file}` is no record that anything can be taken out of (`{verdict}`)",
    hint: {
      zh: "要的是 `chengxin score --record` 生成、没有改动过、也没有隐去过的记录；用 `chengxin replay` 查看它哪里不对",
      en: "it takes a record from `chengxin score --record` that nobody has altered or redacted; `chengxin replay` tells what is wrong with it",
    },
  },
  "nothing-personal": {
    severity: "error",
    zh: "`{file}` 里没有个人信息",
    en: "there is nothing personal in `{file}`",
    hint: {
      zh: "哪些是个人信息，由指标表或评价方案在声明里写 `personal: true`；没有的，这份记录可以直接公开",
      en: "rubrics say `personal: true` where they declare a fact that is; where none is, the record can be published as it is",
    },
  },
  "not-comparable": {
    severity: "error",
    zh: "这些填报表不能放在一起比较：`{files}`",
    en: "these fact sheets cannot be set side by side: `{files}`",
    hint: {
      zh: "写两张以上：同一家企业、同一方案、同一评价日，每张的 `role` 各不相同，例如 `role: self` 和 `role: audited`",
      en: "name two or more of the same enterprise, scheme and day, each with a `role` of its own, such as `role: self` and `role: audited`",
    },
  },
  "no-difference": {
    severity: "error",
    zh: "`{file}` 复核不符（{verdict}），不能比较",
    en: "`{file}` is no record that holds ({verdict}), so there is nothing to compare",
    hint: {
      zh: "用 `chengxin replay {file}` 查看原因；两份都要是 `chengxin score --record` 生成的记录",
      en: "see why with `chengxin replay {file}`; both are records from `chengxin score --record`",
    },
  },
  "record-refused": {
    severity: "error",
    zh: "`{file}` 复核不符（{verdict}），不能以它为据",
    en: "`{file}` is no record that holds ({verdict}), so nothing is said on its ground",
    hint: {
      zh: "用 `chengxin replay {file}` 查看原因；记录由 `chengxin score --record` 生成",
      en: "see why with `chengxin replay {file}`; records come from `chengxin score --record`",
    },
  },
  "not-two-versions": {
    severity: "error",
    zh: "`{old}`（{before}）和 `{now}`（{after}）不是同一种东西的两个版本，没法比较",
    en: "`{old}` ({before}) and `{now}` ({after}) are no two versions of one thing",
    hint: {
      zh: "能比较的有：两份记录（`.record.json`）、两张指标表（`kind: sheet`）、两个方案（`kind: scheme`），或两个文件夹，里面放着方案和指标表",
      en: "compare two records (`.record.json`), two sheets, two schemes, or two folders with a scheme and its sheets in each",
    },
  },
  "not-reexaminable": {
    severity: "error",
    zh: "不能以 `{file}` 为原记录、按 `{facts}` 复查",
    en: "`{file}` and `{facts}` are not a title and what its holder files later",
    hint: {
      zh: "原记录要达到评价方案的目标结论（`goal`）；填报表要是同一家企业的，评价日不早于原记录",
      en: "the record has to have reached the `goal` of its scheme; the fact sheet is the same enterprise's, and no earlier",
    },
  },
  "not-written": {
    severity: "error",
    zh: "无法写入 `{file}`（{reason}）",
    en: "`{file}` cannot be written ({reason})",
    hint: {
      zh: "换一个文件夹：`ENOENT` 是没有这个文件夹，`EACCES` 是没有写入权限",
      en: "name another place: `ENOENT` means that there is no such folder, `EACCES` that you may not write there",
    },
  },
};
