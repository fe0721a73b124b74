import { useTranslation } from "react-i18next";
import { listed, writtenDate } from "~/platform/i18n/format.ts";
import { Button } from "~/ui/button.tsx";
import { Form } from "~/ui/form.tsx";
import { VisuallyHidden } from "~/ui/visually-hidden.tsx";
import { whoReads } from "../../sections/who-reads.ts";
import type { SharePage } from "../../sharing/share-page.server.ts";

/** Everyone who can read the report now, each with a way to take it back. */
export function CurrentGrants({ page: { grants, coach, readers } }: { page: SharePage }) {
  const { t } = useTranslation("report");
  const sections = (keys: SharePage["grants"][number]["sections"]) =>
    keys.length === 0
      ? t("share.everything")
      : listed(keys.map((key) => t(`share.section.${key}`)));
  return (
    <section aria-labelledby="current" className="max-w-reading">
      <h2 id="current" className="mb-3 text-lg font-semibold">
        {t("share.current")}
      </h2>
      {whoReads(readers, t).map((sentence) => (
        <p key={sentence} className="mb-2 text-ink-muted">
          {sentence}
        </p>
      ))}
      <ul className="divide-y divide-line border-y border-line empty:border-0">
        {coach && (
          <Line id="coach" name={coach.name}>
            {t("share.coachNamed")}
          </Line>
        )}
        {grants.map((grant) => (
          <Line key={grant.id} id={grant.id} name={grant.name}>
            {t("share.until", {
              reader: t(`share.readerShort.${grant.reader}`),
              date: writtenDate(grant.endsOn),
              sections: sections(grant.sections),
            })}
          </Line>
        ))}
      </ul>
    </section>
  );
}

function Line({ id, name, children }: { id: string; name: string; children: string }) {
  const { t } = useTranslation("report");
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-5 gap-y-2 py-3">
      <span className="min-w-0 flex-1 basis-56">
        <bdi className="font-medium">{name}</bdi>
        <span className="block text-sm text-ink-muted">{children}</span>
      </span>
      <Form method="post">
        <input type="hidden" name="grant" value={id} />
        <Button name="intent" value="revoke">
          {t("share.revoke")} <VisuallyHidden>{name}</VisuallyHidden>
        </Button>
      </Form>
    </li>
  );
}
