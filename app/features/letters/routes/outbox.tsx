import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { requireAdmin } from "~/features/identity/index.server.ts";
import { organisationZone } from "~/features/people/index.server.ts";
import { dateIn } from "~/platform/calendar/zones.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { readPress } from "~/platform/http/read-form.server.ts";
import { EmptyState } from "~/ui/empty-state.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { Pagination } from "~/ui/pagination.tsx";
import { SearchField } from "~/ui/search-field.tsx";
import { Tabs } from "~/ui/tabs.tsx";
import { lettersAgainContext } from "../again-context.server.ts";
import { LetterRow, type ShownLetter } from "../components/letter-row.tsx";
import { wayAgain } from "../domain/again.ts";
import {
  type OutboxWanted,
  outboxHref,
  outboxParts,
  outboxWanted,
  saidAgain,
} from "../domain/outbox.ts";
import { outbox } from "../reads.server.ts";
import { sendAgain, sendAgainInput } from "../send-again.server.ts";
import type { Route } from "./+types/outbox";

const MINUTE_MS = 60_000;

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireAdmin(context, request);
  const platform = getPlatform(context);
  const parameters = new URL(request.url).searchParams;
  const wanted = outboxWanted(parameters);
  const { found, zone } = await inOrganisation(platform, actor, async (tx) => ({
    found: await outbox(platform, tx, actor, wanted),
    zone: await organisationZone(tx, actor),
  }));
  const written = (await context.get(lettersAgainContext)()).flatMap(({ kinds }) => kinds);
  const now = platform.clock.now().getTime();
  const letters = found.entries.map((entry): ShownLetter => {
    const { nextTryAt, createdAt, hasText, ...letter } = entry;
    const wait = nextTryAt && Math.max(0, Math.ceil((nextTryAt.getTime() - now) / MINUTE_MS));
    return {
      ...letter,
      writtenOn: dateIn(zone, createdAt),
      triedAgainIn: wait,
      again: wayAgain({ ...letter, nextTryAt, hasText }, written.includes(letter.kind)),
    };
  });
  const { page, pages, counts } = found;
  const said = saidAgain.find((word) => word === parameters.get("said")) ?? null;
  return { letters, page, pages, counts, wanted, said, mail: platform.mailer.kind };
}

/** Sends a letter once more, and leads back to where it was asked for, with word of it. */
export async function action({ context, request }: Route.ActionArgs) {
  const actor = requireAdmin(context, request);
  const { message } = await readPress(request, sendAgainInput);
  const again = await context.get(lettersAgainContext)();
  const outcome = await sendAgain(getPlatform(context), actor, message, again);
  const wanted = outboxWanted(new URL(request.url).searchParams);
  return redirect(outboxHref(wanted, outcome.ok ? outcome.value : outcome.reason));
}

/** What became of every letter; and, in the demonstration, the letters themselves. */
export default function Outbox({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("notifications");
  const { letters, wanted, said, mail, counts, page, pages } = loaderData;
  const isEmpty = counts.all === 0 && wanted.search === "";
  return (
    <>
      <PageTitle>{t("outbox.title")}</PageTitle>
      <PageHeader title={t("outbox.title")} lead={t(`outbox.lead.${mail}`)} />
      <Said said={said} />
      {(mail === "none" || (mail === "outbox" && !isEmpty)) && (
        <div className="mb-6 max-w-reading">
          <Notice title={t(`outbox.notice.${mail}.title`)}>
            {t(`outbox.notice.${mail}.body`)}
          </Notice>
        </div>
      )}
      {isEmpty ? (
        <EmptyState title={t("outbox.empty.title")}>{t("outbox.empty.body")}</EmptyState>
      ) : (
        <div className="grid max-w-page grid-cols-1 gap-5">
          <Tabs
            label={t("outbox.parts.label")}
            tabs={outboxParts.map((part) => ({
              label: t(`outbox.parts.${part}`),
              href: outboxHref({ ...wanted, part, page: 1 }),
              current: part === wanted.part,
              count: counts[part],
            }))}
          />
          <SearchField
            label={t("outbox.search")}
            defaultValue={wanted.search}
            keep={{ part: wanted.part }}
          />
          <Letters letters={letters} wanted={wanted} />
          <Pagination
            page={page}
            pages={pages}
            href={(number) => outboxHref({ ...wanted, page: number })}
          />
        </div>
      )}
    </>
  );
}

function Letters({ letters, wanted }: { letters: readonly ShownLetter[]; wanted: OutboxWanted }) {
  const { t } = useTranslation("notifications");
  if (letters.length === 0)
    return wanted.search === "" ? (
      <p className="text-ink-muted">{t(`outbox.noneOf.${wanted.part}`)}</p>
    ) : (
      <EmptyState title={t("outbox.noMatch.title")}>{t("outbox.noMatch.body")}</EmptyState>
    );
  return (
    <ul
      aria-label={t("outbox.caption")}
      className="divide-y divide-line rounded-large border border-line bg-surface"
    >
      {letters.map((letter) => (
        <LetterRow key={letter.id} letter={letter} />
      ))}
    </ul>
  );
}

function Said({ said }: { said: (typeof saidAgain)[number] | null }) {
  const { t } = useTranslation("notifications");
  if (!said) return null;
  const done = said === "tried" || said === "written";
  return (
    <div className="mb-6 max-w-reading">
      <Notice tone={done ? "success" : "danger"}>{t(`outbox.said.${said}`)}</Notice>
    </div>
  );
}
