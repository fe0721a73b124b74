import { useTranslation } from "react-i18next";
import { grantedReaders } from "~/features/people/domain/index.ts";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { Button } from "~/ui/button.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { RadioGroup } from "~/ui/radio-group.tsx";
import { SearchField } from "~/ui/search-field.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import type { SharePlanPage } from "../../plan/share-page.server.ts";
import type { sharePlanInput } from "../../plan/share-plan.server.ts";

type Props = { page: SharePlanPage; search: string; answer: FormAnswer | undefined };

/** With whom, as what, until when. The search stands first, so that nothing typed below is lost by it. */
export function SharePlanForm({ page, search, answer }: Props) {
  const { t } = useTranslation("plan");
  const manager = page.candidates.find((each) => each.isManager);
  const found = page.candidates.filter((each) => !each.isManager);
  const first = found[0] ?? manager;
  const form = useFormFields<typeof sharePlanInput>({
    ...{ id: "sharing", answer },
    start: {
      person: first?.id,
      reader: first?.isManager ? "manager" : "mentor",
      endsOn: page.usualEnd,
    },
    say: ({ code }) => t(`share.problems.${code}`),
  });
  return (
    <section aria-labelledby="share" className="grid gap-5">
      <h2 id="share" className="text-lg font-semibold">
        {t("share.with")}
      </h2>
      <SearchField
        name="search"
        label={t("share.search")}
        defaultValue={search}
        action="/plan/share#share"
      />
      {search !== "" && found.length === 0 && (
        <p className="text-ink-muted">{t("share.noneFound")}</p>
      )}
      {page.candidates.length > 0 && (
        <Form {...form.form} className="grid gap-6">
          <ErrorSummary problems={form.problems} />
          <RadioGroup
            {...form.field("person")}
            legend={t("share.found")}
            choices={page.candidates.map(({ id, name, jobTitle, isManager }) => ({
              ...{ value: id, label: name },
              hint: [isManager && t("share.leadsYou"), jobTitle].filter(Boolean).join(" · "),
            }))}
          />
          <RadioGroup
            {...form.field("reader")}
            legend={t("share.as")}
            choices={grantedReaders.map((reader) => ({
              ...{ value: reader, label: t(`share.reader.${reader}`) },
            }))}
          />
          <TextField
            {...form.field("endsOn")}
            type="date"
            width="short"
            label={t("share.endsOn")}
          />
          <div>
            <Button variant="primary" name="intent" value="share">
              {t("share.save")}
            </Button>
          </div>
        </Form>
      )}
    </section>
  );
}
