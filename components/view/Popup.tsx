import { useEffect } from 'preact/hooks';
import type { OptionsHolder } from '../options/stored-options.ts';
import type { ArticleSource } from '../session/tab-source.ts';
import type { Annotator } from './annotator.ts';
import { FailureNotice } from './FailureNotice.tsx';
import { IconButton } from './IconButton.tsx';
import { LoadingNotice } from './LoadingNotice.tsx';
import { message } from './messages.ts';
import { ReadingView } from './ReadingView.tsx';
import { useOptions } from './use-options.ts';
import { useReading } from './use-reading.ts';

interface Props {
  readonly source: ArticleSource;
  readonly holder: OptionsHolder;
  readonly annotator: Annotator;
  readonly onAllSettings: () => void;
  readonly isFirst: boolean;
  readonly onOpenReader: () => void;
}

/** The article of the tab the reader clicked in. */
export function Popup({ source, holder, annotator, onAllSettings, isFirst, onOpenReader }: Props) {
  const options = useOptions(holder);
  const { reading, problem, read } = useReading(source);
  useEffect(() => {
    document.documentElement.dataset.state = reading.status;
  }, [reading.status]);

  if (reading.status === 'loading') return <LoadingNotice />;
  if (reading.status === 'failed') {
    return (
      <main>
        <FailureNotice reason={reading.reason} onRead={read} />
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
      images={options.popupImages ? 'remote' : 'none'}
      onRead={read}
      onKeep={source.keepPlace}
      onAllSettings={onAllSettings}
      isFirst={isFirst}
      panels={['index', 'aa']}
      onFullPage={onOpenReader}
      buttons={<IconButton icon="page" label={message('openReader')} onClick={onOpenReader} />}
    />
  );
}
