import { useTranslation } from "react-i18next";
import { requireAble } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Button } from "~/ui/button.tsx";
import { Form } from "~/ui/form.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { Panel } from "~/ui/panel.tsx";
import { Select } from "~/ui/select.tsx";
import { WrittenText } from "~/ui/written-text.tsx";
import { isAudience } from "../domain/information.ts";
import { type Comparison, readComparison } from "../information/text-page.server.ts";
import { mayWriteInformation } from "../policy.ts";
import type { Route } from "./+types/information-versions";

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const actor = requireAble(context, request, mayWriteInformation);
  if (!isAudience(params.audience)) throw notFound();
  const { searchParams } = new URL(request.url);
  const number = (name: string) => Number(searchParams.get(name)) || null;
  const wanted = { older: number("older"), newer: number("newer") };
  const page = await readComparison(getPlatform(context), actor, params.audience, wanted);
  if (!page) throw notFound();
  return page;
}

/** Every version that was published, and two of them beside each other. */
export default function InformationVersions({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("information");
  const { t: ofPrivacy } = useTranslation("privacy");
  const { audience, versions, earlier, after, texts } = loaderData;
  const name = t(`audiences.${audience}.title`);
  const called = ({ number, publishedOn }: Comparison["earlier"]) =>
    t("versions.name", { number, date: writtenDate(publishedOn) });
  const options = versions.map((each) => ({ value: String(each.number), label: called(each) }));
  const isSame =
    texts.after.every(({ changed }) => !changed) && texts.before.every(({ changed }) => !changed);
  return (
    <>
      <PageTitle>{t("versions.title")}</PageTitle>
      <PageHeader
        title={t("versions.title")}
        lead={name}
        breadcrumbs={[
          { label: ofPrivacy("place"), href: "/privacy" },
          { label: t("title"), href: "/privacy/information" },
        ]}
      />
      <div className="grid grid-cols-1 gap-8">
        <Panel title={t("versions.all")}>
          <ul className="divide-y divide-line">
            {versions.map((each) => (
              <li key={each.number} className="py-2.5">
                <p className="font-medium">{called(each)}</p>
                <p className="text-sm text-ink-muted">
                  {t(`list.mode.${each.mode}`)} {t(each.again ? "versions.again" : "versions.once")}
                </p>
              </li>
            ))}
          </ul>
        </Panel>
        <Form className="flex flex-wrap items-end gap-3" key={`${earlier.number} ${after.number}`}>
          <Select
            name="older"
            label={t("versions.older")}
            options={options}
            defaultValue={String(earlier.number)}
            width="medium"
          />
          <Select
            name="newer"
            label={t("versions.newer")}
            options={options}
            defaultValue={String(after.number)}
            width="medium"
          />
          <Button>{t("versions.compare")}</Button>
        </Form>
        {isSame && <p className="text-ink-muted">{t("versions.same")}</p>}
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <Side title={called(earlier)} parts={texts.before} word={t("versions.gone")} />
          <Side title={called(after)} parts={texts.after} word={t("versions.new")} />
        </div>
      </div>
    </>
  );
}

type SideProps = { title: string; parts: Comparison["texts"]["before"]; word: string };

/** One of the two. What the other does not have is marked, and says so in a word. */
function Side({ title, parts, word }: SideProps) {
  return (
    <Panel title={title}>
      <div className="grid gap-3" dir="auto">
        {parts.map(({ text, changed }, at) => {
          // It does not change while it is shown.
          const key = `${at} ${changed}`;
          if (!changed) return <WrittenText key={key} level={3} text={text} />;
          return (
            <div key={key} className="border-s-4 border-accent-fill bg-accent-soft px-3 py-2">
              <p className="text-sm font-semibold">{word}</p>
              <WrittenText level={3} text={text} />
            </div>
          );
        })}
      </div>
    </Panel>
  );
}
