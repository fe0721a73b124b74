import type { TFunction } from "i18next";
import type { Block, Section } from "~/platform/blocks/block.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import type { PlanPage, ShownAction, ShownArea } from "./plan-page.server.ts";

type T = TFunction<"plan">;
type PlanBlock = Block<never>;

/** What a plan says, as blocks: what it is for, each area with its goal and actions, what was said to it. */
export function planSections(page: PlanPage, t: T): Section<never>[] {
  const areas = [...page.areas, ...page.closed].map((area) => ({
    ...{ id: `area-${area.id}`, title: area.title },
    blocks: [...goalOf(area, t), actionsOf(area, t)],
  }));
  const notes = page.comments.map(({ by, words, on }): PlanBlock[] => [
    { kind: "note", words: t("comment.by", { name: by ?? t("somebody"), date: writtenDate(on) }) },
    { kind: "written", text: words },
  ]);
  return [
    {
      ...{ id: "about", title: t("pdf.about") },
      blocks: [
        { kind: "sentence", words: balanceSentence(page, t) },
        { kind: "note", words: t("pdf.purpose") },
      ],
    },
    ...areas,
    ...(notes.length > 0
      ? [{ id: "comments", title: t("comment.title"), blocks: notes.flat() }]
      : []),
  ];
}

/** How much of a plan is of which hat, in a sentence. */
export function balanceSentence({ balance }: Pick<PlanPage, "balance">, t: T): string {
  if (balance.total === 0) return t("balance.none");
  const parts = balance.byHat.map(({ hat, count }) => t("balance.part", { count, hat: hat.name }));
  return t("balance.sentence", {
    count: balance.total,
    parts: [
      ...parts,
      ...(balance.other > 0 ? [t("balance.other", { count: balance.other })] : []),
    ].join(", "),
  });
}

function goalOf(area: ShownArea, t: T): PlanBlock[] {
  const said = (["goal", "measure", "means", "reason"] as const).filter(
    (part) => area[part] !== "",
  );
  return [
    {
      kind: "sentence",
      look: "quiet",
      words: [
        area.hat?.name ?? t("practices:bothHats"),
        ...(area.status === "open" ? [] : [t(`area.status.${area.status}`)]),
        ...(area.dueOn ? [t("by", { date: writtenDate(area.dueOn) })] : []),
      ].join(" · "),
    },
    ...said.flatMap((part): PlanBlock[] => [
      { kind: "sentence", look: "strong", words: t(`goal.${part}`) },
      { kind: "written", text: area[part] },
    ]),
  ];
}

function actionsOf({ actions }: ShownArea, t: T): PlanBlock {
  if (actions.length === 0) return { kind: "note", words: t("action.none") };
  return {
    kind: "table",
    caption: t("action.title"),
    columns: ["what", "who", "when", "evidence"].map((column) => ({
      header: t(`pdf.columns.${column}`),
    })),
    rows: actions.map((action) => ({
      key: action.id,
      cells: [
        `${action.words} (${t(`kind.${action.kind}`)})`,
        action.owner?.name ?? t("pdf.own"),
        whenOf(action, t),
        action.evidence,
      ],
    })),
  };
}

/** By when, or when it was done, or that it was dropped. */
export function whenOf({ status, dueOn, doneOn }: ShownAction, t: T): string {
  if (status === "dropped") return t("action.status.dropped");
  if (status === "done") return t("action.doneOn", { date: writtenDate(doneOn ?? "") });
  return dueOn === null ? t("action.noDay") : t("by", { date: writtenDate(dueOn) });
}
