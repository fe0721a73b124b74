import type { Line, MinuteBlock } from "~/platform/blocks/block.ts";
import { Minute } from "../blocks/minute.tsx";
import { RaisedSection } from "../blocks/page-section.tsx";
import { Button, ButtonLink } from "../button.tsx";
import { Facts } from "../facts.tsx";
import { LockIcon } from "../icons.tsx";
import { Link } from "../link.tsx";
import { MailAddress } from "../mail-address.tsx";
import { NextStepCard } from "../next-step-card.tsx";
import { Pairs } from "../pairs.tsx";
import { Preview } from "../preview.tsx";
import { Sure } from "../sure.tsx";
import { AsidePart, WithAside } from "../with-aside.tsx";
import { WithContents } from "../with-contents.tsx";
import { longWord, rightToLeft, sampleParagraph } from "./samples.ts";
import { Section, Shelf, Specimen } from "./section.tsx";

const clear = { step: "clear", words: "Clear" } as const;
const likely = { step: "likely", words: "Likely" } as const;
const open = { step: "open", words: "Can’t tell" } as const;

const line = (words: string, sure: Line["sure"]): Line => ({
  words,
  ...(sure && { sure }),
  under: "−1.0, likely −1.3 to −0.7; 10 raters",
});

const minute: MinuteBlock = {
  kind: "minute",
  verdict:
    "Others see about the right amount of your managing and would like more of your leading.",
  rests: [line("Managing: about the right amount", clear), line("Leading: too little", likely)],
  ways: [
    {
      way: "more",
      title: "More of",
      items: [line("Driving change and innovation", clear)],
      none: "",
    },
    { way: "less", title: "Less of", items: [], none: "No competency is clearly too much." },
    { way: "keep", title: "Keep as it is", items: [line(longWord, clear)], none: "" },
  ],
  start: { title: "Where to begin", words: "Trying new ideas.", label: "Choose", href: "#reports" },
};

function Cards() {
  return (
    <>
      <Specimen name="Sureness: clear, likely, cannot be told">
        <Shelf>
          <Sure sure={clear} />
          <Sure sure={likely} />
          <Sure sure={open} />
        </Shelf>
      </Specimen>
      <Specimen name="Next step: both hats, one hat, long words">
        <NextStepCard
          eyebrow="Your next step, about 3 minutes"
          title="Finish your view of Marek Dvořák by Friday"
          why="You stopped after 9 of 13 pages and everything is kept."
          actions={
            <>
              <ButtonLink href="#reports" variant="primary" wide>
                Carry on at page 10
              </ButtonLink>
              <Button variant="quiet">I can’t judge his work</Button>
            </>
          }
        />
        <NextStepCard
          edge="leading"
          eyebrow={rightToLeft}
          title={`${longWord} ${longWord}`}
          actions={<Button variant="primary">Begin</Button>}
        />
      </Specimen>
      <Specimen name="In one minute: all of it, and where no way can be named">
        <RaisedSection section={{ id: "minute", title: "In one minute", blocks: [minute] }} />
        <Minute
          block={{
            ...{
              kind: "minute",
              verdict: minute.verdict,
              rests: [line("Leading", open)],
              ways: [],
            },
            instead: "Others’ view of single competencies cannot be shown this time.",
          }}
        />
      </Specimen>
    </>
  );
}

function Pages() {
  return (
    <>
      <Specimen name="Page with aside">
        <WithAside
          label="What else waits"
          aside={
            <>
              <AsidePart title="Also waiting, 2">
                <Link href="#reports">Agree to Siân Pritchard’s raters</Link>
              </AsidePart>
              <AsidePart title="Who can read this" icon={<LockIcon />}>
                <p className="text-sm text-ink-muted">Only you.</p>
              </AsidePart>
            </>
          }
        >
          <p>{sampleParagraph}</p>
        </WithAside>
      </Specimen>
      <Specimen name="Preview: as several read it, as one does; pairs">
        <div className="grid max-w-form gap-6">
          <Preview
            title="What they will read"
            choice="Read it as"
            views={["Peer", "Direct report", "Manager", longWord].map((label) => ({
              key: label,
              label,
              content: <p>{`${label}: ${sampleParagraph}`}</p>,
            }))}
            note="Follows what you type. Nothing of it is saved yet."
          />
          <Preview
            title={longWord}
            choice="Read it as"
            views={[{ key: "all", label: "All", content: <p dir="auto">{rightToLeft}</p> }]}
          />
          <Pairs
            items={[
              { term: "Peers on their own", details: "34 of 40" },
              { term: `${longWord} ${longWord}`, details: "1,234 of 1,240" },
            ]}
          />
        </div>
      </Specimen>
      <Specimen name="Facts: beside a page, with long words">
        <div className="max-w-75">
          <Facts
            items={[
              { term: "Job title", details: "Stores and spares manager" },
              { term: "E-mail", details: <MailAddress address={`${longWord}@example.org`} /> },
              { term: "Manager", details: rightToLeft },
            ]}
          />
        </div>
      </Specimen>
      <Specimen name="Long read: contents beside it, folded above it where there is no room">
        <WithContents
          contents={[
            { id: "first-part", title: "The first part" },
            { id: "second-part", title: longWord },
          ]}
          aside={<AsidePart title="Keep a copy">{sampleParagraph}</AsidePart>}
        >
          {["first-part", "second-part"].map((id) => (
            <section key={id} aria-labelledby={id}>
              <h3 id={id} className="font-semibold">
                {id}
              </h3>
              <p>{sampleParagraph}</p>
            </section>
          ))}
        </WithContents>
      </Specimen>
    </>
  );
}

export function ReportGallery() {
  return (
    <Section id="reports" title="Pages and reports">
      <Cards />
      <Pages />
    </Section>
  );
}
