import '../../assets/styles/theme.css';
import '../../assets/styles/article.css';
import '../../assets/styles/frame.css';
import { render } from 'preact';
import { browser } from '#imports';
import { openOptions } from '../../components/options/stored-options.ts';
import { isFirstArticle } from '../../components/options/welcome.ts';
import { readerPath } from '../../components/session/reader-address.ts';
import { activeTabSource } from '../../components/session/tab-source.ts';
import { startAnnotator } from '../../components/view/annotator.ts';
import { prepareFrame } from '../../components/view/frame.ts';
import { message } from '../../components/view/messages.ts';
import { Popup } from '../../components/view/Popup.tsx';
import { startWorker } from '../../components/view/start-worker.ts';

prepareFrame(document, message('actionTitle'));
const annotator = startAnnotator(startWorker);
const holder = openOptions();
const source = activeTabSource();
const [isFirst] = await Promise.all([isFirstArticle(), holder.load()]);
const openReader = async () => {
  const address = await source.address();
  if (!address) return;
  await browser.tabs.create({ url: browser.runtime.getURL(readerPath(address)) });
  close();
};
render(
  <Popup
    source={source}
    holder={holder}
    annotator={annotator}
    isFirst={isFirst}
    onOpenReader={openReader}
    onAllSettings={() => void browser.runtime.openOptionsPage()}
  />,
  document.querySelector('#app')!,
);
