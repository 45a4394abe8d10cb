/** `--help` and `--version`. */
import { readFile } from "node:fs/promises";
import type { Language } from "../model/language.js";
import type { Verb } from "./arguments.js";

export function help(lang: Language, verb?: Verb): string {
  return verb === undefined ? GENERAL[lang] : VERB[verb][lang];
}

export async function version(): Promise<string> {
  const manifest = JSON.parse(await readFile(new URL("../../package.json", import.meta.url), "utf8")) as {
    version: string;
  };
  return manifest.version;
}

const COMMON: Readonly<Record<Language, string>> = {
  zh: `通用选项：
  --format text|json         输出格式，默认 text
  --output FILE              把结果写入文件
  --lang zh|en               信息的语言
  --fail-on error|warning|never
                             发现什么程度的问题时以退出码 1 结束：错误、警告或从不；默认 error
  --no-color                 不用颜色；环境变量 NO_COLOR 也可以
  --help, --version
退出码：0 完成；1 发现错误、有用例不符；2 没能完成（文件读不到、命令写错等）。
`,
  en: `common options:
  --format text|json         what to print, text by default
  --output FILE              write the result to a file
  --lang zh|en               language of messages
  --fail-on error|warning|never
                             findings that make the exit code 1, error by default
  --no-color                 no colours; so does the environment variable NO_COLOR
  --help, --version
exit codes: 0 done; 1 errors found, or a case failed; 2 could not do the job (file not readable, wrong command).
`,
};

const GENERAL: Readonly<Record<Language, string>> = {
  zh: `chengxin：按公布的信用评价指标表精确计分

  chengxin check <文件或文件夹…>               检查指标表、评价方案、填报表和测试用例
  chengxin test <用例…> [-t 名称]              运行测试用例，核对标准算得对不对
  chengxin score <填报表…> [--rubrics DIR]     给填报表计分
  chengxin explain <填报表…|记录> [--indicator ID]  说明得分的来由；可以只问一个指标
  chengxin answer <记录…> --indicator ID       答复对一个指标的异议：依据、算法、什么会改变结论
  chengxin replay <记录…> [--rubrics DIR]      复核：按记录重新计算，逐项比较
  chengxin redact <记录> --salts FILE          隐去记录里的个人信息，得分照旧
  chengxin compare <填报表…>                   把同一家企业各角色的填报表并排比较：自评、审核、评定
  chengxin diff <旧> <新> [--facts DIR]        比较两份记录，或标准的两个版本：差在哪里，谁的结论变了
  chengxin reexamine <记录> <填报表>            复查：按新的填报和当日有效的标准，判断称号能否保留
  chengxin template <方案> [--sector ID]       输出一张空白填报表，逐项写明填什么、怎么填
  chengxin list [--rubrics DIR]                列出有哪些评价方案和指标表
  chengxin code [代码]                         说明一个错误代码；不写代码则列出全部
  chengxin schema [assessment|record]          输出 JSON Schema：供编辑器使用的；计分结果或记录的

每个命令都有自己的说明，例如 chengxin score --help。

${COMMON.zh}`,
  en: `chengxin: exact scores from published credit-evaluation rubrics

  chengxin check <file or folder…>             check sheets, schemes, fact sheets and cases
  chengxin test <cases…> [-t NAME]             run golden cases: does the rubric say what was meant
  chengxin score <facts…> [--rubrics DIR]      score fact sheets
  chengxin explain <facts…|record> [--indicator ID]  tell how a score came about, or one indicator of it
  chengxin answer <records…> --indicator ID    answer an objection: evidence, arithmetic, what would change the outcome
  chengxin replay <records…> [--rubrics DIR]   compute records again, and compare every figure
  chengxin redact <record> --salts FILE        take personal facts out of a record; its points stay
  chengxin compare <facts…>                    set the fact sheets of several roles side by side: self, audited, final
  chengxin diff <old> <new> [--facts DIR]      what parts two records, or two versions of a rubric: whose verdict flips
  chengxin reexamine <record> <facts>          re-examination: is a title kept on new facts, by the version in force
  chengxin template <scheme> [--sector ID]     print a fact sheet to fill in, with what is asked above each answer
  chengxin list [--rubrics DIR]                list the schemes and sheets there are
  chengxin code [code]                         explain a diagnostic code, or list them all
  chengxin schema [assessment|record]          print the JSON Schema for editors, or that of results

Every command has its own help, such as chengxin score --help.

${COMMON.en}`,
};

