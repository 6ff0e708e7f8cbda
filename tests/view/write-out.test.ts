import { describe, expect, it } from 'vitest';
import type { Article } from '../../components/article/article.ts';
import { domBlocks } from '../../components/article/dom-blocks.ts';
import { mount } from '../../components/article/fragment.ts';
import { sanitize } from '../../components/article/sanitize.ts';
import { formats, writeOut } from '../../components/view/write-out.ts';
import { article as plain } from '../exports/article.ts';

const article: Article = {
  ...plain,
  html: '<p>In Lisbon.</p><figure><img src="https://a.example/b.jpg" alt="A bridge" onerror="x()"></figure><script>x</script>',
};

/** The article as a popup shows it, without images. */
function shown() {
  const element = document.createElement('div');
  mount(sanitize(article.html, 'none', window), element);
  document.body.replaceChildren(element);
  const annotation = { language: 'en', namesMarked: true, mentions: [], entities: [] };
  return { article, blocks: domBlocks(element), annotation };
}

describe('writeOut', () => {
  it.each(formats)('writes %s, with a name to save it by', async (format) => {
    const { text, fileName, type } = await writeOut(format, shown());
    expect(text).toContain('In Lisbon.');
    expect(text).not.toContain('onerror');
    expect(fileName).toMatch(/^A bridge opens in Lisbon\.(?:md|txt|html|json)$/);
    expect(type).toMatch(/^(?:text|application)\/\w+$/);
  });

  it.each(['markdown', 'html'] as const)(
    'keeps in %s the images that the screen leaves out',
    async (format) => {
      const { text } = await writeOut(format, shown());
      expect(text).toContain('https://a.example/b.jpg');
    },
  );

  it('names a file after the site when there is no title', async () => {
    const { fileName } = await writeOut('text', { ...shown(), article: { ...article, title: '' } });
    expect(fileName).toBe('news.example.txt');
  });
});
