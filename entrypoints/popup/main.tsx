import '../../assets/styles/theme.css';
import '../../assets/styles/article.css';
import '../../assets/styles/frame.css';
import { render } from 'preact';
import { openOptions } from '../../components/options/stored-options.ts';
import { tabSource } from '../../components/session/tab-source.ts';
import { startAnnotator } from '../../components/view/annotator.ts';
import { prepareFrame } from '../../components/view/frame.ts';
import { message } from '../../components/view/messages.ts';
import { Popup } from '../../components/view/Popup.tsx';
import { startWorker } from '../../components/view/start-worker.ts';

prepareFrame(document, message('actionTitle'));
const annotator = startAnnotator(startWorker);
const holder = openOptions();
const source = tabSource();
await holder.load();
render(<Popup source={source} holder={holder} annotator={annotator} />, document.querySelector('#app')!);
