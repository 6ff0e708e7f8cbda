import '../../assets/styles/theme.css';
import '../../assets/styles/article.css';
import '../../assets/styles/frame.css';
import '../../assets/styles/options.css';
import { render } from 'preact';
import { browser } from '#imports';
import { readShortcuts } from '../../components/options/shortcuts.ts';
import { openOptions } from '../../components/options/stored-options.ts';
import { prepareFrame } from '../../components/view/frame.ts';
import { message } from '../../components/view/messages.ts';
import { OptionsPage } from '../../components/view/OptionsPage.tsx';

prepareFrame(document, message('options.title'));
const holder = openOptions();
const [shortcuts, tab] = await Promise.all([readShortcuts(), browser.tabs.getCurrent(), holder.load()]);
const openInTab = () => void browser.tabs.create({ url: browser.runtime.getURL('/options.html') });
render(
  <OptionsPage holder={holder} shortcuts={shortcuts} onOpenInTab={tab ? null : openInTab} />,
  document.querySelector('#app')!,
);