const VERB: Readonly<Record<Verb, Readonly<Record<Language, string>>>> = {
  check: {
    zh: `chengxin check <文件或文件夹…> [--rubrics DIR] [--no-cases]

读入、校验并分析指标表与评价方案，一次列出发现的全部问题；文件夹里的填报表（.facts.yaml）一并检查。
填报表按 --rubrics 指定的指标表检查；没有指定的，按同一文件夹里的，再没有的，按随包附带的。
测试用例（.cases.yaml），包括写在指标表、评价方案旁边的，也一并校验并运行；--no-cases 不管它们。

  chengxin check rubrics
  chengxin check my-sheet.yaml --format json

${COMMON.zh}`,
    en: `chengxin check <file or folder…> [--rubrics DIR] [--no-cases]

Reads, validates and analyses sheets and schemes, and lists everything found at once; fact sheets (.facts.yaml) in a
folder are checked too, against the rubrics of --rubrics, else against those beside them, else against the shipped ones.
Golden cases (.cases.yaml) are validated and run too, also those beside a named rubric; --no-cases leaves them alone.

  chengxin check rubrics
  chengxin check my-sheet.yaml --format json

${COMMON.en}`,
  },
  test: {
    zh: `chengxin test <用例文件或文件夹…> [-t 名称] [--coverage] [--suggest] [--update] [--rubrics DIR]

运行测试用例（.cases.yaml）：按 given 计分，与 expect 逐项比较，只认完全相等。不相等的，列出位置、期望、实际、
相差多少，以及这个指标是怎么算的。指标表取用例文件旁边或上层文件夹里的，没有的用随包附带的。

  -t NAME      只运行名称含有这段文字的用例（也可以写 --name）
  --coverage   列出哪些档、选项、检查项、记录的行、条件、连带规定、等级、结论和分界值还没有用例碰到
  --suggest    为没有试过的分界值写出用例，期望值由程序填写，请核对后再用
  --update     把不相等的期望值改写成算出来的值，逐处列出；改了就以 1 退出；环境变量 CI 已设置时不改

  chengxin test rubrics
  chengxin test my-sheet.cases.yaml -t 边界

${COMMON.zh}`,
    en: `chengxin test <case files or folders…> [-t NAME] [--coverage] [--suggest] [--update] [--rubrics DIR]

Runs golden cases (.cases.yaml): scores what is given and compares with what is expected, exactly. What differs is
shown with its place, both values, the difference, and how the indicator came to its points. The rubrics are those
beside the file or in a folder above it, else the shipped ones.

  -t NAME      only cases with this in their name (--name does the same)
  --coverage   the tiers, options, items, lines, conditions, effects, bands, outcomes and boundaries that no case
               has touched
  --suggest    write cases for boundaries nobody has tried; the engine fills in what is expected, so look at each
  --update     write what came out over what was expected, and list every change; exits 1 when there was one,
               and is refused where the environment sets CI

  chengxin test rubrics
  chengxin test my-sheet.cases.yaml -t boundary

${COMMON.en}`,
  },
  score: {
    zh: `chengxin score <填报表…> [--rubrics DIR]

给填报表计分。不写 --rubrics 时用随包附带的指标表；填报表写 - 表示从标准输入读。
文件夹会逐张计其中的填报表（.facts.yaml）；--format json 一次只接受一张。
--record FILE 另存一份记录：填报内容、所用标准、结果和校验值都在里面，以后用 chengxin replay 复核。
--store DIR 标准不写进记录，另存在这个文件夹里，文件名就是内容的校验值（sha256-….yaml）：记录很多时每份标准只存一次；
已有的文件不会覆盖。复核时用同一个 --store。
以短横开头的文件名请写成 ./-name.facts.yaml。

  chengxin score enterprise.facts.yaml
  chengxin score - --format json < enterprise.facts.yaml

${COMMON.zh}`,
    en: `chengxin score <facts…> [--rubrics DIR]

Scores fact sheets. Without --rubrics the shipped rubrics are used; - reads the fact sheet from standard input.
Of a folder every fact sheet (.facts.yaml) is scored; --format json takes one at a time.
--record FILE keeps a record as well: facts, rubrics, result and digests, to compute again with chengxin replay.
--store DIR leaves the rubrics out of the record and keeps them in this folder, each file named by the digest of what it
says (sha256-….yaml): of many records each rubric lies there once. No file is written over. Replay with the same
--store.
A name that begins with a dash is written ./-name.facts.yaml.

  chengxin score enterprise.facts.yaml
  chengxin score - --format json < enterprise.facts.yaml

${COMMON.en}`,
  },
  explain: {
    zh: `chengxin explain <填报表…，或一份记录> [--indicator ID] [--rubrics DIR]

说明得分的来由：先是结论，再是理由、申报条件，然后逐个指标写出填报值、所在的档、得分和计入总分的分数，
最后是还不知道的内容和它们能改变什么。--indicator 只说一个指标，连同评分标准和佐证；编号在几张表里都有的，
写成 base/A1.1。给的是一份记录，就先复核；复核不符的不说明。

  chengxin explain enterprise.facts.yaml
  chengxin explain enterprise.record.json
  chengxin explain enterprise.facts.yaml --indicator A1.1

${COMMON.zh}`,
    en: `chengxin explain <facts…, or a record> [--indicator ID] [--rubrics DIR]

Tells how a score came about: the outcome, the reasons, what is not known yet, the conditions, then every indicator
from what was supplied to the points it brings. --indicator tells one of them in full, with its standard and its
evidence; an id that several sheets have is written base/A1.1. A record is replayed first, and told only if it holds.

  chengxin explain enterprise.facts.yaml
  chengxin explain enterprise.record.json
  chengxin explain enterprise.facts.yaml --indicator A1.1

${COMMON.en}`,
  },
  answer: {
    zh: `chengxin answer <记录> [其他角色的记录…] --indicator ID

企业对某个指标有异议时，写出答复的正文。第一份是有异议的记录（.record.json，由 chengxin score --record 生成）：
采用了哪些填报和佐证；清单里每一条计不计、为什么不计（期间从哪天到哪天）；系数、下限、封顶、舍入各加减多少；
怎样逐级计入总分。后面写上同一家企业、同一评价日其他角色的记录，就一并列出各角色的给分和差别的原因。
最后是什么会改变结论：本项得满分时的总分和结论；改变结论的最小分数变化；只改动一项填报，哪些改动能改变结论。
每一种改法都用记录所附的标准重新计分，没有一项能改变的，也明白写出。
几份记录都先复核，有一份不符就不答复。
退出码：已答复 0；记录与重新计算的结果不符，或被改动过 1；不是记录，或没有这个指标 2。

  chengxin answer audited.record.json --indicator C3.1
  chengxin answer final.record.json audited.record.json self.record.json --indicator base/C3.1

${COMMON.zh}`,
    en: `chengxin answer <record> [records of other roles…] --indicator ID

Writes the body of an answer to an objection against one indicator. The first record (.record.json, from chengxin score
--record) is the one objected to: which facts were used, on which papers; every entry of a list, whether it counted, and
if not why, with the first and last day of the period; what coefficient, floor, cap and rounding gave or took; and how
the points enter the score.
Records of other roles for the same enterprise and day add what each role gave, and why they differ.
Last comes what would change the outcome: score and outcome with full marks here, the least change of points that does
it, and which single facts, stated otherwise, would. Each change is scored anew with the rubrics of the record; where
none changes the outcome, that is said. All records are computed again first, and unless all match there is no answer.
Exit codes: 0 answered; 1 a record was altered or comes out otherwise; 2 no record, or no such indicator.

  chengxin answer audited.record.json --indicator C3.1
  chengxin answer final.record.json audited.record.json self.record.json --indicator base/C3.1

${COMMON.en}`,
  },
  replay: {
    zh: `chengxin replay <记录文件或文件夹…> [--rubrics DIR] [--store DIR] [--audit] [--expect 校验值]

按记录（.record.json，由 chengxin score --record 生成）重新计算，逐项比较。记录里带着当时的标准和填报内容；
被改动过的记录不再计算，只说明改动在哪一部分。写了 --rubrics 的，再与那里的标准比较，说明差别使哪些指标变了。
标准不在记录里的，用 --store 指定 chengxin score --store 写的文件夹，按校验值取用；--rubrics 的文件夹里有许多版本时，也先按校验值找。
--audit 另外只凭记录核算一遍：不看标准，也不用计分的程序，把各项得分、步骤、条件和结论逐一重新推算，指出不符的地方。
--expect 与别处公布的校验值（sha256:…）核对：记录自身无误、但不是公布的那一份，也算被改动。
退出码：结果相同 0；不同、被改动或核算不符 1；缺少标准、已隐去个人信息、不是记录、命令写错 2。--expect 一次只核对一份记录。

  chengxin score enterprise.facts.yaml --record enterprise.record.json
  chengxin replay enterprise.record.json

${COMMON.zh}`,
    en: `chengxin replay <record files or folders…> [--rubrics DIR] [--store DIR] [--audit] [--expect DIGEST]

Computes records (.record.json, from chengxin score --record) again and compares every figure. A record carries the
rubrics and facts of its day; one that was altered is not computed, only told where. With --rubrics it is compared with
those as well: which indicators they change.
Where the rubrics are not in it, --store names the folder that chengxin score --store wrote, and they are taken from
there by their digests; in a folder of --rubrics with many versions, too, the one with the right digest comes first.
--audit also checks the record by itself, without rubric and without the code that scored: points, steps, conditions and
decision are worked out again from the recorded parts, and every place that does not follow is named.
--expect holds it against a digest published elsewhere (sha256:…): another record, however right, is an altered one.
Exit codes: 0 the same; 1 different, altered, or the audit does not hold; 2 no rubric, personal facts taken out, no
record, or a wrong command.
--expect takes one record at a time.

  chengxin score enterprise.facts.yaml --record enterprise.record.json
  chengxin replay enterprise.record.json

${COMMON.en}`,
  },
  redact: {
    zh: `chengxin redact <记录文件> --salts FILE [--output FILE]

隐去记录（.record.json）里的个人信息，输出一份可以公开的记录。哪些是个人信息，由指标表或评价方案在声明里写 personal: true；
由它们推算的、没有声明过的，也一并隐去，连同佐证和备注。得分、结论和各项分数照旧；只取决于一项的分数仍会透露它的一些情况。
这样的记录不能再复核（chengxin replay 报告 NOT_REPLAYABLE），--audit 仍可核对其余部分。
--salts 写下每一处原来的内容和一段随机数：由所有者自己保管，不要公开；日后可以凭它逐项证明当时填的是什么。已有的文件不会覆盖。
原记录的校验值如果公布过，取值不多的内容可能被逐个试出来。

  chengxin redact enterprise.record.json --salts salts.json --output open.record.json

${COMMON.zh}`,
    en: `chengxin redact <record file> --salts FILE [--output FILE]

Takes what is personal out of a record (.record.json) and prints one that can be published. Rubrics say personal: true
where they declare such a fact; what is derived from it goes too, and what nobody declares, with evidence and notes.
Score, decision and points stay; points that follow from one value alone still say something of it. Such a record cannot
be computed again (chengxin replay says NOT_REPLAYABLE); --audit still checks the rest.
--salts keeps what stood at each place, with a number of pure chance: the owner's own, not to be published. With it one
can show later what was said, place by place. A file that is there already is never written over.
If the digest of the original was published, values of which there are few can be tried out.

  chengxin redact enterprise.record.json --salts salts.json --output open.record.json

${COMMON.en}`,
  },
  compare: {
    zh: `chengxin compare <填报表…> [--rubrics DIR]

同一家企业，各角色（role: self、audited、final，即自评、审核、评定）各填一张，逐项列出应得分和各角色给的分；
给分不同的，写明各自填报了什么、谁评的、为什么。方案不允许后一角色加分（later_may_raise: false）而分数提高了的，另行列出。

  chengxin compare self.facts.yaml audited.facts.yaml final.facts.yaml

${COMMON.zh}`,
    en: `chengxin compare <facts…> [--rubrics DIR]

Of one enterprise the fact sheets of several roles (role: self, audited, final), indicator by indicator: what there is
to earn and what each role gives, and where they differ what each of them read, who judged, and why. Where the scheme
lets no later role give more (later_may_raise: false) and one does, that is listed too.

  chengxin compare self.facts.yaml audited.facts.yaml final.facts.yaml

${COMMON.en}`,
  },
  diff: {
    zh: `chengxin diff <旧> <新> [--facts DIR] [--rubrics DIR]

比较标准的两个版本：两张指标表、两个方案，或两个文件夹（方案连同指标表）。按意思一处一处列出改了什么：指标新增、删去、
换了位置，分值、权重、档的界限、条款、条件、结论的门槛，等等；注释、键的顺序、数的写法不同，不算改动。
--facts DIR  把那里的填报表按旧版、新版各计一次，其余标准（随包附带的，或 --rubrics 指定的）都相同：谁的结论、
             等级或申报资格变了，别的分数变了多少，哪些算不出来、为什么

比较两份记录（.record.json，由 chengxin score --record 生成）。先按原因：用旧记录依次换上新的填报内容、新的标准、
新的评价日和角色，每换一样重新计一次分；中间状态算不出来的（例如新的填报内容对不上旧的标准），与下一步合在一起并说明原因。
再按指标：每个指标多了或少了多少分，新增和删去的整项计入，另加各级的调整。两种算法都正好等于总分之差。
两份记录都先按各自带着的标准复核，有一份不符就不比较。
退出码：没有不同 0；有不同 1；不能比较 2。

  chengxin diff 2023.yaml 2024.yaml --facts enterprises
  chengxin diff 2023.record.json 2024.record.json

${COMMON.zh}`,
    en: `chengxin diff <old> <new> [--facts DIR] [--rubrics DIR]

Compares two versions of a rubric: two sheets, two schemes, or two folders with a scheme and its sheets. Lists by meaning
what changed: indicators added, removed, moved; points, weights, edges of tiers, clauses, conditions, thresholds and all
the rest. Comments, the order of keys and other spellings of a number are no changes; - reads one from standard input.
--facts DIR  scores the fact sheets there with the old version and with the new one, all other rubrics (the shipped ones,
             or those of --rubrics) being the same: whose outcome, band or eligibility flips, how far other scores move,
             and which cannot be scored, and why

Compares two records (.record.json, from chengxin score --record). First by cause: the old record with the new facts,
then the new rubrics, then the new date and role, scored anew each time; where a state between cannot be scored, as when
the new facts do not fit the old rubric, it is told together with the next one, and why. Then by indicator: what each
brings more or less, added and removed ones in full, and what groups did beside adding up. Both add up to the difference
of the scores, exactly. Both records are computed again first, and unless both match they are not compared.
Exit codes: 0 nothing differs; 1 something does; 2 they cannot be compared.

  chengxin diff 2023.yaml 2024.yaml --facts enterprises
  chengxin diff 2023.record.json 2024.record.json

${COMMON.en}`,
  },
  reexamine: {
    zh: `chengxin reexamine <原记录> <新填报表> [--aside ID] [--rubrics DIR]

复查已有称号的企业。原记录（.record.json）须达到评价方案的目标结论（goal）；新的填报表按其评价日有效的版本计分，
再用申请企业的条件来衡量：申报条件仍都符合，并且仍达到目标结论，才能保留。逐条写出原来和现在符合与否、依据和填报的变化，
以及得分按原因、按指标的变化。填报还不全、足以左右结论的，写明尚不能确定。
“已有称号的单位不再推荐、提交复查资料”这类结论（re-examination）只说明走哪个程序，不影响去留；
方案里这类结论用了别的编号的，写在 --aside 后面（可以写几次）。目标之前的其他结论，例如列入失信名单，成立即不能保留。
退出码：有结果（保留、不能保留、尚不能确定）0；原记录复核不符，或填报有误 1；不能复查 2。

  chengxin reexamine 2023.record.json 2024.facts.yaml
  chengxin reexamine 2023.record.json 2024.facts.yaml --format json --output 2024.reexamination.json

${COMMON.zh}`,
    en: `chengxin reexamine <earlier record> <new facts> [--aside ID] [--rubrics DIR]

Examines the holder of a title again. The earlier record (.record.json) has reached the goal of its scheme; the new fact
sheet is scored by the version in force on its day and held against what is asked of an applicant: the title is kept
where every condition of eligibility still holds and the goal is still reached. Each condition is told as it was and as
it is, with what it rests on and the facts that changed, and the score by cause and by indicator. Where facts are
missing that decide it, it is undetermined.
An outcome that only sends holders another way (re-examination) decides nothing about the title; where a scheme gives
such outcomes other ids, name them with --aside, several times if need be. Any other outcome before the goal, such as a
blacklist, ends the title where it holds.
Exit codes: 0 there is a result, kept, lost or undetermined; 1 the record does not hold, or facts are wrong; 2 nothing to
examine.

  chengxin reexamine 2023.record.json 2024.facts.yaml
  chengxin reexamine 2023.record.json 2024.facts.yaml --format json --output 2024.reexamination.json

${COMMON.en}`,
  },
  template: {
    zh: `chengxin template <方案> [--sheet ID] [--rubrics DIR] [--output FILE]

输出一张空白填报表：按申报条件和指标的顺序，每一项上面写着名称、单位、可选的词、评分标准和要附的佐证。
方案里由填报表选指标表的（如行业指标），用 --sheet 指定（--sector 也一样）；有几处要选的写成 --sheet 组成部分=ID。

  chengxin template gongzhu-2023 --sector property-management-2023 --output 企业.facts.yaml

${COMMON.zh}`,
    en: `chengxin template <scheme> [--sheet ID] [--rubrics DIR] [--output FILE]

Prints an empty fact sheet: in the order of the conditions and indicators, with the title, unit, options, standard and
evidence above each answer. Where the fact sheet chooses a sheet, such as that of a sector, --sheet names it (--sector
does the same); where several are to be chosen, write --sheet component=ID.

  chengxin template gongzhu-2023 --sector property-management-2023 --output firm.facts.yaml

${COMMON.en}`,
  },
  list: {
    zh: `chengxin list [--rubrics DIR]

列出评价方案和指标表：种类、编号、版本、状态和名称；草拟的注明“草拟”，其余的状态留空。不写 --rubrics 时列出随包附带的。

${COMMON.zh}`,
    en: `chengxin list [--rubrics DIR]

Lists schemes and sheets: kind, id, version, status and title; drafts are marked, for all others the status stays empty.
Without --rubrics the shipped ones.

${COMMON.en}`,
  },
  code: {
    zh: `chengxin code [代码]

说明一个代码：它说的是什么，怎么改，错误的写法和正确的写法。代码是“错误[…]”方括号里的词，例如 tier-gap。
不写代码时按阶段列出全部代码，每行一个。

${COMMON.zh}`,
    en: `chengxin code [code]

Explains a code: what it says, what to do, lines that are wrong and the same lines put right. The code is the word in
the brackets of "error[…]", such as tier-gap. Without a code all of them are listed by stage, one a line.

${COMMON.en}`,
  },
  schema: {
    zh: `chengxin schema [rubric|assessment|record] [--output FILE]

输出 JSON Schema（draft-07）。不写哪一份，就是给编辑器用的 rubric。编辑器凭它提示键名和可选的词，写错时当场标出；指标表、评价方案、填报表和测试用例用同一份。
存到指标表旁边，再在每份文件的第一行写上 # yaml-language-server: $schema=./rubric.v1.json 即可。
编辑器看不到分数加不加得起来、档位有没有留空；这些由 chengxin check 检查。
assessment 是计分结果（chengxin score --format json）的，record 是计分记录（--record）的，供接收这些文件的程序核对格式：
多一个键、少一个键都不通过，数一律是文字。

  chengxin schema --output rubric.v1.json
  chengxin schema record --output record.v1.json

${COMMON.zh}`,
    en: `chengxin schema [rubric|assessment|record] [--output FILE]

Prints a JSON Schema (draft-07): of rubrics, for editors, unless another is named. With it an editor offers keys and
words, and marks what is wrong while you type; sheets, schemes, fact sheets and golden cases share one. Save it beside
your rubrics and begin each file with the line
# yaml-language-server: $schema=./rubric.v1.json
An editor does not see whether points add up or tiers leave a gap; chengxin check does.
For programs that are handed results, assessment is the schema of what chengxin score --format json prints, and record
that of what --record writes: a key too many or too few is refused, and every decimal is text.

  chengxin schema --output rubric.v1.json
  chengxin schema record --output record.v1.json

${COMMON.en}`,
  },
};
