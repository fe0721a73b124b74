import { Body, Button, Container, Head, Html, Section, Text } from "@react-email/components";

export type LetterAction = { label: string; href: string };

export type Letter = {
  /** BCP 47; English when left out. */
  language?: string;
  subject: string;
  paragraphs: readonly string[];
  action?: LetterAction;
  /** More of the kind below, each with the words before its button. */
  further?: readonly (LetterAction & { before: string })[];
  /** Why this person gets it, and who sent it. */
  footer: string;
};

const font = "Inter, -apple-system, Segoe UI, Helvetica, Arial, sans-serif";
const text = {
  fontFamily: font,
  fontSize: "16px",
  lineHeight: "26px",
  color: "#2b2722",
  margin: "0 0 16px",
  overflowWrap: "anywhere",
} as const;

/**
 * Read by lists of letters alone. Without the usual kilobytes of blanks behind it: they would be stored once per
 * reader.
 */
const hidden = { display: "none", overflow: "hidden", maxHeight: 0, opacity: 0 } as const;

/** Colours stand inline, because many mail programs drop style sheets; those that turn dark keep this one. */
const dark = `:root { color-scheme: light dark; }
@media (prefers-color-scheme: dark) {
  .around, .around > table > tbody > tr > td { background-color: #1b1916 !important; }
  .sheet { background-color: #262320 !important; }
  .ink { color: #ece7df !important; }
  .quiet { color: #b3aa9d !important; }
}
@media (max-width: 480px) { .sheet { padding: 24px 20px !important; } }`;

const RIGHT_TO_LEFT = new Set(["ar", "fa", "he", "ur"]);

/**
 * One calm column with one button: mail programs differ in everything else. `preview` is what lists of letters show.
 */
export function LetterMail({ letter, preview }: { letter: Letter; preview: string }) {
  const language = letter.language ?? "en";
  const direction = RIGHT_TO_LEFT.has(language.slice(0, 2)) ? "rtl" : "ltr";
  return (
    <Html lang={language} dir={direction}>
      <Head>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{letter.subject}</title>
        <style>{dark}</style>
      </Head>
      <Body
        className="around"
        style={{ backgroundColor: "#f7f5f1", margin: 0, padding: "24px 12px" }}
      >
        <div style={hidden}>{preview}</div>
        <Container
          className="sheet"
          style={{
            backgroundColor: "#ffffff",
            maxWidth: "560px",
            padding: "32px",
            borderRadius: "8px",
          }}
        >
          {letter.paragraphs.map((paragraph) => (
            <Paragraph key={paragraph}>{paragraph}</Paragraph>
          ))}
          {letter.action && <ActionButton action={letter.action} />}
          {letter.further?.map(({ before, ...action }) => (
            <Section key={action.href}>
              <Paragraph>{before}</Paragraph>
              <ActionButton action={action} />
            </Section>
          ))}
          <Text
            className="quiet"
            style={{ ...text, fontSize: "13px", lineHeight: "20px", color: "#6b645b", margin: 0 }}
          >
            {letter.footer}
          </Text>
        </Container>
      </Body>
    </Html>
  );
}

function Paragraph({ children }: { children: string }) {
  return (
    <Text className="ink" style={{ ...text, whiteSpace: "pre-line" }}>
      {children}
    </Text>
  );
}

function ActionButton({ action }: { action: LetterAction }) {
  return (
    <Section style={{ padding: "8px 0 24px" }}>
      <Button
        href={action.href}
        style={{
          // An organisation with a colour of its own has that here (`dress-letter`).
          backgroundColor: "#1f5fa8",
          borderRadius: "6px",
          color: "#ffffff",
          fontFamily: font,
          fontSize: "16px",
          fontWeight: 600,
          padding: "12px 24px",
        }}
      >
        {action.label}
      </Button>
    </Section>
  );
}
