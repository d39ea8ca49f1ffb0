import { describe, expect, test } from 'vitest';
import { feedHref, firstName, paramsOf, searchHref, searchWords } from './searches.ts';

const params = (query: string) => new URLSearchParams(query);

describe('a search as an address', () => {
  test('is the same however it was asked, without its page, its order and what nobody understands', () => {
    const asked =
      'sort=budget&after=x&format=ebook_front&style=none&q=%20the%20sea%00&genre=horror&list=briefs';
    expect(searchHref('briefs', params(asked))).toBe('/briefs?q=the+sea&genre=horror&format=ebook_front');
    expect(feedHref('briefs', params(asked))).toBe(
      '/feeds/briefs.atom?q=the+sea&genre=horror&format=ebook_front',
    );
    expect(searchHref('covers', params(''))).toBe('/covers');
  });

  test('is read back as it was written', () => {
    const href = searchHref('designers', params('q=ink&availability=now&price=from_300'));
    expect(searchHref('designers', paramsOf(href))).toBe(href);
  });

  test('has words, and a name that fits into its field', () => {
    expect(searchWords('briefs', params('q=sea&genre=horror'))).toBe('Open briefs: “sea”, Horror');
    expect(searchWords('designers', params('genre=toString'))).toBe('All designers');
    expect([...firstName('covers', params(`q=${'😀'.repeat(90)}`))]).toHaveLength(80);
  });
});
