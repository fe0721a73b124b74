import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button.tsx";
import { Form } from "~/ui/form.tsx";
import type { WayToBegin } from "../entering/ways-to-begin.server.ts";
import { startPath } from "../sign-on-paths.ts";

type Props = { way: WayToBegin; next: string; isOnly: boolean };

/** By what people sign in to one organisation. The answer leads off this site, so the browser sends the form itself. */
export function Ways({ way: { organisationId, organisation, providers }, next, isOnly }: Props) {
  const { t } = useTranslation("sign-in-organisation");
  return (
    <section className="grid gap-3">
      {!isOnly && <h2 className="font-semibold wrap-anywhere">{organisation}</h2>}
      {providers.map(({ id, name }, index) => (
        <Form key={id} method="post" action={`${startPath(organisationId)}/${id}`} reloadDocument>
          <input type="hidden" name="next" value={next} />
          <Button wide variant={index === 0 ? "primary" : "secondary"}>
            {t("with", { name })}
          </Button>
        </Form>
      ))}
    </section>
  );
}
