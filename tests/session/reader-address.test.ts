import { describe, expect, it } from 'vitest';
import { parseReaderAddress, readerPath } from '../../components/session/reader-address.ts';

describe('reader address', () => {
  it('comes back from its path', () => {
    const address = { tabId: 12, url: 'https://e.test/a?b=c&d#e', scope: 'selection' as const };
    expect(parseReaderAddress(readerPath(address).split('?').slice(1).join('?'))).toEqual(address);
  });

  it.each([
    { name: 'no query', query: '' },
    { name: 'a script', query: '?url=javascript:alert(1)&tab=1' },
    { name: 'data', query: '?url=data:text/html,x&tab=1' },
    { name: 'a page of the browser', query: '?url=chrome://settings&tab=1' },
    { name: 'an address that is none', query: '?url=https://&tab=1' },
    { name: 'no tab', query: '?url=https://e.test/' },
    { name: 'a tab that is no number', query: '?url=https://e.test/&tab=1e9' },
  ])('is refused for $name', ({ query }) => {
    expect(parseReaderAddress(query)).toBeNull();
  });
});
