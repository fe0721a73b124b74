import { useTranslation } from "react-i18next";
import { useNavigation } from "react-router";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Button } from "~/ui/button.tsx";
import { Form } from "~/ui/form.tsx";
import { Link } from "~/ui/link.tsx";
import { MailAddress } from "~/ui/mail-address.tsx";
import { VisuallyHidden } from "~/ui/visually-hidden.tsx";
import type { OutboxEntry } from "../reads.server.ts";

/** What says that no mail server answered at all. */
const UNREACHABLE = ["ESOCKET", "ECONNECTION", "ECONNREFUSED", "ETIMEDOUT", "EDNS"];

/** A letter as the outbox shows it: the day on which it was written, and minutes until it is tried again. */
export type ShownLetter = Omit<OutboxEntry, "nextTryAt" | "createdAt" | "hasText"> & {
  writtenOn: string;
  triedAgainIn: number | null;
  again: "try" | "write" | null;
};

/** One letter: to whom, what it says, what became of it, and how it is sent once more. */
export function LetterRow({ letter }: { letter: ShownLetter }) {
  const { t } = useTranslation("notifications");
  return (
    <li className="grid gap-x-6 gap-y-2 px-4 py-3 text-sm md:grid-cols-[minmax(0,18rem)_minmax(0,1fr)_minmax(0,16rem)]">
      <span className="min-w-0 wrap-anywhere" dir="auto">
        <span className="font-medium">{letter.toName}</span>
        <span className="block text-ink-muted">
          {letter.toAddress === null ? (
            t("outbox.ownAccount")
          ) : (
            <MailAddress address={letter.toAddress} />
          )}
        </span>
      </span>
      <span className="min-w-0 wrap-anywhere">
        {letter.readable ? (
          <Link href={`/outbox/${letter.id}`}>{letter.subject}</Link>
        ) : (
          letter.subject
        )}
        <span className="block text-ink-muted">{writtenDate(letter.writtenOn)}</span>
      </span>
      <span className="flex min-w-0 flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <Became letter={letter} />
        <Again letter={letter} />
      </span>
    </li>
  );
}

function Became({ letter: { state, lastError, triedAgainIn } }: { letter: ShownLetter }) {
  const { t } = useTranslation("notifications");
  const words = [t(`outbox.states.${state}`)];
  if (lastError && state !== "sent") words.push(t(reasonKey(lastError), { code: lastError }));
  if (state === "queued" && triedAgainIn !== null)
    words.push(t("outbox.nextTry", { count: triedAgainIn }));
  const [first, ...more] = words;
  return (
    <span className="min-w-0 flex-1">
      {first}
      {more.length > 0 && <span className="block text-ink-muted">{more.join("; ")}</span>}
    </span>
  );
}

function Again({ letter: { id, again, toName, subject } }: { letter: ShownLetter }) {
  const { t } = useTranslation("notifications");
  const sending = useNavigation().state === "submitting";
  if (again === null) return null;
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="message" value={id} />
      <Button size="small" type="submit" busy={sending}>
        <span aria-hidden="true">{t(`outbox.again.${again}`)}</span>
        <VisuallyHidden>{t(`outbox.again.${again}_for`, { name: toName, subject })}</VisuallyHidden>
      </Button>
    </Form>
  );
}

function reasonKey(code: string) {
  if (code === "too-late") return "outbox.tooLate";
  if (code === "withdrawn") return "outbox.withdrawn";
  if (code === "no-link") return "outbox.noLink";
  if (code === "suspended") return "outbox.suspended";
  if (code === "no-server") return "outbox.noServer";
  return UNREACHABLE.includes(code) ? "outbox.unreachable" : "outbox.error";
}
