import { useEffect, useState } from 'preact/hooks';
import { paintTheme, rememberTheme } from '../options/first-paint.ts';
import type { Options } from '../options/options.ts';
import type { OptionsHolder } from '../options/stored-options.ts';

/** The options of this view, painted on the document and followed wherever they are changed. */
export function useOptions(holder: OptionsHolder): Options {
  const [options, setOptions] = useState(holder.current());
  useEffect(() => {
    const show = (next: Options) => {
      paint(next);
      setOptions(next);
    };
    const unwatch = holder.watch(show);
    show(holder.current());
    const flush = () => void holder.flush();
    addEventListener('pagehide', flush); // a popup dies on blur, with no other warning
    return () => {
      unwatch();
      removeEventListener('pagehide', flush);
    };
  }, [holder]);
  return options;
}

function paint(options: Options) {
  const root = document.documentElement;
  paintTheme(root, options.theme);
  rememberTheme(options.theme);
  root.dataset.font = options.font;
  root.dataset.width = options.width;
  root.dataset.justify = String(options.justify);
  root.dataset.links = String(options.links);
  root.dataset.printMarks = options.printMarks ? 'on' : 'off';
  root.style.setProperty('--size', `${options.size}px`);
  root.style.setProperty('--line-height', String(options.lineHeight));
  root.style.setProperty('--letter-spacing', `${options.letterSpacing}em`);
}
