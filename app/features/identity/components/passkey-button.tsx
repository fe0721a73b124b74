import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button.tsx";

type Props = {
  /** Where the question comes from and the answer goes. */
  action: string;
  /** Where it leads to. */
  next: string;
  children: string;
};

/** What the server says to an answer. */
type Answered = { ok: true; next: string } | { ok: false; reason: string };

/** Asks the device for a passkey. Not there where a browser has none, or runs no scripts. */
export function PasskeyButton({ action, next, children }: Props) {
  const { t } = useTranslation("passkeys");
  const isThere = usePasskeys();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  if (!isThere) return null;
  async function press(): Promise<void> {
    setBusy(true);
    setProblem(null);
    const outcome = await askDevice(action, next).catch(() => refused("failed"));
    if (outcome.ok) return window.location.assign(outcome.next);
    setBusy(false);
    setProblem(outcome.reason);
  }
  return (
    <div className="grid gap-2">
      <Button type="button" busy={isBusy} onClick={() => void press()}>
        {isBusy ? t("enter.busy") : children}
      </Button>
      <p role="alert" className="text-sm text-danger-text empty:hidden">
        {problem !== null && t(`enter.problems.${problem}`)}
      </p>
    </div>
  );
}

/** Whether this browser has passkeys; null until its scripts run. */
export function usePasskeys(): boolean | null {
  const [isThere, setThere] = useState<boolean | null>(null);
  useEffect(() => setThere(typeof window.PublicKeyCredential === "function"), []);
  return isThere;
}

async function askDevice(action: string, next: string): Promise<Answered> {
  const options = await post(action, { intent: "begin" });
  const { startAuthentication } = await import("@simplewebauthn/browser");
  const response = await startAuthentication({ optionsJSON: options }).catch(() => null);
  if (response === null) return refused("cancelled");
  return post(action, { intent: "answer", response: JSON.stringify(response), next });
}

const refused = (reason: string): Answered => ({ ok: false, reason });

/** As a form would be sent: other sites' are told by that. */
async function post(action: string, fields: Record<string, string>) {
  const answer = await fetch(action, { method: "POST", body: new URLSearchParams(fields) });
  return answer.json();
}
