/**
 * What somebody chose on an open page, kept behind the # of its address, which no server gets: so that going back,
 * coming again and another language keep it.
 */
export function choicesInAddress(show: (said: URLSearchParams, isNew: boolean) => void) {
  const languages = document.querySelectorAll<HTMLAnchorElement>("[data-languages] a");
  let asked = location.search;
  const read = (isNew: boolean) => {
    const isChosen = location.hash.includes("=");
    // Somebody went to a part of the page, such as its content: what they chose stays.
    if (location.hash !== "" && !isChosen && location.search === asked) return;
    asked = location.search;
    for (const link of languages) link.hash = location.hash;
    show(new URLSearchParams(isChosen ? location.hash.slice(1) : location.search), isNew);
  };
  // A page that a browser without script asked for keeps what the server answered to its address.
  if (location.hash.includes("=")) read(false);
  addEventListener("popstate", () => read(false));
  return (form: HTMLFormElement) => {
    const said = new URLSearchParams();
    for (const [name, value] of new FormData(form))
      if (typeof value === "string" && value !== "" && name !== "lang") said.set(name, value);
    const { pathname, search } = location;
    const lang = new URLSearchParams(search).get("lang");
    const query = lang === null ? "" : `?${new URLSearchParams({ lang })}`;
    history.pushState(null, "", `${pathname}${query}#${said}`);
    read(true);
  };
}
