import { describe, expect, test } from 'vitest';
import { wordsFor } from '#app/http/format.ts';
import { letterOf, subjectOf } from './letter.ts';
import { NOTICES, sideOf, type NoticeType, type Side } from './rules.ts';
import { noticeWords, type Told } from './words.ts';

const [BRIEF, PROJECT, SUBJECT] = ['brief', 'project', 'subject'].map(() => crypto.randomUUID());
const dora = { id: crypto.randomUUID(), name: 'Dora Bodoni' };
const told = (type: NoticeType, data: Told['data'] = {}, more: Partial<Told> = {}): Told => ({
  ...{ type, subjectId: SUBJECT ?? '', briefId: BRIEF ?? null, projectId: PROJECT ?? null, actor: dora },
  ...{ data: { title: 'The Salt Road', ...data }, ...more },
});
const reader = (side: Side, locale = 'en-GB', timeZone = 'Europe/London') => ({
  ...{ id: crypto.randomUUID(), side, say: wordsFor({ locale, timeZone }) },
});
const everything = {
  ...{ kind: 'front', amount: 600_00, currency: 'EUR', number: '2026-7', guest: 'Gus', question: 'Why red?' },
  ...{
    reason: 'It is too red.',
    note: 'For you.',
    runsOut: '2026-12-05T14:05:00.000Z',
    decision: 'Removed.',
  },
};
const cases = (Object.keys(NOTICES) as NoticeType[]).flatMap((type) =>
  (['publisher', 'designer', 'staff'] as const).map((side) => ({ type, side })),
);

describe('every notice', () => {
  test.each(cases)(
    '$type to $side is told in whole sentences, with all there is to say and with nothing',
    (it) => {
      for (const event of [
        told(it.type, everything),
        told(it.type, { title: '' }, { actor: null, briefId: null, projectId: null }),
      ]) {
        const words = noticeWords(event, reader(it.side));
        expect(words.line).toMatch(/^[\p{Lu}“].*[^ .]\.$/u);
        expect(words.more).toMatch(/^$|^\p{Lu}.*[.”]$/u);
        expect(words.action).toMatch(/^[A-Z][^.!?]*$/);
        expect(words.href).toMatch(/^\/[a-z][\w/?=&-]*$/);
        expect(`${words.line} ${words.more}`).not.toMatch(/undefined|null|NaN| {2}|\.\.|“”/);
      }
    },
  );
});

describe('what is told', () => {
  test('names who, what and when, in the reader’s own time zone and money', () => {
    const event = told('milestone.delivered', everything);
    const words = noticeWords(event, reader('publisher', 'en-US', 'America/New_York'));
    expect(words.line).toBe('Dora Bodoni has delivered the front cover for “The Salt Road”.');
    expect(words.more).toContain('on December 5, 2026 at 9:05 AM.');
    expect(words.href).toBe(`/projects/${PROJECT}/milestones/front`);
    const invoice = noticeWords(told('invoice.issued', everything), reader('publisher', 'de-DE'));
    expect(invoice.line).toBe('Dora Bodoni sent you an invoice of 600\u00a0€ for “The Salt Road”.');
  });

  test('is kind to those who were not chosen', () => {
    const { line, more } = noticeWords(told('proposal.passed_over'), reader('designer'));
    expect(line).toBe('Another designer will make the cover of “The Salt Road”.');
    expect(more).toContain('thank you for the thought you put into it');
    expect(`${line} ${more}`).not.toMatch(/reject|unsuccessful|unfortunately|lost/i);
  });

  test('keeps on one line whatever somebody calls themselves or their book', () => {
    const actor = { id: dora.id, name: 'Dora\r\nBcc: all@example.test' };
    const event = told('proposal.submitted', { title: `${'Long '.repeat(50)}\r\nX-Evil: 1` }, { actor });
    const { line } = noticeWords(event, reader('publisher'));
    expect(line).not.toMatch(/[\r\n]/);
    expect(line.length).toBeLessThan(220);
    expect(subjectOf('a\r\nBcc: b\u2028c.')).toBe('a Bcc: b c');
    expect(subjectOf('x'.repeat(500))).toHaveLength(150);
  });

  test('is the designer’s conversation for either side of a match', () => {
    const designer = reader('designer');
    expect(noticeWords(told('match.made'), designer).href).toBe(
      `/messages/with?brief=${BRIEF}&designer=${designer.id}`,
    );
    expect(noticeWords(told('match.made'), reader('publisher')).href).toBe(
      `/messages/with?brief=${BRIEF}&designer=${dora.id}`,
    );
  });

  test('is told to staff as staff, and as publishers of what they hired somebody for themselves', () => {
    expect(sideOf('admin', 'project.disputed')).toBe('staff');
    expect(sideOf('admin', 'milestone.delivered')).toBe('publisher');
    expect(sideOf('designer', 'milestone.delivered')).toBe('designer');
    expect(sideOf('hiring_user', 'project.disputed')).toBe('publisher');
  });
});

test('a letter says the same as text and as HTML, and what somebody typed is text in both', () => {
  const entry = {
    line: 'A <b>bold</b> name.',
    more: '“Q & A”',
    href: '/proposals/1?a=1&b=2',
    action: 'Read it',
  };
  const { text, html } = letterOf('https://example.test', [{ heading: 'Proposals', entries: [entry] }]);
  expect(text).toBe(
    'Proposals\n---------\n\nA <b>bold</b> name.\n“Q & A”\nRead it: https://example.test/proposals/1?a=1&b=2',
  );
  expect(html).toContain('<b>A &lt;b&gt;bold&lt;/b&gt; name.</b><br>“Q &amp; A”<br>');
  expect(html).toContain('<a href="https://example.test/proposals/1?a=1&amp;b=2">Read it</a>');
});
