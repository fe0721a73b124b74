import {
  Body,
  Button,
  Container,
  Head,
  Html,
  Preview,
  Section,
  Text,
} from "@react-email/components";

export type Letter = {
  subject: string;
  paragraphs: readonly string[];
  action?: { label: string; href: string };
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
};

/** One calm column with one button: mail programs differ in everything else. */
export function LetterMail({ letter }: { letter: Letter }) {
  return (
    <Html lang="en" dir="auto">
      <Head />
      <Preview>{letter.paragraphs[0] ?? letter.subject}</Preview>
      <Body style={{ backgroundColor: "#f7f5f1", margin: 0, padding: "24px 12px" }}>
        <Container
          style={{
            backgroundColor: "#ffffff",
            maxWidth: "560px",
            padding: "32px",
            borderRadius: "8px",
          }}
        >
          {letter.paragraphs.map((paragraph) => (
            <Text key={paragraph} style={{ ...text, whiteSpace: "pre-line" }}>
              {paragraph}
            </Text>
          ))}
          {letter.action && (
            <Section style={{ padding: "8px 0 24px" }}>
              <Button
                href={letter.action.href}
                style={{
                  backgroundColor: "#1f5fa8",
                  borderRadius: "6px",
                  color: "#ffffff",
                  fontFamily: font,
                  fontSize: "16px",
                  fontWeight: 600,
                  padding: "12px 24px",
                }}
              >
                {letter.action.label}
              </Button>
            </Section>
          )}
          <Text
            style={{ ...text, fontSize: "13px", lineHeight: "20px", color: "#6b645b", margin: 0 }}
          >
            {letter.footer}
          </Text>
        </Container>
      </Body>
    </Html>
  );
}
