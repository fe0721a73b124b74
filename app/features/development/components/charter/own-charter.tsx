import { useTranslation } from "react-i18next";
import { type FormAnswer, problemsIn } from "~/platform/http/form-answer.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { Disclosure } from "~/ui/disclosure.tsx";
import { EmptyState } from "~/ui/empty-state.tsx";
import { Form } from "~/ui/form.tsx";
import { Link } from "~/ui/link.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { AsidePart, WithAside } from "~/ui/with-aside.tsx";
import type { OwnCharterPage, ShownCharter } from "../../charter/charter-pages.server.ts";
import { CharterText } from "./charter-text.tsx";

type Props = { page: OwnCharterPage; said: string | null; answer: FormAnswer | undefined };

const SAID = ["saved", "propose", "withdraw", "discard"] as const;

/** One's charter: what is worked on or waits, what holds, and what was signed before. */
export function OwnCharter({ page, said, answer }: Props) {
  const { t } = useTranslation("charters");
  const { open, signed, earlier, manager } = page;
  const told = SAID.find((each) => each === said);
  const [problem] = problemsIn(answer);
  return (
    <>
      <PageHeader
        title={t("own.title")}
        lead={t("own.lead")}
        {...(signed && !open
          ? { action: <ButtonLink href="/charter/edit">{t("own.next")}</ButtonLink> }
          : {})}
      />
      <WithAside label={t("aside.label")} aside={<Aside />}>
        <div className="grid gap-10">
          {told && !problem && <Notice tone="success">{t(`said.${told}`)}</Notice>}
          {problem && <Notice tone="danger">{t(`problems.${problem.code}`)}</Notice>}
          {!open && !signed && (
            <EmptyState
              title={t("empty.title")}
              action={
                <>
                  <ButtonLink variant="primary" href="/charter/edit?from=role">
                    {t("empty.role")}
                  </ButtonLink>
                  <ButtonLink href="/charter/edit?from=usual">{t("empty.usual")}</ButtonLink>
                  <ButtonLink href="/charter/edit">{t("empty.blank")}</ButtonLink>
                </>
              }
            >
              <p>{t("empty.body")}</p>
            </EmptyState>
          )}
          {open && <Open charter={open} manager={manager} />}
          {signed && (
            <section aria-labelledby="signed" className="grid gap-4">
              <h2 id="signed" className="font-serif text-xl font-semibold">
                {t("own.signed", { version: signed.version })}
              </h2>
              {signed.isDue && !open && <Notice>{t("own.due")}</Notice>}
              <CharterText charter={signed} person={null} />
            </section>
          )}
          {earlier.length > 0 && (
            <Disclosure summary={t("own.earlier", { count: earlier.length })}>
              <ul className="grid gap-1">
                {earlier.map(({ id, version, signedOn }) => (
                  <li key={id}>
                    <Link href={`/charters/${id}`}>
                      {t("own.version", { version, date: writtenDate(signedOn) })}
                    </Link>
                  </li>
                ))}
              </ul>
            </Disclosure>
          )}
        </div>
      </WithAside>
    </>
  );
}

function Open({ charter, manager }: { charter: ShownCharter; manager: string | null }) {
  const { t } = useTranslation("charters");
  const { state, version, partner, revision, returnedWhy } = charter;
  const isDraft = state === "draft";
  const withWhom = partner === "manager" && manager !== null ? manager : t(`partner.${partner}`);
  return (
    <section aria-labelledby="open" className="grid gap-4">
      <h2 id="open" className="font-serif text-xl font-semibold">
        {t(isDraft ? "own.draft" : "own.waits", { version })}
      </h2>
      <p className="max-w-reading">
        {t(isDraft ? "own.draftBody" : "own.waitsBody", { name: withWhom })}
      </p>
      {isDraft && returnedWhy && (
        <Notice title={t("form.returned")}>
          <span dir="auto" className="whitespace-pre-line wrap-anywhere">
            {returnedWhy}
          </span>
        </Notice>
      )}
      <CharterText charter={charter} person={null} />
      <Form method="post" className="flex flex-wrap gap-3 print:hidden">
        <input type="hidden" name="revision" value={revision} />
        {isDraft ? (
          <>
            <Button variant="primary" name="intent" value="propose">
              {t("own.propose", { name: withWhom })}
            </Button>
            <ButtonLink href="/charter/edit">{t("own.change")}</ButtonLink>
            <Button variant="quiet" name="intent" value="discard">
              {t("own.discard")}
            </Button>
          </>
        ) : (
          <Button name="intent" value="withdraw">
            {t("own.withdraw")}
          </Button>
        )}
      </Form>
    </section>
  );
}

function Aside() {
  const { t } = useTranslation("charters");
  return (
    <>
      <AsidePart title={t("aside.readers")}>
        <p className="text-ink-muted">{t("aside.readersBody")}</p>
      </AsidePart>
      <AsidePart title={t("aside.why")}>
        <p className="text-ink-muted">{t("aside.whyBody")}</p>
      </AsidePart>
      <AsidePart title={t("blank:paper")}>
        <Link href="/blank/charter">{t("blank:fromApp")}</Link>
      </AsidePart>
    </>
  );
}
