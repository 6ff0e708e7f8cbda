import { describe, expect, it } from 'vitest';
import { find } from '../../components/view/find.ts';

function hits(html: string, query: string): string[] {
  const root = new DOMParser().parseFromString(`<div>${html}</div>`, 'text/html').body.firstElementChild!;
  return find(root, query).map((range) => range.toString());
}

describe('find', () => {
  it.each([
    {
      name: 'every hit, whatever its case',
      html: '<p>The lock. the LOCK</p>',
      query: 'lock',
      found: ['lock', 'LOCK'],
    },
    {
      name: 'across inline markup',
      html: '<p>Marta <b>Lind</b>qvist said</p>',
      query: 'lindqvist',
      found: ['Lindqvist'],
    },
    {
      name: 'across a line of the source',
      html: '<p>old\n  lock</p>',
      query: 'old lock',
      found: ['old\n  lock'],
    },
    { name: 'signs as they are', html: '<p>What? (Yes.)</p>', query: '(yes.)', found: ['(Yes.)'] },
    { name: 'nothing across paragraphs', html: '<p>old</p><p>lock</p>', query: 'old lock', found: [] },
    { name: 'nothing for nothing', html: '<p>old</p>', query: '  ', found: [] },
  ])('finds $name', ({ html, query, found }) => {
    expect(hits(html, query)).toEqual(found);
  });
});
