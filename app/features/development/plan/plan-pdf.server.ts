import type { TFunction } from "i18next";
import { paperLogoOf } from "~/features/branding/index.server.ts";
import { organisationName } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { peopleByIds } from "~/features/people/index.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { fileName } from "~/platform/http/file-name.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { readerTexts } from "~/platform/i18n/i18n.ts";
import { MARK } from "~/platform/print/mark.ts";
import { chosenPaper, type Paper } from "~/platform/print/paper.ts";
import type { PrintDocument } from "~/platform/print/print-block.ts";
import { printedSection } from "~/platform/print/printed.ts";
import { setDocument } from "~/platform/print/typst.server.ts";
import { isolated, plainWords, printable } from "~/platform/print/words.ts";
import { type PlanPage, planPage } from "./plan-page.server.ts";
import { planSections } from "./plan-sections.ts";
import type { Ticking } from "./work-on-plan.server.ts";

/** A plan as a PDF/UA-1 file, for whoever may read the page, their own where no id is given; null for everyone else. */
export async function planPdfFile(
  platform: Ticking,
  actor: Actor,
  id: string | null,
  paper: string | null,
): Promise<{ name: string; content: Uint8Array<ArrayBuffer> } | null> {
  const page = await planPage(platform, actor, id);
  if (!page) return null;
  const around = await inOrganisation(platform, actor, async (tx) => ({
    organisation: await organisationName(tx, actor),
    logo: await paperLogoOf(tx, actor),
    country: (await peopleByIds(tx, actor, [page.person.id]))[0]?.country ?? null,
  }));
  const t = readerTexts().getFixedT(null, "plan");
  const document = planDocument(page, chosenPaper(paper, around.country), around, t);
  return {
    name: fileName([t("pdf.title"), page.person.name, page.begunOn], "pdf"),
    content: await setDocument(document, Math.floor(platform.clock.now().getTime() / 1_000)),
  };
}

function planDocument(
  page: PlanPage,
  paper: Paper,
  { organisation, logo }: { organisation: string; logo: string | null },
  t: TFunction<"plan">,
): PrintDocument {
  const { name } = page.person;
  const dates = [
    { label: t("pdf.begun"), value: writtenDate(page.begunOn) },
    ...(page.endedOn ? [{ label: t("pdf.ended"), value: writtenDate(page.endedOn) }] : []),
  ];
  return {
    paper: paper === "letter" ? "us-letter" : "a4",
    language: readerTexts().language,
    title: printable(t("pdf.titleOf", { name })),
    author: printable(name),
    description: t("pdf.description"),
    cover: {
      product: t("shell:product"),
      ...(logo === null ? {} : { logo }),
      mark: MARK,
      organisation: plainWords(organisation),
      heading: plainWords(t("pdf.title")),
      name: plainWords(name),
      facts: dates.map(({ label, value }) => ({
        ...{ label: plainWords(label), value: plainWords(value) },
      })),
      note: plainWords(t("pdf.cover")),
    },
    footer: {
      about: plainWords(t("pdf.footer", { name: isolated(name) })),
      page: t("pdf.page", { skipInterpolation: true }),
    },
    sections: planSections(page, t).map((section) => printedSection(section, noDrawing)),
    signsMissing: false,
    signsMissingNote: plainWords(t("pdf.signsMissing")),
  };
}

/** @throws always: a plan has no charts. */
function noDrawing(): never {
  throw new Error("a plan draws nothing");
}
