/** Keys 1 to 5 choose in the question that has the focus; 0 says "can't say". */
export function chooseByNumber(event: KeyboardEvent): void {
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
