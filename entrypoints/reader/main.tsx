import '../../assets/styles/theme.css';
import '../../assets/styles/article.css';
import '../../assets/styles/frame.css';
import '../../assets/styles/reader.css';
import '../../assets/styles/print.css';
import { render } from 'preact';
import { browser } from '#imports';
import { openOptions } from '../../components/options/stored-options.ts';
import { parseReaderAddress } from '../../components/session/reader-address.ts';
import { readerSource } from '../../components/session/tab-source.ts';
import { startAnnotator } from '../../components/view/annotator.ts';
import { FailureNotice } from '../../components/view/FailureNotice.tsx';
import { prepareFrame } from '../../components/view/frame.ts';
import { message } from '../../components/view/messages.ts';
import { Reader } from '../../components/view/Reader.tsx';
import { startWorker } from '../../components/view/start-worker.ts';

prepareFrame(document, message('extName'));
const app = document.querySelector('#app')!;
const address = parseReaderAddress(location.search);
const holder = openOptions();
if (address) {
  const annotator = startAnnotator(startWorker);
  await holder.load();
  render(
    <Reader
      address={address}
      source={readerSource(address)}
      holder={holder}
      annotator={annotator}
      onAllSettings={() => void browser.runtime.openOptionsPage()}
    />,
    app,
  );
} else {
  document.documentElement.dataset.state = 'failed';
  render(
    <main>
      <FailureNotice reason="tab-gone" onRead={() => {}} />
    </main>,
    app,
  );
}
