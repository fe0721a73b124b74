import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { DescriptionList } from "~/ui/description-list.tsx";
import { DraftNote } from "~/ui/draft-note.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { RadioGroup } from "~/ui/radio-group.tsx";
import { TextArea } from "~/ui/text-area.tsx";
import { type FormFields, useFormFields } from "~/ui/use-form-fields.ts";
import type { SheetPage } from "../../assessments/sheets/sheet-page.server.ts";
import type { sheetInput } from "../../assessments/sheets/write-sheet.server.ts";
import { talkPath } from "../../paths/assessment-paths.ts";
import { placementText } from "./placement-text.ts";

const CANT_SAY = "cant-say";

type Fields = FormFields<typeof sheetInput>;
type Competency = SheetPage["competencies"][number];

/** One fieldset a competency: a level by what one sees on it, or that one can't say, and an example in words. */
export function SheetForm({ page, answer }: { page: SheetPage; answer: FormAnswer | undefined }) {
  const { t } = useTranslation("assessments");
  const { competencies } = page;
  const form = useFormFields<typeof sheetInput>({
    id: "sheet",
    draft: { name: `assessment-sheet:${page.id}:${page.revision}`, endsWhenSent: true },
    answer,
    start: {
      placements: competencies.map(({ said }) => ({
        level: said?.level === null ? CANT_SAY : said?.level?.toString(),
        words: said?.words ?? "",
      })),
    },
    say: ({ field, code }) =>
      field === undefined
        ? t(`sheet.refused.${code}`)
        : t(`sheet.problems.${code}`, { competency: competencies[placeOf(field)]?.name ?? "" }),
  });
  return (
    <Form {...form.form} className="grid max-w-form gap-10">
      <ErrorSummary problems={form.problems} />
      <input type="hidden" name="revision" value={page.revision} />
      {competencies.map((competency, at) => (
        <Placing key={competency.id} form={form} competency={competency} at={at} part={page.part} />
      ))}
      <DraftNote isBack={form.draft.isBack} />
      <div className="grid gap-3">
        <p className="text-ink-muted">{t("sheet.afterSending")}</p>
        <div className="flex flex-wrap gap-3">
          <Button variant="primary" name="intent" value="send" wide>
            {t("sheet.send")}
          </Button>
          <Button name="intent" value="save" wide>
            {t("sheet.save")}
          </Button>
        </div>
      </div>
    </Form>
  );
}

/** In which place of the list a field is. */
function placeOf(field: string): number {
  return Number(field.slice(field.indexOf("[") + 1, field.indexOf("]")));
}

function Placing({
  form,
  competency: { id, name, description, levels },
  at,
  part,
}: {
  form: Fields;
  competency: Competency;
  at: number;
  part: SheetPage["part"];
}) {
  const { t } = useTranslation("assessments");
  const own = part === "self";
  return (
    <section className="grid gap-4" aria-labelledby={`competency-${at}`}>
      <h2 id={`competency-${at}`} dir="auto" className="text-xl font-semibold wrap-anywhere">
        {name}
      </h2>
      {description !== "" && (
        <p dir="auto" className="whitespace-pre-line text-ink-muted wrap-anywhere">
          {description}
        </p>
      )}
      <input type="hidden" name={`placements[${at}].competency`} value={id} />
      <RadioGroup
        {...form.field(`placements[${at}].level`)}
        legend={t(own ? "sheet.ownLevel" : "sheet.level")}
        choices={[
          ...levels.map(({ level, name: called, anchor }) => ({
            value: String(level),
            label: t("sheet.levelChoice", { level, name: called }),
            ...(anchor === null ? {} : { hint: anchor }),
          })),
          { value: CANT_SAY, label: t("sheet.cantSay"), apart: true },
        ]}
      />
      <TextArea
        {...form.field(`placements[${at}].words`)}
        rows={3}
        label={t(own ? "sheet.ownWords" : "sheet.words")}
        hint={t("sheet.wordsHint")}
        optional
      />
    </section>
  );
}

/** A sheet that is sent, or that came too late, to read; and what can still be done. */
export function SentSheet({ page }: { page: SheetPage }) {
  const { t } = useTranslation("assessments");
  const { sentOn, isOpen, isLaidOpen, part } = page;
  const talks = isLaidOpen && part !== "second";
  return (
    <div className="grid max-w-form gap-6">
      <p className="max-w-reading">
        {sentOn === null
          ? t("sheet.tooLate")
          : t(isLaidOpen ? "sheet.sentOpen" : "sheet.sentWaits", { date: writtenDate(sentOn) })}
      </p>
      <DescriptionList
        items={page.competencies.map(({ name, levels, said }) => ({
          term: name,
          details: (
            <>
              <p>{placementText(t, said, levels)}</p>
              {said?.words && (
                <p dir="auto" className="whitespace-pre-line text-ink-muted wrap-anywhere">
                  {said.words}
                </p>
              )}
            </>
          ),
        }))}
      />
      <div className="flex flex-wrap gap-3">
        {talks && (
          <ButtonLink variant="primary" href={talkPath(page.subjectId)}>
            {t("sheet.toTalk")}
          </ButtonLink>
        )}
        {isOpen && sentOn !== null && !isLaidOpen && (
          <Form method="post">
            <input type="hidden" name="revision" value={page.revision} />
            <Button name="intent" value="open">
              {t("sheet.open")}
            </Button>
          </Form>
        )}
      </div>
    </div>
  );
}
