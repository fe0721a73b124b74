/** What the functions below leave in the page for each other. */
export type InPage = {
  lookOfTexts: () => Map<Element, number>;
  remembered: Map<Element, number>;
  textsUnlike: () => Element[];
};

/**
 * Runs in a page. Unfolds what is folded away, which counts as well, and has colours arrive at once: on their way from
 * one look to the other they are those of neither, and drawing each step is most of a page's work.
 */
export function makeReady(): void {
  const still = new CSSStyleSheet();
  still.replaceSync("*, ::before, ::after { transition: none !important; }");
  document.adoptedStyleSheets.push(still);
  for (const each of document.querySelectorAll("details")) each.open = true;

  const inPage = window as unknown as InPage;
  const numbers = new Map<string, number>();
  inPage.lookOfTexts = () => {
    const looks = new Map<Element, number>();
    // All that settles a text's contrast: its letters, and whatever is painted behind it by what it stands in.
    const lookOf = (element: Element): number => {
      const known = looks.get(element);
      if (known !== undefined) return known;
      const style = getComputedStyle(element);
      const own = [
        ...[style.color, style.fontSize, style.fontWeight, style.textShadow, style.opacity],
        ...[style.backgroundColor, style.backgroundImage, style.backgroundClip, style.filter],
        ...[style.textDecorationLine, style.borderBottom, style.mixBlendMode, style.position],
      ].join("|");
      const above = element.parentElement ? lookOf(element.parentElement) : 0;
      const look = `${above} ${own}`;
      if (!numbers.has(look)) numbers.set(look, numbers.size + 1);
      looks.set(element, numbers.get(look) ?? 0);
      return looks.get(element) ?? 0;
    };
    const seen = new Map<Element, number>();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const element = text.parentElement;
      if (!element || !text.nodeValue?.trim() || seen.has(element)) continue;
      if (element.checkVisibility({ visibilityProperty: true })) seen.set(element, lookOf(element));
    }
    for (const field of document.querySelectorAll("input, select, textarea"))
      if (field.checkVisibility({ visibilityProperty: true })) seen.set(field, lookOf(field));
    return seen;
  };
  inPage.textsUnlike = () =>
    [...inPage.lookOfTexts()].flatMap(([element, look]) =>
      inPage.remembered.get(element) === look ? [] : [element],
    );
}

/** Runs in a page that is ready. Remembers how each text looks that can be seen now. */
export function rememberTexts(): void {
  const inPage = window as unknown as InPage;
  inPage.remembered = inPage.lookOfTexts();
}
