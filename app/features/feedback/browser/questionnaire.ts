/** Runs on a rater's page: saves each answer as it is given, and lets 1 to 5 choose. The page works without it. */
const RETRY_MS = 4_000;
const TYPING_PAUSE_MS = 900;

const form = document.querySelector<HTMLFormElement>("form[data-questionnaire]");
if (form) keepAnswers(form);

function keepAnswers(form: HTMLFormElement): void {
  const status = document.querySelector("[data-save-status]");
  const unsent = new Map<string, string>();
  let sending = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const say = (text: string | undefined) => {
    if (status) status.textContent = text ?? "";
  };

  const send = async () => {
    clearTimeout(timer);
    if (sending || unsent.size === 0) return;
    sending = true;
    say(form.dataset.saving);
    const batch = new Map(unsent);
    const outcome = await post(form.dataset.questionnaire ?? "", batch);
    sending = false;
    if (outcome === "closed") return say(form.dataset.closed);
    if (outcome === "kept") {
      for (const [name, value] of batch) if (unsent.get(name) === value) unsent.delete(name);
      if (unsent.size === 0) return say(form.dataset.saved);
      return send();
    }
    say(form.dataset.unsaved);
    timer = setTimeout(send, RETRY_MS);
  };

  form.addEventListener("change", (event) => {
    const field = event.target;
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
    unsent.set(field.name, field.value);
    countAnswers(form);
    void send();
  });
  form.addEventListener("input", (event) => {
    const field = event.target;
    if (!(field instanceof HTMLTextAreaElement)) return;
    unsent.set(field.name, field.value);
    clearTimeout(timer);
    timer = setTimeout(send, TYPING_PAUSE_MS);
  });
  form.addEventListener("keydown", chooseByNumber);
  addEventListener("online", () => void send());
  // Leaving by a button saves everything anyway; leaving otherwise with something unsent asks first.
  let leaving = false;
  form.addEventListener("submit", () => {
    leaving = true;
  });
  addEventListener("beforeunload", (event) => {
    if (unsent.size > 0 && !leaving) event.preventDefault();
  });
}

/** Moves the bar on: what was answered on other screens, and what is chosen on this one. */
function countAnswers(form: HTMLFormElement): void {
  const bar = document.querySelector<HTMLProgressElement>("progress[data-elsewhere]");
  const words = document.querySelector<HTMLElement>("[data-progress]");
  if (!bar) return;
  bar.value =
    Number(bar.dataset.elsewhere) + form.querySelectorAll("input[type=radio]:checked").length;
  if (words)
    words.textContent = (words.dataset.progress ?? "").replace("{done}", String(bar.value));
}

type Kept = "kept" | "closed" | "failed";

async function post(url: string, fields: ReadonlyMap<string, string>): Promise<Kept> {
  try {
    const body = new FormData();
    for (const [name, value] of fields) body.set(name, value);
    const response = await fetch(url, {
      method: "POST",
      body,
      headers: { Accept: "application/json" },
    });
    if (response.ok) return "kept";
    return response.status === 410 ? "closed" : "failed";
  } catch {
    return "failed";
  }
}

/** Keys 1 to 5 choose in the question that has the focus; 0 says "can't say". */
function chooseByNumber(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || !/^[0-5]$/.test(event.key)) return;
  const field = event.target;
  if (!(field instanceof HTMLInputElement) || field.type !== "radio") return;
  const radios = [
    ...(field.closest("fieldset")?.querySelectorAll<HTMLInputElement>("input[type=radio]") ?? []),
  ];
  const wanted = event.key === "0" ? radios.at(-1) : radios[Number(event.key) - 1];
  if (!wanted) return;
  event.preventDefault();
  wanted.focus();
  wanted.checked = true;
  wanted.dispatchEvent(new Event("change", { bubbles: true }));
}
