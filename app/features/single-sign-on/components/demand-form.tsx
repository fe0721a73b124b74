import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { Button } from "~/ui/button.tsx";
import { CheckboxGroup } from "~/ui/checkbox-group.tsx";
import { Form } from "~/ui/form.tsx";
import { Panel } from "~/ui/panel.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import type { demandProviderInput } from "../enforcing/demand-provider.server.ts";
import type { SignOnPage } from "../sign-on-page.server.ts";

type Props = { page: SignOnPage; cameBy: string | null; answer: FormAnswer | undefined };

/** Whether people come in by the provider alone, and who gets in should it fail. */
export function DemandForm({ page, cameBy, answer }: Props) {
  const { t } = useTranslation("sign-on");
  const { owners, providerOnly, providers, notLinked } = page;
  const byProvider = providers.some(({ id, on }) => on && id === cameBy);
  const chosen = owners.filter(({ breakGlass }) => breakGlass);
  const form = useFormFields<typeof demandProviderInput>({
    id: "demand",
    intent: "demand",
    answer,
    start: { owners: chosen.map(({ membershipId }) => membershipId) },
    say: ({ code }) => t(`problems.${code}`),
  });
  return (
    <Panel title={t("demand.title")} lead={t(providerOnly ? "demand.isOn" : "demand.lead")}>
      <Form {...form.form} action="/access/sign-on" className="grid max-w-form gap-4">
        <CheckboxGroup
          {...form.boxes("owners")}
          legend={t("demand.owners")}
          hint={t(owners.some(({ hasStep }) => hasStep) ? "demand.ownersHint" : "demand.noOwner")}
          choices={owners.map(({ membershipId, name, hasStep }) => ({
            value: membershipId,
            label: name,
            ...(hasStep ? {} : { hint: t("demand.noStep"), disabled: true }),
          }))}
        />
        {!providerOnly && notLinked !== null && notLinked.unknown > 0 && (
          <p className="max-w-reading">
            {t("demand.notLinked", { count: notLinked.unknown, members: notLinked.members })}
          </p>
        )}
        {!providerOnly && !byProvider && (
          <p className="max-w-reading text-ink-muted">{t("demand.first")}</p>
        )}
        <Button name="intent" value="demand" className="w-fit">
          {t(providerOnly ? "demand.save" : "demand.on")}
        </Button>
      </Form>
      {providerOnly && (
        <Form method="post" action="/access/sign-on">
          <Button variant="caution" name="intent" value="release">
            {t("demand.off")}
          </Button>
        </Form>
      )}
    </Panel>
  );
}
