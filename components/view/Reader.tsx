import { useEffect } from 'preact/hooks';
import type { OptionsHolder } from '../options/stored-options.ts';
import type { ReaderAddress } from '../session/reader-address.ts';
import type { ArticleSource } from '../session/tab-source.ts';
import type { Annotator } from './annotator.ts';
import { FailureNotice } from './FailureNotice.tsx';
import { LoadingNotice } from './LoadingNotice.tsx';
import { message } from './messages.ts';
import { ReadingView } from './ReadingView.tsx';
import { useOptions } from './use-options.ts';
import { useReading } from './use-reading.ts';

interface Props {
  readonly address: ReaderAddress;
  readonly source: ArticleSource;
  readonly holder: OptionsHolder;
  readonly annotator: Annotator;
  readonly onAllSettings: () => void;
}

/** The article on a page of its own. */
export function Reader({ address, source, holder, annotator, onAllSettings }: Props) {
  const options = useOptions(holder);
  const { reading, problem, read } = useReading(source);
  const title = reading.status === 'ready' ? reading.article.title : '';
  useEffect(() => {
    document.documentElement.dataset.state = reading.status;
    if (title) document.title = title;
  }, [reading.status, title]);

  if (reading.status === 'loading') return <LoadingNotice />;
  if (reading.status === 'failed') {
    return (
      <main>
        <FailureNotice reason={reading.reason} onRead={read} />
        <p>
          <a href={address.url} rel="noopener noreferrer">
            {message('openOriginal')}
          </a>
        </p>
      </main>
    );
  }
  return (
    <ReadingView
      key={reading.article.html}
      article={reading.article}
      place={reading.place}
      problem={problem}
      options={options}
      holder={holder}
      annotator={annotator}
      images={options.readerImages ? 'remote' : 'none'}
      onRead={read}
      onKeep={source.keepPlace}
      onAllSettings={onAllSettings}
      panels={['index', 'aa', 'find', 'speech', 'out', 'help']}
      opened={matchMedia('(min-width: 1080px)').matches ? 'index' : null}
      onPrint={() => print()}
    />
  );
}
