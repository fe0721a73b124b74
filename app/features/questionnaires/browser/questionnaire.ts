/**
 * Runs on a rater's page: saves each answer as it is given, keeps it on the device while the server is out of reach,
 * and shows what another tab or device changed. The page works without it.
 */
import { beside } from "../domain/beside.ts";
import { answeredBefore, answerOf, isTyped, Seen, saidBy, show } from "./fields.ts";
import { hintsAt, showHints } from "./hints.ts";
import { countAnswers, settle, showAsked } from "./items.ts";
import { chooseByNumber } from "./keys.ts";
import { openOutbox } from "./outbox.ts";
import { followHistory, turnTo } from "./parts.ts";
import { type Answer, ask, type News } from "./server.ts";

const RETRY_MS = 4_000;
const TYPING_PAUSE_MS = 900;

const frame = document.querySelector<HTMLElement>("[data-outbox]");
if (frame) keepAnswers(frame);

function keepAnswers(frame: HTMLElement): void {
  const form = frame.querySelector<HTMLFormElement>("form[data-questionnaire]");
  const says = JSON.parse(frame.dataset.says ?? "{}") as Record<string, string>;
  const url = frame.dataset.save ?? "";
  const language = frame.dataset.language ?? "";
  const team = new Set(frame.dataset.team?.split(" "));
  const scripts = frame.dataset.scripts?.split(" ") ?? null;
  const outbox = openOutbox(frame.dataset.outbox ?? "", frame.dataset.shared === undefined);
  const seen = new Seen(form);
  const status = document.querySelector("[data-save-status]");
  let revision = frame.dataset.revision ?? "";
  let sending: Promise<boolean> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const say = (text: string | undefined) => {
    if (status) status.textContent = text ?? "";
  };

  /** Sends what waits. @returns whether nothing waits any more. */
  const send = (): Promise<boolean> => {
    clearTimeout(timer);
    sending ??= sendBatch().finally(() => {
      sending = null;
    });
    return sending;
  };

  const sendBatch = async (): Promise<boolean> => {
    for (;;) {
      const batch = outbox.all();
      if (batch.size === 0) return true;
      say(says.saving);
      const body = new FormData();
      for (const [field, value] of batch) body.set(field, value);
      body.set("seen", seen.text);
      body.set("revision", revision);
      const answer = await ask(url, body);
      if (answer.kind !== "kept") return fail(answer);
      for (const [field, value] of batch) {
        outbox.sent(field, value);
        seen.set(field, value);
      }
      take(answer.news);
      say(answer.news.problems?.length ? says.invalid : says.saved);
    }
  };

  const fail = (answer: Exclude<Answer, { kind: "kept" }>): false => {
    if (answer.kind === "signedOut") notify(says.signedOut, true);
    else if (answer.kind === "refused") {
      notify(says[answer.reason]);
      // It will never be taken: it stays on the page, and not on the device.
      if (answer.reason !== "paused") outbox.clear();
    } else timer = setTimeout(send, RETRY_MS);
    say(answer.kind === "refused" || answer.kind === "signedOut" ? "" : says[answer.kind]);
    return false;
  };

  const notify = (text: string | undefined, signIn = false) => {
    const box = document.querySelector<HTMLElement>("[data-notice]");
    if (!box || box.textContent?.startsWith(text ?? "")) return;
    box.textContent = `${text ?? ""} `;
    if (signIn) {
      const link = document.createElement("a");
      link.href = `/sign-in?next=${encodeURIComponent(location.pathname)}`;
      link.textContent = says.signIn ?? "";
      link.className = "font-semibold underline";
      box.append(link);
    }
    box.hidden = false;
  };

  /** Shows what others changed, and what this page wrote over. */
  const take = ({ revision: now, fields, replaced = {}, hints = {} }: News) => {
    revision = String(now);
    if (fields && form) {
      const waiting = outbox.all();
      const names = new Set([...Object.keys(fields), ...seen.fields()]);
      const news = [...names].filter(
        (name) => !waiting.has(name) && !seen.has(name, fields[name] ?? ""),
      );
      for (const name of news) {
        show(form, name, fields[name] ?? "");
        seen.set(name, fields[name] ?? "");
      }
      redraw(form);
      if (news.length > 0)
        notify(
          news.length === 1 ? says.changedOne : says.changed?.replace("{n}", `${news.length}`),
        );
    }
    for (const [field, words] of Object.entries(replaced)) {
      const box = document.querySelector<HTMLElement>(`[data-replaced="${CSS.escape(field)}"]`);
      const quote = box?.querySelector("blockquote");
      if (!box || !quote) continue;
      quote.textContent = words;
      box.hidden = false;
    }
    for (const [question, warnings] of Object.entries(hints)) showHints(question, warnings, says);
  };

  /** What the answers mean for the page: which items are asked, and how far one is. */
  const redraw = (form: HTMLFormElement) => {
    showAsked(form);
    countAnswers(form);
  };

  const catchUp = async () => {
    if (!(await send()) || document.visibilityState !== "visible") return;
    const answer = await ask(url);
    if (answer.kind !== "kept") return answer.kind === "offline" ? undefined : void fail(answer);
    if (String(answer.news.revision) !== revision) take(answer.news);
  };

  addEventListener("online", () => void catchUp());
  document.addEventListener("visibilitychange", () => void catchUp());
  // Storage that keeps nothing: only then is something lost by leaving.
  addEventListener("beforeunload", (event) => {
    if (outbox.all().size > 0 && !outbox.lasts) event.preventDefault();
  });

  if (form) {
    for (const control of answeredBefore(form))
      if (!seen.has(control.name, saidBy(control))) outbox.put(control.name, saidBy(control));
    for (const [field, value] of outbox.all()) show(form, field, value);
    redraw(form);
    const places = new WeakMap<EventTarget, string>();
    form.addEventListener("focusin", ({ target }) => {
      if (target instanceof HTMLSelectElement) places.set(target, target.value);
    });
    form.addEventListener("change", ({ target }) => {
      const field = answerOf(target);
      if (!field) return;
      outbox.put(field.name, saidBy(field));
      for (const also of settle(field, places.get(field) ?? "")) {
        places.set(also, also.value);
        outbox.put(also.name, saidBy(also));
      }
      places.set(field, field.value);
      redraw(form);
      void send();
    });
    form.addEventListener("input", ({ target }) => {
      const field = answerOf(target);
      if (!field || !isTyped(field)) return;
      outbox.put(field.name, field.value);
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (field.name.startsWith("comment-"))
          showHints(field.name.slice(8), hintsAt(field.value, team, language, scripts), says);
        void send();
      }, TYPING_PAUSE_MS);
    });
    form.addEventListener("keydown", chooseByNumber);
    form.addEventListener("submit", (event) => {
      const button = event.submitter;
      const to = button instanceof HTMLButtonElement && button.name === "to" ? button.value : "";
      if (!navigator.onLine) say(says.stay);
      if (!navigator.onLine && !document.getElementById(to)) return event.preventDefault();
      if (!to) return;
      event.preventDefault();
      if (button?.dataset.stay !== undefined || turnTo(to)) return void send();
      void send().then((done) => {
        if (done) location.assign(beside(location.pathname, to));
      });
    });
    followHistory();
  } else {
    // The last look: nothing counts as sent while an answer waits on this device.
    const last = frame.querySelector<HTMLFormElement>("form[data-send]");
    last?.addEventListener("submit", (event) => {
      if (outbox.all().size === 0) return;
      event.preventDefault();
      const button = event.submitter;
      void send().then((done) => done && last.requestSubmit(button));
    });
  }
  void send();
}
